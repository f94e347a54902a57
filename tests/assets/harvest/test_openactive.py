"""Does a feed of OpenActive become offers, and does what it says has gone close?"""

import json
from datetime import date, time, timedelta

import pytest

from tests.assets.harvest.publishing import NOW, as_json, listen, read_it
from weft.assets.domain.harvests import FeedKind, RunState
from weft.assets.models import Asset, Fact, Offer, Schedule
from weft.assets.queries.harvests import feed as feed_about

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)
EXAMPLES = "standards/openactive-data-models/2.x/examples"


def a_series(number, **more):
    return {
        "@context": "https://openactive.io/",
        "@type": "SessionSeries",
        "@id": f"https://s.example/{number}",
        "name": f"Walking football {number}",
        "organizer": {
            "@type": "Organization",
            "@id": "https://o.example/1",
            "name": "The Rec",
            "email": "rec@example.org",
        },
        "leader": [{"@type": "Person", "name": "Ann Persona"}],
        "activity": [{"@type": "Concept", "prefLabel": "Walking Football"}],
        "location": {
            "@type": "Place",
            "@id": "https://p.example/1",
            "name": "The Rec",
            "geo": {"latitude": 53.73, "longitude": -1.98},
            "amenityFeature": [{"@type": "Toilets", "name": "Toilets", "value": True}],
        },
        "offers": [{"@type": "Offer", "name": "Adult", "price": 3.5}],
        "eventSchedule": [
            {
                "@type": "PartialSchedule",
                "repeatFrequency": "P1W",
                "byDay": ["https://schema.org/Tuesday"],
                "startTime": "19:00",
                "endTime": "20:00",
            }
        ],
    } | more


def an_item(number, data, *, modified=None, kind="SessionSeries"):
    told = {
        "id": str(number),
        "kind": kind,
        "modified": modified or number,
        "state": "updated" if data else "deleted",
    }
    return told | ({"data": data} if data else {})


def serve(publisher, items, *, path="/rpde", size=3):
    """Serve items in pages that name the next, and an empty one that names itself."""

    def answer(asked):
        after = int(asked.query.get("after", 0))
        here = items[after : after + size]
        following = f"{publisher.address}{path}?after={after + len(here)}"
        licence = "https://creativecommons.org/licenses/by/4.0/"
        return as_json({"next": following, "items": here, "license": licence})

    return publisher.on(path, answer)


@pytest.fixture
def seven(publisher):
    items = [an_item(n, a_series(n)) for n in range(1, 8)]
    listen(serve(publisher, items), kind=FeedKind.OPENACTIVE)
    assert read_it().state is RunState.TAKEN
    return items


def test_what_there_is_to_do_is_in_the_register(seven):
    offer = Offer.objects.get(name="Walking football 2")

    assert len(seven) == Offer.objects.count()
    assert (offer.group.name, offer.place.name) == ("The Rec", "The Rec")
    assert offer.tags == ["Walking Football"]
    assert offer.price_pence_least == 350
    assert offer.told_on == NOW.date()
    rule = Schedule.objects.get(offer=offer)
    assert (rule.days, rule.starts, rule.ends) == ([1], time(19), time(20))
    assert Fact.objects.filter(asset=offer.place, field="toilets", value="yes").exists()


def test_nobody_who_leads_it_is_kept(seven, folder):
    kept = b"".join(path.read_bytes() for path in folder.rglob("*.json"))

    assert b"Persona" not in kept
    assert b"rec@" not in kept
    assert dict(feed_about("council").good.unread.people) == {"leader": 7, "email": 7}
    assert len(seven) == 7


def test_what_the_feed_says_has_gone_is_closed_and_opens_again(seven, publisher):
    gone = [*seven, an_item(2, None, modified=9)]
    serve(publisher, gone)

    read_it(now=NOW + WEEK)

    offer = Offer.objects.get(name="Walking football 2")
    assert offer.closed_on == (NOW + WEEK).date()
    assert feed_about("council").good.ended == 1
    assert Offer.objects.filter(closed_on=None).count() == 6

    serve(publisher, [*gone, an_item(2, a_series(2), modified=10)])
    read_it(now=NOW + 2 * WEEK)

    assert Offer.objects.get(name="Walking football 2").closed_on is None


