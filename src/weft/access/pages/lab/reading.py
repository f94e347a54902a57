"""What change did somebody fill in?"""

from collections.abc import Callable, Mapping
from datetime import time

from django.http import QueryDict

from weft.access.domain.whatif import (
    Add,
    Change,
    Drop,
    Joining,
    Meets,
    Move,
    New,
    PlaceMeets,
    Price,
    Room,
    Runs,
    Scenario,
    Trip,
)
from weft.access.pages.lab.sorts import Asks, Finds, Sort
from weft.access.queries.scenarios import Ready, minute_of
from weft.commons.errors import NotPossible

PENCE, DAYS = 100, 7
NEWCOMER = "new"


class _Filled:
    """The fields of a form, each read as what it should be."""

    def __init__(self, told: QueryDict, ready: Ready, scenario: Scenario) -> None:
        self.told, self.ready, self.scenario = told, ready, scenario

    def text(self, name: str) -> str:
        """Read a choice that must be made."""
        value = self.told.get(name, "")
        if not value:
            raise NotPossible("Choose one of each list.")
        return value

    def number(self, name: str, most: int) -> int:
        """Read a whole number."""
        value = self.told.get(name, "").strip()
        if not (value.isascii() and value.isdigit()) or int(value) > most:
            raise NotPossible(f"Write a whole number from 0 to {most:,}.")
        return int(value)

    def pence(self) -> int:
        """Read pounds: «2» or «2.50»; nothing is nought."""
        value = self.told.get(Asks.POUNDS, "").strip().lstrip("£") or "0"
        try:
            pence = round(float(value) * PENCE)
        except (ValueError, OverflowError):
            pence = -1
        if not 0 <= pence <= 100_000:  # noqa: PLR2004 a thousand pounds
            raise NotPossible("Write what it costs in pounds, like 2 or 2.50.")
        return pence

    def when(self) -> int:
        """Read a day and an hour as a minute of the week."""
        day, clock = self.number(Asks.DAY, DAYS - 1), self.told.get(Asks.CLOCK, "")
        try:
            return minute_of(self.ready.week, day, time.fromisoformat(clock.strip()))
        except ValueError:
            raise NotPossible("Write the time like 10:30.") from None

    def session(self) -> tuple[str, int]:
        """Read which session: its offer, and when it is."""
        offer, _, start = self.text(Finds.SESSION).rpartition(".")
        if not start.isdigit():
            raise NotPossible("Choose one of each list.")
        return offer, int(start)

    def met(self) -> bool:
        """Read whether it would be so."""
        return self.told.get(Asks.MET, "1") != "0"


def changes_of(
    sort: Sort, told: QueryDict, ready: Ready, scenario: Scenario
) -> tuple[Change, ...]:
    """Read a filled form as changes.

    Raises
    ------
    NotPossible
        When something is missing or is not what it should be; in words for a page.
    """
    return tuple(_READ[sort.name](_Filled(told, ready, scenario)))


def _again(filled: _Filled) -> list[Change]:
    offer = filled.text(Finds.OFFER)
    place = next(
        (one.place for one in filled.ready.named.offers if one.name == offer), ""
    )
    if not place:
        raise NotPossible("Nobody has told us where it is, so it cannot be tried.")
    return [Add(offer, place, filled.when(), filled.number(Asks.MINUTES, 1440))]


def _new(filled: _Filled) -> list[Change]:
    taken = {getattr(one, "name", "") for one in filled.scenario}
    name = next(told for n in range(1, 99) if (told := f"{NEWCOMER}-{n}") not in taken)
    minutes = filled.number(Asks.MINUTES, 1440)
    place, kind = filled.text(Finds.PLACE), filled.text(Asks.KIND)
    return [
        New(name, name, kind, place, filled.when(), minutes, filled.pence()),
        Joining(name, "turn_up"),
        *(Meets(name, one, yes=True) for one in filled.told.getlist(Asks.NEEDS)),
    ]


_READ: Mapping[str, Callable[[_Filled], list[Change]]] = {
    "runs": lambda told: [
        Runs(
            told.text(Asks.LINE),
            told.number(Asks.DAY, DAYS - 1),
            told.number(Asks.LIKE, DAYS - 1),
        )
    ],
    "trip": lambda told: [Trip(told.text(Asks.ROUTE), told.when())],
    "move": lambda told: [Move(*told.session(), told.when())],
    "again": _again,
    "new": _new,
    "drop": lambda told: [Drop(*told.session())],
    "place": lambda told: [
        PlaceMeets(told.text(Finds.PLACE), told.text(Asks.NEED), yes=told.met())
    ],
    "meets": lambda told: [
        Meets(told.text(Finds.OFFER), told.text(Asks.NEED), yes=told.met())
    ],
    "price": lambda told: [Price(told.text(Finds.OFFER), told.pence())],
    "room": lambda told: [Room(told.text(Finds.OFFER), told.number(Asks.FACES, 1_000))],
    "joining": lambda told: [Joining(told.text(Finds.OFFER), told.text(Asks.RULE))],
}
