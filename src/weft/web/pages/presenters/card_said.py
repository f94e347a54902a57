"""How is one thing that fits said in somebody's language?

Names, places and people's own words stay as they were said; what a card says of days,
ways, costs and facts comes from the language's own file, with English beside it until a
speaker has checked it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weft.access.domain.fit import Cause, Obstacle, Plane
from weft.access.queries import Choice
from weft.access.queries.ways_told import ThereAndBack
from weft.assets.domain import worded
from weft.assets.domain.facts import FactField
from weft.assets.domain.worded_in import (
    KEYS,
    Line,
    fact_in,
    languages_in,
    price_in,
)
from weft.commons.saying import day_of
from weft.commons.tongues import Said, Tongue
from weft.web.pages.presenters.way_said import WAYS, WaySaidIn, ways_in

ASKS: Mapping[Cause, str] = {
    Cause.MONEY: "ask_cost",
    Cause.LANGUAGE: "ask_language",
    Cause.FULL: "ask_room",
    Cause.WAY: "ask_way",
    Cause.DATE: "ask_date",
    Cause.OLD: "ask_still",
}
MOST_OTHERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSaid:
    """One thing that fits, or may fit, in one language."""

    choice: Choice
    tongue: Tongue
    facts_shown: tuple[FactField, ...] = ()
    route: ThereAndBack | None = None

    @property
    def fit(self) -> Said:
        """Say how well it fits."""
        sure = self.choice.plane is Plane.CERTAIN
        return self.tongue.say("we_know_it_fits" if sure else "ask_first")

    @property
    def when(self) -> Said:
        """Say on which day, at which hours."""
        say, window = self.tongue.say, self.choice.window
        if window is None:
            return say("any_time")
        starts, ends = self.tongue.clock(window.start), self.tongue.clock(window.end)
        key = "any_time_between" if self.choice.any_time else "from_till"
        hours = say(key, start=starts, end=ends)
        return self.tongue.joined([self.tongue.day(day_of(window.start)), hours])

    @property
    def also(self) -> Said | None:
        """Say the other times that fit as well."""
        tongue = self.tongue
        times = [
            tongue.joined([tongue.day(day_of(one.start)), tongue.clock(one.start)])
            for one in self.choice.others[:MOST_OTHERS]
        ]
        return tongue.say("also", times=tongue.joined(times, "; ")) if times else None

    @property
    def way(self) -> Said:
        """Say how long the way is."""
        told, tongue = self.choice, self.tongue
        if told.way is None:
            return tongue.say("comes_to_you")
        way = tongue.say(WAYS[told.way.value])
        there, back = map(tongue.minutes, (told.minutes_there, told.minutes_back))
        if told.minutes_there == told.minutes_back:
            return tongue.say("each_way", way=way, minutes=there)
        return tongue.say("there_and_back", way=way, there=there, back=back)

    @property
    def ways(self) -> tuple[WaySaidIn, ...]:
        """Say the way there and the way home, leg by leg, where they are known."""
        return ways_in(self.tongue, self.route) if self.route else ()

    @property
    def home_by(self) -> Said | None:
        """Say when one leaves, and is home again."""
        told, tongue = self.choice, self.tongue
        if not (told.leave and told.home_by and told.way):
            return None
        leave = tongue.say("leave", leave=tongue.clock(told.leave))
        home = tongue.say("home_by", home=tongue.clock(told.home_by))
        return tongue.joined([leave, home])

    @property
    def asks(self) -> tuple[Said, ...]:
        """Say what to ask, to turn «ask first» into «fits»."""
        return tuple(map(self._ask, self.choice.obstacles))

    def _ask(self, one: Obstacle) -> Said:
        if one.field is not None and one.field is not FactField.ROOM:
            what = self.tongue.say(KEYS[one.field])
            return self.tongue.say("ask_whether", what=what)
        return self.tongue.say(ASKS.get(one.cause, "ask_come"))

    @property
    def facts(self) -> tuple[Line, ...]:
        """Say what is known, and what is not."""
        return tuple(self._facts())

    def _facts(self) -> Iterator[Line]:
        told = self.choice
        if told.offer is not None or told.price_pence is not None:
            yield price_in(self.tongue, told.price_pence, told.price_pence)
        values = {fact.field: fact.value for fact in told.facts}
        for field in self.facts_shown:
            yield fact_in(self.tongue, field, values.get(field))
        yield from languages_in(self.tongue, told.languages)


def lines_worth_saying(
    choice: Choice, *, wished: frozenset[FactField], most: int
) -> tuple[FactField, ...]:
    """List the facts of a card: what was wished for first; the price says «free»."""
    values = {fact.field: fact.value for fact in choice.facts}
    lines = worded.on_a_card(values, wished=wished, somewhere=choice.way is not None)
    rest = [field for field in lines if field is not FactField.FREE]
    return tuple(sorted(rest, key=lambda field: field not in wished)[:most])
