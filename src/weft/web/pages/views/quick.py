"""What could somebody do, asked in the last minute of a consultation?

No log-in, and nothing of the person: chips are posted, and no more is kept of them than
of any question to the finder. A card is the one thing that is written: a random code,
an offer and a week.
"""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from weft.accounts.actors import Actor
from weft.assets.queries import offer_page
from weft.pathways.services.cards import hand_over
from weft.shell.rendering import render
from weft.shell.site import site_of
from weft.shell.tongues import as_language, asked_tongue, tongue_of
from weft.web.pages.addresses import nothing_private
from weft.web.pages.presenters.quick import NO_START, QuickPage
from weft.web.pages.presenters.quick_said import CardPage, SheetPage
from weft.web.quick import Quick, QuickFound, look, quick
from weft.web.whose import tongues_here

READ_OR_ASK = ("GET", "HEAD", "POST")


def _touched(request: HttpRequest) -> Quick:
    return quick(request.POST if request.method == "POST" else request.GET)


@csrf_exempt  # as the finder: it changes nothing, and a token would leave a cookie
@require_http_methods(READ_OR_ASK)
@nothing_private
def quick_(request: HttpRequest) -> HttpResponse:
    """Show the chips, and what fits them."""
    return _shown(request, _touched(request))


def _shown(request: HttpRequest, asked: Quick, *, error: str = "") -> HttpResponse:
    """Draw the page; for a script only what fits."""
    found = look(asked, now=timezone.now()) if asked.near else None
    page = QuickPage(
        quick=asked,
        today=timezone.localdate(),
        found=found if isinstance(found, QuickFound) else None,
        asked_again=None if isinstance(found, QuickFound) else found,
        near_error=error,
        telephone=site_of(request).telephone,
    )
    status = 400 if error else 200
    tongues = tongues_here()
    return render(request, "web/quick.jinja", status, page=page, tongues=tongues)


@csrf_exempt
@require_http_methods(READ_OR_ASK)
@nothing_private
def quick_sheet(request: HttpRequest) -> HttpResponse:
    """Print two things to do on one side, in somebody's language."""
    asked = _touched(request)
    found = look(asked, now=timezone.now()) if asked.near else None
    if not isinstance(found, QuickFound):
        return _shown(request, asked, error="" if asked.near else NO_START)
    tongue = tongue_of(asked.read)
    page = SheetPage(found=found, tongue=tongue)
    coarse = QuickPage(quick=asked, today=timezone.localdate(), found=found).address
    return render(
        request,
        "web/quick_sheet.jinja",
        language=as_language(tongue),
        page=page,
        coarse=coarse,
    )


@csrf_exempt  # whoever forges it makes a card that nobody has
@require_POST
def quick_card(request: HttpRequest) -> HttpResponse:
    """Make a card for one thing to do, to hand over."""
    try:
        offer = uuid.UUID(request.POST.get("offer", ""))
    except ValueError:
        raise Http404 from None
    about, tongue = offer_page(offer), asked_tongue(request)
    code = hand_over(by=Actor.somebody(), offer=offer, today=timezone.localdate())
    page = CardPage(about=about, code=code, tongue=tongue, now=timezone.now())
    language = as_language(tongue)
    return render(request, "web/quick_card.jinja", language=language, page=page)
