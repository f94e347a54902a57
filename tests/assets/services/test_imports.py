"""A spreadsheet is taken in, found, and taken back without a trace."""

import csv
import hashlib
from datetime import date

import pytest
from django.db import connection

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import BY, an_asset, an_offer, on, told
from weft.accounts.queries import broken_entries, latest_deeds
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.sheets import Outcome
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import (
    Asset,
    Fact,
    Import,
    Listing,
    Offer,
    OtherName,
    Published,
    Schedule,
    Session,
    Tie,
)
from weft.assets.queries.imports import imports, preview
from weft.assets.queries.search import Ask, find, reindex
from weft.assets.services.imports import take_spreadsheet, undo_import
from weft.assets.services.listings import derive
from weft.assets.services.proposals import leave_out
from weft.assets.sources.spreadsheet import read_sheet
from weft.commons.errors import NotFound, NotPossible

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("register")]
TODAY = date(2026, 11, 23)
REGION = A_REGION.slug
WEEKS = weeks_listed(MONDAY)
TABLES = (Asset, Offer, OtherName, Fact, Tie, Schedule, Listing, Session)
HEADINGS = ("Name of group", "What?", "When?", "Where", "Post code", "Step free")
ROWS = (
    ("Thistle", "Sewing bees", "Tues 1-3ish", "Zion Hall", "HX7 8EH", "yes"),
    ("Thistle", "Choirs", "Mon 7pm", "Zion Hall", "HX7 8EH", ""),
    ("Thistle", "Choirs", "Mon 7pm", "Zion Hall", "HX7 8EH", ""),
    ("", "", "Mon 7pm", "", "", ""),
    ("Men's Shed", "", "", "Old Mill", "", ""),
)


@pytest.fixture
def register():
    told(
        an_asset("hall", name="Zion Hall", postcode="HX7 8EH"),
        an_asset("mill", name="Choir Mill", postcode="LS9 6AA"),
        an_offer("choir", name="Choir of the mill", place="mill", schedules=(on(3),)),
    )


@pytest.fixture
def sheet(tmp_path):
    return a_sheet(tmp_path)


def a_sheet(folder, rows=ROWS):
    path = folder / "groups.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    return read_sheet(path, today=TODAY)


def take(sheet, **more):
    return take_spreadsheet(region=REGION, sheet=sheet, by=BY, week=MONDAY, **more)


def undo(number):
    undo_import(number=number, by=BY, week=MONDAY)


def checksums():
    """The SHA-256 of every table, without the numbers that a data base gives."""
    made = {}
    for table in TABLES:
        left_out = {"listing_id", "schedule_id"}
        left_out |= set() if table in {Asset, Offer} else {"id"}
        rows = sorted(
            repr(sorted((k, v) for k, v in row.items() if k not in left_out))
            for row in table.objects.values()
        )
        made[table.__name__] = hashlib.sha256(repr(rows).encode()).hexdigest()
    return made | {"words": hashlib.sha256(repr(words()).encode()).hexdigest()}


