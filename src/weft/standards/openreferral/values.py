"""A service, its organisation, its places and times, as the standard tells them.

The standard's own names are kept. ``""`` and ``None`` mean that a field was left out,
which is how the standard says that nobody knows.
"""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When, by RFC 5545: ``byday`` such as ``("TU", "TH")`` or ``("2TU",)``.

    ``at`` is the id of the service_at_location it is for, "" for all.
    """

    freq: str = "WEEKLY"
    interval: int = 1
    byday: tuple[str, ...] = ()
    opens_at: time | None = None
    closes_at: time | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    dtstart: date | None = None
    description: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostOption:
    """What it costs whom: ``amount`` in pounds, ``option`` for whom."""

    amount: Decimal | None = None
    option: str = ""
    amount_description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language that is spoken there; codes are BCP 47."""

    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
    """A set of terms that somebody keeps."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of a taxonomy; what it means, where that is more than its name."""

    id: str
    name: str
    taxonomy: Taxonomy
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """What is said of something under a term, in words (HSDS's ``attribute.value``)."""

    term: Term
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where post and people go."""

    address_1: str = ""
    address_2: str = ""
    city: str = ""
    state_province: str = ""
    postal_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place; ``location_type`` is physical, postal or virtual."""

    id: str
    name: str = ""
    location_type: str = "physical"
    description: str = ""
    latitude: float | None = None
    longitude: float | None = None
    address: Address | None = None
    accessibility: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLocation:
    """A service at one of its places."""

    id: str
    location: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """Whoever gives the service."""

    id: str
    name: str
    description: str = ""
    website: str = ""
    phone: str = ""
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service, with everything of it that is read.

    ``terms`` are the names of all its terms; ``classed`` are those of which it is told
    to which taxonomy they belong.
    """

    id: str
    name: str
    status: str = "active"
    description: str = ""
    url: str = ""
    phone: str = ""
    organization: Organization | None = None
    application_process: str = ""
    eligibility_description: str = ""
    fees_description: str = ""
    minimum_age: int | None = None
    maximum_age: int | None = None
    assured_date: date | None = None
    last_modified: date | None = None
    schedules: tuple[Schedule, ...] = ()
    at_locations: tuple[AtLocation, ...] = ()
    cost_options: tuple[CostOption, ...] = ()
    languages: tuple[Language, ...] = ()
    terms: tuple[str, ...] = ()
    classed: tuple[Term, ...] = ()
