"""What stands in the sheets of an Excel file, row by row?

A reader of the part of Office Open XML (ECMA-376, part 1, chapter 18) that published
tables use: shared and inline strings, numbers, booleans. Rows are found in the stream
of bytes and taken apart only when asked, so that the one row in thirty that a region
needs of a national file costs its own reading and little more.

A day or a time of day is stored as a number of days, and only the style of its cell
says so (18.8.30); whoever reads what people keep by hand asks for cells as they look.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import open_stream, read_bytes_safely

CHUNK = 1 << 20
LONGEST_ROW = 1 << 23

_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)/?>")
_RELATION = re.compile(rb"<Relationship\b([^>]*)/?>")
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_STRING = re.compile(rb"<si\b[^>]*?(?:/>|>(.*?)</si>)", re.DOTALL)
_TEXT = re.compile(rb"<t\b[^>]*?(?:/>|>(.*?)</t>)", re.DOTALL)
_PHONETIC = re.compile(rb"<rPh\b.*?</rPh>", re.DOTALL)
_CELL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_TYPE = re.compile(rb'\bt="(\w+)"')
_VALUE = re.compile(rb"<v\b[^>]*>(.*?)</v>", re.DOTALL)
_FORMULA = re.compile(rb"<f\b[^>]*>(.*?)</f>", re.DOTALL)
_ROW = re.compile(rb"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_NUMBER = re.compile(rb'\br="(\d+)"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)/?>")
_CELL_STYLES = re.compile(rb"<cellXfs\b.*?</cellXfs>", re.DOTALL)
_CELL_STYLE = re.compile(rb"<xf\b([^>]*)>")
_OF_DAYS = frozenset({*range(14, 23), *range(45, 48)})  # 18.8.30, the built-in formats
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')
_FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 a cell's day has no zone
_SECONDS = 24 * 60 * 60
_LAST_DAY = 2_958_466  # the year 9999 ends before it


def _plain(raw: bytes) -> str:
    """Read XML text."""
    return unescape(raw.decode("utf-8")).replace("_x000D_", "")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row, not yet taken apart."""

    number: int
    _raw: bytes
    _strings: tuple[str, ...]
    _dated: frozenset[int] | None = None  # styles that show days; None: as stored

    def cells(self) -> dict[str, str]:
        """Give every filled cell as text, by the letters of its column."""
        found: dict[str, str] = {}
        for position, cell in enumerate(_CELL.finditer(self._raw)):
            reference = _REFERENCE.search(cell[1])
            letters = reference[1].decode() if reference else letters_of(position)
            text = self._read(cell[1], cell[2] or b"")
            if text:
                found[letters] = text
        return found

    def cell(self, letters: str) -> str:
        """Give one cell as text, "" where it is empty."""
        at = self._raw.find(b'r="%b%d"' % (letters.encode(), self.number))
        if at < 0:
            return ""
        cell = _CELL.match(self._raw, self._raw.rfind(b"<c", 0, at))
        return self._read(cell[1], cell[2] or b"") if cell else ""

    def _read(self, attributes: bytes, inside: bytes) -> str:
        kind = _TYPE.search(attributes)
        if kind and kind[1] == b"inlineStr":
            return "".join(_plain(one) for one in _TEXT.findall(inside)).strip()
        value = _VALUE.search(inside)
        if value is None or not value[1]:
            return self._unreckoned(inside)
        if kind and kind[1] == b"s":
            return self._strings[int(value[1])].strip()
        told = _plain(value[1]).strip()
        is_number = kind is None or kind[1] == b"n"
        style = _STYLE.search(attributes) if self._dated and is_number else None
        shows_days = style is not None and int(style[1]) in (self._dated or ())
        return _as_shown(told) if shows_days else told

    def _unreckoned(self, inside: bytes) -> str:
        """Give a formula whose answer was not saved, where cells are read as shown."""
        formula = _FORMULA.search(inside) if self._dated is not None else None
        return f"={_plain(formula[1])}" if formula else ""


def _as_shown(number: str) -> str:
    """Write a number of days as the day, the time, or both that it stands for.

    >>> _as_shown("46270"), _as_shown("0.4375"), _as_shown("46270.75")
    ('2026-09-05', '10:30', '2026-09-05 18:00')
    """
    try:
        days = float(number)
    except ValueError:
        return number
    if not 0 <= days < _LAST_DAY:
        return number
    at = _FIRST_DAY + timedelta(seconds=round(days * _SECONDS))
    clock, day = f"{at:%H:%M}", at.date().isoformat()
    if days < 1:
        return clock
    return day if clock == "00:00" else f"{day} {clock}"


