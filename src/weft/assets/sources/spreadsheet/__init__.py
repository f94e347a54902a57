"""What does a spreadsheet tell that somebody keeps by hand?

CSV or Excel, with forgiving headings (``headings``), hours in anybody's words
(``weft.assets.domain.hours``), and every row accounted for.
"""

from datetime import date
from pathlib import Path

from weft.assets.domain.sheets import SheetRead
from weft.assets.sources.spreadsheet.grid import lines_of
from weft.assets.sources.spreadsheet.headings import PRIVATE, headings_of
from weft.assets.sources.spreadsheet.rows import row_read
from weft.commons.files import checksum

__all__ = ["read_sheet"]


def read_sheet(path: Path, *, today: date, name: str = "") -> SheetRead:
    """Read a spreadsheet whole.

    Parameters
    ----------
    path
        The file.
    today
        The day it is told: a date without a year is the next one.
    name
        What the file is called, where that is not its own name.

    Raises
    ------
    FileNotUnderstood
        When it is no table that could be understood; nothing of it is taken.
    """
    lines = lines_of(path)
    headings = headings_of(lines, name or path.name)
    below = [line for line in lines if line.number > headings.line]
    return SheetRead(
        file=name or path.name,
        checksum=checksum(path),
        header_line=headings.line,
        understood=tuple(
            (headings.labels[at], field)
            for at, field in headings.fields.items()
            if field != PRIVATE
        ),
        passed_over=headings.passed_over,
        rows=tuple(
            row_read(line.number, line.cells, headings, today=today) for line in below
        ),
        told_on=today,
    )
