"""When is somebody free, and when is something on?

Times inside Weft are local to the region (Europe/London) and naive about the
clock change only where people are: «Tuesday, 13:15» is what the door says. An
instant is aware. A week begins on Monday, and a window may run past midnight.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
QUARTER = timedelta(minutes=15)
ONE_MINUTE = timedelta(minutes=1)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of time, closed at both ends, both aware of their zone."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a window cannot end before it starts: {self}")

    def widened(self, minutes: float) -> "Window":
        """Give the window with so many minutes more at both ends."""
        return self.stretched(before=minutes, after=minutes)

    def stretched(self, *, before: float, after: float) -> "Window":
        """Give the window with so many minutes more at its start and at its end."""
        return Window(
            _moved(self.start, timedelta(minutes=-before)),
            _moved(self.end, timedelta(minutes=after)),
        )

    def narrowed(self, minutes: float) -> "Window":
        """Take so many minutes off both ends; its middle is left of a short one."""
        off = min(minutes, self.minutes / 2)
        return self.widened(-off)

    def within(self, other: "Window") -> bool:
        """Tell whether all of this lies inside the other."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Window") -> bool:
        """Tell whether the two share any time at all."""
        return self.start < other.end and other.start < self.end

    @property
    def minutes(self) -> float:
        """Say how long it is."""
        return (self.end.astimezone(UTC) - self.start.astimezone(UTC)) / ONE_MINUTE


def _moved(instant: datetime, by: timedelta) -> datetime:
    """Go so much time on; in the night the clocks change, clocks say otherwise.

    Python subtracts two times of one zone as their clocks stand: the October dance
    from 22:00 to 02:00 would last four hours, and lasts five.
    """
    return (instant.astimezone(UTC) + by).astimezone(instant.tzinfo)


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Join windows that touch or overlap, in order of their start."""
    out: list[Window] = []
    for window in sorted(windows):
        if out and window.start <= out[-1].end:
            out[-1] = Window(out[-1].start, max(out[-1].end, window.end))
        else:
            out.append(window)
    return tuple(out)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """Seven days from a Monday."""

    monday: date

    def __post_init__(self) -> None:
        if self.monday.weekday() != 0:
            raise ValueError(f"{self.monday} is not a Monday")

    @classmethod
    def of(cls, day: date) -> "Week":
        """Find the week that a day lies in."""
        return cls(day - timedelta(days=day.weekday()))

    @property
    def days(self) -> tuple[date, ...]:
        """List Monday to Sunday."""
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def window(self) -> Window:
        """Give the whole week, Monday's first midnight to the next Monday's."""
        return Window(at(self.monday, time()), at(self.later(1).monday, time()))

    def later(self, weeks: int) -> "Week":
        """Go so many weeks on."""
        return Week(self.monday + timedelta(weeks=weeks))

    def __iter__(self) -> Iterator[date]:
        return iter(self.days)


def at(day: date, clock: time) -> datetime:
    """Say which instant a clock on a wall in the region means on a day.

    Where the clock goes back, the first of the two hours is meant; where it goes
    forward, a time that no clock shows is read as an hour later, as people do.
    """
    naive = datetime.combine(day, clock, tzinfo=LONDON)
    return naive.astimezone(UTC).astimezone(LONDON)


def window_on(day: date, starts: time, ends: time) -> Window:
    """Give a session's window; one that ends before it starts runs past midnight."""
    last_day = day if ends > starts else day + timedelta(days=1)
    return Window(at(day, starts), at(last_day, ends))
