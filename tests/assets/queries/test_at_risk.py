"""What ends within ninety days, what would be lost, and what is to spare beside it."""

from datetime import time, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.web import valley
from weft.assets.domain.ending import SOON, Ends, OnAt, nothing_else
from weft.assets.domain.spare import Suits
from weft.assets.models import Fact, Tie
from weft.assets.queries.at_risk import at_risk
from weft.assets.queries.spare import funds, hours_in_words, to_spare
from weft.commons.disclosure import Hidden
from weft.commons.places import Point
from weft.commons.times import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def hall(region):
    return valley.place(region)


def today():
    return timezone.localdate()


def said(thing, field, value, **more):
    on = value if isinstance(value, str) else (today() + timedelta(value)).isoformat()
    Fact.objects.create(asset=thing, field=field, value=on, source="us", **more)


def ends(region):
    valley.derive(region)
    return at_risk(region.slug, today=today())


@pytest.mark.shows("H3", "B5")
def test_a_lease_that_ends_tells_what_would_be_lost(region, hall):
    said(hall, "until", 30, told_by="the hall")
    valley.offer(region, "Clay", place=hall, art_forms=["clay"])
    valley.offer(region, "Tea", place=hall, on=(None, None, None))

    (one,) = ends(region).items

    assert (one.ends, one.thing.name, one.told_by) == (
        Ends.LEASE,
        hall.name,
        "the hall",
    )
    assert [offer.name for offer in one.offers] == ["Clay", "Tea"]
    assert (one.sessions, one.hours_unknown) == (1, 1)
    assert [alone.offer.name for alone in one.alone] == ["Clay"]
    assert one.only_here == ("clay",)


def test_what_is_on_beside_it_at_the_hour_is_another_choice(region, hall):
    said(hall, "until", 30)
    next_door = valley.place(region, "Next door", point=valley.north_of_home(900))
    far = valley.place(region, "Far", point=valley.north_of_home(4000))
    valley.offer(region, "Clay", place=hall, art_forms=["clay"])
    valley.offer(region, "Far clay", place=far, art_forms=["clay"])
    assert ends(region).items[0].alone != ()

    valley.offer(region, "More clay", place=next_door, art_forms=["clay"])

    (one,) = ends(region).items
    assert (one.alone, one.only_here) == ((), ())


@pytest.mark.parametrize(("days", "count"), [(-1, 0), (0, 1), (SOON.days, 1), (91, 0)])
def test_soon_is_ninety_days_and_today_is_in_them(region, hall, days, count):
    said(hall, "until", days)
    about = ends(region)
    assert len(about.items) == count
    assert about.past == (days < 0)


def test_money_people_and_ties_end_too_and_the_first_stands_first(region, hall):
    group = valley.group(region, "Clay Circle")
    valley.offer(region, group=group, funded_until=today() + timedelta(20))
    said(group, "people_until", 10)
    Tie.objects.create(
        asset=hall, kind="runs", to_name="x", until=today() + timedelta(5), source="us"
    )

    assert [one.ends for one in ends(region).items] == [
        Ends.TIE,
        Ends.PEOPLE,
        Ends.FUNDING,
    ]


def test_of_several_words_on_one_lease_the_newest_counts(region, hall):
    said(hall, "until", 10, told_on=today() - timedelta(9))
    said(hall, "until", 200, told_on=today())
    assert ends(region).items == ()


@pytest.mark.parametrize(
    "kept", [{"visibility": "hidden"}, {"visibility": "known"}, {"closed_on": today()}]
)
def test_what_may_not_be_listed_is_neither_told_nor_counted(region, kept):
    said(valley.place(region, **kept), "until", 30)
    about = ends(region)
    assert (about.items, about.kept) == ((), 0)


@pytest.mark.shows("H71")
def test_what_is_kept_from_funders_is_counted_in_a_large_total_only(region, hall):
    quiet = valley.group(region, "Quiet", hidden_from_funders=True)
    said(quiet, "people_until", 30)
    valley.offer(region, "Quiet hour", group=quiet, place=hall)
    said(hall, "until", 30)

    about = ends(region)

    assert about.kept == Hidden(5)
    (one,) = about.items
    assert (one.offers, one.sessions) == ((), 0)


HOURS = st.tuples(st.integers(0, 3), st.integers(0, 22), st.integers(1, 3))


def on_at(key, told):
    where, hour, long = told
    starts = at(valley.next_week().monday, time(hour))
    point = Point(53.7 + where * 0.01, -2.0)
    return OnAt(
        key=key, point=point, starts=starts, ends=starts + timedelta(hours=long)
    )


@given(st.lists(HOURS, max_size=6), st.lists(HOURS, max_size=6))
def test_agrees_with_looking_at_every_pair(lost, others):
    gone = [on_at(f"lost {n}", told) for n, told in enumerate(lost)]
    there = [on_at(f"other {n}", told) for n, told in enumerate(others)]
    alone = [
        one
        for one in gone
        if not any(
            one.meets(o) and one.point.metres_to(o.point) <= 1_500 for o in there
        )
    ]
    assert list(nothing_else(gone, [*there, *gone])) == alone


@pytest.mark.shows("H38", "H8")
def test_an_empty_room_stands_beside_a_group_that_looks(region, hall):
    group = valley.group(region, "Tired Clowns")
    said(hall, "spare", "Mon and Wed 6pm-10pm")
    said(hall, "step_free", "yes")
    said(group, "looking", "a room / Wed 7pm-9pm / step free and a sink")
    valley.derive(region)

    found = to_spare(region.slug, today=today())

    (match,) = found.matches
    assert (match.suits, match.met) == (Suits.ASK, ("step free",))
    assert match.ask == ("Is there this: a sink?",)
    assert found.spares[match.spare].brief.name == hall.name
    assert found.lookings[match.looking].wanted.what == "a room"


@pytest.mark.parametrize("kept", ["hidden", "members", "known"])
def test_no_room_and_no_search_is_told_that_is_kept_back(region, kept):
    said(valley.place(region, visibility=kept), "spare", "Mon 6pm-10pm")
    said(valley.group(region, visibility=kept), "looking", "a room / / ")
    found = to_spare(region.slug, today=today())
    assert (found.spares, found.lookings, found.matches) == ({}, {}, ())


def test_hours_in_words_without_a_clock_are_left_to_be_asked():
    assert hours_in_words("Saturday evenings", today=today()) == ()
    (hour,) = hours_in_words("Wed 7pm-9pm", today=today())
    assert (hour.day, hour.starts, hour.ends) == (2, time(19), time(21))


@pytest.mark.shows("A8")
def test_funds_stand_by_their_last_day_and_those_that_ended_are_left(region):
    for name, days in (("Late", 40), ("Soon", 3), ("Gone", -1)):
        fund = valley.place(region, name, kind="fund", place_kind="")
        said(fund, "deadline", days)
    assert [one.brief.name for one in funds(region.slug, today=today())] == [
        "Soon",
        "Late",
    ]
