"""A few streets to build a network of, told in metres from a corner of the valley."""

from collections.abc import Mapping

import numpy as np
from pyproj import Transformer

from weft.access.domain.fit import Plane
from weft.access.domain.streets import Between, Network, Snapper, at_points, streets_of
from weft.standards.osm.streets import Edge, Joint, Street

CORNER = (400_000.0, 420_000.0)
_TO_DEGREES = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True)


def degrees(*spots):
    """Metres from the corner, as longitude and latitude."""
    east, north = np.array(spots, dtype=float).T
    lon, lat = _TO_DEGREES.transform(east + CORNER[0], north + CORNER[1])
    return tuple(zip(lon.tolist(), lat.tolist(), strict=True))


class Valley:
    """Nodes by name and place, and what runs between them."""

    def __init__(self, **nodes: tuple[float, float]):
        self.nodes = nodes
        self.numbers = {name: n for n, name in enumerate(nodes, 1)}
        self.told = []

    def street(self, names: str, /, **tags: str):
        self.told.append(
            Street(
                number=len(self.told) + 1,
                tags=_keys({"highway": "residential", **tags}),
                nodes=tuple(self.numbers[name] for name in names),
                at=degrees(*(self.nodes[name] for name in names)),
            )
        )
        return self

    def joint(self, name: str, /, **tags: str):
        number, (at,) = self.numbers[name], degrees(self.nodes[name])
        self.told.append(Joint(number=number, tags=_keys(tags), at=at))
        return self

    def wall(self, names: str, /, **tags: str):
        self.told.append(
            Edge(
                number=len(self.told) + 1,
                tags=_keys(tags or {"barrier": "wall"}),
                nodes=tuple(self.numbers[name] for name in names),
                at=degrees(*(self.nodes[name] for name in names)),
            )
        )
        return self

    def network(self) -> Network:
        return Network.of(streets_of(self.told)[0])


def _keys(tags: Mapping[str, str]) -> dict[str, str]:
    """``sidewalk__both`` for ``sidewalk:both``: a keyword has no colon."""
    return {key.replace("__", ":"): value for key, value in tags.items()}


def metres(*spots):
    return np.array(spots, dtype=float).reshape(-1, 2) + np.array(CORNER)


def between(network, way, plane=Plane.CERTAIN, *, areas, places):
    """Areas and places by their metres from the corner."""
    snapper = Snapper(network)
    return Between(
        network,
        way,
        plane,
        snapper.snap(at_points(metres(*areas)), way, plane),
        snapper.snap(at_points(metres(*places)), way, plane),
    )
