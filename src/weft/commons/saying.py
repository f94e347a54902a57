"""How are days, hours, ages, money and counts said on a page?

One place for the small phrases that every part says, so that «3 weeks ago» and
«£2.50» read alike everywhere. Plain English for people of nine and up.
"""

from collections.abc import Sequence
from datetime import date, datetime

from weft.commons.times import LONDON, Window

DAY_NAMES = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SMALL = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
)
_FORTNIGHT, _TWO_MONTHS, _TWO_YEARS = 14, 61, 730
_HOUR = 60
_POUND = 100
_KILO, _MEGA = 1_000, 1_000_000

LANGUAGE_NAMES = {
    # code: the name in its own script, and in English
    "en": ("English", "English"),
    "ur": ("اردو", "Urdu"),
    "pa": ("ਪੰਜਾਬੀ", "Panjabi"),
    "pl": ("Polski", "Polish"),
    "ro": ("Română", "Romanian"),
    "ar": ("العربية", "Arabic"),
    "gu": ("ગુજરાતી", "Gujarati"),
    "bn": ("বাংলা", "Bengali"),
    "sk": ("Slovenčina", "Slovak"),
    "ckb": ("کوردی", "Kurdish"),
    "uk": ("Українська", "Ukrainian"),
    "bfi": ("BSL", "British Sign Language"),
    "cs": ("Čeština", "Czech"),
    "fa": ("فارسی", "Farsi"),
    "fr": ("Français", "French"),
    "es": ("Español", "Spanish"),
    "pt": ("Português", "Portuguese"),
    "ps": ("پښتو", "Pashto"),
    "so": ("Soomaali", "Somali"),
    "ti": ("ትግርኛ", "Tigrinya"),
    "hu": ("Magyar", "Hungarian"),
    "lv": ("Latviešu", "Latvian"),
    "lt": ("Lietuvių", "Lithuanian"),
    "ru": ("Русский", "Russian"),
    "tr": ("Türkçe", "Turkish"),
    "zh": ("中文", "Chinese"),
    "hi": ("हिन्दी", "Hindi"),
    "it": ("Italiano", "Italian"),
}
RIGHT_TO_LEFT = frozenset({"ur", "ar", "ckb", "fa", "ps", "he", "yi"})


def language_name(code: str) -> str:
    """Say a language in English; a code nobody knows is said as it is."""
    return LANGUAGE_NAMES.get(code, (code, code))[1]


def listed(things: Sequence[str], *, joint: str = "and") -> str:
    """Say several things in a row: «a, b and c»."""
    if len(things) <= 1:
        return "".join(things)
    return f"{', '.join(things[:-1])} {joint} {things[-1]}"


def number(count: int) -> str:
    """Say a small count as a word, a large one with its comma."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def counted(count: int, one: str, many: str) -> str:
    """Say how many of what: «one thing», «14 things»."""
    return f"{number(count)} {one if count == 1 else many}"


def how_large(size: int) -> str:
    """Say how large a file is: «12 kB», «1.4 MB»."""
    if size < _MEGA:
        return f"{max(1, round(size / _KILO))} kB"
    return f"{size / _MEGA:.1f} MB"


def first_large(text: str) -> str:
    """Begin a sentence, and leave the rest as it is."""
    return text[:1].upper() + text[1:]


def clock(moment: datetime) -> str:
    """Say an hour as a door does: «13:15», on the region's clock."""
    return f"{moment.astimezone(LONDON):%H:%M}"


def day(when: date) -> str:
    """Say a day in full: «Tuesday 24 November»."""
    return f"{DAY_NAMES[when.weekday()]} {when.day} {MONTH_NAMES[when.month - 1]}"


def dated(when: date) -> str:
    """Say a day with its year: «24 November 2026»."""
    return f"{when.day} {MONTH_NAMES[when.month - 1]} {when.year}"


def day_of(moment: datetime) -> date:
    """Find the day that an instant falls on, on the region's clock."""
    return moment.astimezone(LONDON).date()


def hours(window: Window) -> str:
    """Say from when till when: «13:15 to 14:15»; the day is said beside it."""
    return f"{clock(window.start)} to {clock(window.end)}"


def month(when: date) -> str:
    """Say a month with its year: «October 2026»."""
    return f"{MONTH_NAMES[when.month - 1]} {when.year}"


def ago(then: date, *, today: date) -> str:
    """Say how long ago, as people do: «today», «3 weeks ago», «2 years ago»."""
    days = (today - then).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    if days < _FORTNIGHT:
        return f"{days} days ago"
    if days < _TWO_MONTHS:
        return f"{days // 7} weeks ago"
    if days < _TWO_YEARS:
        return f"{days * 12 // 365} months ago"
    return f"{days // 365} years ago"


def minutes(count: float) -> str:
    """Say a length of time: «12 min», «1 h 55 min»."""
    whole = round(count)
    if whole < _HOUR:
        return f"{whole} min"
    rest = whole % _HOUR
    return f"{whole // _HOUR} h {rest} min" if rest else f"{whole // _HOUR} h"


def distance(metres: float) -> str:
    """Say a length of way: «450 m», «2.3 km»."""
    kilometre, step = 1000, 50
    if metres < kilometre:
        return f"{max(step, round(metres / step) * step)} m"
    return f"{metres / kilometre:.1f} km"


def money(pence: int) -> str:
    """Say a price: «free», «£2», «£2.50»."""
    if pence == 0:
        return "free"
    pounds, rest = divmod(pence, _POUND)
    return f"£{pounds}.{rest:02}" if rest else f"£{pounds}"
