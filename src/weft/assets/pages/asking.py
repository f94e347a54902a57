"""What does whoever looks after the week's round see and do?"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.actors import Actor
from weft.accounts.asking import actor_of
from weft.assets.pages.presenters.asking import RoundPage, Written
from weft.assets.queries.post import group_of, latest_round, post_standing, texts_for
from weft.assets.queries.worth_asking import questions_now
from weft.assets.services import post
from weft.commons.errors import NotPossible
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render


@require_safe
def asking(request: HttpRequest) -> HttpResponse:
    """Show whom we ask this week, why, what went and what came back."""
    return render(request, "assets/asking.jinja", page=_page())


@require_safe
def asking_file(_request: HttpRequest, region: str, kind: str) -> HttpResponse:
    """Give a week as a table; no address stands in it."""
    tables = {one.slug: one.table for one in _page().rounds}
    return as_file(tables.get(region), kind)


@require_safe
def questions_file(_request: HttpRequest, region: str, kind: str) -> HttpResponse:
    """Give the questions that could open most as a table."""
    tables = {one.slug: one.questions.table for one in _page().rounds}
    return as_file(tables.get(region), kind)


@require_POST
def message(request: HttpRequest, key: UUID) -> HttpResponse:
    """Do what was pressed for one message, and show the round again."""
    deed = request.POST.get("deed", "")
    by = actor_of(request)
    try:
        if deed == "write":
            return _written(request, key, by=by)
        if deed == "address":
            _address(key, request.POST.get("email", ""), by=by)
        elif deed in _DEEDS:
            _DEEDS[deed](by, key)
    except NotPossible as problem:
        page = replace(_page(), problem=str(problem))
        return render(request, "assets/asking.jinja", 409, page=page)
    return redirect(f"{reverse('assets:asking')}#message-{key}")


def _page() -> RoundPage:
    """Put the page together."""
    told = tuple((one, latest_round(one.slug)) for one in ground.regions())
    today = timezone.localdate()
    return RoundPage(
        told=told,
        questions={
            region.slug: questions_now(region.slug, today=today) for region, _ in told
        },
        standing=post_standing(),
        today=today,
        sends=settings.MAIL_ON,
    )


def _written(request: HttpRequest, key: UUID, *, by: Actor) -> HttpResponse:
    """Show the texts to copy, with a link that is told this once."""
    fresh = post.write_by_hand(by=by, message=key, today=timezone.localdate())
    at = reverse("assets:in_hand", args=[fresh.secret])
    told = texts_for(key, address=request.build_absolute_uri(at))
    page = replace(_page(), written=Written(message=key, texts=told))
    return render(request, "assets/asking.jinja", page=page)


def _address(key: UUID, email: str, *, by: Actor) -> None:
    today = timezone.localdate()
    post.give_address(by=by, group=group_of(key), address=email, today=today)


def _sent(by: Actor, key: UUID) -> None:
    post.note_sent_by_hand(by=by, message=key, today=timezone.localdate())


def _not_sent(by: Actor, key: UUID) -> None:
    post.not_sent_by_hand(by=by, message=key)


def _let_be(by: Actor, key: UUID) -> None:
    post.let_be(by=by, message=key)


def _ask_after_all(by: Actor, key: UUID) -> None:
    post.ask_after_all(by=by, message=key)


def _came_back(by: Actor, key: UUID) -> None:
    post.hear_it_came_back(by=by, message=key, today=timezone.localdate())


_DEEDS: Mapping[str, Callable[[Actor, UUID], None]] = {
    "sent": _sent,
    "not-sent": _not_sent,
    "let-be": _let_be,
    "ask": _ask_after_all,
    "came-back": _came_back,
}
