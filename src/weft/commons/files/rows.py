"""What does a table say, row by row?

Headings are compared in lower case, blanks collapsed, footnote marks dropped, because
publishers' headings carry all of these (docs/data/reading-files.md); they are matched
by name or pattern, never by position. A year in a heading (``LAD24CD``) is what
``aliases`` is for.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path
from typing import TextIO

from weft.commons.errors import FileNotUnderstood
from weft.commons.files.opening import AGAIN, open_text
from weft.commons.provenance import Tally

Aliases = Mapping[str, str | Sequence[str]]
"""Our name of a column -> the pattern of its headings, or several, best first."""

NOT_A_NUMBER = frozenset(
    {"", "-", "–", "..", ":", "*", "na", "n/a", "null", "nan", "none"}
)
MOST_TITLE_LINES = 60

_FOOTNOTE = 1
_NOTE = re.compile(r"\[(?:note\s*\d*|[a-z]\d?)\]", re.IGNORECASE)
_SUPPRESSED = re.compile(r"\[[a-z]\d?\]|\([a-z]\)", re.IGNORECASE)


def plain_header(heading: str) -> str:
    """Write a heading the way it is compared.

    >>> plain_header(" LSOA  code (2021) [note 2]")
    'lsoa code (2021)'
    """
    return " ".join(_NOTE.sub("", heading.lstrip("\ufeff")).split()).lower()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, which knows where it stands."""

    line: int
    cells: Mapping[str, str]
    file: str = ""

    def text(self, column: str) -> str:
        """Read a cell, without the blanks around it; "" where there is no such cell."""
        return self.cells.get(column, "").strip()

    def needed(self, column: str) -> str:
        """Read a cell that must not be blank."""
        told = self.text(column)
        if not told:
            raise self.wrong(column, "this cell is blank")
        return told

    def number(self, column: str) -> float | None:
        """Read a number, padded, with thousands commas or a percent sign, or None.

        A blank, a dash and the marks of suppressed numbers mean that nobody says.
        """
        told = self.text(column)
        plain = told.replace(",", "").replace("\u00a0", "").removesuffix("%").strip()
        if plain.lower() in NOT_A_NUMBER or _SUPPRESSED.fullmatch(plain):
            return None
        try:
            value = float(plain)
        except ValueError as problem:
            raise self.wrong(column, f"«{told[:40]}» is not a number") from problem
        return value if value == value and abs(value) != float("inf") else None  # noqa: PLR0124 only nan is not itself

    def whole(self, column: str) -> int | None:
        """Read a whole number, or None where nobody says."""
        value = self.number(column)
        if value is not None and value != round(value):
            raise self.wrong(column, f"«{self.text(column)}» is not a whole number")
        return None if value is None else round(value)

    def day(self, column: str) -> date | None:
        """Read a day: 2026-11-23, 23/11/2026, 20261123, 01JUL2026; None if blank."""
        told = self.text(column)
        if not told:
            return None
        for form in ("%Y-%m-%d", "%d/%m/%Y", "%Y%m%d", "%d%b%Y", "%d-%b-%Y"):
            try:
                return datetime.strptime(told[:11], form).date()  # noqa: DTZ007 a day has no zone
            except ValueError:
                continue
        raise self.wrong(column, f"«{told[:40]}» is not a day")

    def wrong(self, column: str, problem: str) -> FileNotUnderstood:
        """Make the error that says where the row went wrong."""
        return FileNotUnderstood(
            problem,
            file=self.file,
            line=self.line,
            column=column,
            remedy="Correct the cell, or save the publisher's own file again.",
        )


