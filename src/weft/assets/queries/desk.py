"""How much waits for those who check the list, in each of their lists, since when?

Counted for the first page of their work, which shows what people told; each list
itself says what waits. What overlaps is not counted: a whole region would have to be
read for it, and it is in no hurry.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Count, Min, Model, Q, QuerySet

from weft.assets.domain.harvests import RunState
from weft.assets.domain.kinds import Visibility
from weft.assets.domain.linking import Verdict
from weft.assets.domain.post import WAITS, month_of
from weft.assets.domain.proposals import Decider
from weft.assets.models import (
    AskingRound,
    AuditEntry,
    Door,
    FeedRun,
    Link,
    Message,
    Proposal,
)
from weft.assets.queries.young import groups_of_young_people
from weft.commons.saying import day_of
from weft.commons.standing import Standing
from weft.ground.queries import regions

M = TypeVar("M", bound=Model)


class Desk(StrEnum):
    """A list beside the first, in which something may wait."""

    DOORS = "doors"
    FEEDS = "feeds"
    DISPUTES = "disputes"
    DOUBLES = "doubles"
    YOUNG = "young"
    AUDIT = "audit"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class Waits:
    """How much waits, and since when; None where nobody notes when it began."""

    count: int
    since: date | None = None


def what_waits(*, today: date) -> Mapping[Desk, Waits]:
    """Count what waits in each list, in the order in which they are shown."""
    slugs = [one.slug for one in regions()]
    young = groups_of_young_people()
    held = FeedRun.objects.filter(state=RunState.HELD)
    asked = Proposal.objects.filter(
        decides=Decider.COMMUNITIES, standing=Standing.PROPOSED
    )
    return {
        Desk.DOORS: _waits(Door.objects.filter(shown=False), "given_on"),
        Desk.FEEDS: _waits(held, "ended_at"),
        Desk.DISPUTES: _waits(asked, "said_on"),
        Desk.DOUBLES: Waits(_to_judge().count()),
        Desk.YOUNG: Waits(sum(not one.adult for one in young)),
        Desk.AUDIT: _waits(_of_the_month(today), "audit__drawn_on"),
        Desk.ROUND: _waits(_of_the_week(slugs), "round__chosen_on"),
    }


def _waits(rows: QuerySet[M], since: str) -> Waits:
    told = rows.aggregate(count=Count("pk"), since=Min(since))
    first = told["since"]
    return Waits(told["count"], day_of(first) if isinstance(first, datetime) else first)


def _to_judge() -> QuerySet[Link]:
    """Find the pairs of which people should say whether they are one thing.

    Counted here, and only looked through one by one on their own page, which asks about
    a few less where a channel is closed to one of the two.
    """
    asked = Link.objects.filter(found=Verdict.ASK, decided="")
    sides = ("asset", "other_asset", "offer", "other_offer")
    hidden = [Q(**{f"{side}__visibility": Visibility.HIDDEN}) for side in sides]
    return asked.exclude(reduce(or_, hidden))


def _of_the_month(today: date) -> QuerySet[AuditEntry]:
    """Find what nobody has looked at of the month's draws."""
    return AuditEntry.objects.filter(audit__month=month_of(today), finding="")


def _of_the_week(slugs: list[str]) -> QuerySet[Message]:
    """Find the messages of each region's last round that nobody has seen to."""
    rounds = [
        AskingRound.objects.filter(region=one).order_by("-monday").first()
        for one in slugs
    ]
    return Message.objects.filter(
        round__in=[one for one in rounds if one], standing__in=WAITS
    )
