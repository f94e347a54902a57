"""Every claim opens to the words behind it, and no further than its room said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.voices.domain.kinds import ClaimState, Sees
from weft.voices.domain.reading import Reader
from weft.voices.domain.told import ConsentTold
from weft.voices.queries.wall import wall
from weft.voices.services import give_slip, take_in, withdraw

US = Actor.command("tests")
WALL = "/voices/kettle-evenings"


@pytest.fixture
def region(db):  # noqa: ARG001 it writes
    return valley.region().slug


def seen_by(sees: Sees, *, until: date | None = None):
    told = evening()
    room = replace(
        told.workshops[0], consent=ConsentTold(words="Yes.", sees=sees, until=until)
    )
    return replace(told, workshops=(room,))


@pytest.mark.shows("T8")
def test_a_claim_opens_to_the_words_for_and_against_it(region, client):
    take_in(by=US, region=region, told=evening())
    page = client.get(WALL).content.decode()
    for words in (
        "It’s the way home after seven",
        "«The last bus is at ten to seven.»",
        "It&#39;s the best bit.",
        "against it",
        "One who was there objects",
        "Tenter Valley Buses: A bus at nine.",
        "23 people came, 19 spoke.",
        "Of four passages 3 are carried by a claim",
        "Noor, first-hand",
        "Not known who",
    ):
        assert words in page, words
    assert page.count('class="v-thread ') == 3
    assert "«Owls.»" in page  # no claim carries it; it is kept


@pytest.mark.shows("T7")
def test_a_claim_without_words_is_flagged_and_stays(region, client):
    take_in(by=US, region=region, told=evening())
    page = client.get(f"{WALL}?claim=2").content.decode()
    assert "no words behind it: not published" in page
    assert client.get(f"{WALL}?claim=99").status_code == 200
    assert client.get(f"{WALL}?claim=٣").status_code == 200


@pytest.mark.parametrize("sees", [Sees.HOSTS, Sees.ROOM])
def test_what_a_room_kept_to_itself_nobody_else_reads(region, client, sees):
    take_in(by=US, region=region, told=seen_by(sees))
    for path in (WALL, f"{WALL}/words", f"{WALL}/words.csv"):
        assert client.get(path).status_code == 404
    assert "kettle" not in client.get("/voices").content.decode()


def test_one_closed_room_in_an_open_project_is_only_counted(region, client):
    told = evening()
    closed = replace(
        seen_by(Sees.HOSTS).workshops[0],
        ref="closed",
        name="Another evening",
        sources=(),
    )
    take_in(
        by=US, region=region, told=replace(told, workshops=(*told.workshops, closed))
    )
    assert client.get(WALL).status_code == 200
    kept = replace(
        told,
        workshops=(
            replace(told.workshops[0], consent=ConsentTold(sees=Sees.HOSTS)),
            replace(closed, consent=ConsentTold(sees=Sees.ANYBODY)),
        ),
    )
    take_in(by=US, region=region, told=kept, instead=True)
    for path in (WALL, f"{WALL}/words", f"{WALL}/words.csv"):
        page = client.get(path).content.decode()
        assert "let fewer people read it" in page
        assert "Eleven pounds" not in page
        assert "Noor" not in page
        assert "way home</li>" not in page


def test_a_consent_ends(region, client):
    today = timezone.localdate()
    take_in(by=US, region=region, told=seen_by(Sees.ANYBODY, until=today))
    assert client.get(WALL).status_code == 200
    gone = seen_by(Sees.ANYBODY, until=today - timedelta(days=1))
    take_in(by=US, region=region, told=gone, instead=True)
    assert client.get(WALL).status_code == 404
    held = wall(region, gone.slug, reader=Reader.HOST, today=today)
    assert not any(one.words for one in held.passages)


def test_what_was_taken_back_is_counted_and_carries_no_claim(region, client):
    told = evening()
    first = told.claims[0]
    told = replace(told, claims=(replace(first, behind=first.behind[1:2]),))
    take_in(by=US, region=region, told=told)
    code = give_slip(
        by=Actor.steward("a"), project=f"{region}/{told.slug}", speaker="noor"
    )
    withdraw(by=Actor.somebody(), code=code, today=timezone.localdate())
    page = client.get(WALL).content.decode()
    assert "Taken back by who said it" in page
    assert "Eleven pounds" not in page
    assert "no words behind it: not published" in page


def test_a_draft_stands_two_weeks_after_those_who_were_there_got_it(region):
    sent = date(2026, 11, 20)
    take_in(by=US, region=region, told=evening(claims_sent_on=sent))

    def state(today):
        found = wall(region, "kettle-evenings", reader=Reader.ANYBODY, today=today)
        return [one.state for one in found.claims]

    flagged = ClaimState.FLAGGED
    assert state(date(2026, 12, 3)) == [ClaimState.DRAFT, flagged]
    assert state(date(2026, 12, 4)) == [ClaimState.STANDING, flagged]


def test_all_words_leave_as_a_table(region, client):
    take_in(by=US, region=region, told=evening())
    rows = client.get(f"{WALL}/words.csv").content.decode("utf-8-sig").splitlines()
    assert rows[0] == "Passage,Source,Words,Who,Codes"
    assert rows[1].startswith("P1,What the tables said,The last bus is at ten")
    assert client.get(f"{WALL}/words.xlsx").status_code == 200
    only = client.get(f"{WALL}/words.csv?left-out").content.decode()
    assert "Owls" in only
    assert "Eleven" not in only
    assert "Owls" not in client.get(f"{WALL}/words?code=way+home").content.decode()


def test_there_is_a_page_where_nothing_is_said_yet(region, client):  # noqa: ARG001 it writes
    assert "is open to read here yet" in client.get("/voices").content.decode()
    assert client.get("/voices/nothing").status_code == 404
