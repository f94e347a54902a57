"""Which count of the census is meant by what people call a group?

People say «carers» and «under 16»; tables say other things. What is here is meant for
certain; a word that is not has no count, and what is due of it is not known.
"""

import re

from weft.need.domain.ages import Band
from weft.voices.domain.kinds import Axis

_UNDER = re.compile(r"under (\d{1,2})")
_BETWEEN = re.compile(r"(\d{1,2})(?: to | ?[-–] ?)(\d{1,2})")
_FROM = re.compile(r"(?:over )?(\d{1,2})(?: and over| or over| or older|\+)?")

QUESTIONS = {
    Axis.DISABILITY: "disability",
    Axis.ETHNICITY: "backgrounds",
    Axis.LANGUAGE: "languages",
    Axis.CARING: "care",
}
"""By axis: the question of ``need.domain.who`` whose parts share everybody out."""

_ENGLISH, _CARES_NOT = "mostly english", "nobody"
_OTHER_WORDS: dict[Axis, dict[str, tuple[str, bool]]] = {
    # the part that is meant, and whether it is or all others are
    Axis.DISABILITY: {"disabled people": ("disabled", True)},
    Axis.LANGUAGE: {
        "english": (_ENGLISH, True),
        "another language": (_ENGLISH, False),
        "mostly another language": (_ENGLISH, False),
    },
    Axis.CARING: {
        "carers": (_CARES_NOT, False),
        "cares for somebody": (_CARES_NOT, False),
        "no": (_CARES_NOT, True),
        "cares for nobody": (_CARES_NOT, True),
    },
}


def band_meant(words: str) -> Band | None:
    """Read «under 16», «16 to 29», «over 65», «65 or older»; None for anything else.

    «Over 65» is read as 65 and over: so people mean it, and so tables count.
    """
    told = words.strip().lower()
    if under := _UNDER.fullmatch(told):
        return Band(0, int(under[1]) - 1) if int(under[1]) else None
    if between := _BETWEEN.fullmatch(told):
        first, last = int(between[1]), int(between[2])
        return Band(first, last) if first <= last else None
    old = _FROM.fullmatch(told)
    if old and not told.isdecimal():
        return Band(int(old[1]))
    return None


def part_meant(axis: Axis, words: str) -> tuple[str, bool]:
    """Say which part of an axis' question is meant, in small letters.

    Returns
    -------
    tuple
        The part, and whether it is meant or all the others are.
    """
    told = " ".join(words.lower().split())
    return _OTHER_WORDS.get(axis, {}).get(told, (told, True))
