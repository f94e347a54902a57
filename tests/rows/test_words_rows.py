"""Does every row of people's words lead somewhere in the whole valley, or say so?"""

import pytest

from tests.rows.asking import next_week, text_of
from weft.assets.domain.vocabulary import vocabulary
from weft.assets.models import Chance
from weft.assets.queries.search import Ask, find

pytestmark = pytest.mark.usefixtures("valley")
ENOUGH = 0.8
START = "Hollin Bridge"


def total(words):
    return find(Ask(week=next_week(), words=words, most=1)).total


def test_every_row_finds_something_or_the_page_says_that_nothing_is_near(client):
    wishes = vocabulary().wishes
    nothing = [wish for wish in wishes if not total(wish.says[0])]

    assert len(nothing) <= (1 - ENOUGH) * len(wishes), [one.key for one in nothing]
    for wish in nothing:
        asked = {"near": START, "what": wish.says[0], "far": 60}
        page = text_of(client.post("/choices", asked))
        honest = ("We know nothing called", "Nothing we know of, yet", "some of them")
        assert any(words in page for words in honest), wish.key


def test_the_same_wish_in_another_language_leads_there_too():
    lost = []
    for wish in vocabulary().wishes:
        said = [one for words in wish.also.values() for one in words]
        if said and total(wish.says[0]):
            lost += [(wish.key, one) for one in said if not total(one)]

    assert lost == []


def test_the_valley_has_chances_whose_group_and_place_were_found():
    told = list(Chance.objects.select_related("group", "place"))

    assert len(told) == 10
    assert sum(one.group is not None for one in told) == 8
    assert sum(one.place is not None for one in told) == 8
