"""Which offers, sessions, journeys and lives does the kernel reckon with?

Everything is arrays, and every array says its shape and unit. Times are deciseconds:
of the week since Monday 00:00 on the wall (``windows.py``), of journeys as a span. The
definition that this follows, clause by clause, is in docs/methods/real-choice.md.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.spans import MINUTE
from weft.commons.errors import NotPossible

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Shorts = NDArray[np.uint16]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.float64]

CERTAIN, POSSIBLE = 0, 1
"""Where the two planes stand in an array's axis; as ``fit.Plane``."""
UNKNOWN = -1
NO_LIMIT = 2**31 - 1
"""Newcomers where there is room for anybody; a purse where money does not matter."""
MOST_KINDS = 62
HOURS_HELD = 192
"""Bits in a week's set of hours: a week has 167, 168 or 169."""


class Condition(IntEnum):
    """The seven conditions, in the order of the definition."""

    HOURS = 0
    DISTANCE = 1
    MONEY = 2
    NEEDS = 3
    ALLOWED = 4
    ROOM = 5
    WAY_IN = 6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Offers:
    """What can be taken up, one row an offer; an array's length is ``len(self)``.

    Attributes
    ----------
    group
        Who holds it; UNKNOWN where nobody knows: then it is no other group for
        certain, and possibly one of its own.
    kind
        Below ``kinds``. The first of its kinds, where it has several.
    price_pence
        UNKNOWN where nobody told us.
    meets, fails
        Bit n is need n: met, not met; in neither, nobody told us.
    least_age, most_age
        In years; 0 and NO_LIMIT for everybody, UNKNOWN where nobody told us.
    only_for
        Bit n is trait n, which it asks of everybody who comes.
    inside
        Bit n: people of areas of class n may come; all bits (-1) for everybody.
    rule
        Which row of a life's ``way_in`` tells whether the life can get in.
    newcomers
        In the week; UNKNOWN, 0 for full, NO_LIMIT.
    go_with
        1 somebody to go with, 0 nobody, UNKNOWN.
    sure
        Above the published line of sureness. A single fact below it is to be given as
        unknown; this is about the offer being there at all.
    """

    group: Ints
    kind: Ints
    price_pence: Ints
    meets: Longs
    fails: Longs
    least_age: Ints
    most_age: Ints
    only_for: Longs
    inside: Longs
    rule: Ints
    newcomers: Ints
    go_with: Ints
    sure: Flags
    kinds: int

    def __post_init__(self) -> None:
        lengths = {len(getattr(self, name)) for name in OFFER_COLUMNS}
        if len(lengths) != 1:
            raise NotPossible("Every offer needs each of its numbers.")
        if not 0 < self.kinds <= MOST_KINDS:
            raise NotPossible(f"There are at most {MOST_KINDS} kinds.")
        if ((self.kind < 0) | (self.kind >= self.kinds)).any():
            raise NotPossible("Every offer is of one of the kinds.")
        if (self.meets & self.fails).any():
            raise NotPossible("A need is met or not, never both.")

    def __len__(self) -> int:
        return len(self.group)


OFFER_COLUMNS = (
    "group", "kind", "price_pence", "meets", "fails", "least_age", "most_age",
    "only_for", "inside", "rule", "newcomers", "go_with", "sure",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sessions:
    """Occurrences in the week, one row each.

    Attributes
    ----------
    offer
        A row of ``Offers``.
    start, end
        Deciseconds of the week; may lie before its beginning or after its end. For an
        open door, from when till when it stands open.
    place
        Below the number of places of ``Reach``; UNKNOWN where nobody knows: no journey
        leads there, see ``Reach``.
    sure
        That it is on, on that day.
    drop_in
        An open door: any stay of ``Terms.least_stay`` counts.
    """

    offer: Ints
    start: Ints
    end: Ints
    place: Ints
    sure: Flags
    drop_in: Flags

    def __post_init__(self) -> None:
        columns = (self.start, self.end, self.place, self.sure, self.drop_in)
        if {len(one) for one in columns} != {len(self.offer)}:
            raise NotPossible("Every session needs each of its numbers.")
        if (self.end <= self.start).any():
            raise NotPossible("A session ends after it starts.")

    def __len__(self) -> int:
        return len(self.offer)


class Journeys(NamedTuple):
    """Where each area gets to by one way, in one of two forms.

    ``begin`` and ``end`` (areas,) say which rows are an area's: two areas may share
    them. ``target`` (rows,) is a place where the way takes as long at every hour, else
    a session (``timed``). ``there`` and ``back`` (rows,) are deciseconds or FAR, with
    what nobody knows taken as open; ``there_sure`` and ``back_sure`` with it taken as
    shut, never less, and None where there is no difference.
    """

    begin: Longs
    end: Longs
    target: Ints
    there: Shorts
    back: Shorts
    there_sure: Shorts | None = None
    back_sure: Shorts | None = None
    timed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Areas:
    """Where people live.

    Attributes
    ----------
    people
        Of each life in each area, shape (lives, areas), in thousandths of a person:
        whole numbers, so that sums are the same in any order.
    need_class
        Below the number of weights given to ``shared``, shape (areas,).
    inside
        Bit n: the area is of class n; what ``Offers.inside`` asks.
    """

    people: Longs
    need_class: Ints
    inside: Longs

    def __len__(self) -> int:
        return len(self.inside)


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeNow:
    """A life in one week, as the kernel takes it.

    Attributes
    ----------
    windows
        Free time, deciseconds of the week, shape (n, 2), apart and in order.
    ways
        For each way of getting about its row in ``Reach``, the longest one-way time in
        deciseconds, and the fare in pence there and back. There and back go by one way.
    margin
        Deciseconds, before and after.
    purse
        Pence a visit, NO_LIMIT where it does not matter.
    needs
        Bits, as in ``Offers.meets``.
    ages
        The youngest and the oldest who live so.
    traits, not_traits
        Bits, as in ``Offers.only_for``: what they are, what they are not.
    way_in
        For each joining rule 1 (can be met), 0 (cannot), UNKNOWN.
    """

    windows: Ints
    ways: tuple[tuple[int, int, int], ...]
    margin: int = 0
    purse: int = NO_LIMIT
    needs: int = 0
    ages: tuple[int, int] = (0, 120)
    traits: int = 0
    not_traits: int = 0
    way_in: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What the result rests on; each may be changed.

    Attributes
    ----------
    horizon
        How far people go, in deciseconds one way, when distance is lifted.
    least_stay
        The shortest stay at an open door worth going for, in deciseconds.
    enough
        How many offers make a real choice; two groups and two kinds go with it.
    """

    horizon: int = 90 * MINUTE
    least_stay: int = 30 * MINUTE
    enough: int = 3


USUAL = Terms()
