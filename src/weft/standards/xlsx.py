"""What stands in the sheets of an Excel file, row by row?

A reader of the part of Office Open XML (ECMA-376, part 1, chapter 18) that published
tables use: shared and inline strings, numbers, booleans. Rows are found in the stream
of bytes and taken apart only when asked, so that the one row in thirty that a region
needs of a national file costs its own reading and little more.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
_ROW = re.compile(rb"<row\b([^>]*?)(?:/>|>(.*?)</row>)", re.DOTALL)
_NUMBER = re.compile(rb'\br="(\d+)"')


def _plain(raw: bytes) -> str:
    """Read XML text."""
    return unescape(raw.decode("utf-8")).replace("_x000D_", "")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row, not yet taken apart."""

    number: int
    _raw: bytes
    _strings: tuple[str, ...]

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
        if value is None:
            return ""
        if kind and kind[1] == b"s":
            return self._strings[int(value[1])].strip()
        return _plain(value[1]).strip()


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


def rows_of(path: Path, sheet: str) -> Iterator[SheetRow]:
    """Give the rows of one sheet.

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
    member = f"^{re.escape(sheets[sheet])}$"
    last = 0
    for number, raw in _raw_rows(path, member):
        last = number or last + 1
        yield SheetRow(last, raw, strings)


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
