"""How do those who held a room draw what makes what, by their project's link?"""

import re

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import answered, back_from, number_in, take_one_of
from weft.commons.errors import NotPossible
from weft.shell.rendering import render
from weft.voices.domain.kinds import Basis, Scale, Sign
from weft.voices.exchange.causes import FARTHEST, causes_in, read_file
from weft.voices.pages import typed
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.drawing import DrawPage
from weft.voices.queries.drawing import map_in_hand
from weft.voices.services import drawing, going_round
from weft.voices.services.merging import take_arrows_in

NAMES = 200
NUMBERS = re.compile(r"(?:\s*[Pp]?\d{1,9}\s*[,;\s]?)*")
TIME = {"yes": True, "no": False}
FILE, MOST_BYTES = "file", 4_000_000


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def causes_in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a map to those who draw it, and take what they draw."""
    return answered(request, take=_take, shown=_shown, kind=PROJECT)


def _take(request: HttpRequest, link: LinkAbout) -> str:
    """Do what a form says; of a file, say how much of it came."""
    if request.POST.get("answer") != FILE:
        return take_one_of(DEEDS)(request, link)
    file = request.FILES.get("map")
    if file is None:
        raise NotPossible("Choose a file.")
    if (file.size or 0) > MOST_BYTES:
        raise NotPossible("That file is too large: a map has at most 4 MB.")
    read = read_file(file.read(), name=file.name or "")
    came = take_arrows_in(
        by=link.actor,
        project=link.thing.key,
        told=causes_in(read),
        ours=read.graph.attributes.get("project") == link.thing.key,
    )
    unread = len(causes_in(read).unread)
    return f"{FILE}-{came.new}-{came.changed}-{came.same}-{unread}"


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    typed = request.POST.dict() if problem else {}
    asked = {name: request.GET.get(name, "")[:60] for name in ASKED}
    if typed.get("answer") == "arrow":
        asked["change"] = typed.get("ref", "")
    page = DrawPage(
        held=map_in_hand(link.thing.key, today=timezone.localdate()),
        here=request.path,
        back=back_from(request),
        typed=typed,
        problem=problem,
        done=request.GET.get("done", ""),
        **asked,
    )
    return render(request, "voices/drawing.jinja", 400 if problem else 200, page=page)


def _numbers(typed: str) -> tuple[int, ...]:
    """Read which passages are meant: «P4, P12»."""
    if not NUMBERS.fullmatch(typed):
        raise NotPossible("Write which words by their numbers, as P4, P12.")
    return tuple(int(one) for one in re.findall(r"\d+", typed))


def _arrow(request: HttpRequest, link: LinkAbout) -> None:
    basis, sign, scale = (
        typed.said(request, name) for name in ("basis", "sign", "scale")
    )
    told = drawing.ArrowTold(
        cause=typed.said(request, "from", most=NAMES + 1),
        effect=typed.said(request, "to", most=NAMES + 1),
        sign=Sign(sign) if sign in set(Sign) else Sign.UNKNOWN,
        basis=Basis(basis) if basis in set(Basis) else Basis.STATED,
        takes_time=TIME.get(typed.said(request, "time")),
        scale=Scale(scale) if scale in set(Scale) else Scale.UNKNOWN,
        who=typed.said(request, "who", most=NAMES + 1),
        both_ways=typed.said(request, "both") == "yes",
        passages=_numbers(typed.said(request, "words", most=500)),
    )
    drawing.draw_cause(
        by=link.actor, project=link.thing.key, told=told, ref=typed.said(request, "ref")
    )


def _arrow_out(request: HttpRequest, link: LinkAbout) -> None:
    drawing.take_cause_out(
        by=link.actor, project=link.thing.key, ref=typed.said(request, "ref")
    )


def _thing(request: HttpRequest, link: LinkAbout) -> None:
    drawing.keep_thing(
        by=link.actor,
        project=link.thing.key,
        name=typed.said(request, "name", most=NAMES + 1),
        measured_by=typed.said(request, "measured_by", most=80),
        was=typed.said(request, "was"),
    )


def _thing_out(request: HttpRequest, link: LinkAbout) -> None:
    drawing.take_thing_out(
        by=link.actor, project=link.thing.key, name=typed.said(request, "name")
    )


def _join(request: HttpRequest, link: LinkAbout) -> None:
    going_round.join_things(
        by=link.actor,
        project=link.thing.key,
        name=typed.said(request, "name"),
        into=typed.said(request, "into"),
    )


def _place(request: HttpRequest, link: LinkAbout) -> None:
    given = [told for name in ("across", "down") if (told := typed.said(request, name))]
    if len(given) == 1 or not all(n.isascii() and n.isdecimal() for n in given):
        raise NotPossible("Write two numbers, across and down, or leave both empty.")
    across, down = (min(int(n[:9]), FARTHEST) for n in given) if given else (0, 0)
    drawing.place_thing(
        by=link.actor,
        project=link.thing.key,
        name=typed.said(request, "name"),
        at=(across, down) if given else None,
    )


def _loop(request: HttpRequest, link: LinkAbout) -> None:
    going_round.name_loop(
        by=link.actor,
        project=link.thing.key,
        things=request.POST.getlist("through"),
        name=typed.said(request, "name", most=101),
        hopeful=typed.said(request, "hopeful") == "yes",
    )


def _ask(request: HttpRequest, link: LinkAbout) -> None:
    going_round.ask_room(
        by=link.actor,
        project=link.thing.key,
        words=typed.said(request, "question", most=NAMES + 1),
        workshop=typed.said(request, "workshop"),
    )


def _undo(request: HttpRequest, link: LinkAbout) -> None:
    drawing.undo_drawing(
        by=link.actor, project=link.thing.key, step=number_in(request, "step")
    )


ASKED = ("change", "thing", "through", "words")
DEEDS = {
    "arrow": _arrow,
    "arrow-out": _arrow_out,
    "thing": _thing,
    "thing-out": _thing_out,
    "join": _join,
    "place": _place,
    "loop": _loop,
    "ask": _ask,
    "undo": _undo,
}
