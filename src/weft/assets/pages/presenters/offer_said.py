"""How does the page of something to do say what decides, in somebody's language?

What its people wrote stays in their words; days, costs, facts and the way in come from
the language's own file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from weft.assets.domain.derived import NO_LIMIT
from weft.assets.domain.facts import FactField
from weft.assets.domain.settling import NOBODY_SAID
from weft.assets.domain.worded import on_a_card
from weft.assets.domain.worded_in import (
    Line,
    fact_in,
    joining_in,
    languages_in,
    price_in,
)
from weft.assets.queries.about import OfferAbout
from weft.commons.saying import day_of
from weft.commons.tongues import Said, Tongue

NEXT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferSaid:
    """One thing to do, in one language."""

    about: OfferAbout
    tongue: Tongue
    now: datetime
    somewhere: bool

    @property
    def dates(self) -> tuple[Said, ...]:
        """Say the next times; or that it is open at any."""
        if self.about.times.always_open:
            return (self.tongue.say("any_time"),)
        coming = [
            one.window
            for one in self.about.times.sessions
            if one.window.end > self.now and one.certain
        ]
        return tuple(
            self.tongue.joined(
                [self.tongue.day(day_of(one.start)), self.tongue.hours(one)]
            )
            for one in coming[:NEXT]
        )

    @property
    def joining(self) -> Said | None:
        """Say how one gets in, where that is told by a rule."""
        return joining_in(self.tongue, self.about.joining_rule)

    @property
    def holder(self) -> Said | None:
        """Say who looks after it."""
        group = self.about.group
        return self.tongue.say("looked_after", holder=group.name) if group else None

    @property
    def facts(self) -> tuple[Line, ...]:
        """Say the facts that decide."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[Line]:
        told, tongue = self.about, self.tongue
        yield price_in(tongue, told.price_pence_least, told.price_pence_most)
        values = {one: known.value for one, known in told.facts.items()}
        room = self._room()
        for field in on_a_card(values, somewhere=self.somewhere):
            if not (room and field is FactField.ROOM):
                yield fact_in(tongue, field, values.get(field))
        yield from languages_in(tongue, told.languages)
        if room:
            yield "yes", tongue.counted("new_faces", room)

    def _room(self) -> int:
        """Count the new faces there is room for; 0 where that is no number."""
        told = self.about
        full = told.facts.get(FactField.ROOM, NOBODY_SAID).value is False
        room = 0 if full else told.newcomers_per_week or 0
        return room if room < NO_LIMIT else 0
