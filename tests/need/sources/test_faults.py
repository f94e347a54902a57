"""Each fault that files come with, on each importer: read rightly, or refused."""

import os
from importlib import import_module

import pytest

from tests.need.building import HERE, NEW, OLD, ONLY_OLD, an_asked
from tests.need.sources import files
from weft.commons.errors import FileNotUnderstood

USUAL = {
    "iod": ("f.csv", files.iod_csv, NEW),
    "iod_reduced": (
        "a.csv",
        lambda: (
            "lsoa21_code,IMD_decile,IMD_rank\n"
            + "".join(f"{code},2.0,5775.0\n" for code in HERE)
        ),
        NEW,
    ),
    "census_bulk": ("census2021-ts003.zip", files.census_zip, NEW),
    "census_query": ("q.csv", files.query_csv, NEW),
    "census_long": ("l.csv", files.long_csv, NEW),
    "population": (
        "population20_lsoa11.csv",
        lambda: files.as_csv(
            ["lsoa11_code", "total_population", "0", "1+"],
            [[code, 10, 4, 6] for code in (*HERE[:2], ONLY_OLD)],
        ),
        OLD,
    ),
    "jobs_by_industry": ("b.csv", files.jobs_csv, NEW),
    "loneliness": ("l.csv", files.loneliness_csv, NEW),
    "fuel_poverty": ("f.csv", files.fuel_csv, NEW),
    "digital_exclusion": ("iuc.csv", files.internet_csv, OLD),
    "health_index": ("h.csv", files.health_csv, None),
    "fingertips": ("ft.csv", files.fingertips_csv, None),
}
TEXTS = sorted(USUAL.keys() - {"census_bulk"})
EVERY = pytest.mark.parametrize("importer", sorted(USUAL))
EVERY_TEXT = pytest.mark.parametrize("importer", TEXTS)


def read(importer, path):
    module = import_module(f"weft.need.sources.{importer}")
    return module.read(an_asked(path, vintage=USUAL[importer][2]))


def usual(importer):
    name, make, _ = USUAL[importer]
    made = make()
    return name, made if isinstance(made, bytes) else made.encode()


def same(one, other):
    told = [
        [
            (f.table, f.vintage, f.year, f.codes, f.columns, f.values.tolist())
            for f in r.content
        ]
        for r in (one, other)
    ]
    return repr(told[0]) == repr(told[1])


@EVERY
def test_the_usual_file_is_read(importer, tmp_path):
    name, raw = usual(importer)
    (tmp_path / name).write_bytes(raw)

    reading = read(importer, tmp_path / name)

    assert reading.content
    assert reading.tally.used > 0
    assert not reading.tally.not_understood


@EVERY_TEXT
def test_a_mark_of_byte_order_changes_nothing(importer, tmp_path):
    name, raw = usual(importer)
    (tmp_path / name).write_bytes(raw)
    plain = read(importer, tmp_path / name)
    (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + raw)

    assert same(read(importer, tmp_path / name), plain)


@EVERY_TEXT
def test_windows_letters_change_nothing(importer, tmp_path):
    name, raw = usual(importer)
    (tmp_path / name).write_bytes(raw)
    plain = read(importer, tmp_path / name)
    (tmp_path / name).write_bytes(raw.replace(b"Somewhere", b"Caf\xe9"))

    assert same(read(importer, tmp_path / name), plain)


@EVERY
@pytest.mark.parametrize(
    "raw",
    [b"", b"  \n", b"<!DOCTYPE html><html><body>Sorry</body></html>", b"a,b\n1,2\n"],
    ids=["empty", "blank", "web page", "another table"],
)
def test_what_is_no_such_file_is_refused_by_name(importer, raw, tmp_path):
    name, _ = usual(importer)
    (tmp_path / name).write_bytes(raw)

    with pytest.raises(FileNotUnderstood, match=name.partition(".")[0]) as told:
        read(importer, tmp_path / name)

    assert told.value.remedy


@EVERY
def test_a_file_cut_short_is_refused_or_only_its_footnotes_are_lost(importer, tmp_path):
    name, raw = usual(importer)
    (tmp_path / name).write_bytes(raw)
    whole = read(importer, tmp_path / name)
    (tmp_path / name).write_bytes(raw[: raw.rstrip().rfind(b",") - 2])

    try:
        reading = read(importer, tmp_path / name)
    except FileNotUnderstood as problem:
        refused = problem.remedy
    else:
        refused = "" if same(reading, whole) else None

    assert refused is not None


