"""Did somebody come with a card, and how many were there?

The secret in the address is the token, as on the group's own page.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import answered, back_from, group_of
from weft.assets.queries.holding import group_in_hand
from weft.pathways.domain.cards import mondays_shown
from weft.pathways.pages.presenters import CardsPage
from weft.pathways.queries.cards import came_by_week
from weft.pathways.services.cards import came_with_card
from weft.shell.rendering import render


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def cards_in_hand(request: HttpRequest, **_told: object) -> HttpResponse:
    """Take a card's code, and show how many came with one."""
    return answered(request, take=_counted, shown=_shown)


def _counted(request: HttpRequest, link: LinkAbout) -> str:
    came_with_card(
        by=link.actor,
        group=group_of(link),
        code=request.POST.get("code", "")[:40],
        today=timezone.localdate(),
    )
    return "came"


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken."""
    group, mondays = group_in_hand(group_of(link)), mondays_shown(timezone.localdate())
    page = CardsPage(
        name=group.name,
        back=back_from(request),
        mondays=mondays,
        came=came_by_week([one.key for one in group.offers], mondays),
        fewest=settings.FEWEST,
        problem=problem,
        done=request.GET.get("done", ""),
    )
    status = 400 if problem else 200
    return render(request, "pathways/cards_in_hand.jinja", status, page=page)
