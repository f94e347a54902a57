"""What does a linker see of one listing, before anything is made of it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from weft.commons.places import Point

MINUTES_OF_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A regular time: a day of the week, a start, and which week of the month.

    ``starts`` and ``ends`` are minutes after midnight, or None where that was not told;
    ``week`` is 0 for every week, 1 for the first such day of a month, -1 for the last.
    """

    day: int
    starts: int | None = None
    ends: int | None = None
    week: int = 0

    def meets(self, other: "Slot") -> bool:
        """Tell whether two are surely on at once; False where that is not known."""
        if self.day != other.day or self.starts is None or other.starts is None:
            return False
        if self.week and other.week and self.week != other.week:
            return False
        if self.starts == other.starts:
            return True
        first, last = sorted((self, other), key=lambda slot: slot.starts or 0)
        return first.ends is not None and first.ends > (last.starts or 0)


@dataclass(frozen=True, slots=True)
class Ages:
    """From which age to which; None where nobody has said."""

    least: int | None = None
    greatest: int | None = None


ANY_AGE = Ages()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One listing, as one source tells it; "" and None mean that nobody has said.

    Attributes
    ----------
    key
        Under which it is known here.
    source
        Who tells it.
    sort
        What it is: ``place``, ``group``, ``offer`` … Two sorts are never the same.
    nearer
        A nearer kind, such as ``library``, where one is known.
    names
        What else it is called.
    place
        The name of the hall it meets in.
    locality
        The village or part of town, in words.
    """

    key: str
    source: str
    sort: str
    name: str
    nearer: str = ""
    names: tuple[str, ...] = ()
    place: str = ""
    address: str = ""
    locality: str = ""
    postcode: str = ""
    point: Point | None = None
    telephone: str = ""
    website: str = ""
    slots: tuple[Slot, ...] = ()
    ages: Ages = ANY_AGE


@dataclass(frozen=True, slots=True)
class Pair:
    """Two listings, in the order of their keys, whichever was named first."""

    first: str
    second: str

    @classmethod
    def of(cls, one: str, other: str) -> "Pair":
        """Put two keys in their order."""
        return cls(one, other) if one <= other else cls(other, one)


Partition = Mapping[str, str]
"""Which listing stands for each: the smallest key of those that are the same."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What people decided about pairs; it stands above any reckoning."""

    same: frozenset[Pair] = field(default_factory=frozenset)
    apart: frozenset[Pair] = field(default_factory=frozenset)


NOTHING_RULED = Ruled()
