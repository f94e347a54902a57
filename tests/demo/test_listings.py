"""Groups, offers, services, libraries, surgeries: true forms, nobody's name."""

import csv
import io
import json
import re
from datetime import time

import jsonschema
import pytest

from demo import words

KINDS = {
    *("person", "place", "group", "channel", "infrastructure", "training", "research"),
    *("fund", "skill", "method", "story", "tradition", "language", "recipe", "area"),
    "belonging",
    *("line", "event", "partnership"),
}
YES_NO = (
    *("online", "term_time_only", "bank_holidays", "step_free", "toilets", "tea"),
    *("parking", "quiet_room", "hearing_loop", "outdoors", "women_only"),
    *("men_welcome", "bring_a_child", "beginners", "try_once", "company", "go_with"),
    *("mixed_abilities", "playful", "just_come_and_sit", "at_home"),
    "run_by_young_people",
)


@pytest.fixture(scope="module")
def assets(valley):
    return valley.csv("own/weft-assets.csv")


@pytest.fixture(scope="module")
def offers(valley):
    return valley.csv("own/weft-offers.csv")


@pytest.fixture(scope="module")
def services(valley):
    pages = sorted((valley.root / "services").glob("page-*.json"))
    return [
        s for page in pages for s in valley.json(f"services/{page.name}")["contents"]
    ]


def test_every_identifier_is_given_once(assets, offers):
    for rows in (assets, offers):
        names = [row["id"] for row in rows]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in names)


def test_offers_point_at_groups_and_places_that_are_there(assets, offers):
    kinds = {row["id"]: row["kind"] for row in assets}
    for row in offers:
        assert not row["group"] or kinds[row["group"]] == "group"
        assert not row["place"] or kinds[row["place"]] == "place"
    for row in assets:
        assert not row["place"] or kinds[row["place"]] == "place"


def test_assets_are_of_every_kind(assets):
    assert {row["kind"] for row in assets} == KINDS


def test_not_known_is_an_empty_cell_and_common(offers):
    for column in YES_NO:
        told = {row[column] for row in offers}
        assert told <= {"yes", "no", ""}, column
    unknown = sum(not row["step_free"] for row in offers)
    assert unknown > 0.25 * len(offers)


def test_hours_are_times_and_some_nobody_knows(offers):
    days = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
    for row in offers:
        if row["days"]:
            assert set(row["days"].split(";")) <= days
            assert time.fromisoformat(row["starts"]) != time.fromisoformat(row["ends"])
            assert re.fullmatch(
                r"weekly|fortnightly|monthly-([1-4]|last)", row["frequency"]
            )
        else:
            assert not row["starts"] + row["ends"] + row["frequency"]
    assert [row for row in offers if not row["days"]]
    assert [row for row in offers if row["days"] and row["ends"] < row["starts"]]


def test_there_is_something_for_every_filter_people_use(offers):
    for column in ("online", "women_only", "go_with", "playful", "at_home"):
        assert any(row[column] == "yes" for row in offers), column
    assert any(row["run_by_young_people"] == "yes" for row in offers)
    assert any(row["joining_hours"].startswith("Mo-Fr 08:00") for row in offers)
    assert any(int(row["price_pence_least"]) >= 2000 for row in offers)
    spoken = {code for row in offers for code in row["languages"].split(";")}
    assert {"ur", "pa", "pl", "gu", "bn", "uk", "ckb", "ro", "ar", "bfi"} <= spoken


def test_hill_villages_and_rushby_have_little(assets, offers):
    home = {row["id"]: row["area"] for row in assets if row["kind"] == "group"}
    hills = {"High Tenter", "Wethersike", "Fallow Cote", "Kettlewick", "Harrow Clough"}
    on_hills = sum(home.get(row["group"], "") in hills for row in offers)
    assert 0 < on_hills < 0.12 * len(offers)


def test_traditions_keep_their_holders_terms(assets):
    kept = [row for row in assets if row["visibility"] != "public"]
    assert {row["visibility"] for row in kept} == {"known to exist", "members"}
    assert [
        r for r in kept if r["kind"] == "tradition" and "Ask us first" in r["terms"]
    ]
    recipe = next(row for row in assets if row["id"] == "recipe-tenter-green")
    assert recipe["visibility"] == "known to exist"


def test_what_is_lost_has_a_date_and_a_story(assets):
    lost = [row for row in assets if "closed:" in row["tags"]]
    assert len(lost) >= 4
    for row in lost:
        assert re.search(r"closed:\d{4}-\d\d-\d\d", row["tags"])
        assert len(row["story"]) > 20


def test_a_place_can_go_by_two_names(assets):
    mosque = next(row for row in assets if row["id"] == "mosque-waterside")
    assert "مسجد" in mosque["other_names"]


