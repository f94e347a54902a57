"""Which listings are one thing, which offers overlap? Whoever checks says so."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from weft.accounts.asking import actor_of
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.linking.said import SaidOfTwo
from weft.assets.pages.presenters.doubles import (
    DoublesPage,
    JustSaid,
    OverlapsPage,
    overlap_on_page,
    question_on_page,
)
from weft.assets.queries.linking import band, linking_audit, overlaps_to_judge
from weft.assets.services.judging import Two, say_of_two
from weft.commons.errors import NotFound, NotPossible
from weft.ground.queries import ledger, regions
from weft.shell.rendering import render

AT_ONCE = 10


@require_safe
def doubles(request: HttpRequest) -> HttpResponse:
    """Show the pairs that a person should judge."""
    page = replace(_doubles(), just=_just(request, "assets:double"))
    return render(request, "assets/doubles.jinja", page=page)


@require_POST
def double(request: HttpRequest) -> HttpResponse:
    """Take in what somebody says of two listings, and go on to the next."""
    try:
        return _say(request, "assets:doubles")
    except NotFound:
        raise
    except NotPossible as problem:
        page = replace(_doubles(), problem=str(problem))
        return render(request, "assets/doubles.jinja", 409, page=page)


@require_safe
def overlaps(request: HttpRequest) -> HttpResponse:
    """Show the offers that overlap."""
    page = replace(_overlaps(), just=_just(request, "assets:overlap"))
    return render(request, "assets/overlaps.jinja", page=page)


@require_POST
def overlap(request: HttpRequest) -> HttpResponse:
    """Take in what somebody says of two offers, and go on to the next."""
    try:
        return _say(request, "assets:overlaps")
    except NotFound:
        raise
    except NotPossible as problem:
        page = replace(_overlaps(), problem=str(problem))
        return render(request, "assets/overlaps.jinja", 409, page=page)


def _say(request: HttpRequest, following: str) -> HttpResponseRedirect:
    """Do what was answered."""
    said = next((s for s in SaidOfTwo if s == request.POST.get("said")), None)
    if said is None:
        raise NotPossible(NOT_AN_ANSWER)
    two = Two(_key(request.POST.get("one")), _key(request.POST.get("other")))
    say_of_two(
        by=actor_of(request),
        two=two,
        said=said,
        today=timezone.localdate(),
        seen=request.POST.get("seen"),
    )
    just = JustSaid(one=str(two.one), other=str(two.other), said=said, address="")
    return redirect(f"{reverse(following)}?{just.query}")


def _just(request: HttpRequest, address: str) -> JustSaid | None:
    """Say what was said last, where the address tells it as we write it."""
    said = next((s for s in SaidOfTwo if s == request.GET.get("said")), None)
    if said is None:
        return None
    one, other = (_key(request.GET.get(name)) for name in ("one", "other"))
    return JustSaid(one=str(one), other=str(other), said=said, address=reverse(address))


def _key(typed: str | None) -> UUID:
    try:
        return UUID(typed or "")
    except ValueError:
        raise NotFound from None


def _doubles() -> DoublesPage:
    """Ask for the first pairs of every region."""
    now, every = timezone.now(), regions()
    found = [(one, band(one.slug, most=AT_ONCE)) for one in every]
    items = tuple(
        question_on_page(question, now=now, ledger=ledger(region.slug))
        for region, waiting in found
        for question in waiting.questions
    )
    return DoublesPage(
        items=items[:AT_ONCE],
        left=sum(waiting.left for _, waiting in found),
        audits=tuple((one.name, linking_audit(one.slug)) for one in every),
    )


def _overlaps() -> OverlapsPage:
    """Ask for the first overlaps of every region."""
    now = timezone.now()
    found = [overlaps_to_judge(one.slug, most=AT_ONCE) for one in regions()]
    items = tuple(overlap_on_page(o, now=now) for some in found for o in some.first)
    talking = tuple(
        overlap_on_page(o, now=now) for some in found for o in some.might_talk
    )
    return OverlapsPage(
        items=items[:AT_ONCE],
        left=sum(some.left for some in found),
        might_talk=talking,
    )
