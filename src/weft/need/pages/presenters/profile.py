"""How is everything about one area shown, on the page and in one file?"""

from dataclasses import dataclass, replace

import numpy as np
from django.urls import reverse

from weft.commons.provenance import Geography
from weft.commons.saying import listed
from weft.need.domain.carrying import Change
from weft.need.domain.measuring import Theme
from weft.need.domain.own_table import OwnTable
from weft.need.domain.summing import How
from weft.need.domain.trends import Comparable, Point
from weft.need.pages.presenters.front import ORDER
from weft.need.pages.presenters.numbers import (
    HUNDRED,
    said,
    said_of_many,
    said_several,
)
from weft.need.pages.presenters.own import own_words
from weft.need.pages.presenters.people import WhoOnPage
from weft.need.pages.presenters.replies import replies_below
from weft.need.queries import NeedFigure, Profile, ProfileLine, ReplyAbout
from weft.need.queries.indicators import NAMES_OF_CHANGES
from weft.shell.tables import Cell, Column, Table

FILE_COLUMNS = (
    Column("Area code"),
    Column("Area"),
    Column("About areas of"),
    Column("Table"),
    Column("Title"),
    Column("What is counted"),
    Column("Of whom"),
    Column("Value", numeric=True),
    Column("Unit"),
    Column("Year", numeric=False),
    Column("Numbers of merged areas"),
    Column("How it came about"),
    Column("Publisher"),
    Column("Edition"),
    Column("Published"),
    Column("Licence"),
    Column("Key"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureOnPage:
    """One number about the area, in a sentence, with what goes with it."""

    figure: NeedFigure
    area: str

    @property
    def key(self) -> str:
        """Name it for links."""
        return self.figure.indicator.key

    @property
    def question(self) -> str:
        """Ask what it answers."""
        return self.figure.indicator.question

    @property
    def sentence(self) -> str:
        """Say it."""
        told = self.figure
        if told.several:
            numbers = said_several(told.several, told.column)
            return f"Two older areas became this one. Their numbers were {numbers}."
        if told.here.how is How.FIRST_TENTH and told.here.areas > 1:
            share = said_of_many(told.here, told.column)
            return (
                f"{share} small areas here are in the tenth of England where most is "
                "missing."
            )
        where = f"In {told.where.title}: " if told.where else ""
        number = said(told.here.value, told.column)
        sentence = where + told.indicator.sentence.format(value=number)
        if told.interval is None:
            return sentence
        low, high = (said(end, told.column) for end in told.interval)
        return f"{sentence} It lies between {low} and {high}."

    @property
    def elsewhere(self) -> str:
        """Say the same of district, region and England."""
        column = self.figure.column
        parts = [
            f"{one.name} {said_of_many(one.summary, column)}"
            for one in self.figure.compared
            if one.summary.value is not None
        ]
        if not parts:
            return ""
        how = self.figure.compared[-1].summary.how
        words = {
            How.FIRST_TENTH: "Small areas in the tenth where most is missing: ",
            How.MIDDLE: "In the middle area: ",
        }
        return f"{words.get(how, 'Elsewhere: ')}{'; '.join(parts)}."

    @property
    def among(self) -> str:
        """Say where it lies among the region's areas, without a rank."""
        if self.figure.lower is None:
            return ""
        lower = round(self.figure.lower * HUNDRED)
        return f"Lower in {lower} in 100 areas here, higher in {HUNDRED - lower}."

    @property
    def trend(self) -> str:
        """Say what earlier editions told, as far as they may be compared."""
        known = [
            point
            for point in self.figure.points
            if point.comparable is not Comparable.NO
            and (point.value is not None or point.several)
        ]
        if len(known) < 2:  # noqa: PLR2004 it takes two
            return ""
        told = listed([_point(point, self.figure) for point in (known[0], known[-1])])
        return f"{told}. {known[0].comparable.value}"

    @property
    def source(self) -> str:
        """Say whose number it is, of when, on what terms."""
        about = self.figure.about
        return (
            f"{self.figure.indicator.official}. {about.source_line}. {about.licence}."
        )

    @property
    def note(self) -> str:
        """Say what must be known before using it."""
        return self.figure.indicator.note

    @property
    def replies(self) -> tuple[ReplyAbout, ...]:
        """Give what people who live here say to it."""
        return self.figure.replies

    @property
    def reply_address(self) -> str:
        """Where somebody who lives here can say something to it."""
        return reverse("need:reply", args=[self.area, self.key])

    @property
    def address(self) -> str:
        """Where all areas' answers stand."""
        return reverse("need:indicator", args=[self.key])


def _point(point: Point, figure: NeedFigure) -> str:
    """Say one edition's number, and how it came over."""
    if point.several:
        return f"{point.year}: {said_several(point.several, figure.column)} (two areas)"
    carried = ""
    if point.came_by is not Change.UNCHANGED:
        carried = f" ({NAMES_OF_CHANGES[point.came_by]})"
    return f"{point.year}: {said(point.value, figure.column)}{carried}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeOfFigures:
    """The numbers about one side of life."""

    name: str
    figures: tuple[FigureOnPage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfilePage:
    """Everything about one area."""

    profile: Profile
    who: WhoOnPage
    figures: tuple[NeedFigure, ...]
    own: OwnTable | None = None
    own_error: str = ""

    def with_own(self, own: OwnTable | None, error: str) -> "ProfilePage":
        """Lay somebody's own table beside, or say why it cannot be."""
        return replace(self, own=own, own_error=error)

    @property
    def name(self) -> str:
        """Call the area what people call it."""
        return self.profile.area.title

    @property
    def code(self) -> str:
        """Give its code."""
        return self.profile.area.code

    @property
    def official(self) -> str:
        """Give its official name, code and kind, and what it lies in."""
        area = self.profile.area
        around = area.inside(Geography.DISTRICT)
        lies = f", in {around.title}" if around and around.code != area.code else ""
        kind = f". {area.rural_urban}" if area.rural_urban else ""
        return f"{area.name} ({area.vintage}, {area.code}){lies}{kind}."

    @property
    def themes(self) -> tuple[ThemeOfFigures, ...]:
        """Group the numbers; who lives here stands above already."""
        found = []
        for theme in ORDER:
            some = tuple(
                FigureOnPage(figure=one, area=self.code)
                for one in self.figures
                if one.indicator.theme is theme and theme is not Theme.PEOPLE
            )
            if some:
                found.append(ThemeOfFigures(name=theme.value, figures=some))
        return tuple(found)

    @property
    def numbers(self) -> int:
        """Count the published numbers in the file."""
        return len(self.profile.lines)

    @property
    def table(self) -> Table:
        """Tell every published number about the area, as published."""
        return Table(
            title=f"Everything about {self.profile.area.name} {self.code}",
            columns=FILE_COLUMNS,
            rows=tuple(_file_row(line) for line in self.profile.lines),
            source="; ".join(
                sorted({one.publisher for one in self.profile.sources if one.publisher})
            ),
            licence="; ".join(
                sorted({one.licence for one in self.profile.sources if one.licence})
            ),
            notes=(
                "Official statistics as published. Empty: not known.",
                *replies_below(self.figures),
            ),
        )

    @property
    def own_table(self) -> Table | None:
        """Lay somebody's own numbers for this area beside those of the others."""
        if self.own is None:
            return None
        here = self.own.rows.get(self.code)
        rows: list[tuple[Cell, ...]] = []
        for at, heading in enumerate(self.own.columns):
            numbers = self.own.numbers(at)
            some: tuple[Cell, ...] = ("", "", "")  # a column of words has no middle
            if numbers:
                some = (float(np.median(numbers)), min(numbers), max(numbers))
            rows.append(
                (
                    heading,
                    None if here is None else _as_cell(here[at]),
                    *some,
                    len(numbers),
                )
            )
        return Table(
            title=f"Your own numbers for {self.name}",
            columns=(
                Column("Your column"),
                Column("Here"),
                Column("Middle of all yours", numeric=True),
                Column("Lowest", numeric=True),
                Column("Highest", numeric=True),
                Column("Areas with a number", numeric=True, decimals=0),
            ),
            rows=tuple(rows),
            notes=(
                "From your own file. We have not kept it; it is gone when you leave.",
            ),
        )

    @property
    def own_note(self) -> str:
        """Say what of the own file could not be laid beside."""
        return own_words(self.own)

    def file(self, kind: str) -> str:
        """Where the whole profile stands as a file."""
        return reverse("need:profile_file", args=[self.code, kind])

    @property
    def beside_address(self) -> str:
        """Where an own file is sent."""
        return reverse("need:profile_beside", args=[self.code])


def _as_cell(value: float | str | None) -> Cell:
    """Show one of somebody's own cells; a number with its commas."""
    if isinstance(value, float):
        return f"{value:,.10g}"
    return value


def _file_row(line: ProfileLine) -> tuple[Cell, ...]:
    """Write one published number with all that it needs to be understood."""
    about = line.about
    return (
        line.area_code,
        line.area_name,
        str(line.vintage),
        about.table,
        about.title,
        line.column.label,
        line.column.of_whom,
        line.value,
        line.column.unit,
        str(about.year),
        "; ".join(f"{value:g}" for value in line.several),
        line.note,
        about.publisher,
        about.edition,
        about.dated.isoformat() if about.dated else "",
        about.licence,
        line.column.key,
    )
