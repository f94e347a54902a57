"""What goes round: things on a ring, and a rope from each to the next.

A rope was stated, a dotted line inferred; two bars across say that it takes time. Where
any arrow is «the more, the less», each has its sign in a disc. Two sizes: a large one
with people's words beside each arrow, for a desk, and a small one for a phone and for
many. The same loop gives the same picture.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from weft.shell.drawing import element, number, together, words
from weft.shell.plots.axis import in_lines
from weft.shell.plots.plot import letters
from weft.shell.plots.rope import Point, head, rope, stepped

MORE, LESS, UNKNOWN = "+", "−", "?"

ROW = 21.0
SAY = 7.9  # px of a letter of people's words, 16.5 px serif (measured)
FOR_SIGNS = 24.0  # px of rope more where each arrow has its sign
FOR_BARS = 16.0
MARK = 13.0  # px that a sign in its disc stands out from the rope
LAST_LINE = 6  # of somebody's words; the table beside the picture has them whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A thing, and the arrow from it to the next."""

    thing: str
    sign: str = MORE
    said: str = ""  # somebody's words, in their quotation marks
    by: str = ""  # where they were said, or that nobody said them
    inferred: bool = False
    slow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a ring is drawn, in px."""

    width: float
    across: float  # half of the ring
    down: float  # half of the ring, at least
    between: float  # rope that is seen between two things, at least
    thick: float
    rope: str  # class of the rope
    heads: str
    boxes: bool


LARGE = Size(
    width=1080,
    across=236,
    down=170,
    between=70,
    thick=3.4,
    rope="w-pick",
    heads="w-head",
    boxes=True,
)
SMALL = Size(
    width=328,
    across=104,
    down=66,
    between=34,
    thick=2.2,
    rope="w-pick w-pick--ink",
    heads="w-head w-head--ink",
    boxes=False,
)


@dataclass(frozen=True, slots=True)
class _Box:
    """A thing's name, and how much room it takes."""

    lines: tuple[str, ...]
    x: float
    y: float
    wide: float
    tall: float

    def holds(self, point: Point) -> bool:
        return (
            abs(point[0] - self.x) < self.wide / 2
            and abs(point[1] - self.y) < self.tall / 2
        )


@dataclass(frozen=True, slots=True)
class _Arc:
    """The part of the ring that is seen between two things."""

    points: tuple[Point, ...]

    @property
    def long(self) -> float:
        return sum(math.dist(one, then) for one, then in pairwise(self.points))

    def at(self, share: float) -> tuple[Point, float]:
        """Give a point of it, and the way it goes there in degrees."""
        last = len(self.points) - 2
        at = min(max(round(share * last), 0), last)
        (x, y), (then_x, then_y) = self.points[at], self.points[at + 1]
        return (x, y), math.degrees(math.atan2(then_y - y, then_x - x))


def ring(stops: Sequence[Stop], size: Size, *, middle: Sequence[str] = ()) -> Markup:
    """Draw a loop.

    Parameters
    ----------
    stops
        In order; the last leads to the first.
    middle
        What stands within the ring: the loop's name, a line each.
    """
    down = size.down
    signed = any(one.sign != MORE for one in stops)
    slow = any(one.slow for one in stops)
    between = size.between + FOR_SIGNS * signed + FOR_BARS * slow
    boxes, arcs = _laid(stops, size, down)
    for _ in range(20):
        if min(arc.long for arc in arcs) >= between:
            break
        down += 14
        boxes, arcs = _laid(stops, size, down)
    arrows = list(zip(stops, arcs, strict=True))
    body = together(_rope(stop, arc, size) for stop, arc in arrows)
    body += together(_name(box, size) for box in boxes)
    body += together(_marks(stop, arc, size, signed=signed) for stop, arc in arrows)
    body += together(
        words(
            size.width / 2,
            -ROW * len(middle) / 2 + at * 26 + 18,
            line,
            anchor="middle",
            class_="w-strong w-loop-name",
        )
        for at, line in enumerate(middle)
    )
    top, bottom = _edges(boxes, arcs)
    if size.boxes:
        said, reach = _said(stops, arcs, boxes, size)
        body += said
        top, bottom = min(top, reach[0]), max(bottom, reach[1])
    return element(
        "svg",
        body,
        viewBox=(
            f"0 {number(top - 4)} {number(size.width)} {number(bottom - top + 8)}"
        ),
        class_="w-picture w-turn",
        aria_hidden="true",
        focusable="false",
    )


