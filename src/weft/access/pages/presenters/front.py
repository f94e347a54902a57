"""How is it said, life by life, who has three things within reach?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from django.urls import reverse

from weft.access.domain.choice.values import CERTAIN, POSSIBLE, Condition, Longs
from weft.access.domain.lives import Life
from weft.access.domain.published import Published
from weft.access.pages.presenters.said import (
    BASES,
    BREAKS,
    CONDITIONS,
    LICENCE,
    NOBODY_ASKED,
    in_a_hundred,
    people,
    source_of,
    week_of,
)
from weft.access.queries.weeks import PublishedAbout
from weft.commons.saying import counted, listed
from weft.ground.queries import RegionAbout
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import (
    AreaShape,
    Caption,
    LittleMaps,
    Mark,
    Plot,
    Sheet,
    bars,
    little_maps,
)
from weft.shell.tables import Cell, Column, Table

MAPS = 8
OFFERS = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One life in a week.

    Attributes
    ----------
    here, certain, possible
        People who live so; those with three for certain; with three if one asks.
    few, ask
        Those without three; those of them of whom we would have to ask. Every number
        is rounded by itself, so that every page says the same of it.
    """

    life: Life
    here: int
    certain: int
    possible: int
    few: int
    ask: int
    helps: str
    unknown: int

    @property
    def address(self) -> str:
        """Lead to all that is known of it."""
        return reverse("access:choice_of", args=[self.life.slug])

    @property
    def words(self) -> str:
        """Say it in one sentence."""
        if not self.here:
            return "Nobody knows how many people live so here."
        if not self.few:
            return f"All of about {self.here:,} people have three or more."
        few = f"About {self.few:,} of {self.here:,} people have fewer than three."
        return f"{few} For {self.ask:,} of them we have to ask." if self.ask else few


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """Every life in the newest published week."""

    region: RegionAbout | None
    weeks: Sequence[PublishedAbout]
    published: Published | None
    lives: Sequence[Life]
    areas_here: Sequence[AreaAbout] = ()

    @property
    def week(self) -> str:
        """Say which week it is about."""
        return week_of(self.weeks[0].week) if self.weeks else ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Tell each life, those with most people who have fewer than three first."""
        found = self._lines()
        return tuple(sorted(found, key=lambda one: (-one.few, one.life.slug)))

    def _lines(self) -> Iterator[Line]:
        told = self.published
        if told is None:
            return
        named, sums = {one.slug: one for one in self.lives}, told.told
        for n, slug in enumerate(told.lives):
            if slug in named:
                here, three = int(sums.people[n]), sums.with_three[n]
                certain, possible = int(three[CERTAIN]), int(three[POSSIBLE])
                yield Line(
                    life=named[slug],
                    here=people(here),
                    certain=people(certain),
                    possible=people(possible),
                    few=people(here - certain),
                    ask=people(possible - certain),
                    helps=_helps(sums.more_with_three[n, CERTAIN]),
                    unknown=int(told.unknown[n]),
                )

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from."""
        return BASES.get(self.published.basis, "") if self.published else ""

    @property
    def asked(self) -> str:
        """Say what people said of it."""
        return NOBODY_ASKED

    @property
    def unknown(self) -> str:
        """Say what is left out because nobody knows."""
        if self.published is None:
            return ""
        hours = self.published.hours_unknown
        told = counted(hours, "thing to do", "things to do")
        words = f"We do not know when {told} are on: they are not counted."
        return " ".join(filter(None, (words if hours else "", self._guessed())))

    def _guessed(self) -> str:
        """Say where the way is a straight line, though streets are loaded."""
        told = self.published.guessed if self.published else ()
        whose = (("small area", "small areas"), ("place", "places"))
        parts = [
            counted(many, *words)
            for many, words in zip(told, whose, strict=False)
            if many
        ]
        if not parts:
            return ""
        return f"No street on the map leads to {listed(parts)}: that way is guessed."

    @property
    def maps(self) -> LittleMaps | None:
        """Draw eight lives side by side: those with most people without three first."""
        told = self.published
        here = [one for one in self.areas_here if one.boundary is not None]
        if told is None or not here:
            return None
        column = {code: at for at, code in enumerate(told.areas)}
        shapes = [
            AreaShape(
                code=one.code, name=one.title, boundary=one.boundary or b"", value=None
            )
            for one in here
        ]
        sheets = []
        for line in self.lines[:MAPS]:
            life = told.lives.index(line.life.slug)
            counts = told.choice.counts[life, :, CERTAIN, OFFERS]
            values = [
                float(counts[column[one.code]]) if one.code in column else None
                for one in here
            ]
            sheets.append(
                Sheet(
                    name=line.life.title,
                    address=line.address,
                    said=_in_areas(values),
                    values=values,
                )
            )
        caption = Caption(
            title="Eight weeks side by side: where is thread missing?",
            axis="things to do within reach, for certain",
            source=self.source,
            licence=LICENCE,
        )
        return little_maps(shapes, sheets, caption, breaks=BREAKS)

    @property
    def plot(self) -> Plot | None:
        """Draw the share with three for certain, up to those who may have."""
        marks = [
            Mark(
                name=one.life.title,
                value=in_a_hundred(one.certain, one.here),
                low=in_a_hundred(one.certain, one.here),
                high=in_a_hundred(one.possible, one.here),
            )
            for one in self.lines
            if one.here
        ]
        if not marks:
            return None
        caption = Caption(
            title="How many in a hundred have three things within reach?",
            axis="in a hundred; the line goes on to those we would have to ask for",
            source=self.source,
        )
        return bars(marks, caption, first="A week like this")

    @property
    def table(self) -> Table:
        """Tell the same as a table, with the hash of what it comes from."""
        rows: list[tuple[Cell, ...]] = [
            (
                one.life.title,
                one.here or None,
                one.certain if one.here else None,
                one.possible if one.here else None,
                one.helps,
                one.unknown,
            )
            for one in self.lines
        ]
        return Table(
            title=f"Three real choices, {self.week}",
            columns=(
                Column("A week like this"),
                Column("People who live so (estimate)", numeric=True, decimals=0),
                Column("Three real choices, certain", numeric=True, decimals=0),
                Column("Three real choices, possible", numeric=True, decimals=0),
                Column("What alone would help most people"),
                Column("Areas not known", numeric=True, decimals=0),
            ),
            rows=tuple(rows),
            source=self.source,
            licence=LICENCE,
            notes=tuple(f"{k}: {v}" for k, v in self.inputs),
        )

    @property
    def source(self) -> str:
        """Say whose numbers they are."""
        return source_of(self.weeks[0]) if self.weeks else ""

    @property
    def inputs(self) -> tuple[tuple[str, str], ...]:
        """List the hashes of what it was reckoned from, and of the result."""
        if not self.weeks:
            return ()
        return (*sorted(self.weeks[0].inputs.items()), ("result", self.weeks[0].digest))


def _in_areas(values: Sequence[float | None]) -> str:
    """Say in how many small areas there is nothing at all."""
    bare = sum(value == 0 for value in values)
    if not bare:
        return "Something in every small area."
    return f"Nothing that we know of in {bare:,} of {len(values):,} small areas."


def _helps(more: Longs) -> str:
    """Name what alone would bring most people to three."""
    return CONDITIONS[Condition(int(np.argmax(more)))] if more.any() else ""
