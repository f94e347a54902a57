"""How does a group ask for a hand, behind its own link?

As on the group's own page, the secret in the address is the token.
"""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.chances import ChanceKind, ChanceTold, minutes
from weft.assets.domain.told import NO, YES
from weft.assets.pages.by_link import (
    Take,
    answered,
    back_from,
    group_of,
    key_in,
    take_one_of,
)
from weft.assets.pages.presenters.hand_in_hand import AskLine, HandPage
from weft.assets.queries.chances import chances_of
from weft.assets.queries.holding import group_in_hand
from weft.assets.services.hand_in_hand import LONGEST, ask_for_a_hand, take_ask_back
from weft.commons.errors import NotPossible
from weft.shell.rendering import render

READ = {YES: True, NO: False}
NO_TIME = "Write how long it takes in all, like: 45 min, or 2 hours."
NO_DAY = "Choose a last day, or leave it empty."


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what it asks for, and take its word."""
    return answered(request, take=take_one_of(ANSWERS), shown=_shown)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken, and what was typed."""
    group = group_in_hand(group_of(link)).key
    page = HandPage(
        asks=tuple(AskLine(about=one, own=own) for one, own in chances_of(group)),
        back=back_from(request),
        typed=request.POST.dict(),
        longest=LONGEST,
        today=str(timezone.localdate()),
        done=request.GET.get("done", ""),
        problem=(_where(problem), problem) if problem else ("", ""),
    )
    status = 400 if problem else 200
    return render(request, "assets/hand_in_hand.jinja", status, page=page)


def _where(problem: str) -> str:
    """Say at which field a problem is shown."""
    return {NO_TIME: "minutes", NO_DAY: "last_on"}.get(problem, "name")


def _asked(request: HttpRequest, link: LinkAbout) -> None:
    told, today = _told(request), timezone.localdate()
    ask_for_a_hand(by=link.actor, group=group_of(link), told=told, today=today)


def _back(request: HttpRequest, link: LinkAbout) -> None:
    chance = key_in(request, "chance")
    take_ask_back(by=link.actor, group=group_of(link), chance=chance)


def _told(request: HttpRequest) -> ChanceTold:
    """Read the form; what is left open stays unknown."""
    post = request.POST
    kind = next((one for one in ChanceKind if one == post.get("kind")), None)
    if kind is None:
        raise NotPossible(NOT_AN_ANSWER)
    words = {name: " ".join(post.get(name, "").split()) for name in LONGEST}
    return ChanceTold(
        reference="",
        kind=kind,
        name=words["name"],
        summary=words["summary"],
        when=words["when"],
        with_whom=words["with_whom"],
        expenses_note=words["expenses_note"],
        pay=words["pay"] if kind is ChanceKind.PAID else "",
        how_to_join=words["how_to_join"],
        minutes_in_all=_minutes(post.get("minutes", "")),
        once=READ.get(post.get("once", "")),
        expenses=READ.get(post.get("expenses", "")),
        last_on=_day(post.get("last_on", "")),
    )


def _minutes(typed: str) -> int | None:
    read = minutes(typed)
    if typed.strip() and read is None:
        raise NotPossible(NO_TIME)
    return read


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise NotPossible(NO_DAY) from None


ANSWERS: Mapping[str, Take] = {"asked": _asked, "back": _back}
