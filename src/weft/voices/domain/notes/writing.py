"""How is a line of notes told to be a heading, a label, a question, a quote?

By how people write such notes, and by nothing of what they say: capitals, «Pic 3:»,
«Poster 4», a bullet, an ellipsis after the words that a list hangs on.
"""

import re
from collections.abc import Iterator

from weft.voices.domain.notes.pieces import PieceKind

FEWEST_CAPITALS = 8
"""Fewer letters are an abbreviation («NHS»), not a heading."""

LONGEST_SUMMARY_HEADING = 200
LONGEST_STEM = 160
"""Code points; an ellipsis further on is a pause, not the end of a stem."""

LABELS: tuple[tuple[PieceKind, re.Pattern[str]], ...] = (
    (PieceKind.MISSING, re.compile(r"\[image:?[^\]\n]*\]", re.IGNORECASE)),
    (PieceKind.POSTER, re.compile(r"poster\s*\d+\s*:?(?!\d)", re.IGNORECASE)),
    (
        PieceKind.PICTURE,
        re.compile(r"pics?\s*\d+\s*(?:\(\s*x\s*\d+\s*\))?\s*[:;]", re.IGNORECASE),
    ),
    (PieceKind.MARK, re.compile(r"[·•▪◦*–-]\s|\d{1,2}[.)]\s|Q\s*:")),
)
"""What may stand before the words of a line, several of them one after another."""

AT_THE_END = re.compile(r"(?<=\s)poster\s*\d+\s*:?\s*$", re.IGNORECASE)
"""The label of the next poster, run on behind the last words of this one."""

_END = r"(?<!e\.g\.)(?<!i\.e\.)(?<=[.?!])\s+(?=[A-Z“‘\"'])"
_SENTENCES = re.compile(rf"{_END}|(?<=;)\s+(?=[A-Z“‘\"'])")
_PARTS = re.compile(rf"{_END}|;\s*")
_PAUSE = re.compile(r"(?:…|\.{3,})[.…]*")
_SUMMARY = re.compile(r"summary\b", re.IGNORECASE)
_ASKED = re.compile(r"(?<!\?)\?(?!\?)")
_ASKS = re.compile(
    r"questions?\s+(?:was|were|are)\s+(?:asked|raised)\b"
    r"|(?:what|who|why|how|when|where|which)(?:[’']s|\s+(?:is|are|was|were|do|does|did"
    r"|can|could|should|would|will)\b)",
    re.IGNORECASE,
)
_OF_THEMSELVES = re.compile(r"\b(?:I|I[’']\w+|[Mm]e|[Mm]y|[Mm]ine|[Mm]yself)\b")
_IN_MARKS = re.compile(r"[“\"‘][^“”\"]*[”\"’]\.?")
_UNREADABLE = re.compile(r"\?{2,}")


def is_heading(words: str) -> bool:
    """Tell a heading: all its letters are capitals, and it is more than a word."""
    letters = [letter for letter in words if letter.isalpha()]
    return (
        len(letters) >= FEWEST_CAPITALS
        and len(words.split()) > 1
        and all(letter.isupper() for letter in letters)
    )


def is_summary_heading(words: str) -> bool:
    """Tell the heading of what the organisers wrote afterwards."""
    return (
        _SUMMARY.match(words) is not None
        and len(words) <= LONGEST_SUMMARY_HEADING
        and words[-1] not in ".;,"
    )


def label_at(text: str, at: int, end: int) -> tuple[PieceKind, int] | None:
    """Tell which label begins here, and where it ends."""
    for kind, written in LABELS:
        found = written.match(text, at, end)
        if found:
            return kind, at + len(found.group().rstrip())
    return None


def stem_end(text: str, start: int, end: int, *, after_colon: bool) -> int | None:
    """Find where the words end that a list hangs on: behind their ellipsis.

    Parameters
    ----------
    text, start, end
        A sentence.
    after_colon
        Only «Emerging questions:…» counts: on posters an ellipsis is a pause.

    Returns
    -------
    int | None
        None where nothing hangs on anything.
    """
    found = _PAUSE.search(text, start, end)
    if not found or found.start() - start > LONGEST_STEM:
        return None
    stem = text[start : found.start()].rstrip()
    if not any(letter.isalpha() for letter in stem):
        return None
    return None if after_colon and stem[-1] != ":" else found.end()


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut words into sentences; the cuts are white space."""
    yield from _cut(_SENTENCES, text, start, end)


def parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a run-on list at its semicolons and sentences; a semicolon stays before."""
    yield from _cut(_PARTS, text, start, end)


def _cut(
    between: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    at = start
    for found in between.finditer(text, start, end):
        yield at, found.end()
        at = found.end()
    yield at, end


def kind_of(words: str) -> PieceKind:
    """Tell a question and a quote from what is simply said."""
    if _ASKED.search(words) or _ASKS.match(words):
        return PieceKind.QUESTION
    if _OF_THEMSELVES.search(words) or _IN_MARKS.fullmatch(words):
        return PieceKind.QUOTE
    return PieceKind.SAID


def is_unsure(words: str) -> bool:
    """Tell whether part of it could not be read by whoever typed it."""
    return _UNREADABLE.search(words) is not None
