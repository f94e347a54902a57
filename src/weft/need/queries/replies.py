"""What do people say to the numbers about their place?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import models

from weft.commons.saying import dated
from weft.commons.standing import Standing
from weft.need.models import Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyAbout:
    """A reply and what it speaks to."""

    reply: UUID
    area_code: str
    key: str
    words: str
    said_as: str
    said_on: date

    @property
    def who_and_when(self) -> str:
        """Say as whom and when it was said; nobody has to say who they are."""
        return f"{self.said_as or 'Somebody'}, {dated(self.said_on)}"

    @property
    def line(self) -> str:
        """Say it in one line, as a table or a file can hold it."""
        return f"«{' '.join(self.words.split())}» ({self.who_and_when})"


def replies_of(area_code: str) -> Mapping[str, tuple[ReplyAbout, ...]]:
    """Give what may stand beside each number about an area, oldest first, by key."""
    return _by(
        "key", Reply.objects.filter(area_code=area_code, standing=Standing.ACCEPTED)
    )


def replies_to(region: str, key: str) -> Mapping[str, tuple[ReplyAbout, ...]]:
    """Give what may stand beside one number, oldest first, by area."""
    return _by(
        "area_code",
        Reply.objects.filter(region=region, key=key, standing=Standing.ACCEPTED),
    )


def replies_waiting(region: str = "") -> tuple[ReplyAbout, ...]:
    """List what nobody has decided about yet, whoever waits longest first."""
    waiting = Reply.objects.filter(standing=Standing.PROPOSED)
    if region:
        waiting = waiting.filter(region=region)
    return tuple(map(_about, waiting.order_by("said_on", "pk")))


def _by(
    field: str, some: "models.QuerySet[Reply]"
) -> Mapping[str, tuple[ReplyAbout, ...]]:
    found: dict[str, tuple[ReplyAbout, ...]] = {}
    for reply in some.order_by("said_on", "pk"):
        held = str(getattr(reply, field))
        found[held] = (*found.get(held, ()), _about(reply))
    return found


def _about(reply: Reply) -> ReplyAbout:
    return ReplyAbout(
        reply=reply.pk,
        area_code=reply.area_code,
        key=reply.key,
        words=reply.words,
        said_as=reply.said_as,
        said_on=reply.said_on,
    )
