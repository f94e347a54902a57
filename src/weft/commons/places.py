"""Where is it, how far, and in which square of the map?

Distances are over the sphere of the earth's mean radius (IUGG, 6,371,008.8 m); over
the width of a region that is within 0.3 % of the ellipsoid's. Squares lie on a plane
whose scale is right at 54° north, the middle of England's north, so that the same point
has the same square on every data base and in every file. There are two sizes: a *cell*
of 2 km, by which the search looks around, and a *square* of 1 km, which may stand in an
address. Four squares make a cell.
"""

import math
from dataclasses import dataclass

EARTH_METRES = 6_371_008.8
CELL_METRES = 2_000
SQUARE_METRES = 1_000
_METRES_NORTH = math.pi * EARTH_METRES / 180
_METRES_EAST = _METRES_NORTH * math.cos(math.radians(54.0))


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the map, in degrees of WGS 84."""

    latitude: float
    longitude: float

    def metres_to(self, other: "Point") -> float:
        """Measure the straight line, as the crow flies, in metres."""
        here, there = math.radians(self.latitude), math.radians(other.latitude)
        east = math.radians(other.longitude - self.longitude)
        half = (
            math.sin((there - here) / 2) ** 2
            + math.cos(here) * math.cos(there) * math.sin(east / 2) ** 2
        )
        return 2 * EARTH_METRES * math.asin(math.sqrt(half))

    @property
    def cell(self) -> "Cell":
        """Find the 2 km square that the point lies in."""
        return Cell(*_column_and_row(self, CELL_METRES))

    @property
    def square(self) -> "Square":
        """Find the 1 km square that the point lies in."""
        return Square(*_column_and_row(self, SQUARE_METRES))


def _column_and_row(point: Point, edge: int) -> tuple[int, int]:
    """Count squares of an edge in metres from the middle of the earth's map."""
    return (
        math.floor(point.longitude * _METRES_EAST / edge),
        math.floor(point.latitude * _METRES_NORTH / edge),
    )


@dataclass(frozen=True, slots=True, order=True)
class Cell:
    """A square of 2 km, by which the search looks around."""

    column: int
    row: int

    @property
    def token(self) -> str:
        """Say it as one word of a text index."""
        return f"c{self.column}x{self.row}".replace("-", "m")

    @property
    def middle(self) -> Point:
        """Give the middle of the cell."""
        return _middle(self.column, self.row, CELL_METRES)


@dataclass(frozen=True, slots=True, order=True)
class Square:
    """A square of 1 km: as near to somebody's home as an address may come."""

    column: int
    row: int

    @property
    def token(self) -> str:
        """Say it as one word of an address."""
        return f"s{self.column}x{self.row}".replace("-", "m")

    @property
    def middle(self) -> Point:
        """Give the middle of the square."""
        return _middle(self.column, self.row, SQUARE_METRES)


def _middle(column: int, row: int, edge: int) -> Point:
    """Give the middle of a square of an edge in metres."""
    return Point(
        (row + 0.5) * edge / _METRES_NORTH, (column + 0.5) * edge / _METRES_EAST
    )


def cells_within(point: Point, metres: float) -> tuple[Cell, ...]:
    """List every cell that a circle around a point touches, and perhaps a few more."""
    north = metres / _METRES_NORTH
    # Degrees of longitude are shorter at the circle's northern edge than in its middle.
    edge = min(89.0, abs(point.latitude) + north)
    east = metres / (_METRES_NORTH * math.cos(math.radians(edge)))
    low = Point(point.latitude - north, point.longitude - east).cell
    high = Point(point.latitude + north, point.longitude + east).cell
    return tuple(
        Cell(column, row)
        for column in range(low.column, high.column + 1)
        for row in range(low.row, high.row + 1)
    )


@dataclass(frozen=True, slots=True)
class Strip:
    """Cells of one column, from the lowest row to the highest."""

    column: int
    lowest: int
    highest: int


def strips_within(point: Point, metres: float) -> tuple[Strip, ...]:
    """List the cells that a circle touches, column by column, and no other.

    Parameters
    ----------
    point
        The middle of the circle.
    metres
        Its radius, on a plane whose scale is right at the middle; a metre is added, so
        that rounding never loses what lies on the edge.
    """
    across = point.longitude * _METRES_EAST / CELL_METRES
    along = point.latitude * _METRES_NORTH / CELL_METRES
    high = (metres + 1) / CELL_METRES
    # A cell's width is right at 54° north; here it is wider or narrower on the ground.
    here = _METRES_NORTH * math.cos(math.radians(point.latitude))
    wide = high * _METRES_EAST / here
    strips = []
    for column in range(math.floor(across - wide), math.floor(across + wide) + 1):
        apart = max(0.0, column - across, across - column - 1) / wide
        half = high * math.sqrt(max(0.0, 1 - apart * apart))
        strips.append(Strip(column, math.floor(along - half), math.floor(along + half)))
    return tuple(strips)
