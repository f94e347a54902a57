"""How is a feed of the standard described as OpenAPI 3.1, without the published slips?

The profile's own file gives ``proximity`` as text and ``start_time`` a type that JSON
does not have, so strict tools refuse it. This one is made of the same table that
documents are held against.
"""

from collections.abc import Mapping

from weft.standards.openreferral.profile import Field, objects

Schema = Mapping[str, object]
_PAGING = ("page", "per_page", "format")
_TERMS = ("taxonomy_term_id", "taxonomy_id")
_CHOOSING = (
    "search",
    *_TERMS,
    "organization_id",
    "minimum_age",
    "maximum_age",
    "day",
    "start_time",
    "end_time",
    "postcode",
    "proximity",
    "modified_after",
    "minimal",
    "full",
    *_PAGING,
)
LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "services": ("service", _CHOOSING),
    "service_at_locations": ("service_at_location", _CHOOSING),
    "organizations": (
        "organization",
        ("search", *_TERMS, "full", "full_service", *_PAGING),
    ),
    "taxonomies": ("taxonomy", ("search", *_PAGING)),
    "taxonomy_terms": (
        "taxonomy_term",
        ("search", "taxonomy_id", "parent_id", "top_only", *_PAGING),
    ),
}
"""Each list: what it is of, and which parameters it takes."""

_KEY: Schema = {"type": "string", "format": "uuid"}
_AGE: Schema = {"type": "number", "minimum": 0}
_CLOCK: Schema = {"type": "string", "pattern": r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"}
_YES: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "enum": ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]}
PARAMETERS: dict[str, tuple[Schema, str]] = {
    "search": ({"type": "string"}, "Words; each must begin a word that is there."),
    "page": ({"type": "integer", "minimum": 1}, "Which page."),
    "per_page": ({"type": "integer", "minimum": 1, "maximum": 500}, "How many on it."),
    "format": ({"enum": ["json", "ndjson"]}, "ndjson: all of it, one a line."),
    "taxonomy_term_id": (_KEY, "Only what is under this term."),
    "taxonomy_id": (_KEY, "Only what is under a term of this taxonomy."),
    "organization_id": (_KEY, "Only what this organisation gives."),
    "minimum_age": (_AGE, "Only what has told a minimum age of at least this."),
    "maximum_age": (_AGE, "Only what has told a maximum age of at most this."),
    "day": (_DAY, "Only what is on on this weekday."),
    "start_time": (_CLOCK, "Only what starts at this time or later."),
    "end_time": (_CLOCK, "Only what ends at this time or earlier."),
    "postcode": ({"type": "string"}, "From where proximity counts. May be posted."),
    "proximity": (_AGE, "Only what is within so many metres of the postcode."),
    "modified_after": (
        {"type": "string", "format": "date-time"},
        "Only what changed at this moment or later.",
    ),
    "minimal": (_YES, "Numbers and changes alone, all on one page."),
    "full": (_YES, "Everything that is told of each."),
    "full_service": (_YES, "With everything that it gives."),
    "top_only": (_YES, "Only terms that stand at the top."),
    "parent_id": (_KEY, "Only terms below this one."),
}


def openapi_document(server: str) -> dict[str, object]:
    """Describe a feed.

    Parameters
    ----------
    server
        The stub of all its addresses.
    """
    paths: dict[str, object] = {"/": {"get": _about()}}
    for name, (kind, parameters) in LISTS.items():
        paths[f"/{name}"] = {
            "get": {
                **_operation(name, "get", _page(kind)),
                "parameters": _query(parameters),
            },
            "post": {
                **_operation(name, "post", _page(kind)),
                "requestBody": _body(parameters),
            },
        }
        paths[f"/{name}/{{id}}"] = {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": _KEY}
            ],
            "get": _operation(f"{name}_one", "get", _ref(kind)),
        }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Open Referral UK", "version": "3.0"},
        "servers": [{"url": server}],
        "paths": paths,
        "components": {"schemas": _schemas()},
    }


def _about() -> Schema:
    return _operation("about", "get", _ref("about"))


def _operation(name: str, method: str, schema: Schema) -> dict[str, object]:
    content = {"application/json": {"schema": schema}}
    refusal = {"application/problem+json": {"schema": {"type": "object"}}}
    return {
        "operationId": f"{method}_{name}",
        "responses": {
            "200": {"description": "What was asked for.", "content": content},
            "4XX": {"description": "Why it was not answered.", "content": refusal},
        },
    }


def _query(names: tuple[str, ...]) -> list[Schema]:
    return [
        {
            "name": name,
            "in": "query",
            "required": False,
            "description": PARAMETERS[name][1],
            "schema": PARAMETERS[name][0],
        }
        for name in names
    ]


def _body(names: tuple[str, ...]) -> Schema:
    properties = {name: PARAMETERS[name][0] for name in names}
    schema = {"type": "object", "properties": properties}
    return {"required": False, "content": {"application/json": {"schema": schema}}}


def _page(kind: str) -> Schema:
    contents = {"type": "array", "items": {"type": "object", "title": kind}}
    return {
        "allOf": [_ref("page")],
        "type": "object",
        "required": ["empty", "contents"],
        "properties": {"contents": contents},
    }


def _schemas() -> dict[str, Schema]:
    return {
        name: {
            "type": "object",
            "required": [field.name for field in fields if field.demanded],
            "properties": {field.name: _schema(field) for field in fields},
        }
        for name, fields in objects().items()
    }


def _schema(field: Field) -> Schema:
    if field.several:
        return {"type": "array", "items": _ref(field.holds)}
    if field.holds:
        return _ref(field.holds)
    if field.one_of:
        return {"type": "string", "enum": list(field.one_of)}
    plain = {"text": "string", "number": "number", "yes": "boolean"}
    if field.kind in plain:
        return {"type": plain[field.kind]}
    return {"type": "string", "format": field.kind}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
