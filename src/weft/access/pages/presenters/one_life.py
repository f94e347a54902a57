"""How is it said what one life has within reach, where, and what gets in the way?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import isnan

import numpy as np
from django.urls import reverse

from weft.access.domain.choice.values import CERTAIN, POSSIBLE, Condition
from weft.access.domain.lives import Life
from weft.access.domain.published import Published, with_three_by_tenth
from weft.access.pages.presenters.changes import Changes
from weft.access.pages.presenters.hours import ByHour
from weft.access.pages.presenters.neighbourhoods import Around, NeighbourhoodPage
from weft.access.pages.presenters.reach_map import reach_map
from weft.access.pages.presenters.said import (
    BASES,
    CONDITIONS,
    LICENCE,
    NOBODY_ASKED,
    people,
    source_of,
    week_of,
)
from weft.access.queries.weeks import PublishedAbout
from weft.ground.queries import RegionAbout
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import Caption, Mark, Plot, bars
from weft.shell.tables import Cell, Column, Table

OFFERS = 0
YES_NO = {True: "yes", False: "no"}


@dataclass(frozen=True, kw_only=True)
class LifePage:
    """One life in the newest published week."""

    region: RegionAbout
    week: PublishedAbout
    published: Published
    life: Life
    areas_here: Sequence[AreaAbout]

    @property
    def number(self) -> int:
        """Say where the life stands on the axes."""
        return self.published.lives.index(self.life.slug)

    @property
    def when(self) -> str:
        """Say which week."""
        return week_of(self.week.week)

    @property
    def answer(self) -> str:
        """Say in one sentence who has three."""
        sums, n = self.published.told, self.number
        here = people(int(sums.people[n]))
        if not here:
            three = self.published.choice.has_three[n, :, CERTAIN]
            return (
                "Nobody knows how many people live so here. Such a week has three "
                f"things or more in {int(three.sum()):,} of {len(three):,} small areas."
            )
        certain, possible = (
            people(int(sums.with_three[n, plane])) for plane in (CERTAIN, POSSIBLE)
        )
        return (
            f"About {certain:,} of {here:,} people who live so have three things or "
            f"more within reach. With what we would have to ask about: {possible:,}."
        )

    @property
    def asked(self) -> str:
        """Say what people said of it."""
        return NOBODY_ASKED

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from."""
        return BASES.get(self.published.basis, "")

    @property
    def source(self) -> str:
        """Say whose numbers they are."""
        return source_of(self.week)

    @property
    def by_hour(self) -> ByHour:
        """Tell its week hour by hour."""
        return ByHour(published=self.published, week=self.week, life=self.life)

    @cached_property
    def around(self) -> Around:
        """Say which small area lies in which neighbourhood."""
        return Around.of_areas(self.published.areas, self.areas_here)

    @property
    def changes(self) -> Changes:
        """Reckon otherwise: does the answer change?"""
        return Changes(
            published=self.published,
            week=self.week,
            life=self.number,
            around=self.around,
        )

    @property
    def neighbourhoods(self) -> NeighbourhoodPage:
        """Tell it neighbourhood by neighbourhood."""
        return NeighbourhoodPage(
            region=self.region,
            week=self.week,
            published=self.published,
            life=self.life,
            around=self.around,
        )

    @property
    def in_the_way(self) -> Plot | None:
        """Draw how many more would have three if one thing alone were otherwise."""
        more = self.published.told.more_with_three[self.number, CERTAIN]
        marks = [
            Mark(name=CONDITIONS[one], value=people(int(more[one])))
            for one in Condition
            if people(int(more[one]))
        ]
        if not marks:
            return None
        caption = Caption(
            title="What alone would bring more people to three?",
            axis="more people (estimate)",
            source=self.source,
        )
        ordered = sorted(marks, key=lambda mark: -(mark.value or 0))
        drawn = bars(ordered, caption, first="What gets in the way")
        return replace(drawn, table=self.ledger)

    @property
    def ledger(self) -> Table:
        """Tell all seven, on both planes: more people with three, and more things."""
        sums, n = self.published.told, self.number
        known = bool(sums.people[n])
        rows: list[tuple[Cell, ...]] = [
            (
                CONDITIONS[one],
                *(
                    people(int(sums.more_with_three[n, plane, one])) if known else None
                    for plane in (CERTAIN, POSSIBLE)
                ),
                *(
                    float(sums.more_offers[n, plane, one]) if known else None
                    for plane in (CERTAIN, POSSIBLE)
                ),
            )
            for one in Condition
        ]
        return Table(
            title=f"What gets in the way: {self.life.title}, {self.when}",
            columns=(
                Column("If this alone were otherwise"),
                Column("More people with three, certain", numeric=True, decimals=0),
                Column("More people with three, possible", numeric=True, decimals=0),
                Column("More things for one, certain", numeric=True, decimals=1),
                Column("More things for one, possible", numeric=True, decimals=1),
            ),
            rows=tuple(rows),
            source=self.source,
            licence=LICENCE,
            notes=("Estimates.", f"Result: {self.week.digest}"),
        )

    @property
    def by_need(self) -> Plot | None:
        """Draw the share with three by how much an area goes short."""
        shares = with_three_by_tenth(self.published, self.number, CERTAIN)[1:]
        if np.isnan(shares).all():
            return None
        marks = [
            Mark(name=_tenth(n), value=_hundredths(float(share)))
            for n, share in enumerate(shares, start=1)
        ]
        caption = Caption(
            title="Is it the same where many things go short?",
            axis="people in a hundred who live so and have three",
            source=self.source,
        )
        return bars(marks, caption, first="Areas")

    @property
    def map(self) -> Plot | None:
        """Draw how many things are within reach of each area."""
        return reach_map(self.areas_here, self._offers(), self.source)

    def _offers(self) -> dict[str, float]:
        counts = self.published.choice.counts[self.number, :, CERTAIN, OFFERS]
        return dict(zip(self.published.areas, map(float, counts), strict=True))

    @property
    def areas(self) -> Table:
        """Tell every area, with no number of people: an area has few."""
        names = {one.code: one.title for one in self.areas_here}
        choice, n = self.published.choice, self.number
        rows: list[tuple[Cell, ...]] = [
            (
                names.get(code, ""),
                code,
                *(int(choice.counts[n, at, CERTAIN, one]) for one in (0, 1, 2)),
                YES_NO[bool(choice.has_three[n, at, CERTAIN])],
                *(int(choice.counts[n, at, POSSIBLE, one]) for one in (0, 1, 2)),
                YES_NO[bool(choice.has_three[n, at, POSSIBLE])],
            )
            for at, code in enumerate(self.published.areas)
        ]
        return Table(
            title=f"{self.life.title}, {self.when}",
            columns=(
                Column("Area"),
                Column("Code"),
                *_columns("certain"),
                *_columns("possible"),
            ),
            rows=tuple(rows),
            source=self.source,
            licence=LICENCE,
            notes=(f"Areas: {self.published.areas_of}",),
        )

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the areas as CSV and as Excel."""
        slug = self.life.slug
        csv, excel = (
            reverse("access:areas_file", args=[slug, kind]) for kind in ("csv", "xlsx")
        )
        return csv, excel


def _columns(plane: str) -> tuple[Column, ...]:
    return (
        Column(f"Things to do, {plane}", numeric=True, decimals=0),
        Column(f"Groups, {plane}", numeric=True, decimals=0),
        Column(f"Kinds, {plane}", numeric=True, decimals=0),
        Column(f"Three real choices, {plane}"),
    )


def _hundredths(share: float) -> float | None:
    return None if isnan(share) else 100 * share


def _tenth(n: int) -> str:
    ends = {1: "Tenth where most go short", 10: "Tenth where fewest do"}
    return ends.get(n, f"Tenth {n}")
