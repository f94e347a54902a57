"""How does one get to something and home again?

The form is posted without a token, as the finder's is: it changes nothing.
"""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.access.queries.ways_told import way_to
from weft.assets.queries import offer_page
from weft.assets.queries.search import Candidate, candidate_of
from weft.assets.queries.visits import visits_to
from weft.commons.saying import day_of
from weft.ground.queries import StartFound, find_start
from weft.shell.rendering import render
from weft.web.asking import Asking, asking
from weft.web.finding import wanted
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.effort import EffortOf
from weft.web.pages.presenters.starts import WhichStart
from weft.web.pages.presenters.way_there import MOST_TIMES, WayTherePage
from weft.web.whose import tongues_here

READ_OR_ASK = ("GET", "HEAD", "POST")


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def way_there(request: HttpRequest, key: UUID) -> HttpResponse:
    """Ask where from, or tell the way there and home for the next times."""
    fields = request.POST if request.method == "POST" else request.GET
    now = timezone.now()
    asked = asking(fields, today=timezone.localdate(now))
    offer = candidate_of(key, asked.week)
    if offer is None:
        raise Http404
    start = find_start(asked.near) if asked.near else None
    if start is not None and not isinstance(start, StartFound):
        action = reverse("web:way_there", args=[key])
        which = WhichStart.of(start, action=action, fields=asked.fields())
        return render(request, "web/which_start.jinja", page=which)
    page = _page(offer, asked, start, now)
    return render(request, "web/way_there.jinja", page=page, tongues=tongues_here())


def _page(
    offer: Candidate, asked: Asking, start: StartFound | None, now: datetime
) -> WayTherePage:
    """Tell the way, where we know from where."""
    if start is None:
        return WayTherePage(offer=offer, asked=asked)
    meant = wanted(asked, start, now=now)
    told = way_to(offer, meant, most=MOST_TIMES)
    key = offer.offer
    effort_of = key and EffortOf(
        about=offer_page(key),
        visits=visits_to(key),
        today=day_of(now),
        may_come_and_go=offer.drop_in,
    )
    return WayTherePage(
        offer=offer, asked=asked, start=start, told=told, effort_of=effort_of or None
    )
