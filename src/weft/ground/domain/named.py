"""What do people call the place they start from?"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from weft.commons.places import Point


class NamedPlaceKind(StrEnum):
    """What bears the name; the order is the order in which they are offered."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    SUBURB = "suburb"
    HAMLET = "hamlet"
    NEIGHBOURHOOD = "neighbourhood"
    AREA = "area"  # a ward, a district, a neighbourhood of official statistics
    STREET = "street"
    STOP = "stop"
    OUTWARD = "outward"  # BD3, the first half of a postcode
    SECTOR = "sector"  # LS9 6, and a little more


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlaceTold:
    """A town, village, street or stop that somebody may start from.

    ``within`` tells two alike apart: the Station Road of which town.
    """

    kind: NamedPlaceKind
    name: str
    point: Point
    within: str = ""


_WITHIN = re.compile("['’`´.]")
# Vowel signs of Arabic and of the scripts of India are no \w, but part of a word.
_BETWEEN = re.compile(r"[^\w\u0600-\u06ff\u0900-\u0dff]+|_")
_ACCENTS = re.compile("[\u0300-\u036f]")  # of Latin letters; vowel signs are letters


def folded(name: str) -> str:
    """Write a name the way it is looked up: no case, accents, marks or blanks doubled.

    Letters of every script are kept; ``&`` is read as «and», a hyphen as a blank, and
    an apostrophe as nothing, because «St Anne's» is typed «st annes».
    """
    plain = unicodedata.normalize("NFKD", name.replace("&", " and "))
    # «𝐀» is only A once it is decomposed, and then it has a small letter.
    small = unicodedata.normalize("NFKD", plain.casefold())
    composed = unicodedata.normalize("NFKC", _ACCENTS.sub("", small))
    return " ".join(_BETWEEN.sub(" ", _WITHIN.sub("", composed)).split())
