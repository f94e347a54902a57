"""How is it shown who lives somewhere?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import dated
from weft.need.queries import GroupTold, WhoLivesHere
from weft.shell.plots import Caption, Mark, Plot, bars
from weft.shell.tables import Column, Table

HUNDRED = 100
FEW = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOnPage:
    """One question about who lives here, as bars with their table."""

    told: GroupTold
    here: str  # the code of the area that the page is about
    where: str  # the same, or the slug of a region, as an address says it

    @property
    def id(self) -> str:
        """Name it for links and labels."""
        return f"who-{self.told.group.key}"

    @property
    def question(self) -> str:
        """Ask it in the heading."""
        return self.told.group.question

    @property
    def csv(self) -> str:
        """Where its table stands as CSV."""
        return self._file("csv")

    @property
    def excel(self) -> str:
        """Where its table stands as Excel."""
        return self._file("xlsx")

    def _file(self, kind: str) -> str:
        return reverse("need:who_file", args=[self.where, self.told.group.key, kind])

    @property
    def finding(self) -> str:
        """Say the largest part in a sentence."""
        known = [part for part in self.told.parts if part.share is not None]
        if not known:
            return "Not known."
        most = max(known, key=lambda part: part.share or 0)
        share = (most.share or 0) * HUNDRED
        words = most.words[:1].lower() + most.words[1:]
        keeps = words.startswith(("asian", "black")) or most.words[:1].isdigit()
        return f"Most often: {most.words if keeps else words} ({share:.0f} in 100)"

    @property
    def about_whom(self) -> str:
        """Say about how many of whom it is, and for which area."""
        told = self.told
        number = f"{told.total:,.0f}"
        around = f" in the neighbourhood around, {told.of_name}"
        where = "" if told.of_code == self.here else around
        part = (
            ""
            if told.known == told.areas
            else f", known for {told.known:,} of {told.areas:,} areas"
        )
        return f"{number} {told.group.counted}{where}{part}"

    @property
    def source(self) -> str:
        """Say whose numbers they are."""
        return f"{self.told.about.source_line}. {self.told.about.licence}."

    @property
    def plot(self) -> Plot:
        """Draw the parts as bars, in their own order."""
        marks = [
            Mark(
                name=part.words,
                value=None if part.share is None else part.share * HUNDRED,
            )
            for part in self.told.parts
        ]
        caption = Caption(
            title=self.finding,
            axis=f"of 100 {self.told.group.counted}",
            unit="%",
            decimals=1 if any(_is_few(mark.value) for mark in marks) else 0,
            source=self.source,
            licence=self.told.about.licence,
        )
        drawn = bars([mark for mark in marks if mark.value is not None], caption)
        return Plot(
            title=drawn.title, svg=drawn.svg, table=self.table, source=drawn.source
        )

    @property
    def table(self) -> Table:
        """Tell the parts as counts and shares."""
        return Table(
            title=f"{self.question} {self.about_whom}",
            columns=(
                Column("Answer"),
                Column("How many", numeric=True, decimals=0),
                Column("Of 100", numeric=True, decimals=1),
            ),
            rows=tuple(
                (
                    part.words,
                    part.count,
                    None if part.share is None else part.share * HUNDRED,
                )
                for part in self.told.parts
            ),
            source=self.told.about.source_line,
            licence=self.told.about.licence,
            notes=tuple(filter(None, (self.told.group.note,))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoOnPage:
    """Who lives in an area or a region."""

    told: WhoLivesHere
    where: str  # a region's slug or an area's code

    @property
    def answer(self) -> str:
        """Say how many live here, and by what."""
        if self.told.people is None or self.told.people_from is None:
            return "Nobody has counted the people here yet."
        about = self.told.people_from
        when = dated(about.dated) if about.dated else str(about.year)
        return f"{self.told.people:,.0f} people ({about.table}, {when})."

    @property
    def groups(self) -> tuple[GroupOnPage, ...]:
        """Show each answered question."""
        return tuple(
            GroupOnPage(told=group, here=self.told.code, where=self.where)
            for group in self.told.groups
        )


def _is_few(value: float | None) -> bool:
    """Tell whether a share would be lost in a whole number."""
    return value is not None and 0 < value < FEW
