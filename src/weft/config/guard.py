"""Who stands at every door, and what does somebody see who may not come in?"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth import REDIRECT_FIELD_NAME, logout
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from weft.accounts import sitting
from weft.accounts.actors import Actor
from weft.accounts.asking import link_of, signed_in
from weft.accounts.doors import Door, door_of
from weft.accounts.roles import LinkRole, Role
from weft.accounts.services import note_refusal
from weft.commons.errors import NotFound, TooOften
from weft.config import mishaps
from weft.web.channels import may_be_indexed

BY_LINK = {
    Door.LINK: frozenset({LinkRole.HOLDER, LinkRole.MEMBER}),
    Door.INVITATION: frozenset({LinkRole.INVITED}),
}
SIGNED_IN = frozenset({Door.PROVING, Door.STEWARD, Door.ADMINISTRATOR})
KEPT_APART = {
    # the address holds the secret: it goes to no other page and no search engine
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
}


class Guard:
    """Lets a request through to its page, or answers in its place."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through, and keep from search engines what is not theirs."""
        response = self._respond(request)
        matched = request.resolver_match
        door = door_of(matched.view_name) if matched else Door.ANYBODY
        if door is not Door.ANYBODY or _drawn_for_one(request):
            response["Cache-Control"] = "no-store"
        if door in BY_LINK:
            for name, value in KEPT_APART.items():
                response[name] = value
        if matched and not may_be_indexed(matched.view_name):
            response["X-Robots-Tag"] = "noindex"
        return response

    def process_view(
        self,
        request: HttpRequest,
        _view: object,
        _args: tuple[Any, ...],
        _kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Answer in the page's place, if its door does not open."""
        route = request.resolver_match.view_name if request.resolver_match else ""
        door = door_of(route)
        if door is Door.ANYBODY:
            return None
        if door in BY_LINK:
            return _with_a_link(request, route, BY_LINK[door])
        if door in SIGNED_IN:
            return _signed_in(request, route, door)
        return _refused(request, route or "unnamed", Actor.somebody())


def _drawn_for_one(request: HttpRequest) -> bool:
    """Tell whether a page looked who is signed in: it may show them more."""
    session = getattr(request, "session", None)
    return session is not None and session.accessed


def _refused(request: HttpRequest, route: str, by: Actor) -> HttpResponse:
    """Say that the page is not open to them, and write it down."""
    note_refusal(door=route, by=by)
    return mishaps.not_open(request)


def _with_a_link(
    request: HttpRequest, route: str, roles: frozenset[LinkRole]
) -> HttpResponse | None:
    """Let in whoever has a link that still opens, in one of these roles."""
    try:
        link = link_of(request)
    except TooOften:
        return mishaps.too_often(request)
    except NotFound:
        link = None
    if link is None or link.role not in roles:
        note_refusal(door=route, by=Actor.somebody())
        return mishaps.not_there(request)
    return None


def _signed_in(request: HttpRequest, route: str, door: Door) -> HttpResponse | None:
    """Let in whoever is signed in as this door asks, and show the others the way."""
    now = timezone.now()
    someone = signed_in(request, now=now)
    if someone is None or (door is Door.PROVING and not someone.fresh):
        return _to_sign_in(request, route)
    sitting.note_seen(request.session, now=now)
    if door is Door.PROVING:
        return None
    if not someone.proved:
        note_refusal(door=route, by=someone.actor)
        return redirect("mfa_index")
    if door is Door.ADMINISTRATOR and someone.role is not Role.ADMINISTRATOR:
        return _refused(request, route, someone.actor)
    return None


def _to_sign_in(request: HttpRequest, route: str) -> HttpResponse:
    """Show where one signs in, and end what is left of an earlier sitting."""
    note_refusal(door=route, by=Actor.somebody())
    if request.user.is_authenticated:  # a sitting that ended; not a sign-in half done
        logout(request)
    if request.method not in {"GET", "HEAD"}:
        return mishaps.not_open(request)
    onward = urlencode({REDIRECT_FIELD_NAME: request.path})
    return redirect(f"{reverse('account_login')}?{onward}")
