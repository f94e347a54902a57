"""What the feed is, and what stands around its services: groups, taxonomies, terms."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from weft.assets.api.openreferral import answering
from weft.assets.api.openreferral.offers import taxa, written
from weft.assets.api.openreferral.reading import Parameters, asked
from weft.assets.queries import feeds
from weft.assets.queries.feeds.groups import Group
from weft.commons.errors import NotAnswered, NotFound
from weft.commons.words import surfaces
from weft.shell.openly import as_json, openly
from weft.standards.openreferral import (
    PROFILE,
    Document,
    Taxonomy,
    Term,
    openapi_document,
    organization_document,
    taxonomy_document,
    term_document,
)

PROFILE_PAGE = "https://docs.openreferraluk.org/en/latest/"
ORGANIZATIONS = frozenset(
    {"search", "taxonomy_term_id", "taxonomy_id", "full", "full_service"}
)
TERMS = frozenset({"search", "taxonomy_id", "parent_id", "top_only"})


@openly("GET")
def about(request: HttpRequest) -> HttpResponse:
    """Say which standard this speaks, in words that its validator reads."""
    described = request.build_absolute_uri(reverse("openreferral:openapi"))
    return as_json(
        {
            "version": PROFILE,
            "profile": PROFILE_PAGE,
            "openapi_url": described,
            "description": "What people can take part in, by whose word, and when.",
        }
    )


@openly("GET")
def openapi(request: HttpRequest) -> HttpResponse:
    """Describe all of it, truly: the published file has types that do not exist."""
    here = request.build_absolute_uri(reverse("openreferral:about")).rstrip("/")
    return answering.one(openapi_document(here))


@openly("GET", "POST")
def organizations(request: HttpRequest) -> HttpResponse:
    """Give the groups that give something here."""
    parameters = asked(request, ORGANIZATIONS | answering.PAGING)
    lines = answering.wants_lines(parameters)
    where = answering.stretch(parameters)
    inside = parameters.yes("full_service") or parameters.yes("full")
    page = feeds.groups_page(
        search=parameters.text("search"),
        taxa=taxa(parameters),
        first=0 if lines else where.first,
        most=answering.MOST_PAGES if lines else where.size,
        with_services=inside,
    )
    contents = [_group(one) for one in page.items]
    if lines:
        return answering.lines(contents)
    return answering.in_envelope(contents, where, page.total)


@openly("GET")
def organization(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give one group, and what it gives where that is asked for."""
    parameters = asked(request, {"full_service"})
    try:
        found = feeds.one_group(key, with_services=parameters.yes("full_service"))
    except NotFound as nothing:
        raise NotAnswered(404, "There is no such organisation here.") from nothing
    return answering.one(_group(found))


def _group(one: Group) -> Document:
    document = organization_document(one.organization)
    services = list(written(one.services))
    return document | {"services": services} if services else document


@openly("GET", "POST")
def taxonomies(request: HttpRequest) -> HttpResponse:
    """Give the taxonomies."""
    parameters = asked(request, {"search"} | answering.PAGING)
    found = [one for one in feeds.taxonomies_in_use() if _speaks(one, parameters)]
    return answering.list_of(found, taxonomy_document, parameters)


@openly("GET")
def taxonomy(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give one taxonomy."""
    asked(request, ())
    for one in feeds.taxonomies_in_use():
        if one.id == str(key):
            return answering.one(taxonomy_document(one))
    raise NotAnswered(404, "There is no such taxonomy here.")


@openly("GET", "POST")
def taxonomy_terms(request: HttpRequest) -> HttpResponse:
    """Give the terms that something here is under; none stands below another."""
    parameters = asked(request, TERMS | answering.PAGING)
    of, below = parameters.key("taxonomy_id"), parameters.key("parent_id")
    parameters.yes("top_only")  # all of them stand at the top
    found = [
        one
        for one in feeds.every_term()
        if below is None
        and (of is None or one.taxonomy.id == str(of))
        and _speaks(one, parameters)
    ]
    return answering.list_of(found, term_document, parameters)


@openly("GET")
def taxonomy_term(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give one term."""
    asked(request, ())
    try:
        return answering.one(term_document(feeds.one_term(key)))
    except NotFound as nothing:
        raise NotAnswered(404, "There is no such term here.") from nothing


@openly("GET", "POST")
def nowhere(request: HttpRequest, anything: str) -> HttpResponse:
    """Say that nothing answers here."""
    del request, anything
    raise NotAnswered(404, "Nothing answers here. See openapi.json beside the stub.")


def _speaks(one: Taxonomy | Term, parameters: Parameters) -> bool:
    """Tell whether every word that is searched for begins a word of it."""
    there = surfaces(f"{one.name} {one.description}")
    wanted = surfaces(parameters.text("search"))
    return all(any(word.startswith(begun) for word in there) for begun in wanted)
