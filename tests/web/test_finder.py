"""Can somebody find what fits, with nothing kept and nothing told?"""

import csv
import io
from datetime import time

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from tests.web import valley
from weft.commons.places import Point
from weft.ground.models import NamedPlace, Region

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


@pytest.fixture
def town():
    """A region with a clay group on Tuesday and a night of dancing on Friday."""
    region = valley.region()
    hall = valley.place(region)
    clay = valley.group(region)
    valley.offer(region, place=hall, group=clay, facts={"step_free": "yes"})
    valley.offer(
        region,
        "Friday night dancing",
        place=hall,
        on=([4], time(21), time(0, 30)),
        price_pence_least=200,
        price_pence_most=200,
    )
    valley.place(region, "The launderette", reference="l")  # nobody knows its hours
    valley.derive(region)
    return region


def ask(client, path="/choices", **fields):
    told = {"near": valley.POSTCODE, "week": valley.next_week().monday.isoformat()}
    return client.post(path, {**told, **fields})


def text_of(response):
    return response.content.decode()


def cells_of(response):
    """Every cell of a table that was sent as a file."""
    if response["Content-Type"].startswith("text/csv"):
        rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
        return [cell for row in rows for cell in row]
    sheet = openpyxl.load_workbook(io.BytesIO(response.content)).active
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("free", "held"), [("tue-afternoon", True), ("sun-late", False)]
)
def test_ones_own_week_may_be_taken_away_full_or_empty(client, kind, free, held):
    page = text_of(ask(client, free=[free]))
    assert f'action="/choices/week.{kind}"' in page

    answer = ask(client, f"/choices/week.{kind}", free=[free])

    assert answer.status_code == 200
    assert f".{kind}" in answer["Content-Disposition"]
    cells = cells_of(answer)
    assert any("Clay" in cell for cell in cells) is held
    assert valley.POSTCODE not in " ".join(cells)


@pytest.mark.parametrize("kind", ["pdf", "csv"])
def test_a_week_of_nowhere_is_no_file(client, kind):
    assert ask(client, f"/choices/week.{kind}", near="").status_code == 404


def test_a_week_is_no_file_by_an_address_that_tells_a_home(client):
    assert client.get("/choices/week.csv?near=ZD3+8EH").status_code == 400


def test_the_first_page_asks_where_when_and_what(client):
    page = text_of(client.get("/"))

    assert "Where do you start from?" in page
    assert page.count('name="free"') == 28
    assert "Surprise me" in page


def test_something_is_found_from_a_postcode(client):
    page = text_of(ask(client))

    assert "Clay at the Old Dye House" in page
    assert "We know it fits" in page
    assert "straight line" in page


@pytest.mark.parametrize(
    "near", ["zd3 8eh", "ZD38EH", "Aldermill", "aldermil", valley.LSOA]
)
def test_a_start_may_be_written_in_many_ways(client, near):
    assert "Clay at the Old Dye House" in text_of(ask(client, near=near))


def test_hours_narrow_the_list_and_the_rest_is_explained(client):
    page = text_of(ask(client, free=["tue-afternoon"]))

    assert "What fits your Tuesday?" in page
    fits, _, others = page.partition("Why not the others?")
    assert "Clay at the Old Dye House" in fits
    assert "Friday night dancing" not in fits
    assert "Friday night dancing" in others
    assert "The hour: 1" in others


def test_typed_hours_count_as_touched_ones_do(client):
    assert "What fits your Tuesday?" in text_of(ask(client, hours="Tue 12:45 to 15:00"))


def test_hours_nobody_understands_are_asked_for_again_with_all_else_kept(client):
    response = ask(client, hours="blurgh", what="clay")

    assert response.status_code == 400
    assert "We did not understand these hours" in text_of(response)
    assert 'value="clay"' in text_of(response)


