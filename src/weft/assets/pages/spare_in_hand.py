"""What has a group to spare, what does it look for, and what ends? By its own link.

As on the group's own page, the secret in the address is the token.
"""

from collections.abc import Mapping
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.ending import Ends
from weft.assets.domain.spare import Wanted
from weft.assets.pages.by_link import (
    Take,
    answered,
    back_from,
    group_of,
    key_in,
    take_one_of,
)
from weft.assets.pages.presenters.spare_in_hand import SparePage
from weft.assets.queries.spare_in_hand import spare_in_hand
from weft.assets.services import spare_in_hand as saying
from weft.commons.errors import NotPossible
from weft.shell.rendering import render

ASKED_AT = {"looking": "what", "ends": "on", "ends-back": "on"}
"""Which field a problem with an answer is shown at."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def to_spare(request: HttpRequest, **_told: object) -> HttpResponse:
    """Show a group what is told of that, and take its word."""
    return answered(request, take=take_one_of(ANSWERS), shown=_shown)


def _shown(request: HttpRequest, link: LinkAbout, *, problem: str = "") -> HttpResponse:
    """Draw the page, with what could not be taken, and what was typed."""
    said = request.POST.get("answer", "")
    page = SparePage(
        things=spare_in_hand(group_of(link)),
        today=timezone.localdate(),
        back=back_from(request),
        done=request.GET.get("done", ""),
        problem=(ASKED_AT.get(said, "spare"), problem) if problem else ("", ""),
        typed=_wanted(request) if said == "looking" else None,
        start=request.POST.get("on", ""),
    )
    status = 400 if problem else 200
    return render(request, "assets/spare_in_hand.jinja", status, page=page)


def _spare(request: HttpRequest, link: LinkAbout) -> None:
    saying.say_spare(
        by=link.actor,
        group=group_of(link),
        thing=key_in(request, "thing"),
        words=request.POST.get("words", ""),
        today=timezone.localdate(),
    )


def _wanted(request: HttpRequest) -> Wanted:
    """Read what they look for; its parts are kept between strokes."""
    typed = (request.POST.get(name, "") for name in ("what", "when", "needs"))
    what, when, needs = (" ".join(one.replace("/", " or ").split()) for one in typed)
    return Wanted.of(f"{what} / {when} / {needs}")


def _looking(request: HttpRequest, link: LinkAbout) -> None:
    wanted, today = _wanted(request), timezone.localdate()
    saying.say_looking(by=link.actor, group=group_of(link), wanted=wanted, today=today)


def _ends(request: HttpRequest, link: LinkAbout) -> None:
    try:
        on = date.fromisoformat(request.POST.get("on", ""))
    except ValueError:
        raise NotPossible(saying.NO_DAY) from None
    _say_ends(request, link, on)


def _ends_back(request: HttpRequest, link: LinkAbout) -> None:
    _say_ends(request, link, None)


def _say_ends(request: HttpRequest, link: LinkAbout, on: date | None) -> None:
    ends = next((one for one in Ends if one == request.POST.get("ends")), None)
    if ends is None:
        raise NotPossible(NOT_AN_ANSWER)
    saying.say_ends(
        by=link.actor,
        group=group_of(link),
        thing=key_in(request, "thing"),
        ends=ends,
        on=on,
        today=timezone.localdate(),
    )


ANSWERS: Mapping[str, Take] = {
    "spare": _spare,
    "looking": _looking,
    "ends": _ends,
    "ends-back": _ends_back,
}
