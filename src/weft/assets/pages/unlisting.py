"""Who asked not to be listed? Whoever checks the list takes them off, and keeps to it.

What is looked for is posted, never written into an address: it may be a name.
"""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from weft.accounts.asking import actor_of
from weft.assets.domain.proposals import mark_of
from weft.assets.pages.presenters.unlisting import DONE, UnlistingPage
from weft.assets.queries.proposals import marks_of
from weft.assets.queries.unlisting import (
    ListedAbout,
    listed_as,
    who_asked_not_to_be_listed,
)
from weft.assets.services.proposals import list_again
from weft.assets.services.unlisting import take_unlisting_back, unlist_who_asked
from weft.commons.errors import NotFound, NotPossible
from weft.ground.queries import regions
from weft.shell.rendering import render

NOBODY_ASKED = "Nobody of this name and place has asked not to be listed."
TEMPLATE = "assets/unlisting.jinja"


@require_http_methods(("GET", "HEAD", "POST"))
def unlisting(request: HttpRequest) -> HttpResponse:
    """Show who asked, find who asks now, and do what was pressed."""
    deed, typed = request.POST.get("deed", ""), request.POST.get("what", "")
    if deed not in _DEEDS:
        meant = typed or request.GET.get("thing", "")
        looked_for = meant or request.method == "POST"
        found = listed_as(meant) if looked_for else None
        return render(request, TEMPLATE, page=_page(request, found=found, typed=typed))
    try:
        _DEEDS[deed](request)
    except NotPossible as problem:
        return render(request, TEMPLATE, 409, page=_page(request, problem=str(problem)))
    return redirect(f"{reverse('assets:unlisting')}?done={deed}")


def _page(
    request: HttpRequest,
    *,
    found: tuple[ListedAbout, ...] | None = None,
    typed: str = "",
    problem: str = "",
) -> UnlistingPage:
    told = request.GET.get("done", "")
    return UnlistingPage(
        asked=who_asked_not_to_be_listed(),
        today=timezone.localdate(),
        found=found,
        typed=typed,
        done=told if told in DONE else "",
        problem=problem,
    )


def _thing(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("thing", ""))
    except ValueError:
        raise NotFound from None


def _unlist(request: HttpRequest) -> None:
    today = timezone.localdate()
    unlist_who_asked(by=actor_of(request), thing=_thing(request), today=today)


def _back(request: HttpRequest) -> None:
    today = timezone.localdate()
    take_unlisting_back(by=actor_of(request), thing=_thing(request), today=today)


def _forget(request: HttpRequest) -> None:
    """Forget a name that asked before it was ever listed: only its mark is kept."""
    name, place = (request.POST.get(one, "") for one in ("name", "place"))
    mark = mark_of(name, place)
    asked = [one.slug for one in regions() if mark in marks_of(one.slug)]
    if not asked:
        raise NotPossible(NOBODY_ASKED)
    for slug in asked:
        list_again(by=actor_of(request), region=slug, name=name, place=place)


_DEEDS: Mapping[str, Callable[[HttpRequest], None]] = {
    "unlist": _unlist,
    "back": _back,
    "forget": _forget,
}
