"""How does all mail stop, by the link that stood in one?

The address holds the secret, so the forms need no token besides. Opening the page
stops nothing: programs that look through people's mail open links too. A mail program
stops it in one click by posting here (RFC 8058).
"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.actors import Actor
from weft.assets.pages.presenters.stopping import StopPage
from weft.assets.services.post import stop_mail_by, write_again_by
from weft.assets.services.post.stopping import message_by
from weft.commons.errors import NotFound, NotPossible
from weft.shell.rendering import render

KEPT_APART = {
    # the address holds a secret: it goes to no other page, search engine or cache
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Cache-Control": "no-store",
}


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, secret: str) -> HttpResponse:
    """Ask, stop, or undo."""
    try:
        message_by(secret)
        page = _page(request, secret)
    except NotFound:
        page, status = StopPage(unknown=True), 404
    except NotPossible as problem:
        page, status = StopPage(stopped=True, problem=str(problem)), 400
    else:
        status = 200
    response = render(request, "assets/stop.jinja", status, page=page)
    for name, value in KEPT_APART.items():
        response[name] = value
    return response


def _page(request: HttpRequest, secret: str) -> StopPage:
    """Do what was pressed, if anything was."""
    by, today = Actor.somebody(), timezone.localdate()
    if request.method != "POST":
        return StopPage()
    if request.POST.get("answer") == "undo":
        write_again_by(
            secret=secret,
            by=by,
            today=today,
            kept=request.POST.get("kept", ""),
            address=request.POST.get("email", ""),
        )
        return StopPage(undone=True)
    stopped = stop_mail_by(secret=secret, by=by, today=today)
    return StopPage(stopped=True, kept=stopped.kept)
