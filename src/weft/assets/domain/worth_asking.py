"""Which one question could the register ask, to open a third choice to most?

What is reckoned elsewhere (``access/domain/whatif/asking.py``) is handed over to it
as this: of which offer, what nobody has told us, and for about how many people a third
choice would be certain by the answer that opens it. It counts for its week alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from weft.assets.domain.facts import WORDS, FactField
from weft.commons.saying import language_name, listed


class Untold(StrEnum):
    """What may be unknown of an offer besides its facts."""

    PRICE = "price"
    AGES = "ages"
    LANGUAGES = "languages"
    STILL_ON = "still_on"


About = FactField | Untold
NOT_SEEN = 0
"""In the place of a number of people that rounds to nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthAsking:
    """A question worth asking whoever holds an offer.

    Attributes
    ----------
    about
        What nobody has told us.
    tongues
        One of which would do, where it is about languages.
    people
        For about how many a third choice would be certain: an estimate, rounded as
        every one is (``commons/disclosure``); ``NOT_SEEN`` where it only brings people
        nearer.
    more
        Other offers in the same building, where the answer tells of that.
    """

    offer: UUID
    about: About
    people: int
    tongues: tuple[str, ...] = ()
    more: tuple[UUID, ...] = ()


def about_of(told: str) -> About:
    """Read what a question is about.

    Raises
    ------
    ValueError
        When nothing is called so.
    """
    return FactField(told) if told in set(FactField) else Untold(told)


_OTHERWISE: Mapping[Untold, str] = {
    Untold.PRICE: "What does it cost?",
    Untold.AGES: "For which ages is it?",
    Untold.STILL_ON: "Is it still on, as the list says?",
}


def asked_in_words(about: About, tongues: tuple[str, ...] = ()) -> str:
    """Put the question."""
    if isinstance(about, FactField):
        return WORDS[about].ask
    if about is Untold.LANGUAGES:
        names = [language_name(one) for one in tongues]
        return f"Is {listed(names, joint='or')} spoken there?"
    return _OTHERWISE[about]


def opens_in_words(people: int) -> str:
    """Say what asking may bring; never that it will."""
    if people == NOT_SEEN:
        return "Asking this could bring people nearer to three choices."
    return f"Asking this could open a third choice to about {people:,} people."
