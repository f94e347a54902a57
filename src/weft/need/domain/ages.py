"""How are single years of age put into bands?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

OLDEST = 85
BROAD = ((0, 15), (16, 64), (65, None))
YOUNG = (16, 24)  # whom most youth work counts: no bands of five years make it
FIVES = tuple((low, low + 4) for low in range(0, OLDEST, 5))


@dataclass(frozen=True, slots=True, order=True)
class Band:
    """From one age to another, both included; ``last`` is None for «and over»."""

    first: int
    last: int | None = None

    @property
    def key(self) -> str:
        """Say it in a column's key."""
        return f"aged_{self.first}_{'over' if self.last is None else self.last}"

    @property
    def label(self) -> str:
        """Say it in words."""
        if self.last is None:
            return f"aged {self.first} and over"
        return f"aged {self.first} to {self.last}"

    def holds(self, other: "Band") -> bool:
        """Tell whether all of another band lies in this one."""
        if other.last is None:
            return self.last is None and self.first <= other.first
        return self.first <= other.first and (
            self.last is None or other.last <= self.last
        )


BANDS = (
    *(Band(first, last) for first, last in BROAD),
    Band(*YOUNG),
    *(Band(first, last) for first, last in FIVES),
    Band(OLDEST),
)
"""What every table of ages is brought to, as far as its own bands allow."""

_SINGLE = re.compile(r"(\d{1,3})(\+)?")
_RANGE = re.compile(r"(\d{1,2})\s*(?:to|-|_)\s*(\d{1,3})")
_OVER = re.compile(r"(\d{1,3}) and over")


def band_of(words: str) -> Band | None:
    """Read ``7``, ``90+``, ``16 to 29``, ``65 and over``; None if it is none of them.

    An open last year may be written as a bare 90; who knows that the table ends there
    closes it with ``opened``.
    """
    told = words.strip().lower()
    if single := _SINGLE.fullmatch(told):
        age = int(single[1])
        return Band(age, None if single[2] else age)
    if between := _RANGE.fullmatch(told):
        return Band(int(between[1]), int(between[2]))
    if over := _OVER.fullmatch(told):
        return Band(int(over[1]))
    return None


def opened(bands: Mapping[str, Band]) -> dict[str, Band]:
    """Open the oldest band upwards: tables end with everybody older."""
    if not bands:
        return {}
    oldest = max(band.first for band in bands.values())
    return {
        heading: Band(band.first) if band.first == oldest else band
        for heading, band in bands.items()
    }


def parts_of(wanted: Band, bands: Mapping[str, Band]) -> tuple[str, ...] | None:
    """Say which of a table's bands together make a wanted one, if any do.

    Returns
    -------
    tuple of str or None
        Headings whose bands cover the wanted one without gap or overlap.
    """
    inside = sorted(
        (band.first, heading) for heading, band in bands.items() if wanted.holds(band)
    )
    chosen = [heading for _, heading in inside]
    return tuple(chosen) if _covers(wanted, [bands[h] for h in chosen]) else None


def _covers(wanted: Band, parts: Sequence[Band]) -> bool:
    """Tell whether bands, in order of age, cover another exactly."""
    following: int | None = wanted.first
    for part in parts:
        if following is None or part.first != following:
            return False
        following = None if part.last is None else part.last + 1
    if wanted.last is None:
        return bool(parts) and following is None
    return following == wanted.last + 1
