"""What does somebody who lives here say to a number, and do they take it back?

The forms know nobody and leave no cookie, so there is nobody's name that a forged form
could act in: they need no token.
"""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.actors import Actor
from weft.commons.errors import NotFound, NotPossible
from weft.ground import queries as ground
from weft.need import queries
from weft.need.domain.replies import ReplyTold
from weft.need.pages.presenters.profile import FigureOnPage
from weft.need.pages.presenters.replying import ReplyPage, TakeBackPage
from weft.need.services.replying import propose_reply, take_back_reply
from weft.shell.rendering import render


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def reply(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Show a number with room to say something to it, and keep what is said."""
    page = _page(code, key, request.POST)
    if request.method != "POST":
        return render(request, "need/reply.jinja", page=page)
    today = timezone.localdate()
    try:
        own = propose_reply(by=Actor.somebody(), told=page.told, today=today)
    except NotPossible as problem:
        shown = replace(page, problem=str(problem))
        return render(request, "need/reply.jinja", 400, page=shown)
    return render(request, "need/reply.jinja", page=replace(page, code=own))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: HttpRequest) -> HttpResponse:
    """Ask for the code that somebody was given, and take their words back."""
    page = TakeBackPage(code=request.POST.get("code", ""))
    if request.method != "POST":
        return render(request, "need/take_back.jinja", page=page)
    today = timezone.localdate()
    try:
        take_back_reply(by=Actor.somebody(), code=page.code, today=today)
    except NotFound as nothing:
        shown = replace(page, problem=str(nothing))
        return render(request, "need/take_back.jinja", 404, page=shown)
    return render(request, "need/take_back.jinja", page=TakeBackPage(done=True))


def _page(code: str, key: str, typed: QueryDict) -> ReplyPage:
    """Show one number about a place as it is known now, and what was typed."""
    try:
        figures = queries.figures_of(code)
    except NotFound as nothing:
        raise Http404 from nothing
    figure = next((one for one in figures if one.indicator.key == key), None)
    area = ground.area(code)
    if figure is None or area is None:
        raise Http404
    return ReplyPage(
        place=area.title,
        figure=FigureOnPage(figure=figure, area=code),
        told=ReplyTold(
            area_code=code,
            key=key,
            words=typed.get("words", ""),
            said_as=typed.get("said_as", ""),
        ),
    )
