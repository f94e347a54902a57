"""How is a week of real choice written as an open data package?"""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path

from weft.access.domain.published import Published
from weft.access.domain.rests_on import RestsOn
from weft.access.exchange.package.tables import tables
from weft.access.exchange.package.told import Told
from weft.commons.files import checksum
from weft.commons.writing import zip_of
from weft.shell.flat import Field, Kind, write_csv

METHOD = "docs/methods/real-choice.md"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0; the sources have licences of their own",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
TYPES = {
    Kind.TEXT: "string",
    Kind.LIST: "string",
    Kind.WHOLE: "integer",
    Kind.NUMBER: "number",
    Kind.YES_NO: "boolean",
    Kind.DAY: "date",
    Kind.MOMENT: "datetime",
}
ABOUT = (
    "For whom there is a real choice, area by area and life by life: what is within "
    "reach, and never whether it is wanted. «certain»: what nobody knows is taken as "
    "shut; «possible»: as open. An empty cell means that nobody knows. No number of "
    "people of a single area is in it."
)
Json = dict[str, object]


def package_of(
    told: Published, rests: RestsOn, inputs: Mapping[str, str], result: str
) -> bytes:
    """Write the package; the same week gives the same bytes.

    Parameters
    ----------
    told, rests
        The week, and what it rests on.
    inputs
        The hash of each thing that it was reckoned from.
    result
        The hash of what came out, as it is published.

    Returns
    -------
    bytes
        A zip, with no date in it.
    """
    with tempfile.TemporaryDirectory() as made:
        folder, whole = Path(made) / "package", Path(made) / "package.zip"
        folder.mkdir()
        about = _about(rests, inputs, result)
        about["resources"] = [
            _written(folder, one) for one in tables(told, rests, list(inputs.items()))
        ]
        (folder / "datapackage.json").write_text(
            json.dumps(about, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        zip_of(folder, whole)
        return whole.read_bytes()


def _about(rests: RestsOn, inputs: Mapping[str, str], result: str) -> Json:
    week = rests.week.monday.isoformat()
    return {
        "profile": "tabular-data-package",
        "name": f"real-choice-{rests.region}-{week}",
        "title": f"Real choice in {rests.name}, week of {week}",
        "description": ABOUT,
        "version": week,
        "licenses": [LICENCE],
        "sources": _whose(rests),
        "weft": {
            "region": rests.region,
            "week": week,
            "method": METHOD,
            "again": f"./weft choice {rests.region} --week {week} --against FILE.zip",
            "result": result,
            "inputs": dict(sorted(inputs.items())),
        },
    }


def _whose(rests: RestsOn) -> list[dict[str, str]]:
    """Name each source once, with its vintage and where it is published."""
    found: dict[str, dict[str, str]] = {}
    for one in rests.sources:
        parts = (one.publisher, one.edition, one.vintage, one.licence)
        told = {"title": ", ".join(part for part in parts if part)}
        found[one.source] = told | ({"path": one.address} if one.address else {})
    return [told for _, told in sorted(found.items())]


def _written(folder: Path, one: Told) -> Json:
    """Write a table, and describe it."""
    file = folder / f"{one.name}.csv"
    write_csv(file, one.fields, one.rows, mark=False)
    schema: Json = {
        "fields": [_field(told) for told in one.fields],
        "primaryKey": list(one.key),
    }
    if one.leads_to:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": to, "fields": its}}
            for column, (to, its) in one.leads_to.items()
        ]
    return {
        "name": one.name,
        "path": file.name,
        "profile": "tabular-data-resource",
        "description": one.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.stat().st_size,
        "hash": f"sha256:{checksum(file)}",
        "schema": schema,
    }


def _field(told: Field) -> Json:
    unit = f" ({told.unit})" if told.unit else ""
    return {
        "name": told.name,
        "type": TYPES[told.kind],
        "description": f"{told.meaning}{unit}",
    }
