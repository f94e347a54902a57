"""How is it said whether there is as much within reach where more is missing?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from weft.access.domain.choice.values import CERTAIN
from weft.access.domain.equity import Slope
from weft.access.domain.fairness import (
    FEWEST_AREAS,
    Group,
    groups,
    held_by_tenths,
    line_through,
    measures,
    places_of,
    shares_by,
)
from weft.access.pages.presenters.one_life import LifePage
from weft.access.pages.presenters.said import LICENCE, source_of
from weft.access.queries.gaps import GapInWeek
from weft.shell.plots import (
    Across,
    Caption,
    Curve,
    Dot,
    Mark,
    Plot,
    Series,
    Span,
    Through,
    against,
    bars,
    evenly,
    trend,
)
from weft.shell.tables import Cell, Column, Table

NAMED = 4
HALF = 5
YEAR = 365.25
ALONG = Across(
    axis="people in order, of a hundred: where most is missing first",
    low=0,
    high=100,
    at_low="most is missing",
    at_high="least is missing",
)


@dataclass(frozen=True, kw_only=True)
class FairPage:
    """One life: need against choice, and how far apart people are."""

    of: LifePage
    gaps: Sequence[GapInWeek]
    classes: Mapping[str, str]
    ages: Mapping[str, Mapping[str, float]]

    @cached_property
    def group(self) -> Group | None:
        """Put small areas in the order of what is missing."""
        return groups(self.of.published, self.of.number, CERTAIN)

    @cached_property
    def line(self) -> Slope | None:
        """Lay the line through them."""
        return line_through(self.group) if self.group else None

    @property
    def answer(self) -> str:
        """Say who has more, with the interval; or why nothing can be said."""
        if self.group is None:
            return "No index of what is missing is loaded here, so we cannot say."
        if self.line is None:
            return (
                f"There are fewer than {FEWEST_AREAS} small areas with people who live "
                "so. That is too few to say."
            )
        return _told(self.line)

    @property
    def counted(self) -> str:
        """Say what a small area counts for."""
        if self.group is None or self.group.counted:
            return ""
        return (
            "Nobody knows how many people live so here: each small area counts alike."
        )

    @property
    def dots(self) -> Plot | None:
        """Draw every small area as a dot."""
        group = self.group
        if group is None or self.line is None:
            return None
        index, line = self.line.index, self.line
        through = Through(
            first=100 * line.worst,
            last=100 * line.best,
            low=_of_hundred(line.worst, index.low),
            high=_of_hundred(line.worst, index.high),
        )
        caption = Caption(
            title="Is there more where more is missing? Every small area is a dot",
            axis="in a hundred who live so, how many have three",
            source=source_of(self.of.week),
            licence=LICENCE,
        )
        return against(self._dots(group), caption, ALONG, through=through)

    def _dots(self, group: Group) -> list[Dot]:
        """Name the few where most is missing and fewest have three, each name once."""
        here = {one.code: one.title for one in self.of.areas_here}
        names = [
            here.get(self.of.published.areas[some[0]], "") for some in group.members
        ]
        corner = sorted(
            (one for one in range(len(names)) if group.middle[one] <= HALF / 10),
            key=lambda one: (group.share[one], group.middle[one]),
        )
        named: dict[str, int] = {}
        for one in corner:
            if group.share[one] < 1 and names[one] and len(named) < NAMED:
                named.setdefault(names[one], one)
        return [
            Dot(
                name=names[one],
                code=self.of.published.areas[some[0]],
                across=float(100 * group.middle[one]),
                up=float(100 * group.share[one]),
                named=one in named.values(),
            )
            for one, some in enumerate(group.members)
            if group.people[one] > 0
        ]

    @property
    def measures(self) -> Table | None:
        """Tell every other way to measure it, each with its interval."""
        told = measures(self.group) if self.group else ()
        rows: list[tuple[Cell, ...]] = [
            (
                one.name,
                one.figure.value if one.figure else None,
                one.figure.low if one.figure else None,
                one.figure.high if one.figure else None,
                one.words,
            )
            for one in told
        ]
        if not rows:
            return None
        return Table(
            title="Other ways to measure how far apart people are",
            columns=(
                Column("Measure"),
                Column("Figure", numeric=True, decimals=3),
                Column("At least", numeric=True, decimals=3),
                Column("At most", numeric=True, decimals=3),
                Column("In words"),
            ),
            rows=tuple(rows),
            source=source_of(self.of.week),
            licence=LICENCE,
            notes=(
                "Of the share with three. Nothing here says what made a difference.",
                f"Result: {self.of.week.digest}",
            ),
        )

    @property
    def evenly(self) -> Plot | None:
        """Draw what the first tenths of people have of all that is within reach."""
        if self.group is None or not self.group.enough:
            return None
        least = held_by_tenths(self.group, by_what_they_have=True)
        most = held_by_tenths(self.group, by_what_they_have=False)
        if least is None or most is None:
            return None
        title = (
            f"The half with least within reach have {least[HALF]:.0f} in 100 of it; "
            f"the half where most is missing {most[HALF]:.0f}"
        )
        caption = Caption(
            title=title,
            axis="of a hundred things within reach, how many the first people have",
            source=source_of(self.of.week),
            licence=LICENCE,
        )
        curves = (
            Curve(name="who has least first", held=least),
            Curve(name="where most is missing first", held=most),
        )
        return evenly(curves, caption)

    @property
    def over_time(self) -> Plot | None:
        """Draw the gap week by week; one week is no trend."""
        spans, before = [], ""
        for gap in self.gaps:
            if gap.slope is not None:
                spans.append(_span(gap, joins=before in ("", gap.basis)))
                before = gap.basis
        if len(spans) < 2:  # noqa: PLR2004 one week is no trend
            return None
        caption = Caption(
            title="How far apart are we, week by week?",
            axis="in a hundred: least missing less most missing",
            source=source_of(self.of.week),
            licence=LICENCE,
        )
        return trend([Series(name="Gap", spans=tuple(spans), here=True)], caption)

    def table_of(self, what: str) -> Table | None:
        """Give the table behind one picture, by its name; None where there is none."""
        plots = {
            "dots": self.dots,
            "evenly": self.evenly,
            "weeks": self.over_time,
            "places": self.by_class,
            "ages": self.by_age,
        }
        if what == "measures":
            return self.measures
        plot = plots.get(what)
        return plot.table if plot else None

    def files(self, what: str) -> tuple[str, str]:
        """Lead to one table as CSV and as Excel."""
        csv, excel = (
            reverse("access:fair_file", args=[self.of.life.slug, what, kind])
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def places(self) -> str:
        """Say where the places for new faces could go."""
        told = places_of(self.of.published, CERTAIN)
        if told is None:
            return "Nobody has told us how many places there are, so we cannot say."
        return (
            f"Groups have told us of {told.places:,} places a week for new faces. Of "
            f"those that could be taken, {told.evenly:.0f} in 100 go to the fifth of "
            f"areas where most is missing, if they are shared evenly; "
            f"{told.by_need:.0f} in 100 if people there count twice. Of a hundred "
            f"people who could take one, {told.people:.0f} live there. "
            f"{told.not_said:,} offers have not said how many they take."
        )

    @property
    def by_class(self) -> Plot | None:
        """Draw who has three in towns and in villages."""
        told = shares_by(self.of.published, self.of.number, CERTAIN, self.classes)
        marks = [
            Mark(name=name, value=100 * three / all_)
            for name, (three, all_) in sorted(told.items())
            if all_
        ]
        if not marks:
            return None
        caption = Caption(
            title="Is it the same in towns and in villages?",
            axis="in a hundred who live so, how many have three",
            source=source_of(self.of.week),
            licence=LICENCE,
        )
        return bars(marks, caption, first="Kind of place")

    @property
    def by_age(self) -> Plot | None:
        """Draw, of people of each age, how many live where a week like this has three.

        It is about places: nobody knows how old those are who live so.
        """
        published, life = self.of.published, self.of.number
        has = dict(
            zip(
                published.areas,
                published.choice.has_three[life, :, CERTAIN].tolist(),
                strict=True,
            )
        )
        marks = [
            Mark(
                name=name,
                value=100 * sum(n for code, n in some.items() if has.get(code)) / all_,
            )
            for name, some in self.ages.items()
            if (all_ := sum(some.values()))
        ]
        if not marks:
            return None
        caption = Caption(
            title="How old are people where a week like this has three?",
            axis="of a hundred people of that age, how many live there",
            source=source_of(self.of.week),
            licence=LICENCE,
        )
        return bars(marks, caption, first="Age")


def _told(line: Slope) -> str:
    """Say the line in words, with how sure it is."""
    index = line.index
    ends = (
        f"Where most is missing, {100 * line.worst:.0f} in 100 have three; where least "
        f"is missing, {100 * line.best:.0f}."
    )
    apart = f"{abs(100 * index.value):.0f} in 100"
    if index.low is None or index.high is None:
        return ends
    if index.low <= 0 <= index.high:
        return (
            f"{ends} Along the line that is {apart} apart. But it may be no difference "
            f"at all: from {-100 * index.low:.0f} more where most is missing to "
            f"{100 * index.high:.0f} more where least is."
        )
    near, far = sorted((abs(100 * index.low), abs(100 * index.high)))
    between = f"{near:.0f} to {far:.0f}"
    who = "where least is missing" if index.value > 0 else "where most is missing"
    return (
        f"{ends} People {who} have more: {apart} along the line (95 in 100 sure that "
        f"it is {between}). It is a difference; nothing here says what made it."
    )


def _of_hundred(worst: float, more: float | None) -> float | None:
    """Say where the line's end may lie: nobody has less than none, or more than all."""
    return None if more is None else 100 * min(max(worst + more, 0.0), 1.0)


def _span(gap: GapInWeek, *, joins: bool) -> Span:
    """Say one week's gap."""
    monday = gap.about.week.monday
    index = gap.slope.index if gap.slope else None
    return Span(
        when=f"{monday.day} {monday:%b %Y}",
        at=monday.toordinal() / YEAR,
        value=100 * index.value if index else None,
        low=100 * index.low if index and index.low is not None else None,
        high=100 * index.high if index and index.high is not None else None,
        joins=joins,
    )
