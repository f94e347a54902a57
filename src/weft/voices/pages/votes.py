"""What came of a vote?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.shell.downloads import as_file
from weft.shell.rendering import render
from weft.voices.domain.finding import number_typed
from weft.voices.pages.presenters.votes import VotesPage
from weft.voices.pages.views import where_open
from weft.voices.queries.votes import votes_shown


@require_safe
def votes(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what all agree on, and where they part."""
    return render(request, "voices/votes.jinja", page=_page(request, slug))


@require_safe
def votes_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(_page(request, slug).table, kind)


@require_safe
def votes_log(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what was decided of each sentence, and why."""
    return render(request, "voices/votes_log.jinja", page=_page(request, slug))


@require_safe
def votes_log_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(_page(request, slug).log, kind)


def _page(request: HttpRequest, slug: str) -> VotesPage:
    region, today = where_open(slug)
    number = number_typed(request.GET.get("round", ""))
    found = votes_shown(
        region, slug, number=number, today=today, fewest=settings.FEWEST
    )
    return VotesPage(shown=found, fewest=settings.FEWEST)
