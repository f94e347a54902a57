"""Are postcodes read from every edition, and is a bad row named?"""

import zipfile

import pytest

from tests.ground import squares
from tests.ground.asking import asked
from weft.commons.errors import FileNotUnderstood, WrongVintage
from weft.commons.provenance import Geography, Vintage
from weft.ground.sources import postcodes

LSOA21 = Vintage(Geography.LSOA, 2021)
NSPL_2025 = (
    "pcd7,pcd8,pcds,dointr,doterm,usrtypind,east1m,north1m,gridind,oa21cd,cty25cd,"
    "ced25cd,lad25cd,wd25cd,nhser24cd,ctry25cd,rgn25cd,pcon24cd,ttwa15cd,itl25cd,"
    "npark16cd,lsoa21cd,msoa21cd,wz11cd,sicbl24cd,bua24cd,ruc21ind,oac11ind,lat,long,"
    "lep21cd1,lep21cd2,pfa23cd,imd20ind,icb23cd"
)
NSPL_2026 = NSPL_2025.replace("25cd", "26cd").replace("imd20", "imd25")
ONSPD_2023 = (
    "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,parish,usertype,oseast1m,"
    "osnrth1m,osgrdind,oshlthau,nhser,ctry,rgn,streg,pcon,eer,teclec,ttwa,pct,itl,"
    "statsward,oa01,casward,park,lsoa01,msoa01,ur01ind,oac01,oa11,lsoa11,msoa11,wz11,"
    "sicbl,bua11,buasd11,ru11ind,oac11,lat,long,lep1,lep2,pfa,imd,calncv,icb,oa21,"
    "lsoa21,msoa21"
)
TOLD = {
    "pcds": "ZD1 1AA", "pcd": "ZD1 1AA", "pcd7": "ZD1 1AA", "lat": "53.71",
    "long": "-1.99", "oslaua": "E08000091", "lad25cd": "E08000091",
    "lad26cd": "E08000091", "lsoa21": "E01000101", "lsoa21cd": "E01000101",
    "oa21": "E00000000", "oa21cd": "E00000000", "lsoa11": "E01000199",
    "postcode": "ZD1 1AA", "lad": "E08000091", "ward": "E05000100",
}  # fmt: skip


def a_table(folder, header, *changes, name="postcodes.csv"):
    """Write a table with one row for each change of the usual one."""
    names = header.split(",")
    rows = [
        [{**TOLD, **change}.get(n.lower(), "") for n in names] for change in changes
    ]
    (folder / name).write_bytes(squares.table(header, rows, encoding="cp1252"))
    return ("postcodes", "postcodes", name, "", 0)


def read(folder, spec, **more):
    return postcodes.read(asked(folder, spec, **more))


@pytest.mark.parametrize("header", [NSPL_2025, NSPL_2026, ONSPD_2023])
def test_every_edition_says_the_same_of_a_postcode(tmp_path, header):
    reading = read(tmp_path, a_table(tmp_path, header, {}))

    assert reading.content.postcodes == (
        ("ZD11AA", 53.71, -1.99, "E00000000", "E01000101", True),
    )


@pytest.mark.parametrize(
    "header", ["postcode,lat,long,lad,ward,lsoa21", "Postcode,Lat,Long"]
)
def test_reduced_layouts_are_read_as_far_as_they_go(tmp_path, header):
    (told,) = read(tmp_path, a_table(tmp_path, header, {})).content.postcodes

    assert (told.compact, told.latitude) == ("ZD11AA", 53.71)
    assert told.lsoa21 == ("E01000101" if "lsoa21" in header else "")


def test_the_whole_table_is_found_in_a_zip_that_also_holds_it_in_parts(tmp_path):
    (tmp_path / "postcodes").mkdir()
    files = squares.others()
    path = tmp_path / "postcodes/ONSPD_FEB_2025.zip"
    path.write_bytes(files["postcodes/ONSPD_FEB_2025.zip"])
    spec = ("postcodes", "postcodes", "postcodes/*.zip", "", 0)

    reading = read(tmp_path, spec)

    assert reading.tally.rows_read == 26
    assert reading.tally.used == 24
    assert reading.tally.left_out == {
        "no grid reference (latitude 99.999999)": 1,
        "outside the region": 1,
    }


