"""Which routes run, through which neighbourhoods, at which hours?

``words/routes.txt`` has a line for each pattern of a route. Departures are told one by
one or as ``first-last/every``; hours above 24 belong to the night after.
"""

from dataclasses import dataclass

from demo import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """One route in one season of the week."""

    route: str
    operator: str
    name: str
    through: tuple[str, ...]
    service: str
    out: tuple[int, ...]
    back: tuple[int, ...]


def minutes(text: str) -> int:
    """Read ``25:10`` as minutes after midnight."""
    hours, mins = text.split(":")
    return int(hours) * 60 + int(mins)


def departures(text: str) -> tuple[int, ...]:
    """Read ``06:33-18:33/60, 24:41`` as minutes."""
    found: list[int] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        if "/" not in part:
            found.append(minutes(part))
            continue
        span, every = part.split("/")
        first, last = (minutes(end) for end in span.split("-"))
        found += range(first, last + 1, int(every))
    return tuple(found)


def _told(row: dict[str, str]) -> Pattern:
    return Pattern(
        route=row["route"],
        operator=row["operator"],
        name=row["name"],
        through=tuple(place.strip() for place in row["through"].split(">")),
        service=row["service"],
        out=departures(row["out"]),
        back=departures(row["back"]),
    )


PATTERNS = tuple(_told(row) for row in words.table("routes.txt"))

FREQUENT = Pattern(
    route="1",
    operator="VLY",
    name="Aldermill to Rushby",
    through=(
        "Aldermill Centre",
        "Lockside",
        "Long Ing",
        "Rushby Town",
        "Rushby Station",
    ),
    service="weekdays",
    out=departures("06:40"),
    back=departures("06:50"),
)
"""Every quarter of an hour from 06:40 to 18:40, told in ``frequencies.txt``."""

OPERATORS = (
    ("VLY", "Valley Lines", "VLYL"),
    ("ALD", "Aldermill Town Buses", "ALDT"),
    ("HRC", "Hill Riders Community Transport", "HRCT"),
    ("SCH", "Tenterdale School Coaches", "TDSC"),
    ("WLK", "Moor Walkers’ Bus Society", "MWBS"),
    ("DAR", "Tenterdale Dial-a-Ride", "TDAR"),
)
