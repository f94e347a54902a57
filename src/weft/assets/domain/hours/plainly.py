"""How is the same thing written in the many ways people write it?

A text is brought to one spelling before it is read: days become ``MO`` to ``SU``,
months ``JAN`` to ``DEC``, parts of the day ``MORNING`` to ``DAY``, all in capitals, and
everything else small. «Wedensday», «weds» and «Dydd Mercher» are then one word.
"""

import re
from functools import lru_cache

from weft.commons.words import one_slip_apart

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MONTHS = (
    "JAN", "FEB", "MAR", "APR", "MAY", "JUN",
    "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
)  # fmt: skip
_DAY_WORDS = {
    "MO": "mon mond monday mo",
    "TU": "tue tues tuesday tu",
    "WE": "wed weds wedn wednes wednesday",
    "TH": "thu thur thurs thursday th",
    "FR": "fri frid friday fr",
    "SA": "sat satur saturday sa setterday shabbat",
    "SU": "sun sund sunday",
}
_WELSH = {
    "llun": "MO", "mawrth": "TU", "mercher": "WE", "iau": "TH",
    "gwener": "FR", "sadwrn": "SA", "sul": "SU",
}  # fmt: skip
_MONTH_WORDS = {
    "JAN": "jan january",
    "FEB": "feb febr february",
    "MAR": "mar march",
    "APR": "apr april",
    "MAY": "may",
    "JUN": "jun june",
    "JUL": "jul july",
    "AUG": "aug august",
    "SEP": "sep sept september",
    "OCT": "oct october",
    "NOV": "nov november",
    "DEC": "dec december",
}
_PART_WORDS = {
    "MORNING": "morning morn mornin",
    "AFTERNOON": "afternoon aft aftn",
    "EVENING": "evening eve even evng night nite neet tonight",
    "LUNCH": "lunchtime dinnertime",
    "TEA": "teatime",
    "DAY": "daytime",
}
_OTHER_WORDS = (
    "every fortnightly fortnight monthly weekly alternate holidays holiday daily "
    "until except closed school starting"
)
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        [
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=2,
    )
} | {"fifteen": "15", "sixteen": "16", "thirty": "30"}
_OSM_DAYS = frozenset({"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"})
_OSM_WORDS = (
    _OSM_DAYS
    | {"PH", "SH", "off", "closed", "open", "sunrise", "sunset"}
    | {month.title() for month in MONTHS}
)
_NTH_IN_OSM = re.compile(r"\b(Mo|Tu|We|Th|Fr|Sa|Su)\[([-\d,]+)\]")
_NTH = {"1": "1st", "2": "2nd", "3": "3rd", "4": "4th", "5": "5th", "-1": "last"}
SHORTEST_TO_MEND = 5
"""A shorter word has too many neighbours to be taken for a slip of the finger."""

_KNOWN = {
    word: code
    for words in (_DAY_WORDS, _MONTH_WORDS, _PART_WORDS)
    for code, told in words.items()
    for word in told.split()
} | {word: word for word in _OTHER_WORDS.split()}
_LONG = tuple(word for word in _KNOWN if len(word) >= SHORTEST_TO_MEND)
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:'[^\W\d_]+)?")  # not the «th» of «4th»
_NEVER_MENDED = frozenset({"very", "eve", "even", "marchers", "school's", "tuesdays"})

_SIGNS = (
    (r"[‐‑‒–—−→➔]|->", "-"),
    (r"[’‘`´]", "'"),
    (r"\n+", " ; "),
    (r"[•·|]", " ; "),
    (r"(?<=[\dm])\s*=\s*(?=\d)", "-"),
    (r"@", " at "),
    (r"[&+]|'n'|\bn\b", " and "),
    (r"\bdydd\b", " "),
    (r"(\d)\s+([.:])\s+(\d\d)\b", r"\1.\3"),
    (r"\b([ap])\s?\.\s?m\b\.?", r"\1m"),
    (r"\b(\d{1,2})h(\d\d)\b", r"\1:\2"),
    (r"\b(\d{1,2})h(?=\W|$)", r"\1:00"),
    (r"\b12(?:[.:]00)?\s?(?:pm )?(noon|midday|midnight)\b", r"\1"),
    (r"\bm\s*-\s*f\b", "mon-fri"),
    (r"\bm[ ,/]+w[ ,/]+f\b", "mon, wed, fri"),
    (r"\bm[ ,/]+t[ ,/]+w[ ,/]+t[ ,/]+f\b", "mon-fri"),
    (r"\b(lunch|dinner|tea|day|term)[ -]+time", r"\1time"),
    (r"\bte?m[ -]?time", "termtime"),
    (r"\bone(?=\s*(?:to|till?|until|-|o'? ?clock))", "1"),
    (r"(?<=to |il |ll |at )one\b", "1"),
)


def plainly(text: str) -> str:
    """Write a text in the one spelling that the reader knows.

    >>> plainly("Wedensday’s 10–12, 1st Sept")
    'WE 10-12, 1st SEP'
    """
    small = _two_letters(text).lower()
    for sign, plain in _SIGNS:
        small = re.sub(sign, plain, small)
    small = re.sub(r"([^\W\d_]{2})(?=\d)", r"\1 ", small)
    small = _WORD.sub(lambda word: _known(word[0]), small)
    small = re.sub(r"\b([A-Z]{2})'(?=\W|$)", r"\1", small)
    return " ".join(small.split())


def speaks_osm(text: str) -> bool:
    """Tell whether a text is written as OpenStreetMap writes hours, and nothing else.

    >>> speaks_osm("Mo-We 09:00-17:00; PH off"), speaks_osm("We meet on Su")
    (True, False)
    """
    words = set(re.findall(r"[^\W\d_]+", text))
    return bool(words & _OSM_DAYS) and words <= _OSM_WORDS


def _two_letters(text: str) -> str:
    """Spell out OpenStreetMap's «We» and «Su», which are words otherwise."""
    if not speaks_osm(text):
        return text
    text = _NTH_IN_OSM.sub(_nth_day, text)
    return re.sub(r"\bWe\b", "Wed", re.sub(r"\bSu\b", "Sun", text))


def _nth_day(found: re.Match[str]) -> str:
    """Write «Sa[1,3]» as people say it."""
    nth = " and ".join(_NTH.get(one, one) for one in found[2].split(","))
    return f"{nth} {found[1]}"


@lru_cache(maxsize=20_000)
def _known(word: str) -> str:
    """Give the one spelling of a word; itself where it is none of ours."""
    bare = word.removesuffix("'s")
    if bare in _NUMBERS:
        return _NUMBERS[bare]
    for form in (word, bare, bare.removesuffix("s"), _WELSH.get(bare, "")):
        if form in _KNOWN:
            return _KNOWN[form]
        if form in DAYS:
            return form
    if len(bare) >= SHORTEST_TO_MEND and bare not in _NEVER_MENDED:
        return _mended(bare) or word
    return word


def _mended(word: str) -> str:
    """Take a word for a slip of the finger, where exactly one of ours is near."""
    near = {
        _KNOWN[known]
        for form in {word, word.removesuffix("s")}
        for known in _LONG
        if known[0] == form[0] and one_slip_apart(form, known)
    }
    return near.pop() if len(near) == 1 else ""
