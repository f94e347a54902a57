"""What is asked of whom, by when, what they say, and what stays without an answer."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests.voices.pages.test_there import CODE, link_of, send, text
from tests.voices.projects_told import evening
from weft.voices.domain.asks import AskState, days_taken, rank, state_of_ask
from weft.voices.domain.kinds import Sees
from weft.voices.domain.told import AskTold, ConsentTold
from weft.voices.models import Ask

ASKS = "/voices/kettle-evenings/asks"


def asked(words, due, **told):
    day = timezone.localdate() + timedelta(days=due)
    return AskTold(words=words, asked_of="The bus company", answer_by=day, **told)


def project():
    first, second = evening().claims
    today = timezone.localdate()
    asks = (
        asked("Due tomorrow.", 1),
        asked("Late by two.", -2),
        asked("Late by nine.", -9),
        asked(
            "Said long ago.",
            -5,
            asked_on=today - timedelta(days=20),
            reply="Yes.",
            replied_on=today - timedelta(days=8),
        ),
    )
    return evening(claims=(replace(first, asks=asks), second))


@pytest.fixture
def hers(db):  # noqa: ARG001 it writes
    return link_of(project())


def in_order(page, *words):
    places = [page.index(one) for one in words]
    return places == sorted(places)


@pytest.mark.shows("B12", "H23")
def test_what_is_past_its_day_stands_first_and_oldest_first(hers, client):  # noqa: ARG001 it makes the project
    order = ("Late by nine.", "Late by two.", "Due tomorrow.", "Said long ago.")
    for path in (ASKS, "/voices/asks"):
        page = text(client.get(path))
        assert in_order(page, *order), path
        assert "one has an answer, two are past their day without one." in page
        assert "after 12 days" in page
    table = text(client.get(f"{ASKS}.csv"))
    assert in_order(table, *order)
    assert client.get(f"{ASKS}.xlsx").status_code == 200
    assert client.get(f"{ASKS}.pdf").status_code == 404
    due = Calendar.from_ical(client.get("/voices/asks.ics").content)
    days = [one.decoded("dtstart") for one in due.walk("VEVENT")]
    assert timezone.localdate() + timedelta(days=1) in days
    assert len(days) == 3  # what was answered is due no more


def test_a_body_answers_by_a_link_of_its_own_and_cannot_say_otherwise_later(
    hers, client
):
    key = str(Ask.objects.get(words="Late by nine.").key)
    given = send(client, f"{hers}/asks", "link", ask=key)
    assert given["Cache-Control"] == "no-store"
    link = text(given).partition("/answer/")[2].partition("<")[0]
    body = f"/answer/{link}"
    page = text(client.get(body))
    assert "«Late by nine.»" in page
    assert "Eleven pounds, to sing." in page  # what it stands on
    assert send(client, body, "reply", reply=" ").status_code == 400
    assert send(client, body, "reply", reply="No: no driver.").status_code == 302
    assert "«No: no driver.»" in text(client.get(ASKS))
    again = send(client, body, "reply", reply="We never refused.")
    assert "What you said stands" in text(again)
    send(client, body, "reply", did="We hired a driver.")
    row = Ask.objects.get(key=key)
    assert (row.reply, row.done) == ("No: no driver.", "We hired a driver.")
    assert row.replied_on == row.done_on == timezone.localdate()
    assert client.get(f"/v/{link}").status_code == 404


def test_hosts_ask_write_an_answer_down_and_take_it_out(hers, client):
    page, today = f"{hers}/asks", timezone.localdate()
    told = {"claim": "2", "words": "Two chairs.", "asked_of": "The library"}
    refused = send(client, page, "ask", **told)
    assert refused.status_code == 400
    assert "Two chairs." in text(refused)
    early = {"answer_by": f"{today}", "asked_on": f"{today + timedelta(days=1)}"}
    assert "due before it was asked" in text(send(client, page, "ask", **told, **early))
    send(client, page, "ask", **told, answer_by=f"{today}")
    row = Ask.objects.get(words="Two chairs.")
    reply = {"ask": str(row.key), "reply": "Come and fetch them."}
    late = {"replied_on": f"{today + timedelta(days=2)}"}
    assert send(client, page, "reply", **reply, **late).status_code == 400
    send(client, page, "reply", **reply)
    assert "It was answered" in text(send(client, page, "out", ask=str(row.key)))
    assert "«Come and fetch them.»" in text(
        client.get("/voices/kettle-evenings?claim=2")
    )
    send(client, page, "reply", ask=str(row.key), reply="")
    send(client, page, "out", ask=str(row.key))
    assert not Ask.objects.filter(words="Two chairs.").exists()
    assert send(client, page, "out", ask="nothing").status_code == 404


@pytest.mark.shows("F13")
def test_who_spoke_sees_by_their_slip_what_became_of_it(hers, client):
    code = CODE.search(text(send(client, hers, "slip", speaker="noor")))[0]
    mine = text(client.post("/voices/slip", {"code": code}))
    assert "They said: «Yes.»" in mine
    assert "The bus company: Late by nine." in mine
    assert "Nothing yet. An answer was due by" in mine


def test_what_a_closed_project_asks_is_listed_for_nobody(db, client):  # noqa: ARG001 it writes
    (room,) = project().workshops
    closed = replace(room, consent=ConsentTold(sees=Sees.ROOM))
    link_of(replace(project(), workshops=(closed,)))
    assert "Late by nine." not in text(client.get("/voices/asks"))
    assert "Late by nine." not in text(client.get("/voices/asks.ics"))
    assert client.get(ASKS).status_code == 404


def test_the_two_clocks():
    day = timezone.localdate()
    state = {"replied": False, "today": day}
    assert state_of_ask(answer_by=day, **state) is AskState.WAITING
    yesterday = day - timedelta(days=1)
    assert state_of_ask(answer_by=yesterday, **state) is AskState.LATE
    assert days_taken(None, day) is None
    assert days_taken(yesterday, day) == 1
    due = {"answer_by": yesterday, "replied_on": None}
    known = rank(AskState.LATE, asked_on=yesterday, **due)
    assert known < rank(AskState.LATE, asked_on=None, **due)
