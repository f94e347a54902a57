"""How does a group say what it changed, behind its own link?

As on the group's own page, the secret in the address is the token.
"""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.changing import ChangeTold, Whose
from weft.assets.pages.by_link import (
    answered,
    back_from,
    group_of,
    key_in,
    number_in,
)
from weft.assets.pages.presenters.changes import ChangeOnPage, ChangesInHandPage
from weft.assets.queries.changes import changes_of
from weft.assets.queries.holding import group_in_hand
from weft.assets.services.changing import take_change_back, tell_change
from weft.shell.rendering import render


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def changes(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what it changed, and take its word."""
    return answered(request, take=_take, shown=_shown)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken."""
    group, today = group_in_hand(group_of(link)), timezone.localdate()
    told = (
        (
            one.name,
            tuple(ChangeOnPage(about=c, today=today) for c in changes_of(one.key)),
        )
        for one in group.offers
    )
    page = ChangesInHandPage(
        group=group,
        told=tuple((name, some) for name, some in told if some),
        today=today,
        back=back_from(request),
        typed=_typed(request, today),
        chosen=request.POST.get("offer", ""),
        done=request.GET.get("done", ""),
        problem=problem,
    )
    status = 400 if problem else 200
    return render(request, "assets/changes_in_hand.jinja", status, page=page)


def _take(request: HttpRequest, link: LinkAbout) -> str:
    """Take what a group says of one change."""
    group, today, by = group_of(link), timezone.localdate(), link.actor
    if request.POST.get("answer") == "back":
        take_change_back(by=by, group=group, change=number_in(request, "change"))
        return "back"
    offer, told = key_in(request, "offer"), _typed(request, today)
    tell_change(by=by, group=group, offer=offer, told=told, today=today)
    return "told"


def _typed(request: HttpRequest, today: date) -> ChangeTold:
    """Read the form; a day that cannot be read is today."""
    whose = request.POST.get("whose", "")
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        on = today
    return ChangeTold(
        on=on,
        changed=request.POST.get("changed", ""),
        whose=Whose(whose) if whose in set(Whose) else None,
        said=request.POST.get("said", ""),
        was=request.POST.get("was", ""),
    )
