from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.assets.queries.search.listings import MILL, a_listing, a_schedule
from weft.access.domain.fit import Cause, Plane
from weft.access.domain.travel import Way
from weft.access.queries import Wanted, choices, surprise
from weft.assets.domain.facts import FactField
from weft.assets.models import Asset, Offer, Session
from weft.assets.queries import search
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window
from weft.ground.models import Region

pytestmark = pytest.mark.django_db
WEEK = Week(date(2026, 11, 23))
NEAR = Point(53.795, -1.75)  # 556 m from the mill: 10 minutes on foot


def tuesday(start, end=None):
    day = datetime(2026, 11, 24, tzinfo=LONDON)
    first = day + timedelta(hours=start)
    return first if end is None else Window(first, day + timedelta(hours=end))


def an_offer(name="Rushby choir", *, at=NEAR, times=(), certain=True, **other):
    """Something to do with its times, listed and found; anybody may turn up."""
    region, _ = Region.objects.get_or_create(
        slug="tenterdale", defaults={"name": "Tenterdale"}
    )
    offer = Offer.objects.create(region=region, name=name, source="test")
    listing = a_listing(
        name,
        at=at,
        offer=offer,
        kind=other.pop("kind", "choir"),
        hours_known=other.pop("hours_known", True),
        told_on=other.pop("told_on", WEEK.monday),
        facts={"room": True} | other.pop("facts", {}),
        **other,
    )
    schedule = a_schedule()
    for window in times:
        Session.objects.create(
            listing=listing,
            schedule=schedule,
            starts=window.start,
            ends=window.end,
            certain=certain,
        )
    search.reindex("tenterdale")
    return offer


def a_place(name="Aldermill library", *, at=NEAR, times=(), **other):
    """A place that one may enter while it is open."""
    region, _ = Region.objects.get_or_create(
        slug="tenterdale", defaults={"name": "Tenterdale"}
    )
    asset = Asset.objects.create(region=region, kind="place", name=name, source="test")
    listing = a_listing(
        name,
        at=at,
        asset=asset,
        kind=other.pop("kind", "library"),
        told_on=other.pop("told_on", WEEK.monday),
        **other,
    )
    schedule = a_schedule()
    for window in times:
        Session.objects.create(
            listing=listing, schedule=schedule, starts=window.start, ends=window.end
        )
    search.reindex("tenterdale")
    return asset


def wanted(**other):
    return Wanted(**{"start": MILL, "start_name": "Aldermill", "week": WEEK, **other})


def test_a_session_inside_free_time_fits_there_and_back():
    an_offer(times=[tuesday(13, 14)])

    found = choices(wanted(windows=(tuesday(12, 15),)))

    (choice,) = found.fits
    assert choice.plane is Plane.CERTAIN
    assert choice.window == tuesday(13, 14)
    assert choice.minutes_there == choice.minutes_back == 10
    assert choice.leave == tuesday(13) - timedelta(minutes=10)
    assert choice.home_by == tuesday(14) + timedelta(minutes=10)
    assert choice.way is Way.FOOT
    assert "10 min away" in choice.why


def test_a_session_that_leaves_no_time_to_get_home_does_not_fit():
    an_offer(times=[tuesday(13, 14)])

    found = choices(wanted(windows=(tuesday(12, 14.1),)))

    assert found.fits == ()
    (gets,) = found.others
    assert (gets.cause, gets.count, gets.only) == (Cause.HOURS, 1, 1)
    assert gets.examples[0].name == "Rushby choir"


def test_one_may_come_to_an_open_door_at_any_time():
    a_place(times=[tuesday(9, 17)], hours_known=True)

    (choice,) = choices(wanted(windows=(tuesday(12, 13.5),))).fits

    assert choice.any_time
    assert choice.leave == tuesday(12)
    assert choice.home_by == tuesday(13.5)


def test_a_canal_fits_any_free_time_that_is_long_enough():
    a_place("Rushby Cut", kind="canal", always_open=True)

    (choice,) = choices(wanted(windows=(tuesday(6, 7),))).fits
    too_short = choices(wanted(windows=(tuesday(6, 6.75),)))

    assert choice.window == Window(
        tuesday(6) + timedelta(minutes=10), tuesday(7) - timedelta(minutes=10)
    )
    assert too_short.fits == ()
    assert too_short.others[0].cause is Cause.HOURS


def test_what_nobody_knows_the_hours_of_is_counted_and_not_guessed():
    a_place(hours_known=False)

    found = choices(wanted())

    assert (found.fits, found.hours_unknown, found.total_near) == ((), 1, 1)


def test_what_has_no_time_this_week_says_so():
    an_offer(times=[Window(WEEK.later(1).window.start, WEEK.later(1).window.start)])

    assert choices(wanted()).others[0].cause is Cause.NOT_THIS_WEEK


