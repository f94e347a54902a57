"""How is a list answered: a page in its envelope, or all of it line by line?"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from django.http import HttpResponse, StreamingHttpResponse

from weft.assets.api.openreferral.reading import Parameters, wrong
from weft.shell.openly import as_json
from weft.standards.openreferral import Document, envelope

T = TypeVar("T")
MOST_PAGES, MOST_ON_A_PAGE, USUAL = 1_000_000, 500, 50
PAGING = frozenset({"page", "per_page", "format"})
NDJSON = "application/x-ndjson"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Which page, of how many at most."""

    page: int
    size: int

    @property
    def first(self) -> int:
        """Count what stands before it."""
        return (self.page - 1) * self.size


def stretch(parameters: Parameters) -> Stretch:
    """Read which page was asked for."""
    return Stretch(
        page=parameters.whole("page", usual=1, most=MOST_PAGES),
        size=parameters.whole("per_page", usual=USUAL, most=MOST_ON_A_PAGE),
    )


def wants_lines(parameters: Parameters) -> bool:
    """Tell whether all is wanted, one document a line."""
    said = parameters.text("format").lower() or "json"
    if said not in {"json", "ndjson"}:
        raise wrong("format", "must be json or ndjson")
    return said == "ndjson"


def in_envelope(
    contents: Sequence[Document], where: Stretch, total: int
) -> HttpResponse:
    """Answer with one page."""
    pages = -(-total // where.size)
    told = envelope(contents, page=where.page, pages=pages, total=total)
    return _json(told)


def whole(contents: Sequence[Document]) -> HttpResponse:
    """Answer with everything on one page."""
    return _json(
        envelope(contents, page=1, pages=min(len(contents), 1), total=len(contents))
    )


def one(document: Document) -> HttpResponse:
    """Answer with one thing."""
    return _json(document)


def lines(documents: Iterable[Document]) -> HttpResponse:
    """Answer with one document a line, each sent when it is written."""
    return cast(  # both are what a view may answer
        "HttpResponse",
        StreamingHttpResponse(_lines(documents), content_type=NDJSON),
    )


def _lines(documents: Iterable[Document]) -> Iterator[bytes]:
    for document in documents:
        yield json.dumps(document, ensure_ascii=False).encode() + b"\n"


def list_of(
    everything: Sequence[T], write: Callable[[T], Document], parameters: Parameters
) -> HttpResponse:
    """Answer with a list that is short enough to be held whole."""
    if wants_lines(parameters):
        return lines(map(write, everything))
    where = stretch(parameters)
    here = everything[where.first : where.first + where.size]
    return in_envelope([write(one) for one in here], where, len(everything))


def _json(document: Document) -> HttpResponse:
    return as_json(document)  # type: ignore[arg-type] # made of nothing but JSON
