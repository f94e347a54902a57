"""How does a group say what its offer is like, behind its own link?

As on the group's own page, the secret in the address is the token.
"""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.like import Part
from weft.assets.domain.like_read import Typed, like_read
from weft.assets.pages.by_link import answered, back_from, group_of, key_in
from weft.assets.pages.presenters.like import LikePage
from weft.assets.queries.holding import GroupInHand, group_in_hand
from weft.assets.queries.like import like_in_hand, places_found
from weft.assets.services.like import say_like, take_like_back
from weft.commons.errors import NotFound
from weft.shell.rendering import render

MOST_LETTERS_SEARCHED = 100


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def like(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what the list says of what it offers, and take its word."""
    return answered(request, take=_take, shown=_shown)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken."""
    group = group_in_hand(group_of(link))
    asked = request.POST or request.GET
    offer = _chosen(group, asked.get("offer", ""))
    where = request.GET.get("where", "")[:MOST_LETTERS_SEARCHED]
    page = LikePage(
        group=group,
        like=like_in_hand(group.key, offer) if offer else None,
        today=timezone.localdate(),
        back=back_from(request),
        done=request.GET.get("done", ""),
        part=asked.get("part", ""),
        where=where,
        places=places_found(group.key, where) if where else (),
        typed=_typed(request) if problem else {},
        problem=problem,
    )
    return render(
        request, "assets/like_in_hand.jinja", 400 if problem else 200, page=page
    )


def _chosen(group: GroupInHand, key: str) -> UUID | None:
    """Say of which offer it is; of the only one, where there is one."""
    if len(group.offers) == 1:
        return group.offers[0].key
    return next((one.key for one in group.offers if str(one.key) == key), None)


def _take(request: HttpRequest, link: LinkAbout) -> str:
    """Take what a group says of one part, or take its word away again."""
    group, today, offer = group_of(link), timezone.localdate(), key_in(request, "offer")
    part = _part(request)
    done = "back" if request.POST.get("answer") == "back" else "said"
    if done == "back":
        take_like_back(by=link.actor, group=group, offer=offer, part=part, today=today)
    else:
        said = like_read(part, _typed(request), today=today)
        say_like(by=link.actor, group=group, offer=offer, said=said, today=today)
    return f"{done}&{urlencode({'offer': offer, 'part': part})}#part-{part}"


def _part(request: HttpRequest) -> Part:
    try:
        return Part(request.POST.get("part", ""))
    except ValueError:
        raise NotFound from None


def _typed(request: HttpRequest) -> Typed:
    """Give what was sent, field by field."""
    return {name: request.POST.getlist(name) for name in request.POST}