def test_a_zip_with_one_table_of_another_name_will_do(tmp_path):
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as box:
        box.writestr("postcodes.csv", squares.postcodes())

    reading = read(tmp_path, ("postcodes", "postcodes", "p.zip", "", 0))

    assert len(reading.content.postcodes) == 24


def test_an_ended_postcode_is_kept_and_marked(tmp_path):
    (told,) = read(
        tmp_path, a_table(tmp_path, NSPL_2025, {"doterm": "202001"})
    ).content.postcodes

    assert not told.live


def test_blank_coordinates_are_counted_with_an_example(tmp_path):
    reading = read(tmp_path, a_table(tmp_path, NSPL_2025, {"lat": "", "long": " "}))

    assert reading.content.postcodes == ()
    assert reading.tally.not_understood == {"no coordinates": 1}
    assert reading.tally.examples == ["no coordinates: postcodes.csv line 2"]


def test_what_is_no_postcode_is_counted(tmp_path):
    reading = read(tmp_path, a_table(tmp_path, NSPL_2025, {"pcds": "HELLO"}))

    assert reading.tally.not_understood == {"not a postcode": 1}


def test_a_postcode_of_another_district_is_left_out(tmp_path):
    reading = read(tmp_path, a_table(tmp_path, NSPL_2025, {"lad25cd": "E08000035"}))

    assert reading.tally.left_out == {"outside the region": 1}


def test_without_districts_the_small_area_decides(tmp_path):
    table = a_table(
        tmp_path, "pcds,lat,long,lsoa21", {}, {"pcds": "ZD1 1AB", "lsoa21": "E01999999"}
    )

    reading = read(tmp_path, table, areas={LSOA21: frozenset({"E01000101"})})

    assert [told.compact for told in reading.content.postcodes] == ["ZD11AA"]


def test_a_postcode_told_twice_differently_is_refused_at_its_line(tmp_path):
    with pytest.raises(FileNotUnderstood, match="ZD11AA") as told:
        read(tmp_path, a_table(tmp_path, NSPL_2025, {}, {"lat": "53.72"}))

    assert told.value.line == 3


def test_a_postcode_told_twice_in_the_same_words_counts_once(tmp_path):
    reading = read(tmp_path, a_table(tmp_path, NSPL_2025, {}, {}))

    assert (reading.tally.rows_read, reading.tally.used) == (2, 1)


def test_a_point_that_is_none_is_refused(tmp_path):
    with pytest.raises(FileNotUnderstood, match="not a point") as told:
        read(tmp_path, a_table(tmp_path, NSPL_2025, {"lat": "north"}))

    assert (told.value.line, told.value.column) == (2, "lat")


def test_small_areas_of_2011_under_a_heading_of_2021_are_found_out(tmp_path):
    areas = {
        LSOA21: frozenset(squares.LSOAS),
        Vintage(Geography.LSOA, 2011): frozenset({"E01000199"}),
    }

    with pytest.raises(WrongVintage):
        read(
            tmp_path,
            a_table(tmp_path, NSPL_2025, {"lsoa21cd": "E01000199"}),
            areas=areas,
        )


def test_rows_read_are_those_used_left_out_and_not_understood(tmp_path):
    table = a_table(
        tmp_path, NSPL_2025, {}, {}, {"pcds": "X"}, {"lat": ""}, {"lat": "99.999999"},
        {"lad25cd": "E06000001"},
    )  # fmt: skip
    tally = read(tmp_path, table).tally

    others = sum(tally.left_out.values()) + sum(tally.not_understood.values())
    assert tally.rows_read == tally.used + others == 6
