"""How does schema.org say what is where, who gives it and when it is on?

The terms of schema.org 30: Place and its kinds, Organization, EventSeries with its
Schedule, Event, Offer. What is not known is left out, which is how it says so there.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Document = dict[str, object]
CONTEXT = "https://schema.org"
DAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
ZONE = "Europe/London"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place: its kind among schema.org's, and what is known of it."""

    kind: str = "Place"
    name: str
    url: str = ""
    address: str = ""
    postcode: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """When something is on: weekdays (Monday is 0), clocks, how often."""

    days: tuple[int, ...] = ()
    starts: time | None = None
    ends: time | None = None
    every_weeks: int = 1
    of_month: tuple[int, ...] = ()
    first_on: date | None = None
    last_on: date | None = None
    except_dates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What it costs, in pounds as text; «0» where it is free."""

    amount: str
    words: str = ""


def place(one: Where) -> Document:
    """Write a place."""
    on_map = one.latitude is not None and one.longitude is not None
    return filled(
        {
            "@type": one.kind,
            "name": one.name,
            "url": one.url,
            "address": filled(
                {
                    "@type": "PostalAddress",
                    "streetAddress": one.address,
                    "postalCode": one.postcode,
                    "addressCountry": "GB",
                }
            )
            if one.address or one.postcode
            else None,
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": one.latitude,
                "longitude": one.longitude,
            }
            if on_map
            else None,
        }
    )


def online(url: str) -> Document:
    """Write where something is that is nowhere else; "" where that is not told."""
    return filled({"@type": "VirtualLocation", "url": url})


def organization(name: str, *, url: str = "", **told: str) -> Document:
    """Write a group; ``told`` are other terms of Organization."""
    return filled({"@type": "Organization", "name": name, "url": url, **told})


def on_terms(page: str, words: str) -> Document | None:
    """Write on whose terms a page's subject may be told; None where nobody set any."""
    if not words:
        return None
    said = {"@type": "CreativeWork", "text": words}
    return {"@type": "WebPage", "url": page, "usageInfo": said}


def offer_of(price: Price) -> Document:
    """Write what it costs."""
    return filled(
        {
            "@type": "Offer",
            "price": price.amount,
            "priceCurrency": "GBP",
            "description": price.words,
        }
    )


def schedule(one: Rule) -> Document:
    """Write a rule as a Schedule; of a month's weekdays the numbers stand in byDay."""
    monthly = bool(one.of_month)
    return filled(
        {
            "@type": "Schedule",
            "byDay": _by_day(one),
            "repeatFrequency": "P1M" if monthly else f"P{one.every_weeks}W",
            "startTime": one.starts and f"{one.starts:%H:%M}",
            "endTime": one.ends and f"{one.ends:%H:%M}",
            "startDate": one.first_on and one.first_on.isoformat(),
            "endDate": one.last_on and one.last_on.isoformat(),
            "exceptDate": [day.isoformat() for day in one.except_dates],
            "scheduleTimezone": ZONE,
        }
    )


def _by_day(one: Rule) -> list[str]:
    """Name the days: by address, or as RFC 5545 where they are counted in a month."""
    if one.of_month:
        return [
            f"{nth}{DAYS[day][:2].upper()}" for nth in one.of_month for day in one.days
        ]
    return [f"{CONTEXT}/{DAYS[day]}" for day in one.days]


def opening_hours(one: Rule) -> Document:
    """Write when a place is open, by weekdays."""
    return filled(
        {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"{CONTEXT}/{DAYS[day]}" for day in one.days],
            "opens": one.starts and f"{one.starts:%H:%M}",
            "closes": one.ends and f"{one.ends:%H:%M}",
            "validFrom": one.first_on and one.first_on.isoformat(),
            "validThrough": one.last_on and one.last_on.isoformat(),
        }
    )


def feature(name: str, *, there: bool) -> Document:
    """Write whether a place has something."""
    return {"@type": "LocationFeatureSpecification", "name": name, "value": there}


def event(name: str, begins: datetime, ends: datetime) -> Document:
    """Write one occurrence."""
    return {
        "@type": "Event",
        "name": name,
        "startDate": begins.isoformat(timespec="minutes"),
        "endDate": ends.isoformat(timespec="minutes"),
        "duration": _duration(ends - begins),
        "eventStatus": f"{CONTEXT}/EventScheduled",
    }


def _duration(length: timedelta) -> str:
    """Write a length by ISO 8601."""
    return f"PT{round(length.total_seconds() / 60)}M"


def ages(least: int | None, most: int | None) -> str:
    """Write a range of ages as «18-» or «5-11»; "" of nobody's telling."""
    if least is None and most is None:
        return ""
    return f"{least or 0}-{'' if most is None else most}"


def filled(told: Mapping[str, object]) -> Document:
    """Leave out what is not known."""
    return {
        name: value
        for name, value in told.items()
        if value is not None and value not in ("", [], {}, ())
    }


def in_a_page(told: Mapping[str, object] | Sequence[Mapping[str, object]]) -> str:
    """Write a document for a script element; no text of it can end the element."""
    said = json.dumps(told, ensure_ascii=False, allow_nan=False)
    for sign, safe in (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026")):
        said = said.replace(sign, safe)
    return said