def test_fewer_than_three_is_said_with_a_way_on_and_a_telephone(client):
    page = text_of(ask(client, free=["tue-afternoon"]))

    assert "That is fewer than three" in page
    assert "What else can you do?" in page
    assert valley.TELEPHONE in page


def test_nothing_is_said_kindly_and_never_left_blank(client):
    page = text_of(ask(client, free=["sun-morning"]))

    assert "Nothing we know of, yet." in page
    assert "It is not your doing" in page
    assert "At another hour: 2" in page


def test_hours_that_nobody_has_told_us_are_counted(client):
    assert "Hours nobody has told us" in text_of(ask(client))


def test_a_fact_nobody_told_us_is_not_a_no(client):
    page = text_of(ask(client, wish=["step_free"]))

    clay = page.index("Clay at the Old Dye House")
    dancing = page.index("Friday night dancing")
    assert clay < dancing
    assert "Ask first" in page
    assert "Step-free: nobody has told us" in page
    assert "“Is there a way in without steps?”" in page


def test_a_place_nobody_knows_gets_a_plain_way_on(client):
    page = text_of(ask(client, near="Xyzzyville", what="clay"))

    assert "Where is that?" in page
    assert 'value="clay"' in page
    assert valley.TELEPHONE in page


def test_a_postcode_nobody_knows_gets_a_plain_way_on(client):
    page = text_of(ask(client, near="ZD9 9ZZ"))

    assert "We do not know that postcode" in page


def test_two_places_of_one_name_are_told_apart(client):
    page = text_of(ask(client, near="Mill Lane"))
    chosen = text_of(ask(client, near="Mill Lane, Aldermill"))

    assert "Which one do you mean?" in page
    assert "Mill Lane, Rushby" in page
    assert "Clay at the Old Dye House" in chosen


def test_no_start_is_asked_for_again(client):
    response = ask(client, near="  ", what="clay")

    assert response.status_code == 400
    assert "Tell us where you start from" in text_of(response)
    plain = client.get("/choices")  # who only followed a link did nothing wrong
    assert plain.status_code == 200
    assert "There is a problem" not in text_of(plain)


def test_a_surprise_is_of_another_kind(client, town):
    valley.offer(
        town,
        "Ukrainian coffee morning",
        kinds=["food"],
        summary="Cake and talk.",
        place=valley.place(town, "Chapel"),
    )
    valley.derive(town)

    page = text_of(ask(client, "/surprise", what="clay"))

    assert "How about this?" in page
    assert "Ukrainian coffee morning" in page
    assert "Clay at the Old Dye House" not in page


def test_somebody_may_look_on_somebody_else_s_behalf(client):
    page = text_of(ask(client, free=["tue-afternoon"], **{"for": "somebody"}))

    assert "What fits their Tuesday?" in page


# --- nothing is kept or told -------------------------------------------------------


def test_the_page_tells_no_postcode_and_no_exact_hours_in_its_address(client):
    response = ask(client, hours="Tue 12:45 to 15:10", what="grief")
    page = text_of(response)
    coarse = page.split('data-coarse="')[1].split('"')[0]

    assert f"near={valley.LSOA}" in coarse
    assert "free=tue-afternoon" in coarse
    assert "grief" not in coarse
    assert "12" not in coarse.replace(valley.LSOA, "").replace("2026-12", "").replace(
        "2026-11", ""
    )
    assert client.get(coarse.replace("&amp;", "&")).status_code == 200


def test_a_start_outside_every_area_is_told_as_a_square_of_one_kilometre(client):
    exact = Point(53.6431, -2.0479)  # beyond the valley's small areas
    NamedPlace.objects.create(
        region_id=valley.SLUG,
        kind="village",
        name="Overmoor",
        folded="overmoor",
        latitude=exact.latitude,
        longitude=exact.longitude,
    )
    coarse = text_of(ask(client, near="Overmoor")).split('data-coarse="')[1]
    square = exact.square

    assert coarse.split('"')[0].partition("&")[0].endswith(f"near={square.token}")
    assert square.middle.metres_to(exact) < 750  # half a square's diagonal, and a bit
    again = client.get(coarse.split('"')[0].replace("&amp;", "&"))
    assert "this square of the map" in text_of(again)


