"""How is it said what is missing around the people of a place?

In words first, one number in a sentence, the same number elsewhere beside it, and
where it comes from. Nothing is ranked and nothing is added up.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse

from weft.commons.saying import first_large, listed
from weft.ground.queries import AreaAbout
from weft.need.domain.columns import Column, Kind
from weft.need.domain.measuring import Theme
from weft.need.domain.summing import How
from weft.need.domain.trends import Comparable, Point
from weft.need.queries import NeedFigure, ReplyAbout
from weft.shell.plots import Caption, Mark, Plot, dots
from weft.shell.tables import Table

HUNDRED = 100
FEW = 1.5  # below this many in 100 a whole number would say too little


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOnPage:
    """One thing that may be missing around people here."""

    figure: NeedFigure
    area: AreaAbout

    @property
    def id(self) -> str:
        """Name it for links and labels."""
        return f"missing-{self.figure.indicator.key}"

    @property
    def heading(self) -> str:
        """Name what people go without, never what they are."""
        return first_large(self.figure.indicator.missing)

    @property
    def sentence(self) -> str:
        """Say the number in a sentence."""
        told = self.figure
        if told.several:
            numbers = listed([said(value, told.column) for value in told.several])
            return f"Two older areas became this one. Their numbers were {numbers}."
        if told.here.value is None:
            return "Nobody has counted this here."
        if told.here.how is How.FIRST_TENTH:
            share = said(told.here.value, told.column, how=told.here.how)
            return (
                f"For {told.indicator.missing}: {share} of the small areas here are in "
                "the tenth of England where most is missing."
            )
        return told.indicator.sentence.format(value=said(told.here.value, told.column))

    @property
    def elsewhere(self) -> str:
        """Say the same number of the district, the region and England."""
        column = self.figure.column
        parts = [
            f"{one.name}: {said(one.summary.value, column, how=one.summary.how)}"
            for one in self.figure.compared
            if one.summary.value is not None
        ]
        return f"{'; '.join(parts)}." if parts else ""

    @property
    def trend(self) -> str:
        """Say what earlier editions told, where they may be compared."""
        known = [one for one in self.figure.points if one.value is not None]
        older = [one for one in known if one.comparable is not Comparable.NO]
        if len(older) < 2:  # noqa: PLR2004 it takes two to compare
            return "There is no earlier number that may be compared."
        first, last = older[0], older[-1]
        return (
            f"{_then(first, self.figure.column)} {_then(last, self.figure.column)} "
            + (
                last.comparable.value
                if first.comparable is last.comparable
                else first.comparable.value
            )
        )

    @property
    def official(self) -> str:
        """Give the publisher's own name of it, its terms, and how it was added up."""
        about, here = self.figure.about, self.figure.here
        how = "" if here.areas <= 1 else f" Here: {here.how}."
        own = f"Its publisher calls it «{self.figure.indicator.official}»."
        source = "" if self.is_drawn else f" {about.source_line}."
        return f"{own}{source} {about.licence}.{how}"

    @property
    def _marks(self) -> tuple[Mark, ...]:
        return tuple(_marks(self.figure, self.area.title))

    @property
    def is_drawn(self) -> bool:
        """Tell whether there is anything to compare it with."""
        return len(self._marks) > 1

    @property
    def plot(self) -> Plot:
        """Draw the number among its neighbours, where they are of one kind."""
        return dots(self._marks, _caption(self.figure, self.sentence))

    def file(self, kind: str) -> str:
        """Lead to what the picture shows, as a file."""
        key = self.figure.indicator.key
        return reverse("web:missing_file", args=[self.area.code, key, kind])

    @property
    def replies(self) -> tuple[ReplyAbout, ...]:
        """Give what people who live here say to it."""
        return self.figure.replies

    @property
    def reply_address(self) -> str:
        """Where somebody who lives here can say something to it."""
        return reverse("need:reply", args=[self.area.code, self.figure.indicator.key])

    @property
    def table(self) -> Table:
        """Tell what the picture shows, with what people say to it, for a file."""
        said = tuple(f"A neighbour says: {reply.line}" for reply in self.replies)
        table = self.plot.table
        return replace(table, notes=(*table.notes, *said))


