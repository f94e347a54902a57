"""Every deed is written down here, once, in the same transaction as the deed."""

from collections.abc import Mapping

from django.db import connection, transaction
from django.utils import timezone

from weft.accounts.actors import Actor
from weft.accounts.chain import FIRST, digest
from weft.accounts.models import Entry
from weft.accounts.services.allowing import require
from weft.accounts.things import Thing

_LOCK = 8_231_977  # any number of ours: PostgreSQL locks by number


@transaction.atomic
def record(
    *,
    by: Actor,
    deed: str,
    subject: str,
    details: Mapping[str, str | int | bool | None] | None = None,
) -> int:
    """Write one deed at the end of the record.

    Parameters
    ----------
    by
        Who did it.
    deed
        The service's name, as ``ground.build_region``.
    subject
        What it was done to: a kind and a key, as ``region tenterdale`` or
        ``asset:3f2a…``, never a person's name.
    details
        A few plain values worth keeping.

    Returns
    -------
    int
        The number of the new entry. Entries are chained by SHA-256, so that a
        changed or missing one shows (``queries.broken_entries``).

    Raises
    ------
    NotAllowed
        The policy does not let them; the deed is undone with its transaction.
    """
    require(by=by, deed=deed, thing=Thing.of(subject))
    _one_at_a_time()
    last = Entry.objects.order_by("-number").first()
    entry = Entry(
        number=last.number + 1 if last else 1,
        at=timezone.now(),
        by=str(by),
        deed=deed,
        subject=subject,
        details=dict(details or {}),
        before=last.hash if last else FIRST,
    )
    entry.hash = digest(entry)
    entry.save(force_insert=True)
    return entry.number


def _one_at_a_time() -> None:
    """Make writers of the record wait for each other.

    SQLite's IMMEDIATE transactions do so already; PostgreSQL's do not, and two
    entries would get the same number.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
