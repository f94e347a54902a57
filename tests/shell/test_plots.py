"""Do plots say what their tables say, and is every word of them readable?"""

import math
import re
from dataclasses import replace

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from tests.shell import samples
from weft.shell.plots import (
    AreaShape,
    Caption,
    Mark,
    Panel,
    SaidAndCame,
    Series,
    Sheet,
    Span,
    agreement,
    bars,
    choropleth,
    distribution,
    dots,
    fifths,
    little_maps,
    small_multiples,
    trend,
)
from weft.shell.plots.axis import GAP, rows_of_labels, ticks
from weft.shell.plots.distribution import counted
from weft.shell.plots.plot import letters

SAYING = Caption(title="A finding", axis="homes in 100", unit="%", source="Census")
numbers = st.floats(-1e6, 1e6, allow_nan=False)


@pytest.fixture(params=samples.plots(), ids=lambda plot: plot.title)
def plot(request):
    return request.param


def test_every_plot_has_its_finding_its_table_and_its_source(plot):
    assert plot.title
    assert plot.source
    assert plot.table.rows
    assert plot.table.source == plot.source


def test_no_picture_carries_a_style_or_a_size_of_letters_of_its_own(plot):
    assert "style=" not in plot.svg
    assert "font-size" not in plot.svg


def test_no_picture_holds_more_than_three_colours(plot):
    colours = {
        "woad": r"w-(?:thread|dot|bar(?!--)|fine|pick|area)",
        "weld": r"w-(?:weld|thread-line--third|ask)",
        "ink": r"w-(?:line|range|soft|strong|coast)",
    }
    used = set(re.findall(r"w-[a-z]+", str(plot.svg)))
    known = "|".join(colours.values())
    quiet = r"w-(?:picture|plate|name|hair|thin|dash|map|bar|threads|dotted|cut|large)"
    assert {c for c in used if not re.match(f"{known}|{quiet}", c)} == set()


@given(st.lists(numbers, min_size=1, max_size=30), st.integers(2, 24))
def test_round_numbers_hold_all_that_is_drawn(values, about):
    found = ticks(values, about=about)
    slack = 1e-6 * max(1.0, abs(found.low), abs(found.high))
    assert found.low <= min(values) + slack
    assert found.high >= max(values) - slack
    assert list(found.values) == sorted(set(found.values))
    assert 2 <= len(found.values) <= 2 * about + 3


@given(st.lists(st.floats(0, 100), min_size=1, max_size=200))
def test_every_place_stands_in_one_bar(values):
    bins = ticks(values, about=10)
    assert sum(counted(values, bins)) == len(values)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=60))
def test_the_bars_agree_with_counting_by_hand(values):
    bins = ticks(values, about=8)
    slowly = [
        sum(
            low <= value < high or (high == bins.high and value == high)
            for value in values
        )
        for low, high in zip(bins.values, bins.values[1:], strict=False)
    ]
    assert list(counted(values, bins)) == slowly


@given(
    st.lists(
        st.tuples(st.floats(0, 500), st.text("abcdefgh ", min_size=1, max_size=18)),
        min_size=1,
        max_size=8,
    )
)
def test_labels_never_touch(told):
    at, text = [one[0] for one in told], [one[1] for one in told]
    placed = rows_of_labels(at, text, low=0, high=500)
    spans = [
        (
            row,
            middle - letters(words, bold=True) / 2,
            middle + letters(words, bold=True) / 2,
        )
        for (middle, row), words in zip(placed, text, strict=True)
    ]
    for one, (row, start, _) in enumerate(spans):
        for other, (other_row, begin, end) in enumerate(spans):
            if one != other and row == other_row and begin <= start:
                assert start >= end + GAP - 1e-6


def test_what_is_not_known_is_in_the_table_and_not_in_the_picture():
    found = dots([Mark(name="Here", value=4.0), Mark(name="There", value=None)], SAYING)
    assert ("There", None) in found.table.rows
    assert "There" not in found.svg


def test_a_small_difference_is_not_made_to_look_large():
    marks = [Mark(name="Here", value=11.5, here=True), Mark(name="England", value=11.4)]
    drawn = str(dots(marks, SAYING).svg).split("<svg")[1]
    here, there = (float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn))
    assert abs(here - there) < 328 / 10


def test_a_distribution_counts_what_is_not_known():
    found = distribution([1.0, 2.0, None, math.nan], SAYING)
    assert "Not known: 2 neighbourhoods" in found.table.notes
    assert sum(row[2] for row in found.table.rows) == 2


def test_the_bar_that_holds_this_place_is_closed_cloth():
    marks = [Mark(name="Here", value=3.5, here=True)]
    found = distribution([1.0, 2.0, 3.5, 9.0], SAYING, marks=marks)
    drawn = re.findall(r'class="w-bar( w-bar--other)?"', str(found.svg))
    assert drawn.count("") == 2  # once for a phone, once for a desk


def test_a_bar_that_nobody_knows_is_a_dotted_line_and_not_nought():
    found = bars([Mark(name="A", value=3.0), Mark(name="B", value=None)], SAYING)
    assert "w-cut--dotted" in found.svg
    assert "not known" in found.svg


def test_an_interval_is_drawn_wherever_there_is_one():
    marks = [Mark(name="A", value=3.0, low=2.0, high=4.0)]
    for found in (bars(marks, SAYING), dots(marks, SAYING)):
        assert "w-range" in found.svg
        assert found.table.columns[-1].words == "at most"


def spans(*values, **more):
    return tuple(
        Span(when=str(2019 + n), at=2019 + n, value=v, **more)
        for n, v in enumerate(values)
    )


def test_one_edition_is_no_trend():
    with pytest.raises(ValueError, match="two editions"):
        trend([Series(name="Here", spans=spans(4.0, None))], SAYING)


