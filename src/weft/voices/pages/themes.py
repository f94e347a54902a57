"""Who said what about what, and what did the workshop ask of Weft?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.voices.domain.reading import Reader
from weft.voices.exchange.answers import statements
from weft.voices.pages.presenters.asked import RequirementsPage
from weft.voices.pages.presenters.themes import ThemesPage
from weft.voices.pages.views import wall_of, where_open
from weft.voices.queries.asked import asked_for


@require_safe
def themes(request: HttpRequest, slug: str) -> HttpResponse:
    """Show every code, and how much was said under it."""
    return render(request, "voices/themes.jinja", page=ThemesPage(wall=wall_of(slug)))


@require_safe
def themes_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(ThemesPage(wall=wall_of(slug)).table, kind)


@require_safe
def requirements(request: HttpRequest, slug: str) -> HttpResponse:
    """Open each requirement of Weft to the words it comes from."""
    page = _requirements(slug, request.GET.get("part", ""))
    return render(request, "voices/requirements.jinja", page=page)


@require_safe
def requirements_file(_request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(_requirements(slug, "").table, kind)


def _requirements(slug: str, part: str) -> RequirementsPage:
    region, today = where_open(slug)
    rows = statements()
    opened = asked_for(
        region,
        slug,
        ((one.id, one.lines) for one in rows),
        reader=Reader.ANYBODY,
        today=today,
    )
    return RequirementsPage(opened=opened, rows=rows, asked=part)
