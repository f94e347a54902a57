"""How is a layer of the ONS portal read in pages?

At most as many rows a page as the layer says (2,000 is usual); a page that is empty,
or short without ``exceededTransferLimit``, is the last; and the rows are counted
against what the layer says it has. Without pages a call gives the first 2,000 and says
nothing. Pages lie beside the file until all are there, so that a layer that breaks off
is gone on with.
"""

import csv
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from weft.commons.errors import NotFetched
from weft.commons.progress import Progress, unwatched
from weft.ground.domain.region_file import Getting
from weft.ground.sources.fetching.asking import Publishers
from weft.ground.sources.fetching.resolving import Addresses, Json, parsed

MOST_A_PAGE = 2_000
LONGEST_ADDRESS = 1_500


def save_layer(
    publishers: Publishers,
    getting: Getting,
    target: Path,
    where: Addresses,
    *,
    progress: Progress = unwatched,
) -> int:
    """Read a layer to a GeoJSON or CSV file, as the file's name says.

    Returns
    -------
    int
        How many rows it has.

    Raises
    ------
    NotFetched
        When the layer cannot be read, or fewer rows came than it says it has.
    """
    layer = getting.service
    if not layer.startswith(("http://", "https://")):
        layer = f"{where.services}/{layer}/FeatureServer/0"
    about = _told(publishers, f"{layer}?f=json", None)
    size = min(MOST_A_PAGE, int(str(about.get("maxRecordCount") or MOST_A_PAGE)))
    query = _query(getting, as_features=target.suffix == ".geojson")
    total = _total(publishers, layer, query)
    pages = target.with_name(f"{target.name}.pages-{total}-{size}")
    pages.mkdir(parents=True, exist_ok=True)
    rows = _Walk(publishers, layer, query, pages, size).read(total, progress)
    if rows != total:
        shutil.rmtree(pages)
        raise NotFetched(f"{layer} has {total} rows and gave {rows}")
    _put_together(pages, target, getting)
    shutil.rmtree(pages)
    return rows


def _query(getting: Getting, *, as_features: bool) -> dict[str, str]:
    """Say which rows and fields are wanted."""
    query = {
        "where": getting.where or "1=1",
        "outFields": getting.fields or "*",
        "returnGeometry": "true" if as_features else "false",
        "f": "geojson" if as_features else "json",
    }
    if getting.expect:
        query["orderByFields"] = getting.expect[0]  # the code: pages stay in order
    if as_features:
        query["outSR"] = "4326"
    if getting.box:
        query |= {
            "geometry": ",".join(str(edge) for edge in getting.box),
            "geometryType": "esriGeometryEnvelope",
            "inSR": "4326",
            "spatialRel": "esriSpatialRelIntersects",
        }
    return query


def _told(
    publishers: Publishers, address: str, query: Mapping[str, str] | None
) -> dict[str, Json]:
    """Ask a layer; a long question is posted."""
    whole = f"{address}?{urlencode(query)}" if query else address
    if len(whole) > LONGEST_ADDRESS:
        told = parsed(publishers.text(address, form=query), address)
    else:
        told = parsed(publishers.text(whole), address)
    if not isinstance(told, dict):
        raise NotFetched(f"{address} did not answer as a layer does")
    return told


def _total(publishers: Publishers, layer: str, query: Mapping[str, str]) -> int:
    """Ask how many rows there are."""
    count = {**query, "returnCountOnly": "true", "f": "json"}
    count.pop("orderByFields", None)
    told = _told(publishers, f"{layer}/query", count).get("count")
    if not isinstance(told, int):
        raise NotFetched(f"{layer} does not say how many rows it has")
    return told


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk through a layer, page by page, going on after those already there."""

    publishers: Publishers
    layer: str
    query: Mapping[str, str]
    pages: Path
    size: int

    def read(self, total: int, progress: Progress) -> int:
        """Read every page that is not there yet; say how many rows there are in all."""
        rows = 0
        while True:
            told = self._page(rows)
            features = told.get("features")
            got = len(features) if isinstance(features, list) else 0
            rows += got
            progress(rows, total, self.layer.rsplit("/", 3)[-3])
            if got == 0 or (got < self.size and not _is_more(told)):
                return rows

    def _page(self, offset: int) -> dict[str, Json]:
        """Read one page, from where it was kept or from the publisher."""
        page = self.pages / f"{offset:09}.json"
        if not page.exists():
            of = {"resultOffset": str(offset), "resultRecordCount": str(self.size)}
            address = f"{self.layer}/query"
            _keep(page, _told(self.publishers, address, {**self.query, **of}))
        return _page(page)


def _is_more(told: dict[str, Json]) -> bool:
    """Tell whether the layer says that more follows, in either of two places."""
    properties = told.get("properties")
    inner = properties if isinstance(properties, dict) else {}
    flag = "exceededTransferLimit"
    return told.get(flag) is True or inner.get(flag) is True


def _keep(page: Path, told: dict[str, Json]) -> None:
    """Keep a page whole."""
    part = page.with_suffix(".part")
    part.write_text(json.dumps(told), encoding="utf-8")
    os.replace(part, page)  # noqa: PTH105 atomic on every system


def _page(page: Path) -> dict[str, Json]:
    """Read a page that was kept."""
    told: dict[str, Json] = json.loads(page.read_text(encoding="utf-8"))
    return told


def _features(pages: Path) -> Iterator[dict[str, Json]]:
    """Go through the features of all pages."""
    for page in sorted(pages.glob("*.json")):
        features = _page(page).get("features")
        for feature in features if isinstance(features, list) else ():
            if isinstance(feature, dict):
                yield feature


def _put_together(pages: Path, target: Path, getting: Getting) -> None:
    """Write all pages as one file, and put it in its place."""
    part = target.with_name(f"{target.name}.part")
    write = _write_features if target.suffix == ".geojson" else _write_table
    lacking = write(pages, part, getting)
    if lacking:
        raise NotFetched(f"the layer lacks «{lacking}»; it may be another one now")
    os.replace(part, target)  # noqa: PTH105 atomic on every system


def _write_features(pages: Path, part: Path, getting: Getting) -> str:
    """Write GeoJSON, a feature a line; name a property that the first one lacks."""
    with part.open("w", encoding="utf-8") as file:
        file.write('{"type": "FeatureCollection", "features": [\n')
        for number, feature in enumerate(_features(pages)):
            properties = feature.get("properties")
            if number == 0 and (lacking := _lacking(properties, getting)):
                return lacking
            file.write((",\n" if number else "") + json.dumps(feature))
        file.write("\n]}\n")
    return ""


def _write_table(pages: Path, part: Path, getting: Getting) -> str:
    """Write a CSV of the attributes; name a column that the first row lacks."""
    with part.open("w", encoding="utf-8-sig", newline="") as file:
        table: csv.DictWriter[str] | None = None
        for feature in _features(pages):
            row = feature.get("attributes", feature.get("properties"))
            if table is None:
                if lacking := _lacking(row, getting):
                    return lacking
                table = csv.DictWriter(file, list(row if isinstance(row, dict) else ()))
                table.writeheader()
            table.writerow(row if isinstance(row, dict) else {})
    return ""


def _lacking(row: Json, getting: Getting) -> str:
    """Name a field that should be there and is not."""
    there = row if isinstance(row, dict) else {}
    return next((name for name in getting.expect if name not in there), "")
