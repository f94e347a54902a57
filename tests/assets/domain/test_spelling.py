from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from weft.assets.domain.spelling import Known, keys_of, neighbours, spelt
from weft.commons.words import shortenings, token

words = st.text(alphabet="abcd", min_size=1, max_size=6)


def known_by(*told):
    """What an index of these words knows, as «choir» or («choir», listings)."""
    spelling = {}
    for word in told:
        surface, listings = word if isinstance(word, tuple) else (word, 1)
        one = Known(surface=surface, token=token(surface), listings=listings)
        for key in shortenings(surface) | {surface}:
            spelling[key] = (*spelling.get(key, ()), one)
    return spelling


def meant(typed, *told):
    return [known.surface for known in neighbours(typed, known_by(*told))]


@given(words, st.sets(words, max_size=8))
def test_exactly_the_words_one_slip_away_are_neighbours(typed, told):
    by_hand = {
        token(word)
        for word in told
        if OSA.distance(typed, word) == 1 and token(word) != token(typed)
    }

    found = {known.token for known in neighbours(typed, known_by(*told))}

    assert found == by_hand


def test_a_swap_is_likelier_than_a_change():
    assert meant("gofl", "goal", "golf") == ["golf", "goal"]


def test_a_common_word_is_likelier_than_a_rare_one():
    assert meant("pary", ("part", 1), ("park", 50)) == ["park", "part"]


def test_a_slip_in_the_first_letter_is_less_likely():
    assert meant("boir", "coir", "boil") == ["boil", "coir"]


def test_short_words_come_last():
    assert meant("teh", ("the", 900), "tech") == ["tech", "the"]


def test_ties_go_by_the_alphabet_so_that_every_data_base_agrees():
    assert meant("park", "pard", "pare") == ["pard", "pare"]


def test_a_word_is_known_by_another_ending():
    assert spelt("choirs", known_by("choir")).surface == "choir"
    assert spelt("chior", known_by("choir")) is None


@given(words)
def test_a_word_is_always_looked_up_under_itself(word):
    assert word in keys_of(word)
