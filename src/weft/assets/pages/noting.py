"""What does somebody note: a gift, an offer, a worry, or what it was like to walk in?

The forms know nobody and leave no cookie, so there is nobody's name that a forged form
could act in: they need no token.
"""

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.actors import Actor
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.pages.presenters.telling import NOTED, TellingPage
from weft.assets.pages.telling import NOT_CHOSEN, region_told_of
from weft.assets.queries.proposals import thing_meant
from weft.assets.services.proposals import propose_change
from weft.commons.errors import NotFound, NotPossible
from weft.shell.rendering import render

READ_OR_TELL = ("GET", "HEAD", "POST")


@csrf_exempt
@require_http_methods(READ_OR_TELL)
def note(request: HttpRequest) -> HttpResponse:
    """Take a gift, an offer or a worry, in a line."""
    kind = next((one for one in NOTED if one == request.POST.get("kind")), None)
    page = _page(request, kind=kind)
    return _answered(request, page, template="assets/note.jinja")


@csrf_exempt
@require_http_methods(READ_OR_TELL)
def visit(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take what it was like to walk in, of a thing that may be seen."""
    page = _page(request, kind=ProposalKind.VISIT, key=key)
    if not page.thing_is_named:
        raise NotFound
    return _answered(request, page, template="assets/visit.jinja")


def _page(
    request: HttpRequest, *, kind: ProposalKind | None, key: UUID | None = None
) -> TellingPage:
    """Show the form, with what was typed."""
    typed = request.POST
    told = ProposalTold(
        kind=kind or ProposalKind.WORRY,
        thing=key,
        words=typed.get("words", ""),
        said_as=typed.get("said_as", ""),
        told={one: typed.get(one, "") for one in (ToldField.WELCOME, ToldField.SAFE)},
    )
    thing = thing_meant(key) if key else None
    return TellingPage(typed=told, kind=kind or "", thing=thing)


def _answered(
    request: HttpRequest, page: TellingPage, *, template: str
) -> HttpResponse:
    """Show the form, what could not be taken, or the code that takes it back."""
    if request.method != "POST":
        return render(request, template, page=page)
    try:
        shown = replace(page, code=_kept(page))
    except NotPossible as problem:
        refused = replace(page, problem=str(problem))
        return render(request, template, 400, page=refused)
    return render(request, template, page=shown)


def _kept(page: TellingPage) -> str:
    """Keep what was noted, and give the code that takes it back."""
    if not page.kind:
        raise NotPossible(NOT_CHOSEN)
    return propose_change(
        by=Actor.somebody(),
        region=region_told_of(),
        told=page.typed,
        today=timezone.localdate(),
    )
