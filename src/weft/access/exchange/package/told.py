"""What is one table of the package: its columns, its key, its rows?"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from weft.access.domain.choice.values import CERTAIN, POSSIBLE
from weft.shell.flat import Cell, Field, Kind

PLANES = {"certain": CERTAIN, "possible": POSSIBLE}
PEOPLE = "people, to the nearest five"
TO = {"area": ("areas", "area"), "life": ("lives", "life")}
"""To which table a column leads."""

Rows = Callable[[], Iterator[Sequence[Cell]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One table of the package."""

    name: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: Rows
    leads_to: dict[str, tuple[str, str]] = field(default_factory=dict)


def text(name: str, meaning: str) -> Field:
    """Describe a column of words."""
    return Field(name=name, kind=Kind.TEXT, meaning=meaning)


def whole(name: str, meaning: str, unit: str = "") -> Field:
    """Describe a column of whole numbers."""
    return Field(name=name, kind=Kind.WHOLE, meaning=meaning, unit=unit)


def number(name: str, meaning: str, unit: str = "") -> Field:
    """Describe a column of numbers."""
    return Field(name=name, kind=Kind.NUMBER, meaning=meaning, unit=unit)


def yes_no(name: str, meaning: str) -> Field:
    """Describe a column of yes and no."""
    return Field(name=name, kind=Kind.YES_NO, meaning=meaning)


PLACED = (text("area", "Its code"), text("life", "The life, by its file"))
