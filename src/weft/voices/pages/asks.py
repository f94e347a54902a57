"""What was asked of whom, and how do they answer?"""

from django.http import HttpRequest, HttpResponse
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
from weft.assets.pages.codes import deadlines_file
from weft.commons.saying import dated, day_of
from weft.ground import queries as ground
from weft.shell.downloads import as_download, as_file
from weft.shell.rendering import render
from weft.voices.domain.asks import AskState
from weft.voices.domain.keys import parts_of
from weft.voices.domain.reading import Reader
from weft.voices.pages.in_hand import PROJECT
from weft.voices.pages.presenters.asks import AsksInHand, AsksPage
from weft.voices.pages.presenters.wall import AnswerPage
from weft.voices.pages.typed import day as day_typed
from weft.voices.pages.views import where_open
from weft.voices.queries.asks import ask_to_answer, asks, asks_in
from weft.voices.queries.wall import wall
from weft.voices.queries.whole import project_row
from weft.voices.services import asking

CALENDAR = "ics"
BAD_DAY = "Choose a day, or leave it empty."


def asks_page(slug: str) -> AsksPage:
    """Put together what anybody may read of what was asked, in one project or all."""
    today = timezone.localdate()
    region = (
        where_open(slug)[0]
        if slug
        else next((one.slug for one in ground.regions()), "")
    )
    return AsksPage(
        listed=asks(region, reader=Reader.ANYBODY, today=today, slug=slug),
        slug=slug,
        project=project_row(region, slug).name if slug else "",
    )


@require_safe
def asks_of(request: HttpRequest, slug: str = "") -> HttpResponse:
    """List what was asked: what is unanswered past its day first, oldest first."""
    return render(request, "voices/asks.jinja", page=asks_page(slug))


@require_safe
def asks_file(request: HttpRequest, kind: str, slug: str = "") -> HttpResponse:
    """Give the same as a table, or the days on which answers are due as a calendar."""
    page = asks_page(slug)
    if kind != CALENDAR:
        return as_file(page.table, kind)
    due = (
        (
            one.ask.key,
            f"{one.ask.asked_of}: {one.ask.words}",
            one.ask.answer_by,
            request.build_absolute_uri(reverse("voices:asks_of", args=[one.slug])),
        )
        for one in page.listed
        if one.state is not AskState.ANSWERED
    )
    made = deadlines_file(due, made_at=timezone.now(), called="An answer is due")
    return as_download(made, "text/calendar; charset=utf-8", "answers-due.ics")


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a body what is asked of it, and take its answer."""
    return answered(
        request,
        take=take_one_of({"reply": _reply}),
        shown=_answer_shown,
        kind=asking.ASK,
    )


def _answer_shown(
    request: HttpRequest, link: LinkAbout, *, problem: str = ""
) -> HttpResponse:
    page = AnswerPage(
        found=ask_to_answer(link.thing.key, today=timezone.localdate()),
        typed=request.POST.dict() if problem else {},
        problem=problem,
        done="done" in request.GET,
    )
    return render(request, "voices/answer.jinja", 400 if problem else 200, page=page)


def _reply(request: HttpRequest, link: LinkAbout) -> None:
    told = asking.ReplyMade(
        reply=request.POST.get("reply", ""), done=request.POST.get("did", "")
    )
    asking.reply_to_ask(
        by=link.actor, ask=link.thing.key, told=told, today=timezone.localdate()
    )


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def asks_in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Let hosts ask, give a body its link, and write down what it said."""
    if request.POST.get("answer") == LINK:
        return _link_shown(request)
    return answered(request, take=take_one_of(DEEDS), shown=_shown, kind=PROJECT)


def _page(request: HttpRequest, link: LinkAbout, **more: str) -> AsksInHand:
    today = timezone.localdate()
    region, slug = parts_of(link.thing.key)
    read = wall(region, slug, reader=Reader.HOST, today=today)
    return AsksInHand(
        name=read.name,
        listed=asks_in(read, today=today),
        claims=tuple(
            (str(one.number), f"{one.number} {one.words[:80]}") for one in read.claims
        ),
        back=back_from(request),
        typed=request.POST.dict() if more.get("problem") else {},
        done=request.GET.get("done", ""),
        **more,
    )


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    page = _page(request, link, problem=problem)
    status = 400 if problem else 200
    return render(request, "voices/asks_in_hand.jinja", status, page=page)


def _link_shown(request: HttpRequest) -> HttpResponse:
    """Give a body its link. It is in this one answer and nowhere else."""
    link = link_to_a_thing(request, kind=PROJECT)
    made = asking.give_answer_link(
        by=link.actor, project=link.thing.key, ask=_ask_in(request)
    )
    address = request.build_absolute_uri(reverse("voices:answer", args=[made.secret]))
    ends = dated(day_of(made.link.expires_at))
    page = _page(request, link, address=address, address_ends=ends)
    shown = render(request, "voices/asks_in_hand.jinja", page=page)
    shown["Cache-Control"] = "no-store"
    return shown


def _ask_in(request: HttpRequest) -> str:
    return request.POST.get("ask", "")[:40]


def _ask(request: HttpRequest, link: LinkAbout) -> None:
    told = asking.AskMade(
        words=request.POST.get("words", ""),
        asked_of=request.POST.get("asked_of", ""),
        answer_by=day_typed(request, "answer_by", BAD_DAY),
        asked_on=day_typed(request, "asked_on", BAD_DAY),
    )
    asking.add_ask(
        by=link.actor,
        project=link.thing.key,
        claim=number_in(request, "claim"),
        told=told,
    )


def _typed(request: HttpRequest, link: LinkAbout) -> None:
    told = asking.ReplyMade(
        reply=request.POST.get("reply", ""),
        replied_on=day_typed(request, "replied_on", BAD_DAY),
        done=request.POST.get("did", ""),
        done_on=day_typed(request, "done_on", BAD_DAY),
    )
    asking.type_reply(
        by=link.actor,
        project=link.thing.key,
        ask=_ask_in(request),
        told=told,
        today=timezone.localdate(),
    )


def _out(request: HttpRequest, link: LinkAbout) -> None:
    asking.take_ask_out(by=link.actor, project=link.thing.key, ask=_ask_in(request))


LINK = "link"
DEEDS = {"ask": _ask, "reply": _typed, "out": _out}
