"""Which languages do people mean when they name them?"""

import re

from weft.commons.saying import LANGUAGE_NAMES
from weft.ground.domain.named import folded

_ALSO = {"punjabi": "pa", "persian": "fa", "bangla": "bn", "mandarin": "zh"}
_BY_NAME = {
    folded(name): code for code, names in LANGUAGE_NAMES.items() for name in names
} | _ALSO
_PARTED = re.compile(r"[;,/&+\n]|\band\b", re.IGNORECASE)


def languages_read(told: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read languages from their names, in English or their own, or from their codes.

    Parameters
    ----------
    told
        «English, Urdu and BSL», «en; ur».

    Returns
    -------
    tuple
        The codes (BCP 47), each once, in their order; and the words that name no
        language we know, which are left in the teller's own words.

    >>> languages_read("English, Punjabi and some Elvish")
    (('en', 'pa'), ('some Elvish',))
    """
    codes: dict[str, None] = {}
    left: list[str] = []
    for part in map(str.strip, _PARTED.split(told)):
        plain = folded(part)
        if plain in LANGUAGE_NAMES or plain in _BY_NAME:
            codes[plain if plain in LANGUAGE_NAMES else _BY_NAME[plain]] = None
        elif part:
            left.append(part)
    return tuple(codes), tuple(left)
