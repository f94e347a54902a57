"""What could somebody do this week, and what is found for them?

Forms are posted without a token against forged ones: they change nothing, nobody is
known by them, and a token would leave a cookie where we promise none.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from weft.commons.times import Week
from weft.ground import queries as ground
from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.web.asking import Asking, asking
from weft.web.finding import Finding, find, surprising, where_are
from weft.web.free_time import HoursRead
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.choices import ChoicesPage
from weft.web.pages.presenters.home import HomePage
from weft.web.pages.presenters.region_week import RegionWeek
from weft.web.pages.presenters.starts import WhichStart
from weft.web.pages.presenters.surprise import SurprisePage
from weft.web.week_counts import region_now
from weft.web.whose import tongues_here

READ_OR_ASK = ("GET", "HEAD", "POST")
NO_START = "Tell us where you start from. A street or a town will do."
UNKNOWN_HOURS = "We did not understand these hours. Write them like the example."


def _no_start(request: HttpRequest) -> str:
    """Say what is missing to who sent the form; a link alone is no mistake."""
    fields = request.POST if request.method == "POST" else request.GET
    return NO_START if "near" in fields else ""


def _asked(request: HttpRequest) -> Asking:
    """Read what was asked, from a form or from an address."""
    fields = request.POST if request.method == "POST" else request.GET
    return asking(fields, today=timezone.localdate())


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def home(request: HttpRequest) -> HttpResponse:
    """Ask where from, when and what; or ask again, with all that was said kept."""
    return _home(request, _asked(request))


def _home(
    request: HttpRequest, asked: Asking, *, near: str = "", hours: str = ""
) -> HttpResponse:
    """Show the first page, with what was not understood."""
    today = timezone.localdate()
    page = HomePage(
        asked=asked, today=today, near_error=near, hours_error=hours, weeks=_weeks()
    )
    status = 400 if near or hours else 200
    reading = page.tongue.code
    return render(request, "web/home.jinja", status, page=page, reading=reading)


def _weeks() -> tuple[RegionWeek, ...]:
    """Count the week of the first region, if there is one."""
    week = Week.of(timezone.localdate())
    return tuple(
        RegionWeek(name=region.name, told=region_now(region.slug, week))
        for region in ground.regions()[:1]
    )


@require_safe
def week_file(_request: HttpRequest, kind: str) -> HttpResponse:
    """Give the region's week as a file."""
    week = next(iter(_weeks()), None)
    return as_file(week.cloth.table if week else None, kind)


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def choices(request: HttpRequest) -> HttpResponse:
    """Show what fits, and why not the others."""
    asked = _asked(request)
    if not asked.near:
        return _home(request, asked, near=_no_start(request))
    found = find(asked, now=timezone.now())
    if isinstance(found, HoursRead):
        return _home(request, asked, hours=UNKNOWN_HOURS)
    if not isinstance(found, Finding):
        return _which(request, asked, found, action="web:choices")
    page = ChoicesPage(finding=found, today=timezone.localdate())
    return render(request, "web/choices.jinja", page=page, tongues=tongues_here())


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def choices_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Give somebody's own week as a file, to keep for themselves."""
    asked = _asked(request)
    found = find(asked, now=timezone.now()) if asked.near else None
    if not isinstance(found, Finding):
        raise Http404
    page = ChoicesPage(finding=found, today=timezone.localdate())
    return as_file(page.cloth.table, kind)


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def surprise(request: HttpRequest) -> HttpResponse:
    """Show one thing of another kind that fits."""
    asked = _asked(request)
    if not asked.near:
        return _home(request, asked, near=_no_start(request))
    start = ground.find_start(asked.near)
    if not isinstance(start, ground.StartFound):
        return _which(request, asked, start, action="web:surprise")
    now = timezone.now()
    found = surprising(asked, start, now=now)
    page = SurprisePage(
        asked=asked,
        choice=found,
        today=timezone.localdate(now),
        where=where_are([found] if found else []),
    )
    return render(request, "web/surprise.jinja", page=page)


def _which(
    request: HttpRequest, asked: Asking, start: ground.Start, *, action: str
) -> HttpResponse:
    """Ask again where somebody starts, with all else kept."""
    page = WhichStart.of(start, action=reverse(action), fields=asked.fields())
    return render(request, "web/which_start.jinja", page=page)
