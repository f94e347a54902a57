"""Which such weekday of the month: the first and third, the last, all others?"""

import re

from weft.assets.domain.hours.slate import DAY, NOT, Ordinals, Slate

ALL = (1, 2, 3, 4, 5)
_NUMBERS = {
    "1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4,
    "fourth": 4, "5th": 5, "fifth": 5, "last": -1, "final": -1, "penultimate": -2,
    "second to last": -2, "2nd to last": -2, "2nd last": -2, "last but 1": -2,
}  # fmt: skip
_NTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_SEVERAL = rf"(?:{_NTH})(?:\s*(?:,|and|or|/|,\s?and)\s*(?:the )?(?:{_NTH}))*"
_OF_DAY = re.compile(
    rf"(?P<off>{NOT}(?: \w+)?(?: on)?\s(?:the )?)?"
    r"(?P<instead>(?:\bbut(?: the)?|\()\s?)?"
    rf"(?:\b(?:every|each|on|the)\s)*\b(?P<nth>{_SEVERAL})\s(?:{DAY}\s?(?:,|and)?\s?)??(?={DAY})"
)
_OF_MONTH = re.compile(
    rf"{NOT}(?: on)?\s(?:the )?(?P<nth>{_SEVERAL})(?=\s*(?:$|[,.;)]|of\b))"
)
_OTHERS = re.compile(rf"\b(?:all )?(?:the )?other (?={DAY})")


def take_ordinals(slate: Slate) -> bool:
    """Mark which weekdays of the month; tell whether there are any."""
    before = len(slate.marks)
    words = _OF_DAY.sub(lambda found: _marked(found, slate), slate.words)
    words = _OF_MONTH.sub(lambda found: _left_out(found, slate), words)
    words = _OTHERS.sub(lambda _: slate.mark(Ordinals(())), words)
    slate.words = " ".join(words.split())
    return len(slate.marks) > before


def _marked(found: re.Match[str], slate: Slate) -> str:
    """Mark «1st and 3rd», which belong to the weekday after them."""
    numbers = _read(found["nth"])
    return slate.mark(
        Ordinals(numbers, instead=bool(found["instead"]), off=bool(found["off"]))
    )


def _left_out(found: re.Match[str], slate: Slate) -> str:
    """Mark «except 1st of month», which belongs to the weekday before it."""
    return slate.mark(Ordinals(_read(found["nth"]), off=True))


def _read(words: str) -> tuple[int, ...]:
    """Read the numbers."""
    found = re.findall(rf"\b(?:{_NTH})\b", words)
    return tuple(dict.fromkeys(_NUMBERS[one] for one in found))


def others(numbers: tuple[int, ...]) -> tuple[int, ...]:
    """Give the weekdays of the month that are not named; none if nobody can say.

    The last one is the fourth in some months and the fifth in others.
    """
    if any(number < 0 for number in numbers):
        return ()
    return tuple(number for number in ALL if number not in numbers)
