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


def folded(name: str) -> str:
    """Write a name the way it is looked up: no case, accents, marks or blanks doubled.

    Letters of every script are kept; ``&`` is read as «and», a hyphen as a blank, and
    an apostrophe as nothing, because «St Anne's» is typed «st annes».
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    kept = "".join(mark for mark in plain if unicodedata.category(mark) != "Mn")
    composed = unicodedata.normalize("NFC", re.sub("['’`´.]", "", kept))
    return " ".join(re.sub(r"[\W_]+", " ", composed).split())
