"""Is a month drawn as it was: week under week, and nobody's word never nought?"""

from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.commons.times import Week
from weft.shell.cloth import Row, month
from weft.shell.tables import Column, Table

MONDAY = Week(date(2026, 11, 2))
TABLE = Table(title="A month", columns=(Column("Week"),), rows=(("2 November",),))


def rows_of(counts):
    return [
        Row(week=MONDAY.later(n), on=tuple(on), number=number)
        for n, (on, number) in enumerate(counts)
    ]


def drawn(rows):
    cloth = month(rows, title="You were on", table=TABLE, key=())
    return ET.fromstring(str(cloth.picture))  # noqa: S314 our own markup


def texts(picture):
    return [one.text for one in picture.iter() if one.tag.endswith("text")]


def fills(picture):
    found = [one.get("fill") for one in picture.iter() if one.tag.endswith("rect")]
    return [one.removeprefix("url(#w-").removesuffix(")") for one in found]


def test_what_nobody_said_is_a_dash_and_nought_is_nought():
    nothing = (0,) * 7
    said = texts(drawn(rows_of([(nothing, None), (nothing, 0), (nothing, 12)])))

    assert said[:3] == ["2 Nov", "9 Nov", "16 Nov"]
    assert said[-3:] == ["–", "0", "12"]


def test_a_thread_lies_on_its_own_day_of_its_own_week():
    tuesday, friday = (0, 1, 0, 0, 0, 0, 0), (0, 0, 0, 0, 5, 0, 0)
    kinds = fills(drawn(rows_of([(tuesday, None), (friday, None)])))

    # seven columns, each with the weeks from above to below
    assert kinds[2:4] == ["threads-1", "unstrung"]
    assert kinds[8:10] == ["unstrung", "threads-4"]


@pytest.mark.parametrize("day", range(7))
def test_a_knot_stands_on_the_day_that_it_was_said(day):
    on = MONDAY.monday + timedelta(days=day)
    row = Row(week=MONDAY, on=(0,) * 7, knots=frozenset({on}))
    columns = list(drawn([row]))[1].findall("svg")

    assert [len(one.findall("circle")) for one in columns] == [
        int(number == day) for number in range(7)
    ]


@given(
    counts=st.lists(
        st.tuples(st.tuples(*[st.integers(0, 9)] * 7), st.none() | st.integers(0, 200)),
        min_size=1,
        max_size=6,
    )
)
def test_every_week_has_its_seven_days_and_its_number(counts):
    picture = drawn(rows_of(counts))

    assert len(fills(picture)) == 7 * len(counts)
    assert len(texts(picture)) == 7 + 2 * len(counts)
    laid = [kind for kind in fills(picture) if kind != "unstrung"]
    assert len(laid) == sum(count > 0 for on, _ in counts for count in on)