@pytest.mark.shows("A14")
def test_surgery_library_choir_and_canal_stand_in_one_list():
    an_offer(times=[tuesday(13, 14)])
    a_place(times=[tuesday(9, 17)], hours_known=True)
    a_place("Rushby Cut", kind="canal", always_open=True)
    a_place(
        "Hollin Bridge surgery",
        kind="GP surgery",
        times=[tuesday(8, 18)],
        hours_known=True,
    )

    found = choices(wanted(windows=(tuesday(12, 15),)))

    assert {choice.kind for choice in found.fits} == {
        "choir",
        "library",
        "canal",
        "GP surgery",
    }


def test_certain_comes_first_and_unknown_is_asked_about():
    an_offer("Asked first", at=MILL, times=[tuesday(13, 14)])
    an_offer("Step-free", times=[tuesday(13, 14)], facts={"step_free": True})
    an_offer("Up the steps", times=[tuesday(13, 14)], facts={"step_free": False})

    found = choices(wanted(wishes=frozenset({FactField.STEP_FREE})))

    assert [choice.name for choice in found.fits] == ["Step-free", "Asked first"]
    assert [choice.plane for choice in found.fits] == [Plane.CERTAIN, Plane.POSSIBLE]
    assert found.fits[1].asks == ("Is there a way in without steps?",)
    shown = {fact.field: fact.value for fact in found.fits[1].facts}
    assert shown == {FactField.STEP_FREE: None, FactField.ROOM: True}
    (gets,) = found.others
    assert (gets.cause, gets.field) == (Cause.NEED, FactField.STEP_FREE)


def test_a_day_we_are_not_sure_of_is_asked_about():
    an_offer(times=[tuesday(13, 14)], certain=False)

    (choice,) = choices(wanted()).fits

    assert choice.plane is Plane.POSSIBLE
    assert choice.asks == ("Is it on that day?",)


def test_whether_there_is_room_is_asked_where_nobody_has_said():
    an_offer("Asked first", at=MILL, times=[tuesday(13, 14)], facts={"room": None})
    an_offer("Room for two", times=[tuesday(13, 14)])
    an_offer("Full", times=[tuesday(13, 14)], facts={"room": False})
    a_place(times=[tuesday(9, 17)], hours_known=True)

    found = choices(wanted())

    assert {one.name for one in found.certain} == {"Room for two", "Aldermill library"}
    (ask_first,) = found.possible
    assert ask_first.asks == ("Is there room for somebody new?",)
    assert "nobody has told us whether there is room" in ask_first.why
    assert [(gets.cause, gets.field) for gets in found.others] == [(Cause.FULL, None)]


def test_what_lies_a_little_further_is_counted_as_too_far():
    an_offer(times=[tuesday(13, 14)])
    an_offer("Over the moor", at=Point(53.81, -1.75), times=[tuesday(13, 14)])

    found = choices(wanted(minutes_each_way=30))

    assert [choice.name for choice in found.fits] == ["Rushby choir"]
    (gets,) = found.others
    assert (gets.cause, gets.count) == (Cause.TOO_FAR, 1)
    assert gets.examples[0].name == "Over the moor"
    assert 2_000 < gets.examples[0].metres < 2_400
    assert found.total_near == 1


def test_what_is_online_needs_no_journey():
    an_offer(
        "Sing from the sofa",
        at=None,
        times=[tuesday(13, 14)],
        online=True,
        facts={"online": True},
    )

    (choice,) = choices(wanted(windows=(tuesday(13, 14),))).fits

    assert (choice.way, choice.minutes_there, choice.metres) == (None, 0, 0)
    assert choice.why.endswith("You need not leave home.")


def test_what_has_begun_is_not_offered_any_more():
    an_offer(times=[tuesday(13, 14), tuesday(18, 19)])

    (choice,) = choices(wanted(now=tuesday(13.5))).fits

    assert choice.window == tuesday(18, 19)


def test_free_time_that_is_gone_is_not_any_time():
    an_offer(times=[tuesday(18, 19)])

    found = choices(wanted(windows=(tuesday(9, 10),), now=tuesday(12)))

    assert found.fits == ()


def test_slips_and_synonyms_are_understood_here_too():
    an_offer("Rushby choir", times=[tuesday(13, 14)])
    an_offer("Chess", kind="game", times=[tuesday(13, 14)])

    assert [c.name for c in choices(wanted(words="chior")).fits] == ["Rushby choir"]
    sing = choices(wanted(words="somewhere to sing"))
    assert [c.name for c in sing.fits] == ["Rushby choir"]
    assert sing.understood


def test_everything_near_is_answered_for_once():
    an_offer("Fits", times=[tuesday(13, 14)])
    an_offer("Too late", times=[tuesday(20, 21)])
    an_offer("Dear", times=[tuesday(13, 14)], price_pence=900)
    an_offer("Who knows", hours_known=False)

    found = choices(wanted(windows=(tuesday(12, 15),), most_pence=200))

    counted = sum(g.count for g in found.others if g.cause is not Cause.TOO_FAR)
    assert len(found.fits) + counted + found.hours_unknown == found.total_near == 4


def test_two_people_who_said_the_same_get_the_same_list():
    for number in range(6):
        an_offer(f"Choir {number}", times=[tuesday(13, 14)])
    one = wanted(windows=(tuesday(12, 15),))
    other = replace(one, start_name="what somebody else calls the same corner")

    assert choices(one) == choices(other)


