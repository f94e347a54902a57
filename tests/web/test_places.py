"""Does a place begin with what is good about it, and never with what it lacks?"""

import csv
import io
from datetime import time

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.web import valley
from weft.access.queries.lives import lives
from weft.access.queries.of_place import LifeHere, lives_here
from weft.access.queries.weeks import reckon_week
from weft.access.services.publishing import publish_week
from weft.accounts.actors import Actor
from weft.web.pages.presenters.choice_here import words_of

pytestmark = pytest.mark.django_db
LATE = (time(22), time(23, 59))  # still to come, whenever this runs


@pytest.fixture
def region():
    return valley.region()


def text_of(response):
    assert response.status_code == 200
    return response.content.decode()


def place_page(client, code=valley.MSOA):
    return text_of(client.get(f"/places/{code}"))


def test_every_place_is_listed_by_the_name_people_use(client, region):
    page = text_of(client.get("/places"))

    assert "Hollin Bridge" in page
    assert f"/places/{valley.MSOA}" in page
    assert region.name in page


@pytest.mark.parametrize("near", ["ZD3 8EH", "aldermill", "Mill Lane, Rushby"])
def test_a_place_is_found_from_anywhere_in_it(client, region, near):
    response = client.post("/places/find", {"near": near})

    assert response["Location"] == f"/places/{valley.MSOA}"
    assert region.slug not in response["Location"]


@pytest.mark.usefixtures("region")
def test_a_place_nobody_knows_is_asked_for_again(client):
    page = text_of(client.post("/places/find", {"near": "Xyzzyville"}))

    assert "Where is that?" in page


@pytest.mark.usefixtures("region")
def test_where_nobody_has_spoken_the_page_asks_and_counts_no_shops(client):
    page = place_page(client)

    assert "What is good about" in page
    assert "Nobody has told us yet. You may be the first." in page
    strengths = page.split("What is within reach this week?")[0]
    assert "on our list" not in strengths


def test_people_s_own_words_come_first_as_they_were_said(client, region):
    valley.place(region, story="The kettle’s on before you’ve got your coat off.")
    valley.derive(region)

    page = place_page(client)

    assert page.index("The kettle’s on before") < page.index("What is within reach")
    assert page.index("What is within reach") < page.index("What is missing around")
    assert "Nobody has told us yet" not in page


@pytest.mark.usefixtures("region")
def test_an_empty_week_is_never_blank(client):
    page = place_page(client)

    assert "The loom is strung and waiting." in page
    assert valley.TELEPHONE in page


def test_no_heading_ranks_a_place(client, region):
    valley.derive(region)
    headings = [
        part.split("</h")[0]
        for part in place_page(client).split("<h")
        if part[:1].isdigit()
    ]

    for word in ("rank", "decile", "depriv", "most missing", "worst"):
        assert not [one for one in headings if word in one.lower()]


def test_the_week_and_its_file_say_the_same(client, region):
    valley.offer(region, place=valley.place(region))
    valley.derive(region)

    file = client.get(f"/places/{valley.MSOA}/week.csv")
    rows = list(csv.reader(io.StringIO(file.content.decode("utf-8-sig"))))

    assert rows[0][:3] == ["From", "Monday", "Tuesday"]
    at_one = next(row for row in rows if row and row[0] == "13:00")
    assert at_one[2] == "1"
    assert client.get(f"/places/{valley.MSOA}/week.pdf").status_code == 404


def test_the_sheet_names_things_one_can_walk_to_and_the_telephone(client, region):
    valley.offer(region, place=valley.place(region), on=(list(range(7)), *LATE))
    valley.offer(region, "On the telephone", online=True, on=(list(range(7)), *LATE))
    valley.derive(region)

    page = text_of(client.get(f"/places/{valley.MSOA}/sheet"))

    assert "Clay at the Old Dye House" in page
    assert "On the telephone" not in page
    assert page.count(valley.TELEPHONE) >= 2
    assert "Please take it down after a week." in page


