"""What does a table say that somebody laid beside ours, for this page only?

Read from bytes and given back as a value; nothing of it is kept. What cannot be read
is said in words that tell the line, the column and what to do.
"""

import csv
import io
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from weft.commons.errors import NotPossible

MOST_BYTES = 2 * 1024 * 1024
MOST_ROWS = 40_000
MOST_COLUMNS = 12
MOST_LETTERS = 200

_CODE = re.compile(r"[EWSN]\d{8}")
_NUMBER = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?%?")
NOTHING = frozenset({"", "-", "..", ":", "*", "na", "n/a", "null", "nan"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTable:
    """Somebody's own columns, by area.

    Attributes
    ----------
    columns
        Their headings, without the codes' and names' own.
    rows
        By code: a number, a text, or None for each column.
    strangers
        Codes that are no area of this region, of the kind asked about.
    unread
        Rows without a code, counted.
    """

    columns: tuple[str, ...]
    rows: dict[str, tuple[float | str | None, ...]]
    strangers: tuple[str, ...]
    unread: int

    def numbers(self, column: int) -> list[float]:
        """List the numbers of one column, by code, texts left away."""
        found = (self.rows[code][column] for code in sorted(self.rows))
        return [value for value in found if isinstance(value, float)]


def read_own_table(raw: bytes, *, known: Collection[str]) -> OwnTable:
    """Read somebody's own CSV.

    Parameters
    ----------
    raw
        The file, as it was sent.
    known
        The codes of the areas it may be laid beside.

    Raises
    ------
    NotPossible
        When it is empty, too large, no CSV, has no column of codes, tells one area
        twice, or none of the areas here.
    """
    lines = _lines(raw)
    headings = [cell.strip() or f"Column {n}" for n, cell in enumerate(lines[0], 1)]
    at = _codes_column(lines, headings)
    kept = [n for n in range(len(headings)) if n != at][:MOST_COLUMNS]
    rows: dict[str, tuple[float | str | None, ...]] = {}
    first: dict[str, int] = {}
    strangers: dict[str, None] = {}
    unread = 0
    for line, cells in enumerate(lines[1:], start=2):
        code = cells[at].strip().upper() if at < len(cells) else ""
        if not _CODE.fullmatch(code):
            unread += 1
        elif code not in known:
            strangers[code] = None
        elif code in rows:
            raise NotPossible(
                f"Line {line} tells {code} again; line {first[code]} told it before. "
                "Keep one line for each area."
            )
        else:
            first[code] = line
            rows[code] = tuple(
                value_of(cells[n]) if n < len(cells) else None for n in kept
            )
    if not rows:
        raise NotPossible(_none_known(strangers, headings[at]))
    return OwnTable(
        columns=tuple(headings[n][:MOST_LETTERS] for n in kept),
        rows=rows,
        strangers=tuple(strangers),
        unread=unread,
    )


def _lines(raw: bytes) -> list[list[str]]:
    """Split the file into lines of cells."""
    if len(raw) > MOST_BYTES:
        raise NotPossible(
            f"The file is larger than {MOST_BYTES // 1024 // 1024} MB. Keep only the "
            "areas of this region and the columns you need."
        )
    if raw.startswith(b"PK\x03\x04"):
        raise NotPossible("This is an Excel file. Open it and save the sheet as CSV.")
    text = _text(raw)
    if "\0" in text:
        raise NotPossible("This is not a text file. Save the table as CSV.")
    first = next(iter(text.lstrip().splitlines()), "")
    between = max(",;\t", key=first.count)
    try:
        told = csv.reader(io.StringIO(text, newline=""), delimiter=between)
        lines = [line for line in told if any(cell.strip() for cell in line)]
    except csv.Error as problem:
        raise NotPossible(f"This cannot be read as CSV: {problem}.") from problem
    if not lines:  # blank, or nothing but commas
        raise NotPossible("The file is empty. Choose a CSV with a line of headings.")
    if len(lines) > MOST_ROWS:
        raise NotPossible(
            f"The file has {len(lines):,} lines; at most {MOST_ROWS:,} can be read. "
            "Keep only the areas of this region."
        )
    return lines


def _text(raw: bytes) -> str:
    """Read the letters: UTF-8 with or without its mark, else Windows'."""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _codes_column(lines: Sequence[Sequence[str]], headings: Sequence[str]) -> int:
    """Find the column that holds the codes of areas."""
    counts = [
        sum(
            1
            for cells in lines[1:]
            if n < len(cells) and _CODE.fullmatch(cells[n].strip().upper())
        )
        for n in range(len(headings))
    ]
    if not counts or max(counts) == 0:
        raise NotPossible(
            "No column holds codes of areas, as E01010568. The headings are "
            f"{', '.join(headings[:6])}. Add a column with the code of each area."
        )
    return counts.index(max(counts))


def _none_known(strangers: Collection[str], heading: str) -> str:
    """Say why no row could be used."""
    some = ", ".join(list(strangers)[:3])
    return (
        f"None of the codes in «{heading}» ({some}) is an area of this page. It needs "
        "codes of the same areas, of the same year: LSOA 2011 and LSOA 2021 differ."
    )


def value_of(cell: str) -> float | str | None:
    """Read one cell: a number, a text, or nothing."""
    told = cell.strip()
    if told.lower() in NOTHING:
        return None
    if _NUMBER.fullmatch(told) and any(letter.isdigit() for letter in told):
        return float(told.replace(",", "").removesuffix("%"))
    return told[:MOST_LETTERS]
