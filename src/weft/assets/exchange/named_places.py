"""By which names of towns, streets and stops may somebody say where they start?

A street is mapped in many stretches: those of one name in one settlement are one
street, and its place is the middle of the stretch in the middle. Which settlement a
street or stop lies in is the nearest that has a name, so that two Station Roads can be
told apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
from shapely import STRtree
from shapely.geometry import Point as Dot

from weft.commons.places import Point
from weft.ground.domain.named import NamedPlaceKind, NamedPlaceTold
from weft.standards.osm import Thing
from weft.standards.osm.things import LonLat

SETTLEMENTS = {
    "city": NamedPlaceKind.CITY,
    "town": NamedPlaceKind.TOWN,
    "village": NamedPlaceKind.VILLAGE,
    "suburb": NamedPlaceKind.SUBURB,
    "quarter": NamedPlaceKind.SUBURB,
    "hamlet": NamedPlaceKind.HAMLET,
    "locality": NamedPlaceKind.HAMLET,
    "isolated_dwelling": NamedPlaceKind.HAMLET,
    "neighbourhood": NamedPlaceKind.NEIGHBOURHOOD,
}
_ROUND = 3  # decimals of a degree: stops across the road from each other are one


class Gazetteer:
    """Collects what bears a name while an extract is read."""

    def __init__(self) -> None:
        self._settlements: list[tuple[NamedPlaceKind, str, LonLat]] = []
        self._streets: list[tuple[str, LonLat]] = []
        self._stops: dict[tuple[str, float, float], LonLat] = {}

    def hear(self, thing: Thing) -> bool:
        """Take a settlement, a street or a stop; say whether it was one."""
        name, tags = thing.tags.get("name", "").strip(), thing.tags
        if not name or thing.at is None:
            return False
        if tags.get("place") in SETTLEMENTS:
            self._settlements.append((SETTLEMENTS[tags["place"]], name, thing.at))
        elif is_stop(tags):
            lon, lat = thing.at
            self._stops.setdefault(
                (name, round(lon, _ROUND), round(lat, _ROUND)), thing.at
            )
        elif "highway" in tags:
            self._streets.append((name, thing.at))
        else:
            return False
        return True

    def named_places(self) -> Iterator[NamedPlaceTold]:
        """Give each settlement, street and stop once, in an order that never varies."""
        for kind, name, at in sorted(self._settlements):
            yield NamedPlaceTold(kind=kind, name=name, point=_point(at))
        stops = [(name, at) for (name, _, _), at in self._stops.items()]
        yield from self._sorted_out(NamedPlaceKind.STREET, self._streets)
        yield from self._sorted_out(NamedPlaceKind.STOP, stops)

    def _sorted_out(
        self, kind: NamedPlaceKind, found: list[tuple[str, LonLat]]
    ) -> Iterator[NamedPlaceTold]:
        """Make one of all that bear one name in one settlement."""
        together: dict[tuple[str, str], list[LonLat]] = defaultdict(list)
        for (name, at), within in zip(
            found, self._within(at for _, at in found), strict=True
        ):
            together[name, within].append(at)
        for (name, within), spots in sorted(together.items()):
            middle = sorted(spots)[len(spots) // 2]
            yield NamedPlaceTold(
                kind=kind, name=name, point=_point(middle), within=within
            )

    def _within(self, spots: Iterable[LonLat]) -> list[str]:
        """Name the nearest settlement to each."""
        dots = [Dot(at) for at in spots]
        if not self._settlements or not dots:
            return [""] * len(dots)
        tree = STRtree([Dot(at) for _, _, at in self._settlements])
        nearest = np.atleast_1d(tree.nearest(dots))
        return [self._settlements[int(at)][1] for at in nearest]


def is_stop(tags: Mapping[str, str]) -> bool:
    """Tell whether buses stop there."""
    return tags.get("highway") == "bus_stop" or (
        tags.get("public_transport") == "platform" and tags.get("bus") == "yes"
    )


def _point(at: LonLat) -> Point:
    return Point(at[1], at[0])
