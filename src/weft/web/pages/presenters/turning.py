"""In which words is somebody met whose life has turned?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from weft.assets.domain.turns import FirstStep, Turn
from weft.commons.crisis import HelpLine
from weft.commons.saying import listed
from weft.web.pages.presenters.cards import Card
from weft.web.turning import Held, Turning

HELP, COMPANY, DO = "Who can help near you?", "Where is company?", "What could you do?"
NOTHING = {
    HELP: "We know of no help of this sort near there.",
    COMPANY: "We know of no company of this sort near there.",
    DO: "We know of nothing of this sort near there.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOnPage:
    """One heading, and what stands under it or that nothing does."""

    question: str
    held: Held
    cards: tuple[Card, ...]
    asked: bool

    @property
    def nothing(self) -> str:
        """Say so where nothing is known, and that it is nobody's doing."""
        if self.cards or not self.asked:
            return ""
        return f"{NOTHING[self.question]} That may be our list and not your place."

    @property
    def looked_for(self) -> str:
        """Say what is looked for."""
        words = listed([f"«{word}»" for word in self.held.looked_for])
        return f"We looked for {words}." if self.asked else f"We look for {words}."


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPage:
    """Help now, then company, then something to do."""

    turn: Turn
    told: Turning
    today: date

    @property
    def address(self) -> str:
        """Where the question goes."""
        return reverse("web:turn", args=[self.turn.key])

    @property
    def lines(self) -> tuple[HelpLine, ...]:
        """List whom to ring."""
        return self.turn.lines

    @property
    def first(self) -> tuple[FirstStep, ...]:
        """List the first small steps."""
        return self.turn.first

    @property
    def where_from(self) -> str:
        """Say where we looked from."""
        start = self.told.start
        return f"From {start.name}, up to 45 minutes on foot." if start else ""

    @property
    def parts(self) -> tuple[PartOnPage, ...]:
        """Put the three headings in their order."""
        return tuple(self._parts())

    def _parts(self) -> Iterator[PartOnPage]:
        for question, held in (
            (HELP, self.told.help),
            (COMPANY, self.told.company),
            (DO, self.told.do),
        ):
            cards = tuple(
                Card(choice=one, number=0, today=self.today, places=self.told.where)
                for one in held.things
            )
            yield PartOnPage(
                question=question,
                held=held,
                cards=cards,
                asked=self.told.start is not None,
            )
