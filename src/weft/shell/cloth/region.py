"""Where is the week of a whole place thick, and where is it bare?

Each hour of each day holds up to four threads. By default a thread is a quarter of
the busiest hour; where «enough» has a meaning, ``closed_at`` says how many things
close the weave.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from weft.commons.saying import DAY_NAMES
from weft.commons.times import DAYS, Week
from weft.shell.cloth.thread import Cloth, Loom, fringe, hung
from weft.shell.drawing import percent, together, weave
from weft.shell.tables import Column, Table

PITCH = 16.0  # px of one hour: four threads of 4 px
MOST_THREADS = 4
SIDE = 3.0
UNSTRUNG = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """How many things are on in each hour of one day, from the cloth's first hour."""

    known: tuple[int, ...]
    ask: tuple[int, ...] = ()  # things to ask about, if they are told apart
    free: tuple[bool, ...] = ()  # else the loom is strung at every hour

    def asked(self, hour: int) -> int:
        """Count the things to ask about in an hour."""
        return self.ask[hour] if hour < len(self.ask) else 0

    def strung(self, hour: int) -> bool:
        """Tell whether the loom is strung in an hour: whether anybody is free."""
        return self.free[hour] if hour < len(self.free) else True


def threads(count: int, *, closed_at: int) -> int:
    """Say how many of four threads a count lays; one thing always lays one."""
    if count <= 0:
        return 0
    return min(MOST_THREADS, max(1, math.ceil(MOST_THREADS * count / closed_at)))


def region_week(
    days: Sequence[Hours],
    *,
    title: str,
    first_hour: int = 6,
    closed_at: int | None = None,
    of: Week | None = None,
) -> Cloth:
    """Draw seven days of hours as cloth, Monday first."""
    if len(days) != len(DAYS):
        raise ValueError(f"a week has seven days, not {len(days)}")
    most = closed_at or max((max(day.known, default=0) for day in days), default=0) or 1
    long = max(len(day.known) for day in days)
    loom = Loom(first=first_hour, last=first_hour + long, pitch=PITCH)
    return Cloth(
        title=title,
        picture=hung(
            loom,
            [_column(day, loom, most) for day in days],
            heads=_heads(of),
            title=title,
            every=3,
        ),
        table=_table(days, first_hour, title=title),
        key=_key(days, most),
    )


def _heads(of: Week | None) -> list[tuple[str, str]]:
    """Name the days, with their dates when one certain week is meant."""
    dates = [str(day.day) for day in of] if of else [""] * len(DAYS)
    return list(zip(DAYS, dates, strict=True))


def _column(day: Hours, loom: Loom, closed_at: int) -> Markup:
    """Weave one day, each run of equal hours as one piece."""
    full = {"x": percent(SIDE), "width": percent(100 - 2 * SIDE)}
    strung = any(day.strung(hour) for hour in range(len(day.known)))
    drawn = [fringe("fringe", loom, **full)] if strung else []
    start = 0
    kinds = [
        _kind(known, day.asked(hour), closed_at) if day.strung(hour) else UNSTRUNG
        for hour, known in enumerate(day.known)
    ]
    for hour, kind in enumerate(kinds):
        if hour + 1 == len(kinds) or kinds[hour + 1] != kind:
            place = {"y": start * PITCH, "height": (hour + 1 - start) * PITCH}
            if kind != UNSTRUNG:
                drawn.append(weave(kind, **full, **place))
            start = hour + 1
    return together(drawn)


def _kind(known: int, ask: int, closed_at: int) -> str:
    """Choose the weave of one hour."""
    laid = threads(known, closed_at=closed_at)
    return "threads-ask" if not laid and ask else f"threads-{laid}"


def _key(days: Sequence[Hours], closed_at: int) -> tuple[tuple[str, str], ...]:
    """Say what one thread, a closed weave and bare warp mean here."""
    each = closed_at / MOST_THREADS
    one = "one" if each <= 1 else f"up to {math.ceil(each)}"
    entries = [("threads-4", f"{closed_at} or more"), ("threads-1", one)]
    if any(any(day.ask) for day in days):
        entries.append(("threads-ask", "ask first"))
    return (*entries, ("threads-0", "nothing known"))


def _table(days: Sequence[Hours], first_hour: int, *, title: str) -> Table:
    """Tell the same counts hour by hour."""
    long = max(len(day.known) for day in days)
    rows = tuple(
        (
            f"{(first_hour + hour) % 24}:00",
            *(day.known[hour] if hour < len(day.known) else None for day in days),
        )
        for hour in range(long)
    )
    columns = (
        Column("From"),
        *(Column(name, numeric=True) for name in DAY_NAMES),
    )
    return Table(title=title, columns=columns, rows=rows)
