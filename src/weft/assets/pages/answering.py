"""How does a group answer its visitors, behind its own link?"""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from weft.accounts.links import LinkAbout
from weft.assets.pages.by_link import group_of, key_in
from weft.assets.pages.presenters.visits import VoiceOnPage
from weft.assets.queries.visits import visits_of_group
from weft.assets.services import answering
from weft.commons.errors import NotFound


def voices_for(group: UUID) -> tuple[VoiceOnPage, ...]:
    """Give what visitors said of a group and of all that it offers."""
    today = timezone.localdate()
    return tuple(VoiceOnPage(visit=one, today=today) for one in visits_of_group(group))


def answer(request: HttpRequest, link: LinkAbout) -> None:
    """Let the group's own words stand beside a visitor's."""
    answering.answer_visit(
        by=link.actor,
        group=group_of(link),
        visit=_visit(request),
        words=request.POST.get("reply", ""),
        today=timezone.localdate(),
    )


def unanswer(request: HttpRequest, link: LinkAbout) -> None:
    """Take the group's words away again."""
    answering.take_answer_back(
        by=link.actor, group=group_of(link), visit=_visit(request)
    )


def _visit(request: HttpRequest) -> UUID:
    """Say which visitor is answered."""
    try:
        return key_in(request, "visit")
    except NotFound:
        raise NotFound("There is no such line of a visitor.") from None
