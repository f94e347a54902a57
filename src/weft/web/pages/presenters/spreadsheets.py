"""In which words is a spreadsheet shown before it is taken, and after?"""

import base64
from dataclasses import dataclass

from django.urls import reverse

from weft.assets.domain.hours.saying import hours_said
from weft.assets.domain.kinds import ASSET_WORDS, Visibility
from weft.assets.domain.sheets import Outcome, Preview, RowSeen
from weft.assets.queries.imports import ImportAbout
from weft.commons.saying import counted, dated, first_large, listed

MOST_BYTES = 700_000
"""A sheet travels with the page that shows it, a third longer, and a form may bring
1,000,000 bytes."""
MOST_NEW = 300
"""So many new rows are shown; every row that needs a look is."""
OUTCOMES = {
    Outcome.NEW: ("is new", "are new"),
    Outcome.TWICE: ("is told twice in this sheet", "are told twice in this sheet"),
    Outcome.HERE: ("seems to be here already", "seem to be here already"),
    Outcome.NOT_TAKEN: ("cannot be taken", "cannot be taken"),
}


SEEN_BY = {
    Visibility.PUBLIC: "Everybody will see it.",
    Visibility.MEMBERS: "Only members will see it.",
    Visibility.KNOWN: "It will be known to exist, and no more is shown.",
    Visibility.HIDDEN: "Nobody will see it.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file as it came, with what was said of it."""

    raw: bytes
    name: str
    region: str
    told_by: str

    @property
    def carried(self) -> str:
        """Write the file so that a form can bring it back."""
        return base64.b64encode(self.raw).decode("ascii")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOnPage:
    """One row of the sheet: what was understood, and what not."""

    seen: RowSeen

    @property
    def line(self) -> int:
        """Say where it stands in the sheet."""
        return self.seen.row.line

    @property
    def name(self) -> str:
        """Say what it is about."""
        return self.seen.row.named or "No name"

    @property
    def becomes(self) -> str:
        """Say what becomes of it, and why."""
        if self.seen.row.why:
            return first_large(f"{self.seen.row.why}.")
        if self.seen.like_line:
            return f"The same as line {self.seen.like_line}."
        if self.seen.outcome is Outcome.HERE:
            return "It seems to be here already."
        return "New."

    @property
    def what(self) -> str:
        """Say what kind of thing it is, and who will see it; "" for an offer."""
        thing = self.seen.row.thing
        if thing is None:
            return ""
        return f"{ASSET_WORDS[thing.kind]}. {SEEN_BY[thing.visibility]}"

    @property
    def where(self) -> str:
        """Say where, as far as it was told."""
        place = self.seen.row.place or self.seen.row.thing
        if place is None:
            return ""
        name = place.name if place is self.seen.row.place else place.address
        return ", ".join(filter(None, (name, place.postcode)))

    @property
    def hours(self) -> tuple[str, ...]:
        """Say what was understood of when."""
        return hours_said(self.seen.row.hours) if self.seen.row.hours else ()

    @property
    def said(self) -> str:
        """Give the words about when, as they were written."""
        hours = self.seen.row.hours
        return " ".join(hours.said.split()) if hours else ""

    @property
    def left(self) -> tuple[str, ...]:
        """List the cells that were not understood, as they were written."""
        return tuple(
            f"{cell.heading or 'No heading'}: «{cell.words}»"
            for cell in self.seen.row.left
        )

    @property
    def may_be_taken(self) -> bool:
        """Tell whether somebody may take it although it seems to be a double."""
        return self.seen.outcome in {Outcome.TWICE, Outcome.HERE}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPage:
    """A sheet before it is taken."""

    sent: Sent
    seen: Preview

    @property
    def answer(self) -> str:
        """Say how many rows become what."""
        parts = [
            counted(len(found), *OUTCOMES[outcome])
            for outcome in Outcome
            if (found := self.seen.of(outcome))
        ]
        return first_large(f"{listed(parts)}.") if parts else "There is no row in it."

    @property
    def headings(self) -> tuple[str, ...]:
        """Say what each heading was taken for."""
        return tuple(
            f"«{heading}» is {field.replace('_', ' ')}"
            for heading, field in self.seen.sheet.understood
        )

    @property
    def passed_over(self) -> str:
        """Name the headings that are not taken."""
        return listed([f"«{one}»" for one in self.seen.sheet.passed_over])

    @property
    def to_look_at(self) -> tuple[RowOnPage, ...]:
        """Give every row that is not simply new and understood."""
        return tuple(row for row in self._rows if not self._is_plain(row))

    @property
    def plain(self) -> tuple[RowOnPage, ...]:
        """Give the rows that are new and understood whole."""
        return tuple(row for row in self._rows if self._is_plain(row))[:MOST_NEW]

    @property
    def more(self) -> str:
        """Say how many rows are not shown."""
        plain = sum(self._is_plain(row) for row in self._rows)
        left = counted(plain - MOST_NEW, "more row is", "more rows are")
        return f"{first_large(left)} new and not shown." if plain > MOST_NEW else ""

    @property
    def new(self) -> int:
        """Count the rows that would be taken."""
        return len(self.seen.of(Outcome.NEW))

    @property
    def _rows(self) -> tuple[RowOnPage, ...]:
        return tuple(RowOnPage(seen=one) for one in self.seen.rows)

    @staticmethod
    def _is_plain(row: RowOnPage) -> bool:
        return row.seen.outcome is Outcome.NEW and not row.left


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenOnPage:
    """One sheet that was taken."""

    about: ImportAbout

    @property
    def words(self) -> str:
        """Say what came of it."""
        one = self.about
        if one.undone:
            return "All of it was taken back."
        by = f" Told by {one.told_by}." if one.told_by else ""
        return f"{one.taken} of {one.rows} rows taken, {dated(one.told_on)}.{by}"

    @property
    def undo_address(self) -> str:
        """Where all of it is taken back."""
        return reverse("web:sheet_undo", args=[self.about.number])


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsPage:
    """A form for a sheet, and those that were taken before."""

    regions: tuple[tuple[str, str], ...]
    imports: tuple[ImportAbout, ...]
    just: int | None = None
    told_by: str = ""
    problem: str = ""

    @property
    def most(self) -> str:
        """Say how large a file may be."""
        return f"{MOST_BYTES // 1000} kB"

    @property
    def taken(self) -> tuple[TakenOnPage, ...]:
        """List what was taken, the newest first."""
        return tuple(TakenOnPage(about=one) for one in self.imports)

    @property
    def news(self) -> str:
        """Say what was taken just now."""
        if self.just is None or self.just not in {one.number for one in self.imports}:
            return ""
        return "It is in the list now, and can be found."
