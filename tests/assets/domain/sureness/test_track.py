"""Is sureness what Bayes would say, however it is reckoned?"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.sureness import LINE, WEIGHS, Event, Heard, Pace, Track
from weft.assets.domain.sureness.heard import CONFIRMS, DOUBTS
from weft.assets.domain.sureness.survival import DAYS_IN_A_YEAR, pace

TOLD = date(2024, 1, 1)
LAST = TOLD + timedelta(days=800)
days = st.dates(TOLD, LAST)
paces = st.builds(Pace, changes=st.floats(0.5, 5.0), years=st.floats(0.2, 30.0))
weighing = st.builds(Heard, days, st.sampled_from(sorted(WEIGHS)))
tracks = st.builds(
    Track,
    told_on=st.just(TOLD),
    right_at_first=st.floats(0.5, 0.999),
    pace=paces,
    heard=st.lists(weighing, max_size=6).map(tuple),
)


def a_track(*heard, **other):
    usual = {"told_on": TOLD, "right_at_first": 0.97, "pace": Pace(changes=1, years=3)}
    return Track(**(usual | other), heard=tuple(heard))


def by_hand(track, on):
    """The same, slowly: every pace of a grid, every day of change."""
    logs = np.linspace(-25, 5, 1_500)
    hazards = np.exp(logs)
    a, b = track.pace.changes, track.pace.years
    density = np.exp(a * logs - b * hazards)
    density /= density.sum()
    length = (on - track.told_on).days
    edges = np.arange(length + 1) / DAYS_IN_A_YEAR
    still = np.array([(density * np.exp(-hazards * year)).sum() for year in edges])
    right = wrong = 1.0
    changed = np.ones(length)  # on each day: what was heard, had it changed then
    for one in track.heard:
        if one.on > on:
            continue
        weight, day = WEIGHS[one.event], (one.on - track.told_on).days
        right *= weight.if_right
        wrong *= weight.if_wrong
        changed *= np.where(np.arange(length) < day, weight.if_wrong, weight.if_right)
    stays = track.right_at_first * still[-1] * right
    moved = track.right_at_first * ((still[:-1] - still[1:]) * changed).sum()
    never = (1 - track.right_at_first) * wrong
    return stays / (stays + moved + never)


@given(track=tracks, on=days)
def test_it_is_the_sum_over_every_pace_and_every_day(track, on):
    assert track.sureness(on) == pytest.approx(by_hand(track, on), abs=2e-3)


@given(track=tracks, on=days)
def test_it_is_a_chance(track, on):
    assert 0.0 <= track.sureness(on) <= 1.0


@given(track=tracks, event=st.sampled_from(sorted(CONFIRMS)), early=days, late=days)
def test_a_later_confirmation_never_lowers_it(track, event, early, late):
    early, late = sorted((early, late))
    earlier = replace(track, heard=(*track.heard, Heard(early, event)))
    later = replace(track, heard=(*track.heard, Heard(late, event)))

    assert later.sureness(LAST) >= earlier.sureness(LAST) - 1e-12


@given(track=tracks, event=st.sampled_from(sorted(CONFIRMS)), on=days)
def test_one_more_yes_never_lowers_it(track, event, on):
    more = replace(track, heard=(*track.heard, Heard(on, event)))

    assert more.sureness(LAST) >= track.sureness(LAST) - 1e-12


@given(track=tracks, event=st.sampled_from(sorted(DOUBTS)), on=days)
def test_one_more_report_never_raises_it(track, event, on):
    more = replace(track, heard=(*track.heard, Heard(on, event)))

    assert more.sureness(LAST) <= track.sureness(LAST) + 1e-12


@given(track=tracks, longer=st.integers(0, 4_000))
def test_time_alone_never_raises_it(track, longer):
    later = LAST + timedelta(days=longer)

    assert track.sureness(later) <= track.sureness(LAST) + 1e-12


@given(track=tracks, shuffled=st.randoms(use_true_random=False))
def test_the_order_in_which_it_is_kept_makes_no_difference(track, shuffled):
    heard = list(track.heard)
    shuffled.shuffle(heard)

    assert replace(track, heard=tuple(heard)).sureness(LAST) == pytest.approx(
        track.sureness(LAST)
    )


@given(track=tracks, on=days)
def test_the_last_day_on_which_we_are_sure_is_that_day(track, on):
    last = track.sure_until(on)
    known = replace(track, heard=tuple(one for one in track.heard if one.on <= on))

    assert known.sureness(last + timedelta(days=1)) < LINE or last >= on + timedelta(
        days=3_653
    )
    assert last < on or known.sureness(last) >= LINE


@given(share=st.floats(0.001, 0.9))
def test_a_pace_changes_what_it_was_set_by_within_a_year(share):
    assert pace(changed_in_a_year=share).lasts(1.0) == pytest.approx(1.0 - share)


def test_what_changed_twice_is_expected_to_change_again():
    calm = a_track(Heard(date(2026, 1, 1), Event.TOLD_ANEW), told_on=date(2022, 1, 1))
    restless = replace(
        calm,
        heard=(
            Heard(date(2023, 1, 1), Event.TOLD_ANEW),
            Heard(date(2024, 6, 1), Event.TOLD_ANEW),
            Heard(date(2026, 1, 1), Event.TOLD_ANEW),
        ),
    )
    a_year_on = date(2027, 1, 1)

    assert restless.since(a_year_on) == calm.since(a_year_on) == date(2026, 1, 1)
    assert restless.sureness(a_year_on) < calm.sureness(a_year_on)


def test_what_is_told_anew_is_as_sure_as_on_the_first_day():
    doubted = a_track(Heard(date(2024, 5, 1), Event.SAID_WRONG))
    anew = replace(
        doubted, heard=(*doubted.heard, Heard(date(2024, 6, 1), Event.TOLD_ANEW))
    )

    assert doubted.sureness(date(2024, 6, 1)) < LINE
    assert anew.sureness(date(2024, 6, 1)) == pytest.approx(0.97)


def test_where_nobody_knows_since_when_there_is_no_number():
    track = a_track(Heard(date(2024, 5, 1), Event.CONFIRMED), told_on=None)

    assert track.sureness(LAST) is None
    assert track.sure_until(LAST) is None


def test_silence_says_nothing():
    asked = a_track(Heard(date(2024, 5, 1), Event.ASKED))

    assert asked.sureness(LAST) == a_track().sureness(LAST)


def test_a_yes_is_the_last_word_until_somebody_doubts_it():
    yes = Heard(date(2024, 5, 1), Event.CONFIRMED)
    track = a_track(yes, Heard(date(2024, 6, 1), Event.SAID_AGAIN))

    assert track.confirmed(LAST) == yes
    doubted = a_track(yes, Heard(date(2024, 7, 1), Event.BOUNCED))
    assert doubted.confirmed(LAST) is None
    assert doubted.confirmed(date(2024, 6, 30)) == yes
