"""Whatever a feed does, does the register stay as it is, to the row?"""

import gzip
import threading
from datetime import timedelta

import pytest

from tests.assets.harvest.publishing import (
    JSON,
    NOW,
    Feed,
    a_reader,
    as_json,
    listen,
    read_it,
    services,
)
from tests.ground.sources.fetching.publisher import Answer
from weft.assets.domain.harvests import RunState
from weft.assets.models import (
    Asset,
    Brought,
    Fact,
    FactEvent,
    Listing,
    Offer,
    Published,
    Schedule,
    Session,
)
from weft.assets.queries.harvests import feed as feed_about
from weft.assets.services.harvests.keeping import one_at_a_time
from weft.commons.errors import NotPossible

pytestmark = pytest.mark.django_db
TABLES = (
    Asset,
    Brought,
    Fact,
    FactEvent,
    Listing,
    Offer,
    Published,
    Schedule,
    Session,
)
LATER = NOW + timedelta(days=35)
XML = (
    '<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">'
    '<!ENTITY c SYSTEM "file:///etc/passwd">]><services>&b;&c;</services>'
)


def register():
    return {
        table.__name__: sorted(map(repr, table.objects.values_list()))
        for table in TABLES
    }


def a_bomb():
    squeezed = gzip.compress(b'{"contents": [' + b" " * 20_000_000)
    return Answer(squeezed, kind=JSON, headers={"Content-Encoding": "gzip"})


def a_circle():
    return Answer(status=302, headers={"Location": "/v3/services?again=1"})


def cut_short():
    answer = as_json({"contents": services(10), "total_items": 10})
    answer.cut = 700
    return answer


def half_a_document():
    return Answer(b'{"total_items": 10, "contents": [{"id": "1", "na', kind=JSON)


FAULTS = {
    "truncation": (cut_short, RunState.BROKE_OFF),
    "half a document": (half_a_document, RunState.FAILED),
    "redirect loop": (a_circle, RunState.FAILED),
    "gzip bomb": (a_bomb, RunState.FAILED),
    "XML entities": (lambda: Answer(XML.encode(), kind="text/xml"), RunState.FAILED),
    "a web page": (lambda: Answer(b"<html>Sorry", kind="text/html"), RunState.FAILED),
    "list of numbers": (lambda: as_json([1, 2, 3]), RunState.FAILED),
    "contents is text": (
        lambda: as_json({"contents": "none", "total_items": 10}),
        RunState.FAILED,
    ),
    "a number": (lambda: as_json(7), RunState.FAILED),
    "more promised than given": (
        lambda: as_json({"contents": services(9), "total_items": 12}),
        RunState.FAILED,
    ),
    "0 rows": (lambda: as_json({"contents": [], "total_items": 0}), RunState.HELD),
    "a third fewer": (
        lambda: as_json({"contents": services(6), "total_items": 6}),
        RunState.HELD,
    ),
    "10 times the rows": (
        lambda: as_json({"contents": services(100), "total_items": 100}),
        RunState.HELD,
    ),
    "gone": (lambda: Answer(status=404, kind=JSON), RunState.BROKE_OFF),
    "refused": (lambda: Answer(status=403, kind=JSON), RunState.BROKE_OFF),
    "out of order": (lambda: Answer(status=500, kind=JSON), RunState.BROKE_OFF),
    "later, in an hour": (
        lambda: Answer(status=429, headers={"Retry-After": "3600"}),
        RunState.BROKE_OFF,
    ),
}


@pytest.fixture
def whole(publisher):
    """A register with ten services of a feed."""
    listen(Feed(services(10)).at(publisher))
    assert read_it().state is RunState.TAKEN
    return register()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_feed_changes_nothing(publisher, whole, fault):
    answer, state = FAULTS[fault]
    publisher.on("/v3/services", answer())
    reader = a_reader(clock=lambda: LATER, most_bytes=4_000_000)

    done = read_it(now=LATER, reader=reader)

    assert done.state is state
    assert done.why.endswith(".")
    assert "\n" not in done.why
    assert "ha" * 3 not in done.why
    assert register() == whole
    assert feed_about("council").good.rows == 10


def test_a_stall_changes_nothing(publisher, whole):
    over = threading.Event()
    publisher.on("/v3/services", lambda _asked: over.wait(20) and Answer())
    reader = a_reader(clock=lambda: LATER, timeout=0.2)

    done = read_it(now=LATER, reader=reader)
    over.set()

    assert done.state is RunState.BROKE_OFF
    assert "went quiet" in done.why
    assert register() == whole


