"""Which services does a document hold, and what in it could not be read?"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from weft.standards.openreferral.fields import (
    Json,
    Object,
    clock,
    day,
    inside,
    money,
    number,
    several,
    text,
    whole,
    words,
)
from weft.standards.openreferral.values import (
    Address,
    AtLocation,
    Attribute,
    CostOption,
    Language,
    Location,
    Organization,
    Schedule,
    Service,
    Taxonomy,
    Term,
)

NEVER_TAKEN = ("contacts", "email", "assurer_email")
"""People's own data: not ours to hand on, whatever the publisher did."""

READ = frozenset(
    {
        "id",
        "name",
        "status",
        "description",
        "url",
        "phones",
        "organization",
        "organization_id",
        "application_process",
        "eligibility_description",
        "eligibility",
        "fees_description",
        "fees",
        "minimum_age",
        "maximum_age",
        "assured_date",
        "last_modified",
        "schedules",
        "service_at_locations",
        "cost_options",
        "languages",
        "attributes",
    }
)
NO_SERVICES = "this is no page, no list and no service"
CONTENTS = ("contents", "content", "items")
_BYDAY = re.compile(r"([+-]?\d{0,2})(MO|TU|WE|TH|FR|SA|SU)")


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that could not be read, and where it stands."""

    where: str
    problem: str


@dataclass(slots=True)
class ServicesRead:
    """What came of reading: services, complaints, and what was left on purpose."""

    services: list[Service] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)
    not_read: Counter[str] = field(default_factory=Counter)  # fields, services with it
    never_taken: Counter[str] = field(default_factory=Counter)


def read_document(document: Json, *, name: str = "document") -> ServicesRead:
    """Read a page of a feed, a list of services, or one service.

    Parameters
    ----------
    document
        Parsed JSON, or the text of newline-delimited JSON.
    name
        What it is called in complaints.

    Returns
    -------
    ServicesRead
        Every service that has an id and a name; a complaint about every other.
    """
    read = ServicesRead()
    found = services_of(document)
    if found is None:
        read.complaints.append(Complaint(name, NO_SERVICES))
        return read
    for position, told in enumerate(found, start=1):
        where = f"{name}, service {position}"
        if not isinstance(told, Mapping):
            read.complaints.append(Complaint(where, "this is not an object"))
            continue
        missing = [one for one in ("id", "name") if not text(told, one)]
        if missing:
            lacks = f"no {' or '.join(missing)}"
            read.complaints.append(Complaint(text(told, "id") or where, lacks))
            continue
        read.services.append(_service(told, read))
    return read


def services_of(document: Json) -> list[Json] | None:
    """Find the services of a document, whichever way its envelope is spelt.

    HSDS says ``contents``; Java feeds of the first UK version said ``content``.
    """
    if isinstance(document, str):
        return [json.loads(line) for line in document.splitlines() if line.strip()]
    if isinstance(document, list):
        return document
    if not isinstance(document, Mapping):
        return None
    for name in CONTENTS:
        if isinstance(document.get(name), list):
            return list(document[name])
    return [document] if "name" in document or "organization" in document else None


def _service(told: Object, read: ServicesRead) -> Service:
    """Read one service."""
    own = text(told, "id")
    for name, value in told.items():
        if name == "contacts" and not any(map(_names_somebody, several(told, name))):
            continue
        if name in NEVER_TAKEN and value:
            read.never_taken[name] += 1
        elif name not in READ and value not in (None, "", [], {}):
            read.not_read[name] += 1
    organization = inside(told, "organization")
    if organization is None and not text(told, "organization_id"):
        read.complaints.append(Complaint(own, "no organization"))
    at_locations = tuple(_at_locations(told, read, own))
    return Service(
        id=own,
        name=text(told, "name"),
        status=text(told, "status") or "active",
        description=text(told, "description"),
        url=text(told, "url"),
        phone=_phone(told),
        organization=_organization(organization, read) if organization else None,
        application_process=text(told, "application_process"),
        eligibility_description=text(told, "eligibility_description")
        or text(told, "eligibility"),
        fees_description=text(told, "fees_description") or text(told, "fees"),
        minimum_age=whole(told, "minimum_age"),
        maximum_age=whole(told, "maximum_age"),
        assured_date=_dated(told, "assured_date", read, own),
        last_modified=day(told, "last_modified"),
        schedules=tuple(_schedules(told, read, own)),
        at_locations=at_locations,
        cost_options=tuple(_costs(told, read, own)),
        languages=tuple(_languages(told)),
        terms=tuple(_terms(told)),
        classed=tuple(_classed(told)),
    )


def _phone(told: Object) -> str:
    """Take the first number of the service or organisation, never a person's.

    Where a profile has no other place for it, it stands in a contact that names nobody.
    """
    desks = (one for one in several(told, "contacts") if not _names_somebody(one))
    numbers = (
        text(phone, "number")
        for one in (told, *desks)
        for phone in several(one, "phones")
    )
    return next((one for one in numbers if one), "")


def _names_somebody(contact: Object) -> bool:
    return any(text(contact, name) for name in ("name", "title", "email"))


def _organization(told: Object, read: ServicesRead) -> Organization | None:
    """Read the organisation."""
    for name in NEVER_TAKEN:
        if told.get(name):
            read.never_taken[f"organization {name}"] += 1
    if not text(told, "id") or not text(told, "name"):
        where = text(told, "id") or text(told, "name") or "organization"
        read.complaints.append(Complaint(where, "an organization without id or name"))
        return None
    return Organization(
        id=text(told, "id"),
        name=text(told, "name"),
        description=text(told, "description"),
        website=text(told, "website") or text(told, "url"),
        phone=_phone(told),
        attributes=tuple(_said_of(told)),
    )


def _said_of(told: Object) -> Iterator[Attribute]:
    """Read what is said under a term of a taxonomy, where it is more than the term."""
    for one in several(told, "attributes"):
        term = _term(one)
        if term is not None and text(one, "value"):
            yield Attribute(term=term, value=text(one, "value"))


def _dated(told: Object, name: str, read: ServicesRead, own: str) -> date | None:
    """Read a day, and complain about one that is none."""
    found = day(told, name)
    if found is None and text(told, name):
        read.complaints.append(Complaint(own, f"{name} is no date: {text(told, name)}"))
    return found


def _at_locations(told: Object, read: ServicesRead, own: str) -> Iterator[AtLocation]:
    """Read where the service is given."""
    for one in several(told, "service_at_locations"):
        place = inside(one, "location")
        if place is None or not text(place, "id"):
            read.complaints.append(Complaint(own, "a place without id"))
            continue
        yield AtLocation(
            id=text(one, "id") or text(place, "id"), location=_place(place)
        )


def _place(told: Object) -> Location:
    """Read a location."""
    latitude, longitude = number(told, "latitude"), number(told, "longitude")
    on_earth = (
        latitude is not None
        and longitude is not None
        and abs(latitude) <= 90  # noqa: PLR2004 degrees of the globe
        and abs(longitude) <= 180  # noqa: PLR2004 degrees of the globe
    )
    return Location(
        id=text(told, "id"),
        name=text(told, "name"),
        location_type=text(told, "location_type") or "physical",
        description=text(told, "description"),
        latitude=latitude if on_earth else None,
        longitude=longitude if on_earth else None,
        address=next(map(_address, several(told, "addresses")), None),
        accessibility=tuple(
            dict.fromkeys(
                words_of
                for one in several(told, "accessibility")
                for words_of in (text(one, "description"), text(one, "accessibility"))
                if words_of
            )
        ),
    )


def _address(told: Object) -> Address:
    """Read an address; «attention» is a person's name and is not read."""
    return Address(
        address_1=text(told, "address_1"),
        address_2=text(told, "address_2"),
        city=text(told, "city"),
        state_province=text(told, "state_province"),
        postal_code=text(told, "postal_code"),
    )


