"""When several people say something of one fact, what do we say?"""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.settling import NOBODY_SAID, Said, settled

SPRING, AUTUMN = date(2026, 4, 1), date(2026, 10, 1)
WORDS = st.builds(
    Said,
    value=st.sampled_from(["yes", "no", "mostly"]),
    told_by=st.sampled_from(["a walker", "the group"]),
    told_on=st.none() | st.dates(date(2026, 1, 1), date(2026, 1, 5)),
    disputed=st.booleans(),
)


def test_where_nobody_said_anything_nobody_knows():
    assert settled([]) == NOBODY_SAID
    assert NOBODY_SAID.value is None


def test_the_newest_word_counts():
    known = settled(
        [
            Said(value="yes", told_by="an old list", told_on=SPRING),
            Said(value="no", told_by="the group", told_on=AUTUMN),
        ]
    )

    assert known.value is False
    assert known.told_by == "the group"
    assert known.told_on == AUTUMN


def test_a_word_without_a_date_is_older_than_any_with_one():
    known = settled([Said(value="yes"), Said(value="no", told_on=SPRING)])

    assert known.value is False


def test_two_words_of_one_day_that_disagree_leave_it_unknown():
    known = settled(
        [Said(value="yes", told_on=SPRING), Said(value="no", told_on=SPRING)]
    )

    assert known.value is None
    assert known.disputed


def test_a_disputed_word_is_not_passed_on_as_true():
    known = settled([Said(value="yes", told_on=SPRING, disputed=True)])

    assert known.value is None
    assert known.told_on == SPRING


@given(words=st.lists(WORDS, max_size=6), seed=st.randoms())
def test_the_order_of_telling_makes_no_difference(words, seed):
    shuffled = list(words)
    seed.shuffle(shuffled)

    assert settled(shuffled) == settled(words)


@given(words=st.lists(WORDS, max_size=6))
def test_it_is_never_a_yes_that_nobody_said(words):
    known = settled(words)

    said = {word.value for word in words}
    assert known.value is not True or "yes" in said
    assert known.value is not False or "no" in said
