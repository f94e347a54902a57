"""Which routes run, through which neighbourhoods, at which hours?

A line for each pattern of a route: number | operator | name | the neighbourhoods it
goes through | service | departures from the first, then from the last. Departures are
``first-last/every``; hours above 24 belong to the night after.
"""

from dataclasses import dataclass


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


def _told(line: str) -> Pattern:
    route, operator, name, through, service, out, back = (
        cell.strip() for cell in line.split("|")
    )
    return Pattern(
        route=route,
        operator=operator,
        name=name,
        through=tuple(place.strip() for place in through.split(">")),
        service=service,
        out=departures(out),
        back=departures(back),
    )


VALLEY = "Harrow Clough > Waterside > Slackgate > Aldermill Centre > Lockside > Long Ing > Rushby Town > Rushby Station"  # noqa: E501
CIRCLE = "Aldermill Centre > Copperas Row > The Mount > Tentercroft > Dyehouse > Lockside > Weavers’ Field > Aldermill Centre"  # noqa: E501
HILLS_WEST = "Waterside > Hollin Top > Wethersike > High Tenter"
HILLS_NORTH = "Aldermill Centre > The Mount > Nab Hill > Moorfoot > Ox Lea > Rushby Town"
HILLS_SOUTH = "Kettlewick > Weavers’ Field > Aldermill Centre > Lockside > Sallow Bank"
RUSHBY = "Rushby Station > Rushby Town > Long Ing > St Hild’s > Rushby Ings > Rushby Station"  # noqa: E501
FALLOW = "Fallow Cote > Slackgate > Waterside"

PATTERNS = tuple(
    _told(line)
    for line in f"""
594|VLY|Harrow Clough to Rushby|{VALLEY}|weekdays|06:28-17:28/60|05:39-17:39/60
594|VLY|Harrow Clough to Rushby|{VALLEY}|saturdays|07:28-17:28/60|06:39-17:39/60
594|VLY|Harrow Clough to Rushby|{VALLEY}|friday nights|22:40,23:50|23:59,25:10
1|VLY|Aldermill to Rushby|Aldermill Centre > Lockside > Long Ing > Rushby Town > Rushby Station|weekdays|05:40,06:10|05:50,06:20
1|VLY|Aldermill to Rushby|Aldermill Centre > Lockside > Long Ing > Rushby Town > Rushby Station|weekday evenings|19:20-22:20/30|19:35-22:35/30
1|VLY|Aldermill to Rushby|Aldermill Centre > Lockside > Long Ing > Rushby Town > Rushby Station|saturdays|07:00-22:00/20|07:10-22:10/20
1|VLY|Aldermill to Rushby|Aldermill Centre > Lockside > Long Ing > Rushby Town > Rushby Station|sundays|10:00-17:00/60|10:30-17:30/60
7|ALD|Aldermill circular|{CIRCLE}|weekdays|07:05-18:25/20|
7|ALD|Aldermill circular|{CIRCLE}|saturdays|08:05-17:45/20|
7|ALD|Aldermill circular|{CIRCLE}|tuesday and thursday evenings|19:05,20:05,21:05|
12|ALD|Rushby circular|{RUSHBY}|weekdays|07:00-18:00/30|
12|ALD|Rushby circular|{RUSHBY}|saturdays|08:00-17:30/30|
H1|HRC|Hollin Bridge to High Tenter|{HILLS_WEST}|weekdays|07:50,10:20,13:20,17:35|07:20,09:40,12:40,15:10
H2|HRC|Over the tops to Rushby|{HILLS_NORTH}|monday wednesday friday|09:15,12:15,15:15|10:15,13:15,16:15
H3|HRC|Market bus|{HILLS_SOUTH}|tuesdays and thursdays|09:20|12:30
H4|HRC|Fallow Cote to Hollin Bridge|{FALLOW}|weekdays|08:10,09:30,14:05|12:50,15:45
S91|SCH|Fallow Cote to Aldermill schools|Fallow Cote > Slackgate > Weavers’ Field > Aldermill Centre > Tentercroft|school days|07:45|15:25
S92|SCH|Nab Hill to Rushby schools|Nab Hill > Moorfoot > Ox Lea > Rushby Town > St Hild’s|school days|07:40|15:30
W5|WLK|Moor walkers’ bus|Rushby Station > Aldermill Centre > Nab Hill > Wethersike > High Tenter|summer sundays|09:45,13:45|11:30,16:30
""".strip().splitlines()
)  # fmt: skip  # noqa: E501

FREQUENT = Pattern(
    route="1",
    operator="VLY",
    name="Aldermill to Rushby",
    through=("Aldermill Centre", "Lockside", "Long Ing", "Rushby Town", "Rushby Station"),
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
