"""In which words does a group tell its weeks off?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from weft.assets.domain.holding import LONGEST_PAUSE
from weft.assets.domain.resting import Rest
from weft.assets.queries.holding import GroupInHand
from weft.commons.saying import day

ALL = "all"
DONE = {
    "told": "The list says so now.",
    "back": "The list says now that you meet then.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RestOnPage:
    """Days on which something does not meet, and how to say that it does."""

    offer: str
    name: str
    rest: Rest

    @property
    def words(self) -> str:
        """Say from when till when."""
        return f"not from {day(self.rest.first_on)} to {day(self.rest.last_on)}."


@dataclass(frozen=True, slots=True, kw_only=True)
class RestsInHandPage:
    """What a group offers, when it rests, and room to tell another rest."""

    group: GroupInHand
    today: date
    back: str
    done: str = ""
    problem: str = ""

    @property
    def news(self) -> str:
        """Say what came of the last tap."""
        return DONE.get(self.done, "")

    @property
    def rests(self) -> tuple[RestOnPage, ...]:
        """List every rest that is not over."""
        return tuple(self._coming())

    def _coming(self) -> Iterator[RestOnPage]:
        for offer in self.group.offers:
            for rest in offer.times.rests:
                if rest.last_on >= self.today:
                    yield RestOnPage(offer=str(offer.key), name=offer.name, rest=rest)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Offer each thing they do, or all of them at once."""
        named = tuple((str(one.key), one.name) for one in self.group.offers)
        return ((ALL, "All that we do"), *named) if len(named) > 1 else named

    @property
    def days_to_choose(self) -> tuple[str, str]:
        """Give the first and the last day that may be chosen."""
        return str(self.today - timedelta(days=7)), str(self.today + LONGEST_PAUSE)
