"""How does a group answer the one question that it is asked behind its own link?"""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from weft.accounts.links import LinkAbout
from weft.assets.domain.answers import NOT_AN_ANSWER
from weft.assets.domain.facts import FactField
from weft.assets.domain.like import LikeSaid, part_of
from weft.assets.domain.told import NO, YES
from weft.assets.pages.by_link import Take, group_of, key_in
from weft.assets.queries.worth_asking import question_to
from weft.assets.services.like import say_like
from weft.commons.errors import NotPossible

_SAID = {YES: True, NO: False, "": None}


def _answer(request: HttpRequest, link: LinkAbout) -> None:
    """Take a yes, a no, or their word back."""
    about = next((f for f in FactField if f == request.POST.get("about")), None)
    part = part_of(about) if about else None
    value = request.POST.get("value", "")
    if about is None or part is None or value not in _SAID:
        raise NotPossible(NOT_AN_ANSWER)
    said = LikeSaid(part=part, facts={about: _SAID[value]})
    offer, today, group = key_in(request, "offer"), timezone.localdate(), group_of(link)
    for one in _of_one_building(group, offer, about):
        say_like(by=link.actor, group=group, offer=one, said=said, today=today)


def _of_one_building(group: UUID, offer: UUID, about: FactField) -> tuple[UUID, ...]:
    """List what is theirs and the answer tells of."""
    asked = question_to(group, today=timezone.localdate())
    if asked is None or (asked.question.offer, asked.question.about) != (offer, about):
        return (offer,)
    return asked.own


ANSWERS: Mapping[str, Take] = {"one-question": _answer, "one-question-back": _answer}
