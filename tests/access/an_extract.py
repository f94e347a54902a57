"""A small extract of OpenStreetMap, written with osmium."""

import osmium
from osmium.osm.mutable import Node, Way

NODES = {n: (-1.99 + n / 500, 53.73) for n in range(1, 7)}
"""A row of nodes some 132 m apart."""


def written(path, *ways, joints=None):
    """Write ways, each a number, its nodes and its tags."""
    writer = osmium.SimpleWriter(str(path))
    for number, at in NODES.items():
        writer.add_node(Node(id=number, location=at, tags=(joints or {}).get(number)))
    for number, nodes, tags in ways:
        writer.add_way(Way(id=number, nodes=nodes, tags=tags))
    writer.close()
    return path


LANE = (10, [1, 2, 3], {"highway": "residential", "name": "Mill Lane"})
PATH = (11, [3, 4, 5], {"highway": "footway"})
