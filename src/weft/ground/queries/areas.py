"""Which areas are there, what lies in what, and in which does a point lie?"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import lru_cache

from django.db.models import Max, Q

from weft.commons.places import Point
from weft.commons.provenance import Geography, Vintage
from weft.ground.domain.assembling import NEIGHBOUR
from weft.ground.domain.inside import Inside
from weft.ground.models import Area, AreaLink
from weft.ground.queries.about import AreaAbout, AreaName, LinkAbout

LSOA = Vintage(Geography.LSOA, 2021)
SMALLEST_FIRST = (
    Geography.OA,
    Geography.LSOA,
    Geography.MSOA,
    Geography.WARD,
    Geography.PLACE,
    Geography.DISTRICT,
    Geography.ICB,
    *Geography,
)


def area(code: str, *, boundary: bool = False) -> AreaAbout | None:
    """Give an area by its code, of its newest vintage; None where there is none.

    Where a code stands for areas of several years, the newest with a boundary is
    meant: that of the year before has no edges of its own.
    """
    rows = Area.objects.filter(code=code.strip().upper())
    found = sorted(rows, key=lambda one: (one.boundary is not None, one.vintage))
    if not found:
        return None
    one = found[-1]
    links = _links_of((one.code,), one.region_id)
    names = _names({to for tos in links.values() for to in tos}, one.region_id)
    return _about(one, _within(one.code, links, names), boundary=boundary)


def areas(
    region: str, geography: Geography, vintage: int, *, boundaries: bool = False
) -> list[AreaAbout]:
    """List the areas of one vintage, by name, in a fixed number of SQL statements.

    Parameters
    ----------
    region
        The region's slug.
    geography, vintage
        Which areas, of which year: ``Geography.LSOA, 2021``.
    boundaries
        Also give the edges, which are many.
    """
    rows = Area.objects.filter(region=region, geography=geography, vintage=vintage)
    if not boundaries:
        rows = rows.defer("boundary")
    found = list(rows.order_by("name", "code"))
    links = _links_of(None, region, of=Vintage(geography, vintage))
    names = _names({to for tos in links.values() for to in tos}, region)
    return [
        _about(one, _within(one.code, links, names), boundary=boundaries)
        for one in found
    ]


def newest_vintage(region: str, geography: Geography) -> int | None:
    """Say of which year the newest areas with boundaries are; None without any."""
    rows = Area.objects.filter(
        region=region, geography=geography, boundary__isnull=False
    )
    year: int | None = rows.aggregate(newest=Max("vintage"))["newest"]
    return year


def links(region: str, of: Vintage, to: Vintage) -> list[LinkAbout]:
    """List which areas of one vintage lie in, or became, which of another."""
    rows = AreaLink.objects.filter(
        region=region,
        geography=of.geography,
        vintage=of.year,
        to_geography=to.geography,
        to_vintage=to.year,
    ).exclude(change=NEIGHBOUR)
    return sorted(
        LinkAbout(code=code, to_code=to_code, change=change)
        for code, to_code, change in rows.values_list("code", "to_code", "change")
    )


def neighbours(code: str) -> list[AreaName]:
    """List the areas of the same kind that lie beside one, by name."""
    beside = AreaLink.objects.filter(code=code, change=NEIGHBOUR)
    rows = list(beside.values_list("region", "to_geography", "to_vintage", "to_code"))
    wanted = {(Vintage(Geography(g), year), to) for _, g, year, to in rows}
    names = _names(wanted, rows[0][0]) if rows else {}
    return sorted(names.values(), key=lambda one: (one.name, one.code))


def areas_inside(code: str, geography: Geography = Geography.LSOA) -> list[str]:
    """List the codes of the areas (of 2021) that lie in a larger one.

    A larger area may have been told by an older lookup: its code is what counts.
    """
    rows = AreaLink.objects.filter(
        to_code=code, geography=geography, vintage=LSOA.year
    ).exclude(change=NEIGHBOUR)
    return sorted(set(rows.values_list("code", flat=True)))


def lsoa_at(point: Point) -> str:
    """Give the code of the LSOA 2021 around a point, "" outside every region."""
    return lsoa_finder()(point)


def lsoa_finder() -> Callable[[Point], str]:
    """Give what finds the LSOA 2021 around each of many points, as ``lsoa_at`` does.

    The boundaries are asked for once; a build in between is not seen.
    """
    stamp = _stamp()
    return _inside(stamp).code_of if stamp else _nowhere


def _nowhere(_point: Point) -> str:
    return ""


Stamp = tuple[tuple[str, str], ...]


def _stamp() -> Stamp:
    """Say which builds are served, so that what is kept in memory is theirs."""
    newest = (
        Area.objects.filter(geography=LSOA.geography, vintage=LSOA.year)
        .values_list("region")
        .annotate(last=Max("pk"))
        .order_by("region")
    )
    return tuple((slug, str(last)) for slug, last in newest)


@lru_cache(maxsize=2)
def _inside(_stamp: Stamp) -> Inside:
    """Keep the boundaries at hand; West Yorkshire's take 30 MB and half a second."""
    rows = Area.objects.filter(
        geography=LSOA.geography, vintage=LSOA.year, boundary__isnull=False
    )
    edges = rows.values_list("code", "boundary")
    return Inside({code: bytes(edge) for code, edge in edges if edge is not None})


