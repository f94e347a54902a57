"""What does somebody decide who looked at what a feed sent?"""

from datetime import datetime

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.harvests import RunState
from weft.assets.models import FeedRun
from weft.assets.services.harvests.keeping import one_at_a_time, snapshot_of
from weft.assets.services.harvests.reading import settle
from weft.commons.errors import NotFound, NotPossible


def take_run(*, run: int, by: Actor, now: datetime) -> None:
    """Take in what was held, after all.

    Raises
    ------
    NotFound, NotPossible
        When there is no such reading, or nothing waits to be decided about it.
    """
    with one_at_a_time(_held(run).feed_id), transaction.atomic():
        row = _held(run)
        settle(row.feed, row, snapshot_of(row), by, now)
        row.state, row.why = RunState.TAKEN, ""
        row.save()
        record(
            by=by,
            deed="assets.take_run",
            subject=f"feed {row.feed_id}",
            details={"run": run, "rows": row.rows},
        )


@transaction.atomic
def leave_run(*, run: int, by: Actor) -> None:
    """Leave what was held; what came last and was good stays as it is.

    Raises
    ------
    NotFound, NotPossible
        As ``take_run`` does.
    """
    row = _held(run)
    row.state = RunState.LEFT
    row.save(update_fields=["state"])
    folder = snapshot_of(row)
    transaction.on_commit(folder.forget)
    record(
        by=by,
        deed="assets.leave_run",
        subject=f"feed {row.feed_id}",
        details={"run": run, "rows": row.rows},
    )


def _held(number: int) -> FeedRun:
    row = FeedRun.objects.filter(pk=number).select_related("feed").first()
    if row is None:
        raise NotFound("This feed was not read then.")
    if row.state != RunState.HELD:
        raise NotPossible("Somebody has decided about it, or a newer one has come.")
    return row
