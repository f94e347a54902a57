"""What do those who were there do by their room's link, and hosts so that they get it?

The secret in the address is the token, as on a group's own page.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe
from markupsafe import Markup

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import (
    answered,
    back_from,
    link_to_a_thing,
    take_one_of,
)
from weft.assets.pages.codes import square_code
from weft.commons.errors import NotPossible
from weft.commons.saying import dated, day_of
from weft.shell.rendering import render
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.there import RoomPage, TellingPage
from weft.voices.pages.typed import day as day_typed
from weft.voices.queries.there import room_there, told_there
from weft.voices.services import there

MOST_DIGITS = 6
BAD_DAY = "Choose the day on which it was sent."


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def room(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a room and the draft to those who were there; take what they say to it."""
    link, code, problem = link_to_a_thing(request, kind=there.ROOM), "", ""
    if request.method == "POST":
        try:
            code = _objected(request, link)
        except NotPossible as fault:
            problem = str(fault)
    page = _room_page(request, link, code=code, problem=problem)
    answer = render(request, "voices/room.jinja", 400 if problem else 200, page=page)
    answer["Cache-Control"] = "no-store"
    return answer


@require_safe
def room_sheet(request: HttpRequest, **_told: object) -> HttpResponse:
    """Give the draft in large print, to be read or read out."""
    link = link_to_a_thing(request, kind=there.ROOM)
    page = _room_page(request, link)
    return render(request, "voices/room_sheet.jinja", page=page)


def _room_page(
    request: HttpRequest, link: LinkAbout, *, code: str = "", problem: str = ""
) -> RoomPage:
    return RoomPage(
        room=room_there(link.thing.key, today=timezone.localdate()),
        here=request.path,
        typed=request.POST.dict() if problem else {},
        problem=problem,
        code=code,
    )


def _objected(request: HttpRequest, link: LinkAbout) -> str:
    claim = request.POST.get("claim", "")
    fits = claim.isascii() and claim.isdecimal() and len(claim) < MOST_DIGITS
    return there.object_there(
        by=link.actor,
        room=link.thing.key,
        claim=int(claim) if fits else 0,
        words=request.POST.get("meant", ""),
        said_by=request.POST.get("said_by", ""),
        today=timezone.localdate(),
    )


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def telling(request: HttpRequest, **_told: object) -> HttpResponse:
    """Let hosts give a room its link, and note how those who were there got it."""
    if request.POST.get("answer") == LINK:
        return _link_shown(request)
    return answered(request, take=take_one_of(DEEDS), shown=_telling, kind=PROJECT)


def _telling(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    page = TellingPage(
        told=told_there(link.thing.key),
        back=back_from(request),
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    return render(request, "voices/telling.jinja", 400 if problem else 200, page=page)


def _link_shown(request: HttpRequest) -> HttpResponse:
    """Give a room its link. It is in this one answer and nowhere else."""
    link = link_to_a_thing(request, kind=PROJECT)
    ref = request.POST.get("workshop", "")[:60]
    made = there.give_room_link(by=link.actor, project=link.thing.key, workshop=ref)
    address = request.build_absolute_uri(reverse("voices:room", args=[made.secret]))
    told = told_there(link.thing.key)
    page = TellingPage(
        told=told,
        back=back_from(request),
        link=address,
        link_ends=dated(day_of(made.link.expires_at)),
        link_room=dict(told.rooms)[ref],
        code=Markup(square_code(address).decode()),  # noqa: S704 a drawing of our own
    )
    answer = render(request, "voices/telling.jinja", page=page)
    answer["Cache-Control"] = "no-store"
    return answer


def _sent(request: HttpRequest, link: LinkAbout) -> None:
    told = there.SentTold(
        on=day_typed(request, "sent_on", BAD_DAY),
        how=request.POST.get("how", "")[:300],
        late=request.POST.get("which") == "late",
    )
    there.note_sent(
        by=link.actor, project=link.thing.key, told=told, today=timezone.localdate()
    )


def _first(request: HttpRequest, link: LinkAbout) -> None:
    there.let_choose_first(
        by=link.actor,
        project=link.thing.key,
        speaker=request.POST.get("speaker", "")[:60],
        first=request.POST.get("first") == "yes",
    )


LINK = "link"
DEEDS = {"sent": _sent, "first": _first}
