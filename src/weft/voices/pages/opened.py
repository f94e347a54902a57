"""What stays open, what was named, and what do people say a place has?"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import answered, back_from, number_in, take_one_of
from weft.commons.errors import NotPossible
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.voices.domain.keys import parts_of
from weft.voices.domain.kinds import Strength, WorkKind
from weft.voices.domain.reading import Reader
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.open_in_hand import OpenInHand
from weft.voices.pages.presenters.opened import OpenPage
from weft.voices.pages.priorities import neighbourhoods
from weft.voices.pages.typed import day as day_typed
from weft.voices.pages.views import where_open
from weft.voices.queries.opened import opened
from weft.voices.services import opening

BAD_DAY = "Choose the day on which it was answered, or leave it empty."
HOLDS = {"yes": True, "no": False}


def page_of(slug: str) -> OpenPage:
    """Give what stays open, as anybody may read it."""
    region, today = where_open(slug)
    return OpenPage(told=opened(region, slug, reader=Reader.ANYBODY, today=today))


@require_safe
def open_of(request: HttpRequest, slug: str) -> HttpResponse:
    """Show questions, what is taken to be so, and works that people named."""
    return render(request, "voices/open.jinja", page=page_of(slug))


@require_safe
def open_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:  # noqa: ARG001 a view takes it
    """Give the same as a file."""
    return as_file(page_of(slug).table, kind)


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def open_in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Let hosts note what passages ask, name, bear out or tell of a place."""
    return answered(request, take=take_one_of(DEEDS), shown=_shown, kind=PROJECT)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    region, slug = parts_of(link.thing.key)
    today = timezone.localdate()
    page = OpenInHand(
        told=opened(region, slug, reader=Reader.HOST, today=today),
        back=back_from(request),
        neighbourhoods=neighbourhoods(region),
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "voices/open_in_hand.jinja", status, page=page)


def _said(request: HttpRequest, name: str, most: int = 2_000) -> str:
    return request.POST.get(name, "")[:most].strip()


def _strength(request: HttpRequest, link: LinkAbout) -> None:
    kind, place = _said(request, "kind"), _said(request, "place")
    if kind not in set(Strength):
        raise NotPossible("Choose what the words tell of.")
    known = dict(neighbourhoods(parts_of(link.thing.key)[0]))
    opening.say_strength(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        kind=Strength(kind),
        place=place if place in known else "",
    )


def _question(request: HttpRequest, link: LinkAbout) -> None:
    told = opening.AnswerMade(
        words=_said(request, "words"),
        by=_said(request, "by"),
        on=day_typed(request, "on", BAD_DAY),
    )
    opening.ask_openly(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        told=told,
    )


def _work(request: HttpRequest, link: LinkAbout) -> None:
    kind = _said(request, "kind")
    opening.name_work(
        by=link.actor,
        project=link.thing.key,
        passage=number_in(request, "passage"),
        name=_said(request, "name", 300),
        kind=WorkKind(kind) if kind in set(WorkKind) else WorkKind.OTHER,
    )


def _assumption(request: HttpRequest, link: LinkAbout) -> None:
    holds = HOLDS.get(_said(request, "holds"))
    if holds is None:
        raise NotPossible("Say whether the words bear it out or cast doubt on it.")
    opening.bear_on(
        by=link.actor,
        project=link.thing.key,
        assumption=_said(request, "assumption", 60),
        words=_said(request, "words"),
        passage=number_in(request, "passage"),
        holds=holds,
    )


def _out(request: HttpRequest, link: LinkAbout) -> None:
    kind, _, row = _said(request, "note").partition(" ")
    opening.take_note_out(
        by=link.actor,
        project=link.thing.key,
        kind=kind,
        row=int(row) if row.isascii() and row.isdecimal() else 0,
    )


DEEDS = {
    "strength": _strength,
    "question": _question,
    "work": _work,
    "assumption": _assumption,
    "out": _out,
}
