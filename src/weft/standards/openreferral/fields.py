"""How is one field of a JSON document read, forgiving what real feeds do?

Numbers come as text, dates with times, times with or without seconds and zone, empty
lists as null. A value that cannot be read is ``None`` and the caller complains.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from decimal import Decimal, InvalidOperation

Json = object
Object = Mapping[str, Json]

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?")
_HOURS, _MINUTES = 24, 60


def text(told: Object, name: str) -> str:
    """Read a text; "" where there is none."""
    value = told.get(name)
    return str(value).strip() if isinstance(value, str | int | float) else ""


def inside(told: Object, name: str) -> Object | None:
    """Read an object; None where there is none."""
    value = told.get(name)
    return value if isinstance(value, Mapping) else None


def several(told: Object, name: str) -> Iterator[Object]:
    """Read a list of objects; one object alone counts as a list of one."""
    value = told.get(name)
    if isinstance(value, Mapping):
        yield value
    elif isinstance(value, list):
        yield from (one for one in value if isinstance(one, Mapping))


def whole(told: Object, name: str) -> int | None:
    """Read a whole number, also one written as text or as 5.0."""
    value = number(told, name)
    return int(value) if value is not None and value == int(value) else None


def number(told: Object, name: str) -> float | None:
    """Read a number, also one written as text."""
    value = told.get(name)
    if isinstance(value, bool):
        return None
    try:
        found = float(value) if isinstance(value, str | int | float) else None
    except ValueError:
        return None
    return found if found is None or abs(found) < float("inf") else None


def money(told: Object, name: str) -> Decimal | None:
    """Read an amount of money exactly."""
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        found = Decimal(str(value).strip().lstrip("£"))
    except InvalidOperation:
        return None
    return found if found.is_finite() and found >= 0 else None


def day(told: Object, name: str) -> date | None:
    """Read the day of a date, or of a date with a time."""
    try:
        return date.fromisoformat(text(told, name)[:10])
    except ValueError:
        return None


def clock(told: Object, name: str) -> time | None:
    """Read a time as the door's clock shows it; 24:00 is midnight."""
    found = _CLOCK.fullmatch(text(told, name))
    if not found:
        return None
    hours, minutes = int(found[1]), int(found[2])
    if hours > _HOURS or minutes >= _MINUTES or (hours == _HOURS and minutes):
        return None
    return time(hours % _HOURS, minutes)


def words(told: Object, name: str) -> tuple[str, ...]:
    """Read words parted by commas, or a list of words."""
    value = told.get(name)
    parts = value if isinstance(value, list) else text(told, name).split(",")
    return tuple(str(part).strip() for part in parts if str(part).strip())
