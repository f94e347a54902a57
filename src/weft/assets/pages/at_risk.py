"""What ends soon, what is to spare, and which money is open? With files to keep."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.assets.domain.visibility import Channel
from weft.assets.pages.codes import deadlines_file
from weft.assets.pages.presenters.at_risk import AtRiskPage
from weft.assets.queries.at_risk import at_risk as ask_at_risk
from weft.assets.queries.spare import funds, to_spare
from weft.ground import queries as ground
from weft.ground.queries import RegionAbout
from weft.shell.downloads import as_file
from weft.shell.rendering import render


@require_safe
def at_risk(request: HttpRequest) -> HttpResponse:
    """Show what ends soon, and what is to spare."""
    return render(request, "assets/at_risk.jinja", page=_page(request))


@require_safe
def at_risk_file(request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Give one of the tables."""
    return as_file(_page(request).files.get(name), kind)


@require_safe
def deadlines(request: HttpRequest) -> HttpResponse:
    """Give the last days of funds, for somebody's own calendar."""
    found = funds(
        _region(request).slug, today=timezone.localdate(), channel=Channel.CALENDAR
    )
    made = deadlines_file(
        (
            (
                one.brief.id,
                one.brief.name,
                one.last_day,
                _address(request, one.brief.id),
            )
            for one in found
        ),
        made_at=timezone.now(),
    )
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="last-days.ics"'
    return response


def _page(request: HttpRequest) -> AtRiskPage:
    region, today = _region(request), timezone.localdate()
    return AtRiskPage(
        about=ask_at_risk(region.slug, today=today),
        spare=to_spare(region.slug, today=today),
        funds=funds(region.slug, today=today),
        region=region,
        regions=ground.regions(),
        today=today,
    )


def _region(request: HttpRequest) -> RegionAbout:
    every = ground.regions()
    if not every:
        raise Http404
    wanted = request.GET.get("region", "")
    return next((one for one in every if one.slug == wanted), every[0])


def _address(request: HttpRequest, key: object) -> str:
    return request.build_absolute_uri(reverse("assets:asset", args=[key]))
