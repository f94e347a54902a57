"""What do all cloths share: the weaves, the hours of a day, the loom they hang on?"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from markupsafe import Markup

from weft.commons.times import LONDON
from weft.shell.drawing import element, html, line, percent, together, weave, words
from weft.shell.tables import Table

DAY = 24
FRINGE = 18  # how far the warp hangs below the cloth, px
HEAD = 48  # room for the day's name, its date and the beam, px
GUTTER = 34  # the column of hours beside the cloth, px


class Weave(StrEnum):
    """What a piece of thread says; each differs without any colour."""

    SOLID = "solid"  # we know it fits
    OPEN = "open"  # ask first
    BARE = "bare"  # free, nothing known
    NEW = "new"  # what would be new
    DOTTED = "dotted"  # what would be lost, or what nobody has said

    @property
    def words(self) -> str:
        """Say it as a key does."""
        return _WORDS[self]


_WORDS = {
    Weave.SOLID: "we know it fits",
    Weave.OPEN: "ask first",
    Weave.BARE: "you are free, nothing known",
    Weave.NEW: "would be new",
    Weave.DOTTED: "nobody has told us",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloth:
    """A week drawn, the same week as a table, and what its weaves mean."""

    title: str
    picture: Markup
    table: Table
    key: tuple[tuple[str, str], ...] = ()  # (weave, words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loom:
    """From which hour to which a cloth runs, and how tall an hour is."""

    first: int
    last: int
    pitch: float  # px of one hour

    @property
    def height(self) -> float:
        """Measure the woven part, in px."""
        return (self.last - self.first) * self.pitch

    def y(self, hour: float) -> float:
        """Find how far below the beam an hour lies; hours outside lie at the edge."""
        inside = min(max(hour, self.first), self.last)
        return (inside - self.first) * self.pitch


def hour_of(moment: datetime, *, day: date) -> float:
    """Say the hour on the wall, from a day's midnight: half past the next is 24.5."""
    local = moment.astimezone(LONDON)
    return (local.date() - day).days * DAY + local.hour + local.minute / 60


def day_of(moment: datetime) -> date:
    """Find the day on the wall."""
    return moment.astimezone(LONDON).date()


def hung(
    loom: Loom,
    columns: list[Markup],
    *,
    heads: list[tuple[str, str]],
    title: str,
    every: int,
) -> Markup:
    """Hang seven columns on a beam, with the days above and the hours beside them.

    Columns are shares of the width, hours are px: the weave keeps its pitch and the
    words keep their size on every screen.
    """
    whole = HEAD + loom.height + FRINGE
    return html(
        "div",
        _hours(loom, whole, every),
        element(
            "svg",
            together(
                _column(day, columns[day], head, loom) for day, head in enumerate(heads)
            ),
            line("0", HEAD - 4, "100%", HEAD - 4, "w-beam-line"),
            width="100%",
            height=whole,
            class_="w-week__days w-turn",
            aria_hidden="true",
        ),
        class_="w-week",
        role="img",
        aria_label=title,
    )


def fringe(kind: str, loom: Loom, **across: str) -> Markup:
    """Let the ends of the warp hang below the cloth, in line with it."""
    return element(
        "svg",
        weave(kind, **across, height=FRINGE),
        y=loom.height,
        width="100%",
        height=FRINGE,
    )


def _hours(loom: Loom, whole: float, every: int) -> Markup:
    """Write the hours beside the cloth."""
    said = (
        words(
            GUTTER - 8,
            HEAD + loom.y(hour) + 6,
            str(hour if hour <= DAY else hour - DAY),
            anchor="end",
            class_="w-soft",
        )
        for hour in range(loom.first, loom.last + 1, every)
    )
    return element(
        "svg",
        together(said),
        width=GUTTER,
        height=whole,
        class_="w-week__hours w-turn",
        aria_hidden="true",
    )


def _column(day: int, inside: Markup, head: tuple[str, str], loom: Loom) -> Markup:
    """Place one day: its name, its date, and its own cloth below the beam."""
    name, date_ = head
    place = {"x": percent(100 / 7 * day), "width": percent(100 / 7)}
    return element(
        "svg",
        words("50%", 16, name, anchor="middle", class_="w-strong"),
        words("50%", 36, date_, anchor="middle", class_="w-soft") if date_ else "",
        element(
            "svg",
            inside,
            y=HEAD,
            width="100%",
            height=loom.height + FRINGE,
            class_="w-over",
        ),
        **place,
        height=HEAD + loom.height + FRINGE,
        class_="w-over",
    )
