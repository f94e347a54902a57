"""Where do a few things lie in one week: seven days across, the hours down?"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from weft.commons.saying import DAY_NAMES, clock
from weft.commons.times import DAYS, Week, Window
from weft.shell.cloth.thread import (
    DAY,
    Cloth,
    Loom,
    Weave,
    day_of,
    fringe,
    hour_of,
    hung,
)
from weft.shell.drawing import Value, element, line, percent, together, weave, words
from weft.shell.tables import Column, Table

TALL = 300.0  # px that a cloth would like to fill
SMALLEST, LARGEST = 16.0, 34.0  # px of one hour
FEWEST_HOURS = 8
EVERY_HOUR, EVERY_SECOND = 30.0, 18.0  # px of an hour from which it gets its number
SIDE = 4.0  # share of a column left bare on each side
BETWEEN = 3.0  # share of a column left between two pieces beside each other
NARROW = 41.0  # px of a day's column on a telephone of 360 px
ROUND = 10.5  # px of the ring around a number, from its middle
EDGE = ROUND / NARROW * 100  # share of a column that half a ring takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that is on, with its number on a list if it has one."""

    window: Window
    weave: Weave
    name: str
    mark: str = ""


def week(
    of: Week,
    pieces: Sequence[Piece],
    *,
    title: str,
    free: Sequence[Window] = (),
    day_names: Sequence[str] = DAYS,
) -> Cloth:
    """Draw a week with its free hours strung and its pieces laid in.

    What runs past midnight hangs below its own day. The title says the finding:
    «two things fit, on Tuesday and Thursday».
    """
    loom = _loom(of, pieces, free)
    columns = [_column(day, loom, pieces, free) for day in of]
    picture = hung(
        loom,
        columns,
        heads=[
            (name, str(day.day)) for name, day in zip(day_names, of.days, strict=True)
        ],
        title=title,
        every=_every(loom),
    )
    woven = {piece.weave for piece in pieces} | ({Weave.BARE} if free else set())
    key = tuple((str(kind), kind.words) for kind in Weave if kind in woven)
    return Cloth(
        title=title,
        picture=picture,
        table=_table(of, pieces, free, title=title),
        key=key,
    )


