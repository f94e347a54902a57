"""How is the report of a region told to a machine?"""

from weft.ground.queries.about import DatasetAbout, RegionReport

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


def report_as_json(report: RegionReport) -> dict[str, Json]:
    """Write a report as JSON values; docs/data/region-report.md tells each key.

    Returns
    -------
    dict
        ``files``, one for each source; ``areas``, how many of each vintage;
        ``postcodes``; ``osm_features``; and when, for which week, of what.
    """
    region = report.region
    return {
        "region": region.slug,
        "name": region.name,
        "made_up": region.made_up,
        "built_at": region.built_at.isoformat() if region.built_at else None,
        "week": region.week.isoformat() if region.week else None,
        "inputs_hash": region.inputs_hash,
        "files": [_file(dataset) for dataset in report.datasets],
        "areas": dict(report.areas),
        "links": dict(report.links),
        "postcodes": report.postcodes,
        "postcodes_live": report.postcodes_live,
        "names": report.names,
        "osm_features": report.osm_features,
    }


def _file(one: DatasetAbout) -> Json:
    """Write one source; used, left out and not understood add up to the rows read."""
    return {
        "name": one.name,
        "source": one.source,
        "part": one.part,
        "publisher": one.publisher,
        "licence": one.licence,
        "edition": one.edition,
        "date": one.dated.isoformat() if one.dated else None,
        "vintage": str(one.vintage) if one.vintage else None,
        "address": one.address,
        "rows_read": one.rows_read,
        "used": one.used,
        "left_out": sum(one.left_out.values()),
        "left_out_because": dict(one.left_out),
        "not_understood": sum(one.not_understood.values()),
        "not_understood_because": dict(one.not_understood),
        "examples": list(one.examples),
        "joins": dict(one.joins),
        "parts": [
            {"name": name, "bytes": size, "sha256": sha256}
            for name, size, sha256 in one.files
        ],
    }
