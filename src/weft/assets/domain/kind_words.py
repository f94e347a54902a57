"""Which of our kinds do people's and directories' own words for an activity mean?

Matched on whole words, in the order in which they stand; the words themselves are kept
beside as tags, because several vocabularies stand side by side here and none replaces
another.
"""

import re
from collections.abc import Iterable

from weft.assets.domain.kinds import OfferKind

_WORDS: dict[OfferKind, str] = {
    OfferKind.CREATIVE: """
        art arts craft crafts creative making music singing drama theatre writing
        painting drawing pottery clay photography textiles sewing knitting repair
        mending wood print printmaking poetry band choir zine
        """,
    OfferKind.CULTURAL: """
        culture cultural film reading books museum literature library faith festival
        """,
    OfferKind.COMMUNITY: """
        company community friendship social families befriending sitting tea visiting
        conversation talk talking neighbours warmth women men deaf volunteering
        """,
    OfferKind.FOOD: "food cooking meals lunch baking kitchen soup",
    OfferKind.HERITAGE: "heritage history tradition",
    OfferKind.NATURE: "nature gardening outdoors growing garden birds water wildlife",
    OfferKind.MOVEMENT: """
        moving movement walking dance dancing exercise sport swimming cycling running
        yoga
        """,
    OfferKind.LEARNING: "learning training course language esol digital science",
    OfferKind.HEALTH: "health wellbeing recovery",
    OfferKind.SUPPORT: """
        advice support care help money housing work carers travel disability
        """,
    OfferKind.PLAY: "play games fun chess cards bingo quiz",
}
KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
KINDS |= {str(kind): kind for kind in OfferKind}


def kinds_of(terms: Iterable[str]) -> tuple[str, ...]:
    """Say what kinds some words mean, in the order in which they stand."""
    words = (word for term in terms for word in re.findall(r"[a-z]+", term.lower()))
    return tuple(dict.fromkeys(str(KINDS[word]) for word in words if word in KINDS))
