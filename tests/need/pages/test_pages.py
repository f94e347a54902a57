"""What somebody sees of need, and what they may take away."""

import csv
import html
import io
import json
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from html5lib import HTMLParser

from weft.commons.provenance import Geography
from weft.ground import queries as ground

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("valley")]


@pytest.fixture
def some_code(valley):
    return ground.areas(valley, Geography.LSOA, 2021)[5].code


def page(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def headings(text):
    told = re.findall(r"<h[1-4][^>]*>(.*?)</h[1-4]>", text, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", one).strip() for one in told]


def test_need_opens_on_who_lives_here_and_then_asks(client):
    text = page(client, "/need")

    assert text.index("Who lives here?") < text.index("What is missing around people")
    assert "94,800 people (TS007A, 21 March 2021)" in text
    assert 'href="/need/cold-homes"' in text


@pytest.mark.parametrize(
    "address",
    ["/need", "/need/many-things", "/need/low-income", "/need/offline", "/need/people"],
)
def test_pages_are_whole_html_and_no_heading_labels_people(client, address):
    text = page(client, address)

    HTMLParser(strict=False).parse(text)
    for heading in headings(text):
        assert not re.search(r"depriv|rank|worst|score", heading, re.IGNORECASE), (
            heading
        )
    assert "style=" not in text
    assert "<script>" not in text


FIGURE = re.compile(r'<figure class="w-figure.*?</figure>', re.DOTALL)
FILE = re.compile(r'<a href="([^"]+)" download>(CSV|Excel)</a>')


@pytest.mark.parametrize(
    ("address", "least"),
    [
        ("/", 1),
        ("/need", 8),
        ("/need/low-income", 3),
        ("/need/people", 2),
        ("/need/areas/{code}", 8),
        ("/places/{code}", 5),
    ],
)
def test_every_picture_has_its_table_and_may_be_taken_away(
    client, some_code, address, least
):
    text = page(client, address.format(code=some_code))
    # A map of places has its list instead.
    figures = [one for one in FIGURE.findall(text) if 'class="w-map"' not in one]

    assert len(figures) >= least
    for figure in figures:
        files = {
            name: link.replace("&amp;", "&") for link, name in FILE.findall(figure)
        }
        assert set(files) == {"CSV", "Excel"}, figure[-600:]
        told = client.get(files["CSV"])
        assert told.status_code == client.get(files["Excel"]).status_code == 200
        rows = list(csv.reader(io.StringIO(told.content.decode("utf-8-sig"))))
        first = re.search(
            r'<th class="nhsuk-table__header" scope="row">(.*?)</th>', figure
        )
        assert html.unescape(first[1]) in {row[0] for row in rows if row}


@pytest.mark.parametrize(
    "address",
    [
        "/need/who/nowhere/ages.csv",
        "/need/who/E09999999/ages.csv",
        "/need/who/tenterdale/shoes.csv",
        "/need/who/tenterdale/ages.pdf",
        "/need/low-income/portrait.csv",
        "/places/E09999999/missing/low-income.csv",
        "/places/{code}/missing/shoes.csv",
        "/week.pdf",
    ],
)
def test_a_file_that_is_not_there_is_not_found(client, some_code, address):
    page(client, address.format(code=some_code), 404)


def test_a_question_names_its_source_date_licence_and_official_name(client):
    text = page(client, "/need/low-income")

    assert "Ministry of Housing" in text
    assert "LSOA 2021" in text
    assert "published 17 November 2025" in text
    assert "Income Score (rate)" in text
    assert "Known for 60 of 60 small areas" in text


def test_every_picture_has_its_table_and_every_map_its_list(client):
    text = page(client, "/need/many-things")

    assert text.count("The same as a table") >= text.count('role="img"') >= 4
    assert "E0190" in text or "Aldermill 00" in text


def test_a_question_that_only_districts_answer_says_so(client):
    text = page(client, "/need/health-index")

    assert "known for whole districts only" in text


def test_what_nobody_asks_is_not_there(client):
    page(client, "/need/no-such-thing", 404)
    page(client, "/need/areas/E01999999", 404)
    page(client, "/need?region=nowhere", 404)


def test_all_answers_leave_as_csv_and_excel(client):
    raw = client.get("/need/no-car.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(raw)))
    assert rows[0][:3] == ["Area", "Code", "District"]
    told = [row for row in rows[1:] if len(row) > 1]
    assert len(told) == 60
    assert any("Licence" in cell for row in rows for cell in row)

    book = openpyxl.load_workbook(io.BytesIO(client.get("/need/no-car.xlsx").content))
    assert book.active.max_row > 60


def test_a_whole_profile_leaves_in_one_file_without_an_account(client, some_code):
    answer = client.get(f"/need/areas/{some_code}.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    told = json.loads(client.get(f"/need/areas/{some_code}.json").content)

    assert not answer.cookies
    numbers = [row for row in rows if row["Key"]]
    assert len(numbers) == len(told["numbers"]) > 500
    assert all(row["Publisher"] and row["Licence"] for row in numbers)
    assert client.get(f"/need/areas/{some_code}.xlsx").content[:2] == b"PK"


@pytest.mark.shows("G21")
def test_any_small_area_can_be_looked_at_by_its_code(client, valley):
    for area in ground.areas(valley, Geography.LSOA, 2021)[::12]:
        text = page(client, f"/need/areas/{area.code}")
        assert area.code in text
        assert "Who lives here?" in text


def test_a_profile_says_what_is_missing_with_the_same_elsewhere(client, some_code):
    text = page(client, f"/need/areas/{some_code}")

    assert "What is missing around people here?" in text
    assert "people live on little money." in text
    assert "Tenterdale" in text
    assert "England 10 in 100" in text


def own(text, name="mine.csv"):
    return {"table": SimpleUploadedFile(name, text.encode(), content_type="text/csv")}


def test_ones_own_numbers_are_laid_beside_and_kept_nowhere(client, some_code, settings):
    before = sorted(path for path in settings.DATA_DIR.rglob("*"))
    sent = own(f"lsoa,visits\n{some_code},4177\nE01999999,1\nall,2\n")

    answer = client.post(f"/need/areas/{some_code}/beside", sent)

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "4,177" in text
    assert "1 are not (E01999999)" in text
    assert "1 lines have no code" in text
    assert not answer.cookies
    assert sorted(path for path in settings.DATA_DIR.rglob("*")) == before
    assert "4,177" not in page(client, f"/need/areas/{some_code}")


def test_ones_own_numbers_are_laid_beside_a_question(client, some_code):
    sent = own(f"code;visits\n{some_code};12\n")

    text = client.post("/need/no-car/beside", sent).content.decode()

    assert "Yours: visits" in text


def test_what_is_laid_beside_is_never_run(client, some_code):
    sent = own(f"code,<script>x</script>\n{some_code},<img src=x onerror=alert(1)>\n")

    text = client.post(f"/need/areas/{some_code}/beside", sent).content.decode()

    assert "<script>x" not in text
    assert "<img src=x" not in text


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "No file was chosen"),
        (own("name,visits\nA,1\n"), "No column holds codes of areas"),
        (own("code\nE01999999\n"), "None of the codes"),
        (own("x" * 2_200_000), "larger than 2 MB"),
    ],
)
def test_a_file_that_will_not_do_is_told_at_the_form(client, some_code, sent, says):
    answer = client.post(f"/need/areas/{some_code}/beside", sent)

    text = answer.content.decode()
    assert answer.status_code == 400
    assert says in text
    assert 'href="#table"' in text
    assert 'id="table-error"' in text


def test_a_place_is_found_by_name_and_a_postcode_is_not_repeated(client):
    answer = client.post("/need/areas", {"near": "Aldermill"})
    assert answer.status_code in {200, 302}

    unknown = client.post("/need/areas", {"near": "ZZ9 9ZZ"})
    assert b"another name" in unknown.content
    assert b"ZZ9" not in unknown.content


def test_machines_are_told_the_same_and_may_ask_from_anywhere(client, some_code):
    told = client.get("/api/v1/need/indicators")
    assert told["Access-Control-Allow-Origin"] == "*"
    assert len(told.json()["indicators"]) >= 40

    values = client.get("/api/v1/need/indicators/no-car").json()
    assert len(values["values"]) == 60
    assert values["licence"]

    people = client.get(f"/api/v1/need/areas/{some_code}/people").json()
    assert people["people"] > 0
    assert client.get(f"/api/v1/need/areas/{some_code}/profile").json()["numbers"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/need/indicators?region=nowhere",
        "/api/v1/need/indicators/no-such-thing",
        "/api/v1/need/areas/E01999999/profile",
        "/api/v1/need/areas/E01999999/people",
    ],
)
def test_machines_are_told_what_is_not_there(client, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]
