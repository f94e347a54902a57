"""Is a file opened rightly, or refused with one clear message?"""

import os
import zipfile

import pytest

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import (
    members,
    open_lines,
    open_rows,
    open_text,
    read_bytes_safely,
)
from weft.commons.files.opening import MEGABYTE, MOST_SQUEEZED, SQUEEZE_FROM

TEN_GIGABYTES = 10 * 1024 * MEGABYTE


@pytest.fixture
def a_file(tmp_path):
    def written(content, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


@pytest.fixture
def a_zip(tmp_path):
    def written(**contents):
        path = tmp_path / "table.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box:
            for name, content in contents.items():
                box.writestr(name.replace("__", "/").replace("_csv", ".csv"), content)
        return path

    return written


def text_of(path, **more):
    with open_text(path, **more) as text:
        return text.read()


def refusal(path, **more):
    with pytest.raises(FileNotUnderstood) as told:
        text_of(path, **more)
    return told.value


def test_a_byte_order_mark_is_no_part_of_the_text(a_file):
    assert text_of(a_file(b"\xef\xbb\xbfcode,name")) == "code,name"


def test_letters_of_windows_are_read_as_windows_wrote_them(a_file):
    assert text_of(a_file("Café «Ty Mawr» – £2".encode("cp1252"))) == (
        "Café «Ty Mawr» – £2"
    )


def test_one_line_of_windows_letters_does_not_spoil_the_rest(a_file):
    mixed = "ਪੰਜਾਬੀ\n".encode() + "Café\n".encode("cp1252") + "اردو\n".encode()

    assert text_of(a_file(mixed)) == "ਪੰਜਾਬੀ\nCafé\nاردو\n"


def test_a_byte_that_windows_has_no_letter_for_is_still_read(a_file):
    assert text_of(a_file(b"a\x81b")) == "a\x81b"


def test_what_excel_calls_unicode_text_is_read(a_file):
    assert text_of(a_file("code\tname\n".encode("utf-16"))) == "code\tname\n"


@pytest.mark.parametrize("content", [b"", b"   \n", b"\n\n"])
def test_an_empty_file_is_refused(a_file, content):
    assert "empty" in refusal(a_file(content)).problem


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html><body>Service unavailable",
        b"\n  <html lang='en'>",
        b"\xef\xbb\xbf<!doctype HTML>",
    ],
)
def test_a_web_page_in_place_of_a_table_is_refused_by_what_it_is(a_file, page):
    problem = refusal(a_file(page))

    assert "web page" in problem.problem
    assert problem.file == "table.csv"
    assert "page" in problem.remedy


def test_a_file_of_ten_gigabytes_is_refused_without_being_read(tmp_path):
    path = tmp_path / "huge.csv"
    path.touch()
    os.truncate(path, TEN_GIGABYTES)

    problem = refusal(path)

    assert "4,096 MB" in problem.problem
    assert "not been read" in problem.remedy


def test_a_file_that_is_read_at_once_may_be_smaller_still(a_file):
    with pytest.raises(FileNotUnderstood, match="too much for its kind"):
        read_bytes_safely(a_file(b"x" * 2000), most_bytes=1000)


def test_a_missing_file_is_named(tmp_path):
    assert "no such file" in refusal(tmp_path / "away.csv").problem


# --- zips --------------------------------------------------------------------------


def test_one_member_of_a_zip_is_read_by_the_pattern_of_its_name(a_zip):
    path = a_zip(Data__ONSPD_csv="whole", Data__multi__BD_csv="part")

    assert text_of(path, member=r"data/onspd\.csv$") == "whole"


@pytest.mark.parametrize("wanted", ["nothing", r"\.csv$"])
def test_a_zip_without_exactly_the_member_that_is_wanted_says_what_it_holds(
    a_zip, wanted
):
    problem = refusal(a_zip(a_csv="1", b_csv="2"), member=wanted)

    assert "a.csv, b.csv" in problem.remedy


def test_a_zip_that_was_cut_short_is_refused_as_such(a_zip):
    path = a_zip(a_csv="x,y\n" * 10_000)
    path.write_bytes(path.read_bytes()[:-100])

    assert "cut short" in refusal(path, member="a").problem


def test_a_zip_with_damaged_insides_is_refused(a_zip):
    path = a_zip(a_csv="".join(f"{n},{n * n}\n" for n in range(20_000)))
    content = bytearray(path.read_bytes())
    content[5_000:5_050] = b"\0" * 50
    path.write_bytes(bytes(content))

    assert "damaged" in refusal(path, member="a").problem


def test_a_web_page_in_place_of_a_zip_is_a_web_page(a_file):
    problem = refusal(a_file("<html>Too many requests", "t.zip"), member="a")

    assert "web page" in problem.problem


def test_something_else_named_zip_is_no_zip(a_file):
    with pytest.raises(FileNotUnderstood, match="not a zip"):
        members(a_file("code,name\n", "t.zip"))


def test_a_bomb_is_refused_long_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.zip"
    whole = 3 * SQUEEZE_FROM
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as box,
        box.open("a.csv", "w") as member,
    ):
        for _ in range(whole // MEGABYTE):
            member.write(b"0" * MEGABYTE)
    assert whole > path.stat().st_size * MOST_SQUEEZED, "no bomb, no test"

    pieces = []
    with pytest.raises(FileNotUnderstood, match="times its size"):
        read_on(path, pieces)

    assert sum(pieces) <= SQUEEZE_FROM + 2 * MEGABYTE


def read_on(path, pieces):
    with open_text(path, member="a") as text:
        while piece := text.read(MEGABYTE):
            pieces.append(len(piece))


def test_a_bomb_that_lies_about_its_size_is_measured_by_what_comes_out(a_zip):
    path = a_zip(a_csv="0" * 50_000)

    with pytest.raises(FileNotUnderstood, match="too much for its kind"):
        text_of(path, member="a", most_bytes=10_000)


def test_lines_are_numbered_as_an_editor_numbers_them(a_file):
    path = a_file("one\r\ntwo\nthree")

    assert list(open_lines(path)) == [(1, "one"), (2, "two"), (3, "three")]


def test_a_file_left_half_read_leaves_nothing_open(a_file):
    path = a_file("a,b\n" + "1,2\n" * 50_000)

    with open_rows(path) as rows:
        next(iter(rows))

    path.unlink()