@EVERY
def test_a_file_of_10_gigabytes_is_refused_unread(importer, tmp_path):
    name, raw = usual(importer)
    path = tmp_path / name
    path.write_bytes(raw)
    os.truncate(path, 10 * 1024**3)  # a sparse file: it takes no room

    with pytest.raises(FileNotUnderstood, match=r"too much|cut short|not a zip"):
        read(importer, path)


def test_a_zip_that_unpacks_to_far_too_much_is_refused(tmp_path):
    path = tmp_path / "census2021-ts003.zip"
    bomb = b"date,geography,geography code,Age: Total\r\n" + b"0" * 300_000_000
    path.write_bytes(files.as_zip({"census2021-ts003-lsoa.csv": bomb}))

    with pytest.raises(FileNotUnderstood):
        read("census_bulk", path)


def test_a_zip_with_no_small_areas_is_refused(tmp_path):
    path = tmp_path / "census2021-ts024.zip"
    path.write_bytes(files.census_zip(**{"census2021-ts024-ltla.csv": "x"}))

    with pytest.raises(FileNotUnderstood, match="not a bulk table for small areas"):
        read("census_bulk", path)


def test_an_area_told_twice_in_the_same_words_is_taken_once(tmp_path):
    path = tmp_path / "l.csv"
    path.write_text(files.loneliness_csv((*HERE, HERE[0])))

    reading = read("loneliness", path)

    assert reading.content[0].codes == HERE
    assert reading.tally.left_out == {"told twice, in the same words": 1}


def test_an_area_told_twice_differently_is_refused_with_both_lines(tmp_path):
    path = tmp_path / "l.csv"
    path.write_text(files.loneliness_csv() + f"{HERE[0]},99,9\n")

    with pytest.raises(FileNotUnderstood, match=r"line 5.*line 2, differently"):
        read("loneliness", path)


def test_one_cell_that_is_no_number_is_not_known_and_counted(tmp_path):
    path = tmp_path / "l.csv"
    codes = [f"E0100{n:04}" for n in range(1, 21)]
    text = files.loneliness_csv(codes).replace(f"{codes[2]},23.58", f"{codes[2]},many")
    path.write_text(text)
    asked = an_asked(path, vintage=NEW, areas={NEW: frozenset(codes)})

    reading = import_module("weft.need.sources.loneliness").read(asked)

    assert reading.content[0].value(codes[2], "lonely.share") is None
    assert reading.content[0].value(codes[2], "lonely.tenth") == 4
    assert sum(reading.tally.not_understood.values()) == 1
    assert "line 4" in reading.tally.examples[0]
    assert reading.tally.used + 1 == reading.tally.rows_read


def test_a_column_full_of_words_is_refused_with_line_and_column(tmp_path):
    path = tmp_path / "l.csv"
    path.write_text(files.loneliness_csv().replace("23.58", "many"))

    with pytest.raises(FileNotUnderstood, match=r"line 2.*«many» is not a number"):
        read("loneliness", path)


@pytest.mark.parametrize("mark", ["", "-", "..", "[c]", "n/a"])
def test_marks_for_not_known_are_not_nought(mark, tmp_path):
    path = tmp_path / "l.csv"
    path.write_text(files.loneliness_csv().replace("23.58", mark))

    reading = read("loneliness", path)

    assert reading.content[0].value(HERE[0], "lonely.share") is None
    assert not reading.tally.not_understood


def test_two_values_of_one_indicator_are_refused(tmp_path):
    path = tmp_path / "ft.csv"
    rows = [
        files.fingertips_row("E02000001"),
        files.fingertips_row("E02000001", value="70"),
    ]
    path.write_text(files.as_csv(files.FINGERTIPS, rows))

    with pytest.raises(FileNotUnderstood, match="two values"):
        read("fingertips", path)


def test_two_numbers_for_one_category_are_refused(tmp_path):
    path = tmp_path / "l.csv"
    path.write_text(files.long_csv() + f"{HERE[0]},100,Christian,41,0.4\n")

    with pytest.raises(FileNotUnderstood, match="two numbers for «Christian»"):
        read("census_long", path)


def test_a_survey_without_its_year_is_refused(tmp_path):
    path = tmp_path / "b.csv"
    path.write_text(files.jobs_csv().replace("2024", "now"))

    with pytest.raises(FileNotUnderstood, match="tells the year"):
        read("jobs_by_industry", path)
