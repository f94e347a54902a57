"""How does a stranger tell us something, and take it back?"""

from datetime import date

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.codes import fresh_code, hash_of
from weft.accounts.services import record
from weft.assets.domain.kinds import INTANGIBLE
from weft.assets.domain.proposals import (
    PLACES,
    WAITING_FOR_ONE_THING,
    WAITING_IN_A_REGION,
    Decider,
    ProposalKind,
    ProposalTold,
    ToldField,
    decider_of,
)
from weft.assets.models import Answer, Asset, Offer, Proposal
from weft.assets.queries.seen import NOT_HERE, found_asset, found_offer, is_whole
from weft.assets.services.proposals.asking import ask_all_named
from weft.assets.services.proposals.disputing import lower, raise_again
from weft.assets.services.proposals.heard import forget_heard
from weft.assets.services.proposals.kept import about, locked
from weft.assets.services.proposals.not_listing import refuse_who_asked
from weft.assets.services.proposals.using import NO_PLACE
from weft.assets.services.proposals.worries import forget_old_worries
from weft.assets.services.things import of
from weft.commons.errors import NotFound, NotPossible
from weft.commons.standing import Standing, refuse_a_flood
from weft.ground import queries as ground

CHANGES_THE_LIST = frozenset(
    {
        ProposalKind.NEW,
        ProposalKind.WRONG,
        ProposalKind.CLOSED,
        ProposalKind.HOLDER,
        ProposalKind.USED,
    }
)
"""What follows from these stands by the word of whoever accepted it, and they may still
turn it round when the words are gone."""


@transaction.atomic
def propose_change(*, by: Actor, region: str, told: ProposalTold, today: date) -> str:
    """Keep what somebody tells us until it is decided; nothing else changes by it.

    But for one thing: where somebody says that a tradition, a story, a recipe is held
    by others than we name, it is only *known to exist* until its communities answer.

    Parameters
    ----------
    by
        Who tells it; usually nobody knows.
    region
        The slug of the region it is told of, where it is about no thing on the list.
    told
        What they tell.
    today
        The day on which it is told.

    Returns
    -------
    str
        The code that takes it back; only its hash is kept.

    Raises
    ------
    NotFound
        When there is no such region, or no such thing that may be seen.
    NotPossible
        When the words cannot be taken (``ProposalTold.checked``), when the thing asked
        not to be listed, or when very much waits to be read.
    """
    told = told.checked()
    thing = _thing(told)
    if told.kind is ProposalKind.USED and not _is_place(thing):
        raise NotPossible(NO_PLACE)
    where = thing.region_id if thing else ground.region(region).slug
    _refuse_a_flood(where, told, thing)
    if told.kind is ProposalKind.NEW:
        name, place = (
            told.told.get(one, "") for one in (ToldField.NAME, ToldField.PLACE)
        )
        refuse_who_asked(where, name=name, place=place)
    forget_old_worries(today)
    code = fresh_code()
    row = _kept(told, thing, region=where, code=code, today=today)
    if row.decides == Decider.COMMUNITIES:
        lower(row, by=by)
        ask_all_named(row, by=by, today=today)
    record(by=by, deed="assets.propose_change", **about(row))
    return code


@transaction.atomic
def take_back_change(*, by: Actor, code: str, today: date) -> None:
    """Remove somebody's words for good; that something was told stays known.

    What was accepted by then stays: whoever decided it stands for it.

    Raises
    ------
    NotFound
        When nothing that was told has this code.
    """
    found = locked().filter(code_hash=hash_of(code)).first()
    if found is None or found.standing == Standing.TAKEN_BACK:
        raise NotFound("Nothing that was told has this code. Look again at it.")
    if found.decides == Decider.COMMUNITIES:
        raise_again(found, by=by)
    if found.kind == ProposalKind.VISIT:
        forget_heard(found, today)
    if found.standing == Standing.ACCEPTED and found.kind in CHANGES_THE_LIST:
        found.code_hash = f"taken back {found.pk}"  # what was accepted stays so
    else:
        found.standing, found.decided_on = Standing.TAKEN_BACK, today
    found.words = found.said_as = found.why = ""
    found.told = {}
    found.save()
    Answer.objects.filter(proposal=found).delete()
    record(by=by, deed="assets.take_back_change", **about(found))


def _thing(told: ProposalTold) -> Asset | Offer | None:
    """Find what it is about, where that may be seen: whole, to be told of a visit."""
    if told.thing is None:
        return None
    try:
        return found_offer(told.thing)
    except NotFound:
        found = found_asset(told.thing)
    if told.kind is ProposalKind.VISIT and not is_whole(found):
        raise NotFound(NOT_HERE)
    return found


def _is_place(thing: Asset | Offer | None) -> bool:
    return isinstance(thing, Asset) and thing.kind in PLACES


def _refuse_a_flood(
    region: str, told: ProposalTold, thing: Asset | Offer | None
) -> None:
    """Refuse to bury what is meant under what is not."""
    waiting = Proposal.objects.filter(region=region, standing=Standing.PROPOSED)
    most = WAITING_IN_A_REGION
    if thing is not None:
        waiting, most = waiting.filter(**of(thing)), WAITING_FOR_ONE_THING
    elif told.kind is ProposalKind.WORRY:
        # A flood of offers must never keep a worry from being heard.
        waiting = waiting.filter(kind=ProposalKind.WORRY)
    else:
        waiting = waiting.exclude(kind=ProposalKind.WORRY)
    refuse_a_flood(waiting.count(), most=most)


def _kept(
    told: ProposalTold,
    thing: Asset | Offer | None,
    *,
    region: str,
    code: str,
    today: date,
) -> Proposal:
    intangible = isinstance(thing, Asset) and thing.kind in INTANGIBLE
    return Proposal.objects.create(
        region_id=region,
        kind=told.kind,
        told=dict(told.told),
        words=told.words,
        said_as=told.said_as,
        standing=Standing.PROPOSED,
        decides=decider_of(told.kind, intangible=intangible),
        said_on=today,
        code_hash=hash_of(code),
        **of(thing),
    )
