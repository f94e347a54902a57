"""What the publishers' tables say of people adds up and looks like life."""

import csv
import io
import zipfile

import openpyxl
import pytest

LEVELS = ("oa", "lsoa", "msoa", "ltla")
TABLES = (
    *("003", "007a", "011", "021", "025", "029", "037"),
    *("038", "039", "045", "054", "059", "061", "066"),
)
OLD_SUFFIX = {"003", "011"}
FILE_2025 = "File_7_IoD2025_All_Ranks_Scores_Deciles_Population_Denominators.csv"
FILE_2019 = (
    "File_7_-_All_IoD2019_Scores__Ranks__Deciles_and_Population_Denominators_3.csv"
)


def level(valley, table, which):
    name = f"census/census2021-ts{table}.zip"
    return valley.member(name, f"census2021-ts{table}-{which}.csv")


def sums(rows):
    return {
        column: sum(int(row[column]) for row in rows)
        for column in rows[0]
        if column not in {"date", "geography", "geography code"}
    }


@pytest.mark.parametrize("table", TABLES)
def test_every_level_adds_up_to_the_same(valley, table):
    totals = [sums(level(valley, table, which)) for which in LEVELS]
    assert totals[0]
    assert all(total == totals[0] for total in totals)


@pytest.mark.parametrize("table", TABLES)
def test_subtotals_are_the_sum_of_their_leaves(valley, table):
    rows = level(valley, table, "lsoa")
    columns = [column for column in rows[0] if ":" in column]
    suffix = "; measures: Value" if table in OLD_SUFFIX else ""
    assert all(column.endswith(suffix) for column in columns)
    plain = {column.removesuffix(suffix): column for column in columns}
    leaves = [
        name
        for name in list(plain)[1:]
        if not any(other.startswith(f"{name}:") for other in plain)
    ]
    for row in rows:
        assert int(row[columns[0]]) == sum(int(row[plain[leaf]]) for leaf in leaves)
        for name in list(plain)[1:]:
            below = [leaf for leaf in leaves if leaf.startswith(f"{name}:")]
            if below:
                whole = sum(int(row[plain[leaf]]) for leaf in below)
                assert int(row[plain[name]]) == whole


def test_each_bulk_zip_begins_its_tables_as_nomis_does(valley):
    for table in TABLES:
        path = valley.root / "census" / f"census2021-ts{table}.zip"
        with zipfile.ZipFile(path) as archive:
            for which in LEVELS:
                text = archive.read(f"census2021-ts{table}-{which}.csv").decode()
                header = next(csv.reader(io.StringIO(text)))
                assert header[:3] == ["date", "geography", "geography code"]


def test_nearly_95_thousand_people_live_in_tenterdale(valley):
    totals = sums(level(valley, "007a", "ltla"))
    assert totals["Age: Total"] == 94_800


def test_employed_people_are_counted_once(valley):
    hours = sums(level(valley, "059", "ltla"))
    travel = sums(level(valley, "061", "ltla"))
    assert next(iter(hours.values())) == next(iter(travel.values()))


def test_where_need_is_great_fewer_have_cars(valley):
    need = {
        row["LSOA code (2021)"]: int(
            row["Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"]
        )
        for row in valley.csv(f"deprivation/{FILE_2025}")
    }
    rows = level(valley, "045", "lsoa")
    none = {
        row["geography code"]: int(
            row["Number of cars or vans: No cars or vans in household"]
        )
        / int(row["Number of cars or vans: Total: All households"])
        for row in rows
    }
    by_need = sorted(need, key=need.get)
    first, last = by_need[:15], by_need[-15:]
    assert sum(none[c] for c in first) > 1.8 * sum(none[c] for c in last)


@pytest.mark.parametrize(
    ("file", "columns", "areas", "encoding"),
    [(FILE_2025, 56, 33_755, "utf-8"), (FILE_2019, 57, 32_844, "utf-8-sig")],
)
def test_file_7_keeps_the_publisher_s_form(valley, file, columns, areas, encoding):
    raw = (valley.root / "deprivation" / file).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
    rows = valley.csv(f"deprivation/{file}", encoding=encoding)
    assert len(rows[0]) == columns
    for name in rows[0]:
        if not name.endswith("(where 1 is most deprived)"):
            continue
        ranks = [int(row[name]) for row in rows]
        assert len(set(ranks)) == len(ranks)
        assert 1 <= min(ranks) <= max(ranks) <= areas
        stem = name.replace("Rank (where 1 is most deprived)", "Decile")
        (decile,) = [c for c in rows[0] if c.startswith(stem)]
        for row in rows:
            assert int(row[decile]) == 1 + (int(row[name]) - 1) * 10 // areas


def test_one_header_of_2025_is_cut_at_80_characters(valley):
    header = list(valley.csv(f"deprivation/{FILE_2025}")[0])
    cut = [name for name in header if name.startswith("Children and Young")]
    assert len(cut[2]) == 80
    assert cut[2].endswith("10% of LSO")
    assert not [n for n in header if "Decile" in n and n not in cut and n[-1] != ")"]


def test_the_last_header_of_2019_ends_in_a_blank(valley):
    assert list(valley.csv(f"deprivation/{FILE_2019}")[0])[-1].endswith(") ")


def test_some_areas_are_in_the_first_decile_and_some_in_the_last(valley):
    column = (
        "Index of Multiple Deprivation (IMD) Decile"
        " (where 1 is most deprived 10% of LSOAs)"
    )
    deciles = [int(r[column]) for r in valley.csv(f"deprivation/{FILE_2025}")]
    assert 5 <= deciles.count(1) <= 15
    assert max(deciles) >= 9


def test_three_years_of_people_by_single_year_of_age(valley):
    path = valley.root / "population" / "sapelsoasyoa20222024.xlsx"
    book = openpyxl.load_workbook(path, read_only=True)
    for year in (2022, 2023, 2024):
        rows = list(book[f"Mid-{year} LSOA 2021"].iter_rows(values_only=True))
        assert rows[3][:5] == (
            "LAD 2023 Code",
            "LAD 2023 Name",
            "LSOA 2021 Code",
            "LSOA 2021 Name",
            "Total",
        )
        assert len(rows[3]) == 5 + 2 * 91
        assert len(rows) == 4 + 60
        assert all(row[4] == sum(row[5:]) for row in rows[4:])
        assert 93_000 < sum(row[4] for row in rows[4:]) < 98_000
    book.close()


def test_fuel_poverty_pads_its_numbers(valley):
    rows = valley.csv("health/fuel_poverty_by_LSOA.csv")
    for row in rows:
        assert row["Number of households"][0] == row["Number of households"][-1] == " "
    assert len(rows) == 60


def test_jobs_come_with_title_lines_and_footnotes(valley):
    text = (valley.root / "work" / "bres-2024-lsoa21.csv").read_text(encoding="utf-8")
    lines = list(csv.reader(io.StringIO(text)))
    assert lines[0][0].startswith("Business Register")
    areas = [line for line in lines if line[0].startswith("E01")]
    assert len(areas) == 60
    assert " : " in areas[0][0]
    assert all(int(cell) % 5 == 0 for line in areas for cell in line[1:])
    assert not lines[-1][0]
    assert lines[-1][1]


def test_fingertips_has_its_27_columns_and_a_value_withheld(valley):
    rows = valley.csv("health/fingertips.csv")
    assert len(rows[0]) == 27
    missing = [row for row in rows if not row["Value"]]
    assert missing
    assert all(row["Value note"] for row in missing)
