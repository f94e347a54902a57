"""Whoever has so much money is led to what it truly pays for: no more, and no less."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.access.domain.journeys.valley import (
    HALFWAY,
    HALL,
    HOME,
    WEEK,
    buses,
    the_road,
    tuesday,
)
from tests.access.domain.timetable.little import Trip
from tests.oracles import paying as slow
from weft.access.domain.choice.windows import of_week
from weft.access.domain.fit import Plane
from weft.access.domain.journeys.everybody import Asked, Everybody
from weft.access.domain.journeys.for_money import for_money
from weft.access.domain.journeys.means import Means
from weft.access.domain.journeys.occasions import Occasions
from weft.access.domain.journeys.surroundings import Surroundings
from weft.access.domain.spans import FAR, MINUTE
from weft.access.domain.timetable.fares import ANY, Fares, Ridden, cheapest
from weft.access.domain.timetable.tickets import EXACT, MOST_LEVELS, levels_of
from weft.access.domain.travel import Way

HORIZON = 60 * MINUTE
ROUTES, MOST = 3, 1_000
ASKED = Asked(way=Way.FOOT, horizon=HORIZON)
SESSIONS = ((10, 10 + 2 / 3), (10, 10 + 2 / 3))
MONDAY_TO_TUESDAY = 24 * 60 * MINUTE


def ints(told):
    return np.array(told, np.int32)


@st.composite
def trips(draw, least=2):
    """Buses out in the hour before the sessions, and home in the hour after them."""
    found = []
    for paths, hour in (
        (((0, 1), (1, 2), (0, 1, 2)), 9),
        (((2, 1), (1, 0), (2, 1, 0)), 10),
    ):
        for _ in range(draw(st.integers(least, 5))):
            at = 60 * hour + 41 * (hour == 10) + draw(st.integers(0, 45))
            calls = []
            for stop in draw(st.sampled_from(paths)):
                calls.append((stop, at, at + 1))
                at += draw(st.integers(2, 12))
            found.append((draw(st.integers(0, ROUTES - 1)), Trip(tuple(calls))))
    return found


@st.composite
def fare_tables(draw, *, plain=False):
    """Some tickets and where they hold; ``plain`` where nothing of them is in doubt."""
    count = draw(st.integers(1, 4))

    def each(*values):
        return ints([draw(st.sampled_from(values)) for _ in range(count)])

    def rows(*values):
        return ints([draw(st.sampled_from(values)) for _ in ticket])

    ticket = [*range(count), *draw(st.lists(st.integers(0, count - 1), max_size=4))]
    zones = draw(st.lists(st.integers(0, 2), min_size=3, max_size=3))
    flags = st.lists(st.booleans(), min_size=count, max_size=count)
    none = np.zeros(count, bool)
    return Fares(
        price=each(100, 150, 230) if plain else each(0, 100, 150, 230, -1),
        changes=each(0, 1, 2, ANY),
        lasts=each(ANY) if plain else each(ANY, 15 * MINUTE, 100 * MINUTE),
        before=none,
        alone=none if plain else np.array(draw(flags)) & np.array(draw(flags)),
        priority=each(0) if plain else each(0, 0, 1),
        rule_ticket=ints(ticket),
        rule_network=rows(*range(ROUTES)),
        rule_origin=rows(ANY) if plain else rows(ANY, ANY, 0, 1, 2),
        rule_destination=rows(ANY) if plain else rows(ANY, ANY, 0, 1, 2),
        rule_through=rows(ANY) if plain else rows(ANY, ANY, ANY, 0),
        area_of=ints(zones),
        area_stop=ints([0, 1, 2]),
        network_of=ints([*range(ROUTES), 0]),
        network_route=ints([*range(ROUTES), 1]),
        through_of=ints([0, 0]),
        through_area=ints([0, 1]),
    )


def surroundings(some, fares):
    told = buses(*(trip for _, trip in some))
    names = np.array([str(n) for n in range(ROUTES)])
    told = replace(
        told,
        route_name=names,
        route_kind=ints([3] * ROUTES),
        route_operator=names,
        trip_route=ints([route for route, _ in some]),
        fares=fares,
    )
    return Surroundings(the_road(), told)


def occasions():
    windows = [tuesday(start, end) for start, end in SESSIONS]
    return Occasions(
        ints([n % 2 for n in range(len(windows))]),
        ints([of_week(one.start, WEEK) for one in windows]),
        ints([of_week(one.end, WEEK) for one in windows]),
    )


def found(some, fares):
    """Say which rows (session, there, back, level, sure) lead from home."""
    around = surroundings(some, fares)
    everybody = Everybody(around, around.homes([HOME]), around.doors([HALL, HALFWAY]))
    levels = levels_of(fares, MOST)
    told = for_money(everybody, occasions(), ASKED, WEEK, levels)
    rows = []
    for pence, one in zip(levels, told, strict=True):
        for n in range(one.begin[0], one.end[0]):
            sure = one.there_sure is None or one.there_sure[n] < FAR
            row = (one.target[n], one.there[n], one.back[n], pence, sure)
            rows.append(tuple(map(int, row)))
    return rows, everybody


def truth(some, everybody):
    """Try every way there with every way home; (session, there, back, pence)."""
    around, when = everybody.around, occasions()
    means = Means(Way.FOOT, Plane.CERTAIN, by_bus=True)
    home, place = (
        around.to_stops(doors, means) for doors in (everybody.homes, everybody.places)
    )
    changes = around.changing(means).onwards
    road = slow.Road(
        [
            [
                (stop, *(MONDAY_TO_TUESDAY + at * MINUTE for at in times))
                for stop, *times in trip.calls
            ]
            for _, trip in some
        ],
        changes.same.tolist(),
        {
            (here, to): takes
            for here in range(3)
            for to, takes in row(changes.walks, here)
        },
    )
    walked = everybody.walks(ASKED)(0, 1)
    for n, at in enumerate(when.place.tolist()):
        start, end = int(when.start[n]), int(when.end[n])
        there = [
            (start - leaves, path)
            for leaves, _, path in slow.ways(
                road,
                dict(row(home.there, 0)),
                dict(row(place.back, at)),
                (start - HORIZON, start),
            )
        ]
        back = [
            (comes - end, path)
            for leaves, comes, path in slow.ways(
                road,
                dict(row(place.there, at)),
                dict(row(home.back, 0)),
                (end, end + HORIZON),
            )
        ]
        for told, walk in ((there, walked.there), (back, walked.back)):
            told.extend([(int(walk[0, at]), ())] if walk[0, at] < FAR else [])
        for out, first in there:
            for come, last in back:
                paid = cheapest(around.buses.fares, ridden(some, [*first, *last]))
                yield n, out, come, None if paid is None else paid.pence


def row(walks, n):
    at = slice(walks.first[n], walks.first[n + 1])
    return zip(walks.to[at].tolist(), walks.takes[at].tolist(), strict=True)


def ridden(some, rides):
    return [
        Ridden(
            route=some[one.vehicle][0],
            stops=tuple(
                stop
                for stop, *_ in some[one.vehicle][1].calls[one.first : one.last + 1]
            ),
            leaves=one.leaves,
        )
        for one in rides
    ]


def best(told):
    """Of what is as soon both ways and no dearer, keep one."""
    kept = []
    for one in sorted(set(told)):
        if not any(
            other[0] == one[0] and all(a <= b for a, b in zip(other, one, strict=True))
            for other in kept
        ):
            kept.append(one)
    return kept


def reaches(rows, wanted, *, sure):
    session, there, back, pence = wanted
    return any(
        one[0] == session
        and one[1] <= there
        and one[2] <= back
        and one[3] <= pence
        and (one[4] or not sure)
        for one in rows
    )


@settings(max_examples=60, deadline=None)
@given(trips(), fare_tables())
def test_what_is_certain_can_be_paid_and_what_can_be_paid_is_possible(some, fares):
    rows, everybody = found(some, fares)
    ways = [*truth(some, everybody)]
    can = [one for one in ways if one[3] is not None and one[3] <= MOST]

    for session, there, back, pence, sure in rows:
        if sure:
            assert any(
                one[0] == session
                and one[1] <= there
                and one[2] <= back
                and one[3] <= pence
                for one in can
            )
    for one in best(can):
        assert reaches(rows, one, sure=False)
    for session, there, back, pence in set(ways):
        if pence is None:  # nobody can say: it may be free
            assert reaches(rows, (session, there, back, MOST), sure=False)


@settings(max_examples=60, deadline=None)
@given(trips(), fare_tables(plain=True))
def test_where_nothing_is_in_doubt_all_that_can_be_paid_is_certain(some, fares):
    rows, everybody = found(some, fares)
    told = [one for one in truth(some, everybody) if one[3] is not None]

    for one in best([one for one in told if one[3] <= MOST]):
        assert reaches(rows, one, sure=True)


@settings(max_examples=40, deadline=None)
@given(trips(), trips(least=0), fare_tables())
def test_one_more_bus_shuts_nobody_out_however_dear_it_is(some, more, fares):
    before, _ = found(some, fares)
    after, _ = found([*some, *more], fares)

    for session, there, back, pence, sure in before:
        assert reaches(after, (session, there, back, pence), sure=sure)


@given(st.lists(st.integers(1, 900), min_size=1, max_size=6), st.integers(0, 2_000))
def test_levels_are_sums_of_prices_and_never_too_many(prices, most):
    table = replace(no_tickets(), price=ints(prices))

    levels = levels_of(table, most)

    assert levels[0] == 0
    assert len(levels) <= MOST_LEVELS
    assert list(levels) == sorted(set(levels))
    assert levels[-1] <= most
    assert all(one in levels for one in prices if one <= most) or len(levels) > EXACT


def no_tickets():
    none = np.zeros(0, np.int32)
    told = {
        name: none
        for name in Fares.__dataclass_fields__
        if name not in {"before", "alone"}
    }
    return Fares(**told, before=none.astype(bool), alone=none.astype(bool))


def test_where_nobody_tells_fares_there_is_no_level():
    assert levels_of(no_tickets(), 500) == ()


OUT = (
    (0, Trip(((0, 555, 556), (1, 561, 562)))),
    (0, Trip(((1, 582, 583), (2, 588, 589)))),
)
HOME_AGAIN = (
    (0, Trip(((2, 650, 651), (1, 655, 656)))),
    (0, Trip(((1, 682, 683), (0, 688, 689)))),
)


def one_ticket(**told):
    """A ticket of four pounds that holds on every bus."""
    usual = {
        "price": 400,
        "priority": 0,
        "changes": 0,
        "lasts": ANY,
        "rule_ticket": 0,
        "rule_network": 0,
        "rule_origin": ANY,
        "rule_destination": ANY,
        "rule_through": ANY,
        "network_of": 0,
        "network_route": 0,
    }
    each = {name: ints([one]) for name, one in {**usual, **told}.items()}
    flags = np.zeros(1, bool)
    return replace(no_tickets(), **{"before": flags, "alone": flags, **each})


def least(fares, some, *, sure=True):
    """Say what the cheapest way to the hall and home costs; None where none is."""
    rows, _ = found(some, fares)
    return min((row[3] for row in rows if row[0] == 0 and row[4] >= sure), default=None)


@pytest.mark.shows("B12")
def test_one_ticket_holds_for_as_many_buses_as_it_says_and_as_long():
    apart = (*OUT, (0, Trip(((2, 650, 651), (0, 662, 663)))))
    through = ((0, Trip(((0, 555, 556), (2, 570, 571)))), apart[-1])

    assert least(one_ticket(), through) == 800
    assert least(one_ticket(changes=1, lasts=180 * MINUTE), through) == 400
    assert least(one_ticket(changes=1, lasts=60 * MINUTE), through) == 800
    assert least(one_ticket(changes=ANY), (*OUT, *HOME_AGAIN)) == 400
    # There by two buses of which the second leaves 27 minutes after the first.
    assert least(one_ticket(changes=1, lasts=46 * MINUTE), apart) == 800
    assert least(one_ticket(changes=1, lasts=20 * MINUTE), apart) is None
    # Home by two buses, 32 minutes apart; the session ends 11 minutes before.
    back = (through[0], *HOME_AGAIN)
    assert least(one_ticket(changes=1, lasts=45 * MINUTE), back) == 800
    assert least(one_ticket(changes=1, lasts=20 * MINUTE), back) is None


def test_a_ticket_that_has_no_price_beside_another_is_not_relied_on():
    alone = replace(one_ticket(), alone=np.ones(1, bool))
    some = (
        (0, Trip(((0, 555, 556), (2, 570, 571)))),
        (0, Trip(((2, 650, 651), (0, 662, 663)))),
    )

    assert least(alone, some) is None
    assert least(alone, some, sure=False) == 0
