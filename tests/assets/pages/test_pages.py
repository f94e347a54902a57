"""Does the page of one thing say what it is like, whose it is, and how sure we are?"""

import re
import uuid
from datetime import time, timedelta

import pytest
from django.utils import timezone

from tests.web import valley
from weft.assets.models import OtherName, Schedule, Tie

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return valley.region()


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def offer_page(client, region, *args, **told):
    made = valley.offer(region, *args, **told)
    valley.derive(region)
    return text_of(client.get(f"/offers/{made.pk}"))


def test_an_offer_says_what_when_where_and_what_it_costs(client, region):
    page = offer_page(
        client,
        region,
        place=valley.place(region, address="Dye House Lane"),
        first_ten_minutes="A blue door by the canal.",
    )

    assert "An hour at a long table" in page
    assert "Tuesdays, 13:15 to 14:15." in page
    assert "Old Dye House" in page
    assert "Dye House Lane" in page
    assert "Free" in page
    assert "English and Urdu" in page
    assert "A blue door by the canal." in page
    assert "Just turn up." in page


def test_who_looks_after_it_is_said_also_when_nobody_knows(client, region):
    known = offer_page(client, region, group=valley.group(region))
    unknown = offer_page(client, region, "Somebody’s walk")

    assert "Looked after by" in known
    assert "Hollin Bridge Clay Circle</a>" in known
    assert "Not known. Nobody has told us." in unknown


def test_a_fact_is_told_with_its_age_and_a_gap_with_what_to_ask(client, region):
    page = offer_page(
        client, region, place=valley.place(region), facts={"step_free": "no"}
    )

    assert "Not step-free" in page
    assert "told by Hollin Bridge Clay Circle 3 weeks ago" in page
    assert "Hearing loop" in page
    assert "Ask: “Is there a hearing loop?”" in page
    assert "never known" in page


def test_hours_that_are_known_are_no_question_though_nobody_says_since_when(
    client, region
):
    cut = valley.place(region, "Rushby Cut", place_kind="canal", told_on=None)
    Schedule.objects.create(asset=cut, opening_hours="24/7", source="osm")
    valley.derive(region)

    page = text_of(client.get(f"/assets/{cut.pk}"))

    assert "Open day and night." in page
    assert "When is it on?" not in page
    assert "told by Hollin Bridge Clay Circle; we do not know when" in page


def test_an_old_word_is_not_trusted_for_ever(client, region):
    long_ago = timezone.localdate() - timedelta(days=700)
    page = offer_page(client, region, told_on=long_ago)

    assert "we are not sure any more: told by Hollin Bridge Clay Circle" in page


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"days": [0, 1, 2, 3, 4]}, "Monday to Friday, 10:00 to 11:00."),
        ({"days": [0, 2]}, "Mondays and Wednesdays, 10:00 to 11:00."),
        (
            {"days": [1], "every_weeks": 2},
            "Tuesdays, 10:00 to 11:00, every other week.",
        ),
        ({"days": [1], "of_month": [1, 3]}, "The first and third Tuesday of the month"),
        ({"days": [1], "term_time_only": True}, "in term time"),
        ({"days": [1], "bank_holidays": False}, "not on bank holidays"),
        (
            {"days": [4], "starts": time(21), "ends": time(0, 30)},
            "Fridays, 21:00 to 00:30.",
        ),
        ({"days": [1], "ends": None}, "from 10:00 (nobody has told us till when)"),
        (
            {"days": [1], "rough": True},
            "in the morning (nobody has told us the exact hours)",
        ),
        ({"days": list(range(7))}, "Every day, 10:00 to 11:00."),
    ],
)
def test_a_rule_is_said_as_people_say_it(client, region, rule, words):
    made = valley.offer(region, on=(None, None, None))
    told = {"starts": time(10), "ends": time(11), **rule}
    Schedule.objects.create(offer=made, source="own_csv", **told)
    valley.derive(region)

    assert words in text_of(client.get(f"/offers/{made.pk}"))


def test_nobody_s_knowing_when_is_said(client, region):
    assert "Nobody has told us when." in offer_page(client, region, on=(None,) * 3)


