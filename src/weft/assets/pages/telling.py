"""What does a stranger tell us, and do they take it back?

The forms know nobody and leave no cookie, so there is nobody's name that a forged form
could act in: they need no token.
"""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.actors import Actor
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.pages.presenters.telling import (
    TakeBackPage,
    TellingPage,
    kind_typed,
)
from weft.assets.queries.decided import became_of
from weft.assets.queries.proposals import thing_meant
from weft.assets.services.proposals import propose_change, take_back_change
from weft.commons.errors import NotFound, NotPossible
from weft.ground import queries as ground
from weft.shell.rendering import render

READ_OR_TELL = ("GET", "HEAD", "POST")
NOT_CHOSEN = "Choose what you want to tell us."


@csrf_exempt
@require_http_methods(READ_OR_TELL)
def tell_us(request: HttpRequest, key: UUID | None = None) -> HttpResponse:
    """Ask what somebody wants to tell us, and keep what they tell."""
    page = _page(key, request.POST if request.method == "POST" else request.GET)
    if request.method != "POST":
        return render(request, "assets/tell_us.jinja", page=page)
    try:
        own = _told(page)
    except NotPossible as problem:
        shown = replace(page, problem=str(problem))
        return render(request, "assets/tell_us.jinja", 400, page=shown)
    return render(request, "assets/tell_us.jinja", page=replace(page, code=own))


@csrf_exempt
@require_http_methods(READ_OR_TELL)
def take_back(request: HttpRequest) -> HttpResponse:
    """Ask for somebody’s code; say what became of it, or take it back."""
    page, today = TakeBackPage(code=request.POST.get("code", "")), timezone.localdate()
    if request.method != "POST":
        return render(request, "assets/take_back.jinja", page=page)
    try:
        if "see" in request.POST:
            shown = replace(page, found=became_of(page.code))
            return render(request, "assets/take_back.jinja", page=shown)
        take_back_change(by=Actor.somebody(), code=page.code, today=today)
    except NotFound as nothing:
        shown = replace(page, problem=str(nothing))
        return render(request, "assets/take_back.jinja", 404, page=shown)
    return render(request, "assets/take_back.jinja", page=TakeBackPage(done=True))


def _page(key: UUID | None, typed: QueryDict) -> TellingPage:
    """Show the form, with what was typed."""
    thing = thing_meant(key) if key else None
    kind = kind_typed(typed.get("kind", ""), of=thing)
    told = ProposalTold(
        kind=kind or ProposalKind.MISSING,
        thing=key,
        words=typed.get("words", ""),
        said_as=typed.get("said_as", ""),
        told={one: typed.get(one, "") for one in ToldField},
    )
    return TellingPage(typed=told, kind=kind or "", thing=thing)


def _told(page: TellingPage) -> str:
    """Keep what was told, and give the code that takes it back."""
    if not page.kind:
        raise NotPossible(NOT_CHOSEN)
    today = timezone.localdate()
    region = region_told_of(page.typed.told.get(ToldField.PLACE, ""))
    return propose_change(
        by=Actor.somebody(), region=region, told=page.typed, today=today
    )


def region_told_of(place: str = "") -> str:
    """Say of which region we are told something, where it is of no thing there.

    It is the region of the place that was told, else the first.
    """
    every = ground.regions()
    if not every:
        raise Http404
    start = ground.find_start(place) if place and len(every) > 1 else None
    found = start.region if isinstance(start, ground.StartFound) else ""
    return found or every[0].slug
