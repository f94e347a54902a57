"""Which cells stand in a spreadsheet that somebody sent, whatever kind of file it is?

CSV with any usual separator and encoding, or Excel of the newer kind. A file with
macros is refused, one that only calls itself Excel is told from one that is, and
nothing is taken of a sheet that is longer than any that people keep by hand.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import members, open_text, read_bytes_safely
from weft.standards import xlsx

MOST_ROWS = 20_000
MOST_CELLS = 200
MEGABYTE = 1024 * 1024
MOST_BYTES = 20 * MEGABYTE
MOST_UNPACKED = 200 * MEGABYTE
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, and where it stands."""

    number: int
    cells: tuple[str, ...]


def lines_of(path: Path) -> list[Line]:
    """Give every line of the first sheet that has any.

    Raises
    ------
    FileNotUnderstood
        When it is not a table, holds macros, or is too large; nothing has been taken.
    """
    with path.open("rb") as file:
        begins = file.read(4)
    if begins == _OLD_EXCEL:
        raise FileNotUnderstood(
            "this is Excel of the older kind (.xls), or locked with a password",
            file=path.name,
            remedy="Open it and save it as .xlsx or CSV, without a password.",
        )
    found = _of_excel(path) if begins == _ZIP else _of_text(path)
    lines: list[Line] = []
    for line in found:
        lines.append(line)
        if len(lines) > MOST_ROWS:
            raise FileNotUnderstood(
                f"this has more than {MOST_ROWS:,} rows, too many to look through",
                file=path.name,
                remedy="Part it into several files, or ask for it as a source.",
            )
    if not lines:
        raise FileNotUnderstood(
            "there is nothing in this", file=path.name, remedy="Is it the right file?"
        )
    return lines


def _of_excel(path: Path) -> Iterator[Line]:
    """Read the first sheet with anything in it."""
    if any("vbaproject" in one.lower() for one in members(path)):
        raise FileNotUnderstood(
            "this holds macros, which are programs",
            file=path.name,
            remedy="Save it as .xlsx or CSV. Nothing in it has been run.",
        )
    for sheet in xlsx.sheet_names(path):
        filled = False
        for row in xlsx.rows_of(path, sheet, dated=True):
            cells = {_place(name): cell for name, cell in row.cells().items()}
            width = max(cells, default=-1) + 1
            told = [cells.get(at, "") for at in range(width)]
            line = _line(row.number, told, path.name)
            if line is not None:
                filled = True
                yield line
        if filled:
            return


def _place(letters: str) -> int:
    """Count a column from its letters: A is 0, AA is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _of_text(path: Path) -> Iterator[Line]:
    """Read a text whose separator is found from its first lines."""
    read_bytes_safely(path, most_bytes=MOST_BYTES)
    with open_text(path, most_bytes=MOST_BYTES) as text:
        told = text.read()
    if "\0" in told:
        raise FileNotUnderstood(
            "this is neither a text nor Excel", file=path.name, remedy="Save it as CSV."
        )
    sample = told.splitlines()[:20]
    between = max(",\t;|", key=lambda sign: sum(line.count(sign) for line in sample))
    reader = csv.reader(io.StringIO(told, newline=""), delimiter=between)
    number = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise FileNotUnderstood(
                f"this cannot be split into cells ({problem})",
                file=path.name,
                line=number,
                remedy="Open it in a spreadsheet program, and save it as CSV again.",
            ) from problem
        line = _line(number, cells, path.name)
        if line is not None:
            yield line
        number = reader.line_num + 1


def _line(number: int, cells: list[str], file: str) -> Line | None:
    """Make a line, unless all of it is blank."""
    kept = tuple(cell.strip() for cell in cells)
    if any(kept[MOST_CELLS:]):
        raise FileNotUnderstood(
            f"this row has more than {MOST_CELLS} cells",
            file=file,
            line=number,
            remedy="Is it a table with one thing in each row?",
        )
    return Line(number, kept[:MOST_CELLS]) if any(kept) else None
