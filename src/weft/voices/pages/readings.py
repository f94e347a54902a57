"""How do two people code one text without seeing each other's marks, by their links?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import (
    answered,
    back_from,
    link_to_a_thing,
    number_in,
    take_one_of,
)
from weft.commons.errors import NotPossible
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.voices.domain.readings import READING
from weft.voices.pages import typed
from weft.voices.pages.in_hand import PROJECT, at_in, codes_in, source_of
from weft.voices.pages.presenters.readings import BesidePart, ReaderPage, ReadingsPage
from weft.voices.queries.readings import reader_desk, text_read
from weft.voices.services import reading_blind as blind

ASK = "ask"


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def readings(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show who codes a text blind, and where they differ once all are done."""
    if request.POST.get("answer") == ASK:
        return _asked(request)
    take = take_one_of({"done": _own_done, "drop": _drop})
    return answered(request, take=take, shown=_shown, kind=PROJECT)


@require_safe
def readings_file(request: HttpRequest, kind: str, **_told: object) -> HttpResponse:
    """Give how far readings agree, as a file."""
    link = link_to_a_thing(request, kind=PROJECT)
    return as_file(_part(request, link).table, kind)


@require_safe
def places_file(request: HttpRequest, kind: str, **_told: object) -> HttpResponse:
    """Give where readings differ, as a file with no word of what was said."""
    link = link_to_a_thing(request, kind=PROJECT)
    return as_file(_part(request, link).places, kind)


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def reader(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a text to one who codes it blind, and take what they mark."""
    take = take_one_of(READER_DEEDS)
    return answered(request, take=take, shown=_desk_shown, kind=READING)


def _page(
    request: HttpRequest, link: LinkAbout, *, problem: str = "", secret: str = ""
) -> ReadingsPage:
    address = reverse("voices:reader", args=[secret]) if secret else ""
    return ReadingsPage(
        told=text_read(link.thing.key, source_of(request), today=timezone.localdate()),
        here=request.path,
        back=back_from(request),
        address=request.build_absolute_uri(address) if address else "",
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    page = _page(request, link, problem=problem)
    return render(request, "voices/readings.jinja", 400 if problem else 200, page=page)


def _asked(request: HttpRequest) -> HttpResponse:
    """Ask somebody. The secret of their link is in this one answer and nowhere else."""
    link = link_to_a_thing(request, kind=PROJECT)
    try:
        secret = blind.ask_reader(
            by=link.actor,
            project=link.thing.key,
            source=source_of(request),
            name=typed.said(request, "name", most=60),
        )
    except NotPossible as problem:
        return _shown(request, link, problem=str(problem))
    page = _page(request, link, secret=secret)
    answer = render(request, "voices/readings.jinja", page=page)
    answer["Cache-Control"] = "no-store"
    return answer


def _part(request: HttpRequest, link: LinkAbout) -> BesidePart:
    part = _page(request, link).part
    if part is None:
        raise Http404
    return part


def _own_done(request: HttpRequest, link: LinkAbout) -> None:
    blind.own_done(
        by=link.actor,
        project=link.thing.key,
        source=source_of(request),
        today=timezone.localdate(),
    )


def _drop(request: HttpRequest, link: LinkAbout) -> None:
    blind.drop_reader(
        by=link.actor,
        project=link.thing.key,
        source=source_of(request),
        name=typed.said(request, "reader", most=60),
    )


def _desk_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    desk = reader_desk(link.thing.key, today=timezone.localdate())
    page = ReaderPage(
        told=desk.told,
        desk=desk,
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done=request.GET.get("done", ""),
    )
    return render(request, "voices/reader.jinja", 400 if problem else 200, page=page)


def _mark(request: HttpRequest, link: LinkAbout) -> None:
    blind.mark_blind(
        by=link.actor,
        reading=link.thing.key,
        words=request.POST.get("words", ""),
        at=at_in(request),
        codes=codes_in(request),
    )


def _unmark(request: HttpRequest, link: LinkAbout) -> None:
    blind.unmark_blind(
        by=link.actor, reading=link.thing.key, mark=number_in(request, "mark")
    )


def _ready(_request: HttpRequest, link: LinkAbout) -> None:
    today = timezone.localdate()
    blind.reader_done(by=link.actor, reading=link.thing.key, done_on=today)


def _again(_request: HttpRequest, link: LinkAbout) -> None:
    blind.reader_done(by=link.actor, reading=link.thing.key, done_on=None)


READER_DEEDS = {"mark": _mark, "unmark": _unmark, "ready": _ready, "again": _again}
