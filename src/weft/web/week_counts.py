"""How much is on in each hour and each part of a week?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from weft.assets.queries import Hour, WeekCloth, region_week
from weft.assets.queries.around import newest_session
from weft.commons.saying import DAY_NAMES
from weft.commons.times import Week

Counts = Mapping[tuple[int, int], int]  # (day, hour of its clock) -> things on
PARTS = (
    ("morning", range(6, 12)),
    ("afternoon", range(12, 18)),
    ("evening", range(18, 24)),
)
HARDLY = 0.1
"""A part of a day with a tenth of the thickest's hours is nearly bare."""


def region_now(region: str, week: Week) -> WeekCloth:
    """Count a region's week, once for each making of its sessions.

    West Yorkshire's takes a second: too long for the first page of everybody.
    """
    return _region(region, week, newest_session())


@lru_cache(maxsize=8)
def _region(region: str, week: Week, newest: int) -> WeekCloth:
    del newest  # it is the key: other sessions are another week
    return region_week(region, week)


def of_region(told: WeekCloth) -> Counts:
    """Add up the threads of every kind, hour by hour."""
    counts: Counter[tuple[int, int]] = Counter()
    for thread in told.threads:
        counts.update({(hour.day, hour.hour): hour.count for hour in thread.hours})
    return counts


def by_hour(hours: Iterable[Hour]) -> Counts:
    """Look hours up by their day and clock."""
    return {(hour.day, hour.hour): hour.count for hour in hours}


@dataclass(frozen=True, slots=True, kw_only=True)
class ThickAndBare:
    """Which part of the week is thickest, and which are nearly bare."""

    thickest: str
    bare: tuple[str, ...]


def thick_and_bare(counts: Counts) -> ThickAndBare | None:
    """Find the thickest part of a week and the nearly bare ones; None of nothing.

    Parts are mornings, afternoons and evenings; an hour counts each thing on in it.
    """
    parts = {
        f"{name} {part}": sum(counts.get((day, hour), 0) for hour in hours)
        for day, name in enumerate(DAY_NAMES)
        for part, hours in PARTS
    }
    thickest = max(parts, key=lambda part: parts[part])
    if not parts[thickest]:
        return None
    return ThickAndBare(
        thickest=thickest,
        bare=tuple(p for p, n in parts.items() if n <= HARDLY * parts[thickest]),
    )
