from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.assets.queries.search.listings import (
    MILL,
    a_listing,
    a_region,
    a_schedule,
    an_ask,
)
from weft.assets.domain.facts import FactField
from weft.assets.models import Asset, Session
from weft.assets.queries import search
from weft.assets.queries.search import Done
from weft.commons.places import Point
from weft.commons.times import LONDON, Week, Window

pytestmark = pytest.mark.django_db
WEEK = Week(date(2026, 11, 23))


def found(words="", **other):
    search.reindex("tenterdale")
    return search.find(an_ask(words, week=WEEK, **other))


def names(words="", **other):
    return [hit.name for hit in found(words, **other).hits]


def done_with(answer):
    return {(done.typed, done.done) for done in answer.understood}


def test_words_are_found_in_any_case_number_and_accent():
    a_listing("Café Chorale", words="choirs")

    assert names("CAFE choir") == ["Café Chorale"]


def test_words_in_other_scripts_are_found():
    a_listing("Sewing room", words="سلائی ਸਿਲਾਈ")

    assert names("سلائی") == names("ਸਿਲਾਈ") == ["Sewing room"]


@pytest.mark.shows("C5")
def test_one_place_is_found_by_each_of_its_names():
    a_listing("St Saviour's hall", words="the old dye house")

    assert names("saviours") == names("dye house") == ["St Saviour's hall"]


def test_a_slip_of_the_finger_is_put_right_and_said():
    a_listing("Rushby choir")

    answer = found("chior")

    assert [hit.name for hit in answer.hits] == ["Rushby choir"]
    assert done_with(answer) == {("chior", Done.MEANT)}
    assert answer.understood[0].words == ("choir",)


@pytest.mark.parametrize("typed", ["olddye house", "old dyehouse", "ol ddye house"])
def test_a_blank_in_the_wrong_place_is_put_right_and_said(typed):
    a_listing("Old Dye House")

    answer = found(typed)

    assert [hit.name for hit in answer.hits] == ["Old Dye House"]
    assert Done.RESPACED in {done.done for done in answer.understood}


def test_a_rare_word_may_be_a_slip_but_what_was_typed_comes_first():
    a_listing("Bark")
    a_listing("Park")

    answer = found("bark")

    assert [hit.name for hit in answer.hits] == ["Bark", "Park"]
    assert done_with(answer) == {("bark", Done.WIDENED)}


def test_a_common_word_is_taken_as_it_stands():
    for number in range(12):
        a_listing(f"Steel works {number}")
    a_listing("Steep works")

    answer = found("steel")

    assert answer.total == 12
    assert answer.understood == ()


def test_a_word_nobody_knows_is_never_dropped_in_silence():
    a_listing("Rushby choir")

    answer = found("choir xylophantastic")

    assert [hit.name for hit in answer.hits] == ["Rushby choir"]
    assert ("xylophantastic", Done.NOT_FOUND) in done_with(answer)


def test_words_that_nobody_knows_at_all_find_nothing_rather_than_everything():
    a_listing("Rushby choir")

    answer = found("xylophantastic")

    assert answer.total == 0
    assert done_with(answer) == {("xylophantastic", Done.NOT_FOUND)}


def test_where_nothing_has_all_the_words_some_of_them_do_and_it_says_so():
    a_listing("Rushby choir")
    a_listing("Hollin Bridge chess")
    a_listing("Hollin Bridge baths")

    answer = found("choir chess hollin")

    assert answer.hits[0].name == "Hollin Bridge chess"  # two of the three
    assert answer.total == 3
    assert Done.ANY_OF_IT in {done.done for done in answer.understood}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("somewhere to sing", "Rushby choir"),
        ("I woud like somwhere to snig", "Rushby choir"),
        ("company", "Coffee morning"),
        ("I'm a bit lonely", "Coffee morning"),
        ("quiet", "Reading room"),
        ("with my toddler", "Baby bounce"),
        ("somewhere warm to sit where nobody asks why", "Door open, kettle on"),
    ],
)
def test_a_wish_in_plain_words_is_understood(said, expected):
    a_listing("Rushby choir")
    a_listing("Coffee morning")
    a_listing("Reading room", facts={"quiet": True})
    a_listing("Baby bounce")
    a_listing("Door open, kettle on", facts={"just_come": True})
    a_listing("Steel works")

    assert names(said)[0] == expected


def test_a_coffee_morning_is_company_and_a_coffee_shop_is_not():
    a_listing("Coffee morning")
    a_listing("Coffee to take away")
    a_listing("Morning dew florist")

    assert names("company") == ["Coffee morning"]


def test_a_day_is_better_said_by_the_week_strip():
    a_listing("Rushby choir")

    answer = found("choir on tuesday")

    assert [hit.name for hit in answer.hits] == ["Rushby choir"]
    assert ("tuesday", Done.SAID_BY_HOURS) in done_with(answer)


def test_a_name_made_of_words_of_asking_can_still_be_found():
    a_listing("All About You")
    a_listing("All Saints")

    assert names("all about you")[0] == "All About You"


def test_what_has_the_words_in_its_name_comes_first_and_the_shorter_name():
    a_listing("Somewhere else", words="mill")
    a_listing("Old Mill House")
    a_listing("Mill")

    assert names("mill") == ["Mill", "Old Mill House", "Somewhere else"]


