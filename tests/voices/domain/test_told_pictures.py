"""A picture is used only as everybody who is in it said."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from weft.voices.domain.kinds import Use
from weft.voices.domain.told_pictures import (
    PersonSeenTold,
    PictureTold,
    in_a_file,
    may_be_held,
    may_be_used,
)
from weft.voices.domain.unread import left_out_said

TODAY = date(2026, 10, 14)
PERSONS = st.builds(
    PersonSeenTold,
    person=st.just("k"),
    uses=st.lists(st.sampled_from(Use), unique=True).map(tuple),
    until=st.none() | st.dates(TODAY - timedelta(2), TODAY + timedelta(2)),
    child=st.booleans(),
    parent_yes=st.sampled_from([None, True, False]),
)


@given(st.lists(PERSONS, max_size=4), st.integers(0, 5), st.sampled_from(Use))
def test_one_no_is_no_and_silence_is_no_yes(persons, people, use):
    """The slow way round: look for somebody who did not say yes."""
    silent = people > len(persons)
    no = [
        one
        for one in persons
        if use not in one.uses
        or (one.until is not None and one.until < TODAY)
        or (one.child and not one.parent_yes)
    ]
    assert may_be_used(people, persons, use=use, today=TODAY) == (not silent and not no)
    past = [one for one in persons if one.until is not None and one.until < TODAY]
    assert may_be_held(persons, today=TODAY) == (not past)
    told = PictureTold(jpeg=b"x", width=1, height=1, people=people, seen=tuple(persons))
    leaves = may_be_used(people, persons, use=Use.FILE, today=TODAY)
    gone = in_a_file(told, today=TODAY)
    assert (gone is not None) == leaves
    assert gone is None or gone.seen == ()


def test_what_was_not_read_is_said_in_words():
    unread = {"comment": 3, "macro": 1, "picture or drawing": 2, "stretch that was": 2}
    assert left_out_said(unread) == (
        "3 comments",
        "1 macro",
        "2 pictures or drawings",
        "2 stretches that was",
    )
