"""How is it said how far it is to something green, to a college and to work?"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from django.urls import reverse

from weft.access.domain.gates import MANY_JOBS, By, Gate
from weft.access.domain.going import Basis
from weft.access.domain.published import Published
from weft.access.domain.spans import FAR, MINUTE
from weft.access.pages.presenters.said import BASES, LICENCE, source_of, week_of
from weft.access.queries.weeks import PublishedAbout
from weft.commons.saying import counted
from weft.ground.queries import RegionAbout
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import AreaShape, Caption, Plot, choropleth
from weft.shell.tables import Cell, Column, Table

BREAKS = (5, 10, 20, 40)
TITLES = {
    Gate.GREEN: "How far is it to something green?",
    Gate.COLLEGE: "How far is it to a college?",
    Gate.WORK: "How far is it to where many work?",
}
NAMES = {
    Gate.GREEN: "something green",
    Gate.COLLEGE: "a college",
    Gate.WORK: "where many work",
}
TAKEN = {
    Gate.GREEN: (
        "Parks, fields, gardens, woods and nature reserves that the map knows, at "
        "their gates where it knows any, else at one point of them."
    ),
    Gate.COLLEGE: (
        "Colleges and universities that the map knows, at their gates where it knows "
        "any."
    ),
    Gate.WORK: (
        f"Small areas with {MANY_JOBS} jobs or more by the newest count loaded, at the "
        "point where their people live: the doors of work are on no list."
    ),
}
OVER = "more"


@dataclass(frozen=True, kw_only=True)
class Section:
    """One thing to get to."""

    gate: Gate
    published: Published
    week: PublishedAbout
    areas_here: Sequence[AreaAbout]

    @property
    def title(self) -> str:
        """Ask."""
        return TITLES[self.gate]

    @property
    def taken(self) -> str:
        """Say what is taken for it."""
        return TAKEN[self.gate]

    @property
    def known(self) -> int:
        """Count those that are known."""
        told = self.published.gates_known
        return told[self.gate] if told else 0

    @property
    def horizon(self) -> int:
        """Say how far is looked, in minutes."""
        return int(self.published.terms.get("horizon", FAR)) // MINUTE

    @property
    def by_bus(self) -> bool:
        """Tell whether a timetable was there."""
        return self.published.basis == Basis.TIMETABLE.value

    @cached_property
    def minutes(self) -> dict[str, int | None]:
        """Give each area's minutes by the sooner way; None beyond the horizon."""
        return self.by(By.BUS if self.by_bus else By.FOOT)

    def by(self, by: By) -> dict[str, int | None]:
        """Give each area's minutes by one way, rounded up."""
        takes = self.published.gates[self.gate, by].tolist()
        return {
            code: None if spans >= FAR else -(-spans // MINUTE)
            for code, spans in zip(self.published.areas, takes, strict=True)
        }

    @property
    def answer(self) -> str:
        """Say how long half of people take."""
        if not self.published.gates_known:
            return "This week was published before we reckoned this."
        if not self.known:
            return "None is known here, so we cannot say."
        half = self._half()
        way = "on foot or by bus" if self.by_bus else "on foot"
        beyond = sum(one is None for one in self.minutes.values())
        more = f" From {beyond:,} it is more than {self.horizon}." if beyond else ""
        told = counted(len(self.minutes), "small area", "small areas")
        if half is None:
            return f"For half of people it is more than {self.horizon} minutes {way}."
        return f"Half of people live within {half} minutes {way}, of {told}.{more}"

    def _half(self) -> int | None:
        """Find the minutes within which half of people live."""
        people = {one.code: one.people or 1 for one in self.areas_here}
        told = sorted(
            (self.horizon + 1 if takes is None else takes, people.get(code, 1))
            for code, takes in self.minutes.items()
        )
        sums = np.cumsum([some for _, some in told])
        middle = told[int(np.searchsorted(sums, sums[-1] / 2))][0]
        return middle if middle <= self.horizon else None

    @property
    def map(self) -> Plot | None:
        """Draw the minutes; where it is far, thread is missing."""
        if not self.known:
            return None
        shapes = [
            AreaShape(
                code=one.code,
                name=one.title,
                boundary=one.boundary,
                value=self._value(one.code),
            )
            for one in self.areas_here
            if one.boundary is not None
        ]
        if not shapes:
            return None
        way = "on foot or by bus" if self.by_bus else "on foot"
        caption = Caption(
            title=self.title,
            axis=f"minutes {way}; {self.horizon + 1} stands for more",
            unit="minutes",
            source=source_of(self.week),
            licence=LICENCE,
        )
        return choropleth(shapes, caption, breaks=BREAKS, most_is_bare=True)

    def _value(self, code: str) -> float | None:
        if code not in self.minutes:
            return None
        takes = self.minutes[code]
        return float(self.horizon + 1 if takes is None else takes)


@dataclass(frozen=True, kw_only=True)
class GatesPage:
    """All three."""

    region: RegionAbout
    week: PublishedAbout
    published: Published
    areas_here: Sequence[AreaAbout]

    @property
    def when(self) -> str:
        """Say which week."""
        return week_of(self.week.week)

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from."""
        return BASES.get(self.published.basis, "")

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """List what one may want to get to."""
        return tuple(
            Section(
                gate=gate,
                published=self.published,
                week=self.week,
                areas_here=self.areas_here,
            )
            for gate in Gate
        )

    @property
    def table(self) -> Table | None:
        """Tell every small area."""
        if not self.published.gates_known:
            return None
        names = {one.code: one.title for one in self.areas_here}
        columns = [Column("Area"), Column("Code")]
        told: list[dict[str, Cell]] = []
        for one in self.sections:
            for by, way in ((By.FOOT, "on foot"), (By.BUS, "on foot or by bus")):
                if by is By.FOOT or one.by_bus:
                    columns.append(
                        Column(f"Minutes to {NAMES[one.gate]}, {way}", numeric=True)
                    )
                    told.append(_cells(one, by))
        return Table(
            title=f"Minutes to the nearest, {self.when}",
            columns=tuple(columns),
            rows=tuple(
                (names.get(code, ""), code, *(some[code] for some in told))
                for code in self.published.areas
            ),
            source=source_of(self.week),
            licence=LICENCE,
            notes=(
                *(TAKEN[gate] for gate in Gate),
                "There by nine on Tuesday, home from five; «more»: too far to look.",
                f"Result: {self.week.digest}",
            ),
        )

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the same as CSV and as Excel."""
        csv, excel = (
            reverse("access:gates_file", args=[kind]) for kind in ("csv", "xlsx")
        )
        return csv, excel


def _cells(one: Section, by: By) -> dict[str, Cell]:
    """Say each area's minutes; nothing where none is known."""
    if not one.known:
        return dict.fromkeys(one.published.areas)
    return {
        code: OVER if takes is None else takes for code, takes in one.by(by).items()
    }
