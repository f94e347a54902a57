"""How a test asks the valley, stated once."""

from datetime import datetime, time

from django.utils import timezone

from weft.access.queries import Wanted
from weft.commons.provenance import Geography
from weft.commons.times import LONDON, Week, Window, at
from weft.ground import queries as ground

CENTRE = "E02901006"  # Aldermill Centre


def next_week() -> Week:
    """Give a week of which nothing has begun, at whatever hour a test runs."""
    return Week.of(timezone.localdate()).later(1)


def on_monday_morning(monkeypatch) -> None:
    """Let pages that speak of this week be read when all of it lies ahead."""
    monday = at(Week.of(timezone.localdate()).monday, time(9))
    monkeypatch.setattr(timezone, "now", lambda: monday)


def neighbourhoods(valley) -> list[ground.AreaAbout]:
    return ground.areas(valley, Geography.MSOA, 2021)


def free(day: int, starts: int, ends: int) -> Window:
    """Give so many hours of a day of next week; past 24 is the next morning."""
    days = [*next_week().days, *next_week().later(1).days]

    def hour(number: int) -> datetime:
        date = days[day + number // 24]
        return datetime.combine(date, time(number % 24), tzinfo=LONDON)

    return Window(hour(starts), hour(ends))


def wanted(code=CENTRE, **told) -> Wanted:
    """Ask from the middle of a neighbourhood."""
    area = ground.area(code)
    return Wanted(
        **{
            "start": area.point,
            "start_name": area.title,
            "start_region": area.region,
            "week": next_week(),
            "minutes_each_way": 30,
            **told,
        }
    )


def asked(client, **fields):
    """Post the form of the first page."""
    told = {"near": CENTRE, "week": next_week().monday.isoformat(), **fields}
    response = client.post("/choices", told)
    assert response.status_code == 200
    return response.content.decode()


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()
