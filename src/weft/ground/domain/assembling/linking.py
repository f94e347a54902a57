"""What lies in what, and what beside what?"""

from collections.abc import Sequence

import shapely

from weft.commons.provenance import Geography, Vintage
from weft.ground.domain.assembling.layers import (
    LSOA,
    LSOA_BEFORE,
    Readings,
    Shapes,
    Told,
    newest,
)
from weft.ground.domain.inside import Inside
from weft.ground.domain.told import LinkTold

WORKED_OUT = "worked out from the boundaries"
TOLD_WITH_BOUNDARY = "told with the boundaries"
NEIGHBOUR = "N"
TOUCHING_DEGREES = 0.0003
"""About 20 metres: what generalising may pull two neighbours apart."""

BESIDE = (LSOA, Vintage(Geography.MSOA, 2021))


def all_links(readings: Readings, told: Told, shapes: Shapes) -> tuple[LinkTold, ...]:
    """Take the links told, of areas of ours, and work out those that nobody told."""
    ours = {vintage: frozenset(areas) for vintage, areas in told.items()}
    links = [
        link
        for reading in readings
        for link in reading.content.links
        if link.code in ours.get(link.of, ())
    ]
    links += _district_links(told, links)
    links += _nested_links(shapes, links)
    links += _neighbour_links(shapes)
    once = {(k.of, k.code, k.to, k.to_code): k for k in reversed(links)}
    return tuple(sorted(once.values()))


def _district_links(told: Told, links: Sequence[LinkTold]) -> list[LinkTold]:
    """Link areas to the district that their boundary file names."""
    districts = newest(Geography.DISTRICT, told)
    linked = {(k.of, k.code) for k in links if k.to.geography is Geography.DISTRICT}
    return [
        LinkTold(
            of=vintage,
            code=code,
            to=districts,
            to_code=area.district,
            source=TOLD_WITH_BOUNDARY,
        )
        for vintage, areas in told.items()
        for code, area in areas.items()
        if districts
        and area.district
        and vintage.geography is not Geography.DISTRICT
        and (vintage, code) not in linked
    ]


def _nested_links(shapes: Shapes, links: Sequence[LinkTold]) -> list[LinkTold]:
    """Put each LSOA into the MSOA and the ward around its middle, if nobody has."""
    found = []
    for of in (LSOA, LSOA_BEFORE):
        for geography in (Geography.MSOA, Geography.WARD):
            layers = shapes.keys()
            same_year = Vintage(geography, of.year)
            to = same_year if same_year in layers else newest(geography, layers)
            if geography is Geography.MSOA and to != same_year:
                continue  # LSOAs nest in MSOAs of their own year only
            linked = {
                k.code for k in links if k.of == of and k.to.geography == geography
            }
            if to and linked != shapes.get(of, {}).keys():
                found += _around(of, to, shapes, linked)
    return found


def _around(
    of: Vintage, to: Vintage, shapes: Shapes, linked: set[str]
) -> list[LinkTold]:
    """Find the area around the middle of each that has no link yet."""
    outer = Inside(shapes[to])
    codes = [code for code in shapes.get(of, {}) if code not in linked]
    polygons = shapely.from_wkb([shapes[of][code] for code in codes])
    middles = shapely.point_on_surface(polygons)
    around = outer.codes_of(shapely.get_x(middles), shapely.get_y(middles))
    return [
        LinkTold(of=of, code=code, to=to, to_code=outer_code, source=WORKED_OUT)
        for code, outer_code in zip(codes, around, strict=True)
        if outer_code
    ]


def _neighbour_links(shapes: Shapes) -> list[LinkTold]:
    """Link each LSOA and MSOA of 2021 to those beside it."""
    found = []
    for vintage in BESIDE:
        codes = sorted(shapes.get(vintage, {}))
        polygons = shapely.from_wkb([shapes[vintage][code] for code in codes])
        if not codes:
            continue
        tree = shapely.STRtree(polygons)
        pairs = tree.query(polygons, predicate="dwithin", distance=TOUCHING_DEGREES)
        found += [
            LinkTold(
                of=vintage,
                code=codes[one],
                to=vintage,
                to_code=codes[other],
                change=NEIGHBOUR,
                source=WORKED_OUT,
            )
            for one, other in pairs.T.tolist()
            if one != other
        ]
    return found
