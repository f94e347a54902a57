"""How does a life stand in one week, as the kernel takes it?"""

from collections.abc import Iterator, Mapping, Sequence

from weft.access.domain.choice.values import NO_LIMIT, LifeNow
from weft.access.domain.choice.windows import free_windows
from weft.access.domain.lives.getting_in import line_open, may_get_in
from weft.access.domain.lives.values import Going, Lacks, Life
from weft.access.domain.spans import MINUTE
from weft.access.domain.travel import Way
from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import JoiningRule
from weft.commons.times import Week

NEEDS: tuple[FactField | Lacks, ...] = (*FactField, *Lacks)
"""Bit n of ``Offers.meets`` and ``LifeNow.needs``. An offer that takes a device meets
the need «without a device» with no, one where one is in the room with yes."""


WayIn = tuple[JoiningRule | None, str]
"""How one gets in, None where nobody has told us; when somebody answers, in words."""


def in_week(
    life: Life,
    week: Week,
    *,
    rows: Mapping[Way, int],
    paid: Sequence[tuple[int, int]] = (),
    ways_in: Sequence[WayIn],
) -> LifeNow:
    """Lay a life out for one week.

    Parameters
    ----------
    life
        Circumstances.
    week
        Which; its clocks may change.
    rows
        Which row of the journeys is which way to this life; a way that has none is left
        out: nobody gets anywhere by it.
    paid
        Rows of the journeys by bus for so many pence, where a timetable tells fares:
        they stand in the place of the fare that the life's file says.
    ways_in
        What ``Offers.rule`` counts.
    """
    free = free_windows(life.free, week)
    wanted = {*life.needs, *life.lacks}
    return LifeNow(
        windows=free,
        ways=tuple(
            way
            for one in life.goes
            if one.by in rows
            for way in _ways(one, rows[one.by], () if life.most_pence is None else paid)
        ),
        margin=life.margin_minutes * MINUTE,
        purse=NO_LIMIT if life.most_pence is None else life.most_pence,
        needs=sum(1 << n for n, need in enumerate(NEEDS) if need in wanted),
        ages=life.ages,
        way_in=tuple(
            int(may_get_in(rule, life.means, free, line_open=line_open(told, week)))
            for rule, told in ways_in
        ),
    )


def _ways(
    one: Going, row: int, paid: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int, int]]:
    """Go by each level of fare, and by any bus at all were money no object.

    Who rides free, with a pass, is asked no fare.
    """
    limit = one.minutes * MINUTE
    if one.by is not Way.BUS or not one.fare_pence or not paid:
        yield row, limit, one.fare_pence
        return
    yield row, limit, NO_LIMIT
    yield from ((at, limit, pence) for at, pence in paid)
