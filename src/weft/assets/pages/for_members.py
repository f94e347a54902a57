"""What do those read, by their own link, whom a group has let in?

Whole, behind the link alone: nothing here leads to a code, a share or an embed, which
would lead others to what is not theirs.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from weft.assets.pages.by_link import back_from, group_of, link_to_a_thing
from weft.assets.pages.presenters.for_members import MembersPage, MembersThing
from weft.assets.queries.for_members import for_members, thing_for_members
from weft.shell.rendering import render


@require_safe
def things(request: HttpRequest, **_told: object) -> HttpResponse:
    """List what only those read whom the group let in."""
    group = group_of(link_to_a_thing(request))
    found = for_members(group, today=timezone.localdate())
    page = MembersPage(things=found, here=request.path, back=back_from(request))
    return render(request, "assets/members_things.jinja", page=page)


@require_safe
def thing(request: HttpRequest, key: UUID, **_told: object) -> HttpResponse:
    """Show one of them whole."""
    group = group_of(link_to_a_thing(request))
    about = thing_for_members(group, key, today=timezone.localdate())
    page = MembersThing(about=about, now=timezone.now())
    back = back_from(request)
    return render(request, "assets/members_thing.jinja", page=page, back=back)
