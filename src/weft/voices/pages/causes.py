"""What makes what, and what goes round?"""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.shell.downloads import as_download, as_file
from weft.shell.rendering import render
from weft.voices.domain.causes.fuzzy import Rule
from weft.voices.domain.keys import key_of
from weft.voices.domain.reading import Reader
from weft.voices.exchange.causes import FORMS, graph_of
from weft.voices.pages.presenters.causes import CausesPage
from weft.voices.pages.presenters.measured import MeasuredOnPage
from weft.voices.pages.presenters.what_if import CHANGES, WORDS, WhatIfPage
from weft.voices.pages.views import region_here, where_open
from weft.voices.queries.causes import CausesShown, causes
from weft.voices.queries.measures import measured


def causes_of(slug: str) -> CausesShown:
    """Give a map of causes as anybody may read it."""
    region, today = where_open(slug)
    return causes(region, slug, reader=Reader.ANYBODY, today=today)


@require_safe
def loops(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what goes round, with people's words."""
    return render(request, "voices/loops.jinja", page=_page(request, slug))


@require_safe
def causes_table(request: HttpRequest, slug: str, what: str, kind: str) -> HttpResponse:
    """Give one of the page's tables as a file."""
    return as_file(_page(request, slug).table(what), kind)


def _page(request: HttpRequest, slug: str) -> CausesPage:
    shown = causes_of(slug)
    return CausesPage(
        shown=shown,
        over=MeasuredOnPage(measured=measured(region_here(), shown)),
        asked=request.GET.get("through", "")[:60],
    )


@require_safe
def causes_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:  # noqa: ARG001 the address says all
    """Give the map in a form that other programs read, or as a table."""
    shown = causes_of(slug)
    form = FORMS.get(kind)
    if form is None:
        return as_file(CausesPage(shown=shown).arrows_table, kind)
    wall = shown.wall
    graph = graph_of(
        shown.told,
        shown.things,
        name=wall.name,
        draft=wall.draft,
        project=key_of(region_here(), wall.slug),
    )
    return as_download(form.write(graph), form.media, f"{wall.slug}-causes{form.ends}")


@require_safe
def what_if(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what would be more and what less, by the map that people drew."""
    return render(request, "voices/what_if.jinja", page=_asked(request, slug))


@require_safe
def what_if_file(request: HttpRequest, slug: str, kind: str) -> HttpResponse:
    """Give the same as a file; there is none while nothing is asked."""
    page = _asked(request, slug)
    return as_file(page.table if page.results else None, kind)


def _asked(request: HttpRequest, slug: str) -> WhatIfPage:
    """Read what is changed; a number that is none is left out, as is the rest of it."""
    asked = {}
    for at in range(1, CHANGES + 1):
        key = request.GET.get(f"what{at}", "")[:8]
        much = request.GET.get(f"much{at}", "")
        if key and much.isascii() and much.isdecimal():
            asked[key] = min(int(much[:4]), 100)
    rule = request.GET.get("rule", "")
    return WhatIfPage(
        shown=causes_of(slug),
        asked=tuple(asked.items()),
        rule=next((one for one, word in WORDS.items() if word == rule), Rule.MODIFIED),
    )
