"""Which parts of which days did somebody touch: coarse enough for an address?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from weft.commons.saying import DAY_NAMES
from weft.commons.times import Week, Window, merged, window_on


class Part(StrEnum):
    """A part of a day, as the cloth on the first page has it."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    LATE = "late"


HOURS = {
    # From six, because nothing we know of in the region opens before; late ends at
    # four, so that a dance past midnight and the way home both fit.
    Part.MORNING: (time(6), time(12)),
    Part.AFTERNOON: (time(12), time(17)),
    Part.EVENING: (time(17), time(22)),
    Part.LATE: (time(22), time(4)),
}
WAKING = (time(6), time(4))


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One part of one day of the week; Monday is 0."""

    day: int
    part: Part

    @property
    def token(self) -> str:
        """Say it as it stands in a form and an address: «tue-evening»."""
        return f"{DAY_NAMES[self.day][:3].lower()}-{self.part}"

    @property
    def words(self) -> str:
        """Say it on a page: «Tuesday evening», «late on Friday»."""
        if self.part is Part.LATE:
            return f"late on {DAY_NAMES[self.day]}"
        return f"{DAY_NAMES[self.day]} {self.part}"

    def window(self, week: Week) -> Window:
        """Give the hours it means in a week."""
        starts, ends = HOURS[self.part]
        return window_on(week.days[self.day], starts, ends)


BLOCKS = {
    block.token: block
    for block in (Block(day, part) for day in range(7) for part in Part)
}


def touched(tokens: Iterable[str]) -> frozenset[Block]:
    """Take the parts of days that are known; a made-up one is no part of a day."""
    return frozenset(BLOCKS[token] for token in tokens if token in BLOCKS)


def windows_of(blocks: Iterable[Block], week: Week) -> tuple[Window, ...]:
    """Join touched parts of days into stretches of free time."""
    return merged(block.window(week) for block in blocks)


def blocks_around(windows: Iterable[Window], week: Week) -> frozenset[Block]:
    """Coarsen exact hours to the parts of days they touch, fit for an address."""
    spans = tuple(windows)
    return frozenset(
        block
        for block in BLOCKS.values()
        if any(block.window(week).overlaps(span) for span in spans)
    )
