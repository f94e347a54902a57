"""What is an opportunity, in OpenActive's own terms?"""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When it is on: on weekdays, or on single days."""

    days: tuple[int, ...] = ()  # 0 for Monday
    of_month: tuple[int, ...] = ()
    every_weeks: int = 1
    starts: time | None = None
    ends: time | None = None
    first_on: date | None = None
    last_on: date | None = None
    on_dates: tuple[date, ...] = ()
    not_on: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organizer:
    """An organisation that gives it; never a person."""

    id: str
    name: str
    description: str = ""
    url: str = ""
    telephone: str = ""
    terms: str = ""  # on which its things may be told (schema.org's usageInfo)


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """Where it is; ``amenities`` by their types, as told yes or no."""

    id: str
    name: str
    description: str = ""
    latitude: float | None = None
    longitude: float | None = None
    address: str = ""
    postcode: str = ""
    telephone: str = ""
    url: str = ""
    amenities: tuple[tuple[str, bool], ...] = ()
    opening: tuple[Times, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """Something somebody can take part in, with everything of it that is read."""

    id: str
    type: str
    name: str
    description: str = ""
    url: str = ""
    organizer: Organizer | None = None
    venue: Venue | None = None
    online: bool | None = None
    activities: tuple[str, ...] = ()
    least_age: int | None = None
    greatest_age: int | None = None
    for_whom: str = ""
    prices: tuple[tuple[str, Decimal], ...] = ()
    free: bool = False
    access: str = ""
    instructions: str = ""
    cancelled: bool = False
    times: tuple[Times, ...] = ()


@dataclass(slots=True)
class Unread:
    """What could not be read of an opportunity."""

    problems: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
