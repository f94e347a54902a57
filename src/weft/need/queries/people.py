"""Who lives here, as far as the loaded tables say?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from weft.commons.errors import NotFound
from weft.commons.provenance import Geography, Vintage
from weft.ground import queries as ground
from weft.need.domain.frames import AreaFrame
from weft.need.domain.measuring import Way
from weft.need.domain.who import RESIDENTS, WHO, WhoGroup
from weft.need.queries.ages import by_area
from weft.need.queries.tables import (
    SMALL,
    TableAbout,
    brought_to,
    frame,
    tables,
)

_ORDER = (Geography.OA, Geography.LSOA, Geography.MSOA, Geography.DISTRICT)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTold:
    """A part of everybody: how many, and what share (0 to 1) of the table's total."""

    words: str
    count: float | None
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTold:
    """An answered question about everybody who lives somewhere.

    ``known`` of ``areas`` small areas are in the sums; when the publisher's own row
    for the area was taken both are 1.
    """

    group: WhoGroup
    about: TableAbout
    of_code: str  # the area that it is about: larger where small ones are not told
    of_name: str
    total: float
    parts: tuple[PartTold, ...]
    known: int
    areas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoLivesHere:
    """Who lives in an area or a region, as loaded."""

    code: str  # the area's; "" for a whole region
    name: str
    region: str
    people: float | None
    people_from: TableAbout | None
    groups: tuple[GroupTold, ...]


def who_lives_here(area_code: str) -> WhoLivesHere:
    """Say who lives in an area.

    Parameters
    ----------
    area_code
        An area of any kind that the ground knows.

    Returns
    -------
    WhoLivesHere
        Each answered question with its table, total and source. The publisher's own
        row for the area is taken where it gives one; else its small areas are summed.

    Raises
    ------
    NotFound
        When no such area is loaded.
    """
    area = ground.area(area_code)
    if area is None:
        raise NotFound(f"No area with the code {area_code} is loaded")
    small = area.vintage.geography is Geography.LSOA
    inside = (area.code,) if small else tuple(ground.areas_inside(area.code))
    around = area.inside(Geography.MSOA)
    places = [_Where(code=area.code, name=area.title, inside=inside)]
    if around is not None:
        places.append(_Where(code=around.code, name=around.title, inside=()))
    return _who(area.region, places)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """An area and the small areas in it; ``whole`` is a region's every row."""

    code: str
    name: str
    inside: tuple[str, ...]
    whole: bool = False


def who_lives_in(region: str) -> WhoLivesHere:
    """Say who lives in a whole region: the sums over its small areas."""
    known = ground.region(region)
    codes = tuple(
        area.code for area in ground.areas(region, SMALL.geography, SMALL.year)
    )
    return _who(region, [_Where(code="", name=known.name, inside=codes, whole=True)])


def residents(region: str) -> dict[Vintage, dict[str, int]]:
    """Count who lives in each area: by the census, else by the newest estimate.

    Returns
    -------
    dict
        By vintage and code; areas whose number is not known are left away.
    """
    best: dict[Vintage, tuple[tuple[bool, int], TableAbout, str]] = {}
    for about in tables(region):
        for way in RESIDENTS:
            (key,) = way.number
            if key in about.keys:
                merit = (key.startswith("age."), about.year)
                if about.vintage not in best or merit > best[about.vintage][0]:
                    best[about.vintage] = (merit, about, key)
    found = {}
    for vintage, (_, about, key) in best.items():
        whole = frame(about)
        numbers = zip(whole.codes, whole.column(key), strict=True)
        found[vintage] = {code: round(n) for code, n in numbers if not np.isnan(n)}
    return found


def _who(region: str, places: Sequence[_Where]) -> WhoLivesHere:
    """Answer every question that some table answers, of the smallest area told."""
    loaded = sorted(tables(region), key=_preference)
    here = places[0]
    told = (_first_told(group, loaded, places) for group in WHO)
    people, people_from = _people(loaded, here)
    return WhoLivesHere(
        code=here.code,
        name=here.name,
        region=region,
        people=people,
        people_from=people_from,
        groups=tuple(group for group in told if group is not None),
    )


