"""What can have changed about a thing, and who keeps it?"""

from enum import StrEnum

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.listing import OF_THE_PLACE


class Aspect(StrEnum):
    """One side of a thing that can change apart from the others.

    The first seven are measured on the lists of public libraries; the rest borrow
    the pace of one of them (``BORROWS``).
    """

    EXISTS = "exists"
    POSTCODE = "postcode"
    ADDRESS = "address"
    EMAIL = "email"
    DAYS = "days"
    HOURS = "hours"
    STAFF = "staff"
    PRICE = "price"
    DOOR = "door"  # steps, toilets, loop: what is so of a building
    WELCOME = "welcome"  # who may come, and how it is there


MEASURED = (
    Aspect.EXISTS,
    Aspect.POSTCODE,
    Aspect.ADDRESS,
    Aspect.EMAIL,
    Aspect.DAYS,
    Aspect.HOURS,
    Aspect.STAFF,
)
BORROWS = {
    Aspect.PRICE: Aspect.HOURS,
    Aspect.DOOR: Aspect.ADDRESS,
    Aspect.WELCOME: Aspect.DAYS,
}
"""Assumed, until somebody measures it: no list of two years tells prices or doors."""

IN_WORDS = {
    Aspect.EXISTS: "It is still there",
    Aspect.POSTCODE: "The postcode",
    Aspect.ADDRESS: "The first line of the address",
    Aspect.EMAIL: "The e-mail",
    Aspect.DAYS: "Which days, and which part of the day",
    Aspect.HOURS: "The hours of a week",
    Aspect.STAFF: "The hours with staff",
}
"""How a page names what was measured."""


class Keeper(StrEnum):
    """Who keeps a thing going; what volunteers keep changes about twice as fast."""

    PAID = "paid"
    VOLUNTEERS = "volunteers"
    EITHER = "either"  # nobody has said


KEEPERS_IN_WORDS = {
    Keeper.PAID: "Run by paid people",
    Keeper.VOLUNTEERS: "Run by the community",
    Keeper.EITHER: "All of them",
}

_PAID_PLACES = frozenset(
    {"library", "museum", "doctors", "clinic", "pharmacy", "dentist", "school"}
)
_BY_VOLUNTEERS = frozenset(
    {
        AssetKind.GROUP,
        AssetKind.PARTNERSHIP,
        AssetKind.CHANNEL,
        AssetKind.PERSON,
        AssetKind.EVENT,
    }
)


OF_THE_HOURS = frozenset(
    {FactField.EVENING, FactField.LATE, FactField.HALF_HOUR, WordField.REST}
)


def aspect_of_fact(field: FactField | WordField) -> Aspect:
    """Say which side of a thing a told fact is about."""
    if field in OF_THE_PLACE or field is WordField.ACCESS:
        return Aspect.DOOR
    if field is FactField.FREE:
        return Aspect.PRICE
    if field in OF_THE_HOURS:
        return Aspect.DAYS
    return Aspect.STAFF if field is WordField.STAFFED_HOURS else Aspect.WELCOME


def keeper_of(kind: str, place_kind: str = "", form: str = "") -> Keeper:
    """Say who keeps a thing, as far as its kind and form of ownership tell.

    Parameters
    ----------
    kind, place_kind
        As the register holds them; ``offer`` for something to do.
    form
        How it is owned, in the teller's words.
    """
    if "by the community" in form or kind in _BY_VOLUNTEERS or kind == "offer":
        return Keeper.VOLUNTEERS
    return Keeper.PAID if place_kind in _PAID_PLACES else Keeper.EITHER
