"""Which point stands for each area?

Population-weighted points of the ONS portal, as GeoJSON or as CSV with ``x`` and
``y`` in metres; or any table of a code with latitude and longitude. Whether a point
is weighted by where people live is said in the region file
(``[sources.….options] weighted = "yes"``) and is unknown otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Rows, open_features, open_rows
from weft.commons.places import Point
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.grid import point_of
from weft.ground.domain.told import GroundTold, PointTold
from weft.ground.sources.belonging import Belongs
from weft.ground.sources.headings import area_columns, column_of

WEIGHTED = {"yes": True, "no": False}
CODE_ALONE = {"oa": "oacd", "lsoa": "lsoacd", "msoa": "msoacd"}
"""Headings of one list that holds the codes of several years."""

EAST = {"x": ("x", "long", "longitude", "lon"), "y": ("y", "lat", "latitude")}


@dataclass(frozen=True, slots=True)
class _Spot:
    """One row: a code and where it is, before anything is checked."""

    line: int
    code: str
    x: float | None
    y: float | None


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read the points of one kind of area."""
    vintage = asked.vintage
    tally = Tally()
    points: dict[str, PointTold] = {}
    for number, path in enumerate(asked.files):
        progress(number, len(asked.files), path.name)
        for spot in _spots(path, vintage):
            _take(spot, path.name, asked, points, tally)
    content = GroundTold(points=tuple(points.values()))
    return Reading(asked=asked, content=content, tally=tally)


def _take(
    spot: _Spot,
    file: str,
    asked: Asked,
    points: dict[str, PointTold],
    tally: Tally,
) -> None:
    """Take one point, or count why not."""
    vintage = asked.vintage
    if not Belongs(asked, vintage)(spot.code):
        tally.leave_out("outside the region, or of another year")
    elif spot.x is None or spot.y is None:
        tally.complain("no coordinates", example=f"{file} line {spot.line}")
    elif spot.code in points:
        _refuse_another(spot, file, points[spot.code].point)
        tally.leave_out("told twice, in the same words")
    else:
        points[spot.code] = PointTold(
            vintage=vintage,
            code=spot.code,
            point=point_of(spot.x, spot.y),
            weighted=WEIGHTED.get(asked.option("weighted")),
        )
        tally.use()


def _refuse_another(spot: _Spot, file: str, first: Point) -> None:
    """Refuse two different points for one area."""
    if point_of(spot.x or 0.0, spot.y or 0.0) != first:
        raise FileNotUnderstood(
            f"«{spot.code}» has two points",
            file=file,
            line=spot.line,
            remedy="Keep the right one of the two, or save the file again.",
        )


def _spots(path: Path, vintage: Vintage) -> Iterator[_Spot]:
    """Read the rows of either form."""
    if path.suffix.lower() in {".geojson", ".json"}:
        yield from _spots_of_features(path, vintage)
        return
    with open_rows(path, aliases=EAST, needed=("x", "y")) as rows:
        code = _code_heading(rows, vintage)
        for row in rows:
            yield _Spot(row.line, row.text(code), row.number("x"), row.number("y"))


def _code_heading(rows: Rows, vintage: Vintage) -> str:
    """Find the column of codes, of one year or of several."""
    alone = CODE_ALONE.get(vintage.geography, "")
    mixed = rows.has(alone) and not any(
        column.vintage == vintage for column in area_columns(rows.headers)
    )
    return alone if mixed else column_of(vintage, rows.headers, rows.file).code


def _spots_of_features(path: Path, vintage: Vintage) -> Iterator[_Spot]:
    """Read points of GeoJSON."""
    for feature in open_features(path):
        names = {name.lower(): name for name in feature.properties}
        code = feature.text(names[column_of(vintage, names, path.name).code])
        match (feature.geometry or {}).get("coordinates"):
            case [int() | float() as x, int() | float() as y, *_]:
                yield _Spot(feature.line, code, x, y)
            case _:
                yield _Spot(feature.line, code, None, None)