def test_a_feed_without_end_changes_nothing(publisher, whole, monkeypatch):
    monkeypatch.setattr("weft.assets.sources.harvest.snapshot.MOST_PAGES", 20)

    def more(asked):
        page = int(asked.query.get("page", 1))
        return as_json({"contents": services(5, first=page * 5), "last_page": False})

    publisher.on("/v3/services", more)

    done = read_it(now=LATER)

    assert (done.state, done.why[:19]) == (RunState.FAILED, "The feed has no end")
    assert register() == whole


WRONG = {
    "name": [None, 7, ["a"], {"a": 1}, True],
    "organization": ["none", 3, [1], {"name": 4}],
    "schedules": ["TU", 5, {"freq": 3}, [None, 1, {"byday": 7, "opens_at": 10}]],
    "service_at_locations": ["hall", 2, [{"location": "hall"}], [{"location": []}]],
    "minimum_age": ["five", [5], {"a": 5}, 10**30, -4, True],
    "cost_options": ["free", [{"amount": "none"}], [{"amount": [1]}], 1e999],
    "attributes": ["a", [{"taxonomy_term": "clay"}], [1]],
    "languages": ["ur", [{"code": 4}], [["ur"]]],
    "phones": ["01632", [{"number": 1632960001}], [7]],
    "assured_date": ["yesterday", 20261001, ["2026"], "0000-00-00"],
    "status": ["open", 1, None, ["active"]],
    "url": [5, ["a"], "not an address"],
    "contacts": ["Ann", [1], {"name": "Ann"}],
}


@pytest.mark.parametrize(
    ("name", "value"), [(name, one) for name in WRONG for one in WRONG[name]]
)
def test_a_wrong_type_in_one_service_spoils_no_other(publisher, whole, name, value):
    told = services(10)
    told[3] = told[3] | {name: value}
    Feed(told).at(publisher)

    done = read_it(now=NOW + timedelta(days=1))

    assert done.state is RunState.TAKEN
    assert not Offer.objects.exclude(name="Clay club 4").filter(in_latest=False)
    others = Offer.objects.filter(told_on=NOW.date().replace(month=10, day=1))
    assert others.count() >= 9
    assert len(whole["Offer"]) == 10


def test_a_run_that_broke_off_is_gone_on_with_for_a_day_and_no_longer(publisher, whole):
    feed = Feed(services(250, first=1))
    feed.at(publisher)
    list_of, asked = feed._list, []  # noqa: SLF001 the test's own

    def breaks(one):
        asked.append(one.query["page"])
        if one.query["page"] == "2" and one.query["per_page"] == "100":
            return Answer(status=404, kind=JSON)
        return list_of(one)

    publisher.on("/v3/services", breaks)
    first = read_it(now=LATER)
    assert first.state is RunState.BROKE_OFF
    publisher.on("/v3/services", list_of)

    soon = read_it(now=LATER + timedelta(hours=2))

    assert soon.run == first.run
    assert soon.rows == 250
    assert soon.state is RunState.HELD  # 25 times as many
    assert register() == whole


def test_after_a_day_it_is_begun_anew(publisher, whole, folder):
    publisher.on("/v3/services", Answer(status=404, kind=JSON))
    first = read_it(now=LATER)

    later = read_it(now=LATER + timedelta(days=2))

    assert later.run != first.run
    assert not (folder / "feeds" / "council" / str(first.run)).exists()
    assert register() == whole


def test_what_lies_about_of_another_run_is_not_taken_for_this_one(
    publisher, whole, folder
):
    """A data base brought back from a backup counts its runs anew."""
    number = feed_about("council").good.number + 1
    stale = folder / "feeds" / "council" / str(number)
    stale.mkdir()
    (stale / "state.json").write_text('{"ended": true, "pages": 0}')

    done = read_it(now=LATER)

    assert (done.run, done.rows, done.state) == (number, 10, RunState.TAKEN)
    assert len(publisher.asked) > 0
    assert len(whole["Offer"]) == 10


def test_two_do_not_read_one_feed_at_the_same_time(whole):
    with one_at_a_time("council"), pytest.raises(NotPossible, match="just now"):
        read_it(now=LATER)
    assert register() == whole
