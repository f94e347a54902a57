"""What is one thing like: something to do, something that is here, a group?"""

import uuid
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.accounts.asking import keeps_the_list
from weft.assets import queries
from weft.assets.domain.visibility import Showing
from weft.assets.pages.codes import calendar_file, square_code
from weft.assets.pages.presenters.asset import AssetPage
from weft.assets.pages.presenters.for_engines import (
    asset_for_engines,
    offer_for_engines,
)
from weft.assets.pages.presenters.group import GroupPage
from weft.assets.pages.presenters.offer import OfferPage
from weft.assets.pages.presenters.shared import GROUPS
from weft.assets.pages.presenters.visits import VisitsOnPage
from weft.assets.pages.presenters.worth_asking import QuestionsOfOffer
from weft.assets.queries.visits import visits_to
from weft.assets.queries.worth_asking import questions_about
from weft.ground.queries import ledger
from weft.shell.rendering import render
from weft.shell.tongues import asked_tongue

KINDS = {"offers": "offer", "assets": "asset", "groups": "group"}


@require_safe
def offer(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show something to do."""
    about, now = queries.offer_page(key), timezone.now()
    page = _offer_page(about, now, request)
    absolute = request.build_absolute_uri
    told = offer_for_engines(about, path=page.address, absolute=absolute, now=now)
    shown = render(
        request,
        "assets/offer.jinja",
        page=page,
        told=told,
        visits=_visits(key),
        asked=_worth_asking(about, request),
        reading=page.tongue.code,
    )
    return _told(shown, about)


def _offer_page(
    about: queries.OfferAbout, now: datetime, request: HttpRequest
) -> OfferPage:
    """Say it in the language that was asked for."""
    tongue = asked_tongue(request)
    return OfferPage(about=about, now=now, ledger=ledger(about.region), tongue=tongue)


def _worth_asking(about: queries.OfferAbout, request: HttpRequest) -> QuestionsOfOffer:
    """Give what nobody has told us of it, where asking could open most."""
    today = timezone.localdate()
    every = questions_about(about.region, about.id, today=today)
    return QuestionsOfOffer(every=every, keeps=keeps_the_list(request))


def _told(
    response: HttpResponse, about: queries.AssetAbout | queries.OfferAbout
) -> HttpResponse:
    """Keep from search engines what is not theirs to keep."""
    if not about.for_search_engines:
        response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def asset(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show something that is here; a group stands at its own address."""
    about = queries.asset_page(key)
    if about.kind in GROUPS:
        return redirect("assets:group", key=key)
    page = AssetPage(about=about, now=timezone.now(), ledger=ledger(about.region))
    kept = about.showing is Showing.EXISTENCE
    template = "assets/kept.jinja" if kept else "assets/asset.jinja"
    told = asset_for_engines(
        about, path=request.path, absolute=request.build_absolute_uri
    )
    shown = render(request, template, page=page, told=told, visits=_visits(key))
    return _told(shown, about)


@require_safe
def group(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Show a group, with what it offers."""
    found = queries.group_page(key)
    about = found.asset
    page = GroupPage(
        about=about, group=found, now=timezone.now(), ledger=ledger(about.region)
    )
    kept = about.showing is Showing.EXISTENCE
    template = "assets/kept.jinja" if kept else "assets/asset.jinja"
    told = asset_for_engines(
        about, path=request.path, absolute=request.build_absolute_uri
    )
    shown = render(request, template, page=page, told=told, visits=_visits(key))
    return _told(shown, about)


def _visits(key: uuid.UUID) -> VisitsOnPage:
    """Give what visitors said of a thing that may be seen."""
    return VisitsOnPage(thing=key, visits=visits_to(key), today=timezone.localdate())


@require_safe
def calendar(_request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """Give the dates of something to do, for somebody's own calendar."""
    now = timezone.now()
    sessions = queries.calendar_of(key).sessions
    coming = [one.window for one in sessions if one.window.end > now]
    made = calendar_file(key, coming, made_at=now)
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    return response


@require_safe
def code(request: HttpRequest, kind: str, key: uuid.UUID) -> HttpResponse:
    """Draw the square code that leads to a page."""
    if kind not in KINDS:
        raise Http404
    address = request.build_absolute_uri(reverse(f"assets:{KINDS[kind]}", args=[key]))
    return HttpResponse(square_code(address), content_type="image/svg+xml")
