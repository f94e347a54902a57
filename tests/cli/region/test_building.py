"""Does a folder of files become a region whole, or leave the one before untouched?"""

import os
import zipfile
from datetime import date

import pytest

from tests.ground import squares
from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.cli.region import build
from weft.commons.errors import (
    FileNotUnderstood,
    NotPossible,
    SourceProblem,
    WrongVintage,
)
from weft.commons.files.opening import MEGABYTE, SQUEEZE_FROM
from weft.commons.times import Week
from weft.ground.models import Area, AreaLink, Dataset, NamedPlace, Postcode, Region
from weft.ground.queries import regions, report, report_as_json

pytestmark = pytest.mark.django_db

WEEK = Week(date(2026, 11, 23))
TABLES = {
    Area: ("geography", "vintage", "code", "name", "called", "latitude", "longitude",
           "point_is_weighted", "boundary", "people", "urban", "rural_urban"),
    AreaLink: ("source", "geography", "vintage", "code", "to_geography", "to_vintage",
               "to_code", "change"),
    Postcode: ("compact", "latitude", "longitude", "oa21", "lsoa21", "live"),
    NamedPlace: ("kind", "name", "folded", "within", "latitude", "longitude"),
    Dataset: ("source", "part", "files", "rows_read", "used", "left_out", "joins"),
    Region: ("slug", "name", "made_up", "settings", "inputs_hash"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    return squares.write(tmp_path / "files")


def built(folder, *, region_file=None, week=WEEK, **more):
    return build(
        region_file=region_file or squares.region_file(folder),
        folder=folder,
        week=week,
        by=Actor.command("test"),
        **more,
    )


def everything():
    """Give the sorted rows of all tables, times of reading and keys apart."""
    return {
        table.__name__: sorted(
            repr([bytes(v) if isinstance(v, memoryview) else v for v in row])
            for row in table.objects.values_list(*columns)
        )
        for table, columns in TABLES.items()
    }


# --- a region is built ---------------------------------------------------------------


def test_a_region_is_built_from_files(folder):
    built(folder)

    told = report_as_json(report("squares"))

    assert told["areas"]["lsoa21"] == 8
    assert told["areas"]["lsoa11"] == 7
    assert (told["postcodes"], told["postcodes_live"]) == (24, 16)
    assert told["week"] == "2026-11-23"


def test_the_report_accounts_for_every_row_of_every_file(folder):
    built(folder)

    for file in report_as_json(report("squares"))["files"]:
        accounted = file["used"] + file["left_out"] + file["not_understood"]
        assert file["rows_read"] == accounted, file["name"]
        assert {
            "name",
            "examples",
            "joins",
            "vintage",
            "licence",
            "date",
        } <= file.keys()
        assert file["parts"][0]["sha256"]


def test_the_deed_is_in_the_record(folder):
    built(folder)

    deeds = [deed.deed for deed in latest_deeds()]
    assert {"ground.load", "ground.name_places", "ground.keep_ledger"} <= set(deeds)
    assert latest_deeds()[0].by == "command:test"


def test_the_same_files_give_the_same_tables(folder):
    built(folder)
    first = everything()

    built(folder, again=True)

    assert everything() == first


def test_files_that_were_built_before_are_noticed(folder):
    assert not built(folder).already

    assert built(folder).already
    assert not built(folder, again=True).already


@pytest.mark.parametrize("change", ["a file", "the region file", "the week"])
def test_anything_that_changed_is_built_anew(folder, change):
    built(folder)
    more, week = "", WEEK
    if change == "a file":
        path = folder / "names.csv"
        path.write_bytes(path.read_bytes().replace(b"Mill End", b"Mill Top"))
    elif change == "the week":
        week = WEEK.later(1)
    else:
        more = "\n# a word more"

    file = squares.region_file(folder, more=more)
    assert not built(folder, region_file=file, week=week).already


def test_sources_whose_files_are_missing_are_named_and_done_without(folder):
    (folder / "names.csv").unlink()

    assert [entry.key for entry in built(folder).missing] == ["msoa_names"]


def test_a_file_saved_by_hand_is_found_by_its_name(folder):
    (folder / "by-hand").mkdir()
    (folder / "names.csv").rename(folder / "by-hand" / "names.csv")

    assert built(folder).missing == ()


def test_a_file_on_its_way_is_not_read(folder):
    (folder / "lookups/oa.csv").rename(folder / "lookups/oa.csv.part")

    assert [entry.key for entry in built(folder).missing] == ["lookup_oa"]


def test_a_folder_that_is_not_there_is_told_with_what_fills_it(tmp_path, folder):
    file = squares.region_file(folder)

    with pytest.raises(FileNotUnderstood, match="region fetch squares"):
        built(tmp_path / "nowhere", region_file=file)


def test_progress_is_told_for_every_source_and_for_the_writing(folder):
    heard = []

    built(folder, progress=lambda _done, _total, saying: heard.append(saying))

    for key, *_ in squares.SOURCES:
        assert any(saying.startswith(f"reading {key}") for saying in heard), key
    assert heard[-2:] == ["swapping the new region in", "drawing the map"]


# --- made up and real ----------------------------------------------------------------


@pytest.mark.parametrize("made_up", [True, False])
def test_a_made_up_region_and_a_real_one_never_share_a_data_folder(folder, made_up):
    Region.objects.create(slug="other", name="Otherdale", made_up=not made_up)
    file = squares.region_file(folder, made_up=made_up)

    with pytest.raises(NotPossible, match="--data-dir"):
        built(folder, region_file=file)

    assert [region.slug for region in regions()] == ["other"]


def test_two_regions_of_one_kind_share_a_folder_and_keep_apart(folder):
    Region.objects.create(slug="other", name="Otherdale", made_up=True)
    Area.objects.create(
        region_id="other", geography="lsoa", vintage=2021, code="E01000101", name="X"
    )

    built(folder)

    assert Area.objects.filter(region="other").count() == 1


# --- whatever goes wrong, the region built before stays ------------------------------


def spoil(folder, name, change):
    path = folder / name
    content = change(path.read_bytes())
    path.write_bytes(content)


def cut(content):
    return content[: len(content) * 2 // 3]


def cut_at_a_row(content):
    lines = content.splitlines(keepends=True)
    return b"".join(lines[: len(lines) // 2])


def empty(_content):
    return b""


def page(_content):
    return b"<!DOCTYPE html>\n<html><title>503 Service Unavailable</title></html>"


def other_heading(content):
    return content.replace(b"LSOA21CD", b"PLACE")


def other_year(content):
    return content.replace(b"LSOA21CD", b"LSOA11CD")


def told_twice(content):
    lines = content.splitlines(keepends=True)
    return b"".join(
        [*lines, lines[-1].replace(b"Rural", b"Urban").replace(b"rural", b"urban")]
    )


FAULTS = [
    ("lookups/icb.csv", cut),
    ("lookups/icb.csv", cut_at_a_row),
    ("lookups/icb.csv", empty),
    ("lookups/icb.csv", page),
    ("lookups/icb.csv", other_heading),
    ("lookups/icb.csv", other_year),
    ("lookups/change.csv", cut_at_a_row),
    ("lookups/change.csv", cut),
    ("lookups/wards.csv", other_heading),
    ("edges/lsoa21.geojson", cut),
    ("edges/lsoa21.geojson", empty),
    ("edges/lsoa21.geojson", page),
    ("edges/lsoa21.geojson", other_heading),
    ("edges/lsoa21.geojson", other_year),
    ("points.csv", other_year),
    ("points.csv", page),
    ("ruc.csv", told_twice),
    ("ruc.csv", other_year),
    ("ruc.csv", cut),
    ("ruc.csv", cut_at_a_row),
    ("points.csv", cut_at_a_row),
    ("postcodes/ONSPD_FEB_2025.zip", cut),
    ("postcodes/ONSPD_FEB_2025.zip", empty),
    ("postcodes/ONSPD_FEB_2025.zip", page),
    ("names.csv", page),
]


@pytest.mark.parametrize(
    ("name", "fault"), FAULTS, ids=[f"{f.__name__} {n}" for n, f in FAULTS]
)
def test_a_spoilt_file_is_refused_by_name_and_the_region_stays(folder, name, fault):
    built(folder)
    before = everything()
    spoil(folder, name, fault)

    with pytest.raises((FileNotUnderstood, WrongVintage)) as told:
        built(folder)

    assert name.rsplit("/", 1)[-1] in str(told.value)
    assert everything() == before


def as_windows(content):
    text = content.decode("utf-8-sig").replace("Mill End", "Mill End – Café")
    return text.encode("cp1252")


def padded(content):
    return content.replace(b",53.", b",  53.").replace(b",-1.", b",  -1.")


RIGHT = [
    ("names.csv", as_windows, "Mill End – Café"),
    ("names.csv", lambda c: b"\xef\xbb\xbf" + c, "Mill End"),
    ("names.csv", lambda c: c.replace(b"\n", b"\r\n"), "Mill End"),
    ("points.csv", padded, "Mill End"),
]


@pytest.mark.parametrize(("name", "change", "called"), RIGHT)
def test_what_only_looks_odd_is_read_rightly(folder, name, change, called):
    spoil(folder, name, change)

    built(folder)

    assert Area.objects.get(code="E02000101").called == called
    assert Area.objects.get(code="E01000101", vintage=2021).latitude == pytest.approx(
        53.71
    )


def test_a_file_of_ten_gigabytes_is_refused_and_the_region_stays(folder):
    built(folder)
    before = everything()
    os.truncate(folder / "ruc.csv", 10 * 1024 * MEGABYTE)

    with pytest.raises(FileNotUnderstood, match="4,096 MB"):
        built(folder)

    assert everything() == before


def test_a_bomb_is_refused_and_the_region_stays(folder):
    built(folder)
    before = everything()
    path = folder / "postcodes/ONSPD_FEB_2025.zip"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box,
        box.open("Data/ONSPD_FEB_2025_UK.csv", "w") as member,
    ):
        member.write(squares.ONSPD.encode() + b"\n")
        for _ in range(2 * SQUEEZE_FROM // MEGABYTE):
            member.write(b"," * MEGABYTE)

    with pytest.raises(FileNotUnderstood):
        built(folder)

    assert everything() == before


def test_a_fault_while_writing_leaves_the_region_before(folder, monkeypatch):
    built(folder)
    before = everything()

    def fails(**_more):
        raise SourceProblem("the pen broke")

    monkeypatch.setattr("weft.ground.services.keep_ledger", fails)
    spoil(folder, "names.csv", lambda c: c.replace(b"Mill End", b"Mill Top"))
    with pytest.raises(SourceProblem, match="pen"):
        built(folder)

    assert everything() == before


def test_fewer_rows_than_the_publisher_has_are_refused(folder):
    specs = [s for s in squares.SOURCES if s[0] != "msoa_names"]
    specs.append(next(s for s in squares.SOURCES if s[0] == "msoa_names"))
    more = 'options = { least_rows = "5" }\n'

    with pytest.raises(FileNotUnderstood, match="4 rows were read"):
        built(folder, region_file=squares.region_file(folder, sources=specs, more=more))


def test_an_importer_that_nobody_has_is_named(folder):
    specs = [*squares.SOURCES, ("stars", "astrology", "names.csv", "", 0)]

    with pytest.raises(FileNotUnderstood, match="«astrology»"):
        built(folder, region_file=squares.region_file(folder, sources=specs))