def test_every_telephone_number_is_kept_for_drama(valley):
    number = re.compile(r"(?<![\w-])0\d{3,4}[ \d]{6,8}\b")
    for name in (
        *("own/weft-assets.csv", "own/weft-offers.csv", "health/epraccur.csv"),
        *(f"services/page-{n}.json" for n in range(1, 5)),
    ):
        text = (valley.root / name).read_text(encoding="utf-8")
        for found in number.findall(text):
            assert re.fullmatch(r"01632 960 ?\d{3}", found.strip()), (name, found)


def test_no_group_or_place_has_a_person_s_title():
    titles = re.compile(r"\b(Mr|Mrs|Ms|Dr|Sir|Lady|Lord|Councillor)\b")
    for file in ("venues.txt", "assets.txt", "offers.txt", "services.txt"):
        for line in words.lines(file):
            assert not titles.search(line), line


def test_services_pass_the_standard_s_own_schema(shared, services):
    folder = shared / "standards" / "oruk-3.0-profile" / "schema" / "compiled"
    schema = json.loads((folder / "service.json").read_text())
    checker = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.FormatChecker()
    )
    assert not list(checker.iter_errors(services[0]))
    for service in services:
        wrong = [error.message for error in checker.iter_errors(service)]
        assert not wrong, service["name"]
    nameless = {k: v for k, v in services[0].items() if k != "name"}
    assert list(checker.iter_errors(nameless))  # the schema does bite


def test_pages_of_services_tell_how_many_there_are(valley, services):
    pages = sorted((valley.root / "services").glob("page-*.json"))
    for number, path in enumerate(pages, 1):
        page = valley.json(f"services/{path.name}")
        assert page["total_items"] == len(services)
        assert page["total_pages"] == len(pages)
        assert page["page_number"] == number
        assert page["size"] == len(page["contents"])
        assert page["first_page"] == (number == 1)
        assert page["last_page"] == (number == len(pages))
    assert len({service["id"] for service in services}) == len(services)


def test_addresses_told_by_telephone_are_in_no_feed(services):
    (house,) = [s for s in services if s["name"] == "Women’s Open Morning"]
    for at in house["service_at_locations"]:
        assert "addresses" not in at["location"]
        assert "latitude" not in at["location"]


def test_surgeries_come_as_27_quoted_fields_without_a_header(valley):
    raw = (valley.root / "health" / "epraccur.csv").read_bytes().decode("cp1252")
    rows = list(csv.reader(io.StringIO(raw)))
    assert raw.startswith('"Z91001","HOLLIN BRIDGE')
    assert all(len(row) == 27 for row in rows)
    assert {row[12] for row in rows} == {"A", "C", "D"}
    closed = [row for row in rows if row[12] == "C"]
    assert all(row[11] for row in closed)
    assert sum(row[25] == "4" and row[12] == "A" for row in rows) == 9


def test_patients_of_each_sex_add_up_to_all(valley):
    rows = valley.csv("health/gp-reg-pat-prac-quin-age.csv")
    for code in {row["ORG_CODE"] for row in rows}:
        own = [row for row in rows if row["ORG_CODE"] == code]
        (whole,) = [r for r in own if r["SEX"] == "ALL"]
        parts = [int(r["NUMBER_OF_PATIENTS"]) for r in own if r["SEX"] != "ALL"]
        assert int(whole["NUMBER_OF_PATIENTS"]) == sum(parts)
        assert whole["EXTRACT_DATE"] == "01NOV2026"


def test_libraries_tell_their_hours_or_the_year_they_closed(valley):
    rows = valley.csv("libraries/libraries_basic_dataset.csv")
    for row in rows:
        monday = row["Monday staffed hours"]
        if row["Year closed"]:
            assert not monday
        else:
            assert re.fullmatch(r"\d\d:\d\d-\d\d:\d\d", monday)
    assert sum(bool(row["Year closed"]) for row in rows) == 3
    assert any(row["Monday staffed hours"] == "00:00-00:00" for row in rows)


def test_there_is_about_as_much_as_in_a_real_valley(assets, offers, services):
    def sessions(row):
        share = {"weekly": 1, "fortnightly": 0.5, "": 0}.get(row["frequency"], 0.25)
        return len(row["days"].split(";")) * share

    own = sum(sessions(row) for row in offers)
    assert 500 < own < 750
    assert 300 < len(assets) < 400
    assert 70 < len(services) < 120


def test_an_ordinary_week_has_about_900_sessions(valley):
    """Our own tables, the directory, libraries and hours on the map together."""
    (line,) = [line for line in valley.said if "sessions in an ordinary week" in line]
    assert 800 <= int(re.search(r"\d+", line)[0]) <= 1_000
