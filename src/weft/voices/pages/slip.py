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
from weft.commons.errors import NotFound
from weft.shell.rendering import render
from weft.voices.pages.presenters.slip import SlipPage
from weft.voices.queries.slips import said_by
from weft.voices.services import withdraw

LONGEST = 60


@never_cache
@csrf_exempt  # the code is the token
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: HttpRequest) -> HttpResponse:
    """Show what is theirs to who has a slip, and take it out of everything."""
    code = request.POST.get("code", "")[:LONGEST]
    if request.method != "POST":
        return render(request, "voices/slip.jinja", page=SlipPage())
    try:
        taken = _taken(request, code)
        page = SlipPage(code=code, theirs=said_by(code), taken=taken)
    except NotFound as problem:
        page = SlipPage(code=code, problem=str(problem))
    return render(request, "voices/slip.jinja", 400 if page.problem else 200, page=page)


def _taken(request: HttpRequest, code: str) -> int | None:
    """Take it back, where they said so; None where they only look."""
    if request.POST.get("answer") != "back":
        return None
    return withdraw(by=Actor.somebody(), code=code, today=timezone.localdate())
