"""It gets dark when almanacs say."""

from datetime import UTC, date, datetime, time, timedelta
from math import asin, atan2, cos, degrees, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.daylight import dark, dark_minutes
from weft.commons.places import Point
from weft.commons.times import Window, at

LEEDS = Point(53.80, -1.55)


def span(day, start, hours):
    begin = at(day, time(start))
    return Window(begin, begin + timedelta(hours=hours))


def height(instant, point):
    """How high the sun stands, in degrees: the Astronomical Almanac's short formula."""
    noon = datetime(2000, 1, 1, 12, tzinfo=UTC)
    days = (instant.astimezone(UTC) - noon) / timedelta(days=1)
    mean, anomaly = 280.460 + 0.9856474 * days, radians(357.528 + 0.9856003 * days)
    ecliptic = radians(mean + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    tilt = radians(23.439 - 0.0000004 * days)
    right = atan2(cos(tilt) * sin(ecliptic), cos(ecliptic))
    declination = asin(sin(tilt) * sin(ecliptic))
    turned = radians(280.46061837 + 360.98564736629 * days + point.longitude)
    latitude = radians(point.latitude)
    return degrees(
        asin(
            sin(latitude) * sin(declination)
            + cos(latitude) * cos(declination) * cos(turned - right)
        )
    )


@given(st.dates(date(2024, 1, 1), date(2030, 12, 31)), st.floats(50, 56))
def test_the_night_begins_and_ends_with_the_sun_six_degrees_down(day, latitude):
    here = Point(latitude, -1.55)
    (night,) = dark(span(day, 12, 24), here)
    assert height(night.start, here) == pytest.approx(-6, abs=0.15)
    assert height(night.end, here) == pytest.approx(-6, abs=0.15)
    assert height(night.start + timedelta(minutes=5), here) < -6


def test_a_walk_home_at_five_is_dark_in_december_and_light_in_june():
    assert dark_minutes(span(date(2026, 12, 21), 17, 1), LEEDS) == 60
    assert dark_minutes(span(date(2026, 6, 21), 17, 1), LEEDS) == 0


def test_far_north_in_summer_it_never_gets_dark():
    assert dark(span(date(2026, 6, 21), 12, 24), Point(66.0, -1.5)) == ()


days = st.dates(date(2024, 1, 1), date(2030, 12, 31))


@given(days, st.integers(0, 23), st.integers(0, 40), st.integers(0, 40))
def test_two_halves_of_a_time_are_as_dark_as_the_whole(day, start, some, more):
    whole = dark(span(day, start, some + more), LEEDS)
    middle = span(day, start, some).end
    parts = [
        *dark(Window(whole_start(day, start), middle), LEEDS),
        *dark(Window(middle, span(day, start, some + more).end), LEEDS),
    ]
    total = sum(one.minutes for one in whole)
    assert sum(one.minutes for one in parts) == pytest.approx(total, abs=1e-6)


def whole_start(day, start):
    return at(day, time(start))
