"""How does somebody see, and take back, what they said?

By the code of the slip that they took home: it is the token, and nothing is kept of
whoever types it. It never stands in an address.
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.actors import Actor
from weft.commons.errors import NotFound, NotPossible
from weft.shell.rendering import render
from weft.voices.pages.presenters.slip import SlipPage
from weft.voices.queries.slips import said_by
from weft.voices.services import leave_pictures, object_to, withdraw

LONGEST, MOST_DIGITS = 60, 6


@never_cache
@csrf_exempt  # the code is the token
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest) -> HttpResponse:
    """Show what is theirs to who has a slip, and take it out of everything."""
    code = request.POST.get("code", "")[:LONGEST]
    if request.method != "POST":
        return render(request, "voices/slip.jinja", page=SlipPage())
    try:
        page = _done(request, code)
    except NotFound as problem:
        page = SlipPage(code=code, problem=str(problem))
    return render(request, "voices/slip.jinja", 400 if page.errors else 200, page=page)


def _done(request: HttpRequest, code: str) -> SlipPage:
    """Take it back or say something to a claim, where they said so; else only look."""
    by, today, taken, wanting = Actor.somebody(), timezone.localdate(), None, ""
    left: int | None = None
    answer, claim = request.POST.get("answer"), request.POST.get("claim", "")
    if answer == "back":
        taken = withdraw(by=by, code=code, today=today)
    if answer == "left":
        left = leave_pictures(by=by, code=code, today=today)
    if answer == "meant":
        number = int(claim) if claim.isdecimal() and len(claim) < MOST_DIGITS else 0
        words = request.POST.get("meant", "")
        try:
            object_to(by=by, code=code, claim=number, words=words, today=today)
        except NotPossible as problem:
            wanting = str(problem)
    return SlipPage(
        code=code,
        theirs=said_by(code),
        taken=taken,
        left=left,
        objected=answer == "meant" and not wanting,
        wanting=wanting,
    )
