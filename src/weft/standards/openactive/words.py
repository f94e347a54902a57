"""How is one field of an opportunity read, whichever way it is written?"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

Json = object
Object = Mapping[str, Json]
OURS = "Europe/London"
_ZONE = ZoneInfo(OURS)
LARGEST = 1_000_000
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")


def type_of(data: Object) -> str:
    """Say what an item is, without the name of its vocabulary before it."""
    told = data.get("@type", data.get("type", ""))
    first = told[0] if isinstance(told, list) and told else told
    return str(first).rpartition(":")[2].rpartition("/")[2]


def own_id(data: Object) -> str:
    """Give the address or number by which others point at it."""
    for name in ("@id", "id", "identifier"):
        value = data.get(name)
        if isinstance(value, str | int) and not isinstance(value, bool) and value != "":
            return str(value)
    return ""


def text(told: Object, name: str) -> str:
    """Read a text, or a number written as one; "" where there is none."""
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def inside(told: Object, name: str) -> Object | None:
    """Read an object; None where it is none."""
    value = told.get(name)
    return value if isinstance(value, Mapping) else None


def several(told: Object, name: str) -> Iterator[Object]:
    """Read a list of objects; one alone counts as a list of one."""
    value = told.get(name)
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield one


def whole(told: Object, name: str) -> int | None:
    """Read a whole number; what stands behind its point is dropped."""
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if abs(value) < LARGEST else None


def labels(told: Object, name: str) -> Iterator[str]:
    """Read the names of concepts."""
    yield from filter(None, (text(one, "prefLabel") for one in several(told, name)))


def degrees(told: Object, name: str, most: int) -> float | None:
    """Read a coordinate; None where it is none on earth."""
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except ValueError:
        return None
    return found if abs(found) <= most else None


def is_cancelled(told: Object) -> bool:
    """Tell whether it was called off."""
    return text(told, "eventStatus").endswith("EventCancelled")


def clock(told: Object, name: str) -> time | None:
    """Read a time of day."""
    found = _CLOCK.match(text(told, name))
    if found is None:
        return None
    try:
        return time(int(found[1]), int(found[2]))
    except ValueError:
        return None


def day(told: Object, name: str) -> date | None:
    """Read a day, or that of an instant."""
    try:
        return date.fromisoformat(text(told, name)[:10])
    except ValueError:
        return None


def days_in(told: Object, name: str) -> Iterator[date]:
    """Read a list of days; what is none is passed over."""
    value = told.get(name)
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            try:
                yield date.fromisoformat(one[:10])
            except ValueError:
                continue


def instant(told: Object, name: str) -> datetime | None:
    """Read an instant as our clocks show it; a day alone is none."""
    said = text(told, name)
    if "T" not in said:
        return None
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    here = found.astimezone(_ZONE) if found.tzinfo else found.replace(tzinfo=_ZONE)
    return here.replace(second=0, microsecond=0)
