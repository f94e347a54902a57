"""What awaits somebody who checks the list?"""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.accounts.asking import signed_in
from weft.commons.errors import NotAllowed
from weft.shell.rendering import render
from weft.web.pages.presenters.steward import StewardPage


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Say who they are, and what is to be decided."""
    someone = signed_in(request, now=timezone.now())
    if someone is None:  # the door should have seen it
        raise NotAllowed("Nobody is signed in.")
    return render(request, "web/steward.jinja", page=StewardPage(someone=someone))
