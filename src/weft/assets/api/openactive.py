"""Everything that changed, and everything that has gone, in OpenActive's paging.

Open Referral has no word for «gone»: a harvester cannot tell what was withdrawn from
what was missed. The same services stand here, in the order of their changes.
"""

import re

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse

from weft.assets.api.openreferral.offers import written_whole
from weft.assets.api.openreferral.reading import Parameters, asked, wrong
from weft.assets.exchange.openactive import SERVICE, Addresses, session_series
from weft.assets.queries.feeds import Change, changes_after
from weft.shell.openly import as_json, openly
from weft.standards.openactive import (
    CONTENT_TYPE,
    LARGEST_NUMBER,
    Item,
    page_document,
)
from weft.standards.openreferral import Service

app_name = "openactive"
AFTER = "afterChangeNumber"
ON_A_PAGE = 500
SESSIONS = "SessionSeries"
FRESH = "public, max-age=30"  # a withdrawal reaches every harvester within a minute


@openly("GET")
def services(request: HttpRequest) -> HttpResponse:
    """Give the changes after a number."""
    after = _after(asked(request, {AFTER}))
    changes = changes_after(after, most=ON_A_PAGE)
    return _page(request, after, [_item(change) for change in changes])


@openly("GET")
def sessions(request: HttpRequest) -> HttpResponse:
    """Give the changes of those that OpenActive's activity list has a term for."""
    after = _after(asked(request, {AFTER}))
    changes = changes_after(after, most=ON_A_PAGE, sessions=True)
    return _page(request, after, [_session(request, change) for change in changes])


def _page(request: HttpRequest, after: int | None, items: list[Item]) -> HttpResponse:
    """Answer with one page."""
    page = page_document(
        items,
        feed=request.build_absolute_uri(request.path),
        after=after,
        licence=request.build_absolute_uri(reverse("web:open")),
    )
    answer = as_json(page, kind=CONTENT_TYPE)  # type: ignore[arg-type] # nothing but JSON
    answer["Cache-Control"] = FRESH
    return answer


def _after(parameters: Parameters) -> int | None:
    said = parameters.text(AFTER)
    if not said:
        return None
    if not re.fullmatch(r"[0-9]{1,16}", said) or int(said) > LARGEST_NUMBER:
        raise wrong(AFTER, f"must be a whole number from 0 to {LARGEST_NUMBER}")
    return int(said)


def _item(change: Change) -> Item:
    return Item(
        id=str(change.id),
        kind=SERVICE,
        change=change.number,
        data=written_whole(change.now) if change.now else None,
    )


def _session(request: HttpRequest, change: Change) -> Item:
    """Tell a SessionSeries; one that is none any more is told as gone."""
    told = change.now and session_series(
        change.now.service, _addresses(request, change.now.service)
    )
    return Item(
        id=str(change.id), kind=SESSIONS, change=change.number, data=told or None
    )


def _addresses(request: HttpRequest, service: Service) -> Addresses:
    """Say where the pages of a service, its group and its place stand."""
    group, places = service.organization, service.at_locations
    return Addresses(
        page=_page_of(request, "offer", service.id),
        group=_page_of(request, "asset", group.id) if group else "",
        place=_page_of(request, "asset", places[0].location.id) if places else "",
    )


def _page_of(request: HttpRequest, kind: str, key: str) -> str:
    return request.build_absolute_uri(reverse(f"assets:{kind}", args=[key]))


urlpatterns = [
    path("services", services, name="services"),
    path("session-series", sessions, name="sessions"),
]