@dataclass(slots=True)
class Rows:
    """A table that is open: its headings, and its rows while they last."""

    file: str
    headers: tuple[str, ...]
    header_line: int
    _lines: Iterator[tuple[int, list[str]]]
    _at: Mapping[str, int] = field(default_factory=dict)
    labels: tuple[str, ...] = ()  # the headings as they are written

    def __iter__(self) -> Iterator[Row]:
        names = tuple(self._at)
        for line, cells in self._lines:
            yield Row(line, {name: cells[self._at[name]] for name in names}, self.file)

    def has(self, column: str) -> bool:
        """Tell whether there is such a column, under its own or our name."""
        return column in self._at

    def columns(self, *names: str) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Read only some columns, as they are: ten times faster over a wide file."""
        missing = [name for name in names if name not in self._at]
        if missing:
            raise _no_column(self.file, self.header_line, missing, self.headers)
        places = [self._at[name] for name in names]
        if len(places) == 1:
            only = places[0]
            yield from ((line, (cells[only],)) for line, cells in self._lines)
            return
        pick = itemgetter(*places)
        yield from ((line, pick(cells)) for line, cells in self._lines)


@contextmanager
def open_rows(
    path: Path,
    *,
    member: str | None = None,
    needed: Sequence[str] = (),
    aliases: Aliases | None = None,
    titles: bool = False,
    delimiter: str = "",
) -> Iterator[Rows]:
    """Open a table with a heading line.

    Parameters
    ----------
    path
        The file: CSV, or a zip with one.
    member
        A regular expression that exactly one member of the zip answers to.
    needed
        Columns without which the file cannot be meant, by our names or the plain
        heading (``plain_header``).
    aliases
        Our names for headings that vary: ``{"lad": "lad[0-9]{2}cd"}``. A pattern must
        match the whole plain heading; of several patterns the first that finds wins.
    titles
        True for files with title lines above the headings and footnotes below: the
        headings are the first line that has all that is needed, and the table ends at
        the first line with fewer than two filled cells.
    delimiter
        What stands between cells; found from the heading line where it is "".

    Raises
    ------
    FileNotUnderstood
        When a needed column is missing, a row is cut short, a cell is too long, or the
        file is not a text.
    """
    name = path.name
    with open_text(path, member=member) as text:
        lines = _cells(text, name, delimiter)
        header_line, headings = _headings(lines, name, needed, aliases, titles=titles)
        plain = tuple(plain_header(heading) for heading in headings)
        at = _places(plain, aliases or {})
        missing = [one for one in needed if one not in at]
        if missing:
            raise _no_column(name, header_line, missing, plain)
        _refuse_twins(plain, at, name, header_line)
        body = _body(lines, len(plain), name, titles=titles)
        labels = tuple(" ".join(heading.split()) for heading in headings)
        yield Rows(name, plain, header_line, body, at, labels)


@contextmanager
def open_cells(
    path: Path, *, width: int, member: str | None = None
) -> Iterator[Iterator[tuple[int, list[str]]]]:
    """Open a table without headings, every line so many cells wide (NHS ODS)."""
    with open_text(path, member=member) as text:
        yield _body(_cells(text, path.name, ","), width, path.name, titles=False)


def unrepeated(rows: Iterable[Row], *, key: str, tally: Tally) -> Iterator[Row]:
    """Let each key through once.

    A row that repeats another word for word is left out and counted. Two rows that
    say different things of one key are refused: nobody could say which is right.
    """
    seen: dict[str, tuple[int, int]] = {}
    for row in rows:
        code = row.needed(key)
        said = hash(tuple(row.cells.items()))
        first = seen.setdefault(code, (row.line, said))
        if first[0] == row.line:
            yield row
        elif first[1] == said:
            tally.leave_out("told twice, in the same words")
        else:
            raise FileNotUnderstood(
                f"«{code}» is told twice, here and in line {first[0]}, differently",
                file=row.file,
                line=row.line,
                column=key,
                remedy="Keep the right one of the two, or save the file again.",
            )


def _cells(text: TextIO, name: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Split lines into cells, numbered by the line on which each row begins."""
    first = text.readline()
    if "\0" in first:
        raise FileNotUnderstood(
            "this is not a text", file=name, line=1, remedy="Save it as CSV."
        )
    between = delimiter or max(",\t;|", key=first.count)
    reader = csv.reader(_from(first, text), delimiter=between, strict=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise FileNotUnderstood(
                f"this cannot be split into cells ({problem})",
                file=name,
                line=line,
                remedy=AGAIN,
            ) from problem
        yield line, cells
        line = reader.line_num + 1


def _from(first: str, text: TextIO) -> Iterator[str]:
    """Give the first line back to the rest."""
    yield first
    for line in text:  # noqa: UP028 «yield from» would close the text with itself
        yield line


def _headings(
    lines: Iterator[tuple[int, list[str]]],
    name: str,
    needed: Sequence[str],
    aliases: Aliases | None,
    *,
    titles: bool,
) -> tuple[int, list[str]]:
    """Find the heading line: the first, or after title lines the first that fits."""
    passed: list[str] = []
    for line, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        at = _places([plain_header(cell) for cell in cells], aliases or {})
        if not titles or all(one in at for one in needed):
            return line, cells
        passed.append(cells[0][:40])
        if line > MOST_TITLE_LINES:
            break
    raise _no_column(name, 1, needed, passed)


def _places(plain: Sequence[str], aliases: Aliases) -> dict[str, int]:
    """Find where each column stands, by its own heading and by our names."""
    at: dict[str, int] = {}
    for place, heading in enumerate(plain):
        at.setdefault(heading, place)
    for ours, told in aliases.items():
        patterns = (told,) if isinstance(told, str) else told
        found = (
            at[heading]
            for pattern in patterns
            for heading in plain
            if re.fullmatch(pattern, heading)
        )
        place_of = next(found, None)
        if place_of is not None:
            at[ours] = place_of
    return at


def _refuse_twins(
    plain: Sequence[str], at: Mapping[str, int], name: str, line: int
) -> None:
    """Refuse two columns of one heading: nobody could say which is meant."""
    named = [heading for heading in plain if heading]
    twins = sorted({heading for heading in named if named.count(heading) > 1})
    if twins and any(twin in at for twin in twins):
        raise FileNotUnderstood(
            "two columns have the same heading",
            file=name,
            line=line,
            column=twins[0],
            remedy="Save the publisher's own file again, or rename one of them.",
        )


def _body(
    lines: Iterator[tuple[int, list[str]]], width: int, name: str, *, titles: bool
) -> Iterator[tuple[int, list[str]]]:
    """Give the rows, refusing one that is cut short."""
    begun = False
    for line, cells in lines:
        filled = sum(1 for cell in cells if cell and not cell.isspace())
        if titles and begun and filled <= _FOOTNOTE:
            return
        if not filled:
            continue
        begun = True
        if len(cells) < width:
            raise FileNotUnderstood(
                f"this row has {len(cells)} cells of {width}; is the file cut short?",
                file=name,
                line=line,
                remedy=AGAIN,
            )
        if len(cells) > width and any(map(str.strip, cells[width:])):
            raise FileNotUnderstood(
                f"this row has {len(cells)} cells, and the headings {width}; a text "
                "with a comma in it may lack its quotes",
                file=name,
                line=line,
                remedy="Correct the row, or save the publisher's own file again.",
            )
        yield line, cells


def _no_column(
    name: str, line: int, missing: Sequence[str], there: Sequence[str]
) -> FileNotUnderstood:
    """Make the error for headings that are not the ones expected."""
    told = ", ".join(f"«{one}»" for one in there[:8]) or "nothing"
    return FileNotUnderstood(
        f"the headings lack {', '.join(f'«{one}»' for one in missing)}; there are "
        f"{told}{' …' if len(there) > 8 else ''}",  # noqa: PLR2004 eight columns fit on a line
        file=name,
        line=line,
        column=missing[0] if missing else None,
        remedy="This may be another table or edition; see the source's page.",
    )
