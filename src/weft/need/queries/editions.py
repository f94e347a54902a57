"""In which loaded tables does the answer to a question stand, newest first?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from weft.commons.provenance import Geography, Vintage
from weft.need.domain.carrying import Change, Several
from weft.need.domain.columns import Kind
from weft.need.domain.measuring import Indicator, Measured, Way, measured
from weft.need.domain.trends import EditionOf
from weft.need.queries.tables import SMALL, TableAbout, brought_to, frame, tables_beside

_ABOUT = (Geography.LSOA, Geography.MSOA, Geography.DISTRICT)
"""Kinds of area that a question is answered for, the best first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Edition:
    """One table's answers to a question, brought to the newest areas.

    Attributes
    ----------
    about
        The table they come from.
    way
        How they were reckoned from it.
    measured
        The numbers, one an area of ``vintage``.
    vintage
        The areas they are about now.
    changes
        What happened to each area whose number was carried over, by code; an area
        that did not change is left away.
    several
        The numbers of areas that merged, by code, where no single one may stand.
    """

    about: TableAbout
    way: Way
    measured: Measured
    vintage: Vintage
    changes: dict[str, Change]
    several: dict[str, tuple[float, ...]]

    @property
    def of(self) -> EditionOf:
        """Say what decides whether it may be compared with another."""
        return EditionOf(
            source=self.about.source,
            table=self.about.table,
            keys=self.way.keys,
            kind=self.measured.column.kind,
            vintage=self.about.vintage,
        )

    @property
    def kind(self) -> Kind:
        """Say what sort of numbers they are."""
        return self.measured.column.kind


def editions(loaded: Sequence[TableAbout], indicator: Indicator) -> tuple[Edition, ...]:
    """List a question's answers in a region's tables, the one to show first in front.

    Small areas come before larger ones and then the newest first; of one year the
    best way wins. Tables about areas of another year are carried over where the
    exact-fit lookup is loaded, and left away where it is not.
    """
    for geography in _ABOUT:
        found = [
            (about, way)
            for about in loaded
            if about.vintage.geography is geography
            and (way := _way(indicator, about)) is not None
        ]
        made = [_edition(about, way) for about, way in _in_order(indicator, found)]
        some = _one_a_year([edition for edition in made if edition is not None])
        if some:
            return some
    return ()


def _way(indicator: Indicator, about: TableAbout) -> Way | None:
    """Find the best way whose columns a table has."""
    return next(
        (way for way in indicator.ways if about.keys.issuperset(way.keys)), None
    )


def _in_order(
    indicator: Indicator, found: Sequence[tuple[TableAbout, Way]]
) -> list[tuple[TableAbout, Way]]:
    """Put the newest first, of one year the newest areas, then the best way."""
    return sorted(
        found,
        key=lambda one: (
            -one[0].year,
            -one[0].vintage.year,
            indicator.ways.index(one[1]),
            -one[0].rows,
            one[0].source,
        ),
    )


def _one_a_year(found: Sequence[Edition]) -> tuple[Edition, ...]:
    """Keep the best edition of each year."""
    best: dict[int, Edition] = {}
    for edition in found:
        best.setdefault(edition.about.year, edition)
    return tuple(best.values())


@lru_cache(maxsize=256)
def _edition(about: TableAbout, way: Way) -> Edition | None:
    """Reckon one table's answers; None where its areas cannot be carried over."""
    target = SMALL if about.vintage.geography is Geography.LSOA else about.vintage
    carried = brought_to(about, target)
    if carried is None:
        return None
    several = _several(carried.several, way)
    changes = zip(carried.frame.codes, carried.came_by, strict=True)
    return Edition(
        about=about,
        way=way,
        measured=measured(carried.frame, way),
        vintage=target,
        changes={code: c for code, c in changes if c is not Change.UNCHANGED},
        several=several,
    )


def _several(all_of: Several, way: Way) -> dict[str, tuple[float, ...]]:
    """Keep the numbers of merged areas that a way of one column would show."""
    if way.of or len(way.number) != 1:
        return {}
    return {code: told for (code, key), told in all_of.items() if key == way.number[0]}


def published_for(edition: Edition, code: str) -> float | None:
    """Find the number that the publisher itself gives for a larger area.

    Looked for in the same source's table of the same year; None where it gives none.
    """
    for about in tables_beside(edition.about):
        if (about.source, about.table, about.year) != (
            edition.about.source,
            edition.about.table,
            edition.about.year,
        ) or not about.keys.issuperset(edition.way.keys):
            continue
        whole = frame(about)
        if code in whole.codes:
            number = measured(whole, edition.way).at(code)
            if number is not None:
                return number
    return None


def interval_of(edition: Edition, code: str) -> tuple[float, float] | None:
    """Give the publisher's 95 % limits of one area's number, where it has them."""
    key = edition.way.number[0] if edition.way.number else ""
    if edition.way.of or f"{key}.low" not in edition.about.keys:
        return None
    whole = frame(edition.about)
    low, high = (whole.value(code, f"{key}.{end}") for end in ("low", "high"))
    return None if low is None or high is None else (low, high)
