"""What awaits somebody who checks the list, and what do they decide?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of, signed_in
from weft.assets.domain.proposals import ToldField
from weft.assets.queries.desk import what_waits
from weft.assets.services.holding import keep_hidden, own_again
from weft.assets.services.proposals import accept_change, decline_change
from weft.assets.services.unlisting import unlist_who_asked
from weft.commons.errors import NotAllowed, NotPossible
from weft.commons.standing import Standing
from weft.need.services.replying import accept_reply, decline_reply
from weft.shell.rendering import render
from weft.web.pages.presenters.desk import GroupOnPage, ListOnDesk, StewardPage
from weft.web.pages.presenters.steward import (
    DONE,
    SAID,
    JustDecided,
    item_on_page,
)
from weft.web.queue import groups_waiting, waiting


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show what is to be decided, and who they are."""
    return _queue(request)


@require_POST
def decide_reply(request: HttpRequest, reply: UUID) -> HttpResponse:
    """Let words stand beside a number or not, and go on to the next."""
    by, today = actor_of(request), timezone.localdate()
    why, seen = request.POST.get("why", ""), _seen(request)
    try:
        if why:
            decline_reply(by=by, reply=reply, why=why, today=today, seen=seen)
        else:
            accept_reply(by=by, reply=reply, today=today, seen=seen)
    except NotPossible as problem:
        return _queue(request, problem=str(problem))
    return _next(sort="reply", just=reply, declined=bool(why))


@require_POST
def decide_proposal(request: HttpRequest, proposal: UUID) -> HttpResponse:
    """Take what somebody told us as so or not, and go on to the next."""
    by, today = actor_of(request), timezone.localdate()
    why, seen = request.POST.get("why", ""), _seen(request)
    try:
        if why:
            decline_change(
                by=by,
                proposal=proposal,
                why=why,
                today=today,
                seen=seen,
                asked=SAID.get(why),
            )
        else:
            accept_change(
                by=by,
                proposal=proposal,
                today=today,
                seen=seen,
                fields=_fields(request),
            )
    except NotPossible as problem:
        return _queue(request, problem=str(problem))
    if request.POST.get("from") == "decided":
        return redirect("web:decided")
    return _next(sort="proposal", just=proposal, declined=bool(why))


@require_POST
def decide_group(request: HttpRequest, group: UUID) -> HttpResponse:
    """Show a group again that somebody said is not theirs, or keep it hidden."""
    by, today = actor_of(request), timezone.localdate()
    try:
        if request.POST.get("asked_not"):
            unlist_who_asked(by=by, thing=group, today=today)
        elif request.POST.get("keep"):
            keep_hidden(by=by, group=group)
        else:
            own_again(by=by, group=group, today=today)
    except NotPossible as problem:
        return _queue(request, problem=str(problem))
    return redirect("web:steward")


def _fields(request: HttpRequest) -> dict[ToldField, str] | None:
    """Read what it shall say, where whoever decides was asked."""
    named = [one for one in ToldField if one in request.POST]
    return {one: request.POST[one] for one in named} if named else None


def _seen(request: HttpRequest) -> Standing | None:
    """Say how a thing stood when the page was drawn that the answer comes from."""
    told = request.POST.get("seen", "")
    return next((one for one in Standing if one == told), None)


def _next(*, sort: str, just: UUID, declined: bool) -> HttpResponse:
    """Go on to the next, and keep the way back to this one."""
    done = "declined" if declined else "accepted"
    told = {"sort": sort, "just": str(just), "done": done}
    return redirect(f"{reverse('web:steward')}?{urlencode(told)}")


def _queue(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    """Draw the queue, with what went wrong, if anything did."""
    someone = signed_in(request, now=timezone.now())
    if someone is None:  # the door should have seen it
        raise NotAllowed("Nobody is signed in.")
    today = timezone.localdate()
    page = StewardPage(
        someone=someone,
        items=tuple(item_on_page(one, today=today) for one in waiting()),
        groups=tuple(GroupOnPage(item=one, today=today) for one in groups_waiting()),
        lists=tuple(
            ListOnDesk(desk=desk, waits=waits, today=today)
            for desk, waits in what_waits(today=today).items()
        ),
        just=_just(request),
        problem=problem,
    )
    return render(request, "web/steward.jinja", 409 if problem else 200, page=page)


def _just(request: HttpRequest) -> JustDecided | None:
    """Say what was decided last, where the address tells it as we write it."""
    sort, done = request.GET.get("sort", ""), request.GET.get("done", "")
    try:
        key = UUID(request.GET.get("just", ""))
    except ValueError:
        return None
    if (sort, done) not in DONE:
        return None
    return JustDecided(sort=sort, key=key, done=done)