def _then(point: Point, column: Column) -> str:
    return f"{point.year}: {said(point.value, column)}."


def said(value: float | None, column: Column, *, how: How | None = None) -> str:
    """Say one number so that a reader of ten can hold it: «46 in 100»."""
    if value is None:
        return "not known"
    if how is How.FIRST_TENTH or (column.kind is Kind.RATE and column.unit == "share"):
        return _in_hundred(value * HUNDRED)
    if column.unit == "%":
        return _in_hundred(value)
    if column.kind in {Kind.COUNT, Kind.DECILE, Kind.RANK, Kind.CLASS}:
        return f"{value:,.0f}"
    number = f"{value:,.1f}".removesuffix(".0")
    return f"{number} {column.unit}".strip()


def _in_hundred(number: float) -> str:
    """Say so many in a hundred; fewer than one or two with a decimal."""
    return f"{number:.1f} in 100" if 0 < number < FEW else f"{number:.0f} in 100"


def _marks(told: NeedFigure, area: str) -> Iterable[Mark]:
    """Give the numbers that are of the same kind as this place's own."""
    if told.here.value is None:
        return
    scale = HUNDRED if _is_share(told) else 1
    yield Mark(name=area, value=told.here.value * scale, here=True)
    for one in told.compared:
        same = (one.summary.how is How.FIRST_TENTH) == (
            told.here.how is How.FIRST_TENTH
        )
        if one.summary.value is not None and same:
            yield Mark(name=one.name, value=one.summary.value * scale)


def _is_share(told: NeedFigure) -> bool:
    return told.here.how is How.FIRST_TENTH or (
        told.column.kind is Kind.RATE and told.column.unit == "share"
    )


def _caption(told: NeedFigure, finding: str) -> Caption:
    per_hundred = _is_share(told) or told.column.unit == "%"
    axis = f"{told.indicator.short}, in 100" if per_hundred else told.indicator.short
    return Caption(
        title=finding,
        axis=axis,
        decimals=0 if per_hundred or told.column.kind is Kind.DECILE else 1,
        source=told.about.source_line,
        licence=told.about.licence,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What is missing around people: plain numbers first, places in England after."""

    plain: tuple[FigureOnPage, ...]
    tenths: tuple[FigureOnPage, ...]

    @classmethod
    def of(cls, figures: Iterable[NeedFigure], *, area: AreaAbout) -> "Missing":
        """Part what can be counted from what can only be compared.

        What adds many things up stands on the profile's page, with its warnings, and
        not here.
        """
        shown = [
            FigureOnPage(figure=figure, area=area)
            for figure in figures
            if figure.indicator.theme is not Theme.TOGETHER
        ]
        return cls(
            plain=tuple(one for one in shown if not _is_tenth(one)),
            tenths=tuple(one for one in shown if _is_tenth(one)),
        )

    @property
    def first(self) -> tuple[FigureOnPage, ...]:
        """Give a few to begin with, each about another side of life."""
        themes: dict[Theme, FigureOnPage] = {}
        for one in self.plain:
            themes.setdefault(one.figure.indicator.theme, one)
        return tuple(themes.values())

    @property
    def more(self) -> tuple[FigureOnPage, ...]:
        """Give the rest."""
        return tuple(one for one in self.plain if one not in self.first)

    @property
    def answer(self) -> str:
        """Answer the heading's question in a line."""
        if not (self.plain or self.tenths):
            return "Nobody has counted that here yet."
        return "What has been counted, and beside it the same elsewhere."


def _is_tenth(one: FigureOnPage) -> bool:
    return one.figure.column.kind is Kind.DECILE
