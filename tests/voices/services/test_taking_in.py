"""What is told whole is held whole, and leaves as it came."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tried

from tests.voices.projects_by_chance import projects
from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.commons.errors import NotAllowed, NotFound, NotPossible
from weft.voices.domain.checking import what_is_wrong
from weft.voices.domain.stems import without_stems
from weft.voices.domain.told import BehindTold, CodeTold
from weft.voices.models import Passage, Project
from weft.voices.queries.stems import only_stems
from weft.voices.queries.whole import whole
from weft.voices.services import take_in

US = Actor.command("tests")


@pytest.fixture
def region(db):  # noqa: ARG001 it writes
    return valley.region().slug


@given(told=projects())
@tried(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_project_leaves_as_it_came(region, told):
    take_in(by=US, region=region, told=told, instead=True)
    assert whole(region, told.slug) == told


def test_nothing_is_half_in(region):
    told = evening()
    first = told.claims[0]
    lost = replace(first, behind=(BehindTold(passage="gone", stance="for"),))
    with pytest.raises(NotPossible, match="no passage «gone»"):
        take_in(by=US, region=region, told=replace(told, claims=(lost,)))
    assert not Project.objects.exists()


def test_what_stands_at_an_address_is_not_written_over_unasked(region):
    take_in(by=US, region=region, told=evening())
    with pytest.raises(NotPossible, match="already"):
        take_in(by=US, region=region, told=evening(name="Another"))
    take_in(by=US, region=region, told=evening(name="Another"), instead=True)
    assert whole(region, "kettle-evenings").name == "Another"
    assert Passage.objects.count() == 4


def test_the_record_knows_how_many_and_no_words(region):
    take_in(by=US, region=region, told=evening())
    written = Entry.objects.get(deed="voices.take_in")
    assert written.details == {"passages": 4}
    assert "canal" not in str(vars(written))


def test_nobody_from_outside_takes_a_project_in(region):
    with pytest.raises(NotAllowed):
        take_in(by=Actor.somebody(), region=region, told=evening())
    assert not Project.objects.exists()


def test_there_is_no_project_where_there_is_none(region):
    with pytest.raises(NotFound):
        whole(region, "nothing")


def test_what_does_not_hold_together_is_said_a_few_things_at_a_time():
    codes = tuple(CodeTold(ref=one, name=one, parent=one) for one in "abcdefgh")
    told = evening(codes=codes)
    wrong = what_is_wrong(told)
    assert wrong[0] == "The code «a» stands under itself."
    assert len(wrong) == 5


@pytest.mark.parametrize(
    "told",
    [
        evening(name="n" * 201),
        evening(codes=(CodeTold(ref="way", name="w" * 101),)),
    ],
)
def test_a_name_that_would_be_cut_is_refused(region, told):
    with pytest.raises(NotPossible, match="longer than"):
        take_in(by=US, region=region, told=told)
    assert not Project.objects.exists()


@given(told=projects())
@tried(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_only_a_stem_is_the_same_in_a_file_and_in_the_data_base(region, told):
    take_in(by=US, region=region, told=told, instead=True)
    project = Project.objects.get(slug=told.slug)
    refs = {p.ref for w in told.workshops for s in w.sources for p in s.passages}
    alone = without_stems(told)
    left = {p.ref for w in alone.workshops for s in w.sources for p in s.passages}
    held = Passage.objects.filter(pk__in=only_stems(project))
    assert set(held.values_list("ref", flat=True)) == refs - left
