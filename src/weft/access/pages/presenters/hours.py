"""How is it said at which hours of the week there is something within reach?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from django.urls import reverse

from weft.access.domain.by_hour import (
    Open,
    WallHour,
    free_hours,
    open_in,
    wall_hours,
)
from weft.access.domain.choice.values import CERTAIN, POSSIBLE
from weft.access.domain.lives import Life
from weft.access.domain.published import Published
from weft.access.pages.presenters.said import (
    LICENCE,
    NOBODY_ASKED,
    basis_of,
    people,
    source_of,
    week_of,
)
from weft.access.queries.weeks import PublishedAbout
from weft.commons.saying import DAY_NAMES
from weft.ground.queries import RegionAbout
from weft.ground.queries.about import AreaAbout
from weft.shell.cloth import Cloth, Hours, region_week
from weft.shell.plots import AreaShape, Caption, Key, Plot, choropleth
from weft.shell.tables import Cell, Column, Table

DAY = 24
FIRST = 6
"""The cloth begins at six, as all cloths do; an earlier hour in which somebody is free
makes it begin at midnight."""
OPEN = {
    Open.KNOWN: "something we know of",
    Open.ASK: "ask first",
    Open.NOTHING: "nothing we know of",
}


@dataclass(frozen=True, kw_only=True)
class ByHour:
    """One life hour by hour: a cloth, and the same as a table."""

    published: Published
    week: PublishedAbout
    life: Life

    @cached_property
    def _number(self) -> int:
        return self.published.lives.index(self.life.slug)

    @cached_property
    def hours(self) -> tuple[WallHour, ...]:
        """List the hours of the week."""
        return wall_hours(self.week.week)

    @cached_property
    def free(self) -> tuple[WallHour, ...]:
        """List those in which the life is free."""
        free = free_hours(self.life, self.week.week)
        return tuple(one for one in self.hours if free[one.number])

    @property
    def everybody(self) -> int:
        """Count people; where nobody knows how many, small areas."""
        here = people(int(self.published.told.people[self._number]))
        return here or len(self.published.areas)

    @property
    def of(self) -> str:
        """Say what is counted."""
        known = people(int(self.published.told.people[self._number]))
        return "people (estimate)" if known else "small areas"

    def count(self, hour: WallHour, plane: int) -> int:
        """Say for how many something is on."""
        if self.of == "small areas":
            open_ = open_in(self.published, self._number, hour.number)
            least = Open.KNOWN if plane == CERTAIN else Open.ASK
            return int((open_ >= least).sum())
        by_hour = self.published.told.by_hour
        return people(int(by_hour[self._number, plane, hour.number]))

    @property
    def cloth(self) -> Cloth | None:
        """Draw the week; a thread is a quarter of whoever lives so."""
        if not self.free:
            return None
        first = 0 if any(one.hour < FIRST for one in self.free) else FIRST
        title = f"For how many of {self.everybody:,} {self.of} is something on?"
        drawn = region_week(
            [self._day(day, first) for day in range(len(DAY_NAMES))],
            title=title,
            first_hour=first,
            closed_at=self.everybody,
            of=self.week.week,
        )
        return replace(drawn, key=self._key(drawn), table=self.table)

    def _day(self, day: int, first: int) -> Hours:
        known, ask = np.zeros(DAY, np.int64), np.zeros(DAY, np.int64)
        for one in self.hours:
            if one.day == day:  # the hour that comes twice: the fuller of the two
                known[one.hour] = max(known[one.hour], self.count(one, CERTAIN))
                ask[one.hour] = max(ask[one.hour], self.count(one, POSSIBLE))
        free = {one.hour for one in self.free if one.day == day}
        return Hours(
            known=tuple(known[first:].tolist()),
            ask=tuple(ask[first:].tolist()),
            free=tuple(hour in free for hour in range(first, DAY)),
        )

    @staticmethod
    def _key(drawn: Cloth) -> tuple[tuple[str, str], ...]:
        said = {
            "threads-4": "for more than three in four",
            "threads-1": "for one in four or fewer",
            "threads-ask": "ask first",
            "threads-0": "free, and nothing we know of",
        }
        return tuple((weave, said.get(weave, words)) for weave, words in drawn.key)

    @cached_property
    def table(self) -> Table:
        """Tell every hour in which the life is free."""
        rows: list[tuple[Cell, ...]] = [
            (
                DAY_NAMES[one.day],
                f"{one.hour}:00",
                self.count(one, CERTAIN),
                self.count(one, POSSIBLE),
            )
            for one in self.free
        ]
        return Table(
            title=f"{self.life.title}, hour by hour, {week_of(self.week.week)}",
            columns=(
                Column("Day"),
                Column("From"),
                Column(f"Something on, certain: {self.of}", numeric=True, decimals=0),
                Column(f"Something on, possible: {self.of}", numeric=True, decimals=0),
            ),
            rows=tuple(rows),
            source=source_of(self.week),
            licence=LICENCE,
            notes=(
                f"Of {self.everybody:,} {self.of}; hours that are not free left out.",
                f"Result: {self.week.digest}",
            ),
        )


@dataclass(frozen=True, kw_only=True)
class HourPage:
    """The map of one hour, with the way to the one before and after."""

    region: RegionAbout
    by_hour: ByHour
    areas_here: Sequence[AreaAbout]
    asked: str

    @property
    def life(self) -> Life:
        """Say whose hour."""
        return self.by_hour.life

    @property
    def when(self) -> str:
        """Say which week."""
        return week_of(self.by_hour.week.week)

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from."""
        return basis_of(self.by_hour.week)

    @property
    def said(self) -> str:
        """Say what people said of it."""
        return NOBODY_ASKED

    @cached_property
    def place(self) -> int:
        """Find the hour among the free ones; the fullest, where none was asked for."""
        free = self.by_hour.free
        numbers = [one.number for one in free]
        if self.asked.isdecimal() and len(self.asked) < 4:  # noqa: PLR2004 169 hours
            later = [n for n in numbers if n >= int(self.asked)]
            return numbers.index(later[0]) if later else len(numbers) - 1
        return max(
            range(len(free)),
            key=lambda at: (self.by_hour.count(free[at], CERTAIN), -at),
            default=0,
        )

    @property
    def hour(self) -> WallHour | None:
        """Give the hour; None where the life is never free."""
        free = self.by_hour.free
        return free[self.place] if free else None

    @property
    def title(self) -> str:
        """Say the hour."""
        return _said(self.hour) if self.hour else "No free hour"

    @property
    def answer(self) -> str:
        """Say for how many something is on."""
        if self.hour is None:
            return "This week has no free hour, so nothing is within reach."
        sure, may = (self.by_hour.count(self.hour, p) for p in (CERTAIN, POSSIBLE))
        told = f"For {sure:,} of {self.by_hour.everybody:,} {self.by_hour.of}."
        more = f" For {may - sure:,} more we would have to ask." if may > sure else ""
        return f"{told}{more}"

    @property
    def before(self) -> str:
        """Lead to the free hour before; nothing for the first."""
        return self._address(self.place - 1)

    @property
    def after(self) -> str:
        """Lead to the free hour after; nothing for the last."""
        return self._address(self.place + 1)

    @property
    def choose(self) -> tuple[tuple[str, str], ...]:
        """List the free hours to choose from."""
        return tuple((str(one.number), _said(one)) for one in self.by_hour.free)

    def _address(self, place: int) -> str:
        free = self.by_hour.free
        if not 0 <= place < len(free):
            return ""
        address = reverse("access:hours_of", args=[self.life.slug])
        return f"{address}?hour={free[place].number}"

    @property
    def map(self) -> Plot | None:
        """Draw in which areas something is on in this hour."""
        shapes, open_ = [], self._open()
        for area in self.areas_here:
            if area.boundary is not None:
                what = open_.get(area.code)
                shapes.append(
                    AreaShape(
                        code=area.code,
                        name=area.title,
                        boundary=area.boundary,
                        value=None if what is None else float(what == Open.KNOWN),
                        ask=what == Open.ASK,
                    )
                )
        if not shapes or self.hour is None:
            return None
        caption = Caption(
            title=f"Where is something on: {self.title}?",
            axis="something on",
            source=source_of(self.by_hour.week),
        )
        drawn = choropleth(shapes, caption, breaks=(1,))
        return replace(drawn, key=_named(drawn.key), table=self._table())

    def _open(self) -> dict[str, Open]:
        if self.hour is None:
            return {}
        told = self.by_hour.published
        life = told.lives.index(self.life.slug)
        found = open_in(told, life, self.hour.number)
        return dict(zip(told.areas, map(Open, found.tolist()), strict=True))

    def _table(self) -> Table:
        names = {one.code: one.title for one in self.areas_here}
        rows = sorted(
            (names.get(code, ""), code, OPEN[what])
            for code, what in self._open().items()
        )
        return Table(
            title=f"{self.life.title}, {self.title}",
            columns=(Column("Area"), Column("Code"), Column("In this hour")),
            rows=tuple(rows),
            source=source_of(self.by_hour.week),
            notes=(f"Result: {self.by_hour.week.digest}",),
        )


def _said(one: WallHour) -> str:
    return f"{DAY_NAMES[one.day]}, {one.hour}:00 to {(one.hour + 1) % DAY}:00"


def _named(key: Key) -> Key:
    """Say in words what the two weaves of the map are."""
    words = {"below 1": OPEN[Open.NOTHING], "1 or more": OPEN[Open.KNOWN]}
    return tuple((weave, words.get(str(said), said)) for weave, said in key)
