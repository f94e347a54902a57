"""Who may come in beside whoever holds a group's link: let in, switched off, renewed?

What opens a new link is shown once, on the answer itself, and kept nowhere: whoever
reads the page again does not find it.
"""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout, Made
from weft.accounts.queries import links_in_hand
from weft.accounts.services import let_in, renew_link, revoke_link
from weft.assets.pages.by_link import back_from, group_of, key_in, link_to_a_thing
from weft.assets.pages.presenters.people import PeoplePage
from weft.assets.queries.holding import group_in_hand
from weft.commons.errors import NotFound
from weft.shell.rendering import render


@csrf_exempt  # the secret in the address is the token
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show who may come in by a link, and take what is said of that."""
    link = link_to_a_thing(request)
    if request.method != "POST":
        return _shown(request, link)
    answer = ANSWERS.get(request.POST.get("answer", ""))
    if answer is None:
        raise NotFound
    return answer(request, link)


def _shown(
    request: HttpRequest, link: LinkAbout, *, made: Made | None = None
) -> HttpResponse:
    """Draw the page, with the address of a link that was just made."""
    page = PeoplePage(
        group=group_in_hand(group_of(link)),
        links=links_in_hand(link, now=timezone.now()),
        back=back_from(request),
        own=request.build_absolute_uri(back_from(request)),
        made=_address(request, made) if made else "",
        done=request.GET.get("done", ""),
    )
    return render(request, "assets/people_in_hand.jinja", page=page)


def _address(request: HttpRequest, made: Made) -> str:
    path = reverse("assets:in_hand", args=[made.secret])
    return request.build_absolute_uri(path)


def _let_in(request: HttpRequest, link: LinkAbout) -> HttpResponse:
    made = let_in(thing=link.thing, by=link.actor)
    return _shown(request, link, made=made)


def _renewed(request: HttpRequest, link: LinkAbout) -> HttpResponse:
    """Give a fresh link; whoever renews their own goes on by it."""
    key = key_in(request, "link")
    made = renew_link(key=key, by=link.actor)
    if key != link.key:
        return _shown(request, link, made=made)
    path = reverse("assets:people_in_hand", args=[made.secret])
    return redirect(f"{path}?done=renewed")


def _off(request: HttpRequest, link: LinkAbout) -> HttpResponse:
    """Switch a link off; whoever switches off their own is told so, and is out."""
    key = key_in(request, "link")
    revoke_link(key=key, by=link.actor)
    if key == link.key:
        return render(request, "assets/link_off.jinja")
    return redirect(f"{request.path}?done=off")


ANSWERS: Mapping[str, Callable[[HttpRequest, LinkAbout], HttpResponse]] = {
    "let-in": _let_in,
    "fresh": _renewed,
    "off": _off,
}
