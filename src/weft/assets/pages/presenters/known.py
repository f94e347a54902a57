"""How is it said what is known of a thing, by whose word, and how long ago?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from weft.assets.domain.facts import WORDS, FactField
from weft.assets.domain.settling import NOBODY_SAID, Known
from weft.assets.domain.sureness import Aspect, Tracks, aspect_of_fact
from weft.assets.domain.worded import (
    THE_GROUP,
    Said,
    age,
    fact_in_words,
    is_whole,
    on_a_card,
    standing,
    state_of,
)
from weft.commons.saying import first_large

Facts = Mapping[FactField, Known]
SAID_OTHERWISE = frozenset(
    {FactField.FREE, FactField.EVENING, FactField.LATE, FactField.HALF_HOUR}
)
"""By the price and by the hours, which stand in the same table."""
OF_A_DOOR = (
    FactField.STEP_FREE,
    FactField.TOILETS,
    FactField.HEARING_LOOP,
    FactField.QUIET,
)
ASKED_OF_ALL = (
    *OF_A_DOOR,
    FactField.BEGINNERS,
    FactField.BRING_A_CHILD,
    FactField.COMPANY,
)
"""What its own page says of everything, known or not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of «How sure are we?»."""

    what: str
    words: str
    state: str  # yes, no, unknown
    age: str
    fresh: bool
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """All that was heard of a thing, the day it is said, and whose yes it would be."""

    tracks: Tracks
    today: date
    whose: str = THE_GROUP

    def age(self, aspect: Aspect, told_on: date | None, *, by: str) -> str:
        """Say how one side of it stands."""
        track = self.tracks.of(aspect, told_on)
        return standing(track, told_by=by, whose=self.whose, today=self.today)

    def is_whole(self, aspect: Aspect, told_on: date | None) -> bool:
        """Tell whether the ring of one side of it is whole."""
        return is_whole(self.tracks.of(aspect, told_on), today=self.today)


def facts_on_page(facts: Facts, *, somewhere: bool = True) -> tuple[Said, ...]:
    """Say the facts worth a line."""
    values = {one: known.value for one, known in facts.items()}
    return tuple(
        (state_of(values.get(one)), fact_in_words(one, values.get(one)))
        for one in on_a_card(values, somewhere=somewhere)
    )


def row(field: FactField, known: Known, told: Telling) -> Row:
    """Say one fact with its age, or that nobody has told us and what to ask."""
    name = WORDS[field].wish
    if known.disputed:
        who = age(known.told_by, known.told_on, today=told.today)
        return Row(
            what=first_large(name),
            words="People do not agree.",
            state="unknown",
            age=who,
            fresh=False,
            ask=WORDS[field].ask,
        )
    if known.value is None:
        return Row(
            what=first_large(name),
            words="Nobody has told us.",
            state="unknown",
            age="never known",
            fresh=False,
            ask=WORDS[field].ask,
        )
    return Row(
        what=first_large(name),
        words=fact_in_words(field, known.value),
        state=state_of(known.value),
        age=told.age(aspect_of_fact(field), known.told_on, by=known.told_by),
        fresh=told.is_whole(aspect_of_fact(field), known.told_on),
    )


def rows(facts: Facts, told: Telling, *, somewhere: bool = True) -> tuple[Row, ...]:
    """Say every fact that is known, and those that are asked of everything.

    What one does not go to has no door to ask about.
    """
    asked = ASKED_OF_ALL if somewhere else ASKED_OF_ALL[len(OF_A_DOOR) :]
    said = [
        one
        for one in FactField
        if one in asked
        or (one in facts and (facts[one].value is not None or facts[one].disputed))
    ]
    return tuple(
        row(one, facts.get(one, NOBODY_SAID), told)
        for one in said
        if one not in SAID_OTHERWISE
    )
