"""In which units does a program count positions?

The standard says characters. Real files count UTF-16 units (NVivo for Windows counts an
emoji as two and a line end of two bytes as two), so a reader tries each way and takes
the one under which fewest selections begin or end within a word; of equals, the
standard's. The fit is told, so that somebody can judge it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BOM = "\ufeff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One way of counting."""

    utf16: bool = False  # what lies beyond the first 65,536 characters counts two
    crlf_two: bool = False  # a line end of two characters counts two
    bom: bool = False  # a byte-order mark counts one

    def __str__(self) -> str:
        """Read as it will in a report."""
        units = "UTF-16 units" if self.utf16 else "characters"
        lines = ", a line end as two" if self.crlf_two else ""
        return f"{units}{lines}{', the byte-order mark as one' if self.bom else ''}"


STANDARD = Dialect()
DIALECTS = tuple(
    Dialect(utf16=utf16, crlf_two=two, bom=bom)
    for utf16 in (False, True)
    for two in (False, True)
    for bom in (False, True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How well a way of counting fits the selections of a project.

    ``at_edges`` of ``ends`` beginnings and ends stand outside of words;
    ``outside`` selections end beyond their text.
    """

    dialect: Dialect
    at_edges: int
    ends: int
    outside: int

    @property
    def share(self) -> float:
        """Say how many of a hundred, as a share; 1 where there is nothing to fit."""
        return self.at_edges / self.ends if self.ends else 1.0


def plain(raw: str) -> str:
    """Give a text as we keep it: no byte-order mark, lines that end with LF."""
    return raw.removeprefix(BOM).replace("\r\n", "\n")


def places(raw: str, dialect: Dialect) -> list[int]:
    """Say at which code point of the plain text each unit of a dialect begins.

    Parameters
    ----------
    raw
        A text as its file holds it.
    dialect
        A way of counting.

    Returns
    -------
    list of int
        As long as the text has units, and one more for its end. Within a character
        that counts two, both units stand for its beginning.
    """
    found: list[int] = []
    at = 0
    letters = iter(enumerate(raw))
    for index, letter in letters:
        if letter == BOM and index == 0:
            found.extend([0] * dialect.bom)
            continue
        if letter == "\r" and raw[index + 1 : index + 2] == "\n":
            next(letters, None)
            units = 1 + dialect.crlf_two
        else:
            units = 1 + (dialect.utf16 and ord(letter) > FIRST_PLANE)
        found.extend([at] * units)
        at += 1
    return [*found, at]


FIRST_PLANE = 0xFFFF


def fits(
    texts: Iterable[tuple[str, Sequence[tuple[int, int]]]],
) -> list[Fit]:
    """Say how well each way of counting fits, the best first.

    Parameters
    ----------
    texts
        Each text as its file holds it, with the positions of its selections.
    """
    told = [(raw, plain(raw), spans) for raw, spans in texts if spans]
    found = [_fit(dialect, told) for dialect in DIALECTS]
    # a sort that keeps the order of equals: the standard's way comes first
    return sorted(found, key=lambda fit: (fit.outside, -fit.at_edges))


def _fit(
    dialect: Dialect, told: Sequence[tuple[str, str, Sequence[tuple[int, int]]]]
) -> Fit:
    at_edges = ends = outside = 0
    for raw, text, spans in told:
        where = places(raw, dialect)
        for start, end in spans:
            ends += 2
            if not 0 <= start < end < len(where):
                outside += 1
                continue
            at_edges += _edge(text, where[start]) + _edge(text, where[end])
    return Fit(dialect=dialect, at_edges=at_edges, ends=ends, outside=outside)


def _edge(text: str, at: int) -> bool:
    """Tell whether this is not within a word."""
    before, after = text[at - 1 : at] if at else "", text[at : at + 1]
    return not (before.isalnum() and after.isalnum())
