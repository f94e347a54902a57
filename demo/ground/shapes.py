"""How does each cluster of houses get edges that fit its neighbours' exactly?"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from random import Random

import shapely
from shapely.geometry import LineString, MultiPoint, Point, Polygon
from shapely.ops import linemerge

from demo.ground.land import Spot


def faces_around(seeds: Sequence[Spot], edge: Polygon, rng: Random) -> list[Polygon]:
    """Divide the ground among the seeds: one polygon each, without gap or overlap.

    The straight borders of the Voronoi diagram are noded once on a grid of one metre
    and each border is then roughened once, so both its sides get the same points.
    """
    borders = shapely.voronoi_polygons(
        MultiPoint(seeds), extend_to=edge, only_edges=True
    )
    lines = shapely.unary_union(
        [borders.intersection(edge), edge.boundary], grid_size=1.0
    )
    arcs = sorted(linemerge(lines).geoms, key=lambda arc: tuple(arc.coords))
    rough = [roughened(arc, edge, rng) for arc in arcs]
    faces = list(shapely.polygonize(rough).geoms)
    tree = shapely.STRtree(faces)
    found = [faces[int(tree.query(Point(s), "within")[0])] for s in seeds]
    if len({id(face) for face in found}) != len(faces):
        raise ValueError(f"{len(faces)} faces for {len(seeds)} clusters of houses")
    return [face.normalize() for face in found]


def roughened(arc: LineString, edge: Polygon, rng: Random) -> LineString:
    """Bend the straight parts of a border a little, as becks and walls do."""
    if edge.boundary.distance(arc.interpolate(0.5, normalized=True)) < 2:
        return arc
    points = [arc.coords[0]]
    for a, b in pairwise(arc.coords):
        points += [*bent(a, b, rng), b]
    return LineString(points)


def bent(a: Spot, b: Spot, rng: Random) -> Iterable[Spot]:
    """Give three points between two, each a little to one side."""
    length = math.dist(a, b)
    if length < 40:
        return []
    across = (-(b[1] - a[1]) / length, (b[0] - a[0]) / length)
    out = []
    for share in (0.25, 0.5, 0.75):
        aside = rng.uniform(-1, 1) * min(0.05 * length, 22)
        out.append(
            (
                round(a[0] + share * (b[0] - a[0]) + aside * across[0], 1),
                round(a[1] + share * (b[1] - a[1]) + aside * across[1], 1),
            )
        )
    return out
