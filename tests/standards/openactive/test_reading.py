"""Is an opportunity read as it was meant? The standard's own examples first."""

import json
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import example as with_example
from hypothesis import given
from hypothesis import strategies as st

from weft.standards.openactive import (
    OPPORTUNITIES,
    SESSIONS,
    Item,
    Times,
    Unread,
    changes_told,
    opportunity_told,
    page_document,
    parent_of,
    type_of,
)

EXAMPLES = "standards/openactive-data-models/2.x/examples"
TIMES = (
    "sessionseries_example_1",
    "sessionseries-split_example_1",
    "sessionseries-split-virtual_example_1",
    "facilityuse_example_1",
    "event_example_1",
    "courseinstance_example_1",
)


def example(shared, name):
    path = shared / EXAMPLES / f"{name}.json"
    if not path.exists():
        pytest.skip(f"not run: no example {name}")
    return changes_told(json.loads(path.read_text()))


def read(data, *sessions):
    unread = Unread()
    return opportunity_told(data, sessions, unread), unread


def a_series(**more):
    return {
        "@type": "SessionSeries",
        "@id": "https://sessions.example/1",
        "name": "Walking football",
    } | more


def a_rule(**more):
    return {
        "@type": "Schedule",
        "repeatFrequency": "P1W",
        "byDay": ["https://schema.org/Tuesday"],
        "startTime": "20:15",
        "endTime": "20:45",
        "startDate": "2026-10-06",
        "scheduleTimezone": "Europe/London",
    } | more


@pytest.mark.parametrize("name", TIMES)
def test_the_standards_own_examples_are_read_whole(shared, name):
    [change] = example(shared, name).changes

    told, unread = read(change.data)

    assert told is not None
    assert unread.problems == []
    assert told.name
    assert told.times
    assert told.organizer
    assert "@" not in repr(told)  # no e-mail address, of whomever
    assert "Nicole" not in repr(told)


def test_the_series_of_the_standard_says_when_where_and_for_how_much(shared):
    [change] = example(shared, "sessionseries_example_1").changes

    told, _ = read(change.data)

    assert told.venue.postcode == "TS4 3AE"
    assert dict(told.venue.amenities)["Parking"] is True
    assert told.least_age == 16
    assert told.prices[0] == ("Oxygen - Adult", Decimal("3.3"))
    assert told.times == (
        Times(
            days=(1,),
            starts=time(20, 15),
            ends=time(20, 45),
            first_on=date(2018, 10, 2),
            last_on=date(2018, 11, 4),
        ),
    )


def test_the_session_of_the_standard_names_its_series(shared):
    [change] = example(shared, "scheduledsession-split_example_1").changes

    assert type_of(change.data) in SESSIONS
    assert parent_of(change.data).startswith("https://")


def test_our_own_pages_are_read_as_they_were_written():
    items = [
        Item(id="1", kind="SessionSeries", change=4, data=a_series()),
        Item(id="2", kind="SessionSeries", change=5, data=None),
    ]
    page = page_document(
        items, feed="https://x.example", after=None, licence="https://l"
    )

    told = changes_told(page)

    assert [(one.id, one.data) for one in told.changes] == [
        ("1", a_series()),
        ("2", None),
    ]
    assert (told.following, told.licence, told.broken) == (
        "https://x.example?afterChangeNumber=5",
        "https://l",
        0,
    )


@pytest.mark.parametrize(
    "page", [None, 7, [], {}, {"items": 4, "next": "x"}, {"items": [], "next": 4}]
)
def test_what_is_no_page_of_changes_is_none(page):
    assert changes_told(page) is None


@pytest.mark.parametrize(
    "item",
    [
        None,
        4,
        {},
        {"id": 1},
        {"id": 1, "state": "new", "data": {}},
        {"id": 1, "state": "updated"},
        {"id": 1, "state": "updated", "data": "none"},
    ],
)
def test_an_item_that_says_nothing_is_counted(item):
    told = changes_told({"items": [item], "next": "https://x.example"})

    assert (told.changes, told.broken) == ((), 1)


