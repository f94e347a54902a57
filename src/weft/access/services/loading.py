"""How do streets and timetables that have been read become those that are served?

Inside the build's one transaction, as tables about areas are
(docs/decisions/0006-one-transaction.md): files are written under names made of their
own bytes, rows take the place of those before, and only after the commit are files
removed that no row names.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction

from weft.access.domain.arrays import Arrays, as_bytes
from weft.access.models import ArrayFile
from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.times import Week
from weft.commons.writing import sweep, write_whole
from weft.ground.domain.asked import Reading

OURS = "access-"


@transaction.atomic
def load(
    *, region: str, readings: Sequence[Reading[Arrays]], by: Actor, week: Week
) -> None:
    """Put a region's streets and timetables in place of those before.

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
    """
    ArrayFile.objects.filter(region=region).delete()
    rows = [_row(region, reading) for reading in readings]
    ArrayFile.objects.bulk_create(rows)
    record(
        by=by,
        deed="access.load",
        subject=f"region {region}",
        details={
            "files": ", ".join(f"{row.source} ({row.what})" for row in rows),
            "week": week.monday.isoformat(),
        },
    )
    transaction.on_commit(lambda: _sweep(region))


def _row(region: str, reading: Reading[Arrays]) -> ArrayFile:
    """Write a source's file and say where it lies."""
    told = reading.content
    raw = as_bytes(told)
    digest = sha256(raw).hexdigest()
    file = Path("arrays") / region / f"{OURS}{told.what}-{digest[:16]}.npz"
    write_whole(Path(settings.DATA_DIR) / file, raw)
    return ArrayFile(
        region_id=region,
        source=reading.asked.source,
        what=told.what,
        file=str(file),
        sha256=digest,
        about=dict(told.about),
    )


def _sweep(region: str) -> None:
    """Remove this part's files of a region that no row names."""
    data = Path(settings.DATA_DIR)
    named = ArrayFile.objects.filter(region=region).values_list("file", flat=True)
    sweep(data / "arrays" / region, OURS, keep={data / file for file in named})