def test_the_results_never_show_the_whole_postcode(client):
    shown = text_of(ask(client)).split('type="hidden"')[0]

    assert valley.POSTCODE not in shown


@pytest.mark.parametrize(
    "address",
    [
        "/choices?near=ZD3+8EH",
        "/choices?near=zd38eh",
        "/?near=ZD3%208EH",
        "/choices?near=Aldermill&what=near+ZD3+8EH",
        "/places?near=ZD3+8EH",
        "/map?region=ZD38EH",
    ],
)
def test_a_whole_postcode_in_an_address_is_refused_kindly_and_not_repeated(
    client, address
):
    response = client.get(address)

    assert response.status_code == 400
    assert "Could you type that in the box instead?" in text_of(response)
    assert "8EH" not in text_of(response).upper()


def test_a_word_nobody_knows_is_said_and_no_more_is_claimed_than_was_done(client):
    nothing = text_of(ask(client, what="trombone"))
    something = text_of(ask(client, what="trombone clay"))

    assert "We know nothing called «trombone»." in nothing
    assert "We know nothing called «trombone», so we looked without it." in something


@pytest.mark.parametrize(
    ("query", "private"),
    [
        ("hours=tue+12:45+to+15:10", "exact hours"),
        ("what=grief", "words of your own"),
    ],
)
def test_exact_hours_and_own_words_in_an_address_are_refused_as_kindly(
    client, query, private
):
    for path in ("/", "/choices", "/surprise"):
        response = client.get(f"{path}?near=Aldermill&{query}")

        assert response.status_code == 400
        assert private in text_of(response)
        assert "grief" not in text_of(response)
        assert "12:45" not in text_of(response)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/choices?near=Aldermill",
        "/places",
        "/map",
        "/open",
        "/privacy",
        "/accessibility",
        "/my-list",
        "/regions/tenterdale",
    ],
)
def test_no_page_leaves_a_cookie(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies


def test_no_posted_form_asks_for_a_token_or_leaves_a_cookie():
    strict = Client(enforce_csrf_checks=True)

    response = ask(strict)

    assert response.status_code == 200
    assert not response.cookies
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/", "/choices?near=Aldermill&wish=women_only", "/my-list", "/map"]
)
def test_no_title_tells_why_somebody_came(client, path):
    title = text_of(client.get(path)).split("<title>")[1].split("</title>")[0]

    assert "women" not in title.lower()
    assert "Aldermill" not in title


@pytest.mark.parametrize(
    "fields",
    [
        {"free": ["x"] * 2000},
        {"what": "\x00' OR 1=1 --"},
        {"near": "<script>alert(1)</script>"},
        {"what": "ü" * 5000},
        {"week": "0000-00-00", "pay": "-3", "far": "9e9", "most": "99999999999"},
    ],
)
def test_no_form_whatever_breaks_the_page_or_is_run(client, fields):
    response = ask(client, **fields)

    assert response.status_code in {200, 400}
    assert "<script>alert" not in text_of(response)


def test_two_regions_of_one_folder_are_searched_as_one(client):
    """Somebody who lives near the border sees no border."""
    other = Region.objects.create(
        slug="soyledale", name="Soyledale", made_up=True, built_at=timezone.now()
    )
    hall = valley.place(other, "Over Soyle Hall", point=valley.north_of_home(700))
    valley.offer(other, "Banjo night", place=hall, facts={"step_free": "yes"})
    valley.derive(other)

    page = text_of(ask(client))

    assert "Clay at the Old Dye House" in page
    assert "Banjo night" in page
    assert "Soyledale and Tenterdale" in page
