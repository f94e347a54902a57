"""When is it dark outside?

From the end of evening's civil twilight until the beginning of morning's: then the sun
is more than six degrees below the horizon, and one cannot do outside what one does by
day without lamps. From astral, which follows the United States Naval Observatory; hills
and clouds are left aside.
"""

from datetime import date, datetime, timedelta
from functools import lru_cache

from astral import Observer
from astral.sun import dawn, dusk

from weft.commons.places import Point
from weft.commons.times import LONDON, Window

DAY = timedelta(days=1)


def dark(window: Window, point: Point) -> tuple[Window, ...]:
    """List the stretches of a window during which it is dark, in their order.

    Parameters
    ----------
    window
        At most some days.
    point
        Where; a tenth of a degree (11 km) makes half a minute at most.
    """
    day = window.start.astimezone(LONDON).date() - DAY
    last = window.end.astimezone(LONDON).date()
    found = []
    while day <= last:
        night = _night(day, round(point.latitude, 1), round(point.longitude, 1))
        if night is not None and night.overlaps(window):
            start = max(night.start, window.start)
            found.append(Window(start, min(night.end, window.end)))
        day += DAY
    return tuple(found)


def dark_minutes(window: Window, point: Point) -> int:
    """Count the minutes of a window during which it is dark, to the nearest."""
    return round(sum(night.minutes for night in dark(window, point)))


@lru_cache(maxsize=4096)
def _night(day: date, latitude: float, longitude: float) -> Window | None:
    """Give the night that begins on a day; None where twilight lasts through it."""
    here = Observer(latitude, longitude)
    try:
        falls: datetime = dusk(here, date=day, tzinfo=LONDON)
        ends: datetime = dawn(here, date=day + DAY, tzinfo=LONDON)
    except ValueError:  # far north in summer the sun stays near the horizon
        return None
    return Window(falls, ends) if falls < ends else None
