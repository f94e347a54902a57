"""Which words of a text has nobody understood yet?

A slate holds a text in its one spelling (``plainly``). Whoever understands a phrase
wipes it off; what has a place among the days and hours (dates, months, «first and
third») leaves a mark there. What is left when all are through was not understood.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from weft.assets.domain.hours.plainly import DAYS, MONTHS

_FIRST_MARK = 0xE000  # Unicode's private use: in nobody's text

DAY = rf"\b(?:{'|'.join(DAYS)})\b"
MONTH = rf"\b(?:{'|'.join(MONTHS)})\b"
NOT = (
    r"\b(?:not|no|never|excluding|excludes?|excl?|except for|except|apart from|closed"
    r"|closes|shut|bar|outside|but not|used to be)\b\.?"
)


@dataclass(frozen=True, slots=True)
class Dates:
    """Days told by their date."""

    on: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class From:
    """The first date."""

    on: date


@dataclass(frozen=True, slots=True)
class Months:
    """The months something is on in, 1 to 12."""

    on: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ordinals:
    """Which such weekdays of the month: 1 the first, -1 the last; none: the others."""

    of_month: tuple[int, ...]
    instead: bool = False  # they are otherwise than the rest: «but 1st Mon 1.30-3»
    off: bool = False  # they are left out


@dataclass(frozen=True, slots=True)
class WholeYear:
    """It is on all year, whatever was said of terms before."""


Mark = Dates | From | Months | Ordinals | WholeYear


@dataclass(slots=True)
class Slate:
    """A text of which more and more is understood."""

    words: str
    marks: list[Mark] = field(default_factory=list)

    def has(self, pattern: str) -> bool:
        """Tell whether something stands there."""
        return re.search(pattern, self.words) is not None

    def wipe(self, pattern: str) -> list[re.Match[str]]:
        """Wipe off every place where a pattern stands, and give them."""
        found = list(re.finditer(pattern, self.words))
        if found:
            self.words = " ".join(re.sub(pattern, " ", self.words).split())
        return found

    def mark(self, mark: Mark) -> str:
        """Give the sign that stands for a value in the text."""
        self.marks.append(mark)
        return f" {chr(_FIRST_MARK + len(self.marks) - 1)} "

    def marked(self, sign: str) -> Mark | None:
        """Read a sign back."""
        at = ord(sign) - _FIRST_MARK
        return self.marks[at] if 0 <= at < len(self.marks) else None
