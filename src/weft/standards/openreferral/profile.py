"""Which fields does the UK profile 3.0 know, of which type, and which does it demand?

Written from the profile's published schemas (docs/standards/openreferral.md), and held
against them in tests where they are to hand: the same document gets the same number of
complaints. What a field that is not here holds is nobody's business: the profile allows
more than it names.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# A field is demanded where its name ends in «!». After it: a type, the name of an
# object, or that in brackets where there may be several.
_TOLD = """
service
  id! uuid | organization_id uuid | name! text | description text | url uri
  email email | status! active, inactive, defunct, temporarily closed | fees text
  accreditations text | minimum_age number | maximum_age number | assured_date text
  assurer_email email | alert text | last_modified date-time | organization organization
  schedules [schedule] | service_areas [service_area] | languages [language]
  service_at_locations [service_at_location] | funding [funding]
  cost_options [cost_option] | contacts [contact] | attributes [attribute]
service_at_location
  id! uuid | service_id uuid | location_id uuid | location location | service service
organization
  id! uuid | name! text | description! text | email email | website uri | logo text
  uri uri | parent_organization_id uuid | attributes [attribute]
  organization_identifiers [organization_identifier] | services [service]
organization_identifier
  id! uuid | organization_id uuid | identifier_scheme text | identifier_type! text
  identifier! text | attributes [attribute]
location
  id! uuid | location_type! physical, postal, virtual | name text | description text
  latitude number | longitude number | external_identifier text
  external_identifier_type text | addresses [address] | accessibility [accessibility]
  attributes [attribute]
address
  id! uuid | location_id uuid | attention text | address_1! text | city! text
  region text | state_province! text | postal_code! text | country! text
  address_type! physical, postal, virtual | attributes [attribute]
accessibility
  id! uuid | location_id uuid | description text | details text | url uri
  accessibility text | attributes [attribute]
schedule
  id! uuid | service_id uuid | service_at_location_id uuid | valid_from text
  valid_to text | dtstart text | freq WEEKLY, MONTHLY | interval number | byday text
  bymonthday text | description text | opens_at text | closes_at text
  schedule_link uri | attending_type text | notes text
cost_option
  id! uuid | service_id uuid | valid_from text | valid_to text | option text
  amount number | amount_description text
language
  id! uuid | service_id uuid | phone_id uuid
phone
  id! uuid | contact_id uuid | number! text | description text | languages [language]
contact
  id! uuid | service_id uuid | name text | title text | attributes [attribute]
funding
  id! uuid | service_id uuid | source text
service_area
  id! uuid | service_id uuid | name text | extent text | extent_type text | uri text
  service_area text
attribute
  id! uuid | link_id uuid | taxonomy_term_id uuid | link_type text
  taxonomy_term taxonomy_term
taxonomy_term
  id! uuid | name! text | description! text | parent_id uuid | taxonomy text
  taxonomy_id uuid | term_uri uri | term text
taxonomy
  id! uuid | name! text | description! text | uri uri | version text
  taxonomy_terms [taxonomy_term]
about
  version text | profile uri | openapi_url uri
page
  total_items number | total_pages number | page_number number | size number
  first_page yes | last_page yes | empty yes
"""

_FORMATS: dict[str, re.Pattern[str]] = {
    "uuid": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
    "uri": re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*"),
    "email": re.compile(r".*@.*", re.DOTALL),
    "date-time": re.compile(
        r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})"
    ),
}
_PLAIN = frozenset({"text", "number", "yes", *_FORMATS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of an object: its type, the words it may say, or what it holds."""

    name: str
    kind: str = "text"  # text, number, yes or a format
    one_of: tuple[str, ...] = ()
    holds: str = ""  # the object it holds
    several: bool = False
    demanded: bool = False


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong, and where in the document it stands."""

    where: str
    problem: str


@lru_cache(maxsize=1)
def objects() -> Mapping[str, tuple[Field, ...]]:
    """List every object with its fields."""
    found: dict[str, list[Field]] = {}
    name = ""
    for line in _TOLD.strip().splitlines():
        if line.startswith(" "):
            found[name].extend(_field(told.strip()) for told in line.split(" | "))
        else:
            name = line
            found[name] = []
    return {name: tuple(fields) for name, fields in found.items()}


def _field(told: str) -> Field:
    name, _, kind = told.partition(" ")
    demanded, name = name.endswith("!"), name.rstrip("!")
    if kind in _PLAIN:
        return Field(name=name, kind=kind, demanded=demanded)
    if "," in kind:
        return Field(name=name, one_of=tuple(kind.split(", ")), demanded=demanded)
    several = kind.startswith("[")
    return Field(name=name, holds=kind.strip("[]"), several=several, demanded=demanded)


def slips(document: object, name: str, *, brief: bool = False) -> list[Slip]:
    """Say what the profile would not accept in a document.

    Parameters
    ----------
    document
        Parsed JSON.
    name
        Which object it should be: ``service``, ``taxonomy_term`` …
    brief
        Whether it stands in a list, where fields of which there may be several are
        not looked at.
    """
    return list(_object(document, name, "", brief=brief))


def _object(told: object, name: str, where: str, *, brief: bool) -> Iterator[Slip]:
    if not isinstance(told, Mapping):
        yield Slip(where or name, "is no object")
        return
    for field in objects()[name]:
        at = f"{where}.{field.name}".lstrip(".")
        if field.name not in told:
            if field.demanded:
                yield Slip(at, "is missing")
        elif not (field.several and brief):
            yield from _value(told[field.name], field, at, brief=brief)


def _value(value: object, field: Field, at: str, *, brief: bool) -> Iterator[Slip]:
    if field.several:
        if not isinstance(value, list):
            yield Slip(at, "is no list")
            return
        for number, one in enumerate(value):
            yield from _object(one, field.holds, f"{at}[{number}]", brief=brief)
    elif field.holds:
        yield from _object(value, field.holds, at, brief=brief)
    else:
        yield from _plain(value, field, at)


def _plain(value: object, field: Field, at: str) -> Iterator[Slip]:
    """Hold one plain value against its type, its format and its words."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    fits = {
        "number": is_number,
        "yes": isinstance(value, bool),
    }.get(field.kind, isinstance(value, str))
    if not fits:
        kind = {"number": "number", "yes": "true or false"}.get(field.kind, "text")
        yield Slip(
            at, "is null and should be left out" if value is None else f"is no {kind}"
        )
    if field.one_of and value not in field.one_of:
        yield Slip(at, f"is none of {', '.join(field.one_of)}")
    pattern = _FORMATS.get(field.kind)
    if pattern and isinstance(value, str) and not pattern.fullmatch(value):
        yield Slip(at, f"is no {field.kind}")


def contents_of(page: object) -> Sequence[object]:
    """Give what stands on a page; nothing, where it is no page."""
    told = page.get("contents") if isinstance(page, Mapping) else None
    return told if isinstance(told, list) else ()