@pytest.mark.parametrize(
    ("rule", "times"),
    [
        (
            {"repeatFrequency": "P2W", "byDay": ["schema:Monday", "schema:Sunday"]},
            {"days": (0, 6), "every_weeks": 2},
        ),
        ({"repeatFrequency": "P1D", "byDay": None}, {"days": tuple(range(7))}),
        ({"byDay": None}, {"days": (1,)}),
        (
            {"repeatFrequency": "P1M", "byDay": ["2TU", "-1FR"]},
            {"days": (1, 4), "of_month": (-1, 2)},
        ),
        ({"exceptDate": ["2026-12-22"]}, {"not_on": (date(2026, 12, 22),)}),
        ({"repeatCount": 3}, {"last_on": date(2026, 10, 20)}),
        (
            {"repeatFrequency": "P1D", "byDay": None, "repeatCount": 3},
            {"days": tuple(range(7)), "last_on": date(2026, 10, 8)},
        ),
        (
            {"repeatFrequency": "P2W", "repeatCount": 2},
            {"every_weeks": 2, "last_on": date(2026, 10, 20)},
        ),
    ],
)
def test_a_rule_is_kept_as_it_was_told(rule, times):
    told, unread = read(a_series(eventSchedule=[a_rule(**rule)]))

    usual = {
        "days": (1,),
        "starts": time(20, 15),
        "ends": time(20, 45),
        "first_on": date(2026, 10, 6),
    }
    assert unread.problems == []
    assert told.times == (Times(**(usual | times)),)


@pytest.mark.parametrize(
    "rule",
    [
        {"repeatFrequency": "P1Y"},
        {"repeatFrequency": "P3D"},
        {"repeatFrequency": "P2M", "byDay": ["1TU"]},
        {"repeatFrequency": "P1M"},
        {"repeatFrequency": None},
        {"byDay": ["https://schema.org/PublicHolidays"]},
        {"startTime": "in the evening"},
        {"startTime": "25:00"},
        {"scheduleTimezone": "Europe/Paris"},
        {"byDay": None, "startDate": None},
    ],
)
def test_a_rule_that_cannot_be_kept_is_complained_about(rule):
    told, unread = read(a_series(eventSchedule=[a_rule(**rule)]))

    assert told.times == ()
    assert len(unread.problems) == 1


def test_sessions_are_gathered_by_their_clock_as_ours_show_it():
    sessions = [
        {"startDate": f"{day}T18:00:00Z", "endDate": f"{day}T19:00:00Z"}
        for day in ("2026-06-02", "2026-06-09", "2026-12-01")
    ]
    off = {
        "startDate": "2026-12-08T18:00:00Z",
        "eventStatus": "https://schema.org/EventCancelled",
    }

    told, _ = read(a_series(), *sessions, off)

    summer, winter = told.times
    assert (summer.starts, summer.ends) == (time(19), time(20))
    assert summer.on_dates == (date(2026, 6, 2), date(2026, 6, 9))
    assert (winter.starts, winter.on_dates) == (time(18), (date(2026, 12, 1),))


def test_what_a_series_above_says_counts_where_the_thing_is_silent():
    above = {"@id": "https://s.example/0", "name": "Yoga", "description": "Slow."}
    data = {
        "@type": "SessionSeries",
        "@id": "https://s.example/1",
        "description": "Fast.",
        "superEvent": above,
    }

    told, _ = read(data)

    assert (told.id, told.name, told.description) == (
        "https://s.example/1",
        "Yoga",
        "Fast.",
    )


def test_a_person_who_gives_it_is_not_named():
    organizer = {"@type": "Person", "@id": "https://p.example/1", "name": "Ann Persona"}

    told, _ = read(a_series(organizer=organizer, leader=[organizer]))

    assert told.organizer is None
    assert "Persona" not in repr(told)


@pytest.mark.parametrize(
    ("offer", "problem"),
    [
        ({"price": "free"}, "a price that is no amount"),
        ({"price": 4, "priceCurrency": "EUR"}, "a price that is not in pounds"),
        ({"price": -1}, "a price that is not in pounds"),
        ({"price": "NaN"}, "a price that is not in pounds"),
    ],
)
def test_a_price_that_is_none_is_complained_about(offer, problem):
    told, unread = read(a_series(offers=[offer]))

    assert told.prices == ()
    assert unread.problems == [problem]


def test_fields_that_are_not_read_are_named():
    _, unread = read(a_series(image=[], programme={"name": "x"}))

    assert unread.fields == ["image", "programme"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [
        "@id", "name", "eventSchedule", "offers", "location", "organizer", "ageRange",
        "activity", "category", "subEvent", "startDate", "superEvent", "eventStatus",
        "hoursAvailable", "isAccessibleForFree", "accessibilitySupport",
    ]
)  # fmt: skip


@with_example({"superEvent": {"": None}}, "ScheduledSession")  # a field without a name
@given(st.dictionaries(NAMES, JSON), st.sampled_from(sorted(OPPORTUNITIES)))
def test_whatever_stands_in_it_nothing_breaks(data, kind):
    told, unread = read(a_series(**{"@type": kind}) | data)

    assert told is not None or unread.problems
