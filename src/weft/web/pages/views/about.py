"""What do the pages say that are about Weft itself?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from weft.accounts.doors import DOORS
from weft.accounts.policy import RULES
from weft.accounts.routes import routes
from weft.assets.queries import in_whose_hands
from weft.assets.queries.harvests import feeds
from weft.commons import saying
from weft.ground import queries as ground
from weft.shell.rendering import render
from weft.web import documents
from weft.web.pages.presenters.about import DocumentPage, OpenPage
from weft.web.pages.presenters.who_may import WhoMayPage
from weft.web.whose import languages_of


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is held about whoever reads this: nothing."""
    return render(request, "web/privacy.jinja")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """Say what works for everybody, and what does not yet."""
    return render(request, "web/accessibility.jinja")


@require_safe
def in_language(request: HttpRequest, code: str) -> HttpResponse:
    """Say what there is for somebody who reads another language: so far, a voice."""
    spoken = next(
        (one for one in languages_of(ground.regions()) if one.code == code), None
    )
    if spoken is None:
        raise Http404
    english = saying.language_name(code)
    return render(request, "web/language.jinja", spoken=spoken, english=english)


@require_safe
def my_list(request: HttpRequest) -> HttpResponse:
    """Show the list that only the reader's own browser holds."""
    return render(request, "web/my_list.jinja")


@require_safe
def open_(request: HttpRequest) -> HttpResponse:
    """Show where the data come from, how we reckon, and how to take it all."""
    regions = [
        (about, ground.ledger(about.slug), in_whose_hands(about.slug))
        for about in ground.regions()
    ]
    shelves = [(shelf, documents.spines(shelf)) for shelf in documents.SHELVES]
    page = OpenPage.of(regions=regions, shelves=shelves, feeds=feeds())
    return render(request, "web/open.jinja", page=page)


@require_safe
def who_may(request: HttpRequest) -> HttpResponse:
    """Show who may do what here, and which pages open to whom."""
    page = WhoMayPage(rules=RULES, doors=DOORS, routes=tuple(routes()))
    return render(request, "web/who_may.jinja", page=page)


@require_safe
def document(request: HttpRequest, shelf: str, name: str) -> HttpResponse:
    """Show one page about a method or a source."""
    page = DocumentPage.of(documents.document(shelf, name))
    return render(request, "web/document.jinja", page=page)
