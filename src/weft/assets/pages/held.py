"""What does a group say, behind its own link, of what it holds?"""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils import timezone

from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.told import NO, YES
from weft.assets.domain.visibility import Channel
from weft.assets.pages.by_link import Take, group_of, key_in, number_in
from weft.assets.services import held
from weft.assets.services.young import say_young
from weft.commons.errors import NotPossible


def _name(request: HttpRequest, link: LinkAbout) -> None:
    name, today = request.POST.get("name", ""), timezone.localdate()
    key = key_in(request, "held")
    held.name_held(
        by=link.actor, group=group_of(link), held=key, name=name, today=today
    )


def _show(request: HttpRequest, link: LinkAbout) -> None:
    typed = request.POST.get("visibility", "")
    chosen = next((one for one in Visibility if one == typed), None)
    if chosen is None:
        raise NotPossible(NOT_AN_ANSWER)
    held.show_held(
        by=link.actor,
        group=group_of(link),
        held=key_in(request, "held"),
        visibility=chosen,
        today=timezone.localdate(),
    )


def _terms(request: HttpRequest, link: LinkAbout) -> None:
    held.set_terms(
        by=link.actor,
        group=group_of(link),
        held=key_in(request, "held"),
        terms=request.POST.get("terms", ""),
        today=timezone.localdate(),
    )


def _channels(request: HttpRequest, link: LinkAbout) -> None:
    chosen = request.POST.getlist("channels")
    held.allow_channels(
        by=link.actor,
        group=group_of(link),
        held=key_in(request, "held"),
        channels=[one for one in Channel if one in chosen],
        today=timezone.localdate(),
    )


def _funders(request: HttpRequest, link: LinkAbout) -> None:
    named = "unnamed" not in request.POST
    today = timezone.localdate()
    held.name_to_funders(by=link.actor, group=group_of(link), named=named, today=today)


def _young(request: HttpRequest, link: LinkAbout) -> None:
    said = {YES: True, NO: False}.get(request.POST.get("young", ""))
    if said is None:
        raise NotPossible(NOT_AN_ANSWER)
    today = timezone.localdate()
    say_young(by=link.actor, group=group_of(link), young=said, today=today)


def _back(request: HttpRequest, link: LinkAbout) -> None:
    held.note_came_back(
        by=link.actor,
        group=group_of(link),
        held=key_in(request, "held"),
        words=request.POST.get("words", ""),
        on=timezone.localdate(),
    )


def _forget(request: HttpRequest, link: LinkAbout) -> None:
    held.forget_came_back(
        by=link.actor,
        group=group_of(link),
        number=number_in(request, "number"),
        today=timezone.localdate(),
    )


ANSWERS: Mapping[str, Take] = {
    "held-name": _name,
    "held-show": _show,
    "held-terms": _terms,
    "held-channels": _channels,
    "held-funders": _funders,
    "held-young": _young,
    "held-back": _back,
    "held-forget": _forget,
}
"""What a group may answer of what it holds; only those who hold it by a link."""
