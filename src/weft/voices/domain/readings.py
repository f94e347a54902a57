"""Where do people who coded one text blind differ, laid out to be talked about?"""

from collections.abc import Sequence
from dataclasses import dataclass

from weft.voices.domain.agreement import Compared, Mark, Text, compared

READING = "reading"
"""To what kind of thing a reader's link is bound."""
NAME_OF_OURS = "Those who hold the project"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A place that somebody marked, with the codes they put there."""

    start: int  # code points
    end: int  # exclusive
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBy:
    """One reading of a text."""

    name: str
    marks: tuple[Placed, ...]


def laid_beside(length: int, readings: Sequence[ReadBy]) -> Compared:
    """Compare readings of one text.

    Parameters
    ----------
    length
        Of the text, in code points.
    readings
        Two or more, each by somebody who read all of it.
    """
    marks = [
        Mark(text="", start=at.start, end=at.end, coder=one.name, code=code)
        for one in readings
        for at in one.marks
        for code in (at.codes or (None,))
    ]
    read_by = tuple(one.name for one in readings)
    return compared([Text(key="", length=length, read_by=read_by)], marks)


def holding(readings: Sequence[ReadBy], start: int, end: int) -> list[list[Placed]]:
    """Give of each reading the marks that touch a stretch."""
    return [
        [at for at in one.marks if at.start < end and start < at.end]
        for one in readings
    ]
