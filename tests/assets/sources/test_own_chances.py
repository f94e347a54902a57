import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets.asking import an_asked
from weft.assets.domain.chances import ChanceKind, is_an_hour_once
from weft.assets.sources import own_chances
from weft.commons.errors import FileNotUnderstood

HEAD = "name,kind,time_in_all,once,expenses,with_whom\n"


def read(folder, *rows, head=HEAD):
    file = folder / "chances.csv"
    file.write_text(head + "".join(f"{row}\n" for row in rows))
    return own_chances.read(an_asked(file))


def test_a_chance_is_read_with_what_it_asks_in_all(tmp_path):
    reading = read(tmp_path, "Turn the kettle on,Voluntary,1 h,yes,no,two others")

    [one] = reading.content.chances
    assert (one.kind, one.minutes_in_all, one.once) == (ChanceKind.VOLUNTARY, 60, True)
    assert (one.expenses, one.with_whom) == (False, "two others")
    assert one.reference == "turn-the-kettle-on"


def test_an_empty_cell_is_nobodys_word(tmp_path):
    [one] = read(tmp_path, "Sit with the machines,learning,,,,").content.chances

    assert (one.minutes_in_all, one.once, one.expenses) == (None, None, None)


def test_a_row_that_cannot_be_used_is_counted_with_its_line(tmp_path):
    reading = read(
        tmp_path,
        ",voluntary,,,,",
        "A thing,royalty,,,,",
        "Kettle,paid,,,,",
        "Kettle,paid,,,,",
    )

    assert len(reading.content.chances) == 1
    assert reading.tally.used == 1
    assert sum(reading.tally.not_understood.values()) == 3


def test_a_cell_that_cannot_be_read_leaves_only_that_unknown_and_is_counted(tmp_path):
    reading = read(tmp_path, "Kettle,paid,a good while,yes,,")

    [one] = reading.content.chances
    assert (one.minutes_in_all, one.once) == (None, True)
    assert any("time_in_all" in example for example in reading.tally.examples)


def test_headings_as_people_write_them_are_understood(tmp_path):
    head = "Title,Type,How long,Just once,Organisation\n"
    [one] = read(tmp_path, "Kettle,job,45 min,yes,us", head=head).content.chances

    assert (one.name, one.kind, one.minutes_in_all) == ("Kettle", ChanceKind.PAID, 45)
    assert one.group == "us"


def test_another_table_is_refused(tmp_path):
    with pytest.raises(FileNotUnderstood):
        read(tmp_path, "Choir,Tuesday", head="name,day\n")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("1 hour 30 min", 90),
        ("1h30m", 90),
        ("45 minutes", 45),
        ("2 hrs", 120),
        ("about 20 min", 20),
        ("0.5 h", 30),
        ("40 h", 2_400),
        ("a bit", None),
        ("", None),
    ],
)
def test_lengths_of_time(told, expected):
    assert own_chances.minutes(told) == expected


@given(st.integers(0, 500), st.integers(0, 59))
def test_a_length_that_is_written_is_read_back(hours, minutes):
    assert own_chances.minutes(f"{hours} h {minutes} min") == hours * 60 + minutes


@given(st.text(max_size=30))
def test_whatever_is_typed_is_read_or_not_and_never_breaks(told):
    found = own_chances.minutes(told)
    assert found is None or found >= 0


def test_an_hour_once_is_known_or_it_is_none():
    assert is_an_hour_once(60, once=True)
    assert not is_an_hour_once(61, once=True)
    assert not is_an_hour_once(None, once=True), "unknown is no hour"
    assert not is_an_hour_once(30, once=None), "nobody said that once is enough"
