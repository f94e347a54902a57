"""Everything that somebody can do about long work."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.jobs.models import Work
from weft.jobs.registry import job_named, jobs
from weft.jobs.tasks import do

KEPT_FOR = timedelta(days=35)  # longer than the longest routine comes round
GATHERED_FOR = timedelta(seconds=15)
"""How long work that follows something waits for more of the same: a steward who
decides ten things in a row causes it once, and a withdrawal still reaches everything
within a minute."""


def ask_for(
    *,
    job: str,
    by: Actor,
    told: Mapping[str, str | int | bool | None] | None = None,
    key: str = "",
) -> UUID:
    """Ask for work; it is queued in the same transaction as its cause.

    Parameters
    ----------
    job
        The name of the kind of work.
    by
        Who asks.
    told
        Plain values that the job needs to know.
    key
        A name by which this very work is known: asked for again, nothing is added.

    Returns
    -------
    UUID
        The work's key in the queue.

    Raises
    ------
    NotFound
        There is no such job.
    """
    kind = job_named(job)
    try:
        with transaction.atomic():
            queued = do.enqueue(job=kind.name, told=dict(told or {}))
            work = Work.objects.create(
                id=UUID(queued.id), job=kind.name, key=key, asked_by=str(by)
            )
    except IntegrityError:
        return Work.objects.get(job=kind.name, key=key).pk
    return work.pk


@transaction.atomic
def tell(*, event: str, about: str) -> list[UUID]:
    """Say that something happened; whatever follows it is queued with its cause.

    Work that already waits for the same is not asked for again: it will see this too.
    Work that a worker has just taken may not, so it is.

    Parameters
    ----------
    event
        What happened, as ``assets.listed``.
    about
        What it happened to: a region's slug.

    Returns
    -------
    list of UUID
        The work that was asked for.
    """
    asked = []
    for name, kind in jobs().items():
        if kind.after != event or _waits(name, about):
            continue
        due = timezone.now() + GATHERED_FOR
        queued = do.using(run_after=due).enqueue(job=name, told={"about": about})
        key = f"{about} {queued.id}"
        Work.objects.create(
            id=UUID(queued.id), job=name, key=key, asked_by=str(kind.actor)
        )
        asked.append(UUID(queued.id))
    return asked


def _waits(job: str, about: str) -> bool:
    """Tell whether such work waits, and keep it from being taken before we commit."""
    ours = Work.objects.filter(job=job, key__startswith=f"{about} ", given_up=False)
    waiting = DBTaskResult.objects.filter(
        pk__in=ours.values("pk"), status=TaskResultStatus.READY
    )
    return waiting.select_for_update(skip_locked=True).first() is not None


def start_what_is_due(*, now: datetime) -> list[UUID]:
    """Ask for every routine whose time has come, once for each time.

    Of several times that were missed while nothing ran, only the newest is made up.
    """
    asked = []
    for name, kind in jobs().items():
        if kind.every is None:
            continue
        key = kind.every.last_due(now).isoformat()
        if not Work.objects.filter(job=name, key=key).exists():
            asked.append(ask_for(job=name, by=kind.actor, key=key))
    return asked


@transaction.atomic
def try_once_more(*, work: UUID, by: Actor) -> None:
    """Put work that was given up back into the queue.

    Raises
    ------
    NotFound
        There is no such work.
    NotPossible
        It was not given up.
    """
    held = Work.objects.select_for_update().filter(pk=work).first()
    if held is None:
        raise NotFound("There is no such work.")
    if not held.given_up:
        raise NotPossible(f"{held.job} was not given up.")
    held.given_up, held.tries = False, 0
    held.save(update_fields=["given_up", "tries"])
    DBTaskResult.objects.filter(pk=work).update(
        status=TaskResultStatus.READY, run_after=timezone.now(), finished_at=None
    )
    record(by=by, deed="jobs.try_once_more", subject=f"work:{work}")


@transaction.atomic
def forget_old_work(*, now: datetime) -> int:
    """Remove what was finished long ago; dead letters stay until somebody looks."""
    old = DBTaskResult.objects.filter(
        status=TaskResultStatus.SUCCESSFUL, finished_at__lt=now - KEPT_FOR
    )
    Work.objects.filter(pk__in=old.values("pk")).delete()
    forgotten, _ = old.delete()
    return forgotten
