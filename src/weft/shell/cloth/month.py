"""How does a month look that somebody gave: week under week, as it was woven?

Days are the warp, as in every cloth; each week is one row, the newest last. A thread is
a time that was on, a knot the day on which they said that all is right, and at the end
of each row stands the number of that week.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from weft.commons.saying import MONTH_NAMES
from weft.commons.times import DAYS, Week
from weft.shell.cloth.region import threads
from weft.shell.cloth.thread import FRINGE, Cloth
from weft.shell.drawing import element, html, line, percent, together, weave, words
from weft.shell.tables import Table

ROW = 48.0  # px of one week
CLOTH = 32.0  # px of its cloth: two turns of the weave
HEAD = 30.0  # px for the days' names and the beam
SIDE = 4.0  # share of a column left bare on each side
BEFORE, AFTER = 64.0, 34.0  # px for the dates and for the numbers
MOST_THREADS = 4
KNOT = 6.0
SHORT = 2
NOBODY_SAID = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One week: how much was on each day, which days have a knot, and its number.

    ``number`` is None where nobody has said: that is never nought.
    """

    week: Week
    on: tuple[int, ...]
    ask: tuple[bool, ...] = (False,) * 7
    knots: frozenset[date] = frozenset()
    number: int | None = None


def month(
    rows: Sequence[Row], *, title: str, table: Table, key: Sequence[tuple[str, str]]
) -> Cloth:
    """Draw weeks under each other.

    Parameters
    ----------
    rows
        At least one, in order of time.
    title
        The finding.
    table
        The same in rows.
    key
        What the weaves mean here.
    """
    height = HEAD + ROW * len(rows) + FRINGE
    picture = html(
        "div",
        _beside(BEFORE, height, [_dated(row.week) for row in rows], at=BEFORE - 8),
        element(
            "svg",
            together(_column(day, rows) for day in range(len(DAYS))),
            line("0", HEAD - 4, "100%", HEAD - 4, "w-beam-line"),
            width="100%",
            height=height,
            class_="w-week__days w-turn",
            aria_hidden="true",
        ),
        _beside(
            AFTER,
            height,
            [NOBODY_SAID if row.number is None else str(row.number) for row in rows],
            at=AFTER - 8,
            class_="w-strong",
        ),
        class_="w-week",
        role="img",
        aria_label=title,
    )
    return Cloth(title=title, picture=picture, table=table, key=tuple(key))


def _dated(week: Week) -> str:
    """Say a week by its Monday: «23 Nov»."""
    return f"{week.monday.day} {MONTH_NAMES[week.monday.month - 1][:3]}"


def _beside(
    width: float, height: float, said: Sequence[str], *, at: float, class_: str = ""
) -> Markup:
    """Write a word beside each week."""
    return element(
        "svg",
        together(
            words(
                at,
                HEAD + ROW * number + CLOTH / 2 + 6,
                text,
                anchor="end",
                class_=class_ or "w-soft",
            )
            for number, text in enumerate(said)
        ),
        width=width,
        height=height,
        class_="w-week__hours w-turn",
        aria_hidden="true",
    )


def _column(day: int, rows: Sequence[Row]) -> Markup:
    """Weave one day of every week."""
    name = DAYS[day][:SHORT]  # three letters touch, on a phone of 360 px
    drawn = [words("50%", 16, name, anchor="middle", class_="w-strong")]
    for number, row in enumerate(rows):
        top = HEAD + ROW * number
        drawn.append(
            weave(
                _kind(row, day),
                x=percent(SIDE),
                width=percent(100 - 2 * SIDE),
                y=top,
                height=CLOTH,
            )
        )
        if row.week.days[day] in row.knots:
            drawn.append(
                element("circle", cx="50%", cy=top + CLOTH, r=KNOT, class_="w-knot")
            )
    return element(
        "svg",
        together(drawn),
        x=percent(100 / 7 * day),
        width=percent(100 / 7),
        height=HEAD + ROW * len(rows) + FRINGE,
        class_="w-over",
    )


def _kind(row: Row, day: int) -> str:
    """Choose the weave of a day."""
    laid = threads(row.on[day], closed_at=MOST_THREADS)
    if not laid:
        return "threads-ask" if row.ask[day] else "unstrung"
    return f"threads-{laid}"
