"""How does a group say what something it offers is like, and take that back?

What it says stands in the place of what others told, in every channel, and outlives
every load and harvest (``listings.keeping``); taking it back leaves all as it was.
"""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict, cast
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.like import PARTS, LikeSaid, Part, Value, from_kept, to_keep
from weft.assets.domain.sureness import Event
from weft.assets.domain.told import NO, YES
from weft.assets.models import Fact, FactEvent, Offer, OwnWord
from weft.assets.queries.like import places_to_choose
from weft.assets.services.hearing import note_heard
from weft.assets.services.in_hand import InHand, in_hand, offer_of, say_of, tell_anew
from weft.commons.errors import NotFound

_AS_TOLD = {True: YES, False: NO, None: ""}


@transaction.atomic
def say_like(
    *, by: Actor, group: UUID, offer: UUID, said: LikeSaid, today: date
) -> None:
    """Say one part of what something is like, by the word of those who do it.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    offer
        What it is that the group offers.
    said
        The part, and what is so of it. Where that is what others told, no word of the
        group's own is kept.

    Raises
    ------
    NotFound
        When there is no such group or offer, or it is to be at a place that nobody may
        see.
    """
    held = in_hand(group)
    row = offer_of(held, offer)
    _refuse_a_hidden_place(row, said)
    before = _told_on(row, said.part)
    _write_columns(held, row, said, today)
    for field, answer in said.facts.items():
        say_of(row, field, _AS_TOLD[answer], today, told_by=held.told_by)
    for about, words in said.words.items():
        say_of(row, about, words, today, told_by=held.told_by)
    _hear(row, said.part, before, today)
    tell_anew(held, today)
    record(by=by, deed="assets.say_like", **_about(group, offer, said.part))


@transaction.atomic
def take_like_back(
    *, by: Actor, group: UUID, offer: UUID, part: Part, today: date
) -> None:
    """Let one part be as others told it, as if the group had said nothing.

    Parameters
    ----------
    by, group, offer, today
        As for ``say_like``.
    part
        Which.

    Raises
    ------
    NotFound
        When there is no such group or offer.
    """
    held = in_hand(group)
    row = offer_of(held, offer)
    before, about = _told_on(row, part), PARTS[part]
    for word in OwnWord.objects.filter(offer=row, column__in=about.columns):
        setattr(row, word.column, from_kept(word.column, word.before))
        word.delete()
    row.save()
    for field in (*about.facts, *about.words):
        say_of(row, field, "", today)
    _hear(row, part, before, today)
    tell_anew(held, today)
    record(by=by, deed="assets.take_like_back", **_about(group, offer, part))


def _refuse_a_hidden_place(row: Offer, said: LikeSaid) -> None:
    """Let an offer be only at a place on the list that everybody may see."""
    place = said.columns.get("place_id")
    if not isinstance(place, UUID) or place == row.place_id:
        return
    if not places_to_choose(row.region_id).filter(pk=place).exists():
        raise NotFound("There is no such place on the list.")


def _write_columns(held: InHand, row: Offer, said: LikeSaid, today: date) -> None:
    """Write what differs from what others told, and keep what they told beside it."""
    words = {one.column: one for one in OwnWord.objects.filter(offer=row)}
    for column in PARTS[said.part].columns:
        if column not in said.columns:
            continue
        value, word = said.columns[column], words.get(column)
        told = (
            from_kept(column, word.before)
            if word is not None
            else cast("Value", getattr(row, column))
        )
        if value == told:
            OwnWord.objects.filter(offer=row, column=column).delete()
        else:
            OwnWord.objects.update_or_create(
                offer=row,
                column=column,
                defaults={
                    "value": to_keep(value),
                    "before": to_keep(told),
                    "told_by": held.told_by,
                    "told_on": today,
                },
            )
        setattr(row, column, value)
    row.save()


def _hear(row: Offer, part: Part, before: set[date], today: date) -> None:
    """Be as sure of this side as whoever says it, from the day on which it was said."""
    aspect = PARTS[part].aspect
    if aspect is None:
        return
    told = FactEvent.objects.filter(offer=row, event=Event.TOLD_ANEW, aspect=aspect)
    alike = (one for one, about in PARTS.items() if about.aspect is aspect)
    stands = {day for one in alike for day in _told_on(row, one)}
    told.filter(heard_on__in=before - stands).delete()
    if today in _told_on(row, part) and not told.filter(heard_on=today).exists():
        note_heard(row, Event.TOLD_ANEW, today, aspect)


def _told_on(row: Offer, part: Part) -> set[date]:
    """Say on which days the group said what stands of a part by its word."""
    return set(_days(row, part))


def _days(row: Offer, part: Part) -> Iterator[date]:
    about = PARTS[part]
    words = OwnWord.objects.filter(offer=row, column__in=about.columns)
    yield from words.values_list("told_on", flat=True)
    fields: tuple[FactField | WordField, ...] = (*about.facts, *about.words)
    facts = Fact.objects.filter(offer=row, source=HOLDER, field__in=fields)
    for day in facts.values_list("told_on", flat=True):
        if day is not None:
            yield day


class _About(TypedDict):
    """What the record says: which, never what."""

    subject: str
    details: dict[str, str | int | bool | None]


def _about(group: UUID, offer: UUID, part: Part) -> _About:
    details: dict[str, str | int | bool | None] = {
        "offer": str(offer),
        "part": str(part),
    }
    return {"subject": f"asset {group}", "details": details}
