"""Which link has a group, and who gives it one? For those who check the list.

What is looked for is posted, so that no name stands in an address; what opens a new
link is shown once.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from weft.accounts.asking import actor_of
from weft.accounts.queries import links_of
from weft.accounts.services import make_link, revoke_link
from weft.accounts.things import Thing
from weft.assets.pages.by_link import key_in
from weft.assets.pages.disputes import NO_ADULT
from weft.assets.pages.presenters.links import LinkGiven, LinksPage
from weft.assets.queries.holding import group_in_hand
from weft.assets.queries.named import things_with_links
from weft.assets.queries.post import texts_to
from weft.assets.queries.young import needs_an_adult
from weft.commons.errors import NotFound, NotPossible
from weft.shell.rendering import render


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest) -> HttpResponse:
    """Find a group, show which links it has, give it one, switch one off."""
    made, problem = None, ""
    try:
        made = _done(request)
    except NotFound:
        raise
    except NotPossible as refused:
        problem = str(refused)
    return render(
        request,
        "assets/links.jinja",
        409 if problem else 200,
        page=_page(request, made, problem),
    )


def _page(request: HttpRequest, made: LinkGiven | None, problem: str) -> LinksPage:
    typed = request.POST.get("of", "")
    return LinksPage(
        typed=typed,
        found=things_with_links(typed),
        now=timezone.now(),
        made=made,
        done=request.POST.get("answer", "") if not problem else "",
        problem=problem,
    )


def _done(request: HttpRequest) -> LinkGiven | None:
    """Do what the form says; give the link that was made, if one was."""
    answer = request.POST.get("answer", "")
    if answer == "make":
        return _make(request, key_in(request, "of"))
    if answer == "off":
        of, link = key_in(request, "of"), key_in(request, "link")
        if link not in {one.key for one in links_of(Thing("asset", str(of)))}:
            raise NotFound
        revoke_link(key=link, by=actor_of(request))
    return None


def _make(request: HttpRequest, key: UUID) -> LinkGiven:
    """Give a group a link, unless nobody could be reached who stands by it."""
    group_in_hand(key)  # which refuses what is not on the list
    if needs_an_adult(key):
        raise NotPossible(NO_ADULT)
    made = make_link(thing=Thing("asset", str(key)), by=actor_of(request))
    path = reverse("assets:in_hand", args=[made.secret])
    told = texts_to(key, address=request.build_absolute_uri(path))
    return LinkGiven(to=key, messages=told)
