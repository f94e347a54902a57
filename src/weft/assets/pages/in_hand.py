"""What does a group see and say behind its own link?

The address holds the secret, so the forms need no token besides, and no cookie is set.
Opening the page says nothing: programs that look through people's mail open links too.
"""

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.asking import link_of
from weft.accounts.links import LinkAbout
from weft.assets.pages.presenters.in_hand import InHandPage
from weft.assets.queries.holding import group_in_hand
from weft.assets.services import holding
from weft.commons.errors import NotFound, NotPossible
from weft.shell.rendering import render

NO_DAY = "Choose the day on which you are back."
NOT_TAKEN = "Choose one of the answers."


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what the list says of it, and take its word."""
    link = link_of(request)
    if link is None or link.thing.kind != "asset":
        raise NotFound
    if request.method != "POST":
        return _shown(request, link)
    answer = request.POST.get("answer", "")
    if answer not in ANSWERS:
        return _shown(request, link, problem=NOT_TAKEN)
    try:
        ANSWERS[answer](request, link)
    except NotPossible as problem:
        return _shown(request, link, problem=str(problem))
    return redirect(f"{request.path}?done={answer}")


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken."""
    page = InHandPage(
        group=group_in_hand(UUID(link.thing.key)),
        role=link.role,
        now=timezone.now(),
        done=request.GET.get("done", ""),
        problem=problem,
    )
    return render(request, "assets/in_hand.jinja", 400 if problem else 200, page=page)


def _yes(_request: HttpRequest, link: LinkAbout) -> None:
    holding.confirm_group(by=link.actor, group=_key(link), today=timezone.localdate())


def _pause(request: HttpRequest, link: LinkAbout) -> None:
    try:
        back_on = date.fromisoformat(request.POST.get("back_on", ""))
    except ValueError:
        raise NotPossible(NO_DAY) from None
    holding.pause_group(
        by=link.actor, group=_key(link), back_on=back_on, today=timezone.localdate()
    )


def _back(_request: HttpRequest, link: LinkAbout) -> None:
    holding.end_pause(by=link.actor, group=_key(link), today=timezone.localdate())


def _full(_request: HttpRequest, link: LinkAbout) -> None:
    holding.say_room(
        by=link.actor, group=_key(link), room=False, today=timezone.localdate()
    )


def _room(_request: HttpRequest, link: LinkAbout) -> None:
    holding.say_room(
        by=link.actor, group=_key(link), room=True, today=timezone.localdate()
    )


def _not_ours(_request: HttpRequest, link: LinkAbout) -> None:
    holding.disown_group(by=link.actor, group=_key(link), today=timezone.localdate())


def _ours(_request: HttpRequest, link: LinkAbout) -> None:
    holding.own_again(by=link.actor, group=_key(link), today=timezone.localdate())


def _key(link: LinkAbout) -> UUID:
    """Say which group a link is bound to."""
    return UUID(link.thing.key)


ANSWERS: Mapping[str, Callable[[HttpRequest, LinkAbout], None]] = {
    "yes": _yes,
    "pause": _pause,
    "back": _back,
    "full": _full,
    "room": _room,
    "not-ours": _not_ours,
    "ours": _ours,
}
