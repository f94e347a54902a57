"""Where does somebody start from, whatever they typed?

A postcode in any case and with blanks anywhere, its beginning (``BD3``, ``LS9 6``),
the name of a town, a street or a stop with a slip of the finger in it, an area's code,
or the word of a square. Nothing that was typed is kept or logged.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db.models import Count, Max
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract

from weft.commons.places import Point, Square
from weft.ground.domain.named import NamedPlaceKind, folded
from weft.ground.domain.postcode import (
    compact,
    is_outward,
    is_postcode,
    outward_of,
    sector_of,
    spaced,
)
from weft.ground.models import NamedPlace, Postcode
from weft.ground.queries.about import (
    NotKnown,
    Start,
    StartFound,
    StartKind,
    StartsFound,
)
from weft.ground.queries.areas import area, lsoa_at

LONGEST = 200
MOST_OPTIONS = 10
_CODE = re.compile(r"[EWSNK]\d{8}", re.IGNORECASE)
_SQUARE = re.compile(r"s(m?\d{1,6})x(m?\d{1,6})", re.IGNORECASE)
_KINDS = list(NamedPlaceKind)
_BEGINNINGS = (NamedPlaceKind.OUTWARD, NamedPlaceKind.SECTOR)
_SETTLEMENTS = frozenset(_KINDS[: _KINDS.index(NamedPlaceKind.AREA) + 1])
ONE_SLIP_FROM, TWO_SLIPS_FROM = 4, 9


def find_start(text: str) -> Start:
    """Find where somebody starts from.

    Parameters
    ----------
    text
        What they typed.

    Returns
    -------
    StartFound, StartsFound or NotKnown
        One place; several that bear the name, the likeliest first; or nothing, with
        what may help instead.
    """
    typed = text.strip()[:LONGEST]
    short = compact(typed)
    if _CODE.fullmatch(short):
        return _by_code(short)
    if square := _SQUARE.fullmatch(short):
        return _by_square(square[1], square[2])
    if is_postcode(short):
        return _by_postcode(short)
    return _by_beginning(typed, short) or _by_name(typed)


def _by_code(code: str) -> Start:
    """Start in the middle of an area."""
    found = area(code)
    if found is None or found.point is None:
        return NotKnown()
    return StartFound(
        name=found.title,
        point=found.point,
        kind=StartKind.AREA_CODE,
        area=found.code if found.code.startswith("E01") else lsoa_at(found.point),
        region=found.region,
    )


def _by_square(column: str, row: str) -> Start:
    """Start in the middle of a square of the map."""
    numbers = [int(told.lower().replace("m", "-")) for told in (column, row)]
    middle = Square(*numbers).middle
    if not -90 < middle.latitude < 90 or not -180 < middle.longitude < 180:  # noqa: PLR2004 degrees of the globe
        return NotKnown()
    around = lsoa_at(middle)
    found = area(around) if around else None
    return StartFound(
        name="this square of the map",
        point=middle,
        kind=StartKind.SQUARE,
        area=around,
        region=found.region if found else "",
    )


def _by_postcode(short: str) -> Start:
    """Start from a whole postcode; an ended one is still somewhere."""
    found = Postcode.objects.filter(compact=short).order_by("-live", "pk").first()
    if found is not None:
        return StartFound(
            name=spaced(short),
            point=Point(found.latitude, found.longitude),
            kind=StartKind.POSTCODE,
            area=found.lsoa21,
            region=found.region_id,
            ended=not found.live,
        )
    around = _beginnings(outward_of(short))
    return NotKnown(looks_like_postcode=True, instead=tuple(around))


def _by_beginning(typed: str, short: str) -> Start | None:
    """Start from BD3, or LS9 6, or LS9 6A as far as it goes."""
    begun = re.match(r"[A-Z]{1,2}[0-9]", short)
    if begun is None:
        return None
    partial = re.fullmatch(r"([A-Z]{1,2}[0-9][0-9A-Z]?)\s+([0-9])[A-Z]?", typed.upper())
    names = [f"{partial[1]} {partial[2]}"] if partial else []
    if is_outward(short):
        names.append(short)
    if sector := sector_of(short):
        names.append(" ".join(sector))
    found = _beginnings(*names)
    if not found and partial:
        found = _beginnings(partial[1])
    if len(found) > 1 and partial is None:
        found = [one for one in found if one.name == short] or found
    if found:
        return found[0] if len(found) == 1 else StartsFound(options=tuple(found))
    return NotKnown(looks_like_postcode=True) if is_outward(short) else None


def _beginnings(*names: str) -> list[StartFound]:
    """Find outward codes and sectors by name."""
    rows = NamedPlace.objects.filter(
        folded__in=[folded(name) for name in names], kind__in=_BEGINNINGS
    )
    return [_started(_Named.of(row), corrected=False) for row in rows.order_by("pk")]


@dataclass(frozen=True, slots=True)
class _Named:
    """A named place as it is kept at hand."""

    kind: NamedPlaceKind
    name: str
    within: str
    point: Point
    region: str

    @classmethod
    def of(cls, row: NamedPlace) -> "_Named":
        """Take it from its row."""
        point = Point(row.latitude, row.longitude)
        return cls(NamedPlaceKind(row.kind), row.name, row.within, point, row.region_id)


Names = dict[str, tuple[_Named, ...]]
Stamp = tuple[int, int | None]


def _stamp() -> Stamp:
    """Say which names there are, so that those kept in memory are these."""
    told = NamedPlace.objects.aggregate(names=Count("pk"), last=Max("pk"))
    return told["names"], told["last"]


@lru_cache(maxsize=2)
def _names(_stamp: Stamp) -> Names:
    """Keep the names at hand, alone and with the place they are in."""
    found: dict[str, list[_Named]] = {}
    for row in NamedPlace.objects.exclude(kind__in=_BEGINNINGS).order_by("pk"):
        place = _Named.of(row)
        found.setdefault(row.folded, []).append(place)
        if row.within:
            full = f"{row.folded} {folded(row.within)}"
            found.setdefault(full, []).append(place)
    return {name: tuple(places) for name, places in found.items()}


def _by_name(typed: str) -> Start:
    """Start from a name: whole, begun, or with a slip of the finger."""
    wanted = folded(typed)
    names = _names(_stamp())
    if not wanted:
        return NotKnown()
    if wanted in names:
        return _chosen(names[wanted], corrected=False)
    if len(wanted) >= ONE_SLIP_FROM:
        mended = _mended(wanted, names)
        begun = [p for name, ps in names.items() if name.startswith(wanted) for p in ps]
        if begun or mended:
            return _chosen(begun or mended, corrected=not begun)
    return NotKnown()


def _mended(wanted: str, names: Names) -> list[_Named]:
    """Find the names that a slip or two turn into what was typed, nearest first."""
    slips = 1 if len(wanted) < TWO_SLIPS_FROM else 2
    near = extract(
        wanted,
        names.keys(),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=slips,
        limit=MOST_OPTIONS,
    )
    fewest = min((slip for _, slip, _ in near), default=0)
    return [p for name, slip, _ in near if slip == fewest for p in names[name]]


def _chosen(places: Iterable[_Named], *, corrected: bool) -> Start:
    """Choose the one place that is meant, or offer the likeliest few.

    A town is meant before a street of the same name: «Ilkley», not Ilkley Road, and
    not a bus stop called Ilkley.
    """
    found = sorted(
        dict.fromkeys(places), key=lambda p: (_KINDS.index(p.kind), p.name, p.within)
    )
    towns = [place for place in found if place.kind in _SETTLEMENTS]
    best = [p for p in towns if p.kind is towns[0].kind] if towns else found
    if len(best) == 1 or _are_one_place(best):
        return _started(best[0], corrected=corrected)
    options = (_started(place, corrected=corrected) for place in found[:MOST_OPTIONS])
    return StartsFound(options=tuple(options))


def _are_one_place(places: list[_Named]) -> bool:
    """Tell whether places of one name are so near that it does not matter."""
    first, *rest = places
    return all(
        place.name == first.name and first.point.metres_to(place.point) < 500  # noqa: PLR2004 a short walk
        for place in rest
    )


def _started(place: _Named, *, corrected: bool) -> StartFound:
    """Give a named place as a start."""
    kinds = {
        NamedPlaceKind.OUTWARD: StartKind.OUTWARD,
        NamedPlaceKind.SECTOR: StartKind.SECTOR,
    }
    return StartFound(
        name=place.name,
        point=place.point,
        kind=kinds.get(place.kind, StartKind.NAME),
        area=lsoa_at(place.point),
        within=place.within,
        region=place.region,
        corrected=corrected,
    )


def forgotten(start: StartFound) -> StartFound:
    """Give a start that may be shown to anybody: a postcode only as its beginning."""
    if start.kind is not StartKind.POSTCODE:
        return start
    return replace(start, name=outward_of(compact(start.name)))
