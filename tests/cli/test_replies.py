"""Somebody who looks after the region reads what was said, and decides."""

import argparse
from datetime import date

import pytest

from tests.web import valley
from weft.accounts.actors import Actor
from weft.cli import replies
from weft.commons.errors import NotFound, NotPossible
from weft.need.domain.replies import ReplyTold
from weft.need.queries import replies_of, replies_waiting
from weft.need.services.replying import propose_reply

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting():
    """One reply that nobody has read."""
    valley.region()
    told = ReplyTold(area_code=valley.MSOA, key="lonely", words="We are many.")
    propose_reply(by=Actor.somebody(), told=told, today=date(2026, 11, 30))
    [one] = replies_waiting()
    return str(one.reply)


def typed(*words):
    parser = argparse.ArgumentParser()
    replies.add_arguments(parser)
    return replies.run(parser.parse_args(list(words)))


def standing():
    return [one.words for one in replies_of(valley.MSOA).get("lonely", ())]


def test_what_waits_is_shown_with_what_it_speaks_to(waiting, capsys):
    assert typed() == 0
    said = capsys.readouterr().out
    assert all(word in said for word in (waiting, valley.MSOA, "lonely", "«We are"))
    assert "1 waiting" in said


def test_it_is_let_stand_and_kept_away_again(waiting):
    assert typed("accept", waiting) == 0
    assert standing() == ["We are many."]
    assert typed("decline", waiting, "--why", "It names a street.") == 0
    assert standing() == []


def test_it_is_not_declined_without_a_word(waiting):
    with pytest.raises(NotPossible, match="Say why"):
        typed("decline", waiting)


def test_a_round_on_paper_is_taken(tmp_path, capsys):
    valley.region()
    file = tmp_path / "round.csv"
    file.write_text(f"area,number,words\n{valley.MSOA},lonely,We are not.\n")

    assert typed("take", str(file)) == 0
    assert typed("take", str(file)) == 0

    assert capsys.readouterr().out.splitlines() == [
        "1 new replies taken.",
        "0 new replies taken.",
    ]
    assert standing() == ["We are not."]


def test_a_slip_is_told(capsys):
    assert typed("accept") == 2
    assert "Which one?" in capsys.readouterr().out
    with pytest.raises(NotFound):
        typed("accept", "not-a-reply")