def test_editions_that_must_not_be_compared_are_not_joined():
    joined = trend([Series(name="Here", spans=spans(1.0, 2.0, 3.0))], SAYING)
    apart = trend(
        [Series(name="Here", spans=spans(1.0, 2.0, 3.0, joins=False))], SAYING
    )
    count = r'<path d="M[^"]*L'
    assert len(re.findall(count, str(joined.svg))) == 2
    assert re.findall(count, str(apart.svg)) == []


def test_at_most_three_lines_share_a_picture():
    with pytest.raises(ValueError, match="three"):
        trend([Series(name=str(n), spans=spans(1.0, 2.0)) for n in range(4)], SAYING)


def test_each_class_is_told_with_its_middle_and_its_ends():
    found = small_multiples(
        [
            Panel(name="Town", values=(1.0, 5.0, 9.0, None)),
            Panel(name="Dale", values=()),
        ],
        SAYING,
    )
    assert found.table.rows == (
        ("Town", 3, 1.0, 5.0, 9.0),
        ("Dale", 0, None, None, None),
    )


# --- maps -----------------------------------------------------------------------------


def square(at, value):
    ring = shapely.box(-1.8 + at * 0.01, 53.8, -1.79 + at * 0.01, 53.81)
    return AreaShape(
        code=f"E{at}", name=f"Area {at}", boundary=shapely.to_wkb(ring), value=value
    )


def weaves(plot):
    return re.findall(r"url\(#w-(?:threads|fine)-(\d)\)", str(plot.svg))


def test_little_is_bare_and_much_is_closed():
    found = choropleth(
        [square(n, float(n)) for n in range(5)], SAYING, breaks=(1, 2, 3, 4)
    )
    assert weaves(found) == ["0", "1", "2", "3", "4"]
    assert found.key[0] == ("threads-0", "below 1%")


def test_where_much_means_missing_the_most_is_bare():
    low, high = square(0, 1.0), square(1, 9.0)
    found = choropleth([low, high], SAYING, breaks=(5,), most_is_bare=True)
    assert found.key == (("threads-4", "below 5%"), ("threads-0", "5% or more"))


def test_what_is_not_known_is_dotted():
    found = choropleth([square(0, 1.0), square(1, None)], SAYING, breaks=(5,))
    assert "url(#w-dotted)" in found.svg
    assert ("dotted", "not known") in found.key
    assert ("Area 1", "E1", None) in found.table.rows


def test_what_is_to_be_asked_about_is_of_open_weave():
    ask = replace(square(1, 0.0), ask=True)
    found = choropleth([square(0, 0.0), ask], SAYING, breaks=(1,))
    assert "url(#w-open)" in found.svg
    assert ("open", "ask first") in found.key


def test_small_maps_share_one_scale_and_count_every_area_once():
    areas = [square(n, None) for n in range(4)]
    sheets = [
        Sheet(name="A", address="/a", said="some", values=(0.0, 0.0, 9.0, None)),
        Sheet(name="B", address="/b", said="all", values=(9.0, 9.0, 9.0, 9.0)),
    ]
    found = little_maps(areas, sheets, SAYING, breaks=(1, 5))
    assert [row[0] for row in found.table.rows] == ["A", "B"]
    assert [row[1:] for row in found.table.rows] == [(2, 0, 1, 1), (0, 0, 4, 0)]
    one, other = (str(each.picture) for each in found.maps)
    assert one.count("url(#w-") == 3  # areas alike are one shape
    assert other.count("url(#w-") == 1
    assert ("dotted", "not known") in found.key


def test_a_map_ranks_nobody():
    areas = [square(2, 1.0), square(0, 9.0), square(1, 5.0)]
    found = choropleth(areas, SAYING)
    assert [row[0] for row in found.table.rows] == ["Area 0", "Area 1", "Area 2"]


def test_the_area_of_the_page_is_outlined_and_named():
    found = choropleth([square(0, 1.0), square(1, 2.0)], SAYING, here="E1")
    assert "w-area--here" in found.svg
    assert ">Area 1</text>" in found.svg
    assert found.table.here == 1


def test_no_map_is_ever_painted_red(plot):
    assert "madder" not in plot.svg


@given(st.lists(st.one_of(st.none(), st.floats(0, 100)), max_size=60))
def test_fifths_rise_and_lie_among_the_values(values):
    parts = fifths(values)
    assert list(parts) == sorted(set(parts))
    assert set(parts) <= {value for value in values if value is not None}
    assert len(parts) <= 4


def points():
    return [
        SaidAndCame(of=900, said=75.0, came=70.0, low=67.0, high=73.0),
        SaidAndCame(of=100, said=95.0, came=95.0, low=89.0, high=98.0),
    ]


def test_what_came_as_it_was_said_lies_on_the_line():
    found = agreement(points(), SAYING, came="it came")
    for drawn in str(found.svg).split("<svg")[1:]:
        (x1, y1, x2, y2) = (
            float(v)
            for v in re.search(
                r'<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" y2="([\d.]+)" '
                r'class="w-thin"',
                drawn,
            ).groups()
        )
        above = [
            float(cy) - (y1 + (float(cx) - x1) / (x2 - x1) * (y2 - y1))
            for cx, cy in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn)
        ]
        assert above[0] > 5  # less came than was said: below the line
        assert abs(above[1]) < 0.2


def test_points_of_agreement_are_told_with_their_intervals_and_how_many():
    found = agreement(points(), SAYING, came="it came")

    assert found.table.rows[0] == (75.0, 70.0, 67.0, 73.0, 900)
    assert [column.words for column in found.table.columns][1:] == [
        "it came",
        "at least",
        "at most",
        "how many",
    ]
    assert found.svg.count("w-range") == 2 * len(points())