def test_a_surprise_is_of_another_kind_and_the_same_for_the_same_seed():
    an_offer("Rushby choir", times=[tuesday(13, 14)])
    for number in range(5):
        an_offer(f"Chess {number}", kind="game", times=[tuesday(13, 14)])
    someone = wanted(words="choir")

    surprises = {surprise(someone, seed=seed).name for seed in range(20)}

    assert surprise(someone, seed=3) == surprise(someone, seed=3)
    assert all(name.startswith("Chess") for name in surprises)
    assert len(surprises) > 1


def test_where_nothing_of_another_kind_fits_there_is_no_surprise():
    an_offer(times=[tuesday(13, 14)])

    assert surprise(wanted(words="choir"), seed=1) is None


def statements(words):
    with CaptureQueriesContext(connection) as asked:
        choices(wanted(words=words))
    return len(asked)


def test_a_question_takes_the_same_few_statements_however_much_there_is():
    for number in range(12):
        an_offer(f"Choir {number}", times=[tuesday(13, 14)])
    few = statements("choir")
    for number in range(60):
        a_listing(f"Choir {number + 12}", at=NEAR, hours_known=True)
    search.reindex("tenterdale")

    assert statements("choir") == few <= 7


def test_even_words_that_nothing_answers_take_a_dozen_statements_at_most():
    an_offer("Rushby choir", times=[tuesday(13, 14)])
    an_offer("Chess", kind="game", times=[tuesday(13, 14)])

    assert statements("rusby choir chess hollinbrdge") <= 12


@pytest.mark.parametrize(
    ("told_on", "plane"),
    [
        (WEEK.monday - timedelta(days=365), Plane.CERTAIN),
        (WEEK.monday - timedelta(days=366), Plane.POSSIBLE),
        (None, Plane.POSSIBLE),
    ],
)
def test_what_was_told_over_a_year_ago_is_a_question_again(told_on, plane):
    an_offer(times=[tuesday(13, 14)], told_on=told_on)

    (choice,) = choices(wanted()).fits

    assert choice.plane is plane
    assert ("Is it still as we say?" in choice.asks) == (plane is Plane.POSSIBLE)


def gates(*points):
    return [[point.longitude, point.latitude] for point in points]


FAR_UP = Point(53.82, -1.75)  # 3.3 km from the mill
OVER_THERE = Point(53.90, -1.75)  # 12 km


@pytest.mark.parametrize("words", ["", "canal", "rushby cut"])
@pytest.mark.parametrize("middle", [FAR_UP, OVER_THERE], ids=["further", "far"])
def test_a_canal_is_as_near_as_its_nearest_gate_however_far_its_middle(middle, words):
    a_place(
        "Rushby Cut",
        kind="canal",
        words="canal",
        at=middle,
        always_open=True,
        gates=gates(middle, NEAR),
    )

    found = choices(wanted(minutes_each_way=45, words=words))

    (choice,) = found.fits
    assert (choice.minutes_there, choice.metres) == (10, 556)
    assert found.others == ()  # and it is not said to be too far besides
    assert found.total_near == 1


def test_gates_near_by_let_nothing_in_that_was_not_asked_for():
    a_place("Rushby Cut", kind="canal", at=OVER_THERE, gates=gates(NEAR))

    assert choices(wanted(words="choir")).total_near == 0
    assert choices(wanted(regions=("elsewhere",))).total_near == 0
    assert choices(wanted(start=Point(53.95, -1.6))).total_near == 0


def test_a_canal_does_not_move_away():
    a_place("Rushby Cut", kind="canal", always_open=True, told_on=date(2019, 1, 1))

    (choice,) = choices(wanted()).fits

    assert choice.plane is Plane.CERTAIN


def test_what_comes_down_the_line_stands_behind_a_short_walk():
    an_offer(
        "Night choir on the air",
        at=None,
        online=True,
        facts={"online": True},
        times=[tuesday(13, 14)],
    )
    an_offer("Rushby choir", times=[tuesday(13, 14)])

    names = [choice.name for choice in choices(wanted()).fits]

    assert names == ["Rushby choir", "Night choir on the air"]


def test_the_minutes_that_lack_are_told_for_the_way_back():
    an_offer(times=[tuesday(10, 12)])

    found = choices(wanted(windows=(tuesday(9, 11.9 + 1 / 6),)))

    (hour,) = found.others
    (example,) = hour.examples
    assert (hour.cause, example.window) == (Cause.HOURS, tuesday(10, 12))
    assert (example.lack.before, example.lack.after) == (0, 6)


def test_time_to_spare_is_kept_out_of_free_time():
    an_offer(times=[tuesday(10, 11)])
    free = (tuesday(9.5, 11.5),)  # 10 minutes each way leave 20

    assert choices(wanted(windows=free, spare_minutes=20)).fits
    assert not choices(wanted(windows=free, spare_minutes=21)).fits
    assert not choices(wanted(windows=free, spare_minutes=600)).fits