def _laid(
    stops: Sequence[Stop], size: Size, down: float
) -> tuple[list[_Box], list[_Arc]]:
    """Put the things on a ring, and see what of the ring is left between them."""
    many = len(stops)
    turns = [-90 + 360 / many * at for at in range(many)]
    boxes = [
        _box(stop.thing, _on(turn, size, down), turn, size)
        for stop, turn in zip(stops, turns, strict=True)
    ]
    arcs = []
    for at, turn in enumerate(turns):
        steps = max(int(360 / many), 24) * 3
        way = (
            _on(turn + 360 / many * one / steps, size, down) for one in range(steps + 1)
        )
        ends = (boxes[at], boxes[(at + 1) % many])
        seen = [point for point in way if not any(box.holds(point) for box in ends)]
        arcs.append(_Arc(tuple(seen) if len(seen) > 2 else ((0, 0), (0.1, 0.1))))  # noqa: PLR2004 two points are no line to draw on
    return boxes, arcs


def _on(turn: float, size: Size, down: float) -> Point:
    """Find a point of the ring, whose middle lies in the middle at height 0."""
    angle = math.radians(turn)
    return (
        size.width / 2 + size.across * math.cos(angle),
        down * math.sin(angle),
    )


def _box(name: str, at: Point, turn: float, size: Size) -> _Box:
    beside = abs(math.cos(math.radians(turn))) > 0.4  # noqa: PLR2004 not above and not below
    room = 190.0 if size.boxes else 122.0 if beside else 240.0
    lines = in_lines(name, room, bold=True)
    pad = 30.0 if size.boxes else 8.0
    wide = max(letters(line, bold=True) for line in lines) + pad
    tall = len(lines) * ROW + (18.0 if size.boxes else 6.0)
    x = min(max(at[0], wide / 2 + 1), size.width - wide / 2 - 1)
    return _Box(tuple(lines), x, at[1], wide, tall)


def _name(box: _Box, size: Size) -> Markup:
    plate = element(
        "rect",
        x=box.x - box.wide / 2,
        y=box.y - box.tall / 2,
        width=box.wide,
        height=box.tall,
        rx=min(22.0, box.tall / 2) if size.boxes else 0.0,
        class_="w-plate-box" if size.boxes else "w-paper",
    )
    first = box.y + 6 - (len(box.lines) - 1) / 2 * ROW
    return plate + together(
        words(box.x, first + at * ROW, line, anchor="middle", class_="w-strong")
        for at, line in enumerate(box.lines)
    )


def _rope(stop: Stop, arc: _Arc, size: Size) -> Markup:
    if stop.inferred:
        return element("path", d=stepped(arc.points), class_="w-inferred")
    return rope(arc.points, class_=size.rope, thick=size.thick)


def _marks(stop: Stop, arc: _Arc, size: Size, *, signed: bool) -> Markup:
    """Say on the rope which way it goes, by which sign, and that it takes time."""
    heads, bars = (0.76, 0.5) if signed else (0.6, 0.2) if stop.slow else (0.5, 0.0)
    (x, y), way = arc.at(heads)
    drawn = head(x, y, way, size=size.thick * 3.2, class_=size.heads)
    if signed:
        drawn += _sign(stop.sign, arc.at(0.28)[0])
    if stop.slow:
        drawn += _bars(arc.at(bars), size)
    return drawn


