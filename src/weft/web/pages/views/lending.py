"""What can somebody lend a hand with, and what is «creative» anyway?

The forms are posted without a token, as the finder's is: they change nothing.
"""

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.assets.domain.chances import ChanceKind
from weft.assets.queries.spectrum import whole_range
from weft.ground import queries as ground
from weft.shell.rendering import render
from weft.web.asking import place_asked
from weft.web.lending import lending
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.lending import LendingPage
from weft.web.pages.presenters.spectrum import RangePage
from weft.web.pages.presenters.starts import WhichStart

READ_OR_ASK = ("GET", "HEAD", "POST")


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def help_out(request: HttpRequest) -> HttpResponse:
    """Show what asks for an hour, once, and what asks for more."""
    asked = _asked(request)
    start = _start(asked)
    if start is not None and not isinstance(start, ground.StartFound):
        return _which(request, start, action="web:help_out")
    today = timezone.localdate()
    kind = next((one for one in ChanceKind if one == asked.get("kind")), None)
    wide = asked.get("reach") == "region"
    told = lending(
        _region(start), kind=kind, region_wide=wide, start=start, today=today
    )
    page = LendingPage(told=told, today=today, kind=kind or "", region_wide=wide)
    return render(request, "web/help_out.jinja", page=page)


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def what_is_this(request: HttpRequest) -> HttpResponse:
    """Show the whole range from humming at the sink to therapy, by what is near."""
    start = _start(_asked(request))
    if start is not None and not isinstance(start, ground.StartFound):
        return _which(request, start, action="web:what_is_this")
    told = whole_range(_region(start), near=start.point if start else None)
    known = ground.forgotten(start) if start else None
    page = RangePage(told=told, start=known.name if known else "")
    return render(request, "web/what_is_this.jinja", page=page)


def _asked(request: HttpRequest) -> QueryDict:
    return request.POST if request.method == "POST" else request.GET


def _start(asked: QueryDict) -> ground.Start | None:
    """Find where somebody starts from, if they said."""
    place = place_asked(asked)
    return ground.find_start(place) if place else None


def _region(start: ground.StartFound | None) -> str:
    """Say of which region we speak."""
    every = ground.regions()
    if not every:
        raise Http404
    return (start.region if start else "") or every[0].slug


def _which(request: HttpRequest, start: ground.Start, *, action: str) -> HttpResponse:
    """Ask again where somebody starts."""
    typed = ("near", place_asked(_asked(request)))
    page = WhichStart.of(start, action=reverse(action), fields=(typed,))
    return render(request, "web/which_start.jinja", page=page)
