"""How is something asked of a body, and how does the body answer?

By a link of its own, or by the hand of those who hold the project. What a body has said
by its link stands: it may add what it did, and not what it said before.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.links import Made
from weft.accounts.services import record
from weft.accounts.things import Thing
from weft.commons.errors import NotFound, NotPossible
from weft.voices.models import Ask, Claim
from weft.voices.services.holding import project_held
from weft.voices.services.rows import kept_row
from weft.voices.services.there import made_by

ASK = "ask"
"""The kind of thing to which the link of a body is bound; its key is the ask's own."""
MOST_WORDS = 2_000
ANSWERED = (
    "You have answered. What you said stands, so that nobody reads it otherwise later. "
    "You can add what you did; to mend a slip, ring those who asked."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMade:
    """What is asked of whom, and by when they must answer."""

    words: str
    asked_of: str
    answer_by: date | None
    asked_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyMade:
    """What was said to it, and what was done."""

    reply: str
    replied_on: date | None = None
    done: str = ""
    done_on: date | None = None


@transaction.atomic
def add_ask(*, by: Actor, project: str, claim: int, told: AskMade) -> None:
    """Ask something of a body, on the ground of a claim.

    Raises
    ------
    NotFound, NotPossible
        There is no such claim; or it does not say what, of whom, or by when.
    """
    stands = Claim.objects.filter(project=project_held(project), number=claim).first()
    if stands is None:
        raise NotFound("There is no such claim.")
    if not told.words.strip():
        raise NotPossible("Say what you ask, in your own words.")
    if not told.asked_of.strip():
        raise NotPossible("Name who must answer.")
    if told.answer_by is None:
        raise NotPossible("Say by which day you want an answer.")
    if told.asked_on is not None and told.answer_by < told.asked_on:
        raise NotPossible("The answer is due before it was asked. Look at the days.")
    kept_row(
        Ask(
            claim=stands,
            words=told.words.strip()[:MOST_WORDS],
            asked_of=told.asked_of.strip(),
            answer_by=told.answer_by,
            asked_on=told.asked_on,
        )
    )
    record(by=by, deed="voices.add_ask", subject=f"project:{project}")


@transaction.atomic
def take_ask_out(*, by: Actor, project: str, ask: str) -> None:
    """Take an ask out again, while nobody has answered it.

    Raises
    ------
    NotFound, NotPossible
        There is no such ask; or it was answered.
    """
    row = _held(project, ask)
    if row.reply:
        raise NotPossible("It was answered. It stays, with its answer.")
    row.delete()
    record(by=by, deed="voices.take_ask_out", subject=f"project:{project}")


@transaction.atomic
def give_answer_link(*, by: Actor, project: str, ask: str) -> Made:
    """Make the link by which a body answers what is asked of it.

    Raises
    ------
    NotFound
        There is no such ask.
    """
    row = _held(project, ask)
    record(by=by, deed="voices.give_answer_link", subject=f"project:{project}")
    return made_by(by, Thing(ASK, str(row.key)))


@transaction.atomic
def type_reply(
    *, by: Actor, project: str, ask: str, told: ReplyMade, today: date
) -> None:
    """Write down what a body said by another way; no words take it out again.

    Raises
    ------
    NotFound, NotPossible
        There is no such ask; or a day is to come.
    """
    row = _held(project, ask)
    _kept(row, told, today)
    record(by=by, deed="voices.type_reply", subject=f"project:{project}")


@transaction.atomic
def reply_to_ask(*, by: Actor, ask: str, told: ReplyMade, today: date) -> None:
    """Answer what is asked of one, by the link that came with it.

    Raises
    ------
    NotFound, NotPossible
        There is no such ask; nothing is said; or it was answered before.
    """
    row = Ask.objects.select_for_update().filter(key=UUID(ask)).first()
    if row is None:
        raise NotFound("There is no such ask any more.")
    said = told.reply.strip()
    if row.reply and said not in {"", row.reply}:
        raise NotPossible(ANSWERED)
    if not (said or row.reply):
        raise NotPossible("Say what you answer.")
    before = ReplyMade(
        reply=row.reply or said,
        replied_on=row.replied_on if row.reply else today,
        done=told.done,
        done_on=told.done_on,
    )
    _kept(row, before, today)
    record(by=by, deed="voices.reply_to_ask", subject=f"{ASK}:{ask}")


def _held(project: str, ask: str) -> Ask:
    held = project_held(project)
    try:
        key = UUID(ask)
    except ValueError:
        raise NotFound("There is no such ask.") from None
    row = Ask.objects.select_for_update().filter(claim__project=held, key=key).first()
    if row is None:
        raise NotFound("There is no such ask.")
    return row


def _kept(row: Ask, told: ReplyMade, today: date) -> None:
    """Keep an answer; a day that is not said is today, one to come is refused."""
    if any(day is not None and day > today for day in (told.replied_on, told.done_on)):
        raise NotPossible("That day is to come.")
    row.reply = told.reply.strip()[:MOST_WORDS]
    row.replied_on = (told.replied_on or today) if row.reply else None
    row.done = told.done.strip()[:MOST_WORDS] if row.reply else ""
    row.done_on = (told.done_on or today) if row.done else None
    row.save(update_fields=["reply", "replied_on", "done", "done_on"])
