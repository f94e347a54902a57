import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.need.building import PEOPLE, SHARE, a_frame
from weft.need.domain.columns import Column, Kind
from weft.need.domain.measuring import Way, measured

SOME = Column(
    key="some", label="Some", unit="people", kind=Kind.COUNT, denominator="people"
)
OTHERS = Column(
    key="others", label="Others", unit="people", kind=Kind.COUNT, denominator="people"
)
COLUMNS = (PEOPLE, SOME, OTHERS)
NAN = float("nan")


def test_a_share_is_so_many_of_so_many():
    told = measured(
        a_frame({"a": [100, 20, 5]}, columns=COLUMNS),
        Way(("some", "others"), of="people"),
    )

    assert told.at("a") == 0.25
    assert told.weights.tolist() == [100]


def test_everybody_but_some_is_the_rest():
    told = measured(
        a_frame({"a": [100, 20, 5]}, columns=COLUMNS), Way(of="people", but=("some",))
    )

    assert told.at("a") == 0.80


@pytest.mark.parametrize("row", [[0, 0, 0], [NAN, 2, 2], [10, NAN, 2]])
def test_a_share_of_nobody_or_of_the_unknown_is_not_known(row):
    told = measured(a_frame({"a": row}, columns=COLUMNS), Way(("some",), of="people"))

    assert told.at("a") is None


def test_a_published_rate_keeps_its_number_and_finds_its_people():
    told = measured(a_frame({"a": [80, 0.3]}, columns=(PEOPLE, SHARE)), Way(("share",)))

    assert told.at("a") == 0.3
    assert told.weights.tolist() == [80]
    assert told.column is SHARE


def test_a_way_needs_all_its_columns():
    assert not Way(("some",), of="homes").is_in(a_frame({}, columns=COLUMNS))


@given(
    whole=st.lists(st.integers(0, 500), min_size=1, max_size=9),
    parts=st.lists(st.integers(0, 500), min_size=9, max_size=9),
)
def test_some_and_all_but_some_make_one_whole(whole, parts):
    rows = {str(n): [max(w, p), p, 0] for n, (w, p) in enumerate(zip(whole, parts))}  # noqa: B905 the shorter decides
    frame = a_frame(rows, columns=COLUMNS)

    some = measured(frame, Way(("some",), of="people")).values
    rest = measured(frame, Way(of="people", but=("some",))).values

    known = ~np.isnan(some)
    assert np.allclose(some[known] + rest[known], 1)
    assert np.array_equal(known, ~np.isnan(rest))
