"""How is a service told as a SessionSeries of OpenActive's Opportunity Data 2.0?

It must have an activity of the list, a group that may be named, a place and a price
that were told: where one of these is not known it is no SessionSeries, and stands in
the feed of our own kind alone. Nothing is made up to fit.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weft.assets.exchange.openactive.activities import LIST, activity_of
from weft.assets.exchange.openreferral.terms import OWN_WORDS, terms_said
from weft.assets.exchange.openreferral.times import DAYS
from weft.standards.openreferral import Address, Location, Schedule, Service
from weft.standards.schemaorg import DAYS as DAY_NAMES
from weft.standards.schemaorg import filled, on_terms

Document = dict[str, object]
CONTEXT = "https://openactive.io/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where the pages of the thing, its group and its place stand, whole."""

    page: str
    group: str
    place: str


def fits(service: Service) -> bool:
    """Tell whether a service is a SessionSeries."""
    return _parts(service) is not None


def session_series(service: Service, at: Addresses) -> Document | None:
    """Tell a service as a SessionSeries; None where it is none.

    Parameters
    ----------
    service
        As the feed of our own kind tells it.
    at
        Where its pages stand.
    """
    found = _parts(service)
    if found is None or service.organization is None:
        return None
    activity, place = found
    return filled(
        {
            "@context": CONTEXT,
            "@type": "SessionSeries",
            "@id": at.page,
            "identifier": service.id,
            "name": service.name,
            "url": at.page,
            "description": service.description,
            "activity": [activity],
            "organizer": filled(
                {
                    "@type": "Organization",
                    "@id": at.group,
                    "name": service.organization.name,
                    "url": at.group,
                    "description": service.organization.description,
                    "telephone": service.organization.phone,
                }
            ),
            "location": {**place, "@id": at.place, "url": at.place},
            "offers": list(_offers(service, at.page)),
            "isAccessibleForFree": True if _is_free(service) else None,
            "ageRange": _ages(service),
            "eventSchedule": list(_schedules(service)),
            "eventStatus": "https://schema.org/EventScheduled",
            "mainEntityOfPage": on_terms(at.page, terms_said(service.organization)),
        }
    )


def _parts(service: Service) -> tuple[Document, Document] | None:
    """Find the activity and the place, where everything that is demanded is told."""
    own = (one.name for one in service.classed if one.taxonomy.id == OWN_WORDS.id)
    activity = activity_of(own, service.name)
    places = [at.location for at in service.at_locations]
    place = _place(places[0]) if places else None
    told = service.organization is not None and service.cost_options
    if activity is None or place is None or not told or service.status != "active":
        return None
    concept: Document = {
        "@type": "Concept",
        "@id": activity.id,
        "prefLabel": activity.label,
        "inScheme": LIST,
    }
    return concept, place


def _place(one: Location) -> Document | None:
    """Tell where it is; None where nobody has told us."""
    on_map = one.latitude is not None and one.longitude is not None
    address = _address(one.address) if one.address else None
    if one.location_type != "physical" or not (on_map or address):
        return None
    geo: Mapping[str, object] = {
        "@type": "GeoCoordinates",
        "latitude": one.latitude,
        "longitude": one.longitude,
    }
    return filled(
        {
            "@type": "Place",
            "name": one.name,
            "description": one.description,
            "address": address,
            "geo": geo if on_map else None,
        }
    )


def _address(one: Address) -> Document | None:
    parts = (one.address_1, one.city, one.state_province, one.postal_code)
    if not all(parts):
        return None
    street = ", ".join(part for part in (one.address_1, one.address_2) if part)
    return {
        "@type": "PostalAddress",
        "streetAddress": street,
        "addressLocality": one.city,
        "addressRegion": one.state_province,
        "postalCode": one.postal_code,
        "addressCountry": "GB",
    }


def _offers(service: Service, page: str) -> Iterator[Document]:
    for number, cost in enumerate(service.cost_options, start=1):
        yield filled(
            {
                "@type": "Offer",
                "@id": f"{page}#price-{number}",
                "name": cost.option,
                "price": float(cost.amount) if cost.amount is not None else None,
                "priceCurrency": "GBP" if cost.amount is not None else None,
            }
        )


def _is_free(service: Service) -> bool:
    return all(cost.amount == 0 for cost in service.cost_options)


def _ages(service: Service) -> Document | None:
    if service.minimum_age is None and service.maximum_age is None:
        return None
    return filled(
        {
            "@type": "QuantitativeValue",
            "minValue": service.minimum_age,
            "maxValue": service.maximum_age,
        }
    )


def _schedules(service: Service) -> Iterator[Document]:
    """Tell the weekly rules; those of a month's weekdays have no words there."""
    for one in service.schedules:
        if one.freq == "WEEKLY" and one.byday and one.opens_at:
            yield filled(
                {
                    "@type": "PartialSchedule",
                    "byDay": [_day(told) for told in one.byday],
                    "startTime": f"{one.opens_at:%H:%M}",
                    "endTime": one.closes_at and f"{one.closes_at:%H:%M}",
                    "startDate": _date(one),
                    "repeatFrequency": f"P{one.interval}W",
                    "scheduleTimezone": "Europe/London",
                }
            )


def _day(told: str) -> str:
    return f"https://schema.org/{DAY_NAMES[DAYS.index(told[-2:])]}"


def _date(one: Schedule) -> str | None:
    return one.valid_from.isoformat() if one.valid_from else None
