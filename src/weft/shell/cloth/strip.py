"""When would somebody leave, be there, and be home again, on one day?

One free window as warp, the journey as thread, the session as cloth. Everything is a
share of the width and not a stretched picture: knots stay round, the weave keeps its
pitch, and right to left turns it over with one rule of the style sheet.
"""

from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from weft.commons.saying import clock
from weft.commons.times import Window
from weft.shell.cloth.thread import Weave
from weft.shell.drawing import (
    element,
    html,
    line,
    percent,
    together,
    weave,
    words,
)

THREAD = 17  # px below the top, the middle of the cloth
TOP, TALL = 3, 28
LEAVE_ROOM, BOTH_ROOM = 22.0, 50.0  # shares of 250 px that the words take at 17 px


@dataclass(frozen=True, slots=True, kw_only=True)
class StripWords:
    """The four words of a strip, in the reader's language."""

    free_from: str = "free from"
    till: str = "till"
    leave: str = "leave"
    home_by: str = "home by"


ENGLISH = StripWords()


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """Being somewhere, with the way there and back; ``free`` is the time one has."""

    session: Window
    leave: datetime
    home_by: datetime
    weave: Weave
    free: Window | None = None  # None: any time will do

    @property
    def span(self) -> Window:
        """Give all the time away from home."""
        return Window(
            min(self.leave, self.session.start), max(self.home_by, self.session.end)
        )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Which instants the strip runs between."""

    first: datetime
    last: datetime

    def share(self, moment: datetime) -> float:
        """Find an instant's place, from 0 to 100."""
        whole = (self.last - self.first).total_seconds() or 1.0
        return (moment - self.first).total_seconds() / whole * 100


def strip(visit: Visit, *, said: StripWords = ENGLISH) -> Markup:
    """Draw one visit inside the time that somebody has; all is also said in words."""
    span = visit.span
    around = visit.free or span
    scale = _Scale(min(around.start, span.start), max(around.end, span.end))
    picture = element(
        "svg",
        _drawn(scale, around, visit),
        _journey(scale, visit),
        _ends(scale, visit, said),
        class_="w-turn",
        width="100%",
        height=84,
        role="img",
        aria_label=_sentence(visit, said),
    )
    return html("div", _free(visit.free, said), picture, class_="w-way")


def _drawn(scale: _Scale, free: Window, visit: Visit) -> Markup:
    """Lay the warp of free time and the cloth of the session."""
    begin, end = scale.share(free.start), scale.share(free.end)
    starts, ends = scale.share(visit.session.start), scale.share(visit.session.end)
    strung = {"x": percent(begin), "width": percent(end - begin)}
    laid = {"x": percent(starts), "width": percent(ends - starts)}
    return (
        weave("unstrung", **strung, y=TOP, height=TALL)
        + element("rect", **laid, y=TOP, height=TALL, class_="w-paper")
        + weave(visit.weave, **laid, y=TOP, height=TALL, class_=f"w-cut--{visit.weave}")
    )


def _journey(scale: _Scale, visit: Visit) -> Markup:
    """Draw the way there and the way back, from an open knot to a full one."""
    legs = ((visit.leave, visit.session.start), (visit.session.end, visit.home_by))
    drawn = together(
        line(
            percent(scale.share(start)),
            THREAD,
            percent(scale.share(end)),
            THREAD,
            "w-line w-line--bold",
        )
        for start, end in legs
    )
    knots = ((visit.leave, "w-knot w-knot--bold", 6.0), (visit.home_by, "w-ink", 7.5))
    return drawn + together(
        element("circle", cx=percent(scale.share(at)), cy=THREAD, r=size, class_=class_)
        for at, class_, size in knots
    )


def _ends(scale: _Scale, visit: Visit, said: StripWords) -> Markup:
    """Say when to leave and when one is home, so that the two never touch."""
    left, home = scale.share(visit.leave), scale.share(visit.home_by)
    places: tuple[tuple[float, str], tuple[float, str]]
    if home - left >= BOTH_ROOM:
        places = ((left, "start"), (home, "end"))
    else:
        begin = min(max((left + home - BOTH_ROOM) / 2, 0.0), 100 - BOTH_ROOM)
        places = ((begin, "start"), (begin + LEAVE_ROOM, "start"))
    told = ((said.leave, clock(visit.leave)), (said.home_by, clock(visit.home_by)))
    return together(
        words(percent(x), 54, what, anchor=anchor)
        + words(percent(x), 76, when, anchor=anchor, class_="w-strong w-large")
        for (x, anchor), (what, when) in zip(places, told, strict=True)
    )


def _free(free: Window | None, said: StripWords) -> Markup:
    """Say from when till when somebody is free; nothing where any time will do."""
    if free is None:
        return Markup("")
    return html(
        "div",
        html("span", f"{said.free_from} ", html("bdi", clock(free.start))),
        html("span", f"{said.till} ", html("bdi", clock(free.end))),
        class_="w-way__free",
    )


def _sentence(visit: Visit, said: StripWords) -> str:
    """Say the whole strip in words, for whoever hears it."""
    free = visit.free
    begin = (
        f"{said.free_from} {clock(free.start)} {said.till} {clock(free.end)}; "
        if free
        else ""
    )
    return (
        f"{begin}{said.leave} {clock(visit.leave)}; {clock(visit.session.start)} – "
        f"{clock(visit.session.end)}; {said.home_by} {clock(visit.home_by)}"
    )
