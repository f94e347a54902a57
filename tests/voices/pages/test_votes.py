"""Votes on their pages: for hosts, for whoever has a ballot, and for everybody."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.voices.projects_told import evening
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.voices.models import Round, Statement
from weft.voices.services import take_in

US = Actor.command("tests")
COMMENTS = (
    "comment-id,author-id,moderated,comment-body\n0,,1,=1+1 is a start.\n1,,1,B\n"
)
OPEN = "/voices/kettle-evenings/votes"


@pytest.fixture
def hers(db):  # noqa: ARG001 it writes
    """The votes of a project, by its link, with one round."""
    region = valley.region().slug
    take_in(by=US, region=region, told=evening())
    made = make_link(thing=Thing("project", f"{region}/kettle-evenings"), by=US)
    return f"{reverse('voices:in_hand', args=[made.secret])}/votes"


@pytest.fixture
def a_round(hers, client):
    send(client, hers, "round", name="What first?", asked="12")
    return f"{hers}/{Round.objects.get().pk}"


def send(client, path, answer, **typed):
    return client.post(path, {"answer": answer, **typed})


def votes_csv(voters):
    rows = [f"{voter % 2},{voter},{1 if voter % 3 else -1}" for voter in voters]
    both = [f"{(voter + 1) % 2},{voter},0" for voter in voters]
    return "\n".join(["comment-id,voter-id,vote", *rows, *both, ""])


def upload(client, path, voters):
    files = [
        SimpleUploadedFile("comments.csv", COMMENTS.encode()),
        SimpleUploadedFile("votes.csv", votes_csv(voters).encode()),
    ]
    return send(client, path, "files", files=files)


def test_votes_come_by_file_and_are_shown_when_the_vote_is_over(a_round, client):
    assert upload(client, a_round, range(1, 7)).status_code == 302
    assert "No vote is over yet" in client.get(OPEN).content.decode()
    send(client, a_round, "shut")
    page = client.get(OPEN).content.decode()
    assert "Six people voted of 12 people asked." in page
    assert "It does not make a sentence true" in " ".join(page.split())
    table = client.get(f"{OPEN}.csv").content.decode()
    assert "0,'=1+1 is a start.,2,1,3" in table  # no spreadsheet runs it
    assert client.get(f"{OPEN}.xlsx").content[:2] == b"PK"
    away = client.get(f"{a_round}/participants-votes.csv").content.decode()
    assert away.splitlines()[0].startswith("participant,xid,group-id")
    assert client.get(f"{a_round}/nothing.csv").status_code == 404
    public = client.get("/voices/kettle-evenings/project.json").json()
    assert public["rounds"][0]["ballots"] == []
    assert public["rounds"][0]["statements"][0]["words"] == "=1+1 is a start."


def test_fewer_than_the_floor_are_not_counted_in_any_file(a_round, client):
    upload(client, a_round, range(1, 5))
    send(client, a_round, "shut")
    page = client.get(OPEN).content.decode()
    assert "Fewer than 5 people voted" in page
    assert "agree," not in page
    assert client.get(f"{OPEN}.csv").status_code == 404


def test_what_was_decided_is_read_by_everybody_without_words_left_out(a_round, client):
    send(client, a_round, "statement", words="Anna’s dog bites.")
    answer = send(client, a_round, "out", statement="1", why="nonsense")
    assert "Choose why" in answer.content.decode()
    send(client, a_round, "out", statement="1", why="person")
    send(client, a_round, "shut")
    for kind in ("", ".csv"):
        log = client.get(f"{OPEN}/log{kind}").content.decode()
        assert "somebody could be known by it" in log
        assert "Anna" not in log
    send(client, a_round, "undo", statement="1")
    assert "was a mistake" in client.get(f"{OPEN}/log").content.decode()


def test_what_cannot_be_taken_is_said_and_nothing_typed_is_lost(a_round, hers, client):
    for path, answer, typed, said in (
        (hers, "round", {"name": " ", "question": "Kept?"}, "Give the round a name"),
        (hers, "round", {"name": "x", "asked": "some"}, "How many were asked"),
        (
            hers,
            "round",
            {"name": "x", "opens_on": "2026-12-02", "closes_on": "2026-12-01"},
            "The last day is before the first",
        ),
        (a_round, "statement", {"words": " "}, "Write what people can say"),
        (a_round, "statement", {"words": "x" * 281}, "Say it in 280 letters"),
        (a_round, "statement", {"words": "x", "passages": "Pfoo"}, "by their numbers"),
        (a_round, "files", {}, "Choose the files"),
    ):
        page = send(client, path, answer, **typed)
        assert page.status_code == 400, typed
        assert said in page.content.decode()
    assert "Kept?" in send(client, hers, "round", question="Kept?").content.decode()
    missing = send(client, a_round, "statement", words="x", passages="P99")
    assert missing.status_code == 404
    odd = SimpleUploadedFile("votes.csv", b"comment-id,voter-id,vote\n1,1,7\n")
    page = send(client, a_round, "files", files=[odd]).content.decode()
    assert "line 2" in page
    assert not Statement.objects.exists()
    assert client.post(f"{a_round}/paper", {"many": "9999"}).status_code == 400


def test_a_code_stands_in_no_address_and_opens_no_other_round(a_round, client):
    send(client, a_round, "statement", words="Keep it small.")
    paper = client.post(f"{a_round}/paper", {"many": "1"})
    assert paper["Cache-Control"] == "no-store"
    (code,) = re.findall(r'v-ballot__code">([^<]+)<', paper.content.decode())
    at = reverse("voices:vote", args=[Round.objects.get().key])
    assert client.get("/vote/nothing").status_code == 404
    wrong = client.post(at, {"code": "abcd"})
    assert wrong.status_code == 400
    assert "We do not know this code" in wrong.content.decode()
    page = client.post(at, {"code": code, "answer": "agree", "statement": "1"})
    assert "You agree" in page.content.decode()
    assert not page.cookies
    assert "no-store" in page["Cache-Control"]
    full = client.post(at, {"code": code, "answer": "put", "words": ""})
    assert full.status_code == 400
    assert code not in client.get(a_round).content.decode()


def test_a_round_of_another_project_is_not_there(a_round, client):
    region = "tenterdale"
    take_in(by=US, region=region, told=evening(slug="another"))
    made = make_link(thing=Thing("project", f"{region}/another"), by=US)
    theirs = reverse("voices:in_hand", args=[made.secret])
    number = a_round.rpartition("/")[2]
    for path in ("", "/ballots", "/votes.csv"):
        assert client.get(f"{theirs}/votes/{number}{path}").status_code == 404
    assert send(client, f"{theirs}/votes/{number}", "shut").status_code == 404
    assert client.get(f"{a_round}/paper").status_code == 405