def test_near_means_the_nearest_first_and_no_further_than_was_said():
    for metres, name in ((300, "Near"), (900, "Further"), (2_500, "Far")):
        a_listing(name, at=Point(MILL.latitude + metres / 111_195, MILL.longitude))
    a_listing("Nowhere", at=None)

    answer = found(near=MILL, within_metres=1_000)

    assert [(hit.name, hit.metres) for hit in answer.hits] == [
        ("Near", 300),
        ("Further", 900),
    ]
    beyond = found(near=MILL, beyond_metres=1_000, within_metres=3_000)
    assert [hit.name for hit in beyond.hits] == ["Far"]


def test_no_shuts_out_and_unknown_does_not():
    a_listing("Ramp", facts={"step_free": True})
    a_listing("Nobody said", facts={})
    a_listing("Steps", facts={"step_free": False})

    answer = found(wishes=frozenset({FactField.STEP_FREE}))

    assert [(hit.name, hit.certain) for hit in answer.hits] == [
        ("Ramp", True),
        ("Nobody said", False),
    ]
    assert (answer.total, answer.certain) == (2, 1)
    (fact,) = answer.facets.facts
    assert (fact.yes, fact.no, fact.unknown) == (1, 0, 1)


def test_price_and_language_that_nobody_told_shut_nothing_out():
    a_listing("Free, in Urdu", price_pence=0, languages=["ur"])
    a_listing("Nobody said")
    a_listing("Dear", price_pence=900, languages=["ur"])
    a_listing("In Polish", price_pence=0, languages=["pl"])

    answer = found(most_pence=200, languages=frozenset({"ur", "pa"}))

    assert [(hit.name, hit.certain) for hit in answer.hits] == [
        ("Free, in Urdu", True),
        ("Nobody said", False),
    ]


def test_regions_are_searched_as_one_or_apart():
    a_listing("Rushby choir")
    a_listing("Far choir", region=a_region("otherdale"))
    search.reindex("otherdale")

    assert found("choir").total == 2
    assert names("choir", regions=("otherdale",)) == ["Far choir"]


def test_a_session_lies_in_free_time_and_an_open_door_shares_it():
    noon = datetime(2026, 11, 24, 12, tzinfo=LONDON)
    hour = timedelta(hours=1)
    asset = Asset.objects.create(
        region=a_region(), kind="place", name="Library", source="test"
    )
    library = a_listing("Library", hours_known=True, asset=asset)
    choir = a_listing("Choir", hours_known=True)
    a_listing("Canal", always_open=True)
    a_listing("Who knows")
    schedule = a_schedule()
    for listing, starts, ends in (
        (library, noon - 3 * hour, noon + 5 * hour),
        (choir, noon, noon + 2 * hour),
    ):
        Session.objects.create(
            listing=listing, schedule=schedule, starts=starts, ends=ends
        )

    all_three = found(windows=(Window(noon, noon + 2 * hour),))
    too_short = found(windows=(Window(noon, noon + hour),))

    assert {hit.name for hit in all_three.hits} == {"Library", "Choir", "Canal"}
    assert {hit.name for hit in too_short.hits} == {"Library", "Canal"}
    assert all_three.hours_unknown == 1


@pytest.mark.parametrize(
    ("free_from", "fits"),
    [(-10, True), (0, True), (1, False), (40, False)],
    ids=["before", "just then", "a minute late", "long after"],
)
def test_a_door_open_for_less_than_a_visit_is_worth_its_whole_time(free_from, fits):
    noon = datetime(2026, 11, 24, 12, tzinfo=LONDON)
    bank = a_listing("Food bank", hours_known=True, facts={"just_come": True})
    Session.objects.create(
        listing=bank,
        schedule=a_schedule(),
        starts=noon,
        ends=noon + timedelta(minutes=15),
    )

    free = Window(noon + timedelta(minutes=free_from), noon + timedelta(hours=3))

    assert found(windows=(free,)).total == fits


def test_pages_follow_each_other_without_a_gap():
    for number in range(25):
        a_listing(f"Hall {number:02}", at=Point(53.79 + number / 10_000, -1.75))

    first = names("hall", near=MILL, within_metres=5_000, most=20)
    rest = names("hall", near=MILL, within_metres=5_000, first=20, most=20)

    assert first + rest == [f"Hall {number:02}" for number in range(25)]


def statements(words):
    with CaptureQueriesContext(connection) as asked:
        search.find(an_ask(words, week=WEEK, near=MILL, within_metres=5_000))
    return len(asked)


@pytest.mark.parametrize(
    "words", ["", "choir", "chior", "choir hall", "somewhere to sing", "nonesuchword"]
)
def test_the_number_of_statements_does_not_grow_with_the_listings(words):
    for number in range(10):
        a_listing(f"Choir {number}", words="hall")
    search.reindex("tenterdale")
    few = statements(words)
    for number in range(100):
        a_listing(f"Choir {number}", words="hall")
    search.reindex("tenterdale")

    assert statements(words) == few <= 9


@pytest.mark.parametrize(
    "words",
    ['"', "'; DROP TABLE", "a OR b", "NEAR(", "*", "\\", "%s %(x)s", ":*", "\u0000x"],
)
def test_what_looks_like_a_query_is_only_words(words):
    a_listing("Rushby choir")

    found(words, near=MILL, within_metres=1_000)
    found(words)
