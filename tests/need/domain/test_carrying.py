import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.need.building import NEW, OLD, PEOPLE, a_frame
from weft.commons.errors import WrongVintage
from weft.need.domain.carrying import Change, ExactFit, Link, carry
from weft.need.domain.columns import Kind


def a_fit(*links):
    told = tuple(Link(old, new, Change(change)) for old, new, change in links)
    return ExactFit(old=OLD, new=NEW, links=told)


ROWS = {
    "same": [100, 0.10, 5.0, 900, 1],
    "halved": [200, 0.20, 6.0, 800, 2],
    "left": [300, 0.30, 7.0, 700, 3],
    "right": [100, 0.70, 9.0, 500, 5],
}
FIT = a_fit(
    ("same", "same", "U"),
    ("halved", "north", "S"),
    ("halved", "south", "S"),
    ("left", "whole", "M"),
    ("right", "whole", "M"),
)


def test_an_area_that_did_not_change_keeps_everything():
    carried = carry(a_frame(ROWS), FIT)

    assert carried.frame.row("same") == a_frame(ROWS).row("same")


def test_over_a_split_ranks_and_rates_are_copied_and_counts_are_not_known():
    carried = carry(a_frame(ROWS), FIT)

    for half in ("north", "south"):
        assert carried.frame.row(half) == {
            "share": 0.20,
            "score": 6.0,
            "rank": 800,
            "tenth": 2,
        }


def test_over_a_merger_counts_are_summed_and_rates_weighted():
    carried = carry(a_frame(ROWS), FIT)

    assert carried.frame.value("whole", "people") == 400
    assert carried.frame.value("whole", "share") == pytest.approx(
        (300 * 0.30 + 100 * 0.70) / 400
    )


def test_over_a_merger_ranks_are_never_averaged_and_both_are_kept():
    carried = carry(a_frame(ROWS), FIT)

    for key in ("score", "rank", "tenth"):
        assert carried.frame.value("whole", key) is None
    assert carried.several["whole", "rank"] == (700, 500)
    assert carried.several["whole", "tenth"] == (3, 5)


def test_a_rate_without_its_denominator_is_not_averaged_either():
    alone = a_frame(
        {"left": [0.3], "right": [0.7]}, columns=(a_frame(ROWS).columns[1],)
    )

    carried = carry(alone, FIT)

    assert carried.frame.value("whole", "share") is None
    assert carried.several["whole", "share"] == (0.3, 0.7)


def test_an_irregular_change_leaves_nothing_known():
    fit = a_fit(("same", "a", "X"), ("same", "b", "X"), ("left", "b", "X"))

    carried = carry(a_frame(ROWS), fit)

    assert np.isnan(carried.frame.values).all()
    assert set(carried.came_by) == {Change.IRREGULAR}


def test_an_area_that_no_link_leads_away_from_is_named():
    assert carry(a_frame(ROWS), a_fit(("same", "same", "U"))).left_behind == (
        "halved",
        "left",
        "right",
    )


def test_half_of_a_merger_is_not_passed_off_as_the_whole():
    only_left = a_frame({"left": ROWS["left"]})

    assert carry(only_left, FIT).frame.value("whole", "people") is None


def test_a_table_about_other_areas_is_refused():
    with pytest.raises(WrongVintage, match="LSOA 2021"):
        carry(a_frame(ROWS, vintage=NEW), FIT)


@st.composite
def lookups(draw):
    """Lookups of every regular change, with numbers for each old area."""
    kinds = draw(st.lists(st.sampled_from("USM"), min_size=1, max_size=6))
    links, olds = [], []
    for n, kind in enumerate(kinds):
        many = draw(st.integers(2, 3))
        if kind == "U":
            links.append((f"o{n}", f"n{n}", "U"))
            olds.append(f"o{n}")
        elif kind == "S":
            links += [(f"o{n}", f"n{n}-{k}", "S") for k in range(many)]
            olds.append(f"o{n}")
        else:
            links += [(f"o{n}-{k}", f"n{n}", "M") for k in range(many)]
            olds += [f"o{n}-{k}" for k in range(many)]
    rows = {
        old: [
            draw(st.integers(1, 900)),
            draw(st.floats(0, 1)),
            draw(st.floats(-3, 60)),
            draw(st.integers(1, 32_844)),
            draw(st.integers(1, 10)),
        ]
        for old in olds
    }
    return a_frame(rows), a_fit(*draw(st.permutations(links)))


def carried_by_hand(frame, fit, new, column):
    """The same, for one area and one number, the way it is told in the docs."""
    links = [link for link in fit.links if link.new == new]
    numbers = [frame.value(link.old, column.key) for link in links]
    if links[0].change == "U":
        return numbers[0]
    if links[0].change == "S":
        return None if column.kind is Kind.COUNT else numbers[0]
    if column.kind is Kind.COUNT:
        return sum(numbers)
    if column.kind is Kind.RATE:
        people = [frame.value(link.old, "people") for link in links]
        both = zip(numbers, people, strict=True)
        return sum(n * p for n, p in both) / sum(people)
    return None


@given(told=lookups())
def test_agrees_with_what_is_done_by_hand(told):
    frame, fit = told

    carried = carry(frame, fit).frame

    for new in carried.codes:
        for column in carried.columns:
            expected = carried_by_hand(frame, fit, new, column)
            got = carried.value(new, column.key)
            assert got == (None if expected is None else pytest.approx(expected))


@given(told=lookups())
def test_people_of_areas_that_did_not_split_are_all_still_there(told):
    frame, fit = told
    whole = [link.old for link in fit.links if link.change != "S"]

    carried = carry(frame, fit).frame

    before = sum(frame.value(old, "people") for old in set(whole))
    assert np.nansum(carried.column("people")) == pytest.approx(before)


@given(told=lookups())
def test_every_rank_that_is_shown_was_published(told):
    frame, fit = told

    carried = carry(frame, fit)

    published = set(frame.column("rank"))
    shown = {n for n in carried.frame.column("rank") if not np.isnan(n)}
    both = {
        n for (_, key), told in carried.several.items() if key == "rank" for n in told
    }
    assert shown | both <= published


@given(told=lookups())
def test_the_order_of_the_lookups_lines_does_not_matter(told):
    frame, fit = told
    turned = ExactFit(old=fit.old, new=fit.new, links=tuple(reversed(fit.links)))

    np.testing.assert_array_equal(
        carry(frame, fit).frame.values, carry(frame, turned).frame.values
    )


def test_west_yorkshires_lookup_carries_every_area(shared):
    path = shared / "data/west-yorkshire/lookups/lsoa11_to_lsoa21_exact.csv"
    with path.open(encoding="utf-8-sig") as file:
        told = [
            (r["LSOA11CD"], r["LSOA21CD"], r["CHGIND"]) for r in csv.DictReader(file)
        ]
    frame = a_frame({old: [1] for old, _, _ in told}, columns=(PEOPLE,))

    carried = carry(frame, a_fit(*told))

    how = {change: carried.came_by.count(change) for change in Change}
    assert len(carried.frame) == 1_404
    assert how == {
        Change.UNCHANGED: 1_367,
        Change.SPLIT: 35,
        Change.MERGED: 2,
        Change.IRREGULAR: 0,
    }