def _loom(of: Week, pieces: Sequence[Piece], free: Sequence[Window]) -> Loom:
    """Choose the hours that hold everything, and how tall an hour may be."""
    windows = [*free, *(piece.window for piece in pieces)]
    inside = [window for window in windows if day_of(window.start) in of.days]
    firsts = [hour_of(one.start, day=day_of(one.start)) for one in inside]
    lasts = [hour_of(one.end, day=day_of(one.start)) for one in inside]
    first = math.floor(min(firsts, default=9.0))
    last = min(math.ceil(max(lasts, default=17.0)), first + 2 * DAY)
    short = FEWEST_HOURS - (last - first)
    if short > 0:
        first = max(0, first - short // 2)
        last = max(last, first + FEWEST_HOURS)
    pitch = min(max(TALL / (last - first), SMALLEST), LARGEST)
    return Loom(first=first, last=last, pitch=round(pitch))


def _every(loom: Loom) -> int:
    """Choose how many hours lie between two numbers."""
    if loom.pitch >= EVERY_HOUR:
        return 1
    return 2 if loom.pitch >= EVERY_SECOND else 3


def _column(
    day: date, loom: Loom, pieces: Sequence[Piece], free: Sequence[Window]
) -> Markup:
    """Weave one day; numbers lie over all cloth."""
    today = sorted(
        (piece for piece in pieces if day_of(piece.window.start) == day),
        key=lambda piece: (piece.window, piece.mark, piece.name),
    )
    strung = [window for window in free if day_of(window.start) == day]
    full = {"x": percent(SIDE), "width": percent(100 - 2 * SIDE)}
    places = placed(today, day, loom)
    return together(
        [
            weave("unstrung", **full, y="0", height=loom.height),
            fringe("fringe-unstrung", loom, **full),
            *(_strung(window, day, loom) for window in strung),
            *(_piece(piece, place) for piece, place in zip(today, places, strict=True)),
            *_marks(today, places),
        ]
    )


def _strung(window: Window, day: date, loom: Loom) -> Markup:
    """Hang the warp where somebody is free."""
    top = loom.y(hour_of(window.start, day=day))
    bottom = loom.y(hour_of(window.end, day=day))
    full = {"x": percent(SIDE), "width": percent(100 - 2 * SIDE)}
    place: dict[str, Value] = {**full, "y": top, "height": bottom - top}
    low, high = percent(SIDE), percent(100 - SIDE)
    return (
        element("rect", **place, class_="w-wool")
        + weave("bare", **place)
        + line(low, top, high, top, "w-thin")
        + line(low, bottom, high, bottom, "w-thin")
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece lies in its day: across in shares, down in px."""

    x: float
    width: float
    top: float
    bottom: float


def placed(today: Sequence[Piece], day: date, loom: Loom) -> list[Place]:
    """Lay pieces beside each other so that no two of them touch.

    Pieces that overlap in a chain share the width of the day between them: each
    takes the first lane that is free when it begins. ``today`` is in order of time.
    """
    places: list[Place] = []
    for chain in _chains(today):
        lanes: list[Window] = []  # the last window of each lane
        lane_of: list[int] = []
        for piece in chain:
            lane = next(
                (n for n, last in enumerate(lanes) if last.end <= piece.window.start),
                len(lanes),
            )
            lanes[lane : lane + 1] = [piece.window]
            lane_of.append(lane)
        wide = (100 - 2 * SIDE) / len(lanes)
        for piece, lane in zip(chain, lane_of, strict=True):
            top = loom.y(hour_of(piece.window.start, day=day))
            bottom = loom.y(hour_of(piece.window.end, day=day))
            bottom = max(bottom, top + loom.pitch / 4)
            gap = BETWEEN if len(lanes) > 1 else 0.0
            places.append(Place(SIDE + wide * lane, wide - gap, top, bottom))
    return places


def _chains(today: Sequence[Piece]) -> list[list[Piece]]:
    """Part a day where nothing is on."""
    chains: list[list[Piece]] = []
    until = None
    for piece in today:
        if until is None or piece.window.start >= until:
            chains.append([])
        chains[-1].append(piece)
        until = max(until or piece.window.end, piece.window.end)
    return chains


def _piece(piece: Piece, at: Place) -> Markup:
    """Lay one piece of cloth."""
    place: dict[str, Value] = {
        "x": percent(at.x),
        "width": percent(at.width),
        "y": at.top,
        "height": at.bottom - at.top,
    }
    return element("rect", **place, class_="w-paper") + weave(
        piece.weave, **place, class_=f"w-cut--{piece.weave}"
    )


def _marks(today: Sequence[Piece], places: Sequence[Place]) -> Iterator[Markup]:
    """Set the numbers of the list on the cloth, none over another.

    A number that finds no room at its piece is left to the list and the table.
    """
    taken: list[tuple[float, float]] = []
    for piece, at in zip(today, places, strict=True):
        if not piece.mark:
            continue
        x = min(max(at.x + at.width / 2, EDGE), 100 - EDGE)
        for y in _heights(at):
            if all(
                abs(x - a) / 100 * NARROW >= 2 * ROUND or abs(y - b) >= 2 * ROUND
                for a, b in taken
            ):
                taken.append((x, y))
                yield _mark(piece.mark, percent(x), y)
                break


def _heights(at: Place) -> Iterator[float]:
    """Try the middle of a piece first, then from its top to its end, then its edges."""
    yield (at.top + at.bottom) / 2
    y = at.top + ROUND
    while y + ROUND <= at.bottom:
        yield y
        y += ROUND
    for away in (ROUND, 2 * ROUND):
        yield at.bottom + away
        yield at.top - away


def _mark(mark: str, x: str, y: float) -> Markup:
    """Draw one number in its ring."""
    size = ROUND if len(mark) == 1 else ROUND + 3
    return element("circle", cx=x, cy=y, r=size, class_="w-knot") + words(
        x, y + 5.6, mark, anchor="middle", class_="w-strong"
    )


def _table(
    of: Week, pieces: Sequence[Piece], free: Sequence[Window], *, title: str
) -> Table:
    """Tell the same week in rows, in the order of the week."""
    told = [(piece.window, piece.name, piece.weave.words) for piece in pieces]
    told += [(window, "", Weave.BARE.words) for window in free]
    rows = tuple(
        (
            DAY_NAMES[day_of(window.start).weekday()],
            clock(window.start),
            clock(window.end),
            name,
            how,
        )
        for window, name, how in sorted(told)
        if day_of(window.start) in of.days
    )
    return Table(
        title=title,
        columns=tuple(
            Column(words)
            for words in ("Day", "From", "Till", "What", "How sure we are")
        ),
        rows=rows,
    )
