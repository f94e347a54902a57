"""Which clock is meant by «7», by «half seven», by «2-4»?

Most people write neither am nor pm. A start from seven in the morning on is a morning,
an earlier number an afternoon; a start at seven or eight may be either, and is read as
the evening, with the doubt told, if it would then end by eleven. Where the sentence
itself settles it (one of the two clocks has its half, a 24-hour clock, «breakfast», a
session before), there is no doubt.
"""

import re
from dataclasses import dataclass
from datetime import time

from weft.assets.domain.hours.values import Edge, Half, Part, Sun

NOON = 12
DAY_HOURS = 24
HOUR = 60
EARLIEST = 7 * HOUR  # nothing that people meet for begins before seven
DOUBTFUL = range(7 * HOUR, 9 * HOUR)
LATEST_END = 23 * HOUR
LUNCH_FROM = END_IN_DOUBT = 10 * HOUR
_HALF_DAY = NOON * HOUR
_DAY = DAY_HOURS * HOUR

# «10 to 12» is two hours and not ten minutes to noon.
_SPOKEN = r"half past|half|quarter past|quarter to|(?:5|10|20|25) past|(?:20|25) to"
CLOCK = (
    rf"(?:(?:{_SPOKEN})\s(?:1[0-2]|[1-9])(?!\d)(?:\s*(?:am|pm)\b)?"
    r"|(?<![\d.:£])(?:"
    r"12\s?noon|noon|midday|12\s?midnight|midnight|sunset|sunrise|dusk|dawn|dark"
    r"|(?:[01]\d|2[0-4])[0-5]\d(?!\d)"
    r"|(?:2[0-4]|1\d|0?\d)(?:[:.;,][0-5]\d(?!\d)|\s30(?!\d))?(?![\d/]|[:.;]\d)"
    r")(?!\s?(?:st|nd|rd|th)\b)(?:\s?(?:am|pm|a|p|hrs)(?![a-z]))?"
    r"(?:\s?(?:o'? ?clock))?)(?:-?\s?ish\b)?"
)
_PARTS = re.compile(
    rf"(?:(?P<spoken>{_SPOKEN})\s)?(?P<hour>\d{{1,2}})[:.;,\s]?(?P<minute>\d\d)?"
    r"\s?(?P<half>am|pm|a|p|hrs)?"
)
_SUN = {
    "sunset": Sun.SUNSET,
    "dusk": Sun.SUNSET,
    "dark": Sun.SUNSET,
    "sunrise": Sun.SUNRISE,
    "dawn": Sun.SUNRISE,
}
_PAST = {"half": 30, "half past": 30, "quarter past": 15, "quarter to": -15}
_LEANS_LATE = frozenset({Part.AFTERNOON, Part.EVENING, Part.TEA, Part.LUNCH})


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock as it is written: minutes after midnight, and which half was told."""

    minutes: int
    half: str = ""  # am, pm, 24, named (noon); "" where nobody said
    sun: Sun | None = None

    @property
    def choices(self) -> tuple[int, ...]:
        """Give the minutes after midnight it may mean."""
        if self.half:
            return (self.minutes,)
        return (self.minutes % _HALF_DAY, self.minutes % _HALF_DAY + _HALF_DAY)


@dataclass(frozen=True, slots=True)
class Span:
    """Two clocks as they are written; either may be missing."""

    starts: Clock | None = None
    ends: Clock | None = None
    minutes: int = 0  # how long it takes, where that was told


@dataclass(frozen=True, slots=True)
class Hours:
    """What a span means, and how sure that is."""

    starts: Edge
    ends: Edge
    half: Half


def clock_of(written: str) -> Clock | None:
    """Read one clock.

    >>> clock_of("half 7"), clock_of("9.30pm").minutes
    (Clock(minutes=450, half='', sun=None), 1290)
    """
    word = re.sub(r"(?:-?\s?ish| ?o'? ?clock)$", "", written.strip()).strip()
    word = re.sub(r"^12\s?(?=noon|midnight)", "", word)
    if word in _SUN:
        return Clock(0, "named", _SUN[word])
    if word in {"noon", "midday"}:
        return Clock(_HALF_DAY, "named")
    if word == "midnight":
        return Clock(0, "named")
    found = _PARTS.fullmatch(_parted(word))
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > DAY_HOURS or minute >= HOUR:
        return None
    total = hour * HOUR + minute + _spoken(found["spoken"])
    return _with_half(total, hour, word, found["half"] or "")


def _parted(word: str) -> str:
    """Part «1030» into its hour and its minute."""
    return re.sub(r"^(\d\d)(\d\d)", r"\1:\2", word)


def _spoken(words: str | None) -> int:
    """Count the minutes of «quarter past», «ten to»."""
    if not words:
        return 0
    if words in _PAST:
        return _PAST[words]
    number, _, way = words.partition(" ")
    return int(number) if way == "past" else -int(number)


def _with_half(total: int, hour: int, word: str, half: str) -> Clock:
    """Say which half of the day a clock was told in, if it was."""
    if half in {"a", "p"}:
        half += "m"
    if half in {"am", "pm"} and 1 <= hour <= NOON:
        return Clock(total % _HALF_DAY + (_HALF_DAY if half == "pm" else 0), half)
    of_24 = hour > NOON or hour == 0 or re.match(r"0\d|\d{4}", word) or half == "hrs"
    return Clock(total % _DAY, "24" if of_24 else "")


def is_of_24(clock: Clock) -> bool:
    """Tell whether a clock shows that its writer counts to 24."""
    return clock.half == "24"


def meant(span: Span, *, lean: Part | None = None, after: time | None = None) -> Hours:
    """Say which hours are most likely meant, and how sure that is.

    Parameters
    ----------
    span
        The clocks as they are written.
    lean
        The part of the day that the sentence names beside them.
    after
        When the session before this one starts, if one stands before it.
    """
    if span.starts is None:
        return _end_only(span.ends, lean)
    starts, ends = span.starts, span.ends
    if starts.sun or (ends and ends.sun):
        begin = meant(Span(starts), lean=lean, after=after) if not starts.sun else None
        close = _end_only(ends, lean).ends if ends and not ends.sun else None
        return Hours(
            begin.starts if begin else starts.sun,
            (ends.sun if ends and ends.sun else close),
            begin.half if begin else Half.TOLD,
        )
    length = span.minutes or None
    start, half = _start(starts, ends, length, lean, after)
    end = None if length is None else start + length
    if ends is not None:
        end, half = _end(start, ends, half)
    return Hours(_time(start), None if end is None else _time(end), half)


def _start(
    starts: Clock,
    ends: Clock | None,
    length: int | None,
    lean: Part | None,
    after: time | None,
) -> tuple[int, Half]:
    """Choose between the morning and the evening of a start."""
    told = _told_start(starts, ends, lean)
    if told is not None:
        return told, Half.TOLD
    early, late = starts.choices
    if early not in DOUBTFUL:
        return (early if early >= EARLIEST else late), Half.TAKEN
    if after is not None and early <= after.hour * HOUR + after.minute < late:
        return late, Half.TAKEN
    if ends is not None:
        length = min((one - early) % _DAY or _DAY for one in ends.choices)
    too_late = late + (length or 0) > LATEST_END
    return (early, Half.TAKEN) if too_late else (late, Half.DOUBTFUL)


def _told_start(starts: Clock, ends: Clock | None, lean: Part | None) -> int | None:
    """Give the start where something in the text settles it, or None."""
    if starts.half:
        return starts.minutes
    early, late = starts.choices
    if ends is not None and ends.half and not _noon_as_am(ends):
        return max((one for one in (early, late) if one < ends.minutes), default=late)
    if lean is Part.MORNING or (lean is Part.LUNCH and early >= LUNCH_FROM):
        return early
    return late if lean in _LEANS_LATE else None


def _noon_as_am(ends: Clock) -> bool:
    """Tell «12am» at the end of a morning: many write it for noon."""
    return ends.half == "am" and ends.minutes == 0


def _end(start: int, ends: Clock, half: Half) -> tuple[int, Half]:
    """Choose the end that comes soonest after the start."""
    if _noon_as_am(ends) and start < _HALF_DAY:
        return _HALF_DAY, Half.DOUBTFUL
    return min(ends.choices, key=lambda one: (one - start) % _DAY or _DAY), half


def _end_only(ends: Clock | None, lean: Part | None) -> Hours:
    """Read an end before which nobody told a start: «until 4»."""
    if ends is None or ends.sun:
        return Hours(None, ends.sun if ends else None, Half.TOLD)
    if ends.half:
        return Hours(None, _time(ends.minutes), Half.TOLD)
    early, late = ends.choices
    doubt = Half.DOUBTFUL if early >= END_IN_DOUBT else Half.TAKEN
    if lean is Part.MORNING:
        return Hours(None, _time(early or _HALF_DAY), Half.TOLD)
    return Hours(None, _time(late), Half.TAKEN if early == 0 else doubt)


def _time(minutes: int) -> time:
    """Give a clock on the wall."""
    return time(minutes // HOUR % DAY_HOURS, minutes % HOUR)
