"""What does a group say, behind its own link, of what it holds?"""

from collections.abc import Callable, Mapping

from django.http import HttpRequest
from django.utils import timezone

from weft.accounts.links import LinkAbout
from weft.assets.domain.kinds import Visibility
from weft.assets.pages.by_link import group_of, key_in, number_in
from weft.assets.services import held
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
        raise NotPossible("Choose one of the answers.")
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


ANSWERS: Mapping[str, Callable[[HttpRequest, LinkAbout], None]] = {
    "held-name": _name,
    "held-show": _show,
    "held-terms": _terms,
    "held-back": _back,
    "held-forget": _forget,
}
"""What a group may answer of what it holds; only those who hold it by a link."""
