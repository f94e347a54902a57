"""What do the pages say that are about Weft itself?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from weft.accounts.doors import DOORS
from weft.accounts.policy import RULES
from weft.accounts.routes import routes
from weft.assets.queries import in_whose_hands
from weft.assets.queries.harvests import feeds
from weft.commons import saying
from weft.ground import queries as ground
from weft.shell.ranges import serve
from weft.shell.rendering import render
from weft.shell.site import Language
from weft.shell.tongues import SOUNDS, as_language, speech, tongue_of
from weft.web import documents
from weft.web.pages.presenters.about import DocumentPage, OpenPage
from weft.web.pages.presenters.languages import LanguagePage
from weft.web.pages.presenters.who_may import WhoMayPage
from weft.web.whose import spoken_in, tongues_here


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
    """Say what there is for somebody who reads another language, and who checked it."""
    read = next((one for one in tongues_here() if one.code == code), None)
    spoken = as_language(read) if read else Language(code=code)
    if read is None and code not in spoken_in(ground.regions()):
        raise Http404
    page = LanguagePage(tongue=tongue_of(code)) if read else None
    english = read.own.english if read else saying.language_name(code)
    return render(
        request, "web/language.jinja", spoken=spoken, english=english, page=page
    )


@require_safe
def said_aloud(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """Play a string as somebody recorded it."""
    file = speech(code, name)
    if file is None:
        raise Http404
    return serve(request, file, kind=SOUNDS[file.suffix.removeprefix(".")])


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
