"""What does a group say of its rooms, behind its own link?

As on the group's own page, the secret in the address is the token.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.assets.domain.facts import OF_A_ROOM, FactField
from weft.assets.domain.told import NO, YES
from weft.assets.pages.by_link import back_from, group_of, key_in, link_to_a_thing
from weft.assets.pages.presenters.rooms_in_hand import RoomsInHandPage
from weft.assets.queries.rooms_in_hand import rooms_in_hand
from weft.assets.services.rooms_in_hand import say_of_room
from weft.shell.rendering import render

READ = {YES: True, NO: False, "": None}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def rooms(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what the list says of its rooms, and take its word."""
    link = link_to_a_thing(request)
    group = group_of(link)
    if request.method == "POST":
        room, said, today = (
            key_in(request, "room"),
            _said(request),
            timezone.localdate(),
        )
        say_of_room(by=link.actor, group=group, room=room, said=said, today=today)
        return redirect(f"{request.path}?done=said")
    found = rooms_in_hand(group)
    page = RoomsInHandPage(
        rooms=found, back=back_from(request), done="done" in request.GET
    )
    return render(request, "assets/rooms_in_hand.jinja", page=page)


def _said(request: HttpRequest) -> dict[FactField, bool | None]:
    """Read the answers; what was not asked is not spoken of."""
    return {
        field: READ[request.POST[field]]
        for field in OF_A_ROOM
        if request.POST.get(field) in READ
    }
