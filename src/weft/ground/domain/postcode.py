"""How is a postcode written, and how is it compared?

The forms are those of BS 7666: an outward code (``HX7``, ``LS9``, ``EC1A``) and an
inward code of a digit and two letters. People type them in any case, with blanks
anywhere, and often only the outward code or its beginning of the inward one.
"""

import re

OUTWARD = r"[A-Z]{1,2}[0-9][0-9A-Z]?"
_WHOLE = re.compile(rf"({OUTWARD})([0-9][A-Z]{{2}})")
_OUTWARD = re.compile(OUTWARD)
_SECTOR = re.compile(rf"({OUTWARD})([0-9])")


def compact(text: str) -> str:
    """Write a postcode without blanks and in capitals, as it is compared."""
    return "".join(text.split()).upper()


def is_postcode(text: str) -> bool:
    """Tell whether a compact text has the form of a whole postcode."""
    return _WHOLE.fullmatch(text) is not None


def is_outward(text: str) -> bool:
    """Tell whether a compact text has the form of an outward code: BD3, EC1A."""
    return _OUTWARD.fullmatch(text) is not None


def sector_of(text: str) -> tuple[str, str] | None:
    """Split ``LS9 6`` into outward code and sector; None where it is not one.

    ``LS96`` may be the sector 6 of LS9 or the outward code LS96; whoever asks looks
    for both.
    """
    found = _SECTOR.fullmatch(text)
    return (found[1], found[2]) if found else None


def spaced(text: str) -> str:
    """Write a compact postcode as people do: ``HX7 8EH``."""
    found = _WHOLE.fullmatch(text)
    return f"{found[1]} {found[2]}" if found else text


def outward_of(text: str) -> str:
    """Take the outward code of a whole compact postcode."""
    found = _WHOLE.fullmatch(text)
    return found[1] if found else text
