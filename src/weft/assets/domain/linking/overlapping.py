"""Which offers do much the same at the same hour, near each other?

Two lunch clubs of one village on Thursdays at twelve are perhaps two circles of
friends, and perhaps one room would do. Only people can say. So nothing is linked and
nothing is weighed: pairs are listed, with what they have in common, to be judged.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import time

from weft.commons.places import Cell, Point, cells_within

NEAR_METRES = 1_500
"""Twenty minutes on foot: as far as one would go to the other instead."""


@dataclass(frozen=True, slots=True, order=True)
class Hour:
    """A day of the week, from one clock to another."""

    day: int
    starts: time
    ends: time

    def meets(self, other: "Hour") -> bool:
        """Tell whether both are on at once."""
        same_day = self.day == other.day
        return same_day and self.starts < other.ends and other.starts < self.ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """What an offer is, where and when, as far as it matters here."""

    key: str
    group: str
    doing: frozenset[str]  # singing, felt: what people do there
    point: Point
    hours: tuple[Hour, ...]


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Together:
    """Two offers that overlap, and in what."""

    metres: int
    first: str
    second: str
    doing: tuple[str, ...]


def overlapping(
    doings: Iterable[Doing], *, known: Collection[frozenset[str]] = frozenset()
) -> Iterator[Together]:
    """Give the pairs of offers that overlap.

    Parameters
    ----------
    doings
        Offers with a place and hours; those of one group never overlap.
    known
        Pairs of keys of which it is known whether they are one thing.
    """
    seen: dict[tuple[Cell, str, int], list[Doing]] = defaultdict(list)
    for one in sorted(doings, key=lambda doing: doing.key):
        beside = {
            other.key: other
            for cell in cells_within(one.point, NEAR_METRES)
            for what in one.doing
            for hour in one.hours
            for other in seen[cell, what, hour.day]
        }
        for _, other in sorted(beside.items()):
            apart = round(one.point.metres_to(other.point))
            if apart <= NEAR_METRES and _overlap(one, other, known):
                yield Together(
                    metres=apart,
                    first=other.key,
                    second=one.key,
                    doing=tuple(sorted(one.doing & other.doing)),
                )
        for what in one.doing:
            for day in {hour.day for hour in one.hours}:
                seen[one.point.cell, what, day].append(one)


def _overlap(one: Doing, other: Doing, known: Collection[frozenset[str]]) -> bool:
    if one.group and one.group == other.group:
        return False
    if frozenset({one.key, other.key}) in known:
        return False
    return any(hour.meets(another) for hour in one.hours for another in other.hours)
