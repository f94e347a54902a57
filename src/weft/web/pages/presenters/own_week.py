"""How is it said in how many neighbourhoods a week of one's own has three choices?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar
from urllib.parse import urlencode

import numpy as np
from django.urls import reverse

from weft.access.domain.choice.values import CERTAIN, POSSIBLE, Condition, Flags
from weft.access.pages.presenters.reach_map import reach_map
from weft.access.pages.presenters.said import BASES, sourced
from weft.access.queries.everybody.own import OneWeek
from weft.access.queries.everybody.world import WeekAround
from weft.assets.domain.facts import WORDS
from weft.commons.provenance import Geography
from weft.commons.saying import counted, dated, language_name, listed
from weft.commons.tongues import Tongue
from weft.ground.queries import RegionAbout
from weft.ground.queries.about import AreaAbout
from weft.shell.plots import Caption, Mark, Plot, bars
from weft.shell.tables import Cell, Column, Table
from weft.shell.tongues import tongue_of
from weft.web.own_week import OwnWeek
from weft.web.pages.presenters.home import WAYS
from weft.web.pages.presenters.own_week_asked import AGES_SAID, WITHOUT_SAID
from weft.web.pages.presenters.own_week_in import file_in, map_in, neighbourhoods_in
from weft.web.pages.presenters.own_week_said import Numbers, OwnWeekSaid

OFFERS = 0
BY_BUS = ("bus", "wheels")
YES_NO = {True: "yes", False: "no"}
IN_THE_WAY = {
    Condition.HOURS: "It is not on when you are free",
    Condition.DISTANCE: "The way there or home is too long",
    Condition.MONEY: "It costs too much",
    Condition.NEEDS: "Something you need is not there",
    Condition.ALLOWED: "It is for others, or nobody says for which age",
    Condition.ROOM: "There is no room for new faces, or nobody says",
    Condition.WAY_IN: "You cannot book or join the way it asks",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NotYet:
    """It takes longer than somebody should wait without a word."""

    asked: OwnWeek
    not_yet: ClassVar[bool] = True

    @property
    def address(self) -> str:
        """Lead here again, with all that was asked."""
        return f"{reverse('web:own_week')}?{urlencode(self.asked.fields())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWeekFound:
    """What came of somebody's own week."""

    asked: OwnWeek
    region: RegionAbout
    found: OneWeek
    areas: Sequence[AreaAbout]
    not_yet: ClassVar[bool] = False

    @property
    def said(self) -> OwnWeekSaid | None:
        """Say the answer in the language that somebody reads, where not English."""
        tongue = self._tongue
        if tongue is None:
            return None
        areas, sure, perhaps = self._numbers()
        told = Numbers(
            areas=areas,
            sure=sure,
            perhaps=perhaps,
            share=self._share(),
            in_the_way=tuple(self._more()),
            basis=self._around.basis,
            hours_unknown=self._around.laid.hours_unknown,
        )
        return OwnWeekSaid(tongue=tongue, asked=self.asked, told=told)

    @property
    def when(self) -> str:
        """Say which week it is about."""
        return f"the week of {dated(self.asked.week.monday)}"

    @property
    def told(self) -> str:
        """Say back what was asked, for a page on paper too."""
        asked = self.asked
        blocks = [block.words for block in sorted(asked.blocks)]
        price = "at any price" if asked.any_price else f"£{asked.pay} a visit or less"
        needs = [WORDS[one].wish for one in asked.needs]
        without = [WITHOUT_SAID[one] for one in asked.without]
        parts = (
            f"Free {listed(blocks)}" if blocks else "Free at any time",
            dict(WAYS)[asked.way].lower(),
            f"{asked.far} minutes one way at most",
            f"{asked.spare} minutes left before and after" if asked.spare else "",
            price,
            f"£{asked.fare} for the bus" if asked.way in BY_BUS else "",
            f"must be so: {listed(needs)}" if needs else "",
            f"with {listed(without)}" if without else "",
            f"in {language_name(asked.language)}" if asked.language else "",
            f"aged {AGES_SAID[asked.age]}" if asked.age else "",
            "home by dark" if asked.by_light else "",
        )
        return f"{'; '.join(part for part in parts if part)}."

    @property
    def answer(self) -> str:
        """Say in how many neighbourhoods there are three."""
        _, sure, perhaps = self._numbers()
        whole = len(self._three(CERTAIN))
        areas = f"{whole:,} small areas"
        if sure == whole:
            return f"In all {areas} we know of three things or more."
        return (
            f"In {sure:,} of {areas} we know of three things or more. In "
            f"{perhaps - sure:,} more there may be three: ask first. In "
            f"{whole - perhaps:,} there are fewer than three that we know of."
        )

    @property
    def people(self) -> str:
        """Say how many people live where there are three."""
        share = self._share()
        if share is None:
            return ""
        return (
            f"{share} in 100 people here live where there are three. How many of them "
            "live as you said, nobody knows."
        )

    @property
    def helps(self) -> str:
        """Name what alone would help most."""
        marks = self._marks()
        if not marks:
            return ""
        most = marks[0]
        more = counted(int(most.known), "more small area", "more small areas")
        first = f"{most.name[0].lower()}{most.name[1:]}"
        return f"Most often in the way: {first}. Were that not so, {more} had three."

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from, and what is left out."""
        return " ".join(filter(None, (BASES[self._around.basis], self._unknown)))

    @property
    def _unknown(self) -> str:
        """Say what is left out because nobody knows its hours."""
        hours = self._around.laid.hours_unknown
        told = counted(hours, "thing to do", "things to do")
        words = f"We do not know when {told} are on: they are not counted."
        return words if hours else ""

    @property
    def _tongue(self) -> Tongue | None:
        tongue = tongue_of(self.asked.read)
        return None if tongue.is_english else tongue

    @property
    def map(self) -> Plot | None:
        """Draw how many things are within reach of each area."""
        plot = reach_map(self.areas, self._counts(CERTAIN, OFFERS), self.source)
        tongue = self._tongue
        return map_in(tongue, plot) if tongue and plot else plot

    @property
    def in_the_way(self) -> Plot | None:
        """Draw in how many more areas there were three if one thing were otherwise.

        In another language it is a list: ``said.each_in_the_way``.
        """
        marks = self._marks()
        if not marks or self._tongue:
            return None
        caption = Caption(
            title="What alone would bring three to more neighbourhoods?",
            axis="more small areas with three things, for certain",
            source=self.source,
        )
        return bars(marks, caption, first="What gets in the way")

    @property
    def neighbourhoods(self) -> Table:
        """Tell every neighbourhood by its small areas."""
        rows = sorted(self._rows(), key=lambda row: str(row[0]))
        table = Table(
            title="Three things within reach, by neighbourhood",
            columns=(
                Column("Neighbourhood"),
                Column("Small areas", numeric=True, decimals=0),
                Column("Three or more, we know", numeric=True, decimals=0),
                Column("Three or more, if we ask", numeric=True, decimals=0),
                Column("Fewest things", numeric=True, decimals=0),
                Column("Most things", numeric=True, decimals=0),
            ),
            rows=tuple(rows),
            source=self.source,
        )
        return neighbourhoods_in(self._tongue, table) if self._tongue else table

    @property
    def file(self) -> Table:
        """Tell every small area, with what was asked."""
        table, said = self._file(), self.said
        return file_in(said.tongue, table, said.rests_on) if said else table

    def _file(self) -> Table:
        planes = ((CERTAIN, "certain"), (POSSIBLE, "possible"))
        choice = self.found.choice
        rows: list[tuple[Cell, ...]] = [
            (
                area.title,
                area.code,
                *(
                    int(choice.counts[0, n, p, one])
                    for p, _ in planes
                    for one in range(3)
                ),
                *(YES_NO[bool(choice.has_three[0, n, p])] for p, _ in planes),
            )
            for n, area in enumerate(self._around.areas)
        ]
        counts = (
            Column(f"{what}, {plane}", numeric=True, decimals=0)
            for _, plane in planes
            for what in ("Things to do", "Groups", "Kinds")
        )
        threes = (Column(f"Three real choices, {plane}") for _, plane in planes)
        return Table(
            title=f"A week of your own, {self.when}",
            columns=(Column("Area"), Column("Code"), *counts, *threes),
            rows=tuple(rows),
            source=self.source,
            licence="CC BY 4.0; the inputs have their own licences",
            notes=(
                *filter(None, (self._unknown,)),
                f"Areas: {self._around.areas[0].vintage}",
                f"Asked: {urlencode(self.asked.fields())}",
            ),
        )

    @property
    def source(self) -> str:
        """Say whose numbers they are."""
        whose = f"Weft, real choice, a week of your own, {self.when}"
        return sourced(whose, BASES[self._around.basis])

    @property
    def address(self) -> str:
        """Lead here again, with all that was asked."""
        return f"{reverse('web:own_week')}?{urlencode(self.asked.fields())}"

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the areas as CSV and as Excel."""
        asked = urlencode(self.asked.fields())
        csv, excel = (
            f"{reverse('web:own_week_file', args=[kind])}?{asked}"
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def _around(self) -> WeekAround:
        return self.found.around

    def _three(self, plane: int) -> Flags:
        return np.asarray(self.found.choice.has_three[0, :, plane])

    def _numbers(self) -> tuple[int, int, int]:
        sure, perhaps = (int(self._three(plane).sum()) for plane in (CERTAIN, POSSIBLE))
        return len(self._around.areas), sure, perhaps

    def _counts(self, plane: int, what: int) -> dict[str, float]:
        counts = self.found.choice.counts[0, :, plane, what]
        codes = (area.code for area in self._around.areas)
        return dict(zip(codes, map(float, counts), strict=True))

    def _share(self) -> int | None:
        """Say how many in a hundred live where there are three."""
        people = [area.people or 0 for area in self._around.areas]
        has, whole = int(np.dot(self._three(CERTAIN), people)), sum(people)
        return round(100 * has / whole) if whole else None

    def _more(self) -> list[tuple[Condition, int]]:
        """Say in how many more areas there were three if one thing were otherwise."""
        more = self.found.choice.would_have_three[0, :, CERTAIN].sum(axis=0)
        some = [(one, int(more[one])) for one in IN_THE_WAY if more[one]]
        return sorted(some, key=lambda one: -one[1])

    def _marks(self) -> list[Mark]:
        return [Mark(name=IN_THE_WAY[one], value=more) for one, more in self._more()]

    def _rows(self) -> Iterator[tuple[Cell, ...]]:
        """Add small areas up to neighbourhoods."""
        things = self.found.choice.counts[0, :, CERTAIN, OFFERS]
        told = sorted(
            (_around_it(area), n) for n, area in enumerate(self._around.areas)
        )
        for (_, name), group in groupby(told, key=lambda one: one[0]):
            at = [n for _, n in group]
            yield (
                name,
                len(at),
                int(self._three(CERTAIN)[at].sum()),
                int(self._three(POSSIBLE)[at].sum()),
                int(things[at].min()),
                int(things[at].max()),
            )


def _around_it(area: AreaAbout) -> tuple[str, str]:
    """Give code and name of the neighbourhood around a small area, or its own."""
    around = area.inside(Geography.MSOA)
    return (around.code, around.title) if around else (area.code, area.title)
