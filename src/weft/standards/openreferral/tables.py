"""Which tables has the standard's tabular package, with which columns and keys?

Human Services Data Specification 3.2, «tabular data package» (Frictionless, v1): one
CSV for each table, and a ``datapackage.json`` that says how they hang together. Named
here are the tables that a register of offers fills; the standard's other tables are
optional, and a package without them is whole.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Document = dict[str, object]
ENUMS: Mapping[str, tuple[str, ...]] = {
    "service.status": ("active", "inactive", "defunct", "temporarily closed"),
    "location.location_type": ("physical", "postal", "virtual"),
    "address.address_type": ("physical", "postal", "virtual"),
    "schedule.freq": ("WEEKLY", "MONTHLY"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAbout:
    """One table.

    Attributes
    ----------
    columns
        Its columns in their order: name and type, with the format after a colon where
        there is one; a required one ends with an exclamation mark.
    keys
        Which column points to which table's ``id``.
    """

    name: str
    file: str
    about: str
    columns: tuple[str, ...]
    keys: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """List the columns' names."""
        return tuple(one.split()[0] for one in self.columns)


def _of(name: str, file: str, about: str, columns: str, **keys: str) -> TableAbout:
    told = tuple(line.strip() for line in columns.strip().splitlines())
    return TableAbout(name=name, file=file, about=about, columns=told, keys=keys)


TABLES: tuple[TableAbout, ...] = (
    _of(
        "organization",
        "organizations.csv",
        "Who gives the services.",
        """
        id string:uuid!
        name string!
        description string!
        website string:uri
        """,
    ),
    _of(
        "service",
        "services.csv",
        "What people can take part in; one row for each offer.",
        """
        id string:uuid!
        organization_id string:uuid!
        name string!
        description string
        url string:uri
        status string!
        application_process string
        fees_description string
        fees string
        eligibility_description string
        minimum_age number
        maximum_age number
        assured_date date
        last_modified datetime
        """,
        organization_id="organization",
    ),
    _of(
        "location",
        "locations.csv",
        "Where services are given.",
        """
        id string:uuid!
        location_type string!
        name string
        description string
        latitude number
        longitude number
        """,
    ),
    _of(
        "service_at_location",
        "service_at_location.csv",
        "Which service is given where.",
        """
        id string:uuid!
        service_id string:uuid!
        location_id string:uuid!
        """,
        service_id="service",
        location_id="location",
    ),
    _of(
        "address",
        "addresses.csv",
        "The addresses of places, where they are known whole.",
        """
        id string:uuid!
        location_id string:uuid
        address_1 string!
        address_2 string
        city string!
        state_province string!
        postal_code string!
        country string!
        address_type string!
        """,
        location_id="location",
    ),
    _of(
        "phone",
        "phones.csv",
        "Whom to ring.",
        """
        id string:uuid!
        service_id string:uuid
        organization_id string:uuid
        number string!
        """,
        service_id="service",
        organization_id="organization",
    ),
    _of(
        "schedule",
        "schedules.csv",
        "When, as rules of RFC 5545.",
        """
        id string:uuid!
        service_id string:uuid
        service_at_location_id string:uuid
        valid_from date
        valid_to date
        dtstart date
        freq string
        interval number
        byday string
        description string
        opens_at time
        closes_at time
        """,
        service_id="service",
        service_at_location_id="service_at_location",
    ),
    _of(
        "cost_option",
        "cost_options.csv",
        "What it costs.",
        """
        id string:uuid!
        service_id string:uuid!
        option string
        currency string
        amount number
        amount_description string
        """,
        service_id="service",
    ),
    _of(
        "language",
        "languages.csv",
        "Which languages are spoken there.",
        """
        id string:uuid!
        service_id string:uuid
        name string
        code string
        """,
        service_id="service",
    ),
    _of(
        "accessibility",
        "accessibility.csv",
        "What was said about getting in, word for word.",
        """
        id string:uuid!
        location_id string:uuid
        description string
        """,
        location_id="location",
    ),
    _of(
        "taxonomy",
        "taxonomies.csv",
        "The sets of terms that are used here.",
        """
        id string:uuid!
        name string!
        description string!
        """,
    ),
    _of(
        "taxonomy_term",
        "taxonomy_terms.csv",
        "The terms that are used here.",
        """
        id string:uuid!
        name string!
        description string!
        taxonomy string
        taxonomy_id string:uuid
        """,
        taxonomy_id="taxonomy",
    ),
    _of(
        "attribute",
        "attributes.csv",
        "Which service is under which term, and what organisations say under one.",
        """
        id string:uuid!
        link_id string:uuid!
        taxonomy_term_id string:uuid!
        link_type string
        link_entity string!
        value string
        """,
        taxonomy_term_id="taxonomy_term",
    ),
)


def datapackage(
    *, title: str, about: str, sources: Sequence[Mapping[str, str]]
) -> Document:
    """Describe a package of these tables, as ``datapackage.json`` has it.

    Parameters
    ----------
    title, about
        What it is and what is in it.
    sources
        Whose data they are, as ``{"title": …}``, with ``path`` where there is one.
    """
    return {
        "name": "human_services_data",
        "profile": "tabular-data-package",
        "version": "3.2.3",
        "homepage": "http://docs.openreferral.org",
        "title": title,
        "description": about,
        "sources": [dict(one) for one in sources],
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: TableAbout) -> Document:
    schema: Document = {
        "fields": [_field(table, told) for told in table.columns],
        "primaryKey": "id",
    }
    if table.keys:
        schema["foreignKeys"] = [
            {"fields": column, "reference": {"resource": to, "fields": "id"}}
            for column, to in table.keys.items()
        ]
    return {
        "name": table.name,
        "path": table.file,
        "description": table.about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(table: TableAbout, told: str) -> Document:
    name, typed = told.split()
    kind, _, form = typed.rstrip("!").partition(":")
    constraints: Document = {"required": typed.endswith("!"), "unique": name == "id"}
    if enum := ENUMS.get(f"{table.name}.{name}"):
        constraints["enum"] = list(enum)
    about: Document = {"name": name, "type": kind, "constraints": constraints}
    return {**about, "format": form} if form else about