def _first_told(
    group: WhoGroup, loaded: Sequence[TableAbout], places: Sequence[_Where]
) -> GroupTold | None:
    """Answer one question from the first table that does, of the smallest area."""
    for where in places:
        for about in loaded:
            told = _group(group, about, where)
            if told is not None:
                return told
    return None


def _preference(about: TableAbout) -> tuple[int, int, int, str]:
    """Put the newest tables first, then the kind of area that says most."""
    geography = about.vintage.geography
    place = _ORDER.index(geography) if geography in _ORDER else len(_ORDER)
    return (-about.year, -about.vintage.year, place, about.source)


def _group(group: WhoGroup, about: TableAbout, where: _Where) -> GroupTold | None:
    """Answer one question from one table, if it does."""
    if not _may_tell(group, about):
        return None
    rows = _rows(about, where)
    ways = group.ways_in(rows) if rows is not None else ()
    if rows is None or not ways:
        return None
    total = _sum(rows, Way((ways[0][1].of,)))
    if total is None:
        return None
    return GroupTold(
        group=group,
        about=about,
        of_code=where.code,
        of_name=where.name,
        total=total,
        parts=tuple(_part(words, _sum(rows, way), total) for words, way in ways),
        known=len(rows),
        areas=len(rows) if where.whole else max(1, len(where.inside)),
    )


def _may_tell(group: WhoGroup, about: TableAbout) -> bool:
    """Tell, without reading its numbers, whether a table has a question's columns."""
    return all(
        any(about.keys.issuperset(way.keys) for way in part.ways)
        for part in group.parts
    )


def _rows(about: TableAbout, where: _Where) -> AreaFrame | None:
    """Give the publisher's row for the area, else the rows of its small areas."""
    small = about.vintage.geography is Geography.LSOA
    if where.whole:
        return frame(about) if small else None
    if not small:
        whole = frame(about)
        return whole.only({where.code}) if where.code in whole.codes else None
    carried = brought_to(about)
    some = carried.frame.only(set(where.inside)) if carried else None
    return some if some is not None and len(some) else None


def _part(words: str, count: float | None, total: float) -> PartTold:
    """Say how many, and what share of the total."""
    share = count / total if count is not None and total else None
    return PartTold(words=words, count=count, share=share)


def _sum(rows: AreaFrame, way: Way) -> float | None:
    """Add up over areas; None when one is not known."""
    if way.but:
        whole = _sum(rows, Way((way.of,)))
        away = _sum(rows, Way(way.but))
        return None if whole is None or away is None else whole - away
    total = float(sum(rows.column(key).sum() for key in way.number))
    return None if total != total else total  # noqa: PLR0124 only nan is not itself


def _people(
    loaded: Sequence[TableAbout], where: _Where
) -> tuple[float | None, TableAbout | None]:
    """Count who lives here: by the census, else by the newest estimate."""
    for way in RESIDENTS:
        for about in loaded:
            if not about.keys.issuperset(way.keys):
                continue
            rows = _rows(about, where)
            total = _sum(rows, way) if rows is not None else None
            if total is not None:
                return total, about
    return None, None


def part_by_area(region: str, key: str, words: str) -> dict[str, float] | None:
    """Count a part of everybody in each small area.

    Parameters
    ----------
    region
        Its slug.
    key, words
        The question (``need.domain.who``) and, in small letters, the part.

    Returns
    -------
    dict | None
        By the area's code, areas that are not known left out. None where no table
        answers the question for small areas, or it has no such part.
    """
    group = next((one for one in WHO if one.key == key), None)
    if group is None:
        return None
    for about in sorted(tables(region), key=_preference):
        if about.vintage != SMALL or not _may_tell(group, about):
            continue
        rows = frame(about)
        ways = {part.lower(): way for part, way in group.ways_in(rows)}
        if words in ways:
            way = ways[words]
            whole = by_area(rows, (way.of,) if way.but else way.number)
            away = by_area(rows, way.but) if way.but else {}
            return {code: n - away.get(code, 0.0) for code, n in whole.items()}
        if ways:
            return None
    return None
