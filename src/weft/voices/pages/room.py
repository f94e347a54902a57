"""How do hosts say who came and what was agreed, by their project's link?"""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import answered, take_one_of
from weft.shell.rendering import render
from weft.voices.domain.kinds import Axis, Sees
from weft.voices.domain.told import ConsentTold, PaidTold, PresenceTold
from weft.voices.pages import typed
from weft.voices.pages.in_hand import FIRST_HAND as YES_OR_NO
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.room import RoomPage
from weft.voices.queries.telling_room import room_in_hand
from weft.voices.services import telling_room

LAST_DAY = "Choose the last day on which the words may be read, or leave it empty."
MOST_ROWS = 60  # of one axis: what is offered, told and left free is fewer


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def room(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show what is told of a workshop, and take what hosts tell of it."""
    return answered(request, take=take_one_of(DEEDS), shown=_shown, kind=PROJECT)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    project, told = room_in_hand(link.thing.key, _ref(request))
    page = RoomPage(
        project=project,
        room=told,
        back=request.path.rpartition("/workshop/")[0],
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/room_in_hand.jinja", status, page=page)


def _ref(request: HttpRequest) -> str:
    matched = request.resolver_match
    return str(matched.kwargs["ref"]) if matched else ""


def _tell(request: HttpRequest, link: LinkAbout) -> None:
    sees = typed.said(request, "sees")
    told = telling_room.RoomMore(
        came=typed.count(request, "came", "How many came"),
        spoke=typed.count(request, "spoke", "How many spoke"),
        paid=PaidTold(
            **{
                name: YES_OR_NO.get(typed.said(request, f"paid-{name}"))
                for name in ("coming", "coding", "deciding")
            }
        ),
        consent=ConsentTold(
            words=typed.said(request, "consent", most=2_000),
            sees=Sees(sees) if sees in set(Sees) else Sees.HOSTS,
            until=typed.day(request, "until", LAST_DAY),
        ),
        needs=typed.said(request, "needs", most=4_000),
        presences=tuple(_presences(request)),
    )
    telling_room.tell_room(
        by=link.actor, project=link.thing.key, workshop=_ref(request), told=told
    )


def _presences(request: HttpRequest) -> Iterator[PresenceTold]:
    """Read the groups of which something is told; an empty row is not known."""
    for at, axis in enumerate(Axis):
        for number in range(MOST_ROWS):
            key = f"g{at}-{number}"
            group = typed.said(request, f"{key}-group", most=100)
            counts = {
                name: typed.count(request, f"{key}-{name}", group or axis.value)
                for name in ("invited", "came", "spoke")
            }
            if group and any(one is not None for one in counts.values()):
                yield PresenceTold(axis=axis, group=group, **counts)


DEEDS = {"room": _tell}
