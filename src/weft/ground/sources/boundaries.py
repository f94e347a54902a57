"""Where do the edges of areas run?

GeoJSON as the ONS portal gives it, in degrees, or in metres of the British National
Grid, which no property says and the size of the numbers shows. One file for each
geography and year; ``geography`` and ``vintage`` of the region file say which, and
the file's own property names must agree.
"""

import re
from collections.abc import Iterator

import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Feature, open_features
from weft.commons.places import Point
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.grid import in_degrees
from weft.ground.domain.told import AreaTold, GroundTold
from weft.ground.sources.belonging import Belongs
from weft.ground.sources.headings import AreaColumn, column_of

AREAL = frozenset({"Polygon", "MultiPolygon"})
DISTRICT = re.compile(r"lad(?:\d\d)?cd(?:_active)?")
REMEDY = "Download the layer again from the source's page."


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read one layer of boundaries."""
    vintage = asked.vintage
    tally, areas = Tally(), dict[str, AreaTold]()
    for number, path in enumerate(asked.files):
        progress(number, len(asked.files), path.name)
        for feature in open_features(path):
            _take(feature, vintage, asked, areas, tally)
    if not areas:
        raise FileNotUnderstood(
            f"there is no area of the region in it ({tally.rows_read} areas read)",
            file=", ".join(path.name for path in asked.files),
            remedy="Check «districts» in the region file, or the file itself.",
        )
    content = GroundTold(areas=tuple(areas.values()))
    return Reading(asked=asked, content=content, tally=tally)


def _take(
    feature: Feature,
    vintage: Vintage,
    asked: Asked,
    areas: dict[str, AreaTold],
    tally: Tally,
) -> None:
    """Take one feature, or count why not."""
    properties = {name.lower(): name for name in feature.properties}
    column = column_of(vintage, properties, feature.file)
    code = feature.text(properties[column.code])
    if not code:
        raise _wrong(feature, column.code, "an area has no code")
    district = _district(feature, properties, vintage, code)
    if not Belongs(asked, vintage)(code, district):
        tally.leave_out("outside the region")
        return
    if code in areas:
        raise _wrong(feature, column.code, f"«{code}» is told twice")
    areas[code] = AreaTold(
        vintage=vintage,
        code=code,
        name=_name(feature, properties, column) or code,
        boundary=_boundary(feature, code),
        point=_point(feature, properties),
        district=district,
    )
    tally.use()


def _district(
    feature: Feature, properties: dict[str, str], vintage: Vintage, code: str
) -> str:
    """Find in which district the area lies, "" where the file does not say."""
    if vintage.geography is Geography.DISTRICT:
        return code
    told = (name for plain, name in properties.items() if DISTRICT.fullmatch(plain))
    return next((feature.text(name) for name in told), "")


def _name(feature: Feature, properties: dict[str, str], column: AreaColumn) -> str:
    """Read the area's name."""
    return feature.text(properties[column.name]) if column.name else ""


def _point(feature: Feature, properties: dict[str, str]) -> Point | None:
    """Read the middle that the publisher gives, if there is one."""
    latitude, longitude = (
        feature.properties.get(properties.get(name, "")) for name in ("lat", "long")
    )
    if isinstance(latitude, int | float) and isinstance(longitude, int | float):
        return Point(float(latitude), float(longitude))
    return None


def _boundary(feature: Feature, code: str) -> bytes:
    """Read the polygon, in degrees, made valid where its rings cross."""
    kind = (feature.geometry or {}).get("type")
    if kind not in AREAL:
        raise _wrong(feature, "geometry", f"«{code}» has no boundary ({kind})")
    try:
        polygon: BaseGeometry = shape(feature.geometry)
    except (ValueError, TypeError, IndexError, shapely.errors.ShapelyError) as problem:
        raise _wrong(
            feature, "geometry", f"the boundary of «{code}» cannot be read ({problem})"
        ) from problem
    if polygon.is_empty:
        raise _wrong(feature, "geometry", f"the boundary of «{code}» is empty")
    if not polygon.is_valid:
        polygon = _areal(shapely.make_valid(polygon))
    wkb: bytes = shapely.to_wkb(in_degrees(polygon))
    return wkb


def _areal(mended: BaseGeometry) -> BaseGeometry:
    """Keep the polygons of a mended boundary, not the threads left over."""
    parts = list(_polygons(mended))
    return shapely.union_all(parts) if len(parts) > 1 else parts[0] if parts else mended


def _polygons(geometry: BaseGeometry) -> Iterator[BaseGeometry]:
    """Go through the polygons of a geometry."""
    for part in getattr(geometry, "geoms", (geometry,)):
        if part.geom_type in AREAL:
            yield part


def _wrong(feature: Feature, column: str, problem: str) -> FileNotUnderstood:
    """Make the error for one feature."""
    return FileNotUnderstood(
        problem, file=feature.file, line=feature.line, column=column, remedy=REMEDY
    )