def test_a_place_says_what_one_can_do_there_and_in_whose_hands_it_is(client, region):
    hall = valley.place(region, story="We painted the door ourselves.")
    Tie.objects.create(
        asset=hall, kind="decides", to_name="The tenants", source="own_csv"
    )
    OtherName.objects.create(asset=hall, name="Rangrez ghar", language="ur")
    valley.offer(region, place=hall)
    valley.derive(region)

    page = text_of(client.get(f"/assets/{hall.pk}"))

    assert "Clay at the Old Dye House" in page
    assert "Who decides" in page
    assert "The tenants" in page
    name = '<span data-said dir="auto" lang="ur">Rangrez ghar</span>'
    assert f"Also called {name} (Urdu)." in page
    assert "We painted the door ourselves." in page


def test_nobody_owns_somebody(client, region):
    potter = valley.group(region, "A potter", kind="person")
    valley.derive(region)

    page = text_of(client.get(f"/assets/{potter.pk}"))

    assert "What does <span data-said>A potter</span> do?" in page
    assert "Who decides" in page
    for asked in ("Who owns it", "Who pays for it", "When is it open?"):
        assert asked not in page


def test_a_group_stands_at_its_own_address_with_its_offers(client, region):
    circle = valley.group(region)
    valley.offer(region, group=circle)
    valley.derive(region)

    moved = client.get(f"/assets/{circle.pk}")
    page = text_of(client.get(moved["Location"]))

    assert moved["Location"] == f"/groups/{circle.pk}"
    assert "Clay at the Old Dye House" in page
    assert "Next: " in page


def test_what_is_only_known_to_exist_shows_neither_name_nor_place(client, region):
    kept = valley.place(
        region,
        "The glaze book",
        kind="recipe",
        visibility="known",
        terms="Ask us first",
        story="Three parts ash",
    )

    page = text_of(client.get(f"/assets/{kept.pk}"))

    assert "Something its holders keep to themselves" in page
    assert "Ask us first" in page
    assert "The glaze book" not in page
    assert "Three parts ash" not in page


@pytest.mark.parametrize("visibility", ["members", "hidden"])
def test_what_is_not_for_everybody_is_not_found(client, region, visibility):
    kept = valley.place(region, visibility=visibility)

    assert client.get(f"/assets/{kept.pk}").status_code == 404


@pytest.mark.parametrize("kind", ["offers", "assets", "groups"])
def test_a_thing_that_is_not_there_is_kindly_not_found(client, kind):
    response = client.get(f"/{kind}/{uuid.uuid4()}")

    assert response.status_code == 404
    assert "Is this the page you meant?" in response.content.decode()


def test_something_closed_says_so_and_why(client, region):
    page = offer_page(
        client, region, closed_on=timezone.localdate(), closed_why="The roof fell in."
    )

    assert "This closed on" in page
    assert "The roof fell in." in page


def test_a_website_that_could_run_something_is_no_link(client, region):
    page = offer_page(client, region, website="javascript:alert(1)")

    assert "javascript:" not in page


def test_names_are_text_and_never_markup(client, region):
    page = offer_page(client, region, "<img src=x onerror=alert(1)>")

    assert "<img src=x" not in page


def test_the_square_code_and_the_calendar_are_there(client, region):
    made = valley.offer(region)
    valley.derive(region)

    code = client.get(f"/offers/{made.pk}/code.svg")
    calendar = client.get(f"/offers/{made.pk}/calendar.ics")

    assert code["Content-Type"] == "image/svg+xml"
    assert code.content.startswith(b"<svg")
    assert calendar["Content-Type"].startswith("text/calendar")
    assert b"BEGIN:VEVENT" in calendar.content
    assert client.get(f"/nonsense/{made.pk}/code.svg").status_code == 404


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (2, "Room for two new faces a week"),
        (98, "Room for 98 new faces a week"),
        (99, "Room for new faces"),  # the contract's «no limit»
        (0, "Full for now"),
        (None, None),
    ],
)
def test_room_for_new_faces_is_said_as_it_was_told(client, told, said):
    region = valley.region()
    offer = valley.offer(
        region,
        "Clay",
        group=valley.group(region, "Potters"),
        on=([1], time(10), time(12)),
        newcomers_per_week=told,
        joining_rule="ring",
    )
    valley.derive(region)

    page = client.get(f"/offers/{offer.pk}").content.decode()

    assert said is None or said in page
    assert "99 new faces" not in page
    assert (said is None) is (re.search("new faces|Full for now", page) is None)