def test_the_last_word_on_a_thing_counts(publisher):
    items = [
        an_item(1, a_series(1, name="Old name"), modified=1),
        *(an_item(n, a_series(n)) for n in range(2, 6)),
        an_item(1, a_series(1, name="New name"), modified=9),
    ]
    listen(serve(publisher, items), kind=FeedKind.OPENACTIVE)

    read_it()

    assert Offer.objects.filter(name="New name").count() == 1
    assert not Offer.objects.filter(name="Old name").exists()


def test_sessions_of_another_feed_join_their_series(publisher):
    series = a_series(1)
    del series["eventSchedule"]
    session = {
        "@type": "ScheduledSession",
        "@id": "https://s.example/1#1",
        "superEvent": "https://s.example/1",
        "startDate": "2026-12-01T18:00:00Z",
        "endDate": "2026-12-01T19:00:00Z",
    }
    lost = session | {"superEvent": "https://s.example/none"}
    one = serve(publisher, [an_item(1, series)], path="/series")
    two = serve(
        publisher,
        [
            an_item(n, told, kind="ScheduledSession")
            for n, told in enumerate((session, lost), start=1)
        ],
        path="/sessions",
    )
    listen(one, two, kind=FeedKind.OPENACTIVE)

    assert read_it().rows == 3

    [rule] = Schedule.objects.all()
    assert rule.extra_dates == ["2026-12-01"]
    [problem] = feed_about("council").good.unread.problems
    assert problem.words == "sessions of a series that is not in the feed"


def test_a_walk_that_broke_off_goes_on_at_its_page(publisher, seven):
    whole = publisher.answers["/rpde"][0]
    asked = []

    def breaks(one):
        asked.append(one.query.get("after", "0"))
        if one.query.get("after") == "6" and asked.count("6") == 1:
            return type(as_json(0))(status=404)
        return whole(one)

    publisher.on("/rpde", breaks)
    first = read_it(now=NOW + WEEK)

    second = read_it(now=NOW + WEEK)

    assert first.state is RunState.BROKE_OFF
    assert (second.run, second.state, second.rows) == (
        first.run,
        RunState.TAKEN,
        len(seven),
    )
    assert asked == ["0", "3", "6", "6", "7"]


@pytest.mark.parametrize(
    "page",
    [
        {"items": [an_item(1, a_series(1))], "next": "{address}/rpde"},
        {"items": [an_item(1, a_series(1))], "next": "file:///etc/passwd"},
        {"items": "none", "next": "{address}/rpde"},
        [],
    ],
)
def test_pages_that_lead_nowhere_change_nothing(publisher, seven, page):
    body = json.dumps(page).replace("{address}", publisher.address)
    publisher.on("/rpde", as_json(json.loads(body)))

    done = read_it(now=NOW + WEEK)

    assert done.state is RunState.FAILED
    assert Offer.objects.filter(in_latest=True).count() == len(seven)


@pytest.mark.parametrize(
    "name",
    [
        "sessionseries_example_1",
        "facilityuse_example_1",
        "event_example_1",
        "courseinstance_example_1",
        "sessionseries-split-virtual_example_1",
    ],
)
def test_the_standards_own_examples_are_taken(shared, publisher, name):
    path = shared / EXAMPLES / f"{name}.json"
    if not path.exists():
        pytest.skip(f"not run: no example {name}")
    [item] = json.loads(path.read_text())["items"]
    listen(serve(publisher, [item]), kind=FeedKind.OPENACTIVE)

    done = read_it()

    [offer] = Offer.objects.all()
    assert done.state is RunState.TAKEN
    assert offer.group
    assert Asset.objects.filter(kind="place").exists()
    assert Schedule.objects.filter(offer=offer).exists()
    assert offer.told_on >= date(2026, 11, 30)
