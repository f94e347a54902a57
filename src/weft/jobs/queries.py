"""How does the work stand?"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from weft.commons.errors import NotFound
from weft.jobs.models import Work

Queued = DBTaskResult[..., object]


class Standing(StrEnum):
    """How a piece of work stands, in words fit for a page."""

    WAITING = "waiting"
    DOING = "being done"
    DONE = "done"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkAbout:
    """One piece of work, as a page shows it."""

    id: UUID
    job: str
    standing: Standing
    asked_at: datetime
    finished_at: datetime | None
    seconds: float | None
    tries: int
    done: int
    total: int
    saying: str
    problem: str


def latest_work(*, most: int = 10) -> list[WorkAbout]:
    """List the work asked for last, newest first, in two questions."""
    queued = list(DBTaskResult.objects.order_by("-enqueued_at")[:most])
    return _about(queued)


def dead_letters(*, most: int = 50) -> list[WorkAbout]:
    """List the work that was given up and waits for somebody to look."""
    given_up = Work.objects.filter(given_up=True).values("pk")
    return _about(DBTaskResult.objects.filter(pk__in=given_up)[:most])


def work(key: UUID) -> WorkAbout:
    """Say how one piece of work stands.

    Raises
    ------
    NotFound
        There is no such work.
    """
    found = _about(DBTaskResult.objects.filter(pk=key))
    if not found:
        raise NotFound("There is no such work.")
    return found[0]


def standings() -> dict[Standing, int]:
    """Count the work by how it stands."""
    counted = Counter(DBTaskResult.objects.values_list("status", flat=True))
    given_up = Work.objects.filter(given_up=True).count()
    return {
        Standing.WAITING: counted[TaskResultStatus.READY],
        Standing.DOING: counted[TaskResultStatus.RUNNING],
        Standing.DONE: counted[TaskResultStatus.SUCCESSFUL],
        Standing.GIVEN_UP: given_up,
    }


_STANDINGS = {
    TaskResultStatus.READY: Standing.WAITING,
    TaskResultStatus.RUNNING: Standing.DOING,
    TaskResultStatus.SUCCESSFUL: Standing.DONE,
    TaskResultStatus.FAILED: Standing.GIVEN_UP,
}


def _about(queued: Iterable[Queued]) -> list[WorkAbout]:
    rows = list(queued)
    ours = Work.objects.in_bulk([row.pk for row in rows])
    return [_one(row, ours[row.pk]) for row in rows if row.pk in ours]


def _one(row: Queued, ours: Work) -> WorkAbout:
    ended = row.finished_at or (timezone.now() if ours.leased_by else None)
    seconds = (
        (ended - row.started_at).total_seconds() if ended and row.started_at else None
    )
    return WorkAbout(
        id=row.pk,
        job=ours.job,
        standing=_STANDINGS[TaskResultStatus(row.status)],
        asked_at=row.enqueued_at,
        finished_at=row.finished_at,
        seconds=seconds,
        tries=ours.tries,
        done=ours.done,
        total=ours.total,
        saying=ours.saying,
        problem=ours.problem,
    )
