"""How do several timetables of a region become one: buses here, trains there?

A stop that stands in two by the same id is one stop, as the first tells it. Everything
else is laid side by side.
"""

from collections.abc import Sequence
from dataclasses import fields
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.timetable.fares import Fares
from weft.access.domain.timetable.tables import Numbers, Timetable

_REFERS = {
    "trip_route": "route_name",
    "trip_service": "service_days",
    "exception_service": "service_days",
    "often_trip": "trip_id",
    "booked_trip": "trip_id",
    "booked_rule": "rule_message",
}
"""A column of rows of another table -> a column of that table."""

_STOPS = ("at_stop", "change_from", "change_to", "booked_stop")


def joined(timetables: Sequence[Timetable]) -> Timetable:
    """Lay timetables side by side.

    Parameters
    ----------
    timetables
        One at least. The whole speaks of those days of which each of them does.
    """
    return reduce(_two, timetables)


def _two(first: Timetable, second: Timetable) -> Timetable:
    """Lay two side by side; rows of the second come after those of the first."""
    of, more = _stops(first, second)
    told: dict[str, Any] = {}
    for field in fields(Timetable):
        if field.name in {"about", "first", "fares"}:
            continue
        mine, other = getattr(first, field.name), getattr(second, field.name)
        if field.name.startswith("stop_"):
            other = other[more]
        elif field.name in _STOPS:
            other = of[other]
        elif field.name in _REFERS:
            before = len(getattr(first, _REFERS[field.name]))
            other = np.where(other >= 0, other + before, other).astype(other.dtype)
        told[field.name] = np.concatenate([mine, other])
    told["first"] = np.concatenate(
        [first.first, second.first[1:] + len(first.at_stop)]
    ).astype(np.int32)
    return Timetable(
        **told, about=_about(first, second), fares=_fares(first, second, of)
    )


_COUNTED = {
    "rule_ticket": "tickets",
    "rule_network": "networks",
    "network_of": "networks",
    "rule_origin": "areas",
    "rule_destination": "areas",
    "area_of": "areas",
    "through_area": "areas",
    "rule_through": "sets",
    "through_of": "sets",
}
"""A column of fares -> what its numbers count."""


def _fares(first: Timetable, second: Timetable, of: Numbers) -> Fares:
    """Lay the fares side by side: each is good on the buses of its own timetable."""
    mine, other = first.fares, second.fares
    before = {
        "tickets": len(mine.price),
        "networks": _next(mine.rule_network, mine.network_of),
        "areas": _next(mine.rule_origin, mine.rule_destination, mine.area_of),
        "sets": _next(mine.rule_through, mine.through_of),
    }
    told: dict[str, Any] = {}
    for field in fields(Fares):
        more = getattr(other, field.name)
        if field.name == "area_stop":
            more = of[more]
        elif field.name == "network_route":
            more = more + len(first.route_name)
        elif field.name in _COUNTED:
            more = np.where(more >= 0, more + before[_COUNTED[field.name]], more)
        had = getattr(mine, field.name)
        told[field.name] = np.concatenate([had, more]).astype(had.dtype)
    return Fares(**told)


def _next(*columns: Numbers) -> int:
    """Give the first number that none of these columns has."""
    return 1 + max((int(one.max()) for one in columns if len(one)), default=-1)


def _stops(first: Timetable, second: Timetable) -> tuple[Numbers, NDArray[np.bool_]]:
    """Say which row each stop of the second has in the whole, and which are new."""
    rows = {name: row for row, name in enumerate(first.stop_id.tolist())}
    more = np.array([name not in rows for name in second.stop_id.tolist()], bool)
    for name in second.stop_id[more].tolist():
        rows[name] = len(rows)
    of = [rows[name] for name in second.stop_id.tolist()]
    return np.array(of, np.int32), more


def _about(first: Timetable, second: Timetable) -> dict[str, object]:
    """Name both, and the days of which both speak; of none where one speaks of none."""
    spans = [one.span for one in (first, second)]
    known = [span for span in spans if span]
    told: dict[str, object] = {
        key: " + ".join(
            text for one in (first, second) if (text := str(one.about.get(key, "")))
        )
        for key in ("publisher", "version")
    }
    if len(known) < len(spans):
        return {**told, "first": "9999-12-31", "last": "0001-01-01"}
    begins, ends = zip(*known, strict=True)
    return {**told, "first": max(begins).isoformat(), "last": min(ends).isoformat()}
