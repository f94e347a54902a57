"""What would a week that somebody makes of their own have within reach?"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.access.queries.everybody import own
from weft.commons.errors import NotFound
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.web.own_week import OwnWeek
from weft.web.own_week import own_week as told_in
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.own_week import NotYet, OwnWeekFound
from weft.web.pages.presenters.own_week_asked import OwnWeekAsked
from weft.web.whose import tongues_here

Reckon = Callable[..., own.OneWeek | None]


@require_safe
@nothing_private
def own_week(request: HttpRequest) -> HttpResponse:
    """Ask for a week, and say where it has three things within reach."""
    today = timezone.localdate()
    asked = told_in(request.GET, today=today)
    form = OwnWeekAsked(asked=asked, today=today)
    return render(
        request,
        "web/own_week.jinja",
        form=form,
        tongues=tongues_here(),
        page=_found(asked, reckon=own.own_week_soon),
    )


@require_safe
@nothing_private
def own_week_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Give the same, small area by small area, as a file."""
    page = _found(told_in(request.GET, today=timezone.localdate()), reckon=own.own_week)
    return as_file(page.file if isinstance(page, OwnWeekFound) else None, kind)


def _found(asked: OwnWeek, *, reckon: Reckon) -> OwnWeekFound | NotYet | None:
    """Reckon it for the region; None where nothing is loaded."""
    region = next(iter(ground.regions()), None)
    if region is None:
        return None
    try:
        found = reckon(
            region.slug, asked.week, asked.life, only_by_light=asked.by_light
        )
    except NotFound:
        return None
    if found is None:
        return NotYet(asked=asked)
    vintage = found.around.areas[0].vintage
    return OwnWeekFound(
        asked=asked,
        region=region,
        found=found,
        areas=tuple(
            ground.areas(region.slug, vintage.geography, vintage.year, boundaries=True)
        ),
    )
