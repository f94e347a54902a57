"""How does a group decide about what people told us of it, behind its own link?

As on the group's own page, the secret in the address is the token.
"""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.proposals import Asked
from weft.assets.pages.by_link import answered, back_from, group_of, key_in
from weft.assets.pages.presenters.told_of_us import DONE, ToldOfUsPage, ToldOnPage
from weft.assets.queries.told_of_us import told_of_group
from weft.assets.services.proposals import accept_change, decline_change
from weft.assets.services.proposals.by_link import NOT_SO
from weft.commons.errors import NotPossible
from weft.shell.rendering import render


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def told_of_us(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what people told us of it, and take its word."""
    return answered(request, take=_take, shown=_shown)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be done."""
    waiting = told_of_group(group_of(link), today=timezone.localdate())
    page = ToldOfUsPage(
        waiting=tuple(ToldOnPage(one=one) for one in waiting),
        back=back_from(request),
        done=request.GET.get("done", ""),
        just=request.GET.get("told", ""),
        problem=problem,
    )
    status = 400 if problem else 200
    return render(request, "assets/told_of_us.jinja", status, page=page)


def _take(request: HttpRequest, link: LinkAbout) -> str:
    """Take what a group says of one thing that was told."""
    answer, told = request.POST.get("answer", ""), key_in(request, "told")
    if answer not in DONE:
        raise NotPossible(NOT_AN_ANSWER)
    by, today = link.actor, timezone.localdate()
    if answer == "so":
        accept_change(by=by, proposal=told, today=today)
    else:
        asked = Asked.NOT_SO
        decline_change(by=by, proposal=told, why=NOT_SO, today=today, asked=asked)
    return f"{answer}&{urlencode({'told': told})}"
