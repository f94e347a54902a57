"""What could be put on next, in the rooms that are there?"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.access.domain.next_offer import Weights, by_need
from weft.access.pages.next_asked import next_asked
from weft.access.pages.next_order import ordered
from weft.access.pages.presenters.next_offer import NextPage
from weft.access.queries import lives
from weft.access.queries.next_offer import answered, next_ready, ready, rooms_of
from weft.commons.provenance import Geography
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render


@require_safe
def next_offer(request: HttpRequest) -> HttpResponse:
    """Answer twice, side by side, with all that is not known of it."""
    page = _page(request)
    status = 400 if page.asked.problems else 200
    return render(request, "access/next_offer.jinja", status, page=page)


@require_safe
def next_file(request: HttpRequest, what: str, kind: str) -> HttpResponse:
    """Give one of its tables as a file."""
    page = _page(request)
    tables = {"offers": page.offers, "lives": page.of_lives, "held": page.held}
    return as_file(tables.get(what) if page.about else None, kind)


def _page(request: HttpRequest) -> NextPage:
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
        weighed=answered(about, wished),
        by_need=answered(about, by_need(wished)) if own else None,
        rooms=rooms_of(told),
        areas=areas,
    )
