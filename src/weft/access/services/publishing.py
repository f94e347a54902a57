"""How are a region's real choices published, week by week?"""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction

from weft.access.domain.arrays import as_bytes
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
        What came of it, and from what.
    clock, by
        Tells when; who.

    Returns
    -------
    str
        The hash of what is published.
    """
    told = as_arrays(reckoned.told)
    raw = as_bytes(told)
    digest = sha256(raw).hexdigest()
    file = Path(FOLDER) / region / f"{week.monday.isoformat()}-{digest[:16]}.npz"
    write_whole(Path(settings.DATA_DIR) / file, raw)
    PublishedWeek.objects.update_or_create(
        region=region,
        week=week.monday,
        defaults={
            "file": str(file),
            "sha256": digest,
            "inputs": dict(reckoned.inputs),
            "about": dict(told.about),
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


def _sweep(region: str) -> None:
    """Remove files of weeks that were published anew since."""
    data = Path(settings.DATA_DIR)
    named = PublishedWeek.objects.filter(region=region).values_list("file", flat=True)
    sweep(data / FOLDER / region, "", keep={data / file for file in named})
