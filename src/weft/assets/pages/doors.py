"""How is a picture of a door given, looked at, and shown?

On the group's own page the secret in the address is the token; whoever checks the list
is signed in, and their forms have one.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from weft.accounts.asking import actor_of
from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.doors import WIDTHS
from weft.assets.pages.by_link import answered, back_from, group_of, key_in
from weft.assets.pages.presenters.doors import DoorInHandPage, DoorsPage
from weft.assets.queries.doors import (
    doors_waiting,
    picture,
    places_in_hand,
    shown_picture,
)
from weft.assets.services.doors import (
    give_door,
    hide_door,
    refuse_door,
    show_door,
    take_door_back,
)
from weft.commons.errors import NotPossible
from weft.commons.files import pictures_from
from weft.shell.rendering import render

NO_FILE = "Choose a picture first."
DECISIONS = {
    "shown": show_door,
    "hidden": hide_door,
    "refused": refuse_door,
}


@require_safe
def shown(_request: HttpRequest, key: UUID, width: int) -> HttpResponse:
    """Give a picture that everybody may see; a browser asks again each time."""
    response = HttpResponse(shown_picture(key, width), content_type="image/jpeg")
    response["Cache-Control"] = "no-cache"  # taken back, it is gone at once
    return response


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Take a picture of a door from a group, or take one back."""
    return answered(request, take=_take, shown=_asked)


def _take(request: HttpRequest, link: LinkAbout) -> str:
    """Do what the form says."""
    group, today = group_of(link), timezone.localdate()
    if request.POST.get("answer") == "back":
        take_door_back(by=link.actor, group=group, door=key_in(request, "door"))
        return "back"
    file = request.FILES.get("picture")
    if file is None:
        raise NotPossible(NO_FILE)
    small, large = pictures_from(file.read(), WIDTHS)
    give_door(
        by=link.actor,
        group=group,
        place=key_in(request, "place"),
        pictures=(small, large),
        described=request.POST.get("described", ""),
        today=today,
    )
    return "given"


def _asked(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken."""
    page = DoorInHandPage(
        places=places_in_hand(group_of(link)),
        back=back_from(request),
        chosen=request.POST.get("place", ""),
        described=request.POST.get("described", ""),
        done=request.GET.get("done", ""),
        problem=problem,
    )
    return render(
        request, "assets/door_in_hand.jinja", 400 if problem else 200, page=page
    )


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """Show every picture to somebody who checks the list."""
    return _waiting(request)


@require_safe
def looked_at(_request: HttpRequest, key: UUID, width: int) -> HttpResponse:
    """Give a picture to somebody who checks the list, shown or not."""
    return HttpResponse(picture(key, width), content_type="image/jpeg")


@require_POST
def decide(request: HttpRequest, key: UUID) -> HttpResponse:
    """Show a picture, show it no more, or delete it."""
    answer = request.POST.get("answer", "")
    try:
        DECISIONS.get(answer, refuse_nothing)(by=actor_of(request), door=key)
    except NotPossible as problem:
        return _waiting(request, problem=str(problem))
    return redirect(f"{reverse('assets:doors')}?done={answer}")


def refuse_nothing(**_told: object) -> None:
    """Refuse an answer that is none of ours."""
    raise NotPossible(NOT_AN_ANSWER)


def _waiting(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    page = DoorsPage(
        doors=doors_waiting(),
        today=timezone.localdate(),
        done=request.GET.get("done", ""),
        problem=problem,
    )
    return render(request, "assets/doors.jinja", 409 if problem else 200, page=page)
