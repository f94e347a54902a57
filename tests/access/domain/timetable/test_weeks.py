"""A week of sessions for all areas at once says what each one would by itself."""

from datetime import timedelta
from functools import cache

import numpy as np
import pytest

from tests.access.domain.timetable.conftest import MONDAY
from weft.access.domain.arrays import as_bytes, from_bytes
from weft.access.domain.spans import FAR, HOUR, MINUTE
from weft.access.domain.timetable import (
    LONGEST,
    NEVER,
    Around,
    Events,
    Limits,
    Rider,
    Walks,
    changing,
    day_of,
    earliest_arrivals,
    latest_departures,
    spans_back,
    tables,
    turned,
    walks_from,
    week_spans,
)
from weft.commons.times import Week

AREAS, PLACES = 25, 8


def some_walks(rng, rows, stops, each):
    here = np.repeat(np.arange(rows, dtype=np.int32), each)
    there = rng.choice(stops, rows * each).astype(np.int32)
    takes = rng.integers(1, 8 * MINUTE, rows * each).astype(np.int32)
    return walks_from(rows, here, there, takes)


@pytest.fixture(scope="module")
def around(valley):
    """Areas and places that each reach a few stops; uphill takes longer."""
    rng = np.random.default_rng(7)
    stops = valley.timetable.stops
    areas, places = (some_walks(rng, n, stops, 3) for n in (AREAS, PLACES))
    longer = [
        Walks(one.first, one.to, one.takes + MINUTE // 2) for one in (areas, places)
    ]
    return Around(
        changing=valley.changing,
        from_places=places,
        to_places=longer[1],
        from_areas=turned(areas, stops),
        to_areas=turned(longer[0], stops),
        areas=AREAS,
    )


def sessions(count=40):
    """Sessions all over the week, some at one place and time, some across midnight."""
    rng = np.random.default_rng(3)
    place = rng.integers(0, PLACES, count).astype(np.int32)
    starts = (rng.integers(0, 7, count) * 24 + rng.integers(8, 24, count)) * HOUR
    place[1], starts[1] = place[0], starts[0]
    place[2], starts[2] = place[0], 167 * HOUR  # Sunday at eleven, until one at night
    starts[3] = 0
    starts = starts.astype(np.int32)
    return (
        Events(place=place, when=starts),
        Events(place=place, when=starts + np.int32(2 * HOUR)),
    )


def row(walks, n):
    at = slice(walks.first[n], walks.first[n + 1])
    return walks.to[at], walks.takes[at]


@cache
def laid(timetable, number):
    return day_of(timetable, MONDAY + timedelta(days=number))


def span_by_itself(valley, around, place, when, area, *, home):
    """Reckon one session and one area, by the functions for one search."""
    day_number = min(max(when // (24 * HOUR), 0), 6)
    day = laid(valley.timetable, int(day_number))
    stops = valley.timetable.stops
    sign = -1 if home else 1
    ready = np.full(stops, sign * NEVER, np.int32)
    walks = around.to_places if home else around.from_places
    for stop, takes in zip(*row(walks, place), strict=True):
        ready[stop] = when + sign * takes
    # ``within`` counts from the session and not from the stop.
    reach = latest_departures if home else earliest_arrivals
    found = reach(day, around.changing, ready)
    best = FAR
    homes = around.from_areas if home else around.to_areas
    for stop in np.flatnonzero(abs(found) < NEVER):
        for there, takes in zip(*row(homes, stop), strict=True):
            if there == area:
                span = sign * (int(found[stop]) - when) + int(takes)
                best = min(best, span) if span <= LONGEST else best
    return best


def test_each_span_is_what_one_search_says(valley, around):
    starts, ends = sessions()

    week = week_spans(valley.timetable, Week(MONDAY), (starts, ends), around)

    there, back = week.there[week.there_of], week.back[week.back_of]
    assert len(week.there) < len(starts.when)  # the first two share
    assert (there < FAR).sum() > 100
    assert (back < FAR).sum() > 100
    for n in range(0, 40, 3):
        for area in range(0, AREAS, 4):
            asked = valley, around, int(starts.place[n])
            assert there[n, area] == span_by_itself(
                *asked, int(starts.when[n]), area, home=True
            )
            assert back[n, area] == span_by_itself(
                *asked, int(ends.when[n]), area, home=False
            )


def test_the_answer_does_not_depend_on_threads_or_on_the_order(valley, around):
    starts, ends = sessions()
    turned_round = np.arange(40)[::-1].copy()
    asked = valley.timetable, Week(MONDAY)

    one = week_spans(*asked, (starts, ends), around)
    three = week_spans(
        *asked,
        (starts.at(turned_round), ends.at(turned_round)),
        around,
        Limits(workers=3),
    )

    assert (one.there[one.there_of] == three.there[three.there_of][::-1]).all()
    assert (one.back[one.back_of] == three.back[three.back_of][::-1]).all()
    assert one.hops_read == three.hops_read


def test_a_shorter_limit_only_leaves_out_and_wheels_only_close(valley, around):
    starts, ends = sessions()
    asked = valley.timetable, Week(MONDAY), (starts, ends), around

    whole = week_spans(*asked).back
    short = week_spans(*asked, Limits(within=30 * MINUTE)).back
    possible = week_spans(*asked, Limits(rider=Rider.WHEELS_POSSIBLE)).back

    assert (short == np.where(whole <= 30 * MINUTE, whole, FAR)).all()
    assert (possible >= whole).all()
    assert (possible > whole).any()


def test_a_search_beyond_the_days_hops_is_refused_not_guessed(valley, around):
    day = day_of(valley.timetable, MONDAY, margin=HOUR)
    late = Events(place=np.zeros(1, np.int32), when=np.array([24 * HOUR], np.int32))

    with pytest.raises(ValueError, match="do not go as far"):
        spans_back(day, around, late)
    spans_back(day, around, late, Limits(within=HOUR))


def test_a_timetable_is_the_same_after_it_was_kept(valley):
    kept = tables.as_arrays(valley.timetable)

    again = tables.from_arrays(
        from_bytes(as_bytes(kept), what=kept.what, about=kept.about)
    )

    assert as_bytes(tables.as_arrays(again)) == as_bytes(kept)
    assert again.span == valley.timetable.span
    older = type(kept)(what=kept.what, arrays={}, about={})
    with pytest.raises(ValueError, match="build again"):
        tables.from_arrays(older)


def test_changes_take_what_the_feed_asks_and_what_it_forbids_is_not_possible(valley):
    plain = valley.timetable
    from dataclasses import replace

    told = replace(
        plain,
        change_from=np.array([0, 0, 2, 3], np.int32),
        change_to=np.array([1, 2, 2, 3], np.int32),
        change_kind=np.array([2, 3, 2, 3], np.int8),
        change_takes=np.array([3000, -1, 1800, -1], np.int32),
    )
    walks = walks_from(
        plain.stops,
        np.array([0, 0, 1], np.int32),
        np.array([1, 2, 0], np.int32),
        np.array([900, 900, 100], np.int32),
    )

    changes = changing(told, walks).onwards

    assert row(changes.walks, 0)[0].tolist() == [1]
    assert row(changes.walks, 0)[1].tolist() == [3000]
    assert row(changes.walks, 1)[1].tolist() == [600]  # never below the least
    assert changes.same[:4].tolist() == [600, 600, 1800, NEVER]
    with pytest.raises(ValueError, match="at least"):
        changing(told, walks, least=0)