def _schedules(told: Object, read: ServicesRead, own: str) -> Iterator[Schedule]:
    """Read the times of the service, and those told at its places (HSDS)."""
    for one in several(told, "schedules"):
        yield from _schedule(one, text(one, "service_at_location_id"), read, own)
    for place in several(told, "service_at_locations"):
        for one in several(place, "schedules"):
            yield from _schedule(one, text(place, "id"), read, own)


def _schedule(
    told: Object, at: str, read: ServicesRead, own: str
) -> Iterator[Schedule]:
    """Read one schedule, or complain that it says nothing one can keep."""
    schedule = Schedule(
        freq=(text(told, "freq") or "WEEKLY").upper(),
        interval=whole(told, "interval") or 1,
        byday=tuple(one.upper() for one in words(told, "byday")),
        opens_at=clock(told, "opens_at"),
        closes_at=clock(told, "closes_at"),
        valid_from=day(told, "valid_from"),
        valid_to=day(told, "valid_to") or day(told, "until"),
        dtstart=day(told, "dtstart"),
        description=text(told, "description"),
        at=at,
    )
    problem = _problem(schedule, told)
    if problem:
        read.complaints.append(Complaint(own, f"a schedule {problem}"))
    else:
        yield schedule


def _problem(schedule: Schedule, told: Object) -> str:
    """Say why a schedule cannot be kept, or ""."""
    monthly = schedule.freq == "MONTHLY"
    by_days = bool(schedule.byday) or schedule.freq == "DAILY"
    days = ",".join(schedule.byday)
    problems = {
        f"with freq {schedule.freq}, which is neither WEEKLY nor MONTHLY": (
            schedule.freq not in {"WEEKLY", "MONTHLY", "DAILY"}
        ),
        f"with byday {days}, which is no day": not all(
            _BYDAY.fullmatch(one) for one in schedule.byday
        ),
        "with a time that is none": any(
            text(told, name) and clock(told, name) is None
            for name in ("opens_at", "closes_at")
        ),
        "by the day of the month, without byday": monthly and not schedule.byday,
        f"every {schedule.interval} months": monthly and schedule.interval > 1,
        "without byday or dtstart": not by_days and schedule.dtstart is None,
    }
    return next((problem for problem, holds in problems.items() if holds), "")


