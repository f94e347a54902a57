"""What leaves the house: headers, cookies, kind error pages, and what the log says."""

import gzip
import io
import json
import logging

import pytest
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from jinja2 import TemplateSyntaxError

from weft.accounts.doors import DOORS, Door
from weft.commons.errors import NotAllowed, NotFound, NotPossible, TooOften
from weft.config.logs import Careful
from weft.config.urls import handler400, handler403, handler404, handler500
from weft.config.urls import urlpatterns as ours
from weft.shell import errors, rendering

SECRET = "ZD1 1AA"  # noqa: S105 a made-up postcode, to be looked for where it must not be

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@csrf_exempt
def echo(_request):
    """Take whatever is sent, as a search does."""
    return HttpResponse("found something near you " * 100)


def refuse(_request, how):
    """Refuse in one of our ways, or break."""
    raise {
        "missing": NotFound(SECRET),
        "not-yours": NotAllowed(SECRET),
        "too-often": TooOften(SECRET),
        "not-possible": NotPossible(SECRET),
        "broken": ZeroDivisionError(SECRET),
    }[how]


def part(_request):
    """Give a part of a file."""
    return HttpResponse(b"a" * 500, status=206)


urlpatterns = [
    path("echo", echo, name="test-echo"),
    path("refuse/<how>", refuse, name="test-refuse"),
    path("part", part, name="test-part"),
    *ours,
]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def visitor(client, monkeypatch):
    for name in ("test-echo", "test-refuse", "test-part"):
        monkeypatch.setitem(DOORS, name, Door.ANYBODY)
    client.raise_request_exception = False
    return client


