"""How does somebody read what they said, who has a slip?"""

from dataclasses import dataclass

from weft.commons.saying import counted
from weft.voices.domain.kinds import Shown
from weft.voices.pages.presenters.wall import ClaimCard
from weft.voices.queries.slips import SaidByThem, SaidToClaim, WordsOfTheirs

CHOSEN = {
    Shown.SHOW: "You said: show it.",
    Shown.COUNT: "You said: only count it. Nobody else reads it.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsLine:
    """Some words of theirs, with what they chose."""

    said: WordsOfTheirs
    first: bool

    @property
    def chosen(self) -> str:
        """Say what happens with them."""
        waits = "It waits for you: nobody else reads it until you choose."
        shown = "It is shown as all that was said in that room."
        return CHOSEN.get(self.said.choice, waits if self.first else shown)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer what they may still choose."""
        offered = ((Shown.SHOW, "Show it"), (Shown.COUNT, "Only count it"))
        return tuple(
            (one.value, words) for one, words in offered if one is not self.said.choice
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPage:
    """What somebody sees who has a slip, or looks for it."""

    code: str = ""
    theirs: SaidByThem | None = None
    said_to: SaidToClaim | None = None
    taken: int | None = None
    done: str = ""
    left: int | None = None  # out of how many pictures they went
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
        """Say what was done."""
        if self.left is not None:
            return f"Done: you are out of {counted(self.left, 'picture', 'pictures')}."
        if self.taken is None:
            return DONE.get(self.done, "")
        out = counted(self.taken, "thing that you said is", "things that you said are")
        return f"Done: {out} out of everything. We keep only the count."

    @property
    def words(self) -> tuple[WordsLine, ...]:
        """Give their words."""
        told = self.theirs
        if told is None:
            return ()
        return tuple(WordsLine(said=one, first=told.first) for one in told.words)

    @property
    def cards(self) -> tuple[ClaimCard, ...]:
        """Give what became of them: the claims, and what was asked of whom."""
        found = self.theirs.claims if self.theirs else ()
        return tuple(ClaimCard(claim=one, address="", chosen=False) for one in found)

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Offer the claims that rest on their words."""
        found = self.theirs.claims if self.theirs else ()
        return tuple((str(one.number), f"{one.number} {one.words}") for one in found)

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


DONE = {
    "meant": "Said. It stands beside the claim now.",
    "shown": "Done. You can choose again at any time.",
    "unsaid": "Done: what you said to the claim is out again.",
}
