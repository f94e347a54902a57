"""The finder goes along loaded streets and by the loaded timetable, there and back."""

import uuid
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.test import override_settings

from tests.access.domain.journeys.valley import (
    HALL,
    HOME,
    SPOTS,
    WEEK,
    a_bus,
    buses,
    point,
    tuesday,
)
from tests.access.queries.test_choosing import an_offer
from tests.access.streets_to_build import Valley
from tests.need.building import an_asked
from weft.access.domain.fit import Cause, Plane
from weft.access.domain.going import NO_WAY, Basis, Trip
from weft.access.domain.spans import HOUR
from weft.access.domain.streets import streets_of
from weft.access.domain.timetable import MustBeBooked
from weft.access.domain.timetable.tables import as_arrays
from weft.access.domain.travel import Way
from weft.access.queries import Wanted, choices
from weft.access.queries.ways_told import Occasion, way_to, ways_told
from weft.access.services.loading import load
from weft.accounts.actors import Actor
from weft.assets.domain.proposals import Felt
from weft.assets.queries import offer_page
from weft.assets.queries.search import candidate_of
from weft.assets.queries.visits import VisitAbout
from weft.commons.places import Point
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Reading
from weft.ground.models import Region
from weft.web.pages.presenters.cards import how_far
from weft.web.pages.presenters.effort import (
    NO_WAY_BOTH,
    NOT_ON_STREETS,
    EffortOf,
    effort,
)
from weft.web.pages.presenters.way_told import booked, said
from weft.web.pages.presenters.why_not import _what_lacks

pytestmark = pytest.mark.django_db
SLUG = "tenterdale"
BUSES = (a_bus(9 * 60), a_bus(12 * 60, back=True))


@pytest.fixture(autouse=True)
def data(tmp_path):
    Region.objects.get_or_create(slug=SLUG, defaults={"name": "Tenterdale"})
    with override_settings(DATA_DIR=tmp_path):
        yield tmp_path


def load_streets(*trips, **tags):
    valley = Valley(**SPOTS).street("abcde", name="Long Lane", **tags)
    told = [streets_of(valley.told)[0]]
    told += [as_arrays(buses(*trips))] if trips else []
    readings = [
        Reading(
            asked=replace(an_asked("a file"), source=str(one.what)),
            content=one,
            tally=Tally(),
        )
        for one in told
    ]
    load(region=SLUG, readings=readings, by=Actor.command("test"), week=WEEK)


def wanted(*windows, ways=(Way.FOOT, Way.BUS), **other):
    return Wanted(
        start=HOME,
        start_name="Long Lane",
        start_region=SLUG,
        week=WEEK,
        windows=windows,
        ways=ways,
        **{"minutes_each_way": 60, **other},
    )


def hall(*times):
    return an_offer("Tea dance", at=HALL, times=times)


def test_what_only_a_bus_can_bring_one_to_fits_there_and_back():
    load_streets(*BUSES)
    hall(tuesday(9.5, 11.5))

    found = choices(wanted(tuesday(8.9, 12.5)))

    (choice,) = found.fits
    assert found.basis is Basis.TIMETABLE
    assert choice.plane is Plane.CERTAIN
    assert (choice.leave, choice.home_by) == (tuesday(8 + 56 / 60), tuesday(12.4))
    assert (choice.way, choice.trip.way_back) == (Way.BUS, Way.BUS)


def test_eleven_minutes_too_short_for_the_bus_back():
    load_streets(*BUSES)
    hall(tuesday(9.5, 11.5))

    found = choices(wanted(tuesday(8.5, 12 + 13 / 60)))

    assert found.fits == ()
    (hours,) = found.others
    (example,) = hours.examples
    assert hours.cause is Cause.HOURS
    assert _what_lacks(example) == " Your time is 11 min too short for the bus back."


def test_without_a_bus_home_it_is_said_and_not_offered():
    load_streets(BUSES[0])
    hall(tuesday(9.5, 11.5))

    (gets,) = choices(wanted(tuesday(8, 18))).others

    assert gets.cause is Cause.TOO_FAR


def test_over_the_border_where_no_street_is_loaded_a_line_is_drawn_and_said_to_be_one():
    load_streets(*BUSES)
    an_offer("Over the hill", at=point(700, -900), times=[tuesday(9.5, 11.5)])
    meant = wanted(tuesday(8, 13))

    (choice,) = choices(meant).fits

    assert choice.trip.basis is Basis.STRAIGHT_LINE
    assert how_far(choice.trip).endswith("in a straight line).")
    assert not ways_told(meant, [choice])


def test_the_way_is_told_leg_by_leg():
    load_streets(*BUSES, lit="no")
    hall(tuesday(9.5, 11.5))
    meant = wanted(tuesday(8.5, 12.5))
    (choice,) = choices(meant).fits

    there, back = said(ways_told(meant, [choice])[choice.listing])

    assert there.heading == "There: leave 08:56"
    assert there.legs == (
        "Walk 4 min to Mill Lane (300 m).",
        "Bus 594 towards Clothmarket at 09:00 from Mill Lane, at Clothmarket by 09:20.",
        "Walk 4 min (300 m).",
    )
    assert back.heading == "Back: home by 12:24"
    assert back.facts[0] == "Nobody has told us whether all of the way is step-free."


