"""How do tables that have been read become the tables that are served?

Inside the build's one transaction: files are written beside the old ones under names
made of their own bytes, rows are put in place of those before, and only after the
commit are files removed that no row names. A reader sees the old tables whole or the
new ones whole (docs/decisions/0006-one-transaction.md).
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotPossible
from weft.commons.provenance import Vintage
from weft.commons.times import Week
from weft.commons.writing import sweep, write_whole
from weft.ground.domain.asked import Reading
from weft.need.domain.frames import AreaFrame
from weft.need.domain.stored import as_parquet
from weft.need.domain.topics import slug
from weft.need.models import AreaTable

OURS = "need-"


@transaction.atomic
def load(
    *,
    region: str,
    readings: Sequence[Reading[Sequence[AreaFrame]]],
    by: Actor,
    week: Week,
) -> None:
    """Put a region's tables in place of those before.

    Parameters
    ----------
    region
        The slug of a region whose ground is loaded.
    readings
        What every importer of this part gave.
    by
        Who did it.
    week
        The Monday the build is made for.

    Raises
    ------
    NotPossible
        When one source tells the same table twice.
    """
    told = [
        (reading, frame)
        for reading in readings
        for frame in reading.content
        if len(frame) and frame.columns
    ]
    _refuse_twice(told)
    AreaTable.objects.filter(region=region).delete()
    rows = [_row(region, reading, frame) for reading, frame in told]
    AreaTable.objects.bulk_create(rows)
    record(
        by=by,
        deed="need.load",
        subject=f"region {region}",
        details={
            "tables": len(rows),
            "numbers": sum(frame.values.size for _, frame in told),
            "week": week.monday.isoformat(),
        },
    )
    transaction.on_commit(lambda: _sweep(region))


Told = tuple[Reading[Sequence[AreaFrame]], AreaFrame]


def _refuse_twice(told: Sequence[Told]) -> None:
    """Refuse a source that tells one table twice: nobody could say which is right."""
    seen: set[tuple[str, str, Vintage, int]] = set()
    for reading, frame in told:
        which = (reading.asked.source, frame.table, frame.vintage, frame.year)
        if which in seen:
            raise NotPossible(
                f"The source «{which[0]}» tells {frame.table} ({frame.vintage}, "
                f"{frame.year}) twice. Name one file for it in the region file."
            )
        seen.add(which)


def _row(
    region: str, reading: Reading[Sequence[AreaFrame]], frame: AreaFrame
) -> AreaTable:
    """Write a table's file and say where it lies."""
    raw = as_parquet(frame)
    digest = sha256(raw).hexdigest()
    name = "-".join(
        (
            f"{OURS}{slug(reading.asked.source)}",
            slug(frame.table),
            f"{frame.vintage.geography}{frame.vintage.year}",
            str(frame.year),
            digest[:16],
        )
    )
    file = Path("arrays") / region / f"{name}.parquet"
    write_whole(Path(settings.DATA_DIR) / file, raw)
    return AreaTable(
        region_id=region,
        source=reading.asked.source,
        table=frame.table,
        title=frame.title,
        geography=frame.vintage.geography,
        vintage=frame.vintage.year,
        edition=reading.asked.origin.edition,
        year=frame.year,
        rows=len(frame),
        file=str(file),
        sha256=digest,
        columns=[column.as_told() for column in frame.columns],
    )


def _sweep(region: str) -> None:
    """Remove this part's files of a region that no row names."""
    data = Path(settings.DATA_DIR)
    named = AreaTable.objects.filter(region=region).values_list("file", flat=True)
    sweep(data / "arrays" / region, OURS, keep={data / file for file in named})
