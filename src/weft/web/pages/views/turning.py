"""What do we say to somebody whose life has turned?

The form is posted without a token, as the finder's is: it changes nothing.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.assets.domain.turns import Turn, turn_called, turns
from weft.commons.errors import NotFound
from weft.ground.queries import StartFound, find_start
from weft.shell.rendering import render
from weft.web.asking import place_asked
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.starts import WhichStart
from weft.web.pages.presenters.turning import TurnPage
from weft.web.turning import near, nothing_asked

READ_OR_ASK = ("GET", "HEAD", "POST")


@require_safe
def all_turns(request: HttpRequest) -> HttpResponse:
    """List the turns there is a page for."""
    return render(request, "web/turns.jinja", turns=turns())


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def turn(request: HttpRequest, key: str) -> HttpResponse:
    """Show help now, then company, then something to do, near a place if told."""
    found, now = _turn(key), timezone.now()
    place = place_asked(request.POST if request.method == "POST" else request.GET)
    start = find_start(place) if place else None
    if start is not None and not isinstance(start, StartFound):
        action, typed = reverse("web:turn", args=[key]), ("near", place)
        which = WhichStart.of(start, action=action, fields=(typed,))
        return render(request, "web/which_start.jinja", page=which)
    told = near(found, start, now=now) if start else nothing_asked(found)
    page = TurnPage(turn=found, told=told, today=timezone.localdate(now))
    return render(request, "web/turn.jinja", page=page)


def _turn(key: str) -> Turn:
    try:
        return turn_called(key)
    except NotFound as nothing:
        raise Http404 from nothing
