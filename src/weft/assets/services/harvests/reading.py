"""How is a feed read, and what becomes of what it sent?

The feed is asked outside any transaction, however long that takes; then what came is
judged and, where it is good, taken in as one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.harvests import (
    GOES_ON_FOR,
    FeedAt,
    FeedKind,
    RunState,
    judge,
)
from weft.assets.models import Feed, FeedRun
from weft.assets.services.harvests.keeping import (
    found_feed,
    one_at_a_time,
    snapshot_of,
)
from weft.assets.services.harvests.taking import take_in
from weft.assets.sources.harvest import (
    MOST_REDIRECTS,
    PURPOSE,
    TIMEOUT,
    OnlyOutside,
    Reader,
    Snapshot,
    bring,
)
from weft.commons.errors import FeedNotUnderstood, NotFetched, NotPossible
from weft.commons.progress import Progress, unwatched
from weft.commons.saying import day_of
from weft.ground.sources.fetching import Publishers

Clock = Callable[[], datetime]
LONGEST_WHY = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvested:
    """What came of reading a feed; ``why`` is one sentence where it is not taken."""

    run: int
    state: RunState
    rows: int
    why: str


def a_reader(clock: Clock) -> Reader:
    """Make who asks feeds, as this deployment lets it.

    Parameters
    ----------
    clock
        Gives an aware time.
    """
    return Reader(
        Publishers(
            clock=clock,
            contact=settings.HARVEST_CONTACT,
            purpose=PURPOSE,
            transport=OnlyOutside(nearby=settings.HARVEST_NEARBY),
            timeout=TIMEOUT,
            most_redirects=MOST_REDIRECTS,
        )
    )


def harvest(
    *,
    key: str,
    by: Actor,
    clock: Clock,
    reader: Reader | None = None,
    progress: Progress = unwatched,
) -> Harvested:
    """Read a feed to its end, and take in what came where it is good.

    Whatever goes wrong with the feed is told, never raised: the register stays as it
    is. A reading that broke off less than a day ago is gone on with.

    Parameters
    ----------
    key
        Of the feed.
    by
        Who does it.
    clock
        Gives an aware time.
    reader
        Who asks; made as the deployment lets it, where none is given.

    Raises
    ------
    NotFound, NotPossible
        When there is no such feed, it is read no more, or it is being read just now.
    """
    feed = found_feed(key)
    if feed.stopped:
        raise NotPossible(f"The feed «{key}» is not read any more.")
    asking = reader or a_reader(clock)
    try:
        with one_at_a_time(key):
            run = _run(feed, clock())
            return _read(feed, run, asking, by, clock, progress=progress)
    finally:
        asking.publishers.close()


def _run(feed: Feed, now: datetime) -> FeedRun:
    """Go on with what broke off, or begin anew."""
    last = feed.runs.order_by("-number").first()
    if last is not None and last.state == RunState.BROKE_OFF:
        if now - last.began_at <= GOES_ON_FOR:
            return last
        snapshot_of(last).forget()
    run = FeedRun.objects.create(
        feed=feed,
        state=RunState.BROKE_OFF,  # until it has ended, also if we are killed
        why="It has not come to its end yet.",
        began_at=now,
        ended_at=now,
    )
    snapshot_of(run).forget()  # of another run of this number, before a restore
    return run


def _read(
    feed: Feed,
    run: FeedRun,
    reader: Reader,
    by: Actor,
    clock: Clock,
    *,
    progress: Progress,
) -> Harvested:
    snapshot, good = snapshot_of(run), last_good(feed)
    today = day_of(clock())
    try:
        rows = bring(
            reader,
            FeedAt(kind=FeedKind(feed.kind), addresses=tuple(feed.addresses)),
            snapshot=snapshot,
            before=snapshot_of(good) if good else None,
            today=today,
            progress=progress,
        )
    except NotFetched as problem:
        return _ended(run, RunState.BROKE_OFF, clock(), by, why=str(problem))
    except FeedNotUnderstood as problem:
        run.honours = snapshot.at.honours
        snapshot.forget()
        return _ended(run, RunState.FAILED, clock(), by, why=str(problem))
    run.rows, run.honours = rows, snapshot.at.honours
    verdict = judge(rows, last=good.rows if good else None)
    if not verdict.is_good:
        return _held(feed, run, clock(), by, why=verdict.why)
    return _taken(feed, run, snapshot, by, clock())


def last_good(feed: Feed) -> FeedRun | None:
    """Find the last reading that was taken in."""
    return feed.runs.filter(state=RunState.TAKEN).order_by("-number").first()


@transaction.atomic
def _ended(
    run: FeedRun, state: RunState, now: datetime, by: Actor, *, why: str = ""
) -> Harvested:
    """Write down how a reading ended."""
    begun = why if why.startswith("http") else f"{why[:1].upper()}{why[1:]}"
    sentence = begun.rstrip(".")[: LONGEST_WHY - 1]
    run.state, run.ended_at = state, now
    run.why = f"{sentence}." if sentence else ""
    run.save()
    record(
        by=by,
        deed="assets.harvest",
        subject=f"feed {run.feed_id}",
        details={"run": run.number, "state": str(state), "rows": run.rows},
    )
    return Harvested(run=run.number, state=state, rows=run.rows, why=run.why)


@transaction.atomic
def _held(feed: Feed, run: FeedRun, now: datetime, by: Actor, *, why: str) -> Harvested:
    """Keep what came until somebody has looked, in place of what was kept so before."""
    leave_held(feed)
    return _ended(run, RunState.HELD, now, by, why=why)


@transaction.atomic
def _taken(
    feed: Feed, run: FeedRun, snapshot: Snapshot, by: Actor, now: datetime
) -> Harvested:
    """Take in what came, and forget what it stands in place of."""
    settle(feed, run, snapshot, by, now)
    return _ended(run, RunState.TAKEN, now, by)


def settle(
    feed: Feed, run: FeedRun, snapshot: Snapshot, by: Actor, now: datetime
) -> None:
    """Put what one reading brought in place of what came before it."""
    old = last_good(feed)
    take_in(feed, run, snapshot, by=by, now=now)
    leave_held(feed, but=run)
    if old is not None and old != run:
        transaction.on_commit(lambda: snapshot_of(old).forget())


def leave_held(feed: Feed, *, but: FeedRun | None = None) -> None:
    """Leave what was held, since something newer has come."""
    held = feed.runs.filter(state=RunState.HELD)
    for one in held.exclude(pk=but.number) if but else held:
        one.state = RunState.LEFT
        one.save(update_fields=["state"])
        folder = snapshot_of(one)
        transaction.on_commit(folder.forget)
