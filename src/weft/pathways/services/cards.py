"""How does somebody take a card along, and how is it counted that they came?

Nothing here knows a person: a card is handed over by somebody to somebody.
"""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import F

from weft.accounts.actors import Actor
from weft.accounts.codes import fresh_code, hash_of
from weft.accounts.services import record
from weft.assets.queries import offer_page
from weft.assets.queries.holding import group_in_hand
from weft.commons.errors import NotPossible
from weft.commons.times import Week
from weft.pathways.domain.cards import (
    LETTERS,
    MOST_CARDS,
    lapses_before,
)
from weft.pathways.models import Came, Card

VERY_MANY = "Very many cards were made for this today. Please try again next week."
NO_SUCH_CARD = (
    "We do not know this card. It may be for another group, used before, or older than "
    "12 weeks. Look again at its letters."
)


@transaction.atomic
def hand_over(*, by: Actor, offer: UUID, today: date) -> str:
    """Make a card for an offer.

    The record says that a card was made, and not for what: with its minute it would
    tell of a consultation.

    Parameters
    ----------
    by
        Whoever hands it over; nobody knows who.
    offer
        The key of an offer that may be seen.
    today
        A day of the week that is kept with it.

    Returns
    -------
    str
        The code, as «abcd-efgh»; only its hash is kept.

    Raises
    ------
    NotFound, NotPossible
        There is no such offer, or very many cards were made for it.
    """
    offer_page(offer)
    monday = Week.of(today).monday
    if Card.objects.filter(offer=offer, monday=monday).count() >= MOST_CARDS:
        raise NotPossible(VERY_MANY)
    code = fresh_code(LETTERS)
    Card.objects.create(code_hash=hash_of(code), offer=offer, monday=monday)
    record(by=by, deed="pathways.hand_over", subject=f"card {monday}")
    return code


@transaction.atomic
def came_with_card(*, by: Actor, group: UUID, code: str, today: date) -> None:
    """Count that somebody came with a card; the card is spent and forgotten.

    Parameters
    ----------
    by
        Whoever holds the group's link.
    group
        The key of the group; the card must be for something it offers.
    code
        As it was typed.
    today
        The day they say so; the week is counted.

    Raises
    ------
    NotFound, NotPossible
        There is no such group; or it has no such card.
    """
    offers = [one.key for one in group_in_hand(group).offers]
    card = (
        Card.objects.select_for_update()
        .filter(
            code_hash=hash_of(code), offer__in=offers, monday__gte=lapses_before(today)
        )
        .first()
    )
    if card is None:
        raise NotPossible(NO_SUCH_CARD)
    card.delete()
    monday = Week.of(today).monday
    counted, _ = Came.objects.get_or_create(offer=card.offer, monday=monday)
    Came.objects.filter(pk=counted.pk).update(people=F("people") + 1)
    record(by=by, deed="pathways.came_with_card", subject=f"asset {group}")


@transaction.atomic
def lapse_cards(*, by: Actor, today: date) -> int:
    """Forget the cards that nobody came with within ``LAPSE_WEEKS``.

    Returns
    -------
    int
        How many.
    """
    gone, _ = Card.objects.filter(monday__lt=lapses_before(today)).delete()
    record(by=by, deed="pathways.lapse_cards", subject="cards")
    return gone
