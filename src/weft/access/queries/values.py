"""What can somebody ask for, and what is answered?"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from weft.access.domain.fit import Cause, Lack, Obstacle, Plane
from weft.access.domain.going import Basis, Trip
from weft.access.domain.travel import Way
from weft.assets.domain.facts import FactField
from weft.assets.domain.sureness import NOT_RECKONED, Standing
from weft.assets.domain.wanting import Correction
from weft.commons.places import Point
from weft.commons.times import Week, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody said of themselves and their week; none of it is kept.

    Attributes
    ----------
    start, start_name, start_region
        Where from: a point, how a page says it, and in which region it lies.
    week, windows
        Free time; none for any time.
    now
        What has begun before this is not offered; None for the whole week.
    words
        What they would like, in their own words; none for anything.
    wishes, languages, most_pence
        What must be so; any one of the languages; what they can spend.
    minutes_each_way, ways
        How far they will go, and how they get about.
    spare_minutes
        What they want left before and after, as with a child who walks slowly.
    regions
        None for all in this data folder.
    """

    start: Point
    start_name: str
    start_region: str = ""
    week: Week
    windows: tuple[Window, ...] = ()
    now: datetime | None = None
    words: str = ""
    wishes: frozenset[FactField] = frozenset()
    languages: frozenset[str] = frozenset()
    most_pence: int | None = None
    minutes_each_way: int = 30
    spare_minutes: int = 0
    ways: tuple[Way, ...] = (Way.FOOT,)
    regions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FactShown:
    """A fact on a card: yes, no, or None where nobody has told us; and since when."""

    field: FactField
    value: bool | None
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that fits, or may fit, at its best time in the week.

    Attributes
    ----------
    window
        From when till when one would be there; None for what is always open, where
        nobody said when they are free.
    any_time
        One may come and go as one likes within ``window``.
    leave, home_by
        From door to door; None with ``window``.
    minutes_there, minutes_back, metres
        From door to door, waits included; ``metres`` of the straight line.
    trip, doors
        How one gets there and home; where one goes in. None, and none, for what is
        online.
    others
        More times of the week that fit just as well.
    asks
        What to ask whoever looks after it, to turn «may fit» into «fits».
    why
        Why it stands where it stands, in words.
    standing
        How sure we are that it is still as we say, and who said so last.
    """

    listing: int
    asset: UUID | None
    offer: UUID | None
    group: UUID | None
    name: str
    kind: str
    holder: str
    point: Point | None
    online: bool | None
    plane: Plane
    window: Window | None
    any_time: bool
    leave: datetime | None
    home_by: datetime | None
    minutes_there: int
    minutes_back: int
    trip: Trip | None
    doors: tuple[Point, ...]
    metres: int
    others: tuple[Window, ...]
    facts: tuple[FactShown, ...]
    price_pence: int | None
    languages: tuple[str, ...]
    telephone: str
    told_on: date | None
    obstacles: tuple[Obstacle, ...]
    asks: tuple[str, ...]
    why: str
    standing: Standing = NOT_RECKONED

    @property
    def way(self) -> Way | None:
        """Say how one gets there; None for what is online."""
        return self.trip.way if self.trip else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One of those that something stands in the way of."""

    listing: int
    asset: UUID | None
    offer: UUID | None
    name: str
    kind: str
    metres: int  # straight line
    window: Window | None  # the time that comes nearest to fitting
    lack: Lack | None = None  # where only some minutes of free time lack
    trip: Trip | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gets:
    """What gets in the way, of how many, and of which for example.

    Each thing is counted once, under the first of what stands in its way; ``only``
    counts those that nothing else keeps away.
    """

    cause: Cause
    field: FactField | None
    count: int
    only: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Everything that fits, certain first, and why not the others.

    ``fits``, ``others`` within reach and ``hours_unknown`` add up to ``total_near``;
    what lies a little beyond reach stands in ``others`` besides.
    """

    fits: tuple[Choice, ...] = ()
    others: tuple[Gets, ...] = ()
    hours_unknown: int = 0
    total_near: int = 0
    understood: tuple[Correction, ...] = ()
    basis: Basis = Basis.STRAIGHT_LINE

    @property
    def certain(self) -> tuple[Choice, ...]:
        """Those that we know fit."""
        return tuple(one for one in self.fits if one.plane is Plane.CERTAIN)

    @property
    def possible(self) -> tuple[Choice, ...]:
        """Those to ask about first."""
        return tuple(one for one in self.fits if one.plane is Plane.POSSIBLE)
