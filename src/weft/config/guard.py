"""Who stands at every door, and what does somebody see who may not come in?"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from weft.accounts.actors import Actor
from weft.accounts.asking import link_of
from weft.accounts.doors import Door, door_of
from weft.accounts.links import LinkAbout
from weft.accounts.models import LinkRole
from weft.accounts.services import note_refusal
from weft.commons.errors import NotFound, TooOften
from weft.config import mishaps

HOLDING = frozenset({LinkRole.HOLDER, LinkRole.MEMBER})
KEPT_APART = {
    # the address holds the secret: it goes to no other page, cache or search engine
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


class Guard:
    """Lets a request through to its page, or answers in its place."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Let the request through, and keep an address with a secret to itself."""
        response = self._respond(request)
        matched = request.resolver_match
        if matched and door_of(matched.view_name) is Door.LINK:
            for name, value in KEPT_APART.items():
                response[name] = value
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
        if door is Door.LINK:
            return _with_a_link(request, route)
        note_refusal(door=route or "unnamed", by=Actor.somebody())
        return mishaps.not_open(request)


def _with_a_link(request: HttpRequest, route: str) -> HttpResponse | None:
    """Let in whoever has a link that still opens."""
    try:
        link = link_of(request)
    except TooOften:
        return mishaps.too_often(request)
    except NotFound:
        link = None
    if link is None or not _holds(link):
        note_refusal(door=route, by=Actor.somebody())
        return mishaps.not_there(request)
    return None


def _holds(link: LinkAbout) -> bool:
    """Tell whether a link is one of those to a thing; an invitation is not."""
    return link.role in HOLDING
