"""How often are we right? The page that says so, and its tables to keep."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.assets.domain.sureness import last_measured
from weft.assets.pages.presenters.sureness import SurenessPage
from weft.shell.downloads import as_file
from weft.shell.rendering import render


@require_safe
def sureness(request: HttpRequest) -> HttpResponse:
    """Show how sure we are, and how often we were right about it."""
    page = SurenessPage(told=last_measured())
    return render(request, "assets/sureness.jinja", page=page)


@require_safe
def sureness_file(_request: HttpRequest, name: str, kind: str) -> HttpResponse:
    """Give one of its tables."""
    return as_file(SurenessPage(told=last_measured()).tables.get(name), kind)
