"""What is on the map: drawn on the server for everybody, and as our own vector tiles.

No outside tile server is ever asked: where somebody looks stays here.
"""

from weft.shell.tiles.archive import write
from weft.shell.tiles.drawn import MapShown, draw
from weft.shell.tiles.numbered import draw_numbered
from weft.shell.tiles.scene import Knot, Outline, Scene, Shape, Street

__all__ = [
    "Knot",
    "MapShown",
    "Outline",
    "Scene",
    "Shape",
    "Street",
    "draw",
    "draw_numbered",
    "write",
]