def _costs(told: Object, read: ServicesRead, own: str) -> Iterator[CostOption]:
    """Read what it costs."""
    for one in several(told, "cost_options"):
        amount = money(one, "amount")
        if amount is None and text(one, "amount"):
            problem = f"a cost that is no amount: {text(one, 'amount')}"
            read.complaints.append(Complaint(own, problem))
        yield CostOption(
            amount=amount,
            option=text(one, "option"),
            amount_description=text(one, "amount_description"),
        )


def _languages(told: Object) -> Iterator[Language]:
    """Read the languages; one without code or name says nothing."""
    for one in several(told, "languages"):
        code = text(one, "code") or text(one, "language")
        if code or text(one, "name"):
            yield Language(code=code, name=text(one, "name"))


def _terms(told: Object) -> Iterator[str]:
    """Read the names of taxonomy terms, each once."""
    names: Iterable[str] = (
        text(term, "name") or text(term, "term")
        for one in several(told, "attributes")
        if (term := inside(one, "taxonomy_term")) is not None
    )
    yield from dict.fromkeys(name for name in names if name)


def _classed(told: Object) -> Iterator[Term]:
    """Read the terms that say to which taxonomy they belong."""
    for one in several(told, "attributes"):
        if (term := _term(one)) is not None:
            yield term


def _term(attribute: Object) -> Term | None:
    """Read the term of an attribute; None where no taxonomy is told with it."""
    term = inside(attribute, "taxonomy_term")
    if term is None or not text(term, "name") or not text(term, "taxonomy_id"):
        return None
    detail: Object = inside(term, "taxonomy_detail") or {}
    return Term(
        id=text(term, "id"),
        name=text(term, "name"),
        taxonomy=Taxonomy(
            id=text(term, "taxonomy_id"),
            name=text(term, "taxonomy") or text(detail, "name"),
            description=text(detail, "description"),
        ),
        description=text(term, "description"),
    )
