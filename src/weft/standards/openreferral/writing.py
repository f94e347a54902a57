"""How is a service written down, so that the UK profile's own schemas accept it?

What is not known is left out rather than null. Parts of a service that carry no id of
their own here (schedules, costs, languages, terms) get one made of the service's and
their place in it: the same service is always written the same way. Fields that HSDS 3.1
has and the profile cut are written too, since the profile allows more than it names.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

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

T = TypeVar("T")
Document = dict[str, object]
PROFILE = "HSDS-UK-3.0"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def service_document(service: Service) -> Document:
    """Write a full service."""
    own = _id(service.id)
    return _filled(
        {
            "id": own,
            "organization_id": service.organization and _id(service.organization.id),
            "name": service.name,
            "status": service.status,
            "description": service.description,
            "url": service.url,
            "application_process": service.application_process,
            "eligibility_description": service.eligibility_description,
            "fees_description": service.fees_description,
            "fees": service.fees_description,  # the profile's older name for it
            "minimum_age": service.minimum_age,
            "maximum_age": service.maximum_age,
            "assured_date": service.assured_date and service.assured_date.isoformat(),
            "last_modified": service.last_modified
            and f"{service.last_modified.isoformat()}T00:00:00Z",
            "phones": _phones(own, service.phone),
            "organization": service.organization
            and organization_document(service.organization),
            "schedules": _numbered(own, "schedule", service.schedules, _schedule),
            "service_at_locations": [_at(one, own) for one in service.at_locations],
            "cost_options": _numbered(own, "cost", service.cost_options, _cost),
            "languages": _numbered(own, "language", service.languages, _language),
            "attributes": [
                *_numbered(own, "attribute", _unclassed(service), _attribute),
                *_numbered(own, "term", service.classed, _classed),
            ],
        }
    )


def page_document(
    services: Sequence[Service], *, page: int, pages: int, total: int
) -> Document:
    """Write one page of services with its envelope."""
    contents = [service_document(service) for service in services]
    return envelope(contents, page=page, pages=pages, total=total)


def envelope(
    contents: Sequence[Document], *, page: int, pages: int, total: int
) -> Document:
    """Put one page of anything into its envelope.

    Parameters
    ----------
    contents
        What is on the page.
    page, pages
        Which page it is, of how many; one beyond the last is empty and the last.
    total
        How many there are on all pages.
    """
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": page >= pages,
        "empty": not contents,
        "contents": list(contents),
    }


def in_brief(document: Mapping[str, object]) -> Document:
    """Leave the fields of which there is one at most, as in a list's contents."""
    return {
        name: in_brief(value) if isinstance(value, Mapping) else value
        for name, value in document.items()
        if not isinstance(value, list)
    }


def at_location_documents(service: Mapping[str, object]) -> list[Document]:
    """Write a service's places as records of their own.

    The UK's OpenAPI file promises a service at ``/service_at_locations/{id}`` and the
    profile's own example is none: with the service's name and status at the top a body
    is what either says.

    Parameters
    ----------
    service
        As ``service_document`` wrote it.
    """
    ats = service.get("service_at_locations")
    inside = {k: v for k, v in service.items() if k != "service_at_locations"}
    return [
        {**at, "name": service["name"], "status": service["status"], "service": inside}
        for at in (ats if isinstance(ats, list) else [])
    ]


def taxonomy_document(one: Taxonomy) -> Document:
    """Write a taxonomy."""
    return {"id": one.id, "name": one.name, "description": one.description}


def term_document(one: Term) -> Document:
    """Write a term; a description is demanded, and may be no more than its name."""
    return {
        "id": one.id,
        "name": one.name,
        "description": one.description or one.name,
        "taxonomy": one.taxonomy.name,
        "taxonomy_id": one.taxonomy.id,
        "taxonomy_detail": taxonomy_document(one.taxonomy),
    }


def _id(told: str) -> str:
    """Give an id in the form the standard asks for; one that has it is kept."""
    return told if _UUID.fullmatch(told) else str(uuid5(NAMESPACE_URL, told))


