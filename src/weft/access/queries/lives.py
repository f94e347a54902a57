"""Which lives are there, and how many people live so?"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from weft.access.domain.lives import Life, counted, life_from_text
from weft.commons.errors import NotFound
from weft.ground import queries as ground
from weft.need import queries as need
from weft.need.domain.frames import AreaFrame
from weft.need.queries import TableAbout

FOLDER = Path(__file__).parents[4] / "lives"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCounted:
    """How many people live so, small area by small area.

    Attributes
    ----------
    life
        Whose count it is.
    people
        By the code of the area; None where it is not known there.
    tables
        Where the numbers come from, with vintage.
    missing
        Columns that no loaded table holds for small areas.
    """

    life: Life
    people: dict[str, float | None]
    tables: tuple[TableAbout, ...]
    missing: tuple[str, ...]

    @property
    def known(self) -> float | None:
        """Add up where it is known; None where it is known nowhere."""
        told = [number for number in self.people.values() if number is not None]
        return sum(told) if told else None

    @property
    def areas_unknown(self) -> int:
        """Count the areas in which it is not known."""
        return sum(number is None for number in self.people.values())


@cache
def lives() -> tuple[Life, ...]:
    """List the lives, by title."""
    told = (
        life_from_text(path.read_text(encoding="utf-8"), path.stem)
        for path in FOLDER.glob("*.toml")
    )
    return tuple(sorted(told, key=lambda one: one.title))


def life(slug: str) -> Life:
    """Give one life.

    Raises
    ------
    NotFound
        When there is none of that name.
    """
    for one in lives():
        if one.slug == slug:
            return one
    raise NotFound(f"No life is called «{slug}»")


def head_counts(region: str) -> tuple[HeadCounted, ...]:
    """Count for every life how many people live so in each small area of a region.

    Returns
    -------
    tuple
        In the order of ``lives``. An area of which a column is not known is None, and
        so is every area where no loaded table has the column: never a share of some
        larger place.
    """
    codes = _codes(region)
    held = _columns(region)
    return tuple(_counted(one, codes, held) for one in lives())


Held = dict[str, tuple[TableAbout, AreaFrame]]


def _counted(one: Life, codes: tuple[str, ...], held: Held) -> HeadCounted:
    how = one.head_count
    if how is None:
        nobody = dict.fromkeys(codes)
        return HeadCounted(life=one, people=nobody, tables=(), missing=())
    columns = {key: _known(held[key][1], key) for key in how.columns if key in held}
    return HeadCounted(
        life=one,
        people=counted(how, columns, codes),
        tables=tuple(dict.fromkeys(held[key][0] for key in columns)),
        missing=tuple(key for key in how.columns if key not in held),
    )


def _known(whole: AreaFrame, key: str) -> dict[str, float]:
    """Give a column's numbers where there are any."""
    numbers = whole.column(key)
    told = np.flatnonzero(~np.isnan(numbers))
    return {whole.codes[at]: float(numbers[at]) for at in told}


def _columns(region: str) -> Held:
    """Say in which table of small areas each wanted column stands, the newest first."""
    wanted = {
        key for one in lives() if one.head_count for key in one.head_count.columns
    }
    found: Held = {}
    for about in need.tables(region):
        if about.vintage == need.SMALL:
            for key in sorted((about.keys & wanted) - found.keys()):
                found[key] = (about, need.frame(about))
    return found


def _codes(region: str) -> tuple[str, ...]:
    """List the small areas of a region."""
    geography, year = need.SMALL.geography, need.SMALL.year
    return tuple(area.code for area in ground.areas(region, geography, year))