def _bars(at: tuple[Point, float], size: Size) -> Markup:
    """Draw two bars across: it takes time."""
    (x, y), way = at
    long = number(size.thick * 3.6)
    return element(
        "path",
        d=f"M-3.5 -{long}V{long}M3.5 -{long}V{long}",
        transform=f"translate({number(x)} {number(y)}) rotate({number(way)})",
        class_="w-line",
    )


def _sign(sign: str, at: Point) -> Markup:
    kind = "w-ring" if sign == MORE else "w-ring w-ring--ink"
    x, y = at
    return element("circle", cx=x, cy=y, r=MARK - 2, class_=kind) + words(
        x, y + 5.5, sign, anchor="middle", class_="w-strong"
    )


def _edges(boxes: Sequence[_Box], arcs: Sequence[_Arc]) -> tuple[float, float]:
    ys = [y for arc in arcs for _, y in arc.points]
    return (
        min([*(y - MARK for y in ys), *(box.y - box.tall / 2 for box in boxes)]),
        max([*(y + MARK for y in ys), *(box.y + box.tall / 2 for box in boxes)]),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """What is said of one arrow: its lines, at a side, as near its height as can be."""

    said: tuple[str, ...]
    by: tuple[str, ...]
    at: Point

    @property
    def tall(self) -> float:
        return (len(self.said) + len(self.by)) * ROW


def _said(
    stops: Sequence[Stop], arcs: Sequence[_Arc], boxes: Sequence[_Box], size: Size
) -> tuple[Markup, tuple[float, float]]:
    """Write people's words in a column on either side, none over another."""
    far = max(abs(box.x - size.width / 2) + box.wide / 2 for box in boxes)
    room = size.width / 2 - max(far, size.across) - 22
    left: list[_Words] = []
    right: list[_Words] = []
    for stop, arc in zip(stops, arcs, strict=True):
        at, _ = arc.at(0.5)
        told = _Words(_short(stop.said, room), tuple(in_lines(stop.by, room)), at)
        if told.tall:
            (right if at[0] >= size.width / 2 - 1 else left).append(told)
    body, ys = Markup(""), [0.0]
    for side, anchor, x, column in (
        (1, "start", size.width - room, right),
        (-1, "end", room, left),
    ):
        for told, top in _stacked(column):
            ys += [top - 16, top + told.tall]
            body += _column(told, x, top, anchor)
            near = told.at[0] + side * 14, told.at[1]
            body += element(
                "path",
                d=stepped([near, (x - side * 8, top + told.tall / 2 - 14)]),
                class_="w-hair",
            )
    return body, (min(ys), max(ys))


def _column(told: _Words, x: float, top: float, anchor: str) -> Markup:
    lines = [(line, "w-say") for line in told.said] + [
        (line, "w-soft") for line in told.by
    ]
    return together(
        words(x, top + at * ROW, line, anchor=anchor, class_=class_)
        for at, (line, class_) in enumerate(lines)
    )


def _stacked(column: Sequence[_Words]) -> list[tuple[_Words, float]]:
    """Lay what stands on one side below one another, each near its arrow."""
    placed: list[tuple[_Words, float]] = []
    free = -math.inf
    for told in sorted(column, key=lambda one: one.at[1]):
        top = max(told.at[1] - told.tall / 2 + 14, free)
        placed.append((told, top))
        free = top + told.tall + ROW
    over = free - ROW - placed[-1][0].at[1] - placed[-1][0].tall if placed else 0
    shift = max(over, 0) / 2
    return [(told, top - shift) for told, top in placed]


def _short(said: str, room: float) -> tuple[str, ...]:
    """Break somebody's words into lines; past a few, three dots say there are more."""
    lines = in_lines(said, room * letters("x") / SAY)
    if len(lines) <= LAST_LINE:
        return tuple(lines)
    closed = said[-1] if said[-1] in "»”" else ""
    return (*lines[: LAST_LINE - 1], f"{lines[LAST_LINE - 1]} …{closed}")
