"""What was a group's month: what was on, how many came new, and what was confirmed?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.holding import NO_WORD, in_force
from weft.assets.domain.opening import SpecialDays
from weft.assets.domain.schedules import occurrences
from weft.assets.domain.sureness import Event
from weft.assets.models import Asset, FactEvent, NewFaces, Offer, Schedule
from weft.assets.queries.holders_words import holders_words
from weft.assets.queries.schedules import schedule_from
from weft.commons.times import LONDON, Week
from weft.ground import queries as ground

WEEKS = 5
"""This week and the four before it."""


@dataclass(frozen=True, slots=True, order=True)
class OnDay:
    """One thing that the list said was on."""

    day: date
    starts: time
    name: str
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfGroup:
    """One week of a group.

    ``faces`` is None where they have not said how many came for the first time.
    """

    week: Week
    on: tuple[OnDay, ...]
    faces: int | None
    confirmed: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthOfGroup:
    """The weeks of a group, the newest last.

    ``when_known`` says whether anybody has told us when anything of theirs is on.
    """

    weeks: tuple[WeekOfGroup, ...]
    when_known: bool

    @property
    def this_week(self) -> WeekOfGroup:
        """Give the newest."""
        return self.weeks[-1]


def month_of_group(group: UUID, *, today: date) -> MonthOfGroup:
    """Tell the last weeks of a group, by what the list says now of when it is on.

    Whether a session was held nobody has told us: the list said that it was on.
    """
    weeks = tuple(Week.of(today).later(-more) for more in reversed(range(WEEKS)))
    offers = list(Offer.objects.filter(group=group, closed_on=None))
    schedules = list(
        Schedule.objects.filter(offer__in=offers).select_related("offer").order_by("pk")
    )
    region = Asset.objects.values_list("region", flat=True).get(pk=group)
    on = sorted(set(_on(schedules, weeks, ground.calendar(region))))
    told = NewFaces.objects.filter(group=group, monday__gte=weeks[0].monday)
    faces = dict(told.values_list("monday", "number"))
    said = FactEvent.objects.filter(
        asset=group, event=Event.CONFIRMED, heard_on__gte=weeks[0].monday
    )
    confirmed = sorted(set(said.values_list("heard_on", flat=True)))
    return MonthOfGroup(
        weeks=tuple(
            WeekOfGroup(
                week=week,
                on=tuple(one for one in on if one.day in week.days),
                faces=faces.get(week.monday),
                confirmed=tuple(day for day in confirmed if day in week.days),
            )
            for week in weeks
        ),
        when_known=bool(schedules),
    )


def _on(
    schedules: list[Schedule], weeks: tuple[Week, ...], calendar: SpecialDays
) -> Iterator[OnDay]:
    """List what the list says was on, day by day."""
    said = holders_words(Q(offer__in=[row.offer_id for row in schedules]))
    for row in schedules:
        if row.offer is None:
            continue
        word = said.get(row.offer.pk, NO_WORD)
        # a pause forgets what was before it, which a list of what is to come may
        on = replace(word, pause=None)
        rule = in_force(schedule_from(row), on, source=row.source)
        if rule is None:
            continue
        for one in occurrences(rule, calendar=calendar, weeks=weeks, point=None):
            starts = one.window.start.astimezone(LONDON)
            if word.pause and word.pause.since <= starts.date() < word.pause.back_on:
                continue
            yield OnDay(starts.date(), starts.time(), row.offer.name, one.certain)