def letters_of(position: int) -> str:
    """Name a column by its position, counted from 0: 0 is A, 26 is AA."""
    letters = ""
    rest = position + 1
    while rest:
        rest, one = divmod(rest - 1, 26)
        letters = chr(ord("A") + one) + letters
    return letters


def sheet_names(path: Path) -> tuple[str, ...]:
    """List the sheets, in the order of the file.

    Raises
    ------
    FileNotUnderstood
        When this is not an Excel file of the newer kind.
    """
    return tuple(_sheets(path))


def rows_of(path: Path, sheet: str, *, dated: bool = False) -> Iterator[SheetRow]:
    """Give the rows of one sheet.

    Parameters
    ----------
    path, sheet
        The file, and the sheet's name.
    dated
        Whether cells that show days or times are given as such and not as numbers,
        and formulas that nobody has reckoned as they are written.

    Raises
    ------
    FileNotUnderstood
        When there is no such sheet, or it ends before it is whole.
    """
    sheets = _sheets(path)
    if sheet not in sheets:
        raise FileNotUnderstood(
            f"there is no sheet «{sheet}»; there are {', '.join(sheets)}",
            file=path.name,
            remedy="This may be another edition; see the source's page.",
        )
    strings = _strings(path)
    styles = _styles_of_days(path) if dated else None
    member = f"^{re.escape(sheets[sheet])}$"
    last = 0
    for number, raw in _raw_rows(path, member):
        last = number or last + 1
        yield SheetRow(last, raw, strings, styles)


def _raw_rows(path: Path, member: str) -> Iterator[tuple[int, bytes]]:
    """Find the rows in the stream of a sheet."""
    held = b""
    ended = False
    with open_stream(path, member=member) as stream:
        while chunk := stream.read(CHUNK):
            held += chunk
            at = 0
            for row in _ROW.finditer(held):
                number = _NUMBER.search(row[1])
                yield int(number[1]) if number else 0, row[2] or b""
                at = row.end()
            held = held[at:]
            ended = ended or b"</sheetData>" in held or b"<sheetData/>" in held
            if len(held) > LONGEST_ROW and not ended:
                break
            if ended:
                held = held[-64:]
    if not ended:
        raise FileNotUnderstood(
            "this sheet ends before it is whole",
            file=path.name,
            remedy="Download the file again.",
        )


def _sheets(path: Path) -> dict[str, str]:
    """Find the member of each sheet, by the sheet's name."""
    try:
        book = read_bytes_safely(path, member=r"^xl/workbook\.xml$")
        relations = read_bytes_safely(path, member=r"^xl/_rels/workbook\.xml\.rels$")
    except FileNotUnderstood as problem:
        raise FileNotUnderstood(
            "this is not an Excel file of the newer kind (.xlsx)",
            file=path.name,
            remedy="Open it and save it as .xlsx, or download it again.",
        ) from problem
    targets = {
        told["Id"]: told["Target"]
        for told in map(_attributes, _RELATION.findall(relations))
    }
    found = {}
    for told in map(_attributes, _SHEET.findall(book)):
        target = targets[told["r:id"]].lstrip("/")
        found[told["name"]] = target if target.startswith("xl/") else f"xl/{target}"
    return found


def _attributes(raw: bytes) -> dict[str, str]:
    """Read the attributes of one tag."""
    return {key.decode(): _plain(value) for key, value in _ATTRIBUTE.findall(raw)}


def _strings(path: Path) -> tuple[str, ...]:
    """Read the strings that the sheets share; some writers have none."""
    try:
        raw = read_bytes_safely(path, member=r"^xl/sharedStrings\.xml$")
    except FileNotUnderstood:
        return ()
    return tuple(
        "".join(_plain(one) for one in _TEXT.findall(_PHONETIC.sub(b"", inside)))
        for inside in _STRING.findall(raw)
    )


def _styles_of_days(path: Path) -> frozenset[int]:
    """Find the styles whose cells show days or times; some writers have none."""
    try:
        raw = read_bytes_safely(path, member=r"^xl/styles\.xml$")
    except FileNotUnderstood:
        return frozenset()
    of_days = set(_OF_DAYS)
    for told in map(_attributes, _FORMAT.findall(raw)):
        code = _QUOTED.sub("", told.get("formatCode", "")).lower()
        if re.search(r"[ymdhs]", code) and "general" not in code:
            of_days.add(int(told.get("numFmtId", "0")))
    styles = _CELL_STYLES.search(raw)
    told_styles = map(_attributes, _CELL_STYLE.findall(styles[0]) if styles else ())
    return frozenset(
        number
        for number, told in enumerate(told_styles)
        if int(told.get("numFmtId", "0")) in of_days
    )
