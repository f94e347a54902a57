"""How is a week kept that was made ready for asking what to put on next?"""

from datetime import datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction

from weft.access.domain.arrays import as_bytes
from weft.access.domain.next_offer import Prepared, as_arrays
from weft.access.models import NextReady, PublishedWeek
from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.times import Week
from weft.commons.writing import sweep, write_whole

FOLDER = "next"


@transaction.atomic
def keep_ready(
    *, region: str, week: Week, prepared: Prepared, now: datetime, by: Actor
) -> str:
    """Keep a region's week, ready to be asked, in the place of the one before.

    Parameters
    ----------
    region, week
        Which.
    prepared
        What came of it.
    now, by
        When, who.

    Returns
    -------
    str
        The hash of what is kept.
    """
    told = as_arrays(prepared)
    raw = as_bytes(told)
    digest = sha256(raw).hexdigest()
    file = Path(FOLDER) / region / f"{week.monday.isoformat()}-{digest[:16]}.npz"
    write_whole(Path(settings.DATA_DIR) / file, raw)
    week_published = PublishedWeek.objects.filter(region=region, week=week.monday)
    NextReady.objects.update_or_create(
        region=region,
        defaults={
            "week": week.monday,
            "published": week_published.values_list("sha256", flat=True).first() or "",
            "file": str(file),
            "sha256": digest,
            "about": dict(told.about),
            "made_at": now,
        },
    )
    record(
        by=by,
        deed="access.keep_ready",
        subject=f"region {region}",
        details={"week": week.monday.isoformat(), "hash": digest},
    )
    data = Path(settings.DATA_DIR)
    transaction.on_commit(lambda: sweep(data / FOLDER / region, "", keep={data / file}))
    return digest
