"""How is a map of causes drawn, things and arrows?

The same picture that ``static/voices/canvas.js`` moves about: each thing a box at its
place, each arrow bent a little to its left, so that one there and one back lie apart.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.shell.drawing import element, number, together, words
from weft.shell.plots.axis import ROW, in_lines
from weft.voices.domain.causes import Arrow, is_a_cause, tall
from weft.voices.domain.causes.laid import WIDE
from weft.voices.domain.kinds import Basis, Sign

HALF = 88.0  # of a box, across
BEND = 26.0  # how far an arrow leaves the straight line, at its middle twice as far
SIGNS = {Sign.MORE: "+", Sign.LESS: "−", Sign.UNKNOWN: "?"}
OTHER = {Basis.OPEN: "?", Basis.PART_OF: "part", Basis.TONE: "tone"}
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A thing on the canvas."""

    name: str
    x: float
    y: float
    lines: tuple[str, ...]

    @property
    def half(self) -> float:
        """Half of it, down."""
        return len(self.lines) * ROW / 2 + 9

    def edge(self, towards: Point) -> Point:
        """Give where a line to somewhere leaves the box."""
        dx, dy = towards[0] - self.x, towards[1] - self.y
        share = min(
            HALF / abs(dx) if dx else math.inf, self.half / abs(dy) if dy else math.inf
        )
        share = min(share, 1.0)
        return self.x + dx * share, self.y + dy * share


def canvas(
    places: Mapping[str, tuple[int, int]], arrows: Sequence[Arrow], said: str
) -> Markup:
    """Draw a map.

    Parameters
    ----------
    places
        Where each thing stands.
    arrows
        Each pair of things once; things that have no place are left out.
    said
        What the picture says, in words.
    """
    boxes = {
        name: Box(name, x, y, tuple(in_lines(name, 2 * HALF - 16, bold=True)))
        for name, (x, y) in places.items()
    }
    numbers = {name: at for at, name in enumerate(boxes)}
    drawn = (
        _arrow(one, boxes, numbers)
        for one in arrows
        if one.cause in boxes and one.effect in boxes
    )
    body = together(drawn) + together(_box(one) for one in boxes.values())
    high = tall(places)
    return element(
        "svg",
        body,
        viewBox=f"0 0 {WIDE} {high}",
        width=WIDE,
        height=high,
        class_="v-map",
        role="img",
        aria_label=said,
        focusable="false",
    )


def _box(one: Box) -> Markup:
    half = one.half
    top = -half + 9 + 15
    return element(
        "g",
        element(
            "rect",
            x=-HALF,
            y=-half,
            width=2 * HALF,
            height=2 * half,
            rx="8",
            class_="v-map__box",
        ),
        *(
            words(0, top + at * ROW, line, anchor="middle", class_="w-strong")
            for at, line in enumerate(one.lines)
        ),
        class_="v-map__thing",
        transform=f"translate({number(one.x)} {number(one.y)})",
        data_thing=one.name,
        data_half=half,
    )


def _arrow(one: Arrow, boxes: Mapping[str, Box], numbers: Mapping[str, int]) -> Markup:
    start, bend, end = _way(boxes[one.cause], boxes[one.effect])
    turn = math.degrees(math.atan2(end[1] - bend[1], end[0] - bend[0]))
    way = f"M{_at(start)}Q{_at(bend)} {_at(end)}"
    middle = tuple(
        s / 4 + b / 2 + e / 4 for s, b, e in zip(start, bend, end, strict=True)
    )
    mark = _mark(one)
    half = 12 if len(mark) == 1 else 20
    head = element(
        "path",
        d="M-13 -7L0 0L-13 7Z",
        class_="v-map__head",
        transform=f"translate({_at(end)}) rotate({number(turn)})",
    )
    return element(
        "g",
        element("path", d=way, class_="v-map__way"),
        head,
        element(
            "g",
            element(
                "rect",
                x=-half,
                y=-12,
                width=2 * half,
                height=24,
                rx="12",
                class_="v-map__disc",
            ),
            words(0, 6, mark, anchor="middle", class_="w-strong"),
            class_="v-map__mark",
            transform=f"translate({_at((middle[0], middle[1]))})",
        ),
        class_=f"v-map__arrow v-map__arrow--{one.basis.value}",
        data_from=str(numbers[one.cause]),
        data_to=str(numbers[one.effect]),
    )


def _mark(one: Arrow) -> str:
    """Say in a letter or two which way it goes; people who differ give both."""
    if not is_a_cause(one):
        return OTHER[one.basis]
    sign = "±" if one.disputed else SIGNS[one.sign]
    return f"{sign} …" if one.takes_time else sign


def _way(cause: Box, effect: Box) -> tuple[Point, Point, Point]:
    """Lead from one box to another by a bend; back to itself by way of its corner."""
    if cause is effect:
        corner = (cause.x + HALF + 70, cause.y - cause.half - 50)
        return (cause.x + HALF, cause.y), corner, (cause.x, cause.y - cause.half)
    dx, dy = effect.x - cause.x, effect.y - cause.y
    long = math.hypot(dx, dy) or 1.0
    bend = (
        (cause.x + effect.x) / 2 + dy / long * BEND * 2,
        (cause.y + effect.y) / 2 - dx / long * BEND * 2,
    )
    return cause.edge(bend), bend, effect.edge(bend)


def _at(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