@pytest.fixture
def log():
    """Everything that any logger would have written, as it would be written."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(Careful())
    names = ["", "django", "weft"]
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    for name in ("", "django"):  # which does not hand its records on
        logging.getLogger(name).addHandler(handler)
    yield written
    for name in ("", "django"):
        logging.getLogger(name).removeHandler(handler)
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


class TestHeaders:
    def test_nothing_may_be_asked_of_anybody_else(self, visitor):
        policy = visitor.get("/health")["Content-Security-Policy"]

        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy

    @pytest.mark.parametrize(
        "address", ["/health", "/nowhere", "/refuse/broken", "/static/shell/weft.css"]
    )
    def test_they_stand_on_every_answer(self, visitor, address):
        answer = visitor.get(address)
        answer.close()

        assert answer["Content-Security-Policy"]
        assert answer["Permissions-Policy"]
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"

    @pytest.mark.parametrize("address", ["/health", "/nowhere", "/refuse/missing"])
    def test_no_page_sets_a_cookie(self, visitor, address):
        assert not visitor.get(address).cookies

    def test_what_was_asked_by_form_stays_out_of_every_cache(self, visitor):
        assert visitor.post("/echo", {"near": SECRET})["Cache-Control"] == "no-store"


class TestSmallerOnTheWire:
    def test_pages_are_compressed_for_who_can_read_it(self, visitor):
        answer = visitor.get("/echo", headers={"Accept-Encoding": "gzip"})

        assert answer["Content-Encoding"] == "gzip"
        assert b"found something" in gzip.decompress(answer.content)

    def test_a_part_of_a_file_is_left_as_it_is(self, visitor):
        answer = visitor.get("/part", headers={"Accept-Encoding": "gzip"})
        assert not answer.has_header("Content-Encoding")


class TestStaticFiles:
    def test_they_are_served_without_a_collecting_step(self, visitor):
        answer = visitor.get("/static/shell/weft.css")
        assert b"".join(answer.streaming_content).startswith(b"/*")

    def test_an_address_changes_with_what_is_in_the_file(self):
        from django.contrib.staticfiles.storage import staticfiles_storage

        address = staticfiles_storage.url("shell/weft.css")
        assert len(address.partition("?v=")[2]) == 10
        assert staticfiles_storage.url("shell/no-such-file.css").endswith(".css")


class TestErrorPages:
    @pytest.mark.parametrize(
        ("address", "status"),
        [
            ("/nowhere", 404),
            ("/refuse/missing", 404),
            ("/refuse/not-yours", 403),
            ("/refuse/too-often", 429),
            ("/refuse/not-possible", 400),
            ("/refuse/broken", 500),
        ],
    )
    def test_they_are_kind_and_repeat_nothing(self, visitor, address, status):
        answer = visitor.get(address)
        text = answer.content.decode()

        assert answer.status_code == status
        assert "<h1>" in text
        assert "?" in text
        assert SECRET not in text
        assert "Traceback" not in text

    @pytest.mark.parametrize(
        ("address", "status"), [("/nowhere", 404), ("/refuse/broken", 500)]
    )
    def test_there_is_a_plain_one_when_templates_are_what_broke(
        self, visitor, monkeypatch, address, status
    ):
        def broken(*_args, **_told):
            raise TemplateSyntaxError("a thread snapped", 1)

        monkeypatch.setattr(errors, "render", broken)
        answer = visitor.get(address)

        assert answer.status_code == status
        assert b"Start from the first page" in answer.content

    def test_a_site_that_is_asked_for_under_a_strange_name_says_no_more(self, visitor):
        answer = visitor.get("/health", headers={"Host": "evil.example"})
        assert answer.status_code == 400


class TestTheLog:
    def test_says_the_kind_of_page_and_nothing_that_was_asked(self, visitor, log):
        visitor.get("/echo", {"near": SECRET})
        visitor.post("/echo", {"near": SECRET, "free": "Tuesday 13:15"})
        visitor.get(f"/nowhere/{SECRET}", {"near": SECRET})
        for how in ("missing", "not-yours", "not-possible", "broken"):
            visitor.get(f"/refuse/{how}", {"near": SECRET})
        visitor.get("/health", headers={"Host": SECRET.replace(" ", ".")})
        said = log.getvalue()

        assert "POST /echo 200" in said
        assert "GET /refuse/<how> 500" in said
        assert "GET /(no such page) 404" in said
        for told in (SECRET, "ZD1.1AA", "ZD1%201AA", "Tuesday", "127.0.0.1", "near="):
            assert told not in said

    def test_says_what_broke_and_where_and_not_with_what(self, visitor, log):
        visitor.get("/refuse/broken")

        assert "ZeroDivisionError at" in log.getvalue()
        assert "refuse" in log.getvalue()
        assert SECRET not in log.getvalue()

    @pytest.mark.usefixtures("log")
    def test_it_bites_a_plain_formatter(self, visitor):
        """The test above would see it if a record were written as it came."""
        careless = logging.StreamHandler(written := io.StringIO())
        logging.getLogger("django").addHandler(careless)
        visitor.get(f"/nowhere/{SECRET}")
        visitor.get("/refuse/broken")
        logging.getLogger("django").removeHandler(careless)
        assert SECRET in written.getvalue()


class TestHealth:
    def test_is_a_page_for_people(self, visitor):
        answer = visitor.get("/health")

        assert answer.status_code == 200
        assert "Is the house in order?" in answer.content.decode()

    def test_and_the_same_for_a_monitor(self, visitor):
        told = json.loads(visitor.get("/health.json").content)

        assert told["in_order"] is True
        assert told["record"] == {"entries": 0, "first_broken": None}
        assert set(told) >= {"weft", "python", "sqlite", "disk", "work", "latest"}

    def test_a_changed_record_shows(self, visitor):
        from tests.accounts.test_record import lift_the_trigger, some_deeds
        from weft.accounts.models import Entry

        some_deeds()
        lift_the_trigger("update")
        Entry.objects.filter(number=4).update(subject="x")

        answer = visitor.get("/health")
        assert answer.status_code == 503
        assert "changed at entry 4" in answer.content.decode()

    def test_an_old_sqlite_is_named_with_its_fault(self, monkeypatch):
        from django.db import connection

        from weft.jobs import house_state

        monkeypatch.setattr(house_state.sqlite3, "sqlite_version_info", (3, 40, 1))
        cautious = house_state.house_state().caution
        monkeypatch.setattr(house_state.sqlite3, "sqlite_version_info", (3, 51, 3))

        assert ("WAL-reset" in cautious) == (connection.vendor == "sqlite")
        assert house_state.house_state().caution == ""

    def test_a_full_disk_shows(self):
        from weft.jobs.house_state import Disk

        assert Disk(free=4, total=100).is_nearly_full
        assert not Disk(free=6, total=100).is_nearly_full


def test_pages_are_drawn_by_the_shell():
    """The monkeypatch above replaces what is truly used."""
    assert errors.render is rendering.render
