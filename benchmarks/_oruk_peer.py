"""The named peer: plain SQL by hand over the register's own tables, as SQLite has it.

It knows nothing of what is published or derived: it asks offers, groups, places, times
and words as they stand, and is the judge of whether our answers are right.
"""

import json
import math
from dataclasses import dataclass
from datetime import time

from django.db import connection

from weft.commons.places import EARTH_METRES

BASE = """
  FROM assets_offer o
  LEFT JOIN assets_asset g ON g.id = o.group_id
  LEFT JOIN assets_asset p ON p.id = o.place_id
 WHERE o.visibility = 'public' AND (g.id IS NULL OR g.visibility = 'public')
"""
FOUND_IN = "lower(' ' || o.name || ' ' || o.summary || ' ' || g.name || ' ' || p.name)"
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of the feed; None where it is not asked."""

    words: tuple[str, ...] = ()
    day: int | None = None
    start: time | None = None
    least_age: int | None = None
    kind: str = ""
    metres: int | None = None
    page: int = 1


def by_hand(asked: Question, middle: tuple[float, float]) -> tuple[int, list[str]]:
    """Give how many answer, and the numbers on the page."""
    where, values = _where(asked, middle)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {BASE}{where}", values)
        total = cursor.fetchone()[0]
        cursor.execute(
            f"SELECT o.id {BASE}{where} ORDER BY o.id LIMIT %s OFFSET %s",
            [*values, ON_A_PAGE, (asked.page - 1) * ON_A_PAGE],
        )
        return total, [row[0] for row in cursor.fetchall()]


def _where(asked: Question, middle: tuple[float, float]) -> tuple[str, list[object]]:
    parts, values = [], []
    for word in asked.words:
        parts.append(f"{FOUND_IN} LIKE %s")
        values.append(f"% {word}%")
    if asked.least_age is not None:
        parts.append("o.least_age >= %s")
        values.append(asked.least_age)
    if asked.kind:
        parts.append("o.kinds LIKE %s")
        values.append(f"%{json.dumps(asked.kind)}%")
    if asked.day is not None:
        inside = "s.offer_id = o.id AND s.days LIKE %s"
        values.append(f"%{asked.day}%")
        if asked.start is not None:
            inside += " AND s.starts >= %s"
            values.append(asked.start.isoformat())
        parts.append(f"EXISTS (SELECT 1 FROM assets_schedule s WHERE {inside})")
    if asked.metres is not None:
        parts.append(_distance())
        north, west = middle
        values += [north, north, north, west, west]
        values.append(math.sin(asked.metres / (2 * EARTH_METRES)) ** 2)
    return "".join(f" AND {part}" for part in parts), values


def _distance() -> str:
    """Reckon the sphere for every place, without a box before it."""
    half = "sin(radians({0}.{1} - %s) / 2)"
    north, east = half.format("p", "latitude"), half.format("p", "longitude")
    return (
        f"{north} * {north} + cos(radians(%s)) * cos(radians(p.latitude))"
        f" * {east} * {east} <= %s"
    )
