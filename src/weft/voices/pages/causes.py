"""What makes what, and what goes round?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.shell.downloads import as_download, as_file
from weft.shell.rendering import render
from weft.voices.domain.reading import Reader
from weft.voices.exchange.causes import FORMS, graph_of
from weft.voices.pages.presenters.causes import CausesPage
from weft.voices.pages.views import where_open
from weft.voices.queries.causes import CausesShown, causes


def causes_of(slug: str) -> CausesShown:
    """Give a map of causes as anybody may read it."""
    region, today = where_open(slug)
    return causes(region, slug, reader=Reader.ANYBODY, today=today)


@require_safe
def loops(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what goes round, with people's words."""
    page = CausesPage(shown=causes_of(slug))
    return render(request, "voices/loops.jinja", page=page)


@require_safe
def causes_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:  # noqa: ARG001 the address says all
    """Give the map in a form that other programs read, or as a table."""
    shown = causes_of(slug)
    form = FORMS.get(kind)
    if form is None:
        return as_file(CausesPage(shown=shown).arrows_table, kind)
    wall = shown.wall
    graph = graph_of(shown.told, shown.things, name=wall.name, draft=wall.draft)
    return as_download(form.write(graph), form.media, f"{wall.slug}-causes{form.ends}")
