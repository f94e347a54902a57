"""How does a place read on one side of paper?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from weft.access.domain.fit import Plane
from weft.commons.saying import dated, day
from weft.ground.queries import AreaAbout
from weft.web.pages.presenters.cards import Card
from weft.web.placing import WALK

FACTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One thing on the side of paper."""

    name: str
    when: str
    where: str
    facts: str
    telephone: str
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """One A4 side for a notice board."""

    area: AreaAbout
    cards: Sequence[Card]
    today: date

    @property
    def name(self) -> str:
        """Call the place as people do."""
        return self.area.title

    @property
    def week_words(self) -> str:
        """Say of which week it is."""
        return f"From {day(self.today)}, for a week. On foot, {WALK} minutes or less."

    @property
    def things(self) -> tuple[SheetLine, ...]:
        """List a few things to do, no two of a kind before all kinds are named."""
        return tuple(
            SheetLine(
                name=card.name,
                when=f"{card.day}, {card.hours}" if card.hours else card.day,
                where=(card.where or card.choice.holder).partition(",")[0],
                facts=", ".join(
                    [w for state, w in card.facts if state == "yes"][:FACTS]
                ),
                telephone=card.telephone,
                ask="" if card.choice.plane is Plane.CERTAIN else f"{card.fit}.",
            )
            for card in self.cards
        )

    @property
    def told(self) -> str:
        """Say when it was printed, so that an old sheet comes off the wall."""
        return f"Printed {dated(self.today)}. Please take it down after a week."

    @property
    def back(self) -> str:
        """Lead back to the place."""
        return reverse("web:place", args=[self.area.code])
