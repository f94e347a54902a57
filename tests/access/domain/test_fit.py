from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.fit import (
    Cause,
    Circumstances,
    Obstacle,
    Plane,
    Visit,
    lacking,
    obstacles,
    plane,
)
from weft.access.domain.going import stay
from weft.assets.domain.facts import FactField
from weft.commons.times import LONDON, Week, Window

WEEK = Week(date(2026, 11, 23))
FIELDS = [FactField.STEP_FREE, FactField.QUIET, FactField.ROOM]


def on_tuesday(start, end):
    day = datetime(2026, 11, 24, tzinfo=LONDON)
    return Window(
        day + timedelta(hours=start),
        day + timedelta(hours=end),
    )


def a_life(**other):
    return Circumstances(**{"minutes_each_way": 30, **other})


def a_visit(**other):
    usual = {
        "session": on_tuesday(10, 11),
        "minutes_there": 20,
        "minutes_back": 20,
        "walk_in": True,
        "facts": {},
    }
    return Visit(**usual | other)


hours = st.integers(0, 23)
windows = st.builds(
    lambda start, length: on_tuesday(start, start + length), hours, st.integers(1, 12)
)
free_times = st.lists(windows, max_size=3).map(tuple)
visits = st.builds(
    a_visit,
    session=st.none() | windows,
    minutes_there=st.integers(0, 60),
    minutes_back=st.integers(0, 60),
    dated=st.booleans(),
    fresh=st.booleans(),
    walk_in=st.booleans(),
    price_pence=st.none() | st.integers(0, 1_000),
    facts=st.dictionaries(st.sampled_from(FIELDS), st.booleans()),
    languages=st.frozensets(st.sampled_from(["en", "ur", "pl"])),
)
lives = st.builds(
    a_life,
    free=free_times,
    minutes_each_way=st.integers(0, 60),
    most_pence=st.none() | st.integers(0, 1_000),
    wishes=st.frozensets(st.sampled_from(FIELDS)),
    languages=st.frozensets(st.sampled_from(["en", "ur"])),
)


def test_travel_is_paid_for_out_of_free_time():
    just_enough = a_life(free=(on_tuesday(9 + 40 / 60, 11 + 20 / 60),))
    too_little = a_life(free=(on_tuesday(9 + 41 / 60, 12),))

    assert obstacles(a_visit(), just_enough) == frozenset()
    assert obstacles(a_visit(), too_little) == {Obstacle(Cause.HOURS)}


def test_a_fact_told_as_no_is_a_wall_and_one_not_told_is_a_question():
    life = a_life(wishes=frozenset({FactField.STEP_FREE}))
    steps = obstacles(a_visit(facts={FactField.STEP_FREE: False}), life)
    nobody_said = obstacles(a_visit(), life)
    step_free = obstacles(a_visit(facts={FactField.STEP_FREE: True}), life)

    assert steps == {Obstacle(Cause.NEED, FactField.STEP_FREE)}
    assert nobody_said == {Obstacle(Cause.NEED, FactField.STEP_FREE, known=False)}
    assert [plane(one) for one in (steps, nobody_said, step_free)] == [
        Plane.NOT,
        Plane.POSSIBLE,
        Plane.CERTAIN,
    ]


def test_a_price_nobody_has_told_is_a_question():
    life = a_life(most_pence=0)

    assert plane(obstacles(a_visit(), life)) is Plane.POSSIBLE
    assert plane(obstacles(a_visit(price_pence=100), life)) is Plane.NOT
    assert plane(obstacles(a_visit(price_pence=0), life)) is Plane.CERTAIN


def test_somebody_who_did_not_say_what_they_can_spend_is_not_asked_about_money():
    assert obstacles(a_visit(), a_life()) == frozenset()


def test_a_full_group_is_never_sent_anybody():
    full = a_visit(facts={FactField.ROOM: False})

    assert Obstacle(Cause.FULL) in obstacles(full, a_life())


def test_whether_there_is_room_is_a_question_for_whoever_asks():
    nobody_said = a_visit(walk_in=False)
    has_room = a_visit(walk_in=False, facts={FactField.ROOM: True})

    for wishes in (frozenset(), frozenset({FactField.ROOM})):
        life = a_life(wishes=wishes)
        assert obstacles(nobody_said, life) == {Obstacle(Cause.FULL, known=False)}
        assert plane(obstacles(nobody_said, life)) is Plane.POSSIBLE
        assert obstacles(has_room, life) == frozenset()
        assert obstacles(a_visit(), life) == frozenset()  # an open door


