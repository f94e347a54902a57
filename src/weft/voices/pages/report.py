"""What does a project say, as a report, and what did it lose on the way?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.shell.downloads import as_download, as_file
from weft.shell.rendering import render
from weft.voices.domain.reading import Reader
from weft.voices.pages.causes import causes_of
from weft.voices.pages.missing import missing_of
from weft.voices.pages.presenters.causes import CausesPage
from weft.voices.pages.presenters.coverage import CoveragePage
from weft.voices.pages.presenters.report import ReportPage
from weft.voices.pages.views import where_open
from weft.voices.queries.coverage import coverage


@require_safe
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a report, to read and to print."""
    return render(request, "voices/report.jinja", page=_page(slug), alone=False)


@require_safe
def report_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as one file that stands alone, or its claims as a table."""
    page = _page(slug)
    if kind != "html":
        return as_file(page.table, kind)
    drawn = render(request, "voices/report_file.jinja", page=page, alone=True)
    return as_download(drawn.content, "text/html; charset=utf-8", f"{slug}-report.html")


@require_safe
def lost(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was lost between what was said and what was written, and added."""
    return render(request, "voices/coverage.jinja", page=_coverage(slug))


@require_safe
def lost_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(_coverage(slug).table, kind)


def _coverage(slug: str) -> CoveragePage:
    region, today = where_open(slug)
    return CoveragePage(
        shown=coverage(region, slug, reader=Reader.ANYBODY, today=today)
    )


def _page(slug: str) -> ReportPage:
    _, today = where_open(slug)
    shown = causes_of(slug)
    return ReportPage(
        wall=shown.wall,
        missing=missing_of(slug),
        causes=CausesPage(shown=shown),
        today=today,
    )
