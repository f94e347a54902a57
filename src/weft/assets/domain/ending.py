"""What ends soon, and what would be missed that nothing else near there gives?"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from weft.assets.domain.facts import WordField
from weft.assets.domain.ties import NEAR_METRES
from weft.commons.places import Cell, Point, cells_within

SOON = timedelta(days=90)


class Ends(StrEnum):
    """What of a thing comes to its end."""

    LEASE = "lease"
    FUNDING = "funding"
    PEOPLE = "people"  # whoever keeps it going stops
    TIE = "tie"  # somebody's holding, running or paying has a last day


BY_FIELD: Mapping[WordField, Ends] = {
    WordField.UNTIL: Ends.LEASE,
    WordField.MONEY_UNTIL: Ends.FUNDING,
    WordField.PEOPLE_UNTIL: Ends.PEOPLE,
}
"""Which told day is the end of what."""


def is_soon(day: date, *, today: date) -> bool:
    """Tell whether a day lies within the next ninety, today with them."""
    return today <= day <= today + SOON


@dataclass(frozen=True, slots=True, kw_only=True)
class OnAt:
    """Something that is on, once, somewhere."""

    key: str
    point: Point
    starts: datetime
    ends: datetime

    def meets(self, other: "OnAt") -> bool:
        """Tell whether both are on at once."""
        return self.starts < other.ends and other.starts < self.ends


def nothing_else(
    lost: Iterable[OnAt], others: Iterable[OnAt], *, within: float = NEAR_METRES
) -> Iterator[OnAt]:
    """Give what is lost while nothing else is on near there.

    Parameters
    ----------
    lost
        What would be gone.
    others
        All that is on in the same days; what is itself among the lost may be too, and
        does not count.
    within
        Metres, in a straight line; twenty minutes on foot unless said otherwise.
    """
    gone = list(lost)
    keys = {one.key for one in gone}
    by_cell: dict[tuple[Cell, date], list[OnAt]] = defaultdict(list)
    for other in others:
        if other.key not in keys:
            for day in _days(other):
                by_cell[other.point.cell, day].append(other)
    for one in gone:
        beside = (
            other
            for cell in cells_within(one.point, within)
            for day in _days(one)
            for other in by_cell[cell, day]
        )
        if not any(_is_beside(one, other, within) for other in beside):
            yield one


def _days(one: OnAt) -> Iterator[date]:
    for more in range((one.ends.date() - one.starts.date()).days + 1):
        yield one.starts.date() + timedelta(days=more)


def _is_beside(one: OnAt, other: OnAt, within: float) -> bool:
    return one.meets(other) and one.point.metres_to(other.point) <= within
