"""What does a group see and say behind its own link?

The address holds the secret, so the forms need no token besides, and no cookie is set.
Opening the page says nothing: programs that look through people's mail open links too.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.accounts.links import LinkAbout
from weft.accounts.roles import LinkRole
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.holding import MOST_NEW_FACES
from weft.assets.domain.hours.saying import hours_said
from weft.assets.pages import disputes as of_disputes
from weft.assets.pages import ending as of_ending
from weft.assets.pages import held as of_held
from weft.assets.pages import one_question as of_one_question
from weft.assets.pages.answering import answer, unanswer, voices_for
from weft.assets.pages.by_link import (
    Take,
    group_of,
    key_in,
    link_to_a_thing,
)
from weft.assets.pages.presenters.disputes import AskedOnPage
from weft.assets.pages.presenters.held import HeldOnPage
from weft.assets.pages.presenters.in_hand import (
    Draft,
    InHandPage,
    MailOfGroup,
    Problem,
)
from weft.assets.pages.presenters.month import MonthPicture
from weft.assets.pages.presenters.one_question import OneQuestionOnPage
from weft.assets.queries.disputes import asked_of
from weft.assets.queries.held import held_in_hand
from weft.assets.queries.holding import group_in_hand
from weft.assets.queries.month import month_of_group
from weft.assets.queries.post import may_be_written_to
from weft.assets.queries.told_of_us import told_of_group
from weft.assets.queries.worth_asking import question_to
from weft.assets.services import holding, new_faces, post
from weft.assets.services.new_times import NewTimes, change_times, take_times_back
from weft.commons.errors import NotPossible
from weft.shell.downloads import as_file
from weft.shell.rendering import render

NO_DAY = "Choose the day on which you are back."
NO_NUMBER = f"Write a number from 0 to {MOST_NEW_FACES}."
NO_START = "Choose the day from which the new times count."
READ, STOP = "read", "stop"
ASKED_AT = {
    "pause": "back_on",
    "read": "said",
    "times": "said",
    "address": "email",
    "faces": "number",
    "answer-visitor": "visitors",
    "stopped": "stopped_on",
}
"""Which field a problem with an answer is shown at."""


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what the list says of it, and take its word."""
    link = link_to_a_thing(request)
    if request.method != "POST":
        return _shown(request, link)
    said = request.POST.get("answer", "")
    if said not in {READ, STOP, *ANSWERS}:
        return _shown(request, link, problem=Problem("answer", NOT_AN_ANSWER))
    try:
        if said == READ:
            return _shown(request, link, draft=_draft(request))
        if said == STOP:
            return _shown(request, link, kept=_stopped(link))
        ANSWERS[said](request, link)
    except NotPossible as problem:
        where = ASKED_AT.get(said, "answer")
        return _shown(request, link, problem=Problem(where, str(problem)))
    return redirect(f"{request.path}?done={said}")


@require_safe
def month_file(request: HttpRequest, kind: str, **_told: object) -> HttpResponse:
    """Give a group its month as a table; small numbers leave no page as they are."""
    link = link_to_a_thing(request)
    month = month_of_group(group_of(link), today=timezone.localdate())
    return as_file(MonthPicture(month=month, fewest=settings.FEWEST).file, kind)


def _shown(
    request: HttpRequest,
    link: LinkAbout,
    *,
    problem: Problem | None = None,
    draft: Draft | None = None,
    kept: str = "",
) -> HttpResponse:
    """Draw the page, with what could not be taken, or what was understood."""
    has_address, wants_none = may_be_written_to(group_of(link))
    key, today = group_of(link), timezone.localdate()
    is_holder = link.role is LinkRole.HOLDER
    held = held_in_hand(key, today=today) if is_holder else ()
    one = question_to(key, today=today)
    page = InHandPage(
        group=group_in_hand(key),
        held=tuple(HeldOnPage(one=one) for one in held),
        asked=tuple(
            AskedOnPage(one=one) for one in (asked_of(key) if is_holder else ())
        ),
        question=OneQuestionOnPage(one=one, here=request.path) if one else None,
        role=link.role,
        here=request.path,
        now=timezone.now(),
        done=STOP if kept else request.GET.get("done", ""),
        problem=problem,
        draft=draft or _typed(request),
        month=MonthPicture(
            month=month_of_group(group_of(link), today=timezone.localdate()),
            fewest=settings.FEWEST,
        ),
        told=len(told_of_group(key, today=today)) if is_holder else 0,
        mail=MailOfGroup(has_address=has_address, wants_none=wants_none, kept=kept),
    )
    voices = voices_for(page.group.key)
    return render(
        request,
        "assets/in_hand.jinja",
        400 if problem else 200,
        page=page,
        voices=voices,
    )


