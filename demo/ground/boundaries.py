"""What does the ONS Open Geography Portal give for boundaries and points?

GeoJSON as a REST query gives it (``f=geojson``, longitude and latitude), with the
portal's own fields; the population-weighted points of output areas as the portal's
CSV, in metres, beginning with a byte-order mark.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from demo.files import Folder
from demo.ground.areas import Areas, OutputArea
from demo.ground.land import Spot, degrees, degrees_of
from demo.ground.neighbourhoods import DISTRICTS

Properties = dict[str, str | int | float]


def global_id(code: str) -> str:
    """Give a thing the same made-up GlobalID each time."""
    return str(uuid5(NAMESPACE_URL, f"https://tenterdale.example/{code}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One boundary layer: its file, its field names and what it joins."""

    file: str
    code: str
    name: str | None
    of: Callable[[OutputArea], str]
    welsh: bool = True
    key: str = ""


LAYERS = (
    Layer(
        file="Lower_layer_Super_Output_Areas_December_2021_Boundaries_EW_BGC_V5",
        code="LSOA21CD",
        name="LSOA21NM",
        of=lambda oa: oa.lsoa,
        welsh=False,
        key="lsoa:",
    ),
    Layer(
        file="Lower_Layer_Super_Output_Areas_December_2011_Boundaries_EW_BGC_V3",
        code="LSOA11CD",
        name="LSOA11NM",
        of=lambda oa: oa.lsoa11,
        key="lsoa11:",
    ),
    Layer(
        file="Middle_layer_Super_Output_Areas_December_2021_Boundaries_EW_BGC_V3",
        code="MSOA21CD",
        name="MSOA21NM",
        of=lambda oa: oa.msoa,
    ),
    Layer(
        file="Wards_May_2025_Boundaries_UK_BGC_V2",
        code="WD25CD",
        name="WD25NM",
        of=lambda oa: oa.ward,
    ),
    Layer(
        file="Local_Authority_Districts_May_2024_Boundaries_UK_BGC",
        code="LAD24CD",
        name="LAD24NM",
        of=lambda oa: oa.lad,
    ),
)


def write(areas: Areas, folder: Folder) -> None:
    """Write every boundary layer and both sets of points."""
    oa_shapes: dict[str, BaseGeometry] = {oa.code: oa.shape for oa in areas.oas}
    features(
        folder,
        "Output_Areas_2021_EW_BGC_V2",
        oa_shapes,
        lambda code: {
            "OA21CD": code,
            "LSOA21CD": areas.by_code[code].lsoa,
            "LSOA21NM": areas.names["lsoa:" + areas.by_code[code].lsoa],
            "LSOA21NMW": " ",
        },
    )
    for layer in LAYERS:
        features(folder, layer.file, areas.shape(layer.of), about(layer, areas))
    points(areas, folder)


def about(layer: Layer, areas: Areas) -> Callable[[str], Properties]:
    """Give the fields of one layer's areas, as the portal names them."""
    lads = {layer.of(oa): oa.lad for oa in areas.oas}

    def properties(code: str) -> Properties:
        found: Properties = {layer.code: code}
        if layer.name:
            found[layer.name] = areas.names[layer.key + code]
        if layer.name and layer.welsh:
            own = "LSOA11" in layer.code or "MSOA" in layer.code
            found[f"{layer.name}W"] = str(found[layer.name]) if own else " "
        if layer.code == "WD25CD":
            lad = next(d for d in DISTRICTS.values() if d.code == lads[code])
            found |= {"LAD25CD": lad.code, "LAD25NM": lad.name}
        return found

    return properties


def features(
    folder: Folder,
    file: str,
    shapes: Mapping[str, BaseGeometry],
    properties: Callable[[str], Properties],
) -> None:
    """Write one layer of polygons."""
    rows = []
    for number, (code, shape) in enumerate(sorted(shapes.items()), 1):
        middle = shape.representative_point()
        lon, lat = degrees((middle.x, middle.y))
        fields: Properties = {"FID": number, **properties(code)}
        fields |= {
            "BNG_E": round(middle.x),
            "BNG_N": round(middle.y),
            "LONG": round(lon, 5),
            "LAT": round(lat, 5),
            "GlobalID": global_id(code),
        }
        rows.append(feature(number, geometry(shape), fields))
    collection(folder, file, rows)


def feature(number: int, shape: object, fields: Properties) -> dict[str, object]:
    """Give one feature in the order the portal writes it."""
    return {"type": "Feature", "id": number, "geometry": shape, "properties": fields}


def collection(folder: Folder, file: str, rows: list[dict[str, object]]) -> None:
    """Write a layer as the portal's REST service answers."""
    crs = {"type": "name", "properties": {"name": "EPSG:4326"}}
    whole = {"type": "FeatureCollection", "crs": crs, "features": rows}
    folder.json(f"boundaries/{file}.geojson", whole, rows=len(rows))


def geometry(shape: BaseGeometry) -> dict[str, object]:
    """Give a polygon in longitude and latitude; outer rings run anticlockwise."""
    parts = shape.geoms if isinstance(shape, MultiPolygon) else [shape]
    rings = [polygon_rings(orient(part)) for part in parts]
    if len(rings) == 1:
        return {"type": "Polygon", "coordinates": rings[0]}
    return {"type": "MultiPolygon", "coordinates": rings}


def polygon_rings(shape: Polygon) -> list[list[Spot]]:
    """Give the rings of one polygon, the outer one first."""
    return [
        degrees_of(list(ring.coords)) for ring in (shape.exterior, *shape.interiors)
    ]


def weighted(oas: list[OutputArea], shape: BaseGeometry) -> Spot:
    """Give the population-weighted point of some output areas.

    As ONS does, the point is kept inside its area: where the mean falls outside
    (a horseshoe of a valley side), the houses nearest to it stand for all.
    """
    people = sum(oa.people for oa in oas)
    x = sum(oa.at[0] * oa.people for oa in oas) / people
    y = sum(oa.at[1] * oa.people for oa in oas) / people
    if shape.contains(Point(x, y)):
        return (round(x), round(y))
    return min((oa.at for oa in oas), key=lambda at: math.dist(at, (x, y)))


def points(areas: Areas, folder: Folder) -> None:
    """Write the population-weighted points of OAs (CSV) and LSOAs (GeoJSON)."""
    folder.csv(
        "points/Output_Areas_2021_PWC_V4.csv",
        ("FID", "OA21CD", "GlobalID", "x", "y"),
        [
            (n, oa.code, global_id("pwc" + oa.code), *oa.at)
            for n, oa in enumerate(areas.oas, 1)
        ],
        encoding="utf-8-sig",
    )
    shapes = areas.shape(lambda oa: oa.lsoa)
    rows = []
    for n, (code, oas) in enumerate(areas.lsoas.items(), 1):
        at = degrees(weighted(oas, shapes[code]))
        point = {"type": "Point", "coordinates": at}
        fields: Properties = {"FID": n, "LSOA21CD": code, "GlobalID": global_id(code)}
        rows.append(feature(n, point, fields))
    crs = {"type": "name", "properties": {"name": "EPSG:4326"}}
    whole = {"type": "FeatureCollection", "crs": crs, "features": rows}
    folder.json("points/LSOA_PopCentroids_EW_2021_V4.geojson", whole, rows=len(rows))