def test_paper_says_too_where_one_has_to_ask_first(client, region):
    hall = valley.place(region)
    every_day = (list(range(7)), *LATE)
    valley.offer(region, "Turn up", place=hall, on=every_day)
    valley.offer(region, "Book", place=hall, on=every_day, joining_rule="book")
    valley.derive(region)

    page = text_of(client.get(f"/places/{valley.MSOA}/sheet"))
    turn_up, _, book = page.partition(">Book</b>")

    assert "Ask first." not in turn_up
    assert "Ask first." in book


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(
    "path", ["places/E99999999", "places/E99999999/sheet", "places/x"]
)
def test_a_place_that_is_not_there_is_kindly_not_found(client, path):
    response = client.get(f"/{path}")

    assert response.status_code == 404
    assert "Is this the page you meant?" in response.content.decode()


def test_a_region_says_what_it_was_built_from_also_as_a_file(client, region):
    page = text_of(client.get("/regions/tenterdale"))

    assert f"What was {region.name} built from?" in page
    assert (
        client.get("/regions/tenterdale/report.json").json()["region"] == "tenterdale"
    )
    assert client.get("/regions/tenterdale/report.csv").status_code == 200
    assert client.get("/regions/tenterdale/report.xlsx").status_code == 200
    assert client.get("/regions/tenterdale/report.exe").status_code == 404
    assert client.get("/regions/nowhere").status_code == 404
    assert client.get("/regions")["Location"] == "/regions/tenterdale"


def test_all_pages_stand_before_anything_is_built(client):
    for path in ("/", "/places", "/map", "/open", "/regions", "/choices?near=BD3"):
        assert client.get(path).status_code == 200, path


@pytest.mark.parametrize(
    ("areas", "certain", "possible", "words"),
    [
        (20, 20, 20, "Three things or more, all over this place."),
        (20, 12, 15, "Three or more in 12 of 20 parts. In 3 more there may be three"),
        (20, 0, 4, "wherever one lives here. In 4 of 20 parts there may be three"),
        (1, 0, 1, "wherever one lives here. There may be three: ask first."),
        (20, 0, 0, "Fewer than three that we know of, wherever one lives here."),
    ],
)
def test_a_place_says_in_how_many_of_its_parts_a_life_has_three(
    areas, certain, possible, words
):
    one = LifeHere(life=lives()[0], areas=areas, certain=certain, possible=possible)
    assert words in words_of(one)


def test_a_place_carries_what_its_newest_published_week_says(client, region, tmp_path):
    assert "three things within reach here" not in place_page(client)
    week = valley.next_week()
    groups = [valley.group(region, f"Group {n}") for n in range(3)]
    hall = valley.place(region)
    for kind, group in zip(("creative", "food", "nature"), groups, strict=True):
        told = {"group": group, "kinds": [kind], "newcomers_per_week": 5}
        valley.offer(region, place=hall, on=([1], time(11), time(12)), **told)
    valley.derive(region)
    with override_settings(DATA_DIR=tmp_path):
        publish_week(
            region=valley.SLUG,
            week=week,
            reckoned=reckon_week(valley.SLUG, week),
            clock=timezone.now,
            by=Actor.command("test"),
        )
        told = lives_here(valley.SLUG, valley.MSOA)
        page = place_page(client)
        alone = lives_here(valley.SLUG, valley.OTHER_LSOA)  # 4 km away
        whole = lives_here(valley.SLUG, valley.DISTRICT)
        assert lives_here(valley.SLUG, "E02000001") is None
    school = next(one for one in told.lives if one.life.slug == "school-run-no-car")
    assert (school.areas, school.certain) == (2, 1)
    here = page.split("three things within reach here")[1]
    assert 'href="/choice/school-run-no-car"' in here
    assert "Three or more in 1 of 2 parts." in here
    assert "Nobody here has been asked yet" in here
    assert {one.areas for one in alone.lives} == {1}
    assert whole.lives[0].areas == 2
