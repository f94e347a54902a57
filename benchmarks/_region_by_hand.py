"""What do plain polars and the standard library count in the same files?"""

import json
import time
from pathlib import Path

import polars as pl

DISTRICTS = [f"E0800003{n}" for n in range(2, 7)]


def counted(data: Path) -> tuple[float, dict[str, int]]:
    """Count areas, postcodes, joins and features; give the seconds too."""
    began = time.monotonic()
    edges = data / "boundaries"
    lsoa21 = _codes(edges / "lsoa_E47000003.geojson", "LSOA21CD")
    lsoa11 = _codes(edges / "lsoa11_E47000003.geojson", "LSOA11CD")
    features, repeats = _features(data / "osm")
    counts = {
        "lsoa21": len(lsoa21),
        "lsoa11": len(lsoa11),
        "msoa21": len(_codes(edges / "msoa_E47000003.geojson", "MSOA21CD")),
        "msoa11": len(_codes(edges / "msoa11_E47000003.geojson", "MSOA11CD")),
        "ward25": len(_codes(edges / "ward_E47000003.geojson", "WD25CD")),
        "postcodes": _postcodes(data / "postcodes"),
        "iod_2025_reduced joins": _join(
            data / "deprivation/imd2025_england_lsoa21.csv", lsoa21
        ),
        "iod_2019_reduced joins": _join(
            data / "deprivation/imd2019_england_lsoa11.csv", lsoa11
        ),
        "loneliness joins": _join(
            data / "health/england_cls_loneliness_lsoa.csv", lsoa21
        ),
        "osm_features": features,
        "osm_repeats": repeats,
    }
    return time.monotonic() - began, counts


def _codes(path: Path, name: str) -> set[str]:
    """Read the codes of a layer."""
    told = json.loads(path.read_text())
    return {feature["properties"][name] for feature in told["features"]}


def _postcodes(folder: Path) -> int:
    """Count the postcodes of the five districts that have a point."""
    (path,) = folder.glob("derived_*.csv")
    table = pl.read_csv(path)
    ours = table.filter(pl.col("lad").is_in(DISTRICTS) & pl.col("lat").is_not_null())
    return ours.select(pl.col("postcode").str.replace_all(" ", "")).n_unique()


def _join(path: Path, codes: set[str]) -> int:
    """Count the areas that a table has a row for."""
    table = pl.read_csv(path, infer_schema=False)
    return len(codes.intersection(table.to_series(0)))


def _features(folder: Path) -> tuple[int, int]:
    """Count the features of all layers, and those that lie in several."""
    seen: set[tuple[str, str, str]] = set()
    features = 0
    for path in sorted(folder.glob("west-yorkshire-*.geojson")):
        for feature in json.loads(path.read_text())["features"]:
            told = feature["properties"]
            kind = feature["geometry"]["type"]
            seen.add((kind, str(told.get("osm_id")), str(told.get("osm_way_id"))))
            features += 1
    return features, features - len(seen)
