"""What follows from hours, price and numbers?"""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.derived import Basis, derived, is_free, price_to_reckon_with
from weft.assets.domain.facts import FactField
from weft.commons.times import window_on

FRIDAY = date(2026, 11, 27)
PENCE = st.none() | st.integers(0, 5_000)


def on(starts, ends, **told):
    return Basis(windows=(window_on(FRIDAY, starts, ends),), **told)


def test_an_evening_is_half_an_hour_or_more_after_six():
    assert derived(on(time(17, 30), time(18, 30)))[FactField.EVENING]
    assert not derived(on(time(16, 30), time(18, 15)))[FactField.EVENING]


def test_a_night_of_dancing_is_late_and_in_the_evening():
    facts = derived(on(time(21), time(1, 30)))

    assert facts[FactField.LATE]
    assert facts[FactField.EVENING]


def test_ending_at_ten_is_not_late_and_beginning_at_four_in_the_morning_is():
    assert not derived(on(time(19), time(22)))[FactField.LATE]
    assert derived(on(time(4), time(6)))[FactField.LATE]
    assert not derived(on(time(5), time(6)))[FactField.LATE]


def test_where_no_times_are_known_nothing_follows_from_them():
    facts = derived(Basis())

    assert facts == {}


def test_under_half_an_hour_is_told_by_the_clock_or_by_minutes():
    assert derived(on(time(10), time(10, 30)))[FactField.HALF_HOUR]
    assert not derived(on(time(10), time(11)))[FactField.HALF_HOUR]
    assert derived(Basis(minutes=20))[FactField.HALF_HOUR]
    assert derived(on(time(10), time(11), minutes=20))[FactField.HALF_HOUR]


def test_a_visit_takes_as_long_as_one_likes():
    assert FactField.HALF_HOUR not in derived(on(time(9), time(17), visit=True))


@pytest.mark.parametrize(
    ("least", "most", "note", "expected"),
    [
        (0, 0, "", True),
        (0, None, "", True),
        (None, 0, "", True),
        (300, 300, "", False),
        (200, None, "", False),
        (0, 500, "", None),
        (0, 500, "Pay as you can", True),
        (None, None, "A donation", None),
    ],
)
def test_free_is_free_for_whoever_asks(least, most, note, expected):
    basis = Basis(price_pence_least=least, price_pence_most=most, price_note=note)

    assert is_free(basis) is expected


def test_full_is_not_the_same_as_not_knowing():
    assert derived(Basis(newcomers_per_week=0))[FactField.ROOM] is False
    assert derived(Basis(newcomers_per_week=2))[FactField.ROOM] is True
    assert FactField.ROOM not in derived(Basis())


def test_where_anybody_may_turn_up_there_is_room_unless_they_say_it_is_full():
    assert derived(Basis(walk_in=True))[FactField.ROOM] is True
    assert derived(Basis(walk_in=True, newcomers_per_week=0))[FactField.ROOM] is False


@given(least=PENCE, most=PENCE)
def test_whoever_has_the_price_in_hand_is_sure_of_getting_in(least, most):
    basis = Basis(price_pence_least=least, price_pence_most=most)
    price = price_to_reckon_with(basis)

    if price is not None:
        assert price >= (most or 0)
    if price is None:
        assert least is None
        assert most is None


@given(start=st.integers(0, 47), halves=st.integers(1, 20), days=st.integers(0, 400))
def test_the_same_hours_are_as_late_on_any_day_of_the_year(start, halves, days):
    end = (start + halves) % 48
    clocks = time(start // 2, start % 2 * 30), time(end // 2, end % 2 * 30)
    day = FRIDAY + timedelta(days=days)
    changes = {
        date(2027, 3, 27),
        date(2027, 3, 28),
        date(2027, 10, 30),
        date(2027, 10, 31),
    }

    if day not in changes:
        later = derived(Basis(windows=(window_on(day, *clocks),)))
        assert later == derived(Basis(windows=(window_on(FRIDAY, *clocks),)))
