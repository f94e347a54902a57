"""How are the places of West Yorkshire repeated until there are a million?"""

import json
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

GROUND = ("boundaries", "lookups", "postcodes")
APART = 10**11
"""Between the numbers of two repeats: no thing of OpenStreetMap has so high a one."""

STEP = 0.00003
"""Degrees between two repeats, about 3 metres: the crowd stays where people are."""


def grown(data: Path, folder: Path, size: int) -> Path:
    """Make a folder with the ground's files and so many places in one file.

    The file is written as it is made up, a feature at a time. With ``size`` 0 the
    places are the true ones, in their 582 files.
    """
    folder.mkdir()
    for name in GROUND:
        (folder / name).symlink_to(data / name)
    if not size:
        (folder / "osm").symlink_to(data / "osm")
        return folder
    (folder / "osm").mkdir()
    with (folder / "osm" / "west-yorkshire-many.geojson").open("w") as file:
        file.write('{"type": "FeatureCollection", "features": [\n')
        for number, feature in enumerate(islice(_repeated(data), size)):
            file.write((",\n" if number else "") + json.dumps(feature))
        file.write("\n]}\n")
    return folder


def _repeated(data: Path) -> Iterator[dict[str, object]]:
    """Give every feature, then every feature again under another number, and so on."""
    for repeat in count():
        for path in sorted((data / "osm").glob("west-yorkshire-*.geojson")):
            for feature in json.loads(path.read_text())["features"]:
                yield _moved(feature, repeat)


def _moved(feature: dict[str, object], repeat: int) -> dict[str, object]:
    """Give a feature another number and name, a little to the side."""
    if not repeat:
        return feature
    told = dict(feature["properties"])
    for key in ("osm_id", "osm_way_id"):
        if told.get(key):
            told[key] = str(int(told[key]) + repeat * APART)
    if told.get("name"):
        told["name"] = f"{told['name']} {repeat}"
    geometry = dict(feature["geometry"])
    geometry["coordinates"] = _shifted(geometry["coordinates"], repeat * STEP)
    return {**feature, "properties": told, "geometry": geometry}


def _shifted(told: object, by: float) -> object:
    """Move coordinates of any depth eastwards."""
    match told:
        case [int() | float() as x, int() | float() as y, *_]:
            return [round(x + by, 7), y]
        case list():
            return [_shifted(one, by) for one in told]
    return told
