"""How does a group tell its weeks off, behind its own link?

As on the group's own page, the secret in the address is the token.
"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.resting import Rest
from weft.assets.pages.by_link import answered, back_from, group_of, key_in
from weft.assets.pages.presenters.rests_in_hand import ALL, RestsInHandPage
from weft.assets.queries.holding import group_in_hand
from weft.assets.services.resting import NOT_A_REST, take_rest_back, tell_rest
from weft.commons.errors import NotPossible
from weft.shell.rendering import render


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def rests(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group when it rests, and take its word."""
    return answered(request, take=_take, shown=_shown)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken."""
    page = RestsInHandPage(
        group=group_in_hand(group_of(link)),
        today=timezone.localdate(),
        back=back_from(request),
        done=request.GET.get("done", ""),
        problem=problem,
    )
    status = 400 if problem else 200
    return render(request, "assets/rests_in_hand.jinja", status, page=page)


def _take(request: HttpRequest, link: LinkAbout) -> str:
    """Take what a group says of one rest."""
    group, today = group_of(link), timezone.localdate()
    rest, by = _rest(request), link.actor
    if request.POST.get("answer") == "back":
        offer = key_in(request, "offer")
        take_rest_back(by=by, group=group, offer=offer, rest=rest, today=today)
        return "back"
    every = request.POST.get("offer") == ALL
    of = None if every else key_in(request, "offer")
    tell_rest(by=by, group=group, rest=rest, today=today, offer=of)
    return "told"


def _rest(request: HttpRequest) -> Rest:
    """Read from when till when; the first day alone stands for its week."""
    first, last = request.POST.get("first", ""), request.POST.get("last", "")
    try:
        begins = date.fromisoformat(first)
        return Rest(begins, date.fromisoformat(last)) if last else Rest.week_of(begins)
    except ValueError:
        raise NotPossible(NOT_A_REST) from None
