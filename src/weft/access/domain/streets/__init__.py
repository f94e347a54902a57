"""How does one get from here to there along the streets, and what stands in the way?

``streets_of`` builds a network from an extract of OpenStreetMap, ``Snapper`` hangs
places on it, ``Between`` reckons the times there and back, ``told_path`` tells one way
with its facts. How it is done and what it leaves out: docs/methods/streets.md.
"""

from weft.access.domain.streets.building import streets_of
from weft.access.domain.streets.entrances import Entrances, at_points, entrances
from weft.access.domain.streets.network import Graph, Network
from weft.access.domain.streets.search import LONGEST, Table
from weft.access.domain.streets.snapping import Hung, Snapped, Snapper
from weft.access.domain.streets.times import Between, Both, BothSparse, joined
from weft.access.domain.streets.told import PathTold, Stretch, told_path

__all__ = [
    "LONGEST",
    "Between",
    "Both",
    "BothSparse",
    "Entrances",
    "Graph",
    "Hung",
    "Network",
    "PathTold",
    "Snapped",
    "Snapper",
    "Stretch",
    "Table",
    "at_points",
    "entrances",
    "joined",
    "streets_of",
    "told_path",
]
