"""Whose turn is it at a piece of work, until when, and what if they vanish?

A worker that takes work gets a lease and renews it while it lives. One that is
killed does not; when its lease has run out, the work is given to the next, and a
worker that only seemed dead cannot finish any more: it holds no lease.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, DBTaskResultQuerySet

from weft.commons.errors import NotPossible
from weft.jobs.models import Work

Plain = str | int | bool | None


class LeaseLost(NotPossible):
    """Somebody else has taken the work over meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How patient workers are, in seconds."""

    lease: float = 60.0
    beat: float = 10.0  # how often a lease is renewed
    look: float = 2.0  # how often an idle worker looks for work
    back_off: float = 10.0  # before the second try; doubled before each one after
    longest: float = 3_600.0

    def wait_after(self, tries: int) -> timedelta:
        """Say how long to wait before trying again."""
        return timedelta(seconds=min(self.back_off * 2 ** (tries - 1), self.longest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Leased:
    """Work that a worker has just taken."""

    work: UUID
    job: str
    told: Mapping[str, Plain]
    tries: int


def take(
    *, worker: str, pace: Pace, among: Collection[str] | None = None
) -> Leased | None:
    """Take the next piece of work that is ready, if there is one.

    Parameters
    ----------
    worker, pace
        Who takes it, and how long the lease is.
    among
        Only work of these jobs; of every job if not given.
    """
    # An idle worker only reads: on SQLite, asking for the lock would stop a build.
    if not _ready(among).exists():
        return None
    return _take(worker=worker, pace=pace, among=among)


def _ready(among: Collection[str] | None) -> DBTaskResultQuerySet:
    ready = DBTaskResult.objects.ready()
    if among is None:
        return ready
    return ready.filter(pk__in=Work.objects.filter(job__in=among).values("pk"))


@transaction.atomic
def _take(*, worker: str, pace: Pace, among: Collection[str] | None) -> Leased | None:
    """Take it, unless another worker was quicker."""
    waiting = _ready(among).get_locked()
    if waiting is None:
        return None
    waiting.claim(worker)
    work = Work.objects.get(pk=waiting.pk)
    work.tries += 1
    work.leased_by = worker
    work.leased_until = timezone.now() + timedelta(seconds=pace.lease)
    work.save(update_fields=["tries", "leased_by", "leased_until"])
    return Leased(
        work=work.pk,
        job=work.job,
        told=waiting.args_kwargs["kwargs"]["told"],
        tries=work.tries,
    )


def renew(
    *, work: UUID, worker: str, how_far: tuple[int, int, str], pace: Pace
) -> bool:
    """Keep the lease, and write down how far the work is.

    Returns
    -------
    bool
        Whether it was still ours to keep.
    """
    done, total, saying = how_far
    most = Work._meta.get_field("saying").max_length  # noqa: SLF001 Django's documented way
    return bool(
        Work.objects.filter(pk=work, leased_by=worker).update(
            leased_until=timezone.now() + timedelta(seconds=pace.lease),
            done=done,
            total=total,
            saying=saying[:most],
        )
    )


@transaction.atomic
def finish(*, work: UUID, worker: str, outcome: Mapping[str, Plain]) -> None:
    """Mark work as done, inside the transaction of its effects.

    Raises
    ------
    LeaseLost
        The lease is not this worker's any more.
    """
    held = Work.objects.select_for_update().get(pk=work)
    if held.leased_by != worker:
        raise LeaseLost(f"{held} was taken over by somebody else")
    _let_go(held)
    DBTaskResult.objects.get(pk=work).set_successful(dict(outcome))


@transaction.atomic
def give_back(
    *, work: UUID, worker: str, problem: str, most_tries: int, pace: Pace
) -> None:
    """Put work that went wrong back into the queue, or give it up."""
    held = Work.objects.select_for_update().get(pk=work)
    if held.leased_by == worker:
        _try_again(held, problem=problem, most_tries=most_tries, pace=pace)


def reap(*, pace: Pace, most_tries: Mapping[str, int], now: datetime) -> int:
    """Take leases away from workers that have vanished.

    Returns
    -------
    int
        How many there were.
    """
    late = Work.objects.filter(leased_until__lt=now)
    if not late.exists():
        return 0
    return _reap(late, pace=pace, most_tries=most_tries)


@transaction.atomic
def _reap(late: QuerySet[Work], *, pace: Pace, most_tries: Mapping[str, int]) -> int:
    vanished = list(late.select_for_update(skip_locked=True))
    for held in vanished:
        _try_again(
            held,
            problem=f"the worker vanished at try {held.tries}",
            most_tries=most_tries.get(held.job, 1),
            pace=pace,
        )
    return len(vanished)


def _try_again(held: Work, *, problem: str, most_tries: int, pace: Pace) -> None:
    """Let it be tried once more after a while, unless it was tried often enough."""
    held.given_up = held.tries >= most_tries
    queued = DBTaskResult.objects.get(pk=held.pk)
    if held.given_up:
        queued.status = TaskResultStatus.FAILED
        queued.finished_at = timezone.now()
    else:
        queued.status = TaskResultStatus.READY
        queued.run_after = timezone.now() + pace.wait_after(held.tries)
    queued.save(update_fields=["status", "finished_at", "run_after"])
    _let_go(held, problem=problem)


def _let_go(held: Work, *, problem: str = "") -> None:
    """End a lease."""
    most = Work._meta.get_field("problem").max_length  # noqa: SLF001 Django's documented way
    held.leased_by, held.leased_until = "", None
    held.problem = problem[:most]
    held.save(update_fields=["leased_by", "leased_until", "problem", "given_up"])
