"""Are lives read as they are written, and is what is wrong in one said clearly?"""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.access.domain.choice import NO_LIMIT
from weft.access.domain.lives import (
    NEEDS,
    HeadCount,
    Lacks,
    Life,
    MayGetIn,
    Means,
    Share,
    counted,
    in_week,
    life_from,
    life_from_text,
    may_get_in,
)
from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.travel import Way
from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import JoiningRule
from weft.commons.errors import FileNotUnderstood
from weft.commons.times import Week

FOLDER = Path(__file__).parents[4] / "lives"
WEEK = Week(date(2026, 11, 30))
EVERY_WAY = {way: row for row, way in enumerate(Way)}
EVERY_RULE = [(rule, "") for rule in (None, *JoiningRule)]
FREE = np.array([[9 * HOUR, 12 * HOUR]], dtype=np.int32)


def the_lives() -> list[Life]:
    return [
        life_from_text(path.read_text(encoding="utf-8"), path.stem)
        for path in sorted(FOLDER.glob("*.toml"))
    ]


@pytest.mark.shows("F3", "F5", "H70")
def test_there_are_twelve_lives_and_each_says_what_it_leaves_out_and_who_checked_it():
    lives = the_lives()
    assert len(lives) >= 12
    for life in lives:
        assert all((life.free, life.goes, life.gist, life.describes, life.leaves_out))
        assert (life.head_count is None) == bool(life.people_unknown)
        assert life.checked == "Nobody who lives this has checked it yet."
        now = in_week(life, WEEK, rows=EVERY_WAY, ways_in=EVERY_RULE)
        assert len(now.ways) == len(life.goes)
        assert len(now.way_in) == 9
    assert any(last > 672 - 24 * 4 for one in lives for _, last in one.free)


def test_a_life_is_laid_out_for_one_week():
    told = {
        "title": "One hour at noon",
        "free": {"mon": ["12:00-13:00"], "sun": ["22:00-06:00"]},
        "goes": [
            {"by": "foot", "minutes": 15},
            {"by": "bus", "minutes": 30, "fare_pence": 200},
        ],
        "margin_minutes": 5,
        "needs": ["step_free"],
        "lacks": ["device"],
        "means": {"telephone": False},
    }
    life = life_from(told, "own")
    now = in_week(
        life, WEEK, rows={Way.BUS: 0, Way.FOOT: 1}, ways_in=[(JoiningRule.RING, "")]
    )
    assert now.windows.tolist() == [
        [-2 * HOUR, 6 * HOUR],
        [12 * HOUR, 13 * HOUR],
        [166 * HOUR, 174 * HOUR],
    ]
    assert now.ways == ((1, 15 * MINUTE, 0), (0, 30 * MINUTE, 200))
    assert (now.margin, now.purse, now.way_in) == (5 * MINUTE, NO_LIMIT, (0,))
    wanted = {FactField.STEP_FREE, Lacks.DEVICE}
    assert {need for n, need in enumerate(NEEDS) if now.needs >> n & 1} == wanted
    walks = in_week(life, WEEK, rows={Way.FOOT: 0}, ways_in=[])
    assert walks.ways == ((0, 15 * MINUTE, 0),)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"free": {"mon": ["9:00-10:00"]}}, "not free time in quarter hours"),
        ({"free": {"mon": ["09:10-10:00"]}}, "not free time in quarter hours"),
        ({"free": {"mon": ["24:00-25:00"]}}, "not free time in quarter hours"),
        ({"free": {"monday": []}}, "no such key"),
        ({"goes": [{"by": "broom", "minutes": 5}]}, "«broom» is not known"),
        ({"goes": [{"by": "car", "minutes": 500}]}, "too many"),
        ({"needs": ["gold"]}, "«gold» is not known"),
        ({"ages": [70, 60]}, "not two ages"),
        ({"title": ""}, "text in quotes"),
        ({"titel": "x"}, "no such key"),
        ({"margin_minutes": -1}, "whole number"),
        ({"needs": "step_free"}, "list of texts"),
        ({"means": {"papers": "yes"}}, "true or false"),
        ({"people": {"count": [], "assumes": "x"}}, "nothing is counted"),
        ({"free": []}, "a table"),
    ],
)
def test_what_is_wrong_in_a_life_is_said_with_the_key(change, words):
    with pytest.raises(FileNotUnderstood, match=words) as caught:
        life_from({"title": "A life"} | change, "some")
    assert "some.toml" in str(caught.value)
    with pytest.raises(FileNotUnderstood, match="not TOML"):
        life_from_text("= =", "some")


def test_a_line_that_is_open_only_on_the_school_run_shuts_a_life_out():
    ring = JoiningRule.RING
    at_eight, at_ten = [(8 * HOUR, 9 * HOUR)], [(10 * HOUR, 11 * HOUR)]
    assert may_get_in(ring, Means(), FREE, line_open=at_eight) is MayGetIn.NO
    assert may_get_in(ring, Means(), FREE, line_open=at_ten) is MayGetIn.YES
    assert may_get_in(ring, Means(), FREE) is MayGetIn.UNKNOWN
    nothing = Means(telephone=False, internet=False)
    for rule, told in {
        JoiningRule.TURN_UP: MayGetIn.YES,
        JoiningRule.RING: MayGetIn.NO,
        JoiningRule.BOOK: MayGetIn.NO,
        JoiningRule.FORM: MayGetIn.NO,
        JoiningRule.WAIT: MayGetIn.UNKNOWN,
        None: MayGetIn.UNKNOWN,
    }.items():
        assert may_get_in(rule, nothing, FREE) is told
    urdu = Means(languages=frozenset({"ur"}))
    assert may_get_in(JoiningRule.FORM, urdu, FREE) is MayGetIn.UNKNOWN
    assert may_get_in(JoiningRule.TURN_UP, urdu, FREE) is MayGetIn.YES


@given(
    st.sampled_from([None, *JoiningRule]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, [(8 * HOUR, 9 * HOUR)], [(10 * HOUR, 11 * HOUR)]]),
)
def test_more_to_get_in_touch_with_never_closes_a_door(rule, rings, writes, line):
    rank = [MayGetIn.NO, MayGetIn.UNKNOWN, MayGetIn.YES].index
    fewer = Means(telephone=rings, internet=writes)
    told = may_get_in(rule, fewer, FREE, line_open=line)
    assert rank(may_get_in(rule, Means(), FREE, line_open=line)) >= rank(told)


def test_people_are_counted_by_the_formula_and_never_guessed():
    how = HeadCount(
        count=("a.lone",),
        shares=(Share(part=("cars.none",), of="cars.total"),),
        assumes="evenly",
    )
    columns = {
        "a.lone": {"E1": 50.0, "E2": 10.0, "E3": 9.0},
        "cars.none": {"E1": 30.0, "E2": 0.0},
        "cars.total": {"E1": 100.0, "E2": 0.0, "E3": 10.0},
    }
    found = counted(how, columns, ["E1", "E2", "E3", "E4"])
    assert found == {"E1": 15.0, "E2": 0.0, "E3": None, "E4": None}
    assert how.columns == ("a.lone", "cars.none", "cars.total")
