"""Which decisions about what was told move how sure we are, and how far?

A stranger's word that nobody has read moves nothing: anybody could make us unsure of
whom they like, without a name, and a page that says so, or a card that sinks, is a
claim that took effect. It counts once somebody who checks the list has it before them
and takes it as so (docs/methods/sureness.md).
"""

from collections.abc import Iterable
from datetime import date

from weft.accounts.actors import BOUND, Actor
from weft.assets.domain.facts import FactField
from weft.assets.domain.proposals import Asked, Felt, ProposalKind, ToldField
from weft.assets.domain.sureness import Aspect, Event, aspect_of_fact
from weft.assets.models import Asset, FactEvent, Offer, Proposal
from weft.assets.services.hearing import note_heard, say_how_sure
from weft.assets.services.proposals.kept import Before
from weft.commons.standing import Standing

SIDES = {
    ToldField.WHEN: Aspect.DAYS,
    ToldField.PLACE: Aspect.ADDRESS,
    ToldField.STEP_FREE: aspect_of_fact(FactField.STEP_FREE),
    ToldField.ROOM: Aspect.DOOR,
}
"""Which side of a thing a field is about; a name and a number have no pace."""
HEARD = "heard"


def hear_told_anew(thing: Asset | Offer, today: date) -> Before:
    """Hear that its times are told anew: we are as sure as on the first day."""
    return _noted(thing, Event.TOLD_ANEW, today, [Aspect.DAYS])


def hear_doubted(row: Proposal, thing: Asset | Offer, today: date) -> Before:
    """Hear that it is wrong, where nobody knows what is right; it counts once."""
    return _noted(thing, Event.SAID_WRONG, today, _told_of(row) or [None])


def hear_asked(row: Proposal, by: Actor, today: date, *, asked: Asked | None) -> Before:
    """Hear from those who look after it that it is as we say.

    They were asked, or say so by their own link of what nobody had decided. Only of
    what it was about: that it is there, and what somebody said was wrong.
    """
    thing = row.offer or row.asset
    themselves = by.kind in BOUND and row.standing == Standing.PROPOSED
    if thing is None or not (themselves or asked is Asked.NOT_SO):
        return {}
    event = Event.CONFIRMED if themselves else Event.CHECKED
    return _noted(thing, event, today, [Aspect.EXISTS, *_told_of(row)])


def hear_visit(row: Proposal, today: date) -> Before:
    """Hear that somebody went, and that it was there; the day is that of their word.

    Who felt welcome there, or partly so, found it on.
    """
    thing = row.offer or row.asset
    if thing is None or row.kind != ProposalKind.VISIT:
        return {}
    met = row.told.get(ToldField.WELCOME) in {Felt.YES, Felt.PARTLY}
    sides = [Aspect.EXISTS, Aspect.DAYS] if met else [Aspect.EXISTS]
    return _noted(thing, Event.FOUND_SO, min(row.said_on, today), sides)


def forget_heard(row: Proposal, today: date) -> None:
    """Forget what was heard by it, and be as sure as before."""
    heard, thing = row.before.pop(HEARD, ""), row.offer or row.asset
    if heard and thing is not None:
        FactEvent.objects.filter(pk__in=map(int, heard.split())).delete()
        say_how_sure(thing, today)


def _told_of(row: Proposal) -> list[Aspect]:
    """Name the sides of which it tells, each once."""
    told = (SIDES[ToldField(name)] for name in row.told if name in SIDES)
    return list(dict.fromkeys(told))


def _noted(
    thing: Asset | Offer, event: Event, on: date, sides: Iterable[Aspect | None]
) -> Before:
    noted = [note_heard(thing, event, on, side) for side in sides]
    return {HEARD: " ".join(str(one.pk) for one in noted)}
