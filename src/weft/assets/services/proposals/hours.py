"""What follows when the times that we tell were wrong, and when they had not been?

What the sources tell stays as it is and counts no more; the group's own times nobody
touches from here.
"""

import json
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from django.core import serializers
from django.db.models import QuerySet

from weft.assets.domain.changing import rule_kept
from weft.assets.domain.holding import HOLDER, TOLD_TIMES
from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.proposals import OUTDONE, ToldField
from weft.assets.domain.told import TOLD
from weft.assets.models import Asset, Fact, Offer, Proposal, Schedule
from weft.assets.queries.schedules import schedule_from
from weft.assets.services.proposals.columns import SAID_SINCE
from weft.assets.services.proposals.kept import Before
from weft.assets.services.things import of
from weft.assets.services.told_rows import schedule_cells
from weft.commons.errors import NotPossible

WHEN = ToldField.WHEN
THEIR_TIMES = "The group tells its times by its own link. They are changed there."
NOT_READ = "We did not understand when it is. Write it another way."


def write_hours(thing: Asset | Offer, said: str, today: date) -> list[int]:
    """Write when something is on, read from somebody's words; say in which rows.

    Raises
    ------
    NotPossible
        When the words are not understood.
    """
    rules = schedules_of(read_hours(said, today=today), told_on=today)
    if not rules:
        raise NotPossible(NOT_READ)
    which = {"asset": thing.pk} if isinstance(thing, Asset) else {"offer": thing.pk}
    made = (
        Schedule.objects.create(**schedule_cells(rule, source=TOLD, **which))
        for rule in rules
    )
    return [row.pk for row in made]


def mend_hours(
    thing: Asset | Offer, said: str, *, told_by: str, today: date
) -> Iterator[tuple[str, str]]:
    """Let other times count than its sources tell; give what stood there before.

    Raises
    ------
    NotPossible
        When the words are not understood, or its group itself tells its times.
    """
    if _schedules(thing).filter(source=HOLDER).exists():
        raise NotPossible(THEIR_TIMES)
    ours, theirs = _schedules(thing).filter(source=TOLD), _of_sources(thing)
    word = _word(thing)
    counted = ours if word.exists() or ours.exists() else theirs
    yield f"was {WHEN}", _kept(counted)
    yield "rows", serializers.serialize("json", [*ours, *word])
    yield "of sources", _mark(theirs)
    ours.delete()
    word.delete()
    yield "written", _joined(write_hours(thing, said, today))
    yield f"now {WHEN}", _kept(_schedules(thing).filter(source=TOLD))
    Fact.objects.create(
        **of(thing),
        field=TOLD_TIMES,
        value=today.isoformat(),
        source=TOLD,
        told_by=told_by,
        told_on=today,
    )


def put_hours_back(thing: Asset | Offer, before: Before) -> None:
    """Let those times count again that counted before.

    Raises
    ------
    NotPossible
        When somebody has said otherwise since.
    """
    if "written" not in before or OUTDONE in before:
        return
    ours = _schedules(thing).filter(source=TOLD)
    if _rows(ours) != before["written"]:
        raise NotPossible(SAID_SINCE)
    ours.delete()
    _word(thing).delete()
    for one in serializers.deserialize("json", before["rows"]):
        one.save()


def keep_hours(row: Proposal, thing: Asset | Offer) -> None:
    """Let what was told count no more once its sources tell other times than then."""
    before = row.before
    theirs = _of_sources(thing)
    if "written" not in before or OUTDONE in before or not theirs.exists():
        return
    ours = _schedules(thing).filter(source=TOLD)
    if _mark(theirs) == before["of sources"] or _rows(ours) != before["written"]:
        return
    ours.delete()
    _word(thing).delete()
    row.before = {**before, OUTDONE: WHEN}
    row.save(update_fields=("before",))


def _word(thing: Asset | Offer) -> QuerySet[Fact]:
    return Fact.objects.filter(**of(thing), source=TOLD, field=TOLD_TIMES)


def _schedules(thing: Asset | Offer) -> QuerySet[Schedule]:
    return Schedule.objects.filter(**of(thing))


def _of_sources(thing: Asset | Offer) -> QuerySet[Schedule]:
    return _schedules(thing).exclude(source__in=(TOLD, HOLDER))


def _kept(rules: QuerySet[Schedule]) -> str:
    """Keep rules for whoever asks later what they were: never in anybody's words."""
    rows = rules.order_by("pk")
    return json.dumps([rule_kept(schedule_from(row)) for row in rows])


def _rows(rules: QuerySet[Schedule]) -> str:
    return _joined(rules.order_by("pk").values_list("pk", flat=True))


def _joined(numbers: "list[int] | QuerySet[Schedule, int]") -> str:
    return " ".join(map(str, sorted(numbers)))


def _mark(rules: QuerySet[Schedule]) -> str:
    """Give what tells whether sources still tell the same times.

    Their own words, where they are kept: a better reader of them is no other telling.
    """
    told = [row.said or json.dumps(rule_kept(schedule_from(row))) for row in rules]
    return sha256("\n".join(sorted(told)).encode()).hexdigest()
