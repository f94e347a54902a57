"""Which parts of a service stand in the document and are not read?

For whoever publishes it: they took the trouble to write them down.
"""

from collections.abc import Iterator, Mapping

from weft.standards.openreferral.fields import Json, Object
from weft.standards.openreferral.reading import NEVER_TAKEN, READ

_INSIDE: Mapping[str, frozenset[str]] = {
    "organization": frozenset({"name", "description", "website", "url", "phones"}),
    "service_at_locations": frozenset({"location", "schedules"}),
    "location": frozenset(
        {
            "name",
            "location_type",
            "description",
            "latitude",
            "longitude",
            "addresses",
            "accessibility",
        }
    ),
    "addresses": frozenset(
        {"address_1", "address_2", "city", "state_province", "postal_code"}
    ),
    "accessibility": frozenset({"description", "accessibility"}),
    "schedules": frozenset(
        {
            "freq",
            "interval",
            "byday",
            "opens_at",
            "closes_at",
            "valid_from",
            "valid_to",
            "until",
            "dtstart",
            "description",
        }
    ),
    "cost_options": frozenset({"amount", "option", "amount_description"}),
    "languages": frozenset({"code", "language", "name"}),
    "attributes": frozenset({"taxonomy_term"}),
    "phones": frozenset({"number"}),
}
"""What is read below a service, by the name of the field it stands in. Numbers (ids)
and what says no more than where something belongs are read or needed nowhere."""

_BELONGS = frozenset(
    {
        "id",
        "link_type",
        "link_entity",
        "country",
        "address_type",
        "taxonomy_term",
        "email",
        "attention",
        "contacts",
    }
)


def unread_parts(told: Object) -> frozenset[str]:
    """Name the parts of one service that are filled in and not read.

    >>> sorted(unread_parts({"id": "1", "alert": "Wet floor", "organization": {
    ...     "name": "Clay", "logo": "a.png"}}))
    ['alert', 'organization.logo']
    """
    found: set[str] = set()
    for name, value in told.items():
        if name in NEVER_TAKEN or value in (None, "", [], {}):
            continue
        if name in _INSIDE:
            found.update(_below(name, value, name))
        elif name not in READ and not name.endswith("_id"):
            found.add(name)
    return frozenset(found)


def _below(name: str, told: Json, where: str) -> Iterator[str]:
    """Look into one object, or each of several."""
    for one in told if isinstance(told, list) else [told]:
        if not isinstance(one, Mapping):
            continue
        for inner, value in one.items():
            if value in (None, "", [], {}) or inner in _BELONGS:
                continue
            if inner in _INSIDE and inner in _INSIDE[name]:
                yield from _below(inner, value, f"{where}.{inner}")
            elif inner not in _INSIDE[name] and not inner.endswith("_id"):
                yield f"{where}.{inner}"
