"""How is what somebody told us decided, and a decision turned round?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record, require
from weft.accounts.things import Thing
from weft.assets.domain.proposals import (
    MOST_LETTERS_OF_WHO,
    PUBLIC_WORDS,
    WISHES,
    Asked,
    Decider,
    ProposalKind,
    ToldField,
)
from weft.assets.models import Proposal
from weft.assets.services.proposals.beginning import begin, end
from weft.assets.services.proposals.by_link import (
    decided,
    refuse_what_is_not_theirs,
)
from weft.assets.services.proposals.claims import agree_again, dispute
from weft.assets.services.proposals.closing import close, open_again
from weft.assets.services.proposals.heard import forget_heard, hear_asked, hear_visit
from weft.assets.services.proposals.kept import locked
from weft.assets.services.proposals.mending import mend, unmend
from weft.assets.services.proposals.not_listing import leave_out
from weft.assets.services.proposals.using import forget_use, note_use
from weft.assets.services.proposals.worries import forget_old_worries
from weft.commons.errors import NotFound, NotPossible
from weft.commons.standing import Standing, refuse_what_is_decided


@transaction.atomic
def accept_change(
    *,
    by: Actor,
    proposal: UUID,
    today: date,
    seen: Standing | None = None,
    fields: Mapping[ToldField, str] | None = None,
) -> None:
    """Take what somebody told us as so, with all that follows from it at once.

    Parameters
    ----------
    by
        Who decides.
    proposal
        Which one.
    today
        The day it is decided.
    seen
        How it stood when whoever decides looked at it, where they did.
    fields
        What it shall say, as whoever decides has mended it; as it was told, where
        they have not.

    Raises
    ------
    NotFound
        When there is no such proposal.
    NotPossible
        When it was taken back, is for its communities to answer, was decided by
        somebody else meanwhile, or when a field is not understood.
    """
    found = _undecided(proposal, seen, not_yet=Standing.ACCEPTED)
    refuse_what_is_not_theirs(found, by=by, today=today)
    written = [name for name, value in (fields or {}).items() if value]
    thing = Thing.of(decided(found, by)["subject"])
    require(by=by, deed="assets.accept_change", thing=thing, fields=written)
    forget_heard(found, today)
    _follow(found, fields, by=by, today=today)
    forget_old_worries(today)
    found.standing, found.decided_on, found.why = Standing.ACCEPTED, today, ""
    found.decided_as = by.kind
    found.save()
    record(by=by, deed="assets.accept_change", **decided(found, by))


@transaction.atomic
def decline_change(
    *,
    by: Actor,
    proposal: UUID,
    why: str,
    today: date,
    seen: Standing | None = None,
    asked: Asked | None = None,
) -> None:
    """Leave the list as it is, or as it was before this was accepted.

    Parameters
    ----------
    by
        Who decides.
    proposal
        Which one.
    why
        In a line, so that whoever asks can be told.
    today
        The day it is decided.
    seen
        How it stood when whoever decides looked at it, where they did.
    asked
        What those who look after it said, where they were asked: that it is as we have
        it, or that it is not to be listed; then it is not proposed again.

    Raises
    ------
    NotFound
        When there is no such proposal.
    NotPossible
        When it was taken back, is for its communities to answer, was decided by
        somebody else meanwhile, or when no reason is given.
    """
    if not why.strip():
        raise NotPossible("Say why, so that whoever asks can be told.")
    found = _undecided(proposal, seen, not_yet=Standing.DECLINED)
    refuse_what_is_not_theirs(found, by=by, today=today)
    forget_heard(found, today)
    said = hear_asked(found, by, today, asked=asked)
    if found.standing == Standing.ACCEPTED:
        _undo(found, by=by, today=today)
    _keep_to_it(found, asked, by=by, today=today)
    forget_old_worries(today)
    found.told.pop(ToldField.SHOWN_AS, None)
    found.standing, found.decided_on = Standing.DECLINED, today
    found.why, found.decided_as, found.before = why.strip()[:300], by.kind, said
    found.save()
    record(by=by, deed="assets.decline_change", **decided(found, by))


def _follow(
    found: Proposal, fields: Mapping[ToldField, str] | None, *, by: Actor, today: date
) -> None:
    """Do what follows from taking it as so, and keep what stood there before."""
    told = {ToldField(name): value for name, value in found.told.items()}
    shall = told if fields is None else fields
    match found.kind:
        case ProposalKind.CLOSED:
            found.before = close(found, shall, by=by, today=today)
        case ProposalKind.HOLDER:
            found.before = dispute(found, shall, by=by, today=today)
        case ProposalKind.WRONG:
            found.before = mend(found, shall, by=by, today=today)
        case ProposalKind.NEW:
            found.before = begin(found, shall, by=by, today=today)
        case ProposalKind.USED:
            found.before = note_use(found, by=by, today=today)
        case kind if kind in PUBLIC_WORDS | WISHES:
            found.told = _with_whom(told, shall)
            found.before = hear_visit(found, today)


def _with_whom(
    told: Mapping[ToldField, str], shall: Mapping[ToldField, str]
) -> dict[str, str]:
    """Say as whom it is shown, where whoever decides has let that be: else nobody."""
    whom = shall.get(ToldField.SHOWN_AS, "").strip()[:MOST_LETTERS_OF_WHO]
    kept = {str(name): value for name, value in told.items()}
    return {**kept, ToldField.SHOWN_AS: whom}


def _undo(found: Proposal, *, by: Actor, today: date) -> None:
    """Put back what stood there before it was accepted."""
    match found.kind:
        case ProposalKind.CLOSED:
            open_again(found, by=by, today=today)
        case ProposalKind.WRONG:
            unmend(found, by=by, today=today)
        case ProposalKind.NEW:
            end(found)
        case ProposalKind.HOLDER:
            agree_again(found, by=by, today=today)
        case ProposalKind.USED:
            forget_use(found, by=by, today=today)


def _keep_to_it(
    found: Proposal, asked: Asked | None, *, by: Actor, today: date
) -> None:
    """Note that what is new there asked not to be listed, where it did."""
    if asked is not Asked.NOT_LISTED or found.kind != ProposalKind.NEW:
        return
    name, place = (found.told.get(one, "") for one in (ToldField.NAME, ToldField.PLACE))
    leave_out(by=by, region=found.region_id, name=name, place=place, today=today)


def _undecided(proposal: UUID, seen: Standing | None, *, not_yet: Standing) -> Proposal:
    """Find a proposal that may still go the other way."""
    found = locked().filter(pk=proposal).first()
    if found is None:
        raise NotFound("There is no such proposal.")
    is_theirs = found.decides == Decider.COMMUNITIES
    if is_theirs and found.standing != Standing.TAKEN_BACK:
        raise NotPossible("Whose it is, its communities say. Ask them.")
    refuse_what_is_decided(found.standing, not_yet=not_yet, seen=seen)
    return found
