"""Which days and which hours stand in a text, one after the other?"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from weft.assets.domain.hours.clocks import CLOCK, Clock, Span, clock_of
from weft.assets.domain.hours.plainly import DAYS
from weft.assets.domain.hours.slate import DAY, NOT, Mark, Slate
from weft.assets.domain.hours.values import Part

WEEK = tuple(range(7))
_TO = r"\s*(?:-+|to|tae|till?|until|while|through|thru)\s*"
_GROUP = (
    r"(?:(?:every|each|other) )?week ?(?:days?|ends?)\b"
    r"|(?:open )?7 days(?: (?:a|per) week)?"
    r"|daily|every ?days?\b|each day|nightly"
    r"|(?:every|each) (?=MORNING|AFTERNOON|EVENING)"
)
_DURATION = (
    r"(?:for|lasts?|lasting)?\s?\(?(?P<long>\d+(?:\.\d+)?|a|an|half an)"
    r"[ -]?(?P<unit>h(?:ou)?rs?|mins?|minutes)\b(?: (?:class|session|long))?\)?"
)
_END = (
    r"until|till?|while|to|(?<!there )(?<!here )(?<!open )by"
    r"|(?:closes?|ends?|finish(?:es)?|lock up)(?: at)?"
)
_KINDS = (
    ("mark", "[\ue000-\uf8ff]"),
    ("long_for", _DURATION),
    ("threes", rf"{DAY}\s?-\s?{DAY}\s?-\s?{DAY}"),
    ("run", rf"(?P<first>{DAY}){_TO}(?P<last>{DAY})"),
    ("day", DAY),
    ("group", _GROUP),
    ("all_day", r"\ball day\b"),
    ("between", rf"\bbetween (?P<one>{CLOCK}) ?(?:and|-|to) ?(?P<other>{CLOCK})"),
    (
        "span",
        (
            rf"(?:\bfrom )?(?P<starts>{CLOCK})(?: start)?{_TO}(?:about )?"
            rf"(?P<ends>{CLOCK})(?:\s?(?:\bor\b|/)\s?(?P<later>{CLOCK}))?"
        ),
    ),
    ("end_only", rf"\b(?:{_END}|before) (?P<end>{CLOCK})"),
    ("ended", rf"(?P<end_of>{CLOCK}) (?:finish|end|close)\b"),
    (
        "single",
        (
            r"(?P<lead>\b(?:at|by|from|after|starts?(?: at)?|opens?(?: at)?) )?"
            rf"(?P<clock>{CLOCK})"
        ),
    ),
    ("part", r"MORNING|AFTERNOON|EVENING|LUNCH|TEA|\bDAY\b|\bam\b|\bpm\b"),
    ("off", r"\boff\b"),
    ("not", NOT),
    ("break", r"[,;.:()/]|\band\b|\bor\b|-"),
    ("word", r"[^\W\d_]+(?:'[^\W\d_]+)?"),
    ("odd", r"\S"),
)
_TOKEN = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _KINDS))
_PARTS = {
    "MORNING": Part.MORNING,
    "AFTERNOON": Part.AFTERNOON,
    "EVENING": Part.EVENING,
    "LUNCH": Part.LUNCH,
    "TEA": Part.TEA,
    "DAY": Part.DAY,
    "am": Part.MORNING,
    "pm": Part.AFTERNOON,
}
HOUR = 60


@dataclass(frozen=True, slots=True)
class Days:
    """Days of the week."""

    on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clocks:
    """Hours as they are written."""

    span: Span
    rough: bool = False
    bare: bool = False  # a number that nothing says is a clock


@dataclass(frozen=True, slots=True)
class Length:
    """How long it takes, in minutes."""

    minutes: int


@dataclass(frozen=True, slots=True)
class Not:
    """What follows is left out; ``closed`` may also close the day before it."""

    closed: bool
    only_before: bool = False  # «Mondays off»


@dataclass(frozen=True, slots=True)
class Break:
    """A comma, a full stop, «and»."""

    sign: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that says neither days nor hours."""

    word: str


Token = Days | Clocks | Part | Length | Not | Break | Word | Mark


def tokens_of(slate: Slate) -> Iterator[Token]:
    """Read a text from left to right."""
    for found in _TOKEN.finditer(slate.words):
        token = _token(found, slate)
        if token is not None:
            yield token
        if found["group"] == "nightly":
            yield Part.EVENING


def _token(found: re.Match[str], slate: Slate) -> Token | None:
    """Read one token."""
    kind, words = found.lastgroup or "", found[0]
    if kind == "mark":
        return slate.marked(words)
    if kind == "long_for":
        return _length(found)
    if kind in {"threes", "run", "day", "group"}:
        return Days(_days(kind, found))
    plain = _PLAIN.get(kind)
    return plain(words) if plain else _clocks(found)


_PLAIN: Mapping[str, Callable[[str], Token]] = {
    "all_day": lambda _: Part.DAY,
    "part": lambda words: _PARTS[words],
    "off": lambda _: Not(closed=True, only_before=True),
    "not": lambda words: Not(words.startswith(("clos", "shut"))),
    "break": Break,
    "word": Word,
    "odd": Word,
}


def _days(kind: str, found: re.Match[str]) -> tuple[int, ...]:
    """Read days of the week."""
    if kind == "run":
        return _run(found["first"], found["last"])
    if kind == "group":
        return _group(found[0])
    return tuple(DAYS.index(one) for one in re.findall(DAY, found[0]))


def _clocks(found: re.Match[str]) -> Token | None:
    """Read one clock, or two that belong together."""
    if found["between"]:
        return _span(found["one"], found["other"])
    if found["span"]:
        later = found["later"]
        return _span(found["starts"], later or found["ends"], rough=bool(later))
    if found["end_only"] or found["ended"]:
        return _span("", found["end"] or found["end_of"])
    bare = not found["lead"] and re.fullmatch(r"\d{1,2}", found["clock"]) is not None
    return _span(found["clock"], "", bare=bare)


def _span(
    starts: str, ends: str, *, rough: bool = False, bare: bool = False
) -> Token | None:
    """Make a span of clocks, or keep the words where one is no clock."""
    first: Clock | None = clock_of(starts) if starts else None
    last: Clock | None = clock_of(ends) if ends else None
    if (starts and first is None) or (ends and last is None):
        return Word(f"{starts} {ends}".strip())
    return Clocks(Span(first, last), rough, bare)


def _length(found: re.Match[str]) -> Length:
    """Read «for 90 mins», «an hour», «1.5 hrs»."""
    told = found["long"]
    number = {"a": 1.0, "an": 1.0, "half an": 0.5}.get(told) or float(told)
    return Length(round(number * (HOUR if found["unit"].startswith("h") else 1)))


def _run(first: str, last: str) -> tuple[int, ...]:
    """List the days from one to another, over the week's end if need be."""
    begin, end = DAYS.index(first), DAYS.index(last)
    return tuple((begin + step) % 7 for step in range((end - begin) % 7 + 1))


def _group(words: str) -> tuple[int, ...]:
    """List the days that «weekdays» and its like stand for."""
    if re.search(r"week ?end", words):
        return (5, 6)
    return WEEK[:5] if re.search(r"week ?day", words) else WEEK
