"""How is a region's week made ready to be asked «what if», and kept so?

Made once, whoever asks first; kept in memory under what it was made from. A small week
is made while one waits; a large one beside, and whoever asks meanwhile is told how long
it will take. When anything is listed anew, the week is made anew.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock, Thread
from typing import NamedTuple

from django.db import connections

from weft.access.domain.whatif import Baseline, Difference
from weft.access.queries.everybody.reckoning import Reckoned, reckon
from weft.access.queries.everybody.standing import needs_of
from weft.access.queries.kept import digests
from weft.access.queries.scenarios.buses import Buses, buses_of
from weft.access.queries.scenarios.names import Named, named
from weft.assets.queries.on_offer import as_listed, names_of_places
from weft.commons.errors import NotPossible, WeftError
from weft.commons.times import Week
from weft.ground import queries as ground

AT_ONCE = 40
"""Listed things: a week as small as that is made while one waits."""

A_SECOND = 150
"""How many listed things are made ready in a second: the first guess, then as it was
measured."""

Clock = Callable[[], datetime]
OUR_FAULT = (
    "The week could not be made ready. It is our fault; whoever runs this site finds "
    "why in the log."
)

MOST_KEPT = 2
"""Weeks in memory: some 60 MB each for a valley, 1.5 GB for a county."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ready:
    """A week that can be asked.

    Attributes
    ----------
    made_at
        When, by the clock: what was told us since is not in it.
    seconds
        How long it took.
    answers
        The last that were asked of it, by the text of the scenario: they go with it.
    """

    region: str
    week: Week
    reckoned: Reckoned
    base: Baseline
    named: Named
    buses: Buses | None
    made_at: datetime
    seconds: float
    answers: dict[str, Difference] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """A week that is being made ready: how many seconds more it may take, and took."""

    about: int
    gone: int


@dataclass(slots=True)
class _Work:
    """One making that goes on, or what went wrong in it."""

    begun: datetime
    guess: float
    problem: WeftError | None = None


class _Asked(NamedTuple):
    """Which week, made from what, and how many things are listed."""

    region: str
    week: Week
    of: Hashable
    size: int


class _Kept:
    """What is ready and what is being made, for all threads of the process."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.one_at_a_time = Lock()
        self.ready: dict[_Asked, Ready] = {}
        self.works: dict[_Asked, _Work] = {}
        self.pace = float(A_SECOND)

    def get(self, asked: _Asked) -> Ready | None:
        """Give the week that was asked for."""
        return self.ready.get(asked)

    def older(self, asked: _Asked) -> Ready | None:
        """Give the same week as it was before something was listed anew."""
        told = (one for one in reversed(self.ready.values()))
        same = (one for one in told if (one.region, one.week) == asked[:2])
        return next(same, None)

    def put(self, asked: _Asked, made: Ready) -> None:
        """Keep a week in the place of an older one, and let the oldest go."""
        with self.lock:
            others = {k: v for k, v in self.ready.items() if k[:2] != asked[:2]}
            kept = list(others.items())[1 - MOST_KEPT :]
            self.ready = {**dict(kept), asked: made}
            self.works.pop(asked, None)
            if asked.size > AT_ONCE:
                self.pace = asked.size / max(made.seconds, 0.1)


_KEPT = _Kept()


def ready(region: str, week: Week, *, clock: Clock) -> Ready | Making:
    """Give a week that can be asked, or say how long it will be until then.

    Parameters
    ----------
    region, week
        Which.
    clock
        Tells when it was made ready.

    Raises
    ------
    NotFound
        When there is no such region, or none of its areas has a point.
    """
    regions = [one.slug for one in ground.regions()]
    about = ground.region(region)
    listed = as_listed(regions)
    of = about.inputs_hash, about.built_at, digests(region), listed
    asked = _Asked(region, week, of, listed.things)
    if listed.things <= AT_ONCE:
        return _KEPT.get(asked) or _made_and_kept(asked, clock)
    with _KEPT.lock:
        if found := _KEPT.get(asked):
            return found
        work = _KEPT.works.get(asked)
        if work is None:
            work = _Work(clock(), listed.things / _KEPT.pace)
            _KEPT.works[asked] = work
            Thread(target=_beside, args=(asked, clock), daemon=True).start()
        elif work.problem is not None:
            _KEPT.works.pop(asked)
            raise work.problem
    gone = (clock() - work.begun).total_seconds()
    still = Making(about=max(1, round(work.guess - gone)), gone=round(gone))
    return _KEPT.older(asked) or still


def made_ready(region: str, week: Week, *, clock: Clock) -> Ready:
    """Make a week ready here and now, whatever is kept.

    Raises
    ------
    NotFound
        When there is no such region, or none of its areas has a point.
    """
    begun = clock()
    reckoned = reckon(region, week)
    about, around = ground.region(region), reckoned.around
    world = around.world(reckoned.people, reckoned.tenth)
    slugs = [one.slug for one in ground.regions()]
    return Ready(
        region=region,
        week=week,
        reckoned=reckoned,
        base=Baseline(world=world, lives=reckoned.now, found=reckoned.choice),
        named=named(
            around.laid,
            needs_of(reckoned.lives),
            names_of_places(slugs),
            about.languages,
        ),
        buses=buses_of(around),
        made_at=clock(),
        seconds=(clock() - begun).total_seconds(),
    )


def _made_and_kept(asked: _Asked, clock: Clock) -> Ready:
    """Make one week after another: two at once would need twice the memory."""
    with _KEPT.one_at_a_time:
        if found := _KEPT.get(asked):
            return found
        made = made_ready(asked.region, asked.week, clock=clock)
        _KEPT.put(asked, made)
        return made


def _beside(asked: _Asked, clock: Clock) -> None:
    """Make a week in a thread of its own; whoever asks next is told what went wrong."""
    work = _KEPT.works[asked]
    try:
        _made_and_kept(asked, clock)
    except WeftError as problem:
        work.problem = problem
    finally:
        if asked in _KEPT.works and work.problem is None:
            work.problem = NotPossible(OUR_FAULT)
        connections.close_all()
