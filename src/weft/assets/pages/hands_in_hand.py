"""In whose hands is a group, by its own word behind its own link?

As on the group's own page, the secret in the address is the token.
"""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.kinds import TieKind
from weft.assets.pages.by_link import (
    Take,
    answered,
    back_from,
    group_of,
    number_in,
    take_one_of,
)
from weft.assets.pages.presenters.hands_in_hand import HandsInHandPage
from weft.assets.queries.hands_in_hand import hands_in_hand
from weft.assets.services import hands_in_hand as saying
from weft.commons.errors import NotPossible
from weft.shell.rendering import render

ASKED_AT = {"told": "who", "owned": "owned", "part": "whole"}
"""Which field a problem with an answer is shown at."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def hands(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group in whose hands it is, and take its word."""
    return answered(request, take=take_one_of(ANSWERS), shown=_shown)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken, and what was typed."""
    where = ASKED_AT.get(request.POST.get("answer", ""), "who")
    page = HandsInHandPage(
        about=hands_in_hand(group_of(link)),
        back=back_from(request),
        kind=request.POST.get("kind", ""),
        who=request.POST.get("who", ""),
        owned_typed=request.POST.get("owned"),
        whole=request.POST.get("whole", ""),
        done=request.GET.get("done", ""),
        problem=(where, problem) if problem else ("", ""),
    )
    status = 400 if problem else 200
    return render(request, "assets/hands_in_hand.jinja", status, page=page)


def _told(request: HttpRequest, link: LinkAbout) -> None:
    kind = next((one for one in TieKind if one == request.POST.get("kind")), None)
    if kind is None:
        raise NotPossible(NOT_AN_ANSWER)
    who, today = request.POST.get("who", ""), timezone.localdate()
    saying.say_hands(
        by=link.actor, group=group_of(link), kind=kind, who=who, today=today
    )


def _back(request: HttpRequest, link: LinkAbout) -> None:
    number, today = number_in(request, "number"), timezone.localdate()
    saying.take_hands_back(
        by=link.actor, group=group_of(link), number=number, today=today
    )


def _owned(request: HttpRequest, link: LinkAbout) -> None:
    words, today = request.POST.get("owned", ""), timezone.localdate()
    saying.say_owned(by=link.actor, group=group_of(link), words=words, today=today)


def _part(request: HttpRequest, link: LinkAbout) -> None:
    whole, today = request.POST.get("whole", ""), timezone.localdate()
    saying.say_part_of(by=link.actor, group=group_of(link), whole=whole, today=today)


ANSWERS: Mapping[str, Take] = {
    "told": _told,
    "back": _back,
    "owned": _owned,
    "part": _part,
}
