"""Whose is it? What communities answer by their link, and what a steward sees of it."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of
from weft.accounts.links import LinkAbout
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.disputes import Answer
from weft.assets.domain.messages import ask_whose
from weft.assets.pages.by_link import NO_GROUP, Take, group_of, group_typed, key_in
from weft.assets.pages.presenters.disputes import DisputesPage, LinkMade
from weft.assets.queries.disputes import disputes as every_dispute
from weft.assets.queries.young import needs_an_adult
from weft.assets.services.post import note_link_given
from weft.assets.services.proposals.asking import (
    AnswerTold,
    answer_dispute,
    ask_community,
)
from weft.commons.errors import NotFound, NotPossible
from weft.shell.rendering import render

NO_ADULT = "Note first who stands by this group of young people."


@require_safe
def disputes(request: HttpRequest) -> HttpResponse:
    """Show every dispute, who was asked, and what they answered."""
    return render(request, "assets/disputes.jinja", page=_page())


@require_POST
def ask(request: HttpRequest, proposal: UUID) -> HttpResponse:
    """Name one more community to be asked."""
    try:
        ask_community(
            by=actor_of(request),
            proposal=proposal,
            community=group_typed(request),
            today=timezone.localdate(),
        )
    except NotPossible as problem:
        page = replace(_page(), problem=str(problem) or NO_GROUP)
        return render(request, "assets/disputes.jinja", 409, page=page)
    return redirect("assets:disputes")


@require_POST
def dispute_link(request: HttpRequest, community: UUID) -> HttpResponse:
    """Make a link for a community that is asked, and show it once."""
    if needs_an_adult(community):
        page = replace(_page(), problem=NO_ADULT)
        return render(request, "assets/disputes.jinja", 409, page=page)
    if not any(a.community == community for d in every_dispute() for a in d.asked):
        raise NotFound
    by = actor_of(request)
    link = make_link(thing=Thing("asset", str(community)), by=by)
    path = reverse("assets:in_hand", args=[link.secret])
    told = ask_whose(address=request.build_absolute_uri(path))
    rests = note_link_given(by=by, group=community, today=timezone.localdate())
    made = LinkMade(community=community, messages=told, rests=rests)
    page = replace(_page(), made=made)
    return render(request, "assets/disputes.jinja", page=page)


def _page() -> DisputesPage:
    return DisputesPage(disputes=every_dispute(), today=timezone.localdate())


def _answer(request: HttpRequest, link: LinkAbout) -> None:
    chosen = next((a for a in Answer if a == request.POST.get("whose")), None)
    if chosen is None:
        raise NotPossible(NOT_AN_ANSWER)
    answer_dispute(
        by=link.actor,
        group=group_of(link),
        proposal=key_in(request, "proposal"),
        told=AnswerTold(
            answer=chosen,
            words=request.POST.get("words", ""),
            said_as=request.POST.get("said_as", ""),
        ),
        today=timezone.localdate(),
    )


ANSWERS: Mapping[str, Take] = {"whose": _answer}
