"""What was said here, and what is made of it?"""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.ground import queries as ground
from weft.shell.downloads import as_download, as_file
from weft.shell.rendering import render
from weft.voices.domain.reading import Reader
from weft.voices.exchange.leaving import written
from weft.voices.pages.presenters.projects import ProjectsPage
from weft.voices.pages.presenters.wall import WallPage
from weft.voices.pages.presenters.words import WordsPage
from weft.voices.queries.leaving import as_seen
from weft.voices.queries.priorities import priorities
from weft.voices.queries.projects import is_open, projects
from weft.voices.queries.shown import Wall
from weft.voices.queries.wall import wall

MOST_DIGITS = 6


def region_here() -> str:
    """Give the region that is served; a data folder without one has no voices."""
    first = next(iter(ground.regions()), None)
    if first is None:
        raise Http404
    return first.slug


def where_open(slug: str) -> tuple[str, date]:
    """Give the region of a project and today; one that nobody may read is not there."""
    region, today = region_here(), timezone.localdate()
    if not is_open(region, slug, reader=Reader.ANYBODY, today=today):
        raise Http404
    return region, today


def wall_of(slug: str) -> Wall:
    """Give a wall as anybody may read it."""
    region, today = where_open(slug)
    return wall(region, slug, reader=Reader.ANYBODY, today=today)


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """List the projects whose words may be read."""
    region = next(iter(ground.regions()), None)
    today = timezone.localdate()
    found = projects(region.slug, reader=Reader.ANYBODY, today=today) if region else ()
    return render(request, "voices/front.jinja", page=ProjectsPage(projects=found))


@require_safe
def wall_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a project's claims, one open with the words behind it."""
    asked = request.GET.get("claim", "")
    shown = wall_of(slug)
    page = WallPage(
        wall=shown,
        first=priorities(region_here(), slug),
        number=int(asked) if asked.isdecimal() and len(asked) < MOST_DIGITS else None,
        today=timezone.localdate(),
    )
    return render(request, "voices/wall.jinja", page=page)


@require_safe
def words(request: HttpRequest, slug: str) -> HttpResponse:
    """Show all that was said, or what no claim carries."""
    return render(request, "voices/words.jinja", page=_words(request, slug))


@require_safe
def project_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:  # noqa: ARG001 a view takes it
    """Give a project to take away, as far as anybody may read it."""
    region, today = where_open(slug)
    told = as_seen(region, slug, reader=Reader.ANYBODY, today=today)
    raw, media = written(told, kind)
    return as_download(raw, media, f"{slug}.{kind}")


@require_safe
def words_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file."""
    return as_file(_words(request, slug).table, kind)


def _words(request: HttpRequest, slug: str) -> WordsPage:
    return WordsPage(
        wall=wall_of(slug),
        only_left_out="left-out" in request.GET,
        code=request.GET.get("code", "")[:100],
    )
