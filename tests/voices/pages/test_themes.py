"""Is it told who said what about what, and what the workshop asked of Weft?"""

from dataclasses import replace

import pytest

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.voices.domain.kinds import Layer, Sees
from weft.voices.domain.told import CodeTold, CodingTold
from weft.voices.exchange.answers import statements
from weft.voices.exchange.example import example_project
from weft.voices.services import take_in

US = Actor.command("tests")
THEMES = "/voices/kettle-evenings/themes"


@pytest.fixture
def region(db):  # noqa: ARG001 it writes
    return valley.region().slug


@pytest.mark.shows("H26")
def test_each_code_says_how_much_and_by_how_many(region, client):
    some = evening()
    codes = (*some.codes, CodeTold(ref="joy", name="joy", layer=Layer.HOW))
    put = (
        *some.codings,
        CodingTold(code="way", passage="canal"),
        CodingTold(code="joy", passage="canal"),
    )
    take_in(by=US, region=region, told=replace(some, codes=codes, codings=put))
    page = client.get(THEMES).content.decode()
    assert "Two passages, one known voice, some not known who, one workshop." in page
    assert "/words?code=way+home" in page
    assert page.index("What it is about") < page.index("How it was said")
    assert "Two passages have no code. Nobody has to give one." in page
    rows = client.get(f"{THEMES}.csv").content.decode("utf-8-sig").splitlines()
    assert rows[1] == 'way home,What it is about,2,1,Table 2,"P1, P3"'
    assert client.get(f"{THEMES}.xlsx").status_code == 200
    about = client.get("/voices/kettle-evenings/words?code=way+home").content.decode()
    assert "What was said about «way home»?" in about
    bare = replace(evening(), codes=(), codings=())
    take_in(by=US, region=region, told=bare, instead=True)
    assert "Nobody has sorted the words yet" in client.get(THEMES).content.decode()


def test_each_requirement_opens_to_its_words_and_to_what_answers_it(
    region, client, shared
):
    text = (shared / "field" / "workshop-notes.txt").read_text(encoding="utf-8")
    told = example_project(text, sees=Sees.ANYBODY)
    take_in(by=US, region=region, told=told)
    here = "/voices/the-workshop/requirements"
    rows = client.get(f"{here}.csv").content.decode("utf-8-sig").splitlines()
    listed = [row for row in rows[1:] if row]
    assert len([one for one in listed if one[0].isalpha() and one[1].isdigit()]) == 257
    page = client.get(f"{here}?part=all").content.decode()
    assert page.count('class="v-asked"') == 257
    assert "None of them counts as a voice." in page
    assert "Nobody who was in the room has checked this." in page
    one = next(row for row in statements() if row.id == "A8")
    assert one.parts == (1, 3)
    assert one.tests
    a8 = page.split('id="A8"')[1].split('id="A9"')[0]
    for words in ('href="/choice"', "Line 6 of the notes", "Shown by"):
        assert words in a8, words
    first = client.get(here).content.decode()
    assert 'id="B1"' not in first
    shut = replace(told.workshops[0], ref="shut", name="Shut", sources=())
    shut = replace(shut, consent=replace(shut.consent, sees=Sees.HOSTS))
    both = replace(told, workshops=(*told.workshops, shut))
    take_in(by=US, region=region, told=both, instead=True)
    assert "Under the heading" not in client.get(f"{here}?part=all").content.decode()


def test_only_the_workshop_that_weft_comes_from_asked_for_something(region, client):
    take_in(by=US, region=region, told=evening())
    assert client.get("/voices/kettle-evenings/requirements").status_code == 404


def test_a_copy_without_its_list_knows_of_none(tmp_path):
    assert statements(tmp_path) == ()
