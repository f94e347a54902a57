"""How many people of some ages live in a region?"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from weft.need.domain.ages import Band, parts_of
from weft.need.domain.frames import AreaFrame
from weft.need.queries.tables import SMALL, TableAbout, frame, tables

_TOTALS = ("people.total", "age.total")
_YOUNGEST = re.compile(r"aged_(\d+)_years_and_under")
_BAND = re.compile(r"aged_(\d+)(?:_years)?_(?:to_|and_)?(\d+|over)(?:_years)?")
_FIVES = 5  # years


@dataclass(frozen=True, slots=True, kw_only=True)
class AgesTold:
    """How many live in a region, by age, from one table.

    Attributes
    ----------
    people
        Of all ages.
    bands
        One number for each band that was asked for; None where the table's own bands
        do not make it, or a number of a small area is not known.
    """

    about: TableAbout
    people: float
    bands: tuple[float | None, ...]


def people_aged(
    region: str, bands: Sequence[Band], *, whose: str = "people"
) -> AgesTold | None:
    """Count people of some ages, from the table that tells most of them.

    Parameters
    ----------
    bands
        Each is told only where a table's own bands make it without gap or overlap.
    whose
        ``people``, or ``women`` or ``men`` where a table tells them apart; ``people``
        of the answer is everybody all the same.

    Returns
    -------
    AgesTold | None
        Of equals the newest table. None where no table tells how many live here.
    """
    found = (
        _told(about, bands, whose) for about in tables(region) if about.vintage == SMALL
    )
    told = [one for one in found if one is not None]
    return max(
        told, key=lambda one: sum(n is not None for n in one.bands), default=None
    )


def _told(about: TableAbout, bands: Sequence[Band], whose: str) -> AgesTold | None:
    """Answer from one table; None where it does not say how many live here."""
    total = next((key for key in _TOTALS if key in about.keys), None)
    people = _sum(about, (total,)) if total else None
    if people is None:
        return None
    named = _named(about, whose)
    found = (_parts(band, named) for band in bands)
    return AgesTold(
        about=about,
        people=people,
        bands=tuple(_sum(about, keys) if keys else None for keys in found),
    )


def _named(about: TableAbout, whose: str) -> dict[str, Band]:
    """Read which columns of a table tell of which ages."""
    topics = {f"{whose}."} | ({"age."} if whose == "people" else set())
    named: dict[str, Band] = {}
    for key in about.keys:
        band = _band(key.partition(".")[2])
        if band is not None and key.startswith(tuple(topics)):
            named[key] = band
    return named


def _band(words: str) -> Band | None:
    """Read the half of a key that says how old."""
    if young := _YOUNGEST.fullmatch(words):
        return Band(0, int(young[1]))
    if told := _BAND.fullmatch(words):
        return Band(int(told[1]), None if told[2] == "over" else int(told[2]))
    return None


def _parts(wanted: Band, named: Mapping[str, Band]) -> tuple[str, ...] | None:
    """Say which columns make a band: one of its own, else those of five years."""
    for key, band in named.items():
        if band == wanted:
            return (key,)
    fives = {
        key: band
        for key, band in named.items()
        if band.last is None or band.last - band.first < _FIVES
    }
    oldest = max((b.first for b in fives.values() if b.last is None), default=None)
    fine = {k: b for k, b in fives.items() if b.last is not None or b.first == oldest}
    return parts_of(wanted, fine)


def _sum(about: TableAbout, keys: Sequence[str]) -> float | None:
    """Add up over the region; None when one number is not known."""
    whole = frame(about)
    total = float(sum(whole.column(key).sum() for key in keys))
    return None if total != total else total  # noqa: PLR0124 only nan is not itself


def people_aged_by_area(
    region: str, band: Band, *, whose: str = "people"
) -> dict[str, float] | None:
    """Count people of some ages in each small area; ``whose`` as in ``people_aged``.

    Returns
    -------
    dict | None
        By the area's code, areas that are not known left out. None where no table's
        own bands make this one.
    """
    for about in tables(region):
        if about.vintage == SMALL:
            keys = _parts(band, _named(about, whose))
            if keys:
                return by_area(frame(about), keys)
    return None


def by_area(rows: AreaFrame, keys: Sequence[str]) -> dict[str, float]:
    """Add up columns, area by area; one that is not known is left out."""
    sums = sum(rows.column(key) for key in keys)
    told = zip(rows.codes, np.broadcast_to(sums, len(rows.codes)), strict=True)
    return {code: float(n) for code, n in told if not np.isnan(n)}
