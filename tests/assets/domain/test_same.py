"""When are two listings likely the same thing?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.same import Described, likely_key, same

described = st.builds(
    Described,
    name=st.sampled_from(["Choir", "The choir", "choirs", "Knit & Natter", "", "the"]),
    place=st.sampled_from(["", "Zion", "the Zion", "Mill"]),
    postcode=st.sampled_from(["", "HX7 8EH", "hx78eh", "LS9 6AA"]),
)


@given(described, described)
def test_it_says_the_same_both_ways_and_lies_under_one_key(one, other):
    assert same(one, other) == same(other, one)
    if same(one, other):
        assert likely_key(one) == likely_key(other)


@given(described)
def test_a_thing_with_a_name_is_itself(one):
    assert same(one, one) == bool(likely_key(one))


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (("Choir", "Zion", ""), ("the Choir", "Zion", ""), True),
        (("Choir", "Zion", "HX7 8EH"), ("Choir", "Zion Hall", "hx78eh"), True),
        (("Choir", "Zion", "HX7 8EH"), ("Choir", "Zion", "LS9 6AA"), False),
        (("Knit and Natter", "Zion", ""), ("Knit & Natter", "Mill", ""), False),
        (("Knit and Natter", "Zion", ""), ("Knit & Natter", "", ""), False),
        (("Choir", "", ""), ("Choir", "", ""), True),
    ],
)
def test_a_name_alone_is_enough_only_where_nobody_said_where(one, other, are):
    first, second = (
        Described(name=name, place=place, postcode=postcode)
        for name, place, postcode in (one, other)
    )
    assert same(first, second) is are
