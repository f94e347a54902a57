"""What could be put on next, in the rooms that are there?

A valley is weighed within a second; a county takes some. Then the page answers at once,
says that it is being weighed, and looks again by itself, also where no script runs: the
link holds the question, so nothing is lost by going away or loading it again.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.access.domain.next_offer import Settings, Weighed, Weights, by_need
from weft.access.pages.next_asked import next_asked
from weft.access.pages.next_order import ordered
from weft.access.pages.presenters.next_offer import NextPage
from weft.access.queries import lives
from weft.access.queries.next_offer import (
    ReadyAbout,
    answered,
    answered_soon,
    next_ready,
    ready,
    rooms_of,
)
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render

AGAIN = 2
"""Seconds after which the page looks again by itself while it is being weighed."""
Answered = Callable[[ReadyAbout, Settings], Weighed | None]


@require_safe
def next_offer(request: HttpRequest) -> HttpResponse:
    """Answer twice, side by side, with all that is not known of it."""
    page = _page(request, answered_soon)
    status = 400 if page.asked.problems else 202 if page.weighing else 200
    answer = render(request, "access/next_offer.jinja", status, page=page)
    if page.weighing:
        answer["Refresh"] = str(AGAIN)
    return answer


@require_safe
def next_file(request: HttpRequest, what: str, kind: str) -> HttpResponse:
    """Give one of its tables as a file."""
    page = _page(request, answered)
    tables = {"offers": page.offers, "lives": page.of_lives, "held": page.held}
    return as_file(tables.get(what) if page.about else None, kind)


def _page(request: HttpRequest, answer: Answered) -> NextPage:
    """Put the page together."""
    region = next(iter(ground.regions()), None)
    about = next_ready(region.slug) if region else None
    asked = next_asked(request.GET)
    if region is None or about is None:
        return NextPage(region=region, about=None, asked=asked)
    told = ready(about)
    geography, year = told.areas_of.split()
    areas = tuple(
        ground.areas(
            region.slug, Geography(geography.lower()), int(year), boundaries=True
        )
    )
    asked = ordered(asked, request.GET, areas, today=timezone.localdate())
    wished = asked.settings
    own = wished.weights is Weights.OWN
    return NextPage(
        region=region,
        about=about,
        asked=asked,
        lives=lives.lives(),
        told=told,
        weighed=answer(about, wished),
        by_need=answer(about, by_need(wished)) if own else None,
        rooms=rooms_of(told),
        areas=areas,
    )
