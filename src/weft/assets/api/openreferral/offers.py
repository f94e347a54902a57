"""Services, and services at their places: lists, streams and one alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse

from weft.assets.api.openreferral import answering
from weft.assets.api.openreferral.reading import Parameters, asked, wrong
from weft.assets.exchange.openreferral import turned
from weft.assets.queries import feeds
from weft.assets.queries.feeds import Asked, Near, Taxa, Told
from weft.commons.errors import NotAnswered, NotFound
from weft.commons.words import surfaces
from weft.ground.queries import StartFound, StartKind, find_start
from weft.shell.openly import openly
from weft.standards.openreferral import (
    Document,
    at_location_documents,
    in_brief,
    service_document,
)

CHOOSING = frozenset(
    {
        "search",
        "taxonomy_term_id",
        "taxonomy_id",
        "organization_id",
        "minimum_age",
        "maximum_age",
        "start_time",
        "end_time",
        "day",
        "postcode",
        "proximity",
        "modified_after",
        "minimal",
        "full",
    }
)
KNOWN = CHOOSING | answering.PAGING


@openly("GET", "POST")
def services(request: HttpRequest) -> HttpResponse:
    """Give the services that answer."""
    parameters = asked(request, KNOWN)
    full = parameters.yes("full")
    return _listed(
        parameters,
        somewhere=False,
        write=lambda told: [
            written_whole(told) if full else in_brief(written_whole(told))
        ],
    )


@openly("GET", "POST")
def service_at_locations(request: HttpRequest) -> HttpResponse:
    """Give the services that answer, each at its place."""
    parameters = asked(request, KNOWN)
    full = parameters.yes("full")
    return _listed(
        parameters,
        somewhere=True,
        write=lambda told: [
            one if full else in_brief(one)
            for one in at_location_documents(written_whole(told))
        ],
    )


@openly("GET")
def service(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give one service with everything that is told of it."""
    asked(request, ())
    return answering.one(written_whole(_found(key)))


@openly("GET")
def service_at_location(request: HttpRequest, key: UUID) -> HttpResponse:
    """Give one service at its place."""
    asked(request, ())
    places = at_location_documents(written_whole(_found(turned(key))))
    if not places:
        raise NotAnswered(404, "There is no such service at a place here.")
    return answering.one(places[0])


def _listed(
    parameters: Parameters, *, somewhere: bool, write: Callable[[Told], list[Document]]
) -> HttpResponse:
    """Answer as a page, as a stream, or with numbers and changes alone."""
    question = _question(parameters, somewhere=somewhere)
    if parameters.yes("minimal"):
        return _minimal(parameters, question)
    if answering.wants_lines(parameters):
        every = feeds.every_service(question)
        return answering.lines(one for told in every for one in write(told))
    where = answering.stretch(parameters)
    page = feeds.services_page(question, first=where.first, most=where.size)
    contents = [one for told in page.items for one in write(told)]
    return answering.in_envelope(contents, where, page.total)


def _minimal(parameters: Parameters, question: Asked) -> HttpResponse:
    """Answer with numbers and changes: all at once, unless pages are asked for."""
    contents: list[Document] = [
        {
            "id": str(turned(one.id) if question.somewhere else one.id),
            "modified_date": _moment(one.modified_at),
            "last_modified": _moment(one.modified_at),
        }
        for one in feeds.minimal_services(question)
    ]
    if answering.wants_lines(parameters):
        return answering.lines(contents)
    if parameters.text("per_page") or parameters.text("page"):
        return answering.list_of(contents, dict, parameters)
    return answering.whole(contents)


def _question(parameters: Parameters, *, somewhere: bool) -> Asked:
    """Read every parameter that chooses services."""
    search = parameters.text("search")
    if search and not surfaces(search):
        raise wrong("search", "must hold a word")
    return Asked(
        search=search,
        taxa=taxa(parameters),
        organization=parameters.key("organization_id"),
        minimum_age=parameters.number("minimum_age"),
        maximum_age=parameters.number("maximum_age"),
        day=parameters.day("day"),
        start_time=parameters.clock("start_time"),
        end_time=parameters.clock("end_time"),
        near=_near(parameters),
        modified_after=parameters.moment("modified_after"),
        somewhere=somewhere,
    )


def taxa(parameters: Parameters) -> Taxa:
    """Read under which term, of which taxonomy."""
    return Taxa(
        term=parameters.key("taxonomy_term_id"), taxonomy=parameters.key("taxonomy_id")
    )


def _near(parameters: Parameters) -> Near | None:
    """Read from which postcode, and how far; nothing of it is kept or said again."""
    postcode, metres = parameters.text("postcode"), parameters.number("proximity")
    if not postcode:
        if metres is not None:
            raise wrong("proximity", "must come with a postcode")
        return None
    start = find_start(postcode)
    if not isinstance(start, StartFound) or start.kind is not StartKind.POSTCODE:
        raise wrong("postcode", "must be a whole postcode that is known here")
    return Near(start.point, metres)


def _found(key: UUID) -> Told:
    try:
        return feeds.one_service(key)
    except NotFound as nothing:
        raise NotAnswered(404, "There is no such service here.") from nothing


def written_whole(told: Told) -> Document:
    """Write a service with the moment of its last change."""
    document = service_document(told.service)
    return document | {"last_modified": _moment(told.modified_at)}


def written(services_told: tuple[Told, ...]) -> Iterator[Document]:
    """Write services as they stand inside their organisation."""
    for told in services_told:
        yield {k: v for k, v in written_whole(told).items() if k != "organization"}


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
