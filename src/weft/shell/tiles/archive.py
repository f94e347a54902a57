"""How are our own vector tiles cut and kept in one file?

Zoom 7 to 14, Mapbox Vector Tiles of 512 px in a PMTiles archive (version 3). The same
scene gives the same bytes: features are sorted, and no clock goes into the file.
"""

import gzip
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol, cast

import mapbox_vector_tile
import numpy as np
import shapely
from pmtiles.tile import Compression, TileType, zxy_to_tileid
from pmtiles.writer import Writer
from shapely.geometry.base import BaseGeometry

from weft.shell.tiles.knots import clustered
from weft.shell.tiles.scene import Scene, geometries, mercator

FIRST, LAST = 7, 14
EXTENT = 4096  # steps of a tile's grid
PX = 512  # px of a tile as it is shown
MARGIN = 64  # steps of grid drawn beyond the edge, so that lines meet
DEGREES = 10_000_000  # PMTiles keeps degrees as whole ten-millionths

Said = str | int | bool


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a layer, on the unit square, with what is said of it."""

    shape: BaseGeometry
    said: Mapping[str, Said]
    from_zoom: int = FIRST


Tile = dict[str, list[dict[str, object]]]
Place = tuple[int, int]


class _Archive(Protocol):
    """What we use of the writer of ``pmtiles``, which publishes no types."""

    def write_tile(self, tileid: int, data: bytes) -> None:
        """Add a tile; in rising order."""

    def finalize(
        self, header: Mapping[str, object], metadata: Mapping[str, object]
    ) -> None:
        """Write all that was added."""


def _writer(file: IO[bytes]) -> _Archive:
    return cast("_Archive", Writer(file))  # type: ignore[no-untyped-call]  # pmtiles has no types


def write(scene: Scene, path: Path) -> None:
    """Cut a scene into tiles, put whole or not at all where they are served."""
    layers = _layers(scene)
    beside = path.with_name(f"{path.name}.part")
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside.open("wb") as file:
        writer = _writer(file)
        for zoom in range(FIRST, LAST + 1):
            for tile_id, data in sorted(_zoom(scene, layers, zoom)):
                writer.write_tile(tile_id, data)
        writer.finalize(_header(scene), _about())
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def _layers(scene: Scene) -> dict[str, list[Feature]]:
    """Bring every layer to the unit square, in the order it is drawn."""
    areas = [area.boundary for area in scene.areas]
    streets = [street.line for street in scene.streets]
    said_streets = [_named(street.name) for street in scene.streets]
    return {
        "green": _features([g.shape for g in scene.green], _names(scene.green)),
        "water": _features([w.shape for w in scene.water], _names(scene.water)),
        "areas": _features(
            areas,
            [{"name": area.name, "address": area.address} for area in scene.areas],
        ),
        "streets": [
            Feature(feature.shape, feature.said, street.from_zoom)
            for feature, street in zip(
                _features(streets, said_streets), scene.streets, strict=True
            )
        ],
    }


def _names(shapes: Iterable[object]) -> list[Mapping[str, Said]]:
    return [_named(getattr(shape, "name", "")) for shape in shapes]


def _named(name: str) -> Mapping[str, Said]:
    return {"name": name} if name else {}


def _features(shapes: list[bytes], said: list[Mapping[str, Said]]) -> list[Feature]:
    """Put what is said to each geometry, on the unit square."""
    flat = (shapely.transform(shape, mercator) for shape in geometries(shapes))
    return [Feature(shape, words) for shape, words in zip(flat, said, strict=True)]


def _zoom(
    scene: Scene, layers: Mapping[str, list[Feature]], zoom: int
) -> Iterator[tuple[int, bytes]]:
    """Cut every tile of one zoom that has anything on it."""
    tiles: dict[Place, Tile] = defaultdict(lambda: defaultdict(list))
    grid = EXTENT * 2**zoom
    for name, features in layers.items():
        wanted = [one for one in features if one.from_zoom <= zoom]
        for shape, said in _simple(wanted, grid, shared=name == "areas"):
            for place, part in _cut(shape):
                tiles[place][name].append({"geometry": part, "properties": said})
    for knot in clustered(scene.knots, zoom=zoom, last=LAST):
        x, y = knot.x * grid, knot.y * grid
        place = (int(x // EXTENT), int(y // EXTENT))
        point = shapely.Point(
            round(x) - place[0] * EXTENT, round(y) - place[1] * EXTENT
        )
        tiles[place]["knots"].append({"geometry": point, "properties": knot.said})
    for (x, y), tile in tiles.items():
        yield zxy_to_tileid(zoom, x, y), _encoded(tile)


def _simple(
    features: list[Feature], grid: int, *, shared: bool
) -> Iterator[tuple[BaseGeometry, Mapping[str, Said]]]:
    """Bring shapes to the zoom's grid, without corners that nobody can see.

    Borders that areas share are simplified alike, so that no sliver opens.
    """
    if not features:
        return
    one_px = EXTENT / PX
    large = shapely.transform(
        np.array([one.shape for one in features], dtype=object),
        lambda points: points * grid,
    )
    if shared:
        small = shapely.coverage_simplify(large, one_px)
    else:
        small = shapely.simplify(large, one_px)
    for shape, feature in zip(small, features, strict=True):
        if not shape.is_empty:
            yield shape, feature.said


def _cut(shape: BaseGeometry) -> Iterator[tuple[Place, BaseGeometry]]:
    """Cut one shape along the tiles it touches, each part in its tile's own grid."""
    west, north, east, south = (int(edge // EXTENT) for edge in shape.bounds)
    for x in range(west, east + 1):
        for y in range(north, south + 1):
            left, top = x * EXTENT, y * EXTENT
            part = shapely.clip_by_rect(
                shape,
                left - MARGIN,
                top - MARGIN,
                left + EXTENT + MARGIN,
                top + EXTENT + MARGIN,
            )
            corner = np.array((left, top), dtype=float)
            for plain in _of_one_kind(part):
                yield (x, y), shapely.transform(plain, lambda p, c=corner: p - c)


def _of_one_kind(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """Part a mixed collection: a tile holds points, lines or areas, never a mixture.

    An area that only touches a tile's edge is cut into an area and a line.
    """
    if shape.geom_type != "GeometryCollection":
        if not shape.is_empty:
            yield shape
        return
    for part in shapely.get_parts(shape):
        yield from _of_one_kind(part)


def _encoded(tile: Tile) -> bytes:
    """Write one tile, its layers and features always in the same order."""
    layers = [
        {"name": name, "features": tile[name]}
        for name in ("green", "water", "areas", "streets", "knots")
        if name in tile
    ]
    data: bytes = mapbox_vector_tile.encode(
        layers, default_options={"y_coord_down": True, "extents": EXTENT}
    )
    return gzip.compress(data, mtime=0)


def _header(scene: Scene) -> dict[str, object]:
    """Say where the map lies and how its tiles are written."""
    west, south, east, north = scene.bounds
    whole = [round(edge * DEGREES) for edge in (west, south, east, north)]
    return {
        "tile_type": TileType.MVT,
        "tile_compression": Compression.GZIP,
        "min_lon_e7": whole[0],
        "min_lat_e7": whole[1],
        "max_lon_e7": whole[2],
        "max_lat_e7": whole[3],
        "center_zoom": FIRST + 3,
        "center_lon_e7": (whole[0] + whole[2]) // 2,
        "center_lat_e7": (whole[1] + whole[3]) // 2,
    }


def _about() -> dict[str, object]:
    """Say what the layers are and whose data the map is made of."""
    names = ("green", "water", "areas", "streets", "knots")
    return {
        "name": "Weft",
        "attribution": "© OpenStreetMap contributors; Office for National Statistics",
        "vector_layers": [
            {
                "id": name,
                "fields": {"name": "String"},
                "minzoom": FIRST,
                "maxzoom": LAST,
            }
            for name in names
        ],
    }
