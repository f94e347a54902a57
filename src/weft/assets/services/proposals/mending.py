"""What follows when what we say of a thing was wrong, and when it had not been?

What stood there before is kept word for word: undoing puts it back as it was.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from django.core import serializers
from django.db.models import QuerySet

from weft.accounts.actors import Actor
from weft.assets.domain.facts import FactField
from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.proposals import ToldField
from weft.assets.domain.rooms import room_read
from weft.assets.domain.told import NO, YES
from weft.assets.models import Asset, Fact, Offer, Proposal, Schedule
from weft.assets.services.proposals.naming import unwrite_name, write_name
from weft.assets.services.proposals.thing import list_anew, thing_of
from weft.assets.services.told_rows import schedule_cells
from weft.commons.errors import NotPossible

TOLD = "told"  # the source of what came to us by word of mouth
MOST_LETTERS_OF_A_NUMBER = 40
PLAIN = (ToldField.NAME, ToldField.TELEPHONE)
MENDED = (
    *PLAIN,
    ToldField.WHEN,
    ToldField.STEP_FREE,
    ToldField.ROOM,
    ToldField.ALSO_CALLED,
)
Before = dict[str, str]


def mend(
    row: Proposal, fields: Mapping[ToldField, str], *, by: Actor, today: date
) -> Before:
    """Write what it should say, and give what stood there before.

    Nothing is changed in a field of which nothing is said.
    """
    thing = thing_of(row)
    said = {name: fields[name].strip() for name in MENDED if fields.get(name)}
    if len(said.get(ToldField.TELEPHONE, "")) > MOST_LETTERS_OF_A_NUMBER:
        raise NotPossible("That is too long for a telephone number.")
    before = dict(_write_plain(thing, said))
    if ToldField.WHEN in said:
        before |= write_hours(thing, said[ToldField.WHEN], today)
    if ToldField.STEP_FREE in said:
        before |= write_step_free(thing, said[ToldField.STEP_FREE], row, today)
    if ToldField.ROOM in said:
        before |= _write_room(thing, said[ToldField.ROOM], row, today)
    if ToldField.ALSO_CALLED in said:
        before |= write_name(thing, said[ToldField.ALSO_CALLED], row, source=TOLD)
    list_anew(thing, by=by, today=today)
    return before


def unmend(row: Proposal, *, by: Actor, today: date) -> None:
    """Put back what stood there before, where nobody has said otherwise since."""
    thing = thing_of(row)
    for name in PLAIN:
        if name not in row.before:
            continue
        if getattr(thing, name) != row.before[f"now {name}"]:
            raise NotPossible("Somebody has said otherwise since. Look at its page.")
        setattr(thing, name, row.before[name])
    thing.save(update_fields=PLAIN)
    if ToldField.WHEN in row.before:
        _schedules(thing).delete()
        for one in serializers.deserialize("json", row.before[ToldField.WHEN]):
            one.save()
    if ToldField.STEP_FREE in row.before:
        Fact.objects.filter(pk=row.before[ToldField.STEP_FREE]).delete()
    if ToldField.ROOM in row.before:
        written = row.before[ToldField.ROOM].split()
        Fact.objects.filter(pk__in=map(int, written)).delete()
    unwrite_name(row.before)
    list_anew(thing, by=by, today=today)


def _write_plain(
    thing: Asset | Offer, said: Mapping[ToldField, str]
) -> Iterator[tuple[str, str]]:
    """Write what stands in one column; give both what stood there and what does."""
    for name in PLAIN:
        if name in said and said[name] != getattr(thing, name):
            yield str(name), getattr(thing, name)
            yield f"now {name}", said[name]
            setattr(thing, name, said[name])
    thing.save(update_fields=PLAIN)


def write_hours(thing: Asset | Offer, said: str, today: date) -> Before:
    """Write when it is on, read from somebody's words."""
    rules = schedules_of(read_hours(said, today=today), told_on=today)
    if not rules:
        raise NotPossible("We did not understand when it is. Write it another way.")
    old = _schedules(thing)
    kept = serializers.serialize("json", old)
    old.delete()
    which = {"asset": thing.pk} if isinstance(thing, Asset) else {"offer": thing.pk}
    for rule in rules:
        Schedule.objects.create(**schedule_cells(rule, source=TOLD, **which))
    return {str(ToldField.WHEN): kept}


def _schedules(thing: Asset | Offer) -> QuerySet[Schedule]:
    if isinstance(thing, Asset):
        return Schedule.objects.filter(asset=thing)
    return Schedule.objects.filter(offer=thing)


def write_step_free(
    thing: Asset | Offer, said: str, row: Proposal, today: date
) -> Before:
    """Write one more word on getting in without steps; the newest counts."""
    value = said.casefold()
    if value not in {YES, NO}:
        raise NotPossible("Say «yes» or «no» to getting in without steps.")
    fact = _one_more_word(thing, FactField.STEP_FREE, value, row, today)
    return {str(ToldField.STEP_FREE): str(fact.pk)}


def _write_room(thing: Asset | Offer, said: str, row: Proposal, today: date) -> Before:
    """Write one more word on each thing that a room is said to be right for."""
    read = room_read(said)
    if read.left or not read.facts:
        raise NotPossible(
            f"We did not understand «{'; '.join(read.left) or said}» of the room. Say "
            "it like: a sink, no daylight, a sprung floor, may be loud."
        )
    written = [
        _one_more_word(thing, field, YES if value else NO, row, today)
        for field, value in read.facts.items()
    ]
    return {str(ToldField.ROOM): " ".join(str(fact.pk) for fact in written)}


def _one_more_word(
    thing: Asset | Offer, field: FactField, value: str, row: Proposal, today: date
) -> Fact:
    """Write a fact by the word of whoever told us; the newest counts."""
    return Fact.objects.create(
        asset=thing if isinstance(thing, Asset) else None,
        offer=thing if isinstance(thing, Offer) else None,
        field=field,
        value=value,
        source=TOLD,
        told_by=row.said_as,
        told_on=today,
    )
