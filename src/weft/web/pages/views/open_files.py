"""What can be taken away as files, and where are they?"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_safe

from weft.access.queries.weeks import published_weeks
from weft.ground import queries as ground
from weft.shell.ranges import serve
from weft.shell.rendering import render
from weft.web.open_files import made_files
from weft.web.pages.presenters.open_files import KINDS, OpenFilesPage

NO_STORE, SOON = "no-store", "60"


@require_safe
def open_files(request: HttpRequest) -> HttpResponse:
    """Show every file, with its size, its date, its terms and what is in it."""
    regions = [
        (
            about,
            made_files(about.slug),
            ground.ledger(about.slug),
            next(iter(published_weeks(about.slug)), None),
        )
        for about in ground.regions()
    ]
    page = OpenFilesPage.of(regions)
    return render(request, "web/open_files.jinja", page=page)


@require_safe
def open_file(request: HttpRequest, region: str, name: str) -> HttpResponseBase:
    """Give one file, unless something in it was withdrawn since it was made."""
    made = made_files(ground.region(region).slug)
    file = made.file(name) if made else None
    if made is None or file is None:
        raise Http404
    if not made.may_go_out:
        return made_anew(request)
    answer = serve(request, file, kind=KINDS[file.suffix])
    answer["Content-Disposition"] = f'attachment; filename="weft-{region}-{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def made_anew(request: HttpRequest) -> HttpResponse:
    """Say that something in a file was withdrawn, and when to come back."""
    response = render(request, "web/made_anew.jinja", 503)
    response["Retry-After"], response["Cache-Control"] = SOON, NO_STORE
    return response
