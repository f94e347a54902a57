"""Whose order of priorities is it, since when, and what stands first in it?

All of it stands in a link, so it is made of closed words only: a kind of community, a
neighbourhood, a day. Nobody's name can be put there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from weft.assets.domain.kinds import OfferKind

RANKED = (4, 3, 2)
"""What a person counts for in the place that stands first, second, third; else once."""


class Whose(StrEnum):
    """Who says what matters most to them; the words stand with the page."""

    RESIDENTS = "residents"
    COUNCIL = "council"
    MEETING = "meeting"
    GROUPS = "groups"
    YOUNG = "young"
    PATIENTS = "patients"
    FAITH = "faith"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a community put first, and who says so.

    Attributes
    ----------
    whose
        None where nobody says whose order it is.
    of
        The neighbourhood whose community it is; "" for all of the region.
    said_on
        When they said so; None where that is not told.
    places
        Neighbourhoods, the first first; at most as many as ``RANKED``.
    kinds
        Kinds of offers, likewise.
    """

    whose: Whose | None = None
    of: str = ""
    said_on: date | None = None
    places: tuple[str, ...] = ()
    kinds: tuple[OfferKind, ...] = ()


NO_ORDER = Order()


def weights_by_place(
    order: Order, inside: Mapping[str, str]
) -> tuple[tuple[str, int], ...]:
    """Say what a person counts for in each area of the places that stand first.

    Parameters
    ----------
    order
        The order.
    inside
        Of each area, the neighbourhood it lies in.

    Returns
    -------
    tuple
        Areas with their weight, by code; all others count once.
    """
    ranked = dict(zip(order.places, RANKED, strict=False))
    return tuple(
        (area, ranked[place])
        for area, place in sorted(inside.items())
        if place in ranked
    )


def ranks_of(kinds: Sequence[OfferKind], first: Sequence[OfferKind]) -> list[int]:
    """Say where each kind stands in an order; those not named stand last, together.

    >>> ranks_of([OfferKind.FOOD, OfferKind.CREATIVE], [OfferKind.CREATIVE])
    [1, 0]
    """
    return [first.index(one) if one in first else len(first) for one in kinds]
