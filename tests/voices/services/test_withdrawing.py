"""Whoever said something can take it back: the words go, the count stays."""

from datetime import date

import pytest

from tests.voices.projects_told import TEXT, evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.commons.errors import NotFound
from weft.voices.models import Behind, Passage, Source
from weft.voices.queries.whole import whole
from weft.voices.services import give_slip, take_in, withdraw

US, SOMEBODY = Actor.command("tests"), Actor.somebody()
TODAY = date(2026, 11, 30)
HERS = "Eleven pounds"


@pytest.fixture
def slip(db):  # noqa: ARG001 it writes
    region = valley.region().slug
    take_in(by=US, region=region, told=evening())
    key = f"{region}/kettle-evenings"
    code = give_slip(by=Actor.steward("a"), project=key, speaker="noor")
    return region, code


def test_the_words_go_out_of_everything_and_the_count_stays(slip):
    region, code = slip
    assert withdraw(by=SOMEBODY, code=code.upper().replace("-", " "), today=TODAY) == 1

    held = [*Passage.objects.values(), *Source.objects.values()]
    assert HERS not in str(held)
    assert HERS[-6:] not in str(held)  # nor in what its neighbours quote around them
    one = Passage.objects.get(ref="taxi")
    assert (one.words, one.at, one.withdrawn_on) == ("", {}, TODAY)
    assert Behind.objects.filter(passage=one).count() == 1
    assert Passage.objects.count() == 4
    assert HERS not in str(whole(region, "kettle-evenings"))


def test_what_others_said_stays_where_it_was(slip):
    region, code = slip
    withdraw(by=SOMEBODY, code=code, today=TODAY)
    (source,) = whole(region, "kettle-evenings").workshops[0].sources
    assert len(source.text) == len(TEXT)
    for one in source.passages:
        assert source.text[one.at.start : one.at.end] == one.at.exact


def test_a_slip_is_for_one_and_an_unknown_one_opens_nothing(slip):
    _, code = slip
    with pytest.raises(NotFound, match="do not know this code"):
        withdraw(by=SOMEBODY, code="abcd-efgh-jkmn-pqrs", today=TODAY)
    withdraw(by=SOMEBODY, code=code, today=TODAY)
    assert withdraw(by=SOMEBODY, code=code, today=TODAY) == 0
    assert not Entry.objects.filter(details__icontains=code[:4]).exists()


def test_nobody_gets_a_slip_for_who_was_not_there(slip):
    region, _ = slip
    key = f"{region}/kettle-evenings"
    with pytest.raises(NotFound):
        give_slip(by=Actor.steward("a"), project=key, speaker="nobody")
