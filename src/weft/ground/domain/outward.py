"""Where is BD3, and where LS9 6?

The beginnings of postcodes are places that people start from. Each is put in the
middle of its live postcodes, or of all where none is live any more.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from weft.commons.places import Point
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
