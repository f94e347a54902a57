"""How does a group tell the weeks in which it does not meet, and take one back?

Once it has said anything of rests, its own list counts in place of what others told;
where its list says the same as theirs, it is taken away again and leaves no trace.
"""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.facts import WordField
from weft.assets.domain.holding import HOLDER, LONGEST_PAUSE
from weft.assets.domain.resting import NO_REST, Rest, joined, rests_in_force
from weft.assets.domain.sureness import Aspect, Event
from weft.assets.models import Fact, Offer
from weft.assets.queries.resting import rests_of
from weft.assets.services.hearing import note_heard
from weft.assets.services.in_hand import InHand, in_hand, offer_of, tell_anew
from weft.commons.errors import NotPossible

NOT_A_REST = "Choose a first day and a last day, within the year to come."


@transaction.atomic
def tell_rest(
    *, by: Actor, group: UUID, rest: Rest, today: date, offer: UUID | None = None
) -> None:
    """Let something that a group offers not meet on some days, told beforehand.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    rest
        From which day to which; it may have begun.
    offer
        What rests; all that the group offers, where none is named.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group or offer, or the days are not in the year to come.
    """
    if not (rest.is_one and today <= rest.last_on <= today + LONGEST_PAUSE):
        raise NotPossible(NOT_A_REST)
    held = in_hand(group)
    rows = held.offers if offer is None else (offer_of(held, offer),)
    for row in rows:
        _keep(held, row, (*_coming(row, today), rest), today)
        note_heard(row, Event.TOLD_ANEW, today, Aspect.DAYS)
    tell_anew(held, today)
    record(
        by=by,
        deed="assets.tell_rest",
        subject=f"asset {group}",
        details={"rest": str(rest), "offers": len(rows)},
    )


@transaction.atomic
def take_rest_back(
    *, by: Actor, group: UUID, offer: UUID, rest: Rest, today: date
) -> None:
    """Let something be on after all on days that were told as a rest.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    offer, rest
        What it is that the group offers, and when it was to rest.

    Raises
    ------
    NotFound
        When there is no such group or offer.
    """
    held = in_hand(group)
    row = offer_of(held, offer)
    kept = [one for one in _coming(row, today) if one != rest]
    _keep(held, row, kept, today)
    tell_anew(held, today)
    record(
        by=by,
        deed="assets.take_rest_back",
        subject=f"asset {group}",
        details={"rest": str(rest), "offer": str(offer)},
    )


def _coming(offer: Offer, today: date) -> tuple[Rest, ...]:
    """List the rests that count and are not over."""
    every = rests_of(Q(offer=offer)).get(offer.pk, ())
    return tuple(one for one in every if one.last_on >= today)


def _keep(held: InHand, offer: Offer, rests: Collection[Rest], today: date) -> None:
    """Keep the group's own list, unless others told the same."""
    told = Fact.objects.filter(offer=offer, field=WordField.REST)
    told.filter(source=HOLDER).delete()
    others = rests_in_force(told.values_list("source", "value"))
    shall = joined(rests)
    if shall == tuple(one for one in others if one.last_on >= today):
        return
    for value in [str(one) for one in shall] or [NO_REST]:
        Fact.objects.create(
            offer=offer,
            source=HOLDER,
            field=WordField.REST,
            value=value,
            told_by=held.told_by,
            told_on=today,
        )
