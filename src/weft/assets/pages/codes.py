"""How does somebody take a page away: as a square code, or into their calendar?

A calendar is seen by partners, bosses and shared screens. Its entry says the day and
the hour, and never what, where or why.
"""

import io
import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import segno
from icalendar import Calendar, Event

from weft.commons.saying import DAY_NAMES, clock, day_of
from weft.commons.times import Window

QUIET = "Weft//EN"
_NAMES = uuid.UUID(
    "5a3f1c52-9f0b-4f5e-9a3e-6d1b6c1f2b10"
)  # ours, so that a file read again replaces itself


def square_code(address: str) -> bytes:
    """Draw an address as a QR code, in SVG.

    Level M mends a code of which a seventh is stained or torn (ISO/IEC 18004), as
    happens to a sheet on a notice board.
    """
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return out.getvalue()


def calendar_file(
    thing: uuid.UUID, sessions: Iterable[Window], *, made_at: datetime
) -> bytes:
    """Write the sessions of one thing as iCalendar (RFC 5545)."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{QUIET}")
    for window in sessions:
        calendar.add_component(_entry(thing, window, made_at=made_at))
    return bytes(calendar.to_ical())


def deadlines_file(
    funds: Iterable[tuple[object, str, date, str]],
    *,
    made_at: datetime,
    called: str = "Last day",
) -> bytes:
    """Write the last days of funds, or of asks, as whole days (RFC 5545, 3.6.1).

    Parameters
    ----------
    funds
        Of each its key, its name, its last day and where its page stands. A fund says
        nothing of anybody's life, so its entry may say its name.
    made_at
        When the file is written.
    called
        What the day is.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{QUIET}")
    for key, name, last_day, address in funds:
        entry = Event()
        entry.add("uid", str(uuid.uuid5(_NAMES, f"{key} last day")))
        entry.add("dtstamp", made_at.astimezone(UTC))
        entry.add("dtstart", last_day)
        entry.add("dtend", last_day + timedelta(days=1))
        entry.add("summary", f"{called}: {name}")
        entry.add("url", address)
        entry.add("transp", "TRANSPARENT")
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entry(thing: uuid.UUID, window: Window, *, made_at: datetime) -> Event:
    """Write one session: its day and its hours, and nothing else."""
    start, end = window.start.astimezone(UTC), window.end.astimezone(UTC)
    entry = Event()
    entry.add("uid", str(uuid.uuid5(_NAMES, f"{thing} {start.isoformat()}")))
    entry.add("dtstamp", made_at.astimezone(UTC))
    entry.add("dtstart", start)
    entry.add("dtend", end)
    name = DAY_NAMES[day_of(window.start).weekday()]
    entry.add("summary", f"{name}, {clock(window.start)}")
    entry.add("class", "PRIVATE")
    return entry
