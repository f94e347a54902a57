"""How does somebody read what they said, who has a slip?"""

from dataclasses import dataclass

from weft.commons.saying import counted
from weft.voices.queries.slips import SaidByThem


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPage:
    """What somebody sees who has a slip, or looks for it."""

    code: str = ""
    theirs: SaidByThem | None = None
    taken: int | None = None
    problem: str = ""

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Say what could not be found, at its field."""
        return (("code", self.problem),) if self.problem else ()

    @property
    def news(self) -> str:
        """Say what was taken back."""
        if self.taken is None:
            return ""
        out = counted(self.taken, "thing that you said is", "things that you said are")
        return f"Done: {out} out of everything. We keep only the count."

    @property
    def back_said(self) -> str:
        """Say how much was taken back before."""
        many = self.theirs.taken_back if self.theirs else 0
        return f"You have taken back {many}." if many else ""