def _typed(request: HttpRequest) -> Draft:
    """Keep what was typed, so that nobody types it twice."""
    return Draft(
        offer=(request.POST or request.GET).get("offer", ""),
        said=request.POST.get("said", ""),
        start=request.POST.get("start", ""),
    )


def _draft(request: HttpRequest) -> Draft:
    """Say back what was understood of new times; nothing is changed yet."""
    read = _new_times(request).read(today=timezone.localdate())
    return replace(_typed(request), understood=hours_said(read))


def _new_times(request: HttpRequest) -> NewTimes:
    """Read the form of new times."""
    try:
        start = date.fromisoformat(request.POST.get("start", ""))
    except ValueError:
        raise NotPossible(NO_START) from None
    said = request.POST.get("said", "")
    return NewTimes(offer=key_in(request, "offer"), said=said, start=start)


def _times(request: HttpRequest, link: LinkAbout) -> None:
    new, today = _new_times(request), timezone.localdate()
    change_times(by=link.actor, group=group_of(link), new=new, today=today)


def _old_times(request: HttpRequest, link: LinkAbout) -> None:
    offer, today = key_in(request, "offer"), timezone.localdate()
    take_times_back(by=link.actor, group=group_of(link), offer=offer, today=today)


def _yes(_request: HttpRequest, link: LinkAbout) -> None:
    holding.confirm_group(
        by=link.actor, group=group_of(link), today=timezone.localdate()
    )


def _pause(request: HttpRequest, link: LinkAbout) -> None:
    try:
        back_on = date.fromisoformat(request.POST.get("back_on", ""))
    except ValueError:
        raise NotPossible(NO_DAY) from None
    holding.pause_group(
        by=link.actor, group=group_of(link), back_on=back_on, today=timezone.localdate()
    )


def _back(_request: HttpRequest, link: LinkAbout) -> None:
    holding.end_pause(by=link.actor, group=group_of(link), today=timezone.localdate())


def _full(_request: HttpRequest, link: LinkAbout) -> None:
    holding.say_room(
        by=link.actor, group=group_of(link), room=False, today=timezone.localdate()
    )


def _room(_request: HttpRequest, link: LinkAbout) -> None:
    holding.say_room(
        by=link.actor, group=group_of(link), room=True, today=timezone.localdate()
    )


def _not_ours(_request: HttpRequest, link: LinkAbout) -> None:
    holding.disown_group(
        by=link.actor, group=group_of(link), today=timezone.localdate()
    )


def _ours(_request: HttpRequest, link: LinkAbout) -> None:
    holding.own_again(by=link.actor, group=group_of(link), today=timezone.localdate())


def _faces(request: HttpRequest, link: LinkAbout) -> None:
    told = request.POST.get("number", "").strip()
    if not told.isdecimal() or len(told) > len(str(MOST_NEW_FACES)):
        raise NotPossible(NO_NUMBER)
    new_faces.say_new_faces(
        by=link.actor,
        group=group_of(link),
        number=int(told),
        today=timezone.localdate(),
    )


def _no_faces(_request: HttpRequest, link: LinkAbout) -> None:
    today = timezone.localdate()
    new_faces.take_faces_back(by=link.actor, group=group_of(link), today=today)


def _stopped(link: LinkAbout) -> str:
    """Stop all mail; give what undoes it, for the page to carry."""
    today = timezone.localdate()
    return post.stop_mail(by=link.actor, group=group_of(link), today=today).kept


def _write_again(request: HttpRequest, link: LinkAbout) -> None:
    kept, today = request.POST.get("kept", ""), timezone.localdate()
    post.write_again(by=link.actor, group=group_of(link), kept=kept, today=today)


def _address(request: HttpRequest, link: LinkAbout) -> None:
    email, today = request.POST.get("email", ""), timezone.localdate()
    post.give_address(by=link.actor, group=group_of(link), address=email, today=today)


def _no_address(_request: HttpRequest, link: LinkAbout) -> None:
    post.forget_address(by=link.actor, group=group_of(link))


ANSWERS: Mapping[str, Take] = {
    "yes": _yes,
    "times": _times,
    "old-times": _old_times,
    "pause": _pause,
    "back": _back,
    "full": _full,
    "room": _room,
    "not-ours": _not_ours,
    "ours": _ours,
    **of_held.ANSWERS,
    **of_disputes.ANSWERS,
    **of_ending.ANSWERS,
    **of_one_question.ANSWERS,
    "faces": _faces,
    "no-faces": _no_faces,
    "write-again": _write_again,
    "address": _address,
    "no-address": _no_address,
    "answer-visitor": answer,
    "unanswer": unanswer,
}