Links = dict[str, list[tuple[Vintage, str]]]
Names = dict[tuple[Vintage, str], AreaName]


def _links_of(
    codes: Collection[str] | None, region: str, *, of: Vintage | None = None
) -> Links:
    """List what areas lie in; changes between years and neighbours apart."""
    rows = AreaLink.objects.filter(region=region, change="")
    if codes is not None:
        rows = rows.filter(code__in=codes)
    if of is not None:
        rows = rows.filter(geography=of.geography, vintage=of.year)
    told = rows.values_list("code", "to_geography", "to_vintage", "to_code")
    found: Links = defaultdict(list)
    for code, geography, year, to_code in told:
        found[code].append((Vintage(Geography(geography), year), to_code))
    return found


def _names(wanted: Iterable[tuple[Vintage, str]], region: str) -> Names:
    """Name areas, in one SQL statement for each vintage."""
    by_vintage: dict[Vintage, set[str]] = {}
    for vintage, code in wanted:
        by_vintage.setdefault(vintage, set()).add(code)
    which = Q(pk__in=())
    for vintage in by_vintage:
        which |= Q(geography=vintage.geography, vintage=vintage.year)
    rows = Area.objects.filter(which, region=region)
    told = rows.values_list("geography", "vintage", "code", "name", "called")
    return {
        (vintage, code): AreaName(vintage=vintage, code=code, name=name, called=called)
        for geography, year, code, name, called in told
        if code in by_vintage.get(vintage := Vintage(Geography(geography), year), ())
    }


def _within(code: str, links: Links, names: Names) -> tuple[AreaName, ...]:
    """Say in what one area lies, smallest first."""
    found = {names[to] for to in links.get(code, ()) if to in names}
    return tuple(sorted(found, key=_by_size))


def _by_size(one: AreaName) -> tuple[int, int]:
    """Order areas by what they are, the smallest first, then by year."""
    return SMALLEST_FIRST.index(one.vintage.geography), one.vintage.year


def _about(one: Area, within: tuple[AreaName, ...], *, boundary: bool) -> AreaAbout:
    """Say what is known of an area."""
    has_point = one.latitude is not None and one.longitude is not None
    return AreaAbout(
        region=one.region_id,
        vintage=Vintage(Geography(one.geography), one.vintage),
        code=one.code,
        name=one.name,
        called=one.called,
        point=Point(one.latitude or 0.0, one.longitude or 0.0) if has_point else None,
        point_is_weighted=one.point_is_weighted,
        people=one.people,
        urban=one.urban,
        rural_urban=one.rural_urban,
        boundary=bytes(one.boundary) if boundary and one.boundary else None,
        within=within,
    )
