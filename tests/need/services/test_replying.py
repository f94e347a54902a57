"""Nobody's words stand unread, change, or stay when they are taken back."""

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.commons.errors import NotFound, NotPossible
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.need.domain.replies import MOST_LETTERS, WAITING_FOR_ONE_PLACE, ReplyTold
from weft.need.models import Reply
from weft.need.queries import figures_of, replies_of, replies_to, replies_waiting
from weft.need.services.replying import (
    accept_reply,
    decline_reply,
    propose_reply,
    take_back_reply,
    take_replies,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("valley")]
TODAY = date(2026, 11, 30)
SOMEBODY, STEWARD = Actor.somebody(), Actor.command("replies")


@pytest.fixture
def code(valley):
    return ground.areas(valley, Geography.LSOA, 2021)[3].code


def proposed(code, words="We have forty neighbours by name.", **other):
    told = ReplyTold(area_code=code, key="lonely", words=words, **other)
    return propose_reply(by=SOMEBODY, told=told, today=TODAY)


def waiting():
    [one] = replies_waiting()
    return one.reply


def said(code):
    return [one.words for one in replies_of(code).get("lonely", ())]


def test_a_reply_stands_only_once_somebody_has_read_it(code):
    proposed(code, said_as="a gardener")
    assert said(code) == []

    accept_reply(by=STEWARD, reply=waiting(), today=TODAY)

    assert said(code) == ["We have forty neighbours by name."]
    assert replies_waiting() == ()
    assert [one.words for one in replies_to("tenterdale", "lonely")[code]] == said(code)
    [figure] = [one for one in figures_of(code) if one.indicator.key == "lonely"]
    assert [one.who_and_when for one in figure.replies] == [
        "a gardener, 30 November 2026"
    ]
    others = [one for one in figures_of(code) if one.indicator.key != "lonely"]
    assert others
    assert all(one.replies == () for one in others)


def test_a_decision_may_be_taken_again_both_ways(code):
    proposed(code)
    reply = waiting()

    decline_reply(by=STEWARD, reply=reply, why="It names a neighbour.", today=TODAY)
    assert (said(code), replies_waiting()) == ([], ())
    with pytest.raises(NotPossible, match="declined already"):
        decline_reply(by=STEWARD, reply=reply, why="Again.", today=TODAY)

    accept_reply(by=STEWARD, reply=reply, today=TODAY)
    assert said(code)
    decline_reply(by=STEWARD, reply=reply, why="It names a neighbour.", today=TODAY)
    assert said(code) == []


def test_a_reply_is_not_declined_without_a_reason(code):
    proposed(code)
    with pytest.raises(NotPossible, match="Say why"):
        decline_reply(by=STEWARD, reply=waiting(), why="  ", today=TODAY)


@pytest.mark.parametrize("typed", [str, str.upper, lambda code: code.replace("-", " ")])
def test_a_code_takes_the_words_out_of_the_data_base(code, typed):
    own = proposed(code, said_as="a gardener")
    accept_reply(by=STEWARD, reply=waiting(), today=TODAY)

    take_back_reply(by=SOMEBODY, code=typed(own), today=TODAY)

    assert said(code) == []
    left = Reply.objects.get()
    assert (left.words, left.said_as, left.standing) == ("", "", "taken back")
    with pytest.raises(NotPossible, match="taken it back"):
        accept_reply(by=STEWARD, reply=left.pk, today=TODAY)
    with pytest.raises(NotFound):
        take_back_reply(by=SOMEBODY, code=own, today=TODAY)


def test_no_code_but_ones_own_takes_words_back(code):
    proposed(code)
    with pytest.raises(NotFound):
        take_back_reply(by=SOMEBODY, code="abcd-efgh-jkmn-pqrs", today=TODAY)
    assert Reply.objects.get().words


def test_the_code_itself_is_kept_nowhere(code):
    own = proposed(code)
    kept = str(Reply.objects.values().get())
    assert own not in kept
    assert own.replace("-", "") not in kept


def test_the_record_tells_the_deed_and_not_the_words(code):
    proposed(code, words="Mill Lane is warm.")
    reply = waiting()
    accept_reply(by=STEWARD, reply=reply, today=TODAY)

    newest, older = latest_deeds(most=2)
    assert (newest.deed, newest.by) == ("need.accept_reply", "command:replies")
    assert (older.deed, older.by) == ("need.propose_reply", "somebody")
    assert newest.subject == older.subject == f"reply {reply}"
    assert "Mill Lane" not in str(latest_deeds())


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("   ", "Write what you want to say"),
        ("x" * (MOST_LETTERS + 1), "There is room for 600"),
        ("Ring 01274 555 012 for more", "telephone numbers"),
        ("Write to me@there.example", "e-mail addresses"),
    ],
)
def test_what_cannot_stand_there_is_refused_with_the_reason(code, words, says):
    with pytest.raises(NotPossible, match=says):
        proposed(code, words=words)
    assert not Reply.objects.exists()


def test_numbers_that_reach_nobody_may_be_said(code):
    proposed(code, words="In 1974 there were 12 mills, 4 pubs and 2,500 of us.")
    assert Reply.objects.count() == 1


def test_a_number_or_a_place_that_is_not_there_takes_no_reply():
    told = ReplyTold(area_code="E01900001", key="luck", words="Good.")
    with pytest.raises(NotPossible, match="no number called"):
        propose_reply(by=SOMEBODY, told=told, today=TODAY)
    with pytest.raises(NotFound):
        proposed("E01999999")


def test_a_flood_is_stopped_and_other_places_are_heard(valley, code):
    for number in range(WAITING_FOR_ONE_PLACE):
        proposed(code, words=f"Number {number}")
    with pytest.raises(NotPossible, match="nobody has read"):
        proposed(code)

    proposed(ground.areas(valley, Geography.LSOA, 2021)[4].code)
    assert len(replies_waiting()) == WAITING_FOR_ONE_PLACE + 1


def test_nobody_decides_about_a_reply_that_is_not_there():
    with pytest.raises(NotFound):
        accept_reply(by=STEWARD, reply=UUID(int=0), today=TODAY)


def test_paper_may_be_taken_twice_and_whole_or_not_at_all(code):
    good = ReplyTold(
        area_code=code, key="lonely", words="Said in May.", said_on=date(2026, 5, 1)
    )
    bad = ReplyTold(area_code="E01999999", key="lonely", words="Elsewhere.")
    with pytest.raises(NotFound):
        take_replies(by=STEWARD, told=[good, bad], today=TODAY)
    assert said(code) == []

    assert take_replies(by=STEWARD, told=[good], today=TODAY) == 1
    assert take_replies(by=STEWARD, told=[good], today=TODAY) == 0
    [one] = replies_of(code)["lonely"]
    assert one.said_on == date(2026, 5, 1)


@given(words=st.text(min_size=1, max_size=MOST_LETTERS))
def test_words_are_never_changed(words):
    try:
        told = ReplyTold(area_code="E01900001", key="lonely", words=words).checked()
    except NotPossible:
        return
    assert told.words == words.strip()
