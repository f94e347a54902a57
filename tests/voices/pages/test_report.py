"""Does each sentence of a report open to its words, and no further than a room said?"""

import re
from dataclasses import replace

import pytest
from django.utils import timezone

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.voices.domain.kinds import Sees, Stance
from weft.voices.domain.told import BehindTold, ClaimTold, ConsentTold
from weft.voices.services import give_slip, take_in, withdraw

US = Actor.command("tests")
REPORT = "/voices/kettle-evenings/report"


@pytest.fixture
def region(db):  # noqa: ARG001 it writes
    return valley.region().slug


def told():
    """The evening, with a claim that one voice alone stands for."""
    some = evening()
    alone = ClaimTold(
        ref="alone",
        words="A taxi costs too much.",
        behind=(BehindTold(passage="taxi", stance=Stance.FOR),),
    )
    return replace(some, claims=(*some.claims, alone))


def part(page: str, start: str) -> str:
    """What stands below one heading, up to the next."""
    return page.split(f'<h2 id="{start}"')[1].split("<h2", maxsplit=1)[0]


@pytest.mark.shows("T8")
def test_every_sentence_opens_to_its_passages_and_says_what_it_is(region, client):
    take_in(by=US, region=region, told=told())
    page = client.get(REPORT).content.decode()
    opened = set(re.findall(r'href="#([\w-]+)"', page)) - {"maincontent"}
    assert {"p1", "p2", "p3", "claim-1"} <= opened
    assert opened <= set(re.findall(r' id="([\w-]+)"', page))
    said = part(page, "said")
    for words in (
        "«The last bus is at ten to seven.»",
        "«I walk home",
        "not daft.",
        "Not known who",
    ):
        assert words in said, words
    assert "Everybody likes it here" not in said
    assert "Everybody likes it here" in part(page, "flagged")
    assert "Noor alone" in part(page, "one")
    assert ">P4</a>" in part(page, "one")  # the owls, which no claim carries
    assert "not shown, to protect a small number" in part(page, "missing")
    assert "Tenter Valley Buses: A bus at nine." in part(page, "open")
    assert "people out" in part(page, "loops").lower()
    assert "Nobody who was in the room has checked this." in page


def test_it_leaves_as_one_file_that_asks_no_machine(region, client):
    take_in(by=US, region=region, told=told())
    file = client.get(f"{REPORT}.html")
    assert "attachment" in file["Content-Disposition"]
    page = file.content.decode()
    assert set(re.findall(r'(?:href|src)="(.)', page)) == {"#"}
    assert "table-header-group" in page  # the mark stands on each page of paper
    rows = client.get(f"{REPORT}.csv").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("1,It’s the way home after seven")
    assert '"P1, P2",,P3' in rows[1]
    assert client.get(f"{REPORT}.xlsx").status_code == 200
    assert client.get(f"{REPORT}.exe").status_code == 404


@pytest.mark.parametrize("way", ["closed", "taken back"])
def test_words_that_nobody_may_read_are_in_no_report(region, client, way):
    some = told()
    if way == "closed":
        room = some.workshops[0]
        shut = replace(room, consent=ConsentTold(sees=Sees.HOSTS))
        beside = replace(room, ref="open", name="Another", sources=(), presences=())
        some = replace(some, workshops=(shut, beside))
    take_in(by=US, region=region, told=some)
    if way != "closed":
        slip = give_slip(
            by=Actor.steward("a"), project=f"{region}/{some.slug}", speaker="noor"
        )
        withdraw(by=Actor.somebody(), code=slip, today=timezone.localdate())
    for kind in ("", ".html", ".csv"):
        page = client.get(f"{REPORT}{kind}").content.decode()
        for words in ("Eleven", "Noor"):
            assert words not in page, (kind, words)
    assert ("taken back" if way != "closed" else "let fewer people") in page


def test_an_empty_project_has_a_report_too(region, client):
    bare = replace(evening(), claims=(), causes=(), codes=(), codings=())
    take_in(by=US, region=region, told=bare)
    page = client.get(REPORT).content.decode()
    assert "No claim has words behind it yet." in page
    assert "Nothing goes round yet" in page