def _numbered(
    own: str, what: str, parts: Sequence[T], write: Callable[[T], Document]
) -> list[Document]:
    """Write the parts of a service, each with an id of its own."""
    return [
        {"id": str(uuid5(UUID(own), f"{what} {n}")), **write(part)}
        for n, part in enumerate(parts)
    ]


def _phones(own: str, number: str) -> list[Document]:
    """Write the telephone, if there is one."""
    return [{"id": str(uuid5(UUID(own), "phone")), "number": number}] if number else []


def organization_document(one: Organization) -> Document:
    """Write an organisation; the profile demands a description."""
    own = _id(one.id)
    return _filled(
        {
            "id": own,
            "name": one.name,
            "description": one.description or one.name,
            "website": one.website,
            "phones": _phones(own, one.phone),
            "attributes": _numbered(
                own, "said", one.attributes, lambda told: _said_of(own, told)
            ),
        }
    )


def _said_of(organization: str, one: Attribute) -> Document:
    """Write what is said of an organisation under a term."""
    return {
        "link_id": organization,
        "link_type": "organization",
        "link_entity": "organization",
        "value": one.value,
        "taxonomy_term_id": one.term.id,
        "taxonomy_term": term_document(one.term),
    }


def _schedule(one: Schedule) -> Document:
    """Write when."""
    return _filled(
        {
            "freq": one.freq,
            "interval": one.interval,
            "byday": ",".join(one.byday),
            "opens_at": one.opens_at and f"{one.opens_at:%H:%M}",
            "closes_at": one.closes_at and f"{one.closes_at:%H:%M}",
            "valid_from": one.valid_from and one.valid_from.isoformat(),
            "valid_to": one.valid_to and one.valid_to.isoformat(),
            "dtstart": one.dtstart and one.dtstart.isoformat(),
            "description": one.description,
            "service_at_location_id": _id(one.at) if one.at else "",
        }
    )


def _at(one: AtLocation, service: str) -> Document:
    """Write a service at a place."""
    location = _location(one.location)
    return {
        "id": _id(one.id),
        "service_id": service,
        "location_id": location["id"],
        "location": location,
    }


def _location(one: Location) -> Document:
    """Write a place."""
    own = _id(one.id)
    address = [_address(own, one.address)] if one.address else []
    return _filled(
        {
            "id": own,
            "location_type": one.location_type,
            "name": one.name,
            "description": one.description,
            "latitude": one.latitude,
            "longitude": one.longitude,
            "addresses": address,
            "accessibility": _numbered(
                own, "access", one.accessibility, lambda text: {"description": text}
            ),
        }
    )


def _address(own: str, one: Address) -> Document:
    """Write an address; city and county are demanded, so they are never left out."""
    return {
        "id": str(uuid5(UUID(own), "address")),
        "address_1": one.address_1,
        **({"address_2": one.address_2} if one.address_2 else {}),
        "city": one.city,
        "state_province": one.state_province,
        "postal_code": one.postal_code,
        "country": "GB",
        "address_type": "physical",
    }


def _cost(one: CostOption) -> Document:
    """Write what it costs."""
    return _filled(
        {
            "amount": None if one.amount is None else float(one.amount),
            "option": one.option,
            "amount_description": one.amount_description,
        }
    )


def _language(one: Language) -> Document:
    """Write a language."""
    return _filled({"code": one.code, "name": one.name})


def _attribute(name: str) -> Document:
    """Write a taxonomy term; the profile demands its description: it is its name."""
    term = {
        "id": str(uuid5(NAMESPACE_URL, f"term {name}")),
        "name": name,
        "description": name,
    }
    return {"link_type": "service", "taxonomy_term": term}


def _unclassed(service: Service) -> list[str]:
    """List the terms of which it is not told to which taxonomy they belong."""
    classed = {term.name for term in service.classed}
    return [name for name in service.terms if name not in classed]


def _classed(one: Term) -> Document:
    """Write a term with its taxonomy."""
    return {
        "link_type": "service",
        "taxonomy_term_id": one.id,
        "taxonomy_term": term_document(one),
    }


def _filled(document: Mapping[str, object]) -> Document:
    """Leave out what is not known."""
    return {
        name: value
        for name, value in document.items()
        if value is not None and value not in ("", [], {})
    }
