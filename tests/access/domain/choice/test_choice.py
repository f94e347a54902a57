"""Is what the kernel says what the definition says, and do its laws hold?"""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.oracles.choice import read_out
from tests.oracles.choice_worlds import (
    areas_of,
    journeys_of,
    lives,
    offers_of,
    sessions_of,
    with_offers,
    worlds,
)
from weft.access.domain.choice.choosing import RealChoice, World, choose
from weft.access.domain.choice.values import (
    CERTAIN,
    NO_LIMIT,
    OFFER_COLUMNS,
    POSSIBLE,
    UNKNOWN,
    Areas,
    Condition,
    LifeNow,
)
from weft.access.domain.spans import HOUR, MINUTE
from weft.commons.errors import NotPossible

ARRAYS = ("counts", "more", "three", "kinds", "hours", "takers", "shared")
two_lives = st.tuples(lives(), lives())


def same(one: RealChoice, other: RealChoice) -> bool:
    return all(
        getattr(one, name).tobytes() == getattr(other, name).tobytes()
        for name in ARRAYS
    )


def no_less(more: RealChoice, fewer: RealChoice) -> bool:
    """Tell whether no door is closed, on either plane."""
    return bool(
        (more.counts[..., :3] >= fewer.counts[..., :3]).all()
        and (more.kinds >= fewer.kinds).all()
        and (more.has_three >= fewer.has_three).all()
        and (more.hours_on >= fewer.hours_on).all()
    )


@pytest.mark.shows("C1")
@settings(max_examples=100, deadline=None)
@given(worlds(), two_lives)
def test_every_figure_is_what_the_definition_says(world, two):
    found = choose(world, two)
    for n, life in enumerate(two):
        for area in range(len(world.areas)):
            for plane in (CERTAIN, POSSIBLE):
                told = read_out(world, life, area, plane)
                assert found.counts[n, area, plane].tolist() == [
                    len(told.open),
                    told.groups,
                    told.kinds,
                    told.go_yes,
                    told.go_unknown,
                ]
                more = [len(told.lifted[one]) for one in Condition]
                assert found.more[n, area, plane].tolist() == more
                assert found.has_three[n, area, plane] == told.three
                assert found.would_have_three[n, area, plane].tolist() == [
                    told.three_if[one] and not told.three for one in Condition
                ]
                on = np.flatnonzero(found.hours_on[n, area, plane])
                assert set(on.tolist()) == told.hours


@settings(max_examples=100, deadline=None)
@given(worlds(), two_lives)
def test_what_is_certain_is_possible(world, two):
    found = choose(world, two)
    for counted in (found.counts[..., :3], found.has_three, found.hours_on):
        assert (counted[:, :, POSSIBLE] >= counted[:, :, CERTAIN]).all()


@settings(max_examples=30, deadline=None)
@given(worlds(lives=1), lives(), st.data())
def test_more_free_time_or_money_never_closes_a_door(world, life, data):
    before = choose(world, [life])
    wider = life.windows + np.array([[-9, 9]], dtype=np.int32)
    extra = data.draw(st.integers(250, 300)) * 15 * MINUTE
    richer = life.purse if life.purse == NO_LIMIT else life.purse + 250
    for better in (
        replace(life, windows=wider),
        replace(life, windows=np.vstack([life.windows, [[extra, extra + HOUR]]])),
        replace(life, purse=richer),
        replace(life, purse=NO_LIMIT),
        replace(life, margin=0),
        replace(life, ways=tuple((w, far + 99, fare) for w, far, fare in life.ways)),
    ):
        assert no_less(choose(world, [better]), before)


@settings(max_examples=30, deadline=None)
@given(worlds(lives=1), lives(), st.data())
def test_one_more_session_or_a_quicker_bus_never_closes_a_door(world, life, data):
    before = choose(world, [life])
    offer = data.draw(st.integers(0, len(world.offers) - 1))
    start = data.draw(st.integers(0, 150)) * 15 * MINUTE
    old = world.sessions
    rows = list(
        zip(
            old.offer, old.start, old.end, old.place, old.sure, old.drop_in, strict=True
        )
    )
    rows.append((offer, start, start + HOUR, 0, True, False))
    assert no_less(choose(replace(world, sessions=sessions_of(rows)), [life]), before)
    quicker = tuple(
        way._replace(
            there=way.there // 2,
            back=way.back // 2,
            there_sure=None if way.there_sure is None else way.there_sure // 2,
            back_sure=None if way.back_sure is None else way.back_sure // 2,
        )
        for way in world.ways
    )
    assert no_less(choose(replace(world, ways=quicker), [life]), before)


