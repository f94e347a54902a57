"""To which words of the notes does each requirement of Weft go back?"""

from collections.abc import Iterable
from dataclasses import dataclass

from weft.voices.domain.notes import Notes, Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A requirement and what stands on its lines; never empty."""

    id: str
    pieces: tuple[Piece, ...]


def opened(notes: Notes, rows: Iterable[tuple[str, str]]) -> tuple[Opened, ...]:
    """Open requirements to the headings and passages that they come from.

    Parameters
    ----------
    notes
        The notes they were read in.
    rows
        Id and lines of each, as «3,11,22» or «152-153».

    A requirement is left out when one of the lines that it names holds nothing but
    white space, or is not there at all.
    """
    by_line: dict[int, list[Piece]] = {}
    for one in notes.passages + notes.headings:
        by_line.setdefault(one.line, []).append(one)
    told = []
    for id_, written in rows:
        spans = [_span(part) for part in written.split(",")]
        if all(end in by_line for span in spans for end in (span[0], span[-1])):
            lines = (line for span in spans for line in span)
            pieces = (piece for line in lines for piece in by_line.get(line, ()))
            told.append(Opened(id=id_, pieces=tuple(pieces)))
    return tuple(told)


def _span(written: str) -> range:
    """Read «152-153» or «96»; a range's blank lines in between do no harm."""
    first, _, last = written.strip().partition("-")
    return range(int(first), int(last or first) + 1)
