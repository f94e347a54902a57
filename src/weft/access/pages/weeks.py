"""Which weeks were published, and how can each be taken away or followed?"""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from weft.access.pages.presenters.weeks import WeeksPage, feed_of
from weft.access.queries.weeks import PublishedAbout, published_weeks
from weft.ground import queries as ground
from weft.shell.feeds import ATOM
from weft.shell.ranges import serve
from weft.shell.rendering import render


class MondayConverter:
    """A day in an address: 2026-11-30."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read it; Django takes a ValueError for «there is no such address»."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Write it."""
        return value.isoformat()


@require_safe
def weeks(request: HttpRequest) -> HttpResponse:
    """List every published week, the newest first."""
    return render(request, "access/weeks.jinja", page=_page())


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """Give the same as a feed of Atom."""
    here = request.build_absolute_uri
    told = feed_of(
        _page(),
        page=here(reverse("access:weeks")),
        feed=here(reverse("access:weeks_feed")),
        at=here,
    )
    return HttpResponse(told, content_type=ATOM)


@require_safe
def package(request: HttpRequest, monday: date) -> HttpResponseBase:
    """Give a week's open data package."""
    page = _page()
    week = next((one for one in page.weeks if one.week.monday == monday), None)
    if week is None or page.region is None:
        raise Http404
    answer = serve(request, week.package, kind="application/zip")
    name = f"weft-{week.region}-real-choice-{monday}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def _page() -> WeeksPage:
    region = next(iter(ground.regions()), None)
    weeks: tuple[PublishedAbout, ...] = published_weeks(region.slug) if region else ()
    return WeeksPage(region=region, weeks=weeks)
