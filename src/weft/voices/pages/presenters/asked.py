"""How does each requirement of Weft open to its line, and to what answers it?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, first_large, listed
from weft.shell.tables import Column, Table
from weft.voices.exchange.answers import Statement
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.queries.asked import AllAskedFor, AskedFor

PARTS = {
    1: ("What is here", "web:places"),
    2: ("What is missing around people", "need:front"),
    3: ("Real choice", "access:front"),
    4: ("From a person to an offer", "web:quick"),
    5: ("What good looks like", ""),
    6: ("Voices", "voices:front"),
}
EVERY = "all"
NO_TEST = "No test shows it yet."


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementLine:
    """One requirement."""

    row: Statement
    opened: AskedFor | None

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """Give the words that it comes from."""
        some = self.opened.passages if self.opened else ()
        return tuple(PassageCard(passage=one) for one in some)

    @property
    def headings(self) -> tuple[str, ...]:
        """Give the headings that it comes from."""
        return self.opened.headings if self.opened else ()

    @property
    def lines(self) -> str:
        """Say which lines of the notes those are."""
        several = "," in self.row.lines or "-" in self.row.lines
        return f"Line{'s' if several else ''} {self.row.lines} of the notes"

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Lead to the parts of Weft that answer to it; one without a page leads not."""
        known = [PARTS[one] for one in self.row.parts if one in PARTS]
        return tuple((words, reverse(name) if name else "") for words, name in known)

    @property
    def tests(self) -> tuple[str, ...]:
        """Say in words what each test that shows it holds."""
        return tuple(
            first_large(one.removeprefix("test_").replace("_", " "))
            for one in self.row.tests
        )

    @property
    def cells(self) -> tuple[str, ...]:
        """Give it as a row of a table."""
        return (
            self.row.id,
            self.row.words,
            self.row.lines,
            ", ".join(one.label for one in self.cards),
            listed([words for words, _ in self.answers]),
            "; ".join(self.tests) or NO_TEST,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementsPage:
    """All requirements, one part of the notes open."""

    opened: AllAskedFor
    rows: Sequence[Statement]
    asked: str

    @property
    def lines(self) -> tuple[RequirementLine, ...]:
        """Give every requirement."""
        by_id = {one.id: one for one in self.opened.rows}
        return tuple(
            RequirementLine(row=one, opened=by_id.get(one.id)) for one in self.rows
        )

    @property
    def lead(self) -> str:
        """Say how many there are, and of how many a test shows that they hold."""
        shown = sum(bool(one.tests) for one in self.rows)
        return (
            f"{first_large(counted(len(self.opened.rows), 'statement', 'statements'))} "
            f"were read in the notes. Of {shown} a test shows that Weft does it."
        )

    @property
    def tabs(self) -> tuple[tuple[str, str, bool], ...]:
        """Lead to each part of the notes, and to all."""
        here = reverse("voices:requirements", args=[self.opened.wall.slug])
        sections = {one.id[0]: one.section for one in self.rows}
        return tuple(
            (words, f"{here}?part={letter}", letter == self.chosen)
            for letter, words in (*sections.items(), (EVERY, "All of them"))
        )

    @property
    def chosen(self) -> str:
        """Say which part is open: the one asked for, else the first."""
        letters = [*dict.fromkeys(one.id[0] for one in self.rows), EVERY]
        return self.asked if self.asked in letters else letters[0]

    @property
    def open_lines(self) -> tuple[RequirementLine, ...]:
        """Give the requirements of the part that is open."""
        every = self.chosen == EVERY
        return tuple(one for one in self.lines if every or one.row.id[0] == self.chosen)

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the same as CSV and for Excel."""
        csv, excel = (
            reverse("voices:requirements_file", args=[self.opened.wall.slug, kind])
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def table(self) -> Table:
        """Give all of them as a table."""
        wall = self.opened.wall
        heads = ("Id", "What is asked for", "Lines", "Passages", "Part", "Shown by")
        return Table(
            title=f"{wall.name}: what it asked for",
            columns=tuple(map(Column, heads)),
            rows=tuple(one.cells for one in self.lines),
            notes=(wall.draft,) if wall.draft else (),
        )
