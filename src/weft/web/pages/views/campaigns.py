"""How does somebody publish what is on for a while, and take it down?"""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from weft.accounts.asking import actor_of
from weft.assets.domain.campaigns import CampaignTold
from weft.assets.domain.kinds import OfferKind
from weft.assets.queries.news import every_campaign
from weft.assets.services.campaigning import (
    publish_campaign,
    put_campaign_back,
    take_campaign_down,
)
from weft.commons.errors import NotPossible
from weft.ground import queries as ground
from weft.shell.rendering import render
from weft.web.pages.presenters.campaigns import CampaignsPage, Typed

NO_DAYS = "Choose the first and the last day."


@require_http_methods(["GET", "HEAD", "POST"])
def campaigns(request: HttpRequest) -> HttpResponse:
    """List what was published, and publish one more."""
    typed = _typed(request.POST)
    if request.method != "POST":
        return _shown(request, typed)
    try:
        told, region = _told(typed), _region(typed)
        publish_campaign(
            by=actor_of(request), region=region, told=told, now=timezone.now()
        )
    except NotPossible as problem:
        return _shown(request, typed, problem=str(problem))
    return redirect("web:campaigns")


@require_POST
def take_down(request: HttpRequest, key: UUID) -> HttpResponse:
    """Take a campaign down, or put it back."""
    by = actor_of(request)
    if request.POST.get("back"):
        put_campaign_back(by=by, campaign=key)
    else:
        take_campaign_down(by=by, campaign=key)
    return redirect("web:campaigns")


def _shown(request: HttpRequest, typed: Typed, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be published."""
    regions = ground.regions()
    page = CampaignsPage(
        typed=typed,
        regions=tuple(regions),
        districts=tuple(
            (code, found.title)
            for region in regions
            for code in region.districts
            if (found := ground.area(code)) is not None
        ),
        campaigns=tuple(
            one for region in regions for one in every_campaign(region.slug)
        ),
        today=timezone.localdate(),
        problem=problem,
    )
    return render(request, "web/campaigns.jinja", 400 if problem else 200, page=page)


def _typed(fields: QueryDict) -> Typed:
    """Keep what was typed, so that nobody types it twice."""
    return Typed(
        name=fields.get("name", ""),
        words=fields.get("words", ""),
        starts_on=fields.get("starts_on", ""),
        ends_on=fields.get("ends_on", ""),
        area=fields.get("area", ""),
        website=fields.get("website", ""),
        kinds=tuple(fields.getlist("kinds")),
    )


def _told(typed: Typed) -> CampaignTold:
    """Read the form."""
    try:
        first = date.fromisoformat(typed.starts_on)
        last = date.fromisoformat(typed.ends_on)
    except ValueError:
        raise NotPossible(NO_DAYS) from None
    return CampaignTold(
        name=typed.name,
        words=typed.words,
        starts_on=first,
        ends_on=last,
        area=typed.area if typed.area in _districts() else "",
        website=typed.website,
        kinds=tuple(one for one in OfferKind if one in typed.kinds),
    )


def _districts() -> frozenset[str]:
    """List the codes of all districts."""
    return frozenset(code for one in ground.regions() for code in one.districts)


def _region(typed: Typed) -> str:
    """Say in which region it is: that of its district, else the first."""
    regions = ground.regions()
    found = [one.slug for one in regions if typed.area in one.districts]
    if not regions:
        raise Http404
    return next(iter(found), regions[0].slug)
