"""What goes out by mail, to a true server: once a month, or not at all?"""

import logging
import re
from datetime import timedelta

import pytest

from tests.assets.services.post.mailing import (
    ADDRESS,
    JOB,
    LINKS,
    LONG_AGO,
    STEWARD,
    TODAY,
    a_mail_server,
    a_valley,
    chosen,
    sent,
    with_address,
)
from tests.web import valley
from weft.accounts.models import Entry, Link
from weft.assets.domain.post import Letter, MessageStanding, Verdict
from weft.assets.models import FactEvent, Mailbox, Message
from weft.assets.services.holding import confirm_group
from weft.assets.services.post import sending
from weft.assets.services.post.carrying import carry
from weft.commons.errors import NotPossible
from weft.jobs.registry import job_named

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(settings):
    with a_mail_server(settings) as took:
        yield took


@pytest.fixture
def circle():
    return a_valley()[0]


def standing():
    return Message.objects.get().standing


def asked_on():
    events = FactEvent.objects.filter(event="asked")
    return set(events.values_list("heard_on", flat=True))


def test_a_group_gets_a_mail_with_its_own_fresh_link(server, client, circle):
    with_address(circle)
    chosen()
    assert sent().verdicts == {Verdict.TAKEN: 1}

    [mail], [envelope] = server.mails, server.envelopes
    assert envelope == ("back@weft.example.org", [ADDRESS])
    assert mail.get_content_type() == "text/plain"
    assert mail["From"] == "Weft in Tenterdale <list@weft.example.org>"
    assert mail["Auto-Submitted"] == "auto-generated"
    words = mail.get_content()
    page = re.search(rf"{LINKS}(/g/\S+)", words)[1]
    assert client.get(page).status_code == 200
    assert (standing(), asked_on()) == (MessageStanding.SENT, {TODAY})


def test_it_stops_in_one_click_as_rfc_8058_says(server, client, circle):
    with_address(circle)
    chosen()
    sent()

    mail = server.mails[0]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    [uri] = re.findall(r"<(https://[^<>]+)>", mail["List-Unsubscribe"])
    path = uri.removeprefix(LINKS)
    assert mail.get_content().splitlines()[-1].endswith(f"one tap: {uri}")
    # a mail program sends no cookie, no token and follows no page
    answer = client.post(
        path,
        "List-Unsubscribe=One-Click",
        content_type="application/x-www-form-urlencoded",
    )
    assert answer.status_code == 200
    assert answer.cookies == {}
    assert not Mailbox.objects.exists()


def test_only_one_goes_in_a_month_whatever_is_chosen(server, circle):
    with_address(circle)
    for week in range(5):
        chosen(today=TODAY + timedelta(weeks=week))
        sent(today=TODAY + timedelta(weeks=week))

    went = [TODAY, TODAY + timedelta(days=35)]
    days = Message.objects.filter(month__isnull=False).values_list("went_on", flat=True)
    assert set(days) <= set(went)
    assert len(server.mails) == len(days)


def test_what_was_answered_is_not_asked_again_at_once(server, circle):
    with_address(circle)
    chosen()
    sent()
    confirm_group(by=STEWARD, group=circle.pk, today=TODAY)
    chosen(today=TODAY + timedelta(weeks=1))
    sent(today=TODAY + timedelta(weeks=1))

    assert len(server.mails) == 1


def test_an_address_of_two_groups_gets_one_mail(server):
    for group in a_valley(groups=2):
        with_address(group)
    chosen()
    told = sent()

    assert len(server.mails) == 1
    assert told.held_back == 1
    standings = sorted(Message.objects.values_list("standing", flat=True))
    assert standings == [MessageStanding.CHOSEN, MessageStanding.SENT]


def test_nobody_at_an_address_is_heard_and_it_gets_no_more(server, circle):
    with_address(circle)
    server.answers[ADDRESS] = "550 5.1.1 No such user"
    chosen()
    assert sent().verdicts == {Verdict.NO_SUCH_ADDRESS: 1}

    assert standing() == MessageStanding.CAME_BACK
    bounced = FactEvent.objects.get(event="bounced")
    assert (bounced.asset_id, bounced.aspect) == (circle.pk, "email")
    assert asked_on() == set()  # nobody got anything, so nobody rests
    assert Link.objects.get().revoked_at is not None
    assert sent().verdicts == {}


