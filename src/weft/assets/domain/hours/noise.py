"""What stands beside the hours and says nothing of them: ages, prices, doors, tea?"""

import re
from datetime import time

from weft.assets.domain.hours.clocks import CLOCK
from weft.assets.domain.hours.slate import DAY, Slate
from weft.assets.domain.hours.values import SessionRead

_ALWAYS = (
    r"\b24\s?/\s?7\b|\b24 ?(?:hours|hrs)\b|\ball hours\b"
    r"|\b(?:always open|open always)\b|\bround the clock\b"
)
_ANY_TIME = r"\bany ?time\b"
_NOISE = (
    r"£\s?\d+(?:\.\d\d)?(?:\s?-\s?£?\d+(?:\.\d\d)?)?|\b\d+p\b",
    (
        r"\b(?:under|over|ages?d?|u|yrs?|years?|room|unit|hall|zone|max(?:imum)?|capacity)"
        r"\s?\d+(?:\s?(?:-|to)\s?\d+)?(?:'?s\b)?(?:\s?(?:yrs?|years?|olds?)\b)*"
    ),
    r"\b\d+\s?(?:-|to)\s?\d+\s?-?(?:yrs?|years?|months?)\b(?:[ -]olds?)?",
    r"\b\d+\s?(?:\+|plus\b|yrs?\b|years?\b|places\b|spaces\b|people\b)(?:[ -]olds?)?",
    r"\b\d+'?s\b",
)
_BESIDE = (
    # What has an hour of its own, and is not what one comes for.
    r"\b(?:refreshments?|bar|kettle(?: on)?|tea|coffee|cakes?|last orders|last entry"
    r"|new (?:members|starters)|registration|food|kitchen)(?: is| are)?"
    rf"(?: at| from| by| till?| until)? {CLOCK}"
)
_DOORS = (
    rf"\bdoors?(?: open)?(?: at| from)? {CLOCK}(?:\s?(?:,|/|for|-))?"
    rf"|{CLOCK} doors?\b(?:\s?(?:,|/))?"
)
_MEET_FOR = rf"{CLOCK}\s?(?:,\s?)?for (?={CLOCK})"


_SERVICE = (
    rf"\b(?:(?:after|following|before) )?(?:the )?(?:{CLOCK}|MORNING|AFTERNOON|EVENING)"
    r" (?P<what>service|mass|prayers?|worship|assembly)\b"
)


def take_standing(slate: Slate) -> SessionRead | None:
    """Read «24/7» and «open any time»; None where hours are told as well."""
    said_always = slate.has(_ALWAYS)
    timed = Slate(slate.words)
    timed.wipe(_ALWAYS + r"|(?:,? ?7 days(?: a week)?)")
    if timed.has(rf"\d|{DAY}"):
        return None
    if not said_always and not slate.has(_ANY_TIME):
        return None
    return SessionRead(days=tuple(range(7)), starts=time(), ends=time())


def take_noise(slate: Slate) -> None:
    """Wipe off what looks like hours and is not; doors only if a start is told too."""
    for pattern in _NOISE:
        slate.wipe(pattern)
    slate.wipe(_MEET_FOR)
    slate.words = re.sub(_SERVICE, _without_its_hour, slate.words)
    for pattern in (_DOORS, _BESIDE):
        rest = Slate(slate.words)
        rest.words = re.sub(pattern, _leaning, slate.words)
        if rest.has(CLOCK):
            slate.words = " ".join(rest.words.split())


def _without_its_hour(found: re.Match[str]) -> str:
    """Leave «after the 10am service» without the hour, which is another's."""
    words = found[0].split()
    tied = words[0] in {"after", "following", "before"}
    return f"{words[0]} {found['what']}" if tied else found[0]


def _leaning(found: re.Match[str]) -> str:
    """Leave of «doors 7pm» that it is in the evening, and no more."""
    return " EVENING " if re.search(r"[5-9](?:[.:]\d\d)?pm", found[0]) else " "