def test_where_no_streets_are_loaded_the_way_is_a_straight_line():
    hall(tuesday(9.5, 11.5))
    found = choices(wanted(tuesday(6, 14), minutes_each_way=120))
    assert found.basis is Basis.STRAIGHT_LINE
    assert found.fits[0].trip.way is Way.FOOT
    assert ways_told(wanted(tuesday(6, 14)), found.fits) == {}


def test_a_start_beyond_the_map_is_not_told_that_nothing_is_near():
    load_streets(*BUSES)
    an_offer("Choir", at=Point(54.5, -1.0), times=[tuesday(9.5, 11.5)])
    far = Wanted(
        start=Point(54.5, -1.0),
        start_name="Elsewhere",
        start_region=SLUG,
        week=WEEK,
    )
    assert choices(far).basis is Basis.STRAIGHT_LINE
    assert len(choices(far).fits) == 1


def test_a_week_of_which_the_timetable_is_silent_has_no_buses():
    load_streets(*BUSES)
    hall(tuesday(9.5, 11.5))
    later = type(WEEK)(date(2026, 12, 7))
    assert (
        choices(
            Wanted(
                start=HOME,
                start_name="",
                start_region=SLUG,
                week=later,
                ways=(Way.FOOT, Way.BUS),
            )
        ).basis
        is Basis.STREETS
    )


def told_for(*times, visits=(), about=None, **want):
    """Everything that going to the hall takes, at each of some times."""
    offer = hall(*times)
    meant = wanted(**want)
    found = way_to(candidate_of(offer.pk, WEEK), meant, most=4)
    of = EffortOf(about=about or offer_page(offer.pk), visits=visits, today=WEEK.monday)
    return [dict(effort(one, of)) for one in found.occasions]


@pytest.mark.shows("F14", "G15")
def test_what_it_takes_is_told_part_by_part_and_never_added_up_to_a_score():
    load_streets(*BUSES)

    (takes,) = told_for(tuesday(9.5, 11.5))

    assert takes["Time in all"] == (
        "3 h 28 min from door to door: 34 min there, 2 h in it, 54 min back."
    )
    assert takes["Changes"] == "None."
    assert takes["Steps"] == "Nobody has told us whether all of the way is step-free."
    assert "Nobody has told us what the bus or train costs." in takes["Money"]
    assert "Nobody has said that you must do anything first" in takes["Calls and forms"]
    assert takes["In the dark"] == "None of it."
    assert takes["Does it feel safe?"] == "Nobody has said."


@pytest.mark.shows("E13")
def test_the_way_home_at_night_is_told_otherwise_than_by_day():
    load_streets(a_bus(9 * 60), a_bus(12 * 60, back=True), a_bus(19 * 60, back=True))
    said_so = VisitAbout(
        id=uuid.uuid4(),
        words="The lane is black.",
        shown_as="a mother of two",
        welcome=None,
        safe=Felt.PARTLY,
        said_on=WEEK.monday - timedelta(weeks=3),
        answer="",
        answered_on=None,
    )

    by_day, by_night = told_for(
        tuesday(9.5, 11.5), tuesday(9.5, 18.8), visits=[said_so]
    )

    assert by_day["In the dark"] == "None of it."
    assert by_night["In the dark"].startswith("There: None of it. Home: 8 min outside")
    assert "Nobody has told us of lamps" in by_night["In the dark"]
    assert by_night["Does it feel safe?"] == (
        "A mother of two felt safe in part there, 3 weeks ago. "
        "Of the way nobody has said."
    )


def test_where_no_streets_are_loaded_the_parts_that_nobody_can_tell_say_so():
    (takes,) = told_for(tuesday(9.5, 11.5))
    assert takes["Steps"] == takes["In the dark"] == NOT_ON_STREETS
    assert "from door to door" in takes["Time in all"]


def test_where_there_is_no_way_home_no_hours_are_made_up():
    offer = hall(tuesday(9.5, 11.5))
    of = EffortOf(about=offer_page(offer.pk), visits=(), today=WEEK.monday)
    trip = Trip(
        own=Way.FOOT,
        way=Way.BUS,
        way_back=Way.BUS,
        minutes_there=20,
        minutes_back=NO_WAY,
        metres=6_600,
        basis=Basis.TIMETABLE,
    )
    takes = dict(effort(Occasion(window=tuesday(9, 11), trip=trip, told=None), of))
    assert takes["Time in all"] == takes["Steps"] == NO_WAY_BOTH


def test_what_must_be_booked_says_whom_to_ring_between_which_times():
    one = MustBeBooked(
        name="Dial-a-Ride",
        operator="Valley Lift",
        opens=33 * HOUR,
        closes=39 * HOUR,
        accessible=1,
        message="Ring by noon the day before.",
        phone="01632 960 131",
        address="",
    )
    assert booked(one, tuesday(9.5, 11.5)) == (
        "Dial-a-Ride of Valley Lift comes between 09:00 and 15:00: ring 01632 960 131 "
        "before. Ring by noon the day before. It takes a wheelchair."
    )