def words():
    """Everything that the search index knows, by names and not by numbers."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT key, surface, token, listings FROM assets_searchspelling"
        )
        spelt = sorted(cursor.fetchall())
        cursor.execute("SELECT count(*) FROM assets_findable")
        return spelt, cursor.fetchone()


def found(text):
    return {hit.name for hit in find(Ask(week=MONDAY, words=text)).hits}


def test_the_preview_says_what_would_become_of_every_row(sheet):
    before = checksums()
    seen = preview(sheet, region=REGION)
    assert [one.outcome for one in seen.rows] == [
        Outcome.NEW,
        Outcome.NEW,
        Outcome.TWICE,
        Outcome.NOT_TAKEN,
        Outcome.NEW,
    ]
    assert (seen.rows[2].like_line, seen.rows[3].row.why) == (3, "no name")
    assert checksums() == before


def test_what_is_taken_is_there_with_its_teller_and_its_sessions(sheet):
    number = take(sheet, told_by="the parish")
    bees = Offer.objects.get(name="Sewing bees")
    assert (bees.told_by, bees.told_on, bees.source) == (
        "the parish",
        TODAY,
        f"import-{number}",
    )
    assert bees.group.name == "Thistle"
    assert bees.place == Asset.objects.get(reference="hall")  # no second Zion Hall
    assert Asset.objects.filter(name="Thistle").count() == 1
    sessions = Session.objects.filter(listing__offer=bees)
    assert {one.doubt for one in sessions} == {"rough hours"}
    assert Tie.objects.get(asset__name="Men's Shed").to.name == "Old Mill"
    assert latest_deeds(most=5)[1].deed == "assets.take_spreadsheet"
    assert not list(broken_entries())


def test_rows_not_taken_and_cells_not_understood_are_kept(sheet):
    entry = Import.objects.get(number=take(sheet))
    assert (entry.rows, entry.taken) == (5, 3)
    assert [(one["line"], one["why"]) for one in entry.left] == [
        (4, "told twice in this sheet"),
        (5, "no name"),
    ]


def test_taking_lists_the_same_as_making_the_whole_region_anew(sheet):
    take(sheet)
    some = checksums()
    derive(region=REGION, weeks=WEEKS, by=BY)
    assert checksums() == some


def test_taken_back_the_register_is_as_it_was(sheet):
    before = checksums()
    number = take(sheet)
    assert checksums() != before

    undo(number)

    assert checksums() == before
    (entry,) = imports(REGION)
    assert (entry.undone, entry.rows, entry.taken) == (True, 5, 3)
    assert Import.objects.get().left == []
    reindex(REGION)
    assert checksums() == before


def test_another_import_stays_when_one_is_taken_back(tmp_path):
    first = take(a_sheet(tmp_path, ROWS[:1]))
    before = checksums()
    second = take(a_sheet(tmp_path, ROWS[1:]))
    undo(second)
    assert checksums() == before
    undo(first)
    assert not Offer.objects.filter(source__startswith="import-").exists()


def test_the_very_same_file_is_not_taken_twice(sheet):
    number = take(sheet)
    with pytest.raises(NotPossible, match=f"import {number}"):
        take(sheet)
    undo(number)
    assert take(sheet) > number


def test_a_row_that_is_here_already_is_taken_only_if_somebody_says_so(tmp_path):
    take(a_sheet(tmp_path))
    again = a_sheet(tmp_path, ROWS[:2])
    seen = preview(again, region=REGION)
    assert {one.outcome for one in seen.rows} == {Outcome.HERE}
    assert seen.rows[0].like == Offer.objects.get(name="Sewing bees").pk
    take(again, also=(2,))
    assert Offer.objects.filter(name="Sewing bees").count() == 2
    assert Offer.objects.filter(name="Choirs").count() == 1


def test_what_is_kept_from_sight_is_never_named_as_being_here(tmp_path):
    told(
        an_asset("shed", kind=AssetKind.GROUP, name="Men's Shed", visibility="hidden"),
        source="them",
    )
    seen = preview(a_sheet(tmp_path, [("Men's Shed", *[""] * 5)]), region=REGION)
    assert [one.outcome for one in seen.rows] == [Outcome.NEW]


def test_what_others_have_built_upon_is_not_pulled_away(sheet):
    number = take(sheet)
    group = Asset.objects.get(name="Thistle")
    Fact.objects.create(asset=group, field="tea", value="yes", source="register")
    before = checksums()
    with pytest.raises(NotPossible, match="1 things"):
        undo(number)
    assert checksums() == before


def test_what_is_not_there_cannot_be_taken_back(sheet):
    with pytest.raises(NotFound):
        undo(99)
    number = take(sheet)
    undo(number)
    with pytest.raises(NotPossible, match="before"):
        undo(number)
    with pytest.raises(NotFound):
        take_spreadsheet(region="nowhere", sheet=sheet, by=BY, week=MONDAY)


def test_it_can_be_found_at_once_and_not_after_it_was_taken_back(sheet):
    number = take(sheet)
    assert found("sewing") == {"Sewing bees"}
    undo(number)
    assert found("sewing") == set()


def in_the_feed():
    """What a harvester holds to be there, and what it was told is gone."""
    rows = Published.objects.values_list("live", flat=True)
    return sum(rows), len(rows) - sum(rows)


def test_harvesters_hear_of_it_at_once_and_when_it_is_taken_back(sheet):
    before = in_the_feed()

    number = take(sheet)
    came = Offer.objects.count() - before[0]
    assert came
    assert in_the_feed() == (before[0] + came, 0)

    undo(number)
    assert in_the_feed() == (before[0], came)


def test_a_build_of_the_region_leaves_imports_alone(sheet):
    take(sheet)
    told(an_asset("hall", name="Zion Hall", postcode="HX7 8EH"))
    assert found("sewing") == {"Sewing bees"}


@pytest.mark.parametrize("place", ["zion hall", "HX7 8EH"])
def test_who_asked_not_to_be_listed_is_left_out_of_a_sheet_and_it_is_said(sheet, place):
    asked = {"region": REGION, "name": "sewing  BEES", "place": place}
    leave_out(by=BY, today=TODAY, **asked)
    [one] = [one for one in preview(sheet, region=REGION).rows if one.row.why][:1]
    assert (one.row.named, one.row.why) == (
        "Sewing bees",
        "they asked not to be listed",
    )
    number = take(sheet)
    assert not Offer.objects.filter(name="Sewing bees").exists()
    assert Offer.objects.filter(name="Choirs").exists()
    assert "they asked not to be listed" in str(Import.objects.get(pk=number).left)


KIND_HEADINGS = (
    "Kind",
    "Name",
    "Held by",
    "Where",
    "Postcode",
    "Who may see it",
    "Terms",
)
KIND_ROWS = (
    ("Tradition", "Rush-bearing", "Thistle", "", "", "", "Ask us first."),
    ("Newspaper", "The Valley Post", "Thistle", "", "", "", ""),
    ("Kit", "A kiln", "Nobody knows", "Zion Hall", "HX7 8EH", "", ""),
    ("Newspaper", "The Valley Post", "", "", "", "", ""),
    ("Connector", "Bike mender", "", "", "", "public", ""),
)


def a_sheet_of_things(folder):
    path = folder / "things.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([KIND_HEADINGS, *KIND_ROWS])
    return read_sheet(path, today=TODAY)


def test_anything_that_is_here_is_taken_found_and_taken_back(tmp_path):
    told(an_asset("thistle", kind=AssetKind.GROUP, name="Thistle"), source="council")
    derive(region=REGION, weeks=WEEKS, by=BY)
    before = checksums()
    sheet = a_sheet_of_things(tmp_path)
    assert [one.outcome for one in preview(sheet, region=REGION).rows] == [
        Outcome.NEW,
        Outcome.NEW,
        Outcome.NEW,
        Outcome.TWICE,
        Outcome.NEW,
    ]

    number = take(sheet, told_by="the parish")

    rush = Asset.objects.get(name="Rush-bearing")
    assert (rush.kind, rush.visibility, rush.terms) == (
        AssetKind.TRADITION,
        "known",
        "Ask us first.",
    )
    assert rush.ties.get().to == Asset.objects.get(reference="thistle")
    assert found("Valley Post") == {"The Valley Post"}
    assert found("kiln") == {"A kiln"}
    assert found("rush-bearing") == found("bike mender") == set()
    kiln = Asset.objects.get(name="A kiln")
    assert {(tie.kind, tie.to_id, tie.to_name) for tie in kiln.ties.all()} == {
        ("holds", None, "Nobody knows"),
        ("meets_at", Asset.objects.get(reference="hall").pk, ""),
    }
    again = preview(a_sheet_of_things(tmp_path), region=REGION)
    assert again.rows[1].outcome is Outcome.HERE

    undo(number)
    assert checksums() == before
