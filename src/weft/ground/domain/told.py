"""What can a file tell us about the ground?

Frozen values that the importers of this part give back, before anything is put
together (``domain/assembling.py``).
"""

from dataclasses import dataclass
from typing import NamedTuple

from weft.commons.places import Point
from weft.commons.provenance import Vintage


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaTold:
    """An area, from its boundary or only from a lookup.

    ``boundary`` is WKB in longitude and latitude. ``district`` is "" where the file
    does not say in which district the area lies.
    """

    vintage: Vintage
    code: str
    name: str
    boundary: bytes | None = None
    point: Point | None = None
    district: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointTold:
    """A point that stands for an area; ``weighted`` by where people live, or not."""

    vintage: Vintage
    code: str
    point: Point
    weighted: bool | None


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LinkTold:
    """One area lies in another, or became it.

    ``change`` is U, S, M or X (unchanged, split, merged, irregular) between vintages
    and "" elsewhere.
    """

    of: Vintage
    code: str
    to: Vintage
    to_code: str
    change: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassTold:
    """Whether an area is urban or rural, in the publisher's words."""

    vintage: Vintage
    code: str
    words: str
    urban: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledTold:
    """What people call an area whose official name is a number."""

    vintage: Vintage
    code: str
    called: str


class PostcodeTold(NamedTuple):
    """Where a postcode lies; a plain tuple, because there are millions."""

    compact: str
    latitude: float
    longitude: float
    oa21: str
    lsoa21: str
    live: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundTold:
    """All that one source tells about the ground; most sources fill one field."""

    areas: tuple[AreaTold, ...] = ()
    points: tuple[PointTold, ...] = ()
    links: tuple[LinkTold, ...] = ()
    classes: tuple[ClassTold, ...] = ()
    called: tuple[CalledTold, ...] = ()
    postcodes: tuple[PostcodeTold, ...] = ()
