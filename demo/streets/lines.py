"""What is a street before it is a way: a line, its nature, and where it joins?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from shapely.geometry import LineString, Point

from demo.ground.land import Spot

Tags = dict[str, str]


def dm(at: Spot) -> Spot:
    """Round to a decimetre, so that lines that meet share a node."""
    return round(at[0], 1), round(at[1], 1)


@dataclass(slots=True, kw_only=True)
class Line:
    """One street, path, water or rail; ``level`` tells what it can join.

    Lines of level 0 join where they cross; water and rail (-1) are bridged.
    """

    points: LineString
    tags: Tags
    level: int = 0
    neighbourhood: str = ""
    local: bool = False
    bridges: list[float] = field(default_factory=list)
    joints: dict[Spot, float] = field(default_factory=dict)

    def join(self, at: Spot) -> None:
        """Put a node here."""
        self.joints[dm(at)] = self.points.project(Point(at))

    def coords(self) -> list[Spot]:
        """Give every point in order, joints among them."""
        places = {
            dm((x, y)): self.points.project(Point(x, y)) for x, y in self.points.coords
        }
        ends = dm(self.points.coords[0]), dm(self.points.coords[-1])
        places |= self.joints
        places[ends[0]], places[ends[1]] = -1.0, self.points.length + 1
        return sorted(places, key=lambda at: (places[at], at))

    def pieces(self) -> Iterable[tuple[list[Spot], bool]]:
        """Cut at the bridges: give each piece and whether it is a bridge."""
        spans = sorted((max(d - 14, 1), d + 14) for d in self.bridges)
        for span in spans:
            for cut in span:
                if 0 < cut < self.points.length:
                    point = self.points.interpolate(cut)
                    self.join((point.x, point.y))
        piece: list[Spot] = []
        over: bool | None = None
        coords = self.coords()
        for a, b in pairwise(coords):
            middle = self.points.project(Point((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))
            now = any(lo - 0.2 <= middle <= hi + 0.2 for lo, hi in spans)
            if over is None or now != over:
                if piece:
                    yield piece, bool(over)
                piece, over = [a], now
            piece.append(b)
        if piece:
            yield piece, bool(over)
