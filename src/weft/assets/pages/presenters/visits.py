"""For whom has it felt welcoming and safe, by how many voices, in their words?

No stars and no average: each answer is counted with those who said it, and whoever did
not say is not counted as anything.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from weft.assets.domain.proposals import Felt
from weft.assets.queries.visits import VisitAbout
from weft.commons.saying import ago, counted, first_large, listed

FELT_WELCOME = {
    Felt.YES: "felt welcome",
    Felt.PARTLY: "felt welcome in part",
    Felt.NO: "did not feel welcome",
}
FELT_SAFE = {
    Felt.YES: "felt safe",
    Felt.PARTLY: "felt safe in part",
    Felt.NO: "did not feel safe",
}
NOBODY_YET = "Nobody has said yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceOnPage:
    """One visitor's line, and what the group answers."""

    visit: VisitAbout
    today: date

    @property
    def id(self) -> str:
        """Name it for links and forms."""
        return str(self.visit.id)

    @property
    def words(self) -> str:
        """Give their words as they were said."""
        return self.visit.words

    @property
    def who(self) -> str:
        """Say as whom, if that may be shown, and when."""
        whom = self.visit.shown_as or "somebody"
        return f"{first_large(whom)}, {ago(self.visit.said_on, today=self.today)}"

    @property
    def of(self) -> str:
        """Name what it is about, for whoever holds several things."""
        return self.visit.of

    @property
    def answer(self) -> str:
        """Give the group's own answer."""
        return self.visit.answer

    @property
    def answered(self) -> str:
        """Say when they answered."""
        on = self.visit.answered_on
        return f"They answered {ago(on, today=self.today)}" if on else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitsOnPage:
    """All that visitors said of one thing."""

    thing: UUID
    visits: tuple[VisitAbout, ...]
    today: date

    @property
    def address(self) -> str:
        """Where one more may be said."""
        return reverse("assets:visit", args=[self.thing])

    @property
    def answer(self) -> str:
        """Say how many have said what it was like."""
        if not self.visits:
            return NOBODY_YET
        people = counted(len(self.visits), "visitor has", "visitors have")
        return f"{first_large(people)} said what it was like."

    @property
    def lines(self) -> tuple[str, ...]:
        """Say how many felt welcome, and safe, and as whom they said so."""
        return (
            *_lines(self.visits, FELT_WELCOME, lambda one: one.welcome),
            *_lines(self.visits, FELT_SAFE, lambda one: one.safe),
        )

    @property
    def voices(self) -> tuple[VoiceOnPage, ...]:
        """Give every line, the newest first."""
        return tuple(VoiceOnPage(visit=one, today=self.today) for one in self.visits)


def _lines(
    visits: Iterable[VisitAbout],
    words: dict[Felt, str],
    felt: Callable[[VisitAbout], Felt | None],
) -> Iterator[str]:
    """Say each answer with how many gave it, and as whom."""
    told = tuple(visits)
    for answer, said in words.items():
        those = [one for one in told if felt(one) is answer]
        if those:
            people = first_large(counted(len(those), "visitor", "visitors"))
            yield f"{people} {said}{_as_whom(those)}."


def _as_whom(those: Iterable[VisitAbout]) -> str:
    """List as whom they said it; who did not say is counted, never guessed."""
    whom = Counter(one.shown_as for one in those)
    quiet = whom.pop("", 0)
    if not whom:
        return ""
    named = [f"{who} ({count})" if count > 1 else who for who, count in whom.items()]
    rest = (
        [counted(quiet, "did not say as whom", "did not say as whom")] if quiet else []
    )
    return f": {listed([*named, *rest])}"
