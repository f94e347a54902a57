"""What awaits somebody who checks the list, and what do they decide?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of, signed_in
from weft.assets.services.holding import keep_hidden, own_again
from weft.commons.errors import NotAllowed, NotPossible
from weft.need.domain.replies import Standing
from weft.need.services.replying import accept_reply, decline_reply
from weft.shell.rendering import render
from weft.web.pages.presenters.steward import (
    GroupOnPage,
    ItemOnPage,
    StewardPage,
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
    done = {"just": str(reply), "done": "declined" if why else "accepted"}
    return redirect(f"{reverse('web:steward')}?{urlencode(done)}")


@require_POST
def decide_group(request: HttpRequest, group: UUID) -> HttpResponse:
    """Show a group again that somebody said is not theirs, or keep it hidden."""
    by = actor_of(request)
    try:
        if request.POST.get("keep"):
            keep_hidden(by=by, group=group)
        else:
            own_again(by=by, group=group, today=timezone.localdate())
    except NotPossible as problem:
        return _queue(request, problem=str(problem))
    return redirect("web:steward")


def _seen(request: HttpRequest) -> Standing | None:
    """Say how a reply stood when the page was drawn that the answer comes from."""
    told = request.POST.get("seen", "")
    return Standing(told) if told in set(Standing) else None


def _queue(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    """Draw the queue, with what went wrong, if anything did."""
    someone = signed_in(request, now=timezone.now())
    if someone is None:  # the door should have seen it
        raise NotAllowed("Nobody is signed in.")
    page = StewardPage(
        someone=someone,
        items=tuple(
            ItemOnPage(item=one, today=timezone.localdate()) for one in waiting()
        ),
        groups=tuple(
            GroupOnPage(item=one, today=timezone.localdate())
            for one in groups_waiting()
        ),
        just=_just(request),
        done=request.GET.get("done", ""),
        problem=problem,
    )
    return render(request, "web/steward.jinja", 409 if problem else 200, page=page)


def _just(request: HttpRequest) -> UUID | None:
    """Say which reply was decided last."""
    try:
        return UUID(request.GET.get("just", ""))
    except ValueError:
        return None
