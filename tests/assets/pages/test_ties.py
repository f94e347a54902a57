"""Who works with whom, what ends and what is to spare: pages, files and a calendar."""

import csv
import io
from datetime import timedelta
from html import unescape

import icalendar
import pytest
from django.utils import timezone

from tests.web import valley
from weft.assets.models import Fact, Tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall():
    region = valley.region()
    hall = valley.place(region)
    for name in ("Choir", "Clay", "=Chess"):
        group = valley.group(region, name)
        kind = "meets_at"
        Tie.objects.create(asset=group, kind=kind, to=hall, source="us", told_by="us")
    far = {"latitude": None, "longitude": None, "lsoa21": valley.OTHER_LSOA}
    paper = valley.place(region, "The paper", kind="channel", place_kind="", **far)
    Tie.objects.create(asset=paper, kind="works_with", to=group, source="us")
    today = timezone.localdate()
    for thing, field, value in (
        (hall, "until", (today + timedelta(30)).isoformat()),
        (hall, "spare", "Mon 6pm-10pm"),
        (group, "looking", "a room / Mon 7pm-9pm / step free"),
    ):
        Fact.objects.create(asset=thing, field=field, value=value, source="us")
    fund = valley.place(region, "Fare pot", kind="fund", place_kind="")
    Fact.objects.create(
        asset=fund, field="deadline", value=today.isoformat(), source="us"
    )
    valley.offer(region, place=hall)
    valley.derive(region)
    return hall


def text_of(response):
    assert response.status_code == 200
    return unescape(response.content.decode())


def rows_of(response):
    text = response.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


@pytest.mark.shows("C19")
def test_the_page_draws_and_says_who_works_with_whom(client, hall):
    page = text_of(client.get("/ties"))

    assert "We know of four ties" in page
    assert f"{hall.name} joins three groups" in page
    assert "w-picture--narrow" in page
    assert "would lose the only link we know of" in page
    assert "One tie has an end of which we do not know where it is." in page


@pytest.mark.parametrize(
    ("asked", "ties"),
    [
        ({}, 4),
        ({"sort": "places"}, 3),
        ({"sort": "channels"}, 1),
        ({"reach": "near"}, 3),
        ({"reach": "not_known"}, 1),
        ({"place": valley.MSOA}, 4),
        ({"place": "nowhere", "sort": "x", "reach": "y"}, 4),
    ],
)
def test_it_can_be_narrowed_by_place_sort_and_reach(client, hall, asked, ties):
    assert hall
    table = rows_of(client.get("/ties/ties.csv", asked))
    assert len(table[1 : table.index([])]) == ties


def test_a_file_says_what_nobody_told_and_runs_no_formula(client, hall):
    assert hall
    table = rows_of(client.get("/ties/ties.csv"))
    assert ["'=Chess", "is found at", hall.name, "close by", "us", ""] in table
    assert client.get("/ties/joins.xlsx").status_code == 200
    assert client.get("/ties/others.csv").status_code == 404
    assert client.get("/ties/ties.pdf").status_code == 404


def test_what_ends_and_what_is_to_spare_stand_on_one_page(client, hall):
    assert hall
    page = text_of(client.get("/at-risk"))

    assert "One thing ends in the next 90 days" in page
    assert "The lease ends on" in page
    assert "nothing else to do within 20 minutes on foot, that we know of" in page
    assert "Is there a way in without steps?" in page
    assert "Fare pot" in page
    for name in ("ends", "to-spare", "funds"):
        assert len(rows_of(client.get(f"/at-risk/{name}.csv"))) > 2
    assert client.get("/at-risk/nothing.csv").status_code == 404


@pytest.mark.shows("A8")
def test_last_days_go_into_a_calendar_as_whole_days(client, hall):
    assert hall
    response = client.get("/at-risk/last-days.ics")
    (event,) = icalendar.Calendar.from_ical(response.content).walk("VEVENT")
    assert event["summary"] == "Last day: Fare pot"
    assert event.decoded("dtstart") == timezone.localdate()
    again = icalendar.Calendar.from_ical(client.get("/at-risk/last-days.ics").content)
    assert again.walk("VEVENT")[0]["uid"] == event["uid"]


@pytest.mark.parametrize(
    "address", ["/ties", "/at-risk", "/ties/ties.csv", "/at-risk/last-days.ics"]
)
def test_without_a_region_there_is_nothing(client, address):
    assert client.get(address).status_code == 404
