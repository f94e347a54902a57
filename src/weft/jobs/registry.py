"""Which kinds of work are there, and which come round by themselves?

A part puts its jobs into its own ``jobs.py``, which is found by that name::

    @job("assets.sessions", every=Weekly(weekday=0, hour=3))
    def sessions_of_the_weeks_ahead(turn: Turn) -> None:
        '''Make the sessions of the weeks ahead from the schedules.'''
        with turn.finishing():
            derive(region=..., weeks=..., by=turn.by)

A job may also follow something that an earlier part does: that part says what happened
(``services.tell``) and knows nothing of whoever listens; the job names it (``after``)
and finds in ``turn.told["about"]`` what it happened to.

What is written inside ``turn.finishing()`` is committed together with the mark that
the work is done, so it happens exactly once, however often a worker is killed.
What is only reckoned belongs before it, where it holds no lock.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Protocol

from django.utils.module_loading import autodiscover_modules

from weft.accounts.actors import Actor
from weft.commons.errors import NotFound
from weft.commons.times import LONDON, at
from weft.jobs.turns import Turn

MOST_TRIES = 5


class Routine(Protocol):
    """Anything that knows when work comes round."""

    def last_due(self, now: datetime) -> datetime:
        """Give the newest moment, not after now, at which it was due."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Daily:
    """Every day, at an hour of the region's clocks."""

    hour: int
    minute: int = 0

    def last_due(self, now: datetime) -> datetime:
        """Give today's moment, or yesterday's if that is still to come."""
        today = now.astimezone(LONDON).date()
        due = at(today, time(self.hour, self.minute))
        if due <= now:
            return due
        return at(today - timedelta(days=1), time(self.hour, self.minute))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekly:
    """Every week, on a day (Monday is 0) and at an hour of the region's clocks."""

    weekday: int
    hour: int
    minute: int = 0

    def last_due(self, now: datetime) -> datetime:
        """Give this week's moment, or last week's if that is still to come."""
        today = now.astimezone(LONDON).date()
        day = today - timedelta(days=(today.weekday() - self.weekday) % 7)
        due = at(day, time(self.hour, self.minute))
        if due <= now:
            return due
        return at(day - timedelta(days=7), time(self.hour, self.minute))


Deed = Callable[[Turn], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One kind of work."""

    name: str
    deed: Deed
    every: Routine | None
    most_tries: int
    after: str = ""

    @property
    def line(self) -> str:
        """Say in one line what it does."""
        return (self.deed.__doc__ or "").strip().partition("\n")[0]

    @property
    def actor(self) -> Actor:
        """Act in its own name."""
        return Actor.job(self.name)


_JOBS: dict[str, Job] = {}


def job(
    name: str,
    *,
    every: Routine | None = None,
    most_tries: int = MOST_TRIES,
    after: str = "",
) -> Callable[[Deed], Deed]:
    """Make a function a kind of work.

    Parameters
    ----------
    name
        The part and the work, as ``assets.sessions``.
    every
        When it comes round by itself; never, if not given.
    most_tries
        How often it is tried before somebody must look.
    after
        What it follows, as ``assets.listed``; nothing, if not given.
    """

    def keep(deed: Deed) -> Deed:
        _JOBS[name] = Job(
            name=name, deed=deed, every=every, most_tries=most_tries, after=after
        )
        return deed

    return keep


def jobs() -> Mapping[str, Job]:
    """List every kind of work of every part."""
    autodiscover_modules("jobs")
    return dict(sorted(_JOBS.items()))


def job_named(name: str) -> Job:
    """Find a kind of work by its name.

    Raises
    ------
    NotFound
        No part has such a job (any more).
    """
    known = jobs()
    if name not in known:
        raise NotFound(f"No part has a job «{name}».")
    return known[name]
