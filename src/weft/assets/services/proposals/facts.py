"""How is one more word written on what is so of a thing, and kept in its turn?"""

import json
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from django.db.models import QuerySet

from weft.assets.domain.facts import FactField
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.proposals import ToldField
from weft.assets.domain.rooms import room_read
from weft.assets.domain.settling import Said, settled
from weft.assets.domain.told import NO, TOLD, YES
from weft.assets.models import Asset, Fact, Offer
from weft.assets.services.proposals.kept import Before
from weft.assets.services.things import of
from weft.commons.errors import NotPossible


def facts_said(said: Mapping[ToldField, str]) -> dict[FactField, str]:
    """Read what is said of steps and of a room.

    Raises
    ------
    NotPossible
        When some of it is not understood.
    """
    found: dict[FactField, str] = {}
    if ToldField.STEP_FREE in said:
        value = said[ToldField.STEP_FREE].casefold()
        if value not in {YES, NO}:
            raise NotPossible("Say «yes» or «no» to getting in without steps.")
        found[FactField.STEP_FREE] = value
    if ToldField.ROOM in said:
        read = room_read(said[ToldField.ROOM])
        if read.left or not read.facts:
            raise NotPossible(
                f"We did not understand «{'; '.join(read.left) or said[ToldField.ROOM]}"
                "» of the room. Say it like: a sink, no daylight, a sprung floor, may "
                "be loud."
            )
        found |= {field: YES if so else NO for field, so in read.facts.items()}
    return found


def write_facts(
    thing: Asset | Offer, said: Mapping[ToldField, str], *, told_by: str, today: date
) -> Iterator[tuple[str, str]]:
    """Write one more word on each fact; the newest counts. Say what stood there."""
    facts = facts_said(said)
    if not facts:
        return
    rows = _of_sources(thing).filter(field__in=facts)
    yield "tellings", json.dumps([_telling(row) for row in rows.order_by("pk")])
    for name in (ToldField.STEP_FREE, ToldField.ROOM):
        if name in said:
            of_it = facts_said({name: said[name]})
            yield f"was {name}", _in_words(_known(thing, of_it))
            yield f"now {name}", _in_words(of_it)
    written = [
        Fact.objects.create(
            **of(thing),
            field=field,
            value=value,
            source=TOLD,
            told_by=told_by,
            told_on=today,
        )
        for field, value in facts.items()
    ]
    yield "facts", " ".join(str(fact.pk) for fact in written)


def take_facts_back(before: Before) -> None:
    """Take those words away, and nobody else's."""
    Fact.objects.filter(pk__in=map(int, before.get("facts", "").split())).delete()


def keep_facts(thing: Asset | Offer, before: Before) -> None:
    """Let what a source tells again keep the date at which it was answered.

    Nobody has looked since: else the newest snapshot would always have the last word.
    """
    for field, source, value, told_on in json.loads(before.get("tellings", "[]")):
        same = _of_sources(thing).filter(field=field, source=source, value=value)
        same.update(told_on=told_on or None)


def _of_sources(thing: Asset | Offer) -> QuerySet[Fact]:
    return Fact.objects.filter(**of(thing)).exclude(source__in=(TOLD, HOLDER))


def _telling(row: Fact) -> tuple[str, str, str, str]:
    told_on = row.told_on.isoformat() if row.told_on else ""
    return row.field, row.source, row.value, told_on


def _known(thing: Asset | Offer, facts: Collection[FactField]) -> dict[FactField, str]:
    """Say what is known of some facts, before anything is written."""
    told = {field: settled(_words(thing, field)).value for field in facts}
    return {field: YES if so else NO for field, so in told.items() if so is not None}


def _in_words(facts: Mapping[FactField, str]) -> str:
    """Say some facts: «step free», or «running water, no carpet»."""
    return ", ".join(
        field.replace("_", " ") if value == YES else f"no {field.replace('_', ' ')}"
        for field, value in facts.items()
    )


def _words(thing: Asset | Offer, field: FactField) -> Iterator[Said]:
    for row in Fact.objects.filter(**of(thing), field=field):
        yield Said(
            value=row.value,
            told_by=row.told_by,
            told_on=row.told_on,
            disputed=row.disputed,
        )
