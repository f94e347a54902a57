"""Which pictures answer a question: a map, a spread, town and country, the years?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from weft.commons.provenance import Geography
from weft.need.domain.columns import Kind
from weft.need.domain.measuring import Harder
from weft.need.domain.summing import How, Summary, spread, tenths
from weft.need.domain.trends import Comparable
from weft.need.pages.presenters.numbers import (
    decimals_of,
    in_hundred,
    scaled,
    unit_of,
)
from weft.need.queries import IndicatorValues
from weft.shell.plots import (
    AreaShape,
    Caption,
    Mark,
    Panel,
    Plot,
    Series,
    Span,
    bars,
    choropleth,
    distribution,
    small_multiples,
    trend,
)

TENTH_BREAKS = (3, 5, 7, 9)
KINDS = {
    Geography.LSOA: "small areas",
    Geography.MSOA: "neighbourhoods",
    Geography.DISTRICT: "districts",
}
HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The pictures of one question, each with its table."""

    values: IndicatorValues
    region: str
    boundaries: tuple[tuple[str, bytes], ...]

    @property
    def kinds(self) -> str:
        """Say what its areas are called."""
        return KINDS[self.values.told.vintage.geography]

    @property
    def is_classes(self) -> bool:
        """Tell whether the answers are names and not numbers."""
        return self.values.told.column.kind is Kind.CLASS

    @property
    def _source(self) -> str:
        return self.values.told.about.source_line

    @property
    def _licence(self) -> str:
        return self.values.told.about.licence

    def caption(self, title: str) -> Caption:
        """Say what a picture shows."""
        column = self.values.told.column
        return Caption(
            title=title,
            axis=self.values.told.indicator.short,
            unit=unit_of(column),
            decimals=decimals_of(column),
            source=self._source,
            licence=self._licence,
        )

    @property
    def map(self) -> Plot | None:
        """Draw every area; bare paper is where most is missing."""
        shapes = dict(self.boundaries)
        areas = tuple(
            AreaShape(
                code=one.code,
                name=one.name,
                boundary=shapes[one.code],
                value=scaled(one.value, self.values.told.column),
            )
            for one in self.values.values
            if one.code in shapes
        )
        if not areas or self.is_classes:
            return None
        harder = self.values.told.indicator.harder
        tenth = self.values.told.column.kind is Kind.DECILE
        return _drawn(
            areas,
            self.caption("Where is it so? Bare paper shows where most is missing.")
            if harder is not Harder.NEITHER
            else self.caption("Where is it so?"),
            TENTH_BREAKS if tenth else None,
            harder is Harder.MORE and not tenth,
        )

    @property
    def spread(self) -> Plot | None:
        """Draw how all areas lie, or how many lie in each group."""
        column = self.values.told.column
        known = [one.value for one in self.values.values if one.value is not None]
        if not known:
            return None
        if column.kind is Kind.DECILE:
            return self._groups(known)
        if column.kind is Kind.CLASS:
            return self._classes(known)
        marks = [
            Mark(name=name, value=scaled(summary.value, column))
            for name, summary in self._middles()
        ]
        lies = spread(np.array(known))
        ends = (lies.quarter, lies.three_quarters) if lies else ()
        half = " and ".join(
            _short(scaled(end, column), unit_of(column)) for end in ends
        )
        return distribution(
            [scaled(one.value, column) for one in self.values.values],
            self.caption(f"Half of all {self.kinds} lie between {half}"),
            marks=marks,
            of=self.kinds,
        )

    def _middles(self) -> Iterator[tuple[str, Summary]]:
        """Name the numbers that are laid over the spread."""
        told = self.values.told
        yield self.region, told.whole
        if self.values.england is not None and told.whole.how is not How.FIRST_TENTH:
            yield "England", self.values.england

    def _groups(self, known: list[float]) -> Plot:
        """Draw how many areas lie in each of England's ten groups."""
        counts = tenths(np.array(known))
        evenly = len(known) / 10
        first = counts[0]
        return bars(
            [
                Mark(
                    name=f"Group {n}{', where most is missing' if n == 1 else ''}",
                    value=float(count),
                )
                for n, count in enumerate(counts, start=1)
            ],
            Caption(
                title=f"{first:,} of {len(known):,} {self.kinds} are in group 1; if "
                f"all of England were alike it would be {evenly:,.0f}",
                axis=self.kinds,
                source=self._source,
                licence=self._licence,
            ),
            first="Group",
        )

    def _classes(self, known: list[float]) -> Plot:
        """Draw how many areas bear each name."""
        classes = self.values.told.column.classes
        counts = {n: sum(1 for value in known if int(value) == n) for n, _ in classes}
        most = max(classes, key=lambda one: counts[one[0]])
        return bars(
            [Mark(name=name, value=float(counts[n])) for n, name in classes],
            Caption(
                title=f"Most often: {most[1]} ({counts[most[0]]:,} of {len(known):,})",
                axis=self.kinds,
                source=self._source,
                licence=self._licence,
            ),
            first="Group",
        )

    @property
    def classes(self) -> Plot | None:
        """Draw towns and villages apart."""
        column = self.values.told.column
        if len(self.values.classes) < 2 or self.is_classes:  # noqa: PLR2004 one class is no comparison
            return None
        panels = [
            Panel(
                name=one.name,
                values=tuple(scaled(value, column) for value in one.values),
            )
            for one in self.values.classes
        ]
        return small_multiples(
            panels,
            self.caption("Is it different in towns and villages?"),
            of=self.kinds,
        )

    @property
    def over_time(self) -> Plot | None:
        """Draw the region's number over editions that may be compared."""
        column = self.values.told.column
        told = [
            (about, summary, how)
            for about, summary, how in self.values.editions
            if how is not Comparable.NO and summary.value is not None
        ]
        if len(told) < 2:  # noqa: PLR2004 a trend takes two
            return None
        tenth = self.values.told.whole.how is How.FIRST_TENTH
        spans = tuple(
            Span(
                when=str(about.year),
                at=float(about.year),
                value=(summary.value or 0) * HUNDRED
                if tenth
                else scaled(summary.value, column),
            )
            for about, summary, _ in sorted(told, key=lambda one: one[0].year)
        )
        caption = Caption(
            title=_then_and_now(spans, tenth=tenth, unit=unit_of(column)),
            axis="small areas in the first of ten groups, in 100"
            if tenth
            else self.values.told.indicator.short,
            unit="%" if tenth else unit_of(column),
            decimals=1 if tenth else decimals_of(column),
            source="; ".join(about.source_line for about, _, _ in told),
            licence=self._licence,
        )
        return trend([Series(name=self.region, spans=spans, here=True)], caption)


@lru_cache(maxsize=24)
def _drawn(
    areas: tuple[AreaShape, ...],
    caption: Caption,
    breaks: tuple[float, ...] | None,
    most_is_bare: bool,  # noqa: FBT001 the cache wants it so
) -> Plot:
    """Draw a map, and keep it at hand: it is the same until the next build."""
    return choropleth(areas, caption, breaks=breaks, most_is_bare=most_is_bare)


def _short(value: float | None, unit: str) -> str:
    """Say one end of a spread."""
    if value is None:
        return "not known"
    if unit == "%":
        return in_hundred(value)
    return f"{value:,.1f}".removesuffix(".0")


def _then_and_now(spans: tuple[Span, ...], *, tenth: bool, unit: str) -> str:
    """Say the first number and the last."""
    first, last = spans[0], spans[-1]
    said = [_short(one.value, "%" if tenth else unit) for one in (first, last)]
    if said[0] == said[1]:
        return f"About the same in {first.when} and {last.when}: {said[0]}"
    return f"{said[0]} in {first.when}, {said[1]} in {last.when}"