@settings(max_examples=30, deadline=None)
@given(worlds(lives=1), lives(), st.data())
def test_an_unknown_that_turns_out_yes_never_closes_a_door(world, life, data):
    before = choose(world, [life])
    offers = world.offers
    unknown = ~offers.meets & ~offers.fails & 7

    def told(column, yes):
        return np.where(column == UNKNOWN, yes, column).astype(column.dtype)

    column = data.draw(st.sampled_from(["needs", "price", "room", "age", "sure"]))
    answered = {
        "needs": {"meets": offers.meets | unknown},
        "price": {"price_pence": told(offers.price_pence, 0)},
        "room": {"newcomers": told(offers.newcomers, 3)},
        "age": {
            "least_age": told(offers.least_age, 0),
            "most_age": told(offers.most_age, NO_LIMIT),
        },
        "sure": {"sure": np.ones(len(offers), dtype=bool)},
    }[column]
    assert no_less(choose(with_offers(world, **answered), [life]), before)
    way_in = tuple(1 if one == UNKNOWN else one for one in life.way_in)
    assert no_less(choose(world, [replace(life, way_in=way_in)]), before)


@settings(max_examples=30, deadline=None)
@given(worlds(), two_lives, st.data())
def test_parts_laid_together_are_the_whole_and_order_does_not_matter(world, two, data):
    whole = choose(world, two, classes=3)
    assert same(whole, choose(world, two, classes=3))
    cut = data.draw(st.integers(0, len(world.areas)))
    parts = [
        choose(_only(world, some), two, classes=3)
        for some in (slice(0, cut), slice(cut, None))
    ]
    for name in ARRAYS[:5]:
        joined = np.concatenate([getattr(part, name) for part in parts], axis=1)
        assert joined.tobytes() == getattr(whole, name).tobytes()
    assert (parts[0].takers + parts[1].takers == whole.takers).all()
    order = np.array(data.draw(st.permutations(range(len(world.offers)))))
    turned = with_offers(
        world, **{name: getattr(world.offers, name)[order] for name in OFFER_COLUMNS}
    )
    sessions = replace(
        world.sessions, offer=np.argsort(order)[world.sessions.offer].astype("i4")
    )
    again = choose(replace(turned, sessions=sessions), two, classes=3)
    for name in ARRAYS[:5]:
        assert getattr(again, name).tobytes() == getattr(whole, name).tobytes()
    assert (again.takers == whole.takers[:, order]).all()


@settings(max_examples=30, deadline=None)
@given(worlds(), two_lives, st.integers(2, 5))
def test_a_part_of_the_question_and_more_threads_change_no_answer(world, two, threads):
    whole = choose(world, two, classes=3)
    assert same(choose(world, two, classes=3, threads=threads), whole)
    brief = choose(world, two, classes=3, whole=False, threads=threads)
    for name in ("counts", "kinds", "has_three", "takers"):
        assert getattr(brief, name).tobytes() == getattr(whole, name).tobytes()
    assert brief.more.size == brief.hours.size == 0


def test_more_lives_than_bits_and_steps_than_a_board_has_are_no_matter():
    sessions = [(0, (9 + n) * HOUR + n, (10 + n) * HOUR, 0) for n in range(12)]
    lives = [
        free((9 * HOUR, 10 * HOUR + n * MINUTE), (11 * HOUR, (11 + n) * HOUR + 7 * n))
        for n in range(70)
    ]
    far = [[(0, n * MINUTE, n * MINUTE)] for n in range(0, 30, 2)]
    world = small(sessions, areas=areas_of(15, 70), ways=(journeys_of(far),))
    found = choose(world, lives)
    for n, life in enumerate(lives):
        for area in range(15):
            told = read_out(world, life, area, CERTAIN)
            assert found.counts[n, area, CERTAIN, 0] == len(told.open)
            on = np.flatnonzero(found.hours_on[n, area, CERTAIN])
            assert set(on.tolist()) == told.hours


def _only(world: World, some: slice) -> World:
    areas = Areas(
        people=world.areas.people[:, some],
        need_class=world.areas.need_class[some],
        inside=world.areas.inside[some],
    )
    ways = tuple(
        way._replace(begin=way.begin[some], end=way.end[some]) for way in world.ways
    )
    return replace(world, areas=areas, ways=ways)


@given(worlds(), lives())
@settings(max_examples=30, deadline=None)
def test_two_who_said_the_same_see_the_same(world, life):
    found = choose(world, [life, replace(life)])
    for name in ARRAYS[:5]:
        one, other = getattr(found, name)
        assert one.tobytes() == other.tobytes()


# --- single cases ---------------------------------------------------------------