@pytest.mark.parametrize("answer", ["451 4.7.1 Greylisted", "550 5.7.1 Not from you"])
def test_what_is_no_fault_of_the_address_waits_on(server, circle, answer):
    with_address(circle)
    server.answers[ADDRESS] = answer
    chosen()
    assert sent().not_taken == 1
    assert (standing(), asked_on()) == (MessageStanding.CHOSEN, set())
    assert not FactEvent.objects.filter(event="bounced").exists()

    server.answers.clear()
    assert sent().verdicts == {Verdict.TAKEN: 1}


def test_a_server_that_is_away_takes_nobodys_month(settings, circle):
    with a_mail_server(settings):
        pass
    with_address(circle)
    chosen()

    assert sent().verdicts == {Verdict.LATER: 1}
    assert (standing(), asked_on()) == (MessageStanding.CHOSEN, set())


def test_killed_while_it_is_handed_over_it_is_never_sent_again(
    server, circle, monkeypatch
):
    class Killed(BaseException):
        pass

    def killed(_letter):
        raise Killed

    with_address(circle)
    chosen()
    monkeypatch.setattr(sending, "carry", killed)
    with pytest.raises(Killed):
        sent()
    monkeypatch.undo()
    assert standing() == MessageStanding.GOING

    assert sent().verdicts == {}
    assert server.mails == []
    assert chosen(today=TODAY + timedelta(weeks=1)) == list(Message.objects.all())


def test_without_an_address_it_waits_for_somebody_to_send_it(server, circle):
    chosen()

    assert sent().verdicts == {}
    assert (standing(), server.mails) == (MessageStanding.CHOSEN, [])
    assert circle.name


def test_what_is_hidden_meanwhile_is_not_written_to(server, circle):
    with_address(circle)
    chosen()
    circle.visibility = "hidden"
    circle.save()

    assert sent().held_back == 1
    assert server.mails == []


def test_nothing_of_an_address_is_logged_recorded_or_kept_in_the_open(
    server, circle, caplog
):
    caplog.set_level(logging.DEBUG)
    with_address(circle)
    chosen()
    for answer in ("550 5.7.1 Not from you", "550 5.1.1 circle@example.org unknown"):
        server.answers[ADDRESS] = answer
        sent()

    ours = [one.getMessage() for one in caplog.records if one.name.startswith("weft")]
    assert not any("circle@" in line or "example.org" in line for line in ours)
    kept = [*Entry.objects.values_list("subject", "details", "by")]
    kept += Mailbox.objects.values_list("locked", "mark")
    kept += Message.objects.values_list("said", "mark", "stop_hash")
    assert "circle@" not in repr(kept)


def test_the_same_round_is_chosen_once_and_a_larger_budget_adds():
    a_valley(groups=4)
    assert len(chosen(most=2)) == 2
    assert len(chosen(most=4)) == 2
    assert len(chosen(today=TODAY + timedelta(weeks=1), most=4)) == 6


def test_what_a_week_did_not_send_goes_by_with_it(circle):
    chosen()
    chosen(today=TODAY + timedelta(weeks=1))

    standings = Message.objects.order_by("round__monday").values_list(
        "standing", flat=True
    )
    assert list(standings) == [MessageStanding.PASSED, MessageStanding.CHOSEN]
    assert circle.told_on == LONG_AGO


def test_the_job_sends_nothing_where_no_server_is_named(settings, circle):
    assert settings.MAIL_ON is False
    with_address(circle)
    job_named("assets.ask").deed(FakeTurn())

    assert standing() == MessageStanding.CHOSEN


def test_the_job_says_when_the_server_takes_none(server, circle):
    with_address(circle)
    server.after_the_words = "554 5.7.1 Spam"
    with pytest.raises(NotPossible, match="554"):
        job_named("assets.ask").deed(FakeTurn())
    server.after_the_words = "250 OK"
    turn = FakeTurn()
    job_named("assets.ask").deed(turn)
    assert turn.outcome == {valley.SLUG: 0, "taken": 1, "held_back": 0}


class FakeTurn:
    def __init__(self):
        self.by, self.outcome = JOB, {}


def test_a_trial_mail_goes_through_the_same_hands(server):
    letter = Letter(
        to=ADDRESS, subject="A trial", body="Hello\n", number="n", stop=LINKS
    )
    assert carry(letter) == (Verdict.TAKEN, "")
    assert server.mails[0]["Message-ID"] == "<n@weft.example.org>"
