"""What is a column of a flat file, and how is it told to whoever reads the file?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | bool | None
"""A day is written as 2026-11-30, a moment with its offset from UTC."""


class Kind(StrEnum):
    """What stands in a column; the words are those of its dictionary."""

    TEXT = "text"
    LIST = "list"  # texts, parted by «; »
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "true or false"
    DAY = "day"
    MOMENT = "moment"


FORMS = {
    Kind.TEXT: "",
    Kind.LIST: "parted by a semicolon and a blank",
    Kind.WHOLE: "",
    Kind.NUMBER: "with a point",
    Kind.YES_NO: "",
    Kind.DAY: "ISO 8601, 2026-11-30",
    Kind.MOMENT: "ISO 8601 with its offset from UTC",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One column: its name, what it means, in which unit, and where it comes from."""

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    source: str = ""


HEADINGS = ("column", "type", "how it is written", "unit", "meaning", "where from")
UNKNOWN = "An empty cell means that nobody has told us. It never means no, or nought."


def dictionary(fields: Iterable[Field]) -> tuple[tuple[str, ...], ...]:
    """Say a row for each column, under ``HEADINGS``."""
    return tuple(
        (
            one.name,
            one.kind.value,
            FORMS[one.kind],
            one.unit,
            one.meaning,
            one.source,
        )
        for one in fields
    )
