"""How are a region's real choices published, week by week?"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from weft.access.domain.published import as_arrays
from weft.access.models import PublishedWeek
from weft.access.queries.weeks import WeekReckoned
from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.times import Week
from weft.commons.writing import sweep, write_whole
from weft.jobs.services import tell

FOLDER = "choice"
PUBLISHED = "access.published"
"""What follows a published week asks for this; it is about a region."""


@transaction.atomic
def publish_week(
    *,
    region: str,
    week: Week,
    reckoned: WeekReckoned,
    clock: Callable[[], datetime],
    by: Actor,
) -> str:
    """Publish a week; one that was published before is put in its place.

    Parameters
    ----------
    region, week
        Which.
    reckoned
        What came of it, and from what; its package is written before, since that may
        take seconds.
    clock
        Tells when.
    by
        Who.

    Returns
    -------
    str
        The hash of what is published.
    """
    digest = reckoned.digest
    file = Path(FOLDER) / region / f"{week.monday.isoformat()}-{digest[:16]}.npz"
    _write(Path(settings.DATA_DIR) / file, reckoned)
    PublishedWeek.objects.update_or_create(
        region=region,
        week=week.monday,
        defaults={
            "file": str(file),
            "sha256": digest,
            "inputs": dict(reckoned.inputs),
            "about": dict(as_arrays(reckoned.told).about),
            "published_at": clock(),
        },
    )
    record(
        by=by,
        deed="access.publish",
        subject=f"region {region}",
        details={"week": week.monday.isoformat(), "hash": digest},
    )
    tell(event=PUBLISHED, about=region)
    transaction.on_commit(lambda: _sweep(region))
    return digest


def _write(file: Path, reckoned: WeekReckoned) -> None:
    """Write the arrays, and the package beside them."""
    write_whole(file.with_suffix(".zip"), reckoned.package)
    write_whole(file, reckoned.raw)


def _sweep(region: str) -> None:
    """Remove files of weeks that were published anew since."""
    data = Path(settings.DATA_DIR)
    named = PublishedWeek.objects.filter(region=region).values_list("file", flat=True)
    kept = {data / file for file in named}
    packages = {file.with_suffix(".zip") for file in kept}
    sweep(data / FOLDER / region, "", keep=kept | packages)
