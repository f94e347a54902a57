"""What fits, this week or the next in which there are two, and what is known of it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from uuid import UUID

from weft.access.queries import Choice, choices
from weft.access.queries.ways_told import ThereAndBack, ways_told
from weft.assets.domain.weeks import WEEKS_AHEAD
from weft.assets.queries.visits import visits_to
from weft.commons.saying import day_of
from weft.ground.queries import Start, StartFound, find_start, forgotten
from weft.web.finding import wanted, where_are
from weft.web.quick.chips import Quick

SHOWN = 3
ON_PAPER = 2
"""Choices on a sheet of one side, and the least there should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickFound:
    """What fits the chips.

    Attributes
    ----------
    start
        Never a whole postcode.
    sure, ask
        How many fit, and how many to ask about first, in the week that is shown.
    shown
        A few of them, each of another group where there are others.
    where, visitors, ways
        Where each is; how many told what it was like to walk in; and the way there and
        home, by the number of its listing, where one is told.
    """

    quick: Quick
    start: StartFound
    weeks_on: int
    sure: int
    ask: int
    shown: tuple[Choice, ...]
    where: Mapping[UUID, str]
    visitors: Mapping[UUID, int]
    ways: Mapping[int, ThereAndBack]


def look(asked: Quick, *, now: datetime) -> QuickFound | Start:
    """Look for at least two things to do, in this week or a later one.

    Parameters
    ----------
    asked
        What was touched; ``near`` is not empty.
    now
        What has begun before is not offered.

    Returns
    -------
    QuickFound or Start
        The first of the weeks listed in which two different things fit, or may; where
        none has two, the one with most. Or the places that may be meant.
    """
    start = find_start(asked.near)
    if not isinstance(start, StartFound):
        return start
    best: QuickFound | None = None
    for weeks_on in range(WEEKS_AHEAD):
        found = _in_a_week(asked, start, weeks_on, now)
        if best is None or len(found.shown) > len(best.shown):
            best = found
        if len(best.shown) >= ON_PAPER:
            break
    return best or _in_a_week(asked, start, 0, now)


def _in_a_week(
    asked: Quick, start: StartFound, weeks_on: int, now: datetime
) -> QuickFound:
    asking = asked.asking(today=day_of(now), weeks_on=weeks_on)
    asked_for = wanted(asking, start, now=now)
    found = choices(asked_for)
    # A card, a sheet and a text are for something to do: a bench needs none.
    offers = [one for one in found.fits if one.offer is not None]
    shown = different(offers)
    return QuickFound(
        quick=asked,
        start=forgotten(start),
        weeks_on=weeks_on,
        sure=sum(one in found.certain for one in offers),
        ask=sum(one in found.possible for one in offers),
        shown=shown,
        where=where_are(shown),
        ways=ways_told(asked_for, shown),
        visitors={one.offer: len(visits_to(one.offer)) for one in shown if one.offer},
    )


def different(fits: Sequence[Choice]) -> tuple[Choice, ...]:
    """Choose a few: the first of each group, then what else there is.

    In the order of the search; one group alone may give all of them.
    """
    firsts: dict[object, Choice] = {}
    for one in fits:
        firsts.setdefault(one.group or one.holder or one.offer, one)
    chosen = list(firsts.values())[:SHOWN]
    rest = (one for one in fits if one not in chosen)
    return (*chosen, *islice(rest, SHOWN - len(chosen)))