def small(sessions, *, offers=None, **changes) -> World:
    usual = {
        "areas": areas_of(1, 1),
        "offers": offers_of(offers or [{}]),
        "sessions": sessions_of(sessions),
        "places": 1,
        "ways": (journeys_of([[(0, 6 * MINUTE, 9 * MINUTE)]]),),
    }
    return World(**(usual | changes))


def free(*windows, **changes) -> LifeNow:
    usual = {
        "windows": np.array(windows, dtype=np.int32).reshape(-1, 2),
        "ways": ((0, 30 * MINUTE, 0),),
    }
    return LifeNow(**(usual | changes))


def is_open(world, life, plane=CERTAIN) -> bool:
    return bool(choose(world, [life]).counts[0, 0, plane, 0])


def test_the_way_there_and_back_and_the_margin_come_out_of_free_time():
    ten, eleven = 10 * HOUR, 11 * HOUR
    world = small([(0, ten, eleven, 0)])
    exact = (ten - 7 * MINUTE, eleven + 10 * MINUTE)
    assert is_open(world, free(exact, margin=MINUTE))
    for shorter in ((exact[0] + 1, exact[1]), (exact[0], exact[1] - 1)):
        assert not is_open(world, free(shorter, margin=MINUTE))
    noon = ten + HOUR // 2
    assert not is_open(world, free((0, noon), (noon + 1, 20 * HOUR)))


def test_an_open_door_takes_any_stay_that_is_long_enough():
    door = small([(0, 9 * HOUR, 17 * HOUR, 0, True, True)])
    needed = 45 * MINUTE  # 6 there, 30 to stay, 9 back
    assert is_open(door, free((12 * HOUR, 12 * HOUR + needed)))
    assert not is_open(door, free((12 * HOUR, 12 * HOUR + needed - 1)))
    assert not is_open(door, free((17 * HOUR - 35 * MINUTE, 20 * HOUR)))
    on = choose(door, [free((12 * HOUR, 14 * HOUR))]).hours_on[0, 0, CERTAIN]
    assert np.flatnonzero(on).tolist() == [12, 13]


def test_a_life_with_no_free_hour_no_way_or_an_area_with_nobody_is_an_answer():
    world = small([(0, HOUR, 2 * HOUR, 0)], areas=areas_of(1, 1, people=0))
    nothing = choose(world, [free()])
    assert nothing.counts.sum() == 0
    assert nothing.more[0, 0, CERTAIN].tolist() == [1, 0, 0, 0, 0, 0, 0]
    assert choose(world, [free((0, 9 * HOUR), ways=())]).counts.sum() == 0
    assert choose(world, [free((0, 9 * HOUR))], classes=3).takers.sum() == 0


def test_what_has_no_place_is_reached_by_no_journey():
    world = small([(0, HOUR, 2 * HOUR, UNKNOWN)])
    assert not is_open(world, free((0, 9 * HOUR)), POSSIBLE)


def test_distance_is_lifted_as_far_as_the_horizon():
    far = journeys_of([[(0, 40 * MINUTE, 40 * MINUTE)]])
    world = small([(0, 5 * HOUR, 6 * HOUR, 0)], ways=(far,))
    more = choose(world, [free((0, 9 * HOUR))]).more[0, 0, CERTAIN]
    assert more.tolist() == [0, 1, 0, 0, 0, 0, 0]
    near = replace(world, terms=replace(world.terms, horizon=39 * MINUTE))
    assert choose(near, [free((0, 9 * HOUR))]).more.sum() == 0
    # A longer way still has to fit the hours: lifting distance gives no time away.
    assert choose(world, [free((5 * HOUR, 9 * HOUR))]).more.sum() == 0


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: small([(0, HOUR, HOUR, 0)]), "ends after it starts"),
        (lambda: small([(1, 0, HOUR, 0)]), "an offer that is not there"),
        (lambda: small([(0, 0, HOUR, 1)]), "a place that is not there"),
        (lambda: small([], ways=(journeys_of([[(2, 1, 1)]]),)), "not there"),
        (lambda: small([], ways=(journeys_of([[], []]),)), "each area once"),
        (lambda: small([], ways=(journeys_of([[(0, 5, 5, 4, 5)]]),)), "quicker"),
        (lambda: offers_of([{"kind": 3}]), "one of the kinds"),
        (lambda: offers_of([{"meets": 1, "fails": 1}]), "never both"),
        (lambda: choose(small([]), []), "people of each life"),
        (lambda: choose(small([]), [free(ways=((1, 1, 0),))]), "without journeys"),
        (lambda: choose(small([]), [free(way_in=())]), "joining rule"),
    ],
)
def test_what_cannot_be_reckoned_says_why(build, words):
    with pytest.raises(NotPossible, match=words):
        build()
