"""Words gathered on paper are taken whole, or the file is given back."""

from datetime import date

import pytest

from weft.commons.errors import FileNotUnderstood
from weft.need.sources.replies import read

HEADER = "area,number,words,said_as,said_on\n"


@pytest.fixture
def table(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "replies.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return write


def test_a_round_with_paper_is_read_as_it_was_said(table):
    told = read(
        table(
            HEADER
            + 'E02900001,lonely,"We know each other, mostly.",a neighbour,2026-05-01\n'
            + "E02900002,no-car,ہمیں بس چاہیے,,\n",
            encoding="utf-8-sig",
        )
    )

    assert [(one.area_code, one.key, one.words) for one in told] == [
        ("E02900001", "lonely", "We know each other, mostly."),
        ("E02900002", "no-car", "ہمیں بس چاہیے"),
    ]
    assert (told[0].said_as, told[0].said_on) == ("a neighbour", date(2026, 5, 1))
    assert (told[1].said_as, told[1].said_on) == ("", None)


def test_headings_may_be_in_peoples_own_words(table):
    [told] = read(
        table("Area code,Figure,What they say\nE02900001,lonely,We are not.\n")
    )
    assert told.words == "We are not."


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("E02900001,lonely,,,", "line 2, column «words»"),
        ("E02900001,luck,We have it.,,", "no number called «luck»"),
        ("E02900001,lonely,Ring 01274 555012.,,", "telephone numbers"),
        ("E02900001,lonely,We are not.,,soon", "«soon» is not a day"),
    ],
)
def test_a_row_that_cannot_be_taken_is_told_with_its_line(table, row, says):
    with pytest.raises(FileNotUnderstood, match=says):
        read(table(HEADER + row + "\n"))
