"""How does a group tell new times for something it offers, from a day on?

What others told counts until the eve of that day and is not touched: taking the new
times back leaves everything as it was told before.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.holding import (
    HOLDER,
    LONGEST_PAUSE,
    NO_WORD,
    HolderField,
    beginning,
    in_force,
)
from weft.assets.domain.hours import HoursRead, read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.sureness import Aspect, Event
from weft.assets.domain.told import ScheduleTold
from weft.assets.models import Fact, Offer, Schedule
from weft.assets.queries.holders_words import holders_words
from weft.assets.queries.schedules import schedule_from
from weft.assets.services.changing import forget_new_times, note_new_times
from weft.assets.services.hearing import note_heard
from weft.assets.services.in_hand import in_hand, offer_of, say_of, tell_anew
from weft.assets.services.rows import put
from weft.assets.services.told_rows import schedule_cells
from weft.commons.errors import NotPossible

NOT_A_DAY = "Choose a day from today on, within the year to come."
NOT_READ = "We could not read a day and a time in this. Try: Tuesdays, 10am to 12."


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTimes:
    """Times in the group's own words, for one thing it offers, and from when."""

    offer: UUID
    said: str
    start: date

    def read(self, *, today: date) -> HoursRead:
        """Understand them.

        Raises
        ------
        NotPossible
            No day and time could be read, or they begin on a day that is past.
        """
        if not today <= self.start <= today + LONGEST_PAUSE:
            raise NotPossible(NOT_A_DAY)
        read = read_hours(self.said, today=today)
        if not any(one.starts and (one.days or one.dates) for one in read.sessions):
            raise NotPossible(NOT_READ)
        return read


@transaction.atomic
def change_times(*, by: Actor, group: UUID, new: NewTimes, today: date) -> None:
    """Let something that a group offers be on at new times from a day on.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    new
        The times, and from when they count.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group or offer, or the words could not be read.
    """
    held = in_hand(group)
    offer = offer_of(held, new.offer)
    rules = schedules_of(new.read(today=today), told_on=today)
    both = (_in_force_before(offer, new.start), rules)
    note_new_times(held, offer, both, start=new.start, today=today)
    _end_earlier(offer, new.start)
    put(
        Schedule,
        (
            schedule_cells(beginning(one, new.start), source=HOLDER, offer=offer.pk)
            for one in rules
        ),
    )
    first = str(_first(offer, new.start))
    say_of(offer, HolderField.NEW_TIMES, first, today, told_by=held.told_by)
    note_heard(offer, Event.TOLD_ANEW, today, Aspect.DAYS)
    tell_anew(held, today)
    record(
        by=by,
        deed="assets.change_times",
        subject=f"asset {group}",
        details={"offer": str(offer.pk), "from": new.start.isoformat()},
    )


@transaction.atomic
def take_times_back(*, by: Actor, group: UUID, offer: UUID, today: date) -> None:
    """Let the times count again that others told of something a group offers.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    offer
        What it is that the group offers.

    Raises
    ------
    NotFound
        When there is no such group or offer.
    """
    held = in_hand(group)
    row = offer_of(held, offer)
    forget_new_times(held, row, today=today)
    Schedule.objects.filter(offer=row, source=HOLDER).delete()
    say_of(row, HolderField.NEW_TIMES, "", today)
    tell_anew(held, today)
    record(
        by=by,
        deed="assets.take_times_back",
        subject=f"asset {group}",
        details={"offer": str(offer)},
    )


def _in_force_before(offer: Offer, start: date) -> list[ScheduleTold]:
    """List the rules that count on the eve of a day."""
    word = holders_words(Q(offer=offer)).get(offer.pk, NO_WORD)
    counting = replace(word, pause=None)  # a pause changes no rule
    eve = start - timedelta(days=1)
    told = (
        in_force(schedule_from(row), counting, source=row.source)
        for row in Schedule.objects.filter(offer=offer).order_by("pk")
    )
    return [
        rule
        for rule in told
        if rule and (rule.first_on or eve) <= eve <= (rule.last_on or eve)
    ]


def _end_earlier(offer: Offer, start: date) -> None:
    """End what the group itself told before, on the eve of what it tells now."""
    theirs = Schedule.objects.filter(offer=offer, source=HOLDER)
    theirs.filter(first_on__gte=start).delete()
    eve = start - timedelta(days=1)
    theirs.exclude(last_on__lt=start).update(last_on=eve)


def _first(offer: Offer, start: date) -> date:
    """Say from when only the group's own word counts."""
    said = Fact.objects.filter(offer=offer, field=HolderField.NEW_TIMES)
    earlier = said.values_list("value", flat=True).first()
    return min(start, date.fromisoformat(earlier)) if earlier else start
