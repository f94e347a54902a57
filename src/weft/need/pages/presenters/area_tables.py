"""Which tables answer a question: every area, the districts, somebody's own beside?"""

from dataclasses import dataclass

from weft.commons.saying import first_large
from weft.need.domain.own_table import OwnTable
from weft.need.domain.summing import How
from weft.need.pages.presenters.numbers import (
    cell_of,
    column_of,
    said_of_many,
    said_several,
)
from weft.need.pages.presenters.pictures import KINDS
from weft.need.pages.presenters.replies import REPLIES, replies_cell
from weft.need.queries import AreaValue, IndicatorValues
from weft.need.queries.indicators import NAMES_OF_CHANGES
from weft.shell.tables import Cell, Column, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The tables of one question, for the page and for files."""

    values: IndicatorValues
    region: str
    own: OwnTable | None = None

    @property
    def _kinds(self) -> str:
        return KINDS[self.values.told.vintage.geography]

    @property
    def _source(self) -> str:
        return self.values.told.about.source_line

    @property
    def _licence(self) -> str:
        return self.values.told.about.licence

    @property
    def districts(self) -> Table | None:
        """Tell each district's number, the region's and England's, by name."""
        column = self.values.told.column
        rows: list[tuple[Cell, ...]] = [
            (name, said_of_many(summary, column), summary.known)
            for name, summary in self.values.districts
        ]
        if not rows or self.values.told.whole.how is How.NOTHING:
            return None
        rows.append(
            (
                self.region,
                said_of_many(self.values.told.whole, column),
                self.values.told.known,
            )
        )
        if self.values.england is not None:
            rows.append(("England", said_of_many(self.values.england, column), ""))
        return Table(
            title="Each district, the whole region and England",
            columns=(
                Column("Where"),
                Column(first_large(self.values.told.whole.how.value)),
                Column(f"{self._kinds.capitalize()} counted", numeric=True, decimals=0),
            ),
            rows=tuple(rows),
            source=self._source,
            licence=self._licence,
        )

    @property
    def table(self) -> Table:
        """Tell every area's number, by name, with how it came about."""
        column = self.values.told.column
        own = self.own.columns if self.own else ()
        replies = (REPLIES,) if self._is_replied_to else ()
        return Table(
            title=self.values.told.indicator.question,
            columns=(
                Column("Area"),
                Column("Code"),
                Column("District"),
                Column("Town or country"),
                column_of(self.values.told.indicator.short, column),
                Column("How it came about"),
                *replies,
                *(Column(f"Yours: {words}") for words in own),
            ),
            rows=tuple(self._row(one) for one in self.values.values),
            source=self._source,
            licence=self._licence,
            notes=(
                f"Official name: {self.values.told.indicator.official}.",
                *filter(None, (self.values.told.indicator.note,)),
                *self._replies_of_others,
            ),
        )

    @property
    def _replies_of_others(self) -> tuple[str, ...]:
        """Write what people say about areas that have no row of their own."""
        codes = {one.code for one in self.values.values}
        return tuple(
            f"A neighbour in {name} says: {reply.line}"
            for name, reply in self.values.replies
            if reply.area_code not in codes
        )

    @property
    def _is_replied_to(self) -> bool:
        return any(one.replies for one in self.values.values)

    def _row(self, one: AreaValue) -> tuple[Cell, ...]:
        column = self.values.told.column
        note = NAMES_OF_CHANGES[one.change]
        if one.several:
            note = f"{note}: {said_several(one.several, column)}"
        own: tuple[Cell, ...] = ()
        if self.own is not None:
            own = self.own.rows.get(one.code, (None,) * len(self.own.columns))
        return (
            one.name,
            one.code,
            one.district,
            one.rural_urban,
            cell_of(one.value, column),
            note,
            *((replies_cell(one.replies),) if self._is_replied_to else ()),
            *own,
        )

    @property
    def beside(self) -> Table | None:
        """Lay somebody's own rows beside ours, only the areas that they told."""
        if self.own is None:
            return None
        column = self.values.told.column
        return Table(
            title=f"Yours beside: {self.values.told.indicator.short}",
            columns=(
                Column("Area"),
                Column("Code"),
                column_of(self.values.told.indicator.short, column),
                *(Column(f"Yours: {words}") for words in self.own.columns),
            ),
            rows=tuple(
                (
                    one.name,
                    one.code,
                    cell_of(one.value, column),
                    *self.own.rows[one.code],
                )
                for one in self.values.values
                if one.code in self.own.rows
            ),
            source=self._source,
            licence=self._licence,
            notes=("Columns that begin with «Yours» are from your own file.",),
        )
