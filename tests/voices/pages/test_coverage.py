"""Is what was lost on the way told, both ways, and no more than a room allows?"""

from dataclasses import replace

import pytest

from tests.voices.pages.test_report import part
from tests.voices.projects_told import evening, said
from tests.web import valley
from weft.accounts.actors import Actor
from weft.voices.domain.kinds import Level, Sees, Stance
from weft.voices.domain.told import (
    BehindTold,
    ClaimTold,
    ConsentTold,
    MentionedTold,
)
from weft.voices.exchange.example import example_project
from weft.voices.services import take_in

US = Actor.command("tests")
COVERAGE = "/voices/kettle-evenings/coverage"


@pytest.fixture
def region(db):  # noqa: ARG001 it writes
    return valley.region().slug


def told():
    """The evening with a summary, people spoken of, and a stem that words hang on."""
    some = evening()
    room = some.workshops[0]
    source = room.sources[0]
    first, taxi, canal, owls = source.passages
    stem = said("stem", "I got a taxi once.")
    source = replace(
        source, passages=(first, stem, replace(taxi, hangs_on="stem"), canal, owls)
    )
    claims = [replace(one, level=Level.SAID) for one in some.claims]
    summary = ClaimTold(
        ref="sum",
        words="Buses end early.",
        level=Level.WRITTEN,
        behind=(BehindTold(passage="bus", stance=Stance.FOR),),
    )
    added = ClaimTold(ref="app", words="An app would help.", level=Level.WRITTEN)
    return replace(
        some,
        workshops=(replace(room, sources=(source,)),),
        claims=(*claims, summary, added),
        mentioned=(
            MentionedTold(name="people who pay", passages=("taxi",)),
            MentionedTold(name="bus drivers", passages=("bus",), named_by=("sum",)),
        ),
    )


@pytest.mark.shows("H10")
def test_what_was_lost_and_what_was_added_is_told(region, client):
    take_in(by=US, region=region, told=told())
    page = client.get(COVERAGE).content.decode()
    summary, claims = part(page, "summary"), part(page, "claims")
    assert "An app would help." in summary
    assert "Everybody likes it here" not in summary
    assert "people who pay" in summary
    assert "bus drivers" not in summary
    assert "four passages" in summary.lower()  # the stem is none of its own
    assert "Eleven pounds" in summary
    assert '<p class="v-stem" lang="en" dir="auto">I got a taxi once.</p>' in summary
    assert "Owls." in claims  # one voice, and it stays in
    assert "Table 2 alone" in summary
    assert "Eleven pounds" not in claims.split("What rests on one?")[0]
    assert "Everybody likes it here" in claims
    rows = client.get(f"{COVERAGE}.csv").content.decode("utf-8-sig")
    assert "carried by none,P5,Owls." in rows
    assert client.get(f"{COVERAGE}.xlsx").status_code == 200
    words = client.get("/voices/kettle-evenings/words.csv").content.decode("utf-8-sig")
    assert words.startswith("Passage,Source,Words,Who,Codes,Hangs on")
    assert "P2," not in words


def test_a_closed_room_tells_of_nobody_it_spoke_of(region, client):
    some = told()
    shut = replace(some.workshops[0], consent=ConsentTold(sees=Sees.HOSTS))
    beside = replace(shut, ref="open", name="Another", sources=(), presences=())
    beside = replace(beside, consent=ConsentTold(sees=Sees.ANYBODY))
    take_in(by=US, region=region, told=replace(some, workshops=(shut, beside)))
    for path in (COVERAGE, f"{COVERAGE}.csv", "/voices/kettle-evenings/project.json"):
        page = client.get(path).content.decode()
        for words in ("people who pay", "Eleven", "Noor", "I got a taxi"):
            assert words not in page, (path, words)


@pytest.mark.shows("T7")
def test_the_workshop_that_weft_comes_from_shows_what_its_summary_lost(
    region, client, shared
):
    text = (shared / "field" / "workshop-notes.txt").read_text(encoding="utf-8")
    take_in(by=US, region=region, told=example_project(text, sees=Sees.ANYBODY))
    page = client.get("/voices/the-workshop/coverage").content.decode()
    summary = part(page, "summary")
    added = summary.split("What is written that")[1].split("</ul>")[0]
    assert added.count("<li>") == 2  # 165a and 172b, in docs/methods/notes.md
    assert "18 of 21 were named by none." in summary
    assert "Nobody who was in the room has checked this." in page
