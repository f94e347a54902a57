"""What is a plot, and how is it drawn once for a phone and once for a desk?"""

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from weft.commons.tongues import Said
from weft.shell.drawing import element, number
from weft.shell.tables import Column, Table, shown

NARROW, WIDE = 328, 560  # px: a phone of 360 less its margins; a column of a desk
LETTER = 8.6  # px of a letter at 16 px, on the safe side (Noto Sans, measured)
BOLD = 9.4


Key = tuple[tuple[str, Said | str], ...]
"""Which weave stands for what, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a plot says in words."""

    title: str  # the finding: «More than half have no car»
    axis: str  # what is measured: «homes in 100 without a car»
    unit: str = ""  # «%», «£», «years»: said after (or before) each number
    decimals: int = 0
    source: str = ""
    licence: str = ""

    @property
    def column(self) -> Column:
        """Head the numbers of the table."""
        return Column(self.axis, numeric=True, decimals=self.decimals, unit=self.unit)

    def say(self, value: float | None) -> str:
        """Say one number as the plot and its table do."""
        return shown(value, self.column)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One number with its name and, where there is one, its interval."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    here: bool = False  # the place that the page is about
    note: str = ""

    @property
    def known(self) -> float:
        """Give the number of a mark that has one."""
        if self.value is None:
            raise ValueError(f"nothing is known of {self.name}")
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """A picture, the finding as its title, its numbers as a table, its source."""

    title: str
    svg: Markup
    table: Table
    source: str = ""
    key: Key = ()  # where weaves mean something
    said: Said | None = None  # the title in a reader's language


Drawn = tuple[Markup, float]  # the drawing, and how tall it came out


def both(draw: Callable[[float], Drawn]) -> Markup:
    """Draw for a phone and for a desk; the style sheet shows the one that fits."""
    out = Markup("")
    for width, kind in ((NARROW, "narrow"), (WIDE, "wide")):
        body, height = draw(width)
        out += element(
            "svg",
            body,
            viewBox=f"0 0 {width} {number(height)}",
            class_=f"w-picture w-picture--{kind}",
            aria_hidden="true",
            focusable="false",
        )
    return out


def letters(text: str, *, bold: bool = False) -> float:
    """Reckon how wide words come out, in px at 16 px."""
    return len(text) * (BOLD if bold else LETTER)


def marks_table(marks: tuple[Mark, ...], caption: Caption, *, first: str) -> Table:
    """Tell marks as rows, with their intervals when any has one."""
    intervals = any(mark.low is not None for mark in marks)
    columns = [Column(first), caption.column]
    if intervals:
        columns += [
            Column(words, numeric=True, decimals=caption.decimals, unit=caption.unit)
            for words in ("at least", "at most")
        ]
    rows = tuple(
        (mark.name, mark.value, *((mark.low, mark.high) if intervals else ()))
        for mark in marks
    )
    here = next((at for at, mark in enumerate(marks) if mark.here), None)
    return Table(
        title=caption.title,
        columns=tuple(columns),
        rows=rows,
        source=caption.source,
        licence=caption.licence,
        here=here,
    )
