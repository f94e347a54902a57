"""How is it said, neighbourhood by neighbourhood, who has fewer than three?

Counts of people leave through ``commons.disclosure``: small ones, and as many others
as hide them, are not shown. Neighbourhoods stand in the order of their names.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.urls import reverse

from weft.access.domain.choice.values import CERTAIN, POSSIBLE, Condition, Longs
from weft.access.domain.lives import Life
from weft.access.domain.neighbourhoods import added_up, at_most, whole_people
from weft.access.domain.published import Published
from weft.access.pages.presenters.said import (
    CONDITIONS,
    LICENCE,
    NOBODY_ASKED,
    basis_of,
    source_of,
    week_of,
)
from weft.access.queries.weeks import PublishedAbout
from weft.commons.disclosure import ShownParts, Withheld
from weft.commons.nested import Nested, shown_beside, shown_nested
from weft.commons.provenance import Geography
from weft.ground.queries import RegionAbout
from weft.ground.queries.about import AreaAbout
from weft.shell.tables import Cell, Column, Table

OFFERS = 0
ELSEWHERE = "Not in a neighbourhood that we know"
ALL = "All of them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """The neighbourhoods (MSOA) of a region, and which area lies in which."""

    names: tuple[str, ...]
    of: tuple[int, ...]

    @classmethod
    def of_areas(cls, codes: Sequence[str], areas: Sequence[AreaAbout]) -> "Around":
        """Put areas into neighbourhoods, by name."""
        told = {one.code: _neighbourhood(one) for one in areas}
        found = [told.get(code, ("", ELSEWHERE)) for code in codes]
        order = {
            one: at
            for at, one in enumerate(sorted(set(found), key=lambda one: one[::-1]))
        }
        names = tuple(name for _, name in order)
        return cls(names=names, of=tuple(order[one] for one in found))


def _neighbourhood(area: AreaAbout) -> tuple[str, str]:
    around = area.inside(Geography.MSOA)
    return (around.code, around.title) if around else ("", ELSEWHERE)


@dataclass(frozen=True, kw_only=True)
class NeighbourhoodPage:
    """One life, neighbourhood by neighbourhood."""

    region: RegionAbout
    week: PublishedAbout
    published: Published
    life: Life
    around: Around

    @property
    def when(self) -> str:
        """Say which week."""
        return week_of(self.week.week)

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from."""
        return basis_of(self.week)

    @cached_property
    def number(self) -> int:
        """Say where the life stands on the axes."""
        return self.published.lives.index(self.life.slug)

    @property
    def asked(self) -> str:
        """Say what people said of it."""
        return NOBODY_ASKED

    @property
    def counted(self) -> bool:
        """Tell whether anybody knows how many people live so."""
        return bool(self.published.people[self.number].any())

    @property
    def nothing(self) -> str:
        """Say where there is nothing at all."""
        counts = self.published.choice.counts[self.number, :, :, OFFERS]
        none, not_even = (int((counts[:, p] == 0).sum()) for p in (CERTAIN, POSSIBLE))
        if not none:
            return "There is at least one thing that we know of in every small area."
        asked = none - not_even
        more = (
            f" In {asked:,} of them there is something to ask about." if asked else ""
        )
        whole = len(self.published.areas)
        return f"In {none:,} of {whole:,} small areas we know of nothing at all.{more}"

    def _added(self, values: Longs) -> list[int]:
        """Add up, and round so that the parts make the whole."""
        return whole_people(added_up(values, self.around.of, len(self.around.names)))

    @cached_property
    def _columns(self) -> tuple[list[int], list[int], list[int]]:
        """Count who lives so, who has fewer than three, and who also if we ask."""
        people, choice = self.published.people[self.number], self.published.choice
        live, few, perhaps = (
            self._added(people * one)
            for one in (
                np.ones(len(people), dtype=bool),
                ~choice.has_three[self.number, :, CERTAIN],
                ~choice.has_three[self.number, :, POSSIBLE],
            )
        )
        few = at_most(few, live)
        return live, few, at_most(perhaps, few)

    @cached_property
    def _shown(self) -> Nested:
        """Hide what is small, so that no column of a row tells of another."""
        return shown_nested(self._columns)

    @cached_property
    def table(self) -> Table:
        """Lay what is within reach beside who lives so; it adds up to the region."""
        live, few, perhaps = self._shown.columns
        rows = [
            (
                name,
                *(_cell(p.parts[at]) for p in (live, few, perhaps)),
                self._usual(at),
                self._bare(at),
            )
            for at, name in enumerate(self.around.names)
        ]
        totals = (_cell(p.total) for p in (live, few, perhaps))
        usual = self._mean(np.arange(len(self.published.areas)))
        rows.append((ALL, *totals, usual, sum(self._bare(at) for at in self._every)))
        if not self.counted:
            rows = [(row[0], None, None, None, *row[4:]) for row in rows]
        return Table(
            title=f"{self.life.title}: what is within reach, and who lives there",
            columns=(
                Column("Neighbourhood"),
                Column("People who live so (estimate)", numeric=True),
                Column("Fewer than three that we know of", numeric=True),
                Column("Fewer than three, also if we ask", numeric=True),
                Column("Things within reach, usually", numeric=True, decimals=0),
                Column("Small areas with nothing", numeric=True, decimals=0),
            ),
            rows=tuple(rows),
            source=source_of(self.week),
            licence=LICENCE,
            notes=(HIDDEN, f"Result: {self.week.digest}"),
        )

    @property
    def _every(self) -> range:
        return range(len(self.around.names))

    def _inside(self, at: int) -> Longs:
        return np.flatnonzero(np.asarray(self.around.of) == at)

    def _usual(self, at: int) -> float:
        return self._mean(self._inside(at))

    def _mean(self, areas: Longs) -> float:
        counts = self.published.choice.counts[self.number, areas, CERTAIN, OFFERS]
        return float(np.median(counts)) if len(counts) else 0.0

    def _bare(self, at: int) -> int:
        inside = self._inside(at)
        counts = self.published.choice.counts[self.number, inside, CERTAIN, OFFERS]
        return int((counts == 0).sum())

    @cached_property
    def barriers(self) -> Table | None:
        """Count who would have three, were one thing in the way alone gone."""
        if not self.counted:
            return None
        people = self.published.people[self.number][:, None]
        would = self.published.choice.would_have_three[self.number, :, CERTAIN]
        told = [self._beside((would * people)[:, one]) for one in Condition]
        rows: list[tuple[Cell, ...]] = [
            (name, *(_cell(parts.parts[at]) for parts in told))
            for at, name in enumerate(self.around.names)
        ]
        rows.append((ALL, *(_cell(parts.total) for parts in told)))
        return Table(
            title="If this alone were otherwise, so many more would have three",
            columns=(
                Column("Neighbourhood"),
                *(Column(CONDITIONS[one], numeric=True) for one in Condition),
            ),
            rows=tuple(rows),
            source=source_of(self.week),
            licence=LICENCE,
            notes=(HIDDEN, f"Result: {self.week.digest}"),
        )

    def _beside(self, values: Longs) -> ShownParts:
        """Hide what is small of some of those who have fewer than three."""
        live, few, _ = self._columns
        some = at_most(self._added(values), few)
        return shown_beside(self._shown, (live, few), some)

    def files(self, name: str) -> tuple[str, str]:
        """Lead to a table as CSV and as Excel."""
        args = [self.life.slug]
        csv, excel = (
            reverse(f"access:{name}", args=[*args, kind]) for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def beside_files(self) -> tuple[str, str]:
        """Lead to who lives where."""
        return self.files("beside_file")

    @property
    def barrier_files(self) -> tuple[str, str]:
        """Lead to what is in the way."""
        return self.files("barriers_file")


HIDDEN = (
    "Estimates. «not shown» hides a small number, or another that would give it away."
)


def _cell(told: int | Withheld) -> Cell:
    return "not shown" if isinstance(told, Withheld) else told
