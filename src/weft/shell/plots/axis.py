"""Where does a number lie, which numbers stand below the line, which labels fit?"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.shell.drawing import element, line, together, words
from weft.shell.plots.plot import Caption, Mark, letters

STEPS = (1, 2, 2.5, 5, 10)
SPECK = 1e-6  # of the size: less is no difference that a line could show
ROW = 20.0  # px between two rows of labels
GAP = 10.0  # px between two labels of a row
DOT = 6.0
EDGE = 18.0  # px left at both ends, so that a number may stand centred there


@dataclass(frozen=True, slots=True)
class Scale:
    """From numbers to px, along one line."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Find a number's place; one outside lies at the edge."""
        inside = min(max(value, self.low), self.high)
        share = (inside - self.low) / ((self.high - self.low) or 1.0)
        return self.start + share * (self.end - self.start)


@dataclass(frozen=True, slots=True)
class Ticks:
    """Round numbers that hold all that is drawn."""

    values: tuple[float, ...]

    @property
    def low(self) -> float:
        """Give the first."""
        return self.values[0]

    @property
    def high(self) -> float:
        """Give the last."""
        return self.values[-1]


def ticks(values: Iterable[float], *, about: int, from_nought: bool = False) -> Ticks:
    """Choose round numbers around values: steps of 1, 2, 2.5 or 5 times a ten."""
    known = [value for value in values if math.isfinite(value)]
    low, high = min(known, default=0.0), max(known, default=1.0)
    if from_nought:
        low, high = min(low, 0.0), max(high, 0.0)
    size = max(abs(low), abs(high))
    if high - low <= SPECK * max(size, 1.0):
        high = low + (size if size > SPECK else 1.0)
    rough = (high - low) / max(about, 1)
    ten = 10 ** math.floor(math.log10(rough))
    step = next(step * ten for step in STEPS if step * ten >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return Ticks(tuple(round(at * step, 10) for at in range(first, last + 1)))


def within(shown: Ticks, bounds: Ticks) -> Ticks:
    """Keep the round numbers that lie between two ends; all of them if none does."""
    inside = tuple(v for v in shown.values if bounds.low <= v <= bounds.high)
    return Ticks(inside) if inside else bounds


def say_tick(value: float, caption: Caption) -> str:
    """Say a round number with no needless noughts; only «%» and «£» go with it."""
    text = f"{value:,.6g}" if abs(value) < 1 else f"{value:,.10g}"
    if caption.unit == "£":
        return f"£{text}"
    return f"{text}%" if caption.unit == "%" else text


def below(scale: Scale, marks: Ticks, y: float, caption: Caption) -> Markup:
    """Draw the line with its round numbers below it and, last, what is measured."""
    said = together(
        line(scale(value), y, scale(value), y + 5, "w-line")
        + words(
            scale(value),
            y + 23,
            say_tick(value, caption),
            anchor="middle",
            class_="w-soft",
        )
        for value in marks.values
    )
    return (
        line(scale.start, y, scale.end, y, "w-line")
        + said
        + said_below(y, caption.axis, scale)[0]
    )


def said_below(y: float, text: str, scale: Scale) -> tuple[Markup, float]:
    """Say what is measured below the line; give how far down all that reaches."""
    drawn, lines = wrapped(0, y + 46, text, scale.end + EDGE)
    return drawn, y + 46 + (lines - 1) * ROW + 8


def wrapped(
    x: float, y: float, text: str, width: float, class_: str = "w-soft"
) -> tuple[Markup, int]:
    """Write words over as many lines as they need; say how many those were."""
    lines = in_lines(text, width, bold="w-strong" in class_)
    drawn = together(
        words(x, y + at * ROW, part, class_=class_) for at, part in enumerate(lines)
    )
    return drawn, len(lines)


def in_lines(text: str, width: float, *, bold: bool = False) -> list[str]:
    """Break words into lines of at most so many px; a longer word has its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and letters(f"{lines[-1]} {word}", bold=bold) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def rows_of_labels(
    at: Sequence[float], text: Sequence[str], *, low: float, high: float
) -> list[tuple[float, int]]:
    """Lay labels, each centred on its place, in rows where none touches another.

    Gives for each label its middle and its row, 0 nearest to the line.
    """
    taken: list[float] = []  # how far to the end each row is taken
    placed: dict[int, tuple[float, int]] = {}
    for index in sorted(range(len(at)), key=lambda one: at[one]):
        wide = letters(text[index], bold=True)
        middle = min(max(at[index], low + wide / 2), high - wide / 2)
        row = next(
            (r for r, end in enumerate(taken) if middle - wide / 2 >= end + GAP),
            len(taken),
        )
        if row == len(taken):
            taken.append(0.0)
        taken[row] = middle + wide / 2
        placed[index] = (middle, row)
    return [placed[index] for index in range(len(at))]


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a mark: their middle, and their row, 0 nearest to the line."""

    text: str
    middle: float
    row: int


def labels_of(
    marks: Sequence[Mark], caption: Caption, scale: Scale, width: float
) -> list[Label]:
    """Say each mark with its number, in rows where none touches another."""
    text = [f"{mark.name} {caption.say(mark.value)}" for mark in marks]
    at = [scale(mark.known) for mark in marks]
    places = rows_of_labels(at, text, low=0, high=width)
    return [
        Label(said, middle, row)
        for said, (middle, row) in zip(text, places, strict=True)
    ]


def leaders(
    marks: Sequence[Mark],
    labels: Sequence[Label],
    scale: Scale,
    *,
    ends: tuple[int, float],
) -> Markup:
    """Draw a line from each label down to its mark; words stand over all lines."""
    rows, bottom = ends
    tops = [(rows - label.row) * ROW - 4 for label in labels]
    lines = together(
        line(
            scale(mark.known),
            top + 5,
            scale(mark.known),
            bottom,
            "w-line" if mark.here else "w-thin",
        )
        for mark, top in zip(marks, tops, strict=True)
    )
    return lines + together(
        words(
            label.middle,
            top,
            label.text,
            anchor="middle",
            class_="w-strong w-plate" if mark.here else "w-plate",
        )
        for mark, label, top in zip(marks, labels, tops, strict=True)
    )


def whisker(scale: Scale, mark: Mark, y: float) -> Markup:
    """Draw a number with its interval: full when it is here, hollow beside it."""
    drawn = Markup("")
    if mark.low is not None and mark.high is not None:
        low, high = scale(mark.low), scale(mark.high)
        drawn = line(low, y, high, y, "w-range") + together(
            line(end, y - 5, end, y + 5, "w-range") for end in (low, high)
        )
    kind = "w-dot" if mark.here else "w-dot w-dot--hollow"
    return drawn + element("circle", cx=scale(mark.known), cy=y, r=DOT, class_=kind)
