"""What does a group answer when it has stopped, or goes on after all?"""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from weft.accounts.links import LinkAbout
from weft.assets.domain.holding import Stopped
from weft.assets.pages.by_link import Take, group_of, key_in
from weft.assets.pages.presenters.ending import ALL
from weft.assets.services.ending import go_on_after_all, say_stopped
from weft.commons.errors import NotPossible

NO_DAY = "Choose the day on which you stopped."


def _stopped(request: HttpRequest, link: LinkAbout) -> None:
    try:
        on = date.fromisoformat(request.POST.get("stopped_on", ""))
    except ValueError:
        raise NotPossible(NO_DAY) from None
    why = " ".join(request.POST.get("why", "").split())
    say_stopped(
        by=link.actor,
        group=group_of(link),
        said=Stopped(on, why),
        today=timezone.localdate(),
        offer=_which(request),
    )


def _go_on(request: HttpRequest, link: LinkAbout) -> None:
    group, today = group_of(link), timezone.localdate()
    go_on_after_all(by=link.actor, group=group, today=today, offer=_which(request))


def _which(request: HttpRequest) -> UUID | None:
    """Read of what is spoken; None for all of it."""
    return None if request.POST.get("what") == ALL else key_in(request, "what")


ANSWERS: Mapping[str, Take] = {
    "stopped": _stopped,
    "go-on": _go_on,
}
