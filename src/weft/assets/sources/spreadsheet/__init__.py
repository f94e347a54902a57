"""What does a spreadsheet tell that somebody keeps by hand?

CSV or Excel, of what is on or of anything else that is here, with forgiving headings
(``headings``), hours in anybody's words (``weft.assets.domain.hours``), and every row
accounted for.
"""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from weft.assets.domain.sheets import SheetRead
from weft.assets.sources.spreadsheet.grid import lines_of
from weft.assets.sources.spreadsheet.headings import PRIVATE, headings_of
from weft.assets.sources.spreadsheet.rows import row_read
from weft.assets.sources.spreadsheet.things import tied
from weft.commons.files import checksum

__all__ = ["read_sheet", "read_sheet_sent"]


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
        rows=tied(
            [row_read(one.number, one.cells, headings, today=today) for one in below]
        ),
        told_on=today,
    )


def read_sheet_sent(raw: bytes, *, name: str, today: date) -> SheetRead:
    """Read a spreadsheet that somebody sent, and keep nothing of it.

    Parameters
    ----------
    raw
        The bytes of the file.
    name
        What the sender calls it; its ending tells how to read it.
    today
        As for ``read_sheet``.

    Raises
    ------
    FileNotUnderstood
        As ``read_sheet`` does.
    """
    with TemporaryDirectory() as held:
        file = Path(held) / _plain(name)
        file.write_bytes(raw)
        return read_sheet(file, today=today)


def _plain(name: str) -> str:
    """Keep of a name what any disk takes: letters, digits and a few marks."""
    kept = "".join(one if one.isalnum() or one in " .-_()" else "_" for one in name)
    return kept[-100:].strip(" .") or "sheet"