def test_a_full_door_is_shut_also_to_whoever_only_wants_to_sit():
    full = a_visit(walk_in=True, facts={FactField.ROOM: False})

    assert plane(obstacles(full, a_life())) is Plane.NOT


def test_any_one_of_the_languages_will_do():
    life = a_life(languages=frozenset({"ur", "pa"}))

    assert not obstacles(a_visit(languages=frozenset({"en", "ur"})), life)
    assert plane(obstacles(a_visit(languages=frozenset({"pl"})), life)) is Plane.NOT
    assert plane(obstacles(a_visit(), life)) is Plane.POSSIBLE


@given(visits, lives, windows)
def test_more_free_time_never_closes_a_door(visit, life, more):
    freer = replace(life, free=(*life.free, more) if life.free else ())

    assert obstacles(visit, freer) <= obstacles(visit, life)


@given(visits, lives, st.integers(0, 500))
def test_more_money_never_closes_a_door(visit, life, more):
    if life.most_pence is not None:
        richer = replace(life, most_pence=life.most_pence + more)

        assert obstacles(visit, richer) <= obstacles(visit, life)


@given(visits, lives, st.integers(0, 60))
def test_going_further_never_closes_a_door(visit, life, more):
    further = replace(life, minutes_each_way=life.minutes_each_way + more)

    assert obstacles(visit, further) <= obstacles(visit, life)


@given(visits, lives)
def test_an_unknown_that_turns_out_yes_never_closes_a_door(visit, life):
    told = replace(
        visit,
        facts=dict.fromkeys(FIELDS, True) | dict(visit.facts),
        price_pence=0 if visit.price_pence is None else visit.price_pence,
        languages=visit.languages or life.languages,
        dated=True,
        fresh=True,
    )

    assert obstacles(told, life) <= obstacles(visit, life)


@given(visits, lives)
def test_whatever_is_certain_is_also_possible(visit, life):
    standing = obstacles(visit, life)
    walls = {one for one in standing if one.known}

    assert (plane(standing) <= Plane.POSSIBLE) == (not walls)
    assert (plane(standing) is Plane.CERTAIN) == (not standing)


@given(windows, st.lists(windows, min_size=1, max_size=3), st.integers(0, 40))
def test_a_stay_lies_in_free_time_and_while_the_door_is_open(door, free, minutes):
    found = stay(door, free=free, minutes_there=minutes, minutes_back=minutes)

    if found is None:
        # Looked at quarter by quarter, there is no half hour either.
        for quarter in range(4 * 36):
            start = on_tuesday(quarter / 4, quarter / 4).start
            visit = Window(start, start + timedelta(minutes=30))
            assert not (
                visit.within(door)
                and any(visit.widened(minutes).within(one) for one in free)
            )
    else:
        assert found.minutes >= 30
        assert found.within(door)
        assert any(found.widened(minutes).within(one) for one in free)


@given(windows, free_times, windows, st.integers(0, 40))
def test_more_free_time_never_shortens_a_stay(door, free, more, minutes):
    def length(windows):
        found = stay(door, free=windows, minutes_there=minutes, minutes_back=minutes)
        return found.minutes if found else 0

    if free:
        assert length([*free, more]) >= length(free)


@given(visits, free_times)
def test_what_lacks_is_just_what_would_let_it_fit(visit, free):
    if visit.away is None:
        return
    lack = lacking(visit.away, free)
    fits = Obstacle(Cause.HOURS) not in obstacles(visit, a_life(free=free))
    assert (lack is None) == fits
    if lack is not None:
        more = tuple(w.stretched(before=lack.before, after=lack.after) for w in free)
        assert lacking(visit.away, more) is None


def test_eleven_minutes_too_short_for_the_way_back_are_told_as_such():
    away = on_tuesday(10, 12).stretched(before=0, after=11)
    lack = lacking(away, [on_tuesday(9, 12)])
    assert (lack.before, lack.after, lack.minutes) == (0, 11, 11)


def test_a_way_nobody_knows_to_be_step_free_is_a_question():
    assert plane(obstacles(a_visit(way_known=False), a_life())) is Plane.POSSIBLE
