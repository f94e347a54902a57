"""How does a life stand in a region's week: by which rows of it does it go?"""

from collections.abc import Sequence
from dataclasses import replace

from weft.access.domain.choice.values import LifeNow
from weft.access.domain.choice.varying import MORE_MONEY
from weft.access.domain.lives import Life, in_week
from weft.access.domain.spans import FAR
from weft.access.domain.travel import Way
from weft.access.queries.everybody.offers import Needs
from weft.access.queries.everybody.world import (
    AT_HOME_ROW,
    Goings,
    Means,
    WeekAround,
)

ENGLISH = "en"


def tongue_of(life: Life) -> frozenset[str]:
    """Say in which languages somebody must be met; none where English will do."""
    languages = life.means.languages
    return frozenset() if ENGLISH in languages else languages


def needs_of(lives: Sequence[Life]) -> Needs:
    """Say which bit stands for which need of some lives."""
    return Needs(tuple(dict.fromkeys(t for one in lives if (t := tongue_of(one)))))


def means_of(life: Life) -> list[Means]:
    """List how a life gets about."""
    return [
        (_own(life), True) if one.by is Way.BUS else (one.by, False)
        for one in life.goes
    ]


def goings_of(lives: Sequence[Life]) -> Goings:
    """Say how some lives get about, and by which ways they pay a fare.

    What the purse is moved by, to see whether the answer changes, is in the most.
    """
    goes = [
        (how, life.most_pence if one.fare_pence else None)
        for life in lives
        for one, how in zip(life.goes, means_of(life), strict=True)
    ]
    means = tuple(sorted({how for how, _ in goes}))
    paying = {how: most for how, most in goes if most is not None}
    if not paying:
        return Goings(means)
    most = max(most for _, most in goes if most is not None)
    return Goings(means, tuple(sorted(paying)), most + MORE_MONEY)


def now_of(life: Life, around: WeekAround, needs: Needs) -> LifeNow:
    """Lay a life out for the week; whoever it is may stay at home."""
    means = zip(life.goes, means_of(life), strict=True)
    told = in_week(
        life,
        around.week,
        rows={one.by: around.row_of[how] for one, how in means if how in around.row_of},
        paid=around.paid_rows.get((_own(life), True), ()),
        ways_in=around.laid.ways_in,
    )
    tongue = tongue_of(life)
    return replace(
        told,
        ways=(*told.ways, (AT_HOME_ROW, FAR - 1, 0)),
        needs=told.needs | (needs.of_tongue(tongue) if tongue else 0),
    )


def _own(life: Life) -> Way:
    """Say what goes to the bus: wheels, where a life goes on wheels."""
    goes = {one.by for one in life.goes}
    return Way.WHEELS if Way.WHEELS in goes else Way.FOOT
