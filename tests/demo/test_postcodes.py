"""Postcodes lie where they say, in both styles of the directory."""

import pytest
from shapely.geometry import Point

EDITIONS = {
    "postcodes/ONSPD_FEB_2025.zip": ("Data/ONSPD_FEB_2025_UK.csv", "pcd", "oa21"),
    "postcodes/NSPL_MAY_2025.zip": ("Data/NSPL_MAY_2025_UK.csv", "pcd7", "oa21cd"),
}


@pytest.mark.parametrize("file", EDITIONS)
def test_every_placed_postcode_lies_in_its_output_area(valley, file):
    member, _, oa = EDITIONS[file]
    shapes = valley.shapes("Output_Areas_2021*", "OA21CD")
    rows = valley.member(file, member, encoding="latin-1")
    assert 2_300 < len(rows) < 2_700
    placed = [row for row in rows if row["lat"] != "99.999999"]
    assert 5 < len(rows) - len(placed) < 40
    for row in placed:
        at = Point(float(row["long"]), float(row["lat"]))
        # coordinates are cut at six decimals: a decimetre
        assert shapes[row[oa]].distance(at) < 2e-6, row["pcds"]


@pytest.mark.parametrize("file", EDITIONS)
def test_spellings_are_padded_and_outward_codes_do_not_exist(valley, file):
    member, seven, _ = EDITIONS[file]
    rows = valley.member(file, member, encoding="latin-1")
    assert len({row["pcds"] for row in rows}) == len(rows)
    for row in rows:
        assert row["pcds"][:3] in {f"ZD{n}" for n in range(1, 8)}
        assert len(row[seven]) == 7
        assert row[seven].replace(" ", "") == row["pcds"].replace(" ", "")


def test_some_postcodes_are_gone(valley):
    rows = valley.member(
        "postcodes/ONSPD_FEB_2025.zip", "Data/ONSPD_FEB_2025_UK.csv", encoding="latin-1"
    )
    gone = [row for row in rows if row["doterm"]]
    assert 0.03 < len(gone) / len(rows) < 0.08
    assert len(rows[0]) == 53


def test_names_of_wards_come_in_the_encoding_of_windows(valley):
    rows = valley.member(
        "postcodes/ONSPD_FEB_2025.zip",
        "Documents/Ward names and codes UK as at 05_25.csv",
        encoding="cp1252",
    )
    assert "Weavers’ Field" in {row["WD25NM"] for row in rows}
