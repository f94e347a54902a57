"""What does an opportunity say of itself?

Read: of the Opportunity Data 2.0 the kinds that somebody can take part in:
SessionSeries with its ScheduledSessions, Event, EventSeries, HeadlineEvent,
CourseInstance, OnDemandEvent, FacilityUse. Leaders and e-mail addresses are people's
own and are never read.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from weft.standards.openactive.times import opening_of, times_of
from weft.standards.openactive.values import Opportunity, Organizer, Unread, Venue
from weft.standards.openactive.words import (
    Json,
    Object,
    degrees,
    inside,
    is_cancelled,
    labels,
    own_id,
    several,
    text,
    type_of,
    whole,
)

SESSIONS = frozenset({"ScheduledSession"})
NOT_LISTED = frozenset({"Slot", "Course", "IndividualFacilityUse"})
OPPORTUNITIES = frozenset(
    {
        "SessionSeries",
        "Event",
        "EventSeries",
        "HeadlineEvent",
        "CourseInstance",
        "OnDemandEvent",
        "FacilityUse",
    }
)
READ = frozenset(
    {
        "@context", "@id", "id", "@type", "type", "identifier", "name", "description",
        "url", "organizer", "provider", "activity", "facilityType", "category",
        "ageRange", "genderRestriction", "level", "location", "eventSchedule",
        "subEvent", "superEvent", "offers", "isAccessibleForFree", "eventStatus",
        "eventAttendanceMode", "hoursAvailable", "startDate", "endDate", "duration",
        "accessibilityInformation", "accessibilitySupport", "attendeeInstructions",
        "instanceOfCourse", "beta:affiliatedLocation", "mainEntityOfPage",
    }
)  # fmt: skip


def parent_of(session: Object) -> str:
    """Give the number of the series that a session belongs to."""
    told = session.get("superEvent")
    if isinstance(told, Mapping):
        return own_id(told)
    return told if isinstance(told, str) else ""


def opportunity_told(
    data: Object, sessions: Sequence[Object], unread: Unread
) -> Opportunity | None:
    """Read an opportunity.

    Parameters
    ----------
    data
        Its own words.
    sessions
        Its sessions that came as items of their own.
    unread
        Gets what could not be read.

    Returns
    -------
    Opportunity or None
        None where it has no number or no name.
    """
    said = _with_what_it_inherits(data)
    ages = inside(said, "ageRange") or {}
    unread.fields += sorted(set(data) - READ)
    own, name = own_id(data), text(said, "name")
    if not own or not name:
        unread.problems.append("no id or no name")
        return None
    mode = text(said, "eventAttendanceMode").rpartition("/")[2]
    return Opportunity(
        id=own,
        type=type_of(data),
        name=name,
        description=text(said, "description"),
        url=text(said, "url"),
        organizer=_organizer(
            inside(said, "organizer") or inside(said, "provider"), _terms(data)
        ),
        venue=_venue(_place(said)),
        online=_online(mode),
        activities=tuple(dict.fromkeys(_concepts(said))),
        least_age=whole(ages, "minValue"),
        greatest_age=whole(ages, "maxValue"),
        for_whom=_for_whom(text(said, "genderRestriction")),
        prices=tuple(_prices(said, unread)),
        free=said.get("isAccessibleForFree") is True,
        access=_access(said),
        instructions=text(said, "attendeeInstructions"),
        cancelled=is_cancelled(data),
        times=tuple(times_of(said, sessions, unread)),
    )


def _with_what_it_inherits(data: Object) -> Object:
    """Add what a series or a course that it belongs to says for it."""
    above: dict[str, Json] = {}
    for name in ("instanceOfCourse", "superEvent"):
        above |= {
            k: v for k, v in (inside(data, name) or {}).items() if not k.startswith("@")
        }
    return {**above, **data}


def _terms(data: Object) -> str:
    """Read on whose terms it may be told, as schema.org says it of a page."""
    page = inside(data, "mainEntityOfPage") or {}
    return text(inside(page, "usageInfo") or {}, "text")


def _organizer(told: Object | None, terms: str) -> Organizer | None:
    """Read an organisation; a person is nobody's business here."""
    if told is None or type_of(told) == "Person" or not text(told, "name"):
        return None
    return Organizer(
        id=own_id(told) or text(told, "url") or text(told, "name"),
        name=text(told, "name"),
        description=text(told, "description"),
        url=text(told, "url"),
        telephone=text(told, "telephone"),
        terms=terms,
    )


def _place(said: Object) -> Object | None:
    """Find the place; of something online, that of whoever gives it."""
    return inside(said, "location") or inside(said, "beta:affiliatedLocation")


def _venue(told: Object | None) -> Venue | None:
    if told is None:
        return None
    lines = inside(told, "address") or {}
    postcode = text(lines, "postalCode")
    parts = ("streetAddress", "addressLocality", "addressRegion")
    address = ", ".join(filter(None, (text(lines, part).strip(" ,") for part in parts)))
    name = text(told, "name") or address
    if not name:
        return None
    geo = inside(told, "geo") or {}
    latitude, longitude = degrees(geo, "latitude", 90), degrees(geo, "longitude", 180)
    on_map = latitude is not None and longitude is not None
    return Venue(
        id=own_id(told) or text(told, "url") or f"{name}/{postcode or address}",
        name=name,
        description=text(told, "description"),
        latitude=latitude if on_map else None,
        longitude=longitude if on_map else None,
        address=address,
        postcode=postcode,
        telephone=text(told, "telephone"),
        url=text(told, "url"),
        amenities=tuple(
            (type_of(one), value)
            for one in several(told, "amenityFeature")
            if isinstance(value := one.get("value"), bool)
        ),
        opening=tuple(opening_of(told, "openingHoursSpecification")),
    )


def _access(said: Object) -> str:
    """Gather what is said of getting in and of whom it is made for."""
    words = (
        text(said, "accessibilityInformation"),
        *labels(said, "accessibilitySupport"),
    )
    return "; ".join(filter(None, words))


def _online(mode: str) -> bool | None:
    return {
        "OnlineEventAttendanceMode": True,
        "MixedEventAttendanceMode": True,
        "OfflineEventAttendanceMode": False,
    }.get(mode)


def _concepts(said: Object) -> Iterator[str]:
    """Name its activities, kinds of places and categories."""
    for name in ("activity", "facilityType"):
        yield from labels(said, name)
    told = said.get("category")
    for one in told if isinstance(told, list) else []:
        if isinstance(one, str) and one.strip():
            yield one.strip()


def _for_whom(told: str) -> str:
    return {
        "FemaleOnly": "Women and girls only",
        "MaleOnly": "Men and boys only",
    }.get(told.rpartition("/")[2], "")


def _prices(said: Object, unread: Unread) -> Iterator[tuple[str, Decimal]]:
    for one in several(said, "offers"):
        currency = text(one, "priceCurrency") or "GBP"
        try:
            price = Decimal(text(one, "price"))
        except InvalidOperation:
            unread.problems.append("a price that is no amount")
            continue
        if currency != "GBP" or not price.is_finite() or price < 0:
            unread.problems.append("a price that is not in pounds")
        else:
            yield text(one, "name"), price
