"""How does a neighbour's reply come to stand beside a number, and leave again?

Anybody proposes, without an account; somebody who looks after the region accepts or
declines; whoever holds the code takes the words back, and then they are gone.
"""

from collections.abc import Sequence
from datetime import date
from typing import TypedDict
from uuid import UUID

from django.db import models, transaction

from weft.accounts.actors import Actor
from weft.accounts.codes import fresh_code, hash_of
from weft.accounts.services import record
from weft.commons.errors import NotFound, NotPossible
from weft.commons.standing import (
    Standing,
    refuse_a_flood,
    refuse_what_is_decided,
)
from weft.ground import queries as ground
from weft.need.domain.replies import WAITING_FOR_ONE_PLACE, ReplyTold
from weft.need.models import Reply


@transaction.atomic
def propose_reply(*, by: Actor, told: ReplyTold, today: date) -> str:
    """Keep a reply until somebody has read it.

    Returns
    -------
    str
        The code that takes it back; only its hash is kept.

    Raises
    ------
    NotFound
        When no such area is loaded.
    NotPossible
        When the words cannot be taken (``ReplyTold.checked``), or when many replies
        about this place wait to be read.
    """
    told = told.checked()
    waiting = Reply.objects.filter(area_code=told.area_code, standing=Standing.PROPOSED)
    refuse_a_flood(waiting.count(), most=WAITING_FOR_ONE_PLACE)
    code = fresh_code()
    reply = _kept(told, Standing.PROPOSED, code=code, said_on=today)
    record(by=by, deed="need.propose_reply", **_about(reply))
    return code


@transaction.atomic
def accept_reply(
    *, by: Actor, reply: UUID, today: date, seen: Standing | None = None
) -> None:
    """Let a reply stand beside its number, on pages, on paper and in files.

    Parameters
    ----------
    by
        Who decides.
    reply
        Which one.
    today
        The day it is decided.
    seen
        How it stood when whoever decides looked at it, where they did.

    Raises
    ------
    NotFound
        When there is no such reply.
    NotPossible
        When it was taken back, or decided by somebody else meanwhile.
    """
    found = _undecided(reply, seen, not_yet=Standing.ACCEPTED)
    found.standing, found.decided_on, found.why = Standing.ACCEPTED, today, ""
    found.save()
    record(by=by, deed="need.accept_reply", **_about(found))


@transaction.atomic
def decline_reply(
    *, by: Actor, reply: UUID, why: str, today: date, seen: Standing | None = None
) -> None:
    """Keep a reply from standing beside its number, or take it away again.

    Parameters
    ----------
    by
        Who decides.
    reply
        Which one.
    why
        In a line, so that whoever asks can be told.
    today
        The day it is decided.
    seen
        How it stood when whoever decides looked at it, where they did.

    Raises
    ------
    NotFound
        When there is no such reply.
    NotPossible
        When it was taken back or decided by somebody else meanwhile, or when no
        reason is given.
    """
    if not why.strip():
        raise NotPossible("Say why, so that whoever asks can be told.")
    found = _undecided(reply, seen, not_yet=Standing.DECLINED)
    found.standing, found.decided_on = Standing.DECLINED, today
    found.why = why.strip()[:300]
    found.save()
    record(by=by, deed="need.decline_reply", **_about(found))


@transaction.atomic
def take_back_reply(*, by: Actor, code: str, today: date) -> None:
    """Remove somebody's words for good; that there was a reply stays known.

    Raises
    ------
    NotFound
        When no reply has this code.
    """
    found = _locked().filter(code_hash=hash_of(code)).first()
    if found is None or found.standing == Standing.TAKEN_BACK:
        raise NotFound("No reply has this code. Look again at what you wrote down.")
    found.standing, found.decided_on = Standing.TAKEN_BACK, today
    found.words = found.said_as = found.why = ""
    found.save()
    record(by=by, deed="need.take_back_reply", **_about(found))


@transaction.atomic
def take_replies(*, by: Actor, told: Sequence[ReplyTold], today: date) -> int:
    """Take replies that were gathered on paper by somebody who answers for them.

    They stand at once. One that is here already, in the same words, is left as it is,
    so that the same file may be taken again.

    Returns
    -------
    int
        How many were new.

    Raises
    ------
    NotFound, NotPossible
        As ``propose_reply`` does; then none is taken.
    """
    new = 0
    for one in told:
        reply = one.checked()
        here = {"area_code": reply.area_code, "key": reply.key, "words": reply.words}
        if Reply.objects.filter(**here).exists():
            continue
        _kept(reply, Standing.ACCEPTED, code=fresh_code(), said_on=today)
        new += 1
    record(by=by, deed="need.take_replies", subject="replies", details={"new": new})
    return new


def _kept(told: ReplyTold, standing: Standing, *, code: str, said_on: date) -> Reply:
    """Keep a reply about an area that is loaded."""
    area = ground.area(told.area_code)
    if area is None:
        raise NotFound(f"No area with the code «{told.area_code[:20]}» is loaded")
    return Reply.objects.create(
        region_id=area.region,
        area_code=area.code,
        key=told.key,
        words=told.words,
        said_as=told.said_as,
        standing=standing,
        said_on=told.said_on or said_on,
        decided_on=said_on if standing is Standing.ACCEPTED else None,
        code_hash=hash_of(code),
    )


def _undecided(reply: UUID, seen: Standing | None, *, not_yet: Standing) -> Reply:
    """Find a reply that may still go the other way."""
    found = _locked().filter(pk=reply).first()
    if found is None:
        raise NotFound("There is no such reply.")
    refuse_what_is_decided(found.standing, not_yet=not_yet, seen=seen)
    return found


def _locked() -> "models.QuerySet[Reply]":
    """Read replies that nobody else decides about at the same time."""
    return Reply.objects.select_for_update()


class _About(TypedDict):
    """What the record says of a reply: never its words."""

    subject: str
    details: dict[str, str | int | bool | None]


def _about(reply: Reply) -> _About:
    return {"subject": f"reply {reply.pk}", "details": {"to": reply.key}}
