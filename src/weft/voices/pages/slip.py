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
from weft.voices.domain.kinds import Shown
from weft.voices.pages.presenters.slip import SlipPage
from weft.voices.queries.slips import said_by, said_to
from weft.voices.services import leave_pictures, object_to, withdraw
from weft.voices.services.there import choose_shown, take_objection_back

LONGEST, MOST_DIGITS = 60, 6


@never_cache
@csrf_exempt  # the code is the token
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest) -> HttpResponse:
    """Show what is theirs to who has a slip, and do with it what they say."""
    code = request.POST.get("code", "")[:LONGEST]
    if request.method != "POST":
        return render(request, "voices/slip.jinja", page=SlipPage())
    try:
        page = _unsaid(request, code) if said_to(code) else _done(request, code)
    except NotFound as problem:
        page = SlipPage(code=code, problem=str(problem))
    return render(request, "voices/slip.jinja", 400 if page.errors else 200, page=page)


def _done(request: HttpRequest, code: str) -> SlipPage:
    """Do what they said with what is theirs; else only look."""
    by, today, taken, wanting = Actor.somebody(), timezone.localdate(), None, ""
    left: int | None = None
    answer = request.POST.get("answer", "")
    if answer == "back":
        taken = withdraw(by=by, code=code, today=today)
    if answer == "left":
        left = leave_pictures(by=by, code=code, today=today)
    if answer in CHOICES:
        number, choice = _number(request, "passage"), CHOICES[answer]
        choose_shown(by=by, code=code, passage=number, choice=choice)
    if answer == "meant":
        number, words = _number(request, "claim"), request.POST.get("meant", "")
        try:
            object_to(by=by, code=code, claim=number, words=words, today=today)
        except NotPossible as problem:
            wanting = str(problem)
    return SlipPage(
        code=code,
        theirs=said_by(code, today=today),
        taken=taken,
        left=left,
        done="" if wanting else "shown" if answer in CHOICES else answer,
        wanting=wanting,
    )


def _unsaid(request: HttpRequest, code: str) -> SlipPage:
    """Show what was said to a claim with this code, and take it back if they say so."""
    if request.POST.get("answer") != "unsay":
        return SlipPage(code=code, said_to=said_to(code))
    take_objection_back(by=Actor.somebody(), code=code)
    return SlipPage(done="unsaid")


def _number(request: HttpRequest, name: str) -> int:
    """Read a number; one that cannot be meant stands for nothing."""
    typed = request.POST.get(name, "")
    fits = typed.isascii() and typed.isdecimal() and len(typed) < MOST_DIGITS
    return int(typed) if fits else 0


CHOICES = {one.value: one for one in (Shown.SHOW, Shown.COUNT)}
