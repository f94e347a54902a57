"""Which chances are there to lend a hand, to be paid, to learn?"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_TIME = re.compile(
    r"(?:about )?(?:(\d+(?:\.\d+)?) ?h(?:ours?|rs?)?)?(?: ?(\d+) ?m(?:in(?:ute)?s?)?)?"
)
AN_HOUR = 60


class ChanceKind(StrEnum):
    """What one gets for one's time."""

    VOLUNTARY = "voluntary"
    PAID = "paid"
    LEARNING = "learning"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChanceTold:
    """A chance as one source tells of it; ``None`` and "" where nobody has said.

    ``group`` and ``place`` are references, ``minutes_in_all`` all that is asked from
    the first time to the last, without the way there.
    """

    reference: str
    kind: ChanceKind
    name: str
    summary: str = ""
    group: str = ""
    place: str = ""
    minutes_in_all: int | None = None
    once: bool | None = None
    when: str = ""
    first_on: date | None = None
    last_on: date | None = None
    with_whom: str = ""
    expenses: bool | None = None
    expenses_note: str = ""
    pay: str = ""
    region_wide: bool | None = None
    telephone: str = ""
    how_to_join: str = ""
    told_by: str = ""
    told_on: date | None = None


def is_an_hour_once(minutes: int | None, *, once: bool | None) -> bool:
    """Tell whether a chance is known to ask one hour at most, and once."""
    return once is True and minutes is not None and minutes <= AN_HOUR


def minutes(told: str) -> int | None:
    """Read a length of time in minutes; None where it is none.

    >>> minutes("1 hour 30 min"), minutes("45 min"), minutes("1.5 h"), minutes("a bit")
    (90, 45, 90, None)
    """
    found = _TIME.fullmatch(told.strip().lower())
    if not found or not (found[1] or found[2]):
        return None
    return round(float(found[1] or 0) * AN_HOUR) + int(found[2] or 0)
