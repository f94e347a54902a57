"""What the workshop asked of the figures, shown in the whole valley."""

import csv
import io
import json

import openpyxl
import pytest

from tests.rows.asking import neighbourhoods, on_monday_morning, text_of
from weft.commons.provenance import Geography
from weft.ground import queries as ground

pytestmark = pytest.mark.usefixtures("valley")


def rows_of(response):
    assert response.status_code == 200
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.shows("F2")
def test_how_long_and_how_well_people_live_is_told_as_published_with_its_limits(
    client, valley_files
):
    """The publisher's own file is read here plainly, by no importer of ours."""
    with (valley_files / "health" / "fingertips.csv").open(newline="") as file:
        published = [row for row in csv.DictReader(file) if row["Parent Code"]]
    assert len(published) >= 30

    told = {}
    for row in published:
        code = row["Area Code"]
        if code not in told:
            told[code] = client.get(f"/need/areas/{code}.json").json()["numbers"]
        key = f"ft.{row['Indicator ID']}.{row['Sex'].lower()}_all_ages"
        here = {one["key"]: one for one in told[code] if one["area"] == code}
        assert here[key]["publisher"]
        if not row["Value"]:  # held back by the publisher
            assert here[key]["value"] is None
            continue
        assert here[key]["value"] == float(row["Value"])
        limits = {
            one["value"] for name, one in here.items() if name.startswith(f"{key}.")
        }
        assert {
            float(row["Lower CI 95.0 limit"]),
            float(row["Upper CI 95.0 limit"]),
        } <= limits


@pytest.mark.shows("E7")
def test_cold_homes_are_told_as_published_for_every_small_area(client, valley_files):
    path = valley_files / "health" / "fuel_poverty_by_LSOA.csv"
    with path.open(newline="", encoding="utf-8-sig") as file:
        published = {
            row["LSOA Code"]: float(row["Proportion of households fuel poor (%)"])
            for row in csv.DictReader(file)
        }

    told = client.get("/api/v1/need/indicators/cold-homes").json()["values"]

    assert len(told) == len(published) == 60
    assert {one["code"]: one["value"] for one in told} == published


@pytest.mark.shows("G22")
@pytest.mark.parametrize("key", ["offline", "far-away", "no-car", "bus-to-work"])
def test_screens_services_and_ways_about_differ_by_place_as_a_table_shows(
    client, valley, key
):
    areas = {one.code for one in ground.areas(valley, Geography.LSOA, 2021)}

    page = text_of(client.get(f"/need/{key}"))
    values = client.get(f"/api/v1/need/indicators/{key}").json()["values"]
    rows = rows_of(client.get(f"/need/{key}.csv"))

    assert "<table" in page
    assert {one["code"] for one in values} == areas
    known = {one["value"] for one in values if one["value"] is not None}
    assert len(known) > 1
    written = {cell for row in rows for cell in row.values()}
    assert areas <= written


@pytest.mark.shows("S17")
def test_anybody_takes_the_figures_of_an_area_away_without_an_account(client, valley):
    areas = [
        *neighbourhoods(valley)[::6],
        *ground.areas(valley, Geography.LSOA, 2021)[::25],
    ]

    for area in areas:
        answers = {
            kind: client.get(f"/need/areas/{area.code}.{kind}")
            for kind in ("csv", "xlsx", "json")
        }
        for answer in answers.values():
            assert answer.status_code == 200
            assert not answer.cookies
            assert "Location" not in answer
        numbers = [row for row in rows_of(answers["csv"]) if row["Key"]]
        told = json.loads(answers["json"].content)["numbers"]
        assert len(numbers) == len(told)
        assert all(row["Publisher"] and row["Licence"] for row in numbers)
    assert len(numbers) > 300
    book = openpyxl.load_workbook(io.BytesIO(answers["xlsx"].content))
    assert book.active.max_row > len(numbers)
    families = {row["Key"].split(".")[0] for row in numbers}
    assert families >= {"iod", "fuel", "lonely", "tenure", "health", "cars", "jobs"}


@pytest.mark.shows("H66")
def test_strengths_stand_beside_what_is_missing_and_before_it(
    client, valley, monkeypatch
):
    on_monday_morning(monkeypatch)

    for area in neighbourhoods(valley)[::4]:
        page = text_of(client.get(f"/places/{area.code}"))
        told = client.get(f"/api/v1/areas/{area.code}").json()
        good, missing = page.index("What is good"), page.index("What is missing")
        assert good < missing
        assert told["here"]
        assert told["missing"]
        assert list(told).index("here") < list(told).index("missing")
