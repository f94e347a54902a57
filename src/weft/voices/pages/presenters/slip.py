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
    left: int | None = None  # out of how many pictures they went
    objected: bool = False
    problem: str = ""  # with the code
    wanting: str = ""  # in what they say to a claim

    @property
    def errors(self) -> tuple[tuple[str, str], ...]:
        """Say what could not be found, at its field."""
        if self.problem:
            return (("code", self.problem),)
        return (("meant", self.wanting),) if self.wanting else ()

    @property
    def news(self) -> str:
        """Say what was taken back."""
        if self.objected:
            return "Said. It stands beside the claim now."
        if self.left is not None:
            return f"Done: you are out of {counted(self.left, 'picture', 'pictures')}."
        if self.taken is None:
            return ""
        out = counted(self.taken, "thing that you said is", "things that you said are")
        return f"Done: {out} out of everything. We keep only the count."

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Offer the claims that rest on their words."""
        found = self.theirs.claims if self.theirs else ()
        return tuple((str(number), f"{number} {words}") for number, words in found)

    @property
    def pictures(self) -> str:
        """Say in how many pictures they can be known."""
        many = self.theirs.pictures if self.theirs else 0
        return f"You are in {counted(many, 'picture', 'pictures')}." if many else ""

    @property
    def back_said(self) -> str:
        """Say how much was taken back before."""
        many = self.theirs.taken_back if self.theirs else 0
        return f"You have taken back {many}." if many else ""
