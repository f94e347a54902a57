"""What does one column of a table about areas say, and about whom?"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of number stands in a column; it decides what may be reckoned."""

    COUNT = "count"  # people, households, jobs: may be summed
    RATE = "rate"  # a share of somebody, or so many for each of them
    SCORE = "score"  # a publisher's own scale: compared, never summed
    RANK = "rank"  # a place in an order of all England: never averaged
    DECILE = "decile"  # which tenth of England's areas, 1 to 10: never averaged
    CLASS = "class"  # one of a few named groups: never averaged


Told = str | list[list[int | str]]
"""What a column becomes when it is written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column, as its publisher means it.

    Attributes
    ----------
    key
        Ours: the same in every layout of the same table, as ``care.total``.
    label
        The publisher's own words.
    unit
        What is counted or measured: ``people``, ``homes``, ``share`` (0 to 1), ``%``,
        ``km``; "" for ranks and deciles.
    kind
        What may be reckoned with it.
    denominator
        The key of the column of the same table that this one is a part of; "" when
        the table holds none.
    of_whom
        Whom the table is about, in the publisher's words.
    classes
        The number and name of each group, for a column of groups.
    """

    key: str
    label: str
    unit: str
    kind: Kind
    denominator: str = ""
    of_whom: str = ""
    classes: tuple[tuple[int, str], ...] = ()

    def class_name(self, number: float) -> str:
        """Say which group a number stands for, "" if it is none."""
        return dict(self.classes).get(int(number), "")

    def as_told(self) -> dict[str, Told]:
        """Write it down for the table of tables."""
        return {
            "key": self.key,
            "label": self.label,
            "unit": self.unit,
            "kind": self.kind.value,
            "denominator": self.denominator,
            "of_whom": self.of_whom,
            "classes": [[number, name] for number, name in self.classes],
        }

    @classmethod
    def from_told(cls, told: Mapping[str, Told]) -> "Column":
        """Read back what ``as_told`` wrote."""
        return cls(
            key=str(told["key"]),
            label=str(told["label"]),
            unit=str(told["unit"]),
            kind=Kind(str(told["kind"])),
            denominator=str(told["denominator"]),
            of_whom=str(told["of_whom"]),
            classes=tuple(_class(one) for one in told.get("classes") or ()),
        )


def _class(told: str | list[int | str]) -> tuple[int, str]:
    """Read one group back."""
    return int(told[0]), str(told[1])
