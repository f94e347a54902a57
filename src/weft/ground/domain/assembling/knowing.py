"""What is known of each area?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import shapely

from weft.commons.places import Point
from weft.commons.provenance import Vintage
from weft.ground.domain.assembling.layers import LSOA, LSOA_BEFORE, Readings, Told
from weft.ground.domain.told import AreaTold, ClassTold, LinkTold, PointTold


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaKnown:
    """An area with all that the files together say of it."""

    vintage: Vintage
    code: str
    name: str
    called: str
    point: Point | None
    weighted: bool | None
    boundary: bytes | None
    words: str
    urban: bool | None


def known_areas(
    readings: Readings, told: Told, links: Iterable[LinkTold]
) -> tuple[AreaKnown, ...]:
    """Say of each area all that is known."""
    points = _by_area(p for r in readings for p in r.content.points)
    classes = _classes(readings, links)
    called = {(c.vintage, c.code): c.called for r in readings for c in r.content.called}
    known = []
    for vintage, areas in sorted(told.items()):
        for code, area in sorted(areas.items()):
            point = points.get((vintage, code))
            kind = classes.get((vintage, code))
            known.append(
                AreaKnown(
                    vintage=vintage,
                    code=code,
                    name=area.name,
                    called=called.get((vintage, code), ""),
                    point=point.point if point else area.point or _middle(area),
                    weighted=point.weighted if point else False,
                    boundary=area.boundary,
                    words=kind.words if kind else "",
                    urban=kind.urban if kind else None,
                )
            )
    return tuple(known)


def _by_area(points: Iterable[PointTold]) -> dict[tuple[Vintage, str], PointTold]:
    """Keep the best point of each area: weighted before any other."""
    best: dict[tuple[Vintage, str], PointTold] = {}
    for point in points:
        key = (point.vintage, point.code)
        if key not in best or (point.weighted and not best[key].weighted):
            best[key] = point
    return best


def _middle(area: AreaTold) -> Point | None:
    """Take a point inside the boundary."""
    if area.boundary is None:
        return None
    at = shapely.from_wkb(area.boundary).representative_point()
    return Point(at.y, at.x)


def _classes(
    readings: Readings, links: Iterable[LinkTold]
) -> dict[tuple[Vintage, str], ClassTold]:
    """Take the classes told, and carry those of 2011 to 2021 where they all agree."""
    told = {(c.vintage, c.code): c for r in readings for c in r.content.classes}
    befores: dict[str, list[ClassTold]] = defaultdict(list)
    for link in links:
        before = told.get((link.of, link.code))
        if link.of == LSOA_BEFORE and link.to == LSOA and before:
            befores[link.to_code].append(before)
    for code, classes in befores.items():
        if (LSOA, code) not in told and len({c.words for c in classes}) == 1:
            told[LSOA, code] = ClassTold(
                vintage=LSOA,
                code=code,
                words=f"{classes[0].words} (as in 2011)",
                urban=classes[0].urban,
            )
    return told
