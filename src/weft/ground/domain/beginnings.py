"""Where is BD3, and where Baildon?

The beginnings of postcodes are places that people start from; each is put in the
middle of its live postcodes, or of all where none is live any more. So are wards,
districts and neighbourhoods, by the names that people know.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from weft.commons.places import Point
from weft.commons.provenance import Geography
from weft.ground.domain.assembling import AreaKnown
from weft.ground.domain.named import NamedPlaceKind, NamedPlaceTold
from weft.ground.domain.postcode import outward_of
from weft.ground.domain.told import PostcodeTold

Middles = dict[str, list[PostcodeTold]]


def outward_places(postcodes: Iterable[PostcodeTold]) -> Iterator[NamedPlaceTold]:
    """Give every outward code (``BD3``) and sector (``LS9 6``) as a named place."""
    outwards: Middles = defaultdict(list)
    sectors: Middles = defaultdict(list)
    for postcode in postcodes:
        outward = outward_of(postcode.compact)
        outwards[outward].append(postcode)
        sectors[f"{outward} {postcode.compact[len(outward)]}"].append(postcode)
    yield from _named(NamedPlaceKind.OUTWARD, outwards)
    yield from _named(NamedPlaceKind.SECTOR, sectors)


def _named(kind: NamedPlaceKind, groups: Middles) -> Iterator[NamedPlaceTold]:
    """Name the middle of each group."""
    for name, group in sorted(groups.items()):
        live = [postcode for postcode in group if postcode.live] or group
        middle = Point(
            sum(postcode.latitude for postcode in live) / len(live),
            sum(postcode.longitude for postcode in live) / len(live),
        )
        yield NamedPlaceTold(kind=kind, name=name, point=middle)


def named_areas(areas: Iterable[AreaKnown]) -> Iterator[NamedPlaceTold]:
    """Give the wards, districts and neighbourhoods that have a name of their own.

    «Bradford 016A» is a number; it is left to the names of the House of Commons
    Library to say what people call such an area (``called``).
    """
    for area in areas:
        is_named = area.vintage.geography in {Geography.WARD, Geography.DISTRICT}
        name = area.called or (area.name if is_named else "")
        if name and name != area.code and area.point:
            yield NamedPlaceTold(kind=NamedPlaceKind.AREA, name=name, point=area.point)
