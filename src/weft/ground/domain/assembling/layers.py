"""Which areas have been told, and which of them with a boundary?"""

from collections import defaultdict
from collections.abc import Iterable

from weft.commons.provenance import Geography, Vintage
from weft.ground.domain.asked import Reading
from weft.ground.domain.told import AreaTold, GroundTold

LSOA = Vintage(Geography.LSOA, 2021)
LSOA_BEFORE = Vintage(Geography.LSOA, 2011)
NESTED = (Geography.OA, Geography.LSOA, Geography.MSOA)

Readings = Iterable[Reading[GroundTold]]
Told = dict[Vintage, dict[str, AreaTold]]
Shapes = dict[Vintage, dict[str, bytes]]


def merged(readings: Readings) -> Told:
    """Take each area once: from its boundary if there is one, else from a lookup."""
    told: Told = defaultdict(dict)
    for reading in readings:
        for area in reading.content.areas:
            first = told[area.vintage].get(area.code)
            if first is None or (area.boundary and not first.boundary):
                told[area.vintage][area.code] = area
    return told


def shapes_of(told: Told) -> Shapes:
    """Take the boundaries, by vintage, without the vintages that have none."""
    return {
        vintage: shapes
        for vintage, areas in told.items()
        if (shapes := {c: area.boundary for c, area in areas.items() if area.boundary})
    }


def codes_told(readings: Readings) -> dict[Vintage, frozenset[str]]:
    """Give the codes that readings have told so far, by vintage."""
    return {vintage: frozenset(areas) for vintage, areas in merged(readings).items()}


def newest(geography: Geography, vintages: Iterable[Vintage]) -> Vintage | None:
    """Find the newest vintage of a geography."""
    return max((v for v in vintages if v.geography == geography), default=None)
