"""In which words does a change stand on a page?"""

from collections.abc import Mapping

from weft.access.domain.lives import Lacks
from weft.access.domain.whatif import (
    Add,
    Change,
    Drop,
    Joining,
    Meets,
    Move,
    New,
    PlaceMeets,
    Price,
    Room,
    Runs,
    Trip,
)
from weft.access.queries.scenarios import Ready, clock_of
from weft.assets.domain.facts import WORDS, FactField
from weft.assets.domain.kinds import OFFER_WORDS, JoiningRule, OfferKind
from weft.assets.pages.presenters.joining import JOINING
from weft.commons.saying import (
    DAY_NAMES,
    clock,
    language_name,
    listed,
    minutes,
    money,
)

NOT_HERE = "something that is not here in this week"
NEEDS = (
    FactField.STEP_FREE,
    FactField.ACCESSIBLE_TOILET,
    FactField.TOILETS,
    FactField.BRING_A_CHILD,
    FactField.WOMEN_ONLY,
    FactField.QUIET,
)
"""What may be tried: what some life needs, and what is asked for most often."""

LOOKED_AFTER = "Children can come, or are looked after (a crèche)"
KURDISH = {"ku": "Kurdish"}


class Sayer:
    """Says the changes of a scenario; new things are known by their own change."""

    def __init__(self, ready: Ready) -> None:
        named = ready.named
        self.ready, self.named = ready, named
        self.offers = {one.name: f"«{one.title}»" for one in named.offers}
        lines = ready.buses.lines if ready.buses else ()
        self.lines = {one.name: one.number for one in lines}
        self.routes = {
            one.name: f"{line.number} from {one.start} to {one.end}"
            for line in lines
            for one in line.directions
        }

    def when(self, minute: int) -> str:
        """Say a minute of the week: «Tuesday 13:15»."""
        moment = clock_of(self.ready.week, minute)
        return f"{DAY_NAMES[moment.weekday()]} {clock(moment)}"

    def offer(self, name: str) -> str:
        """Name an offer."""
        usual = "the new thing" if name.startswith("new-") else NOT_HERE
        return self.offers.get(name, usual)

    def place(self, name: str) -> str:
        """Name a place."""
        return self.named.places.get(name, NOT_HERE)

    def need(self, name: str, *, yes: bool) -> str:
        """Say that a need is met, or is not."""
        if codes := self.named.languages.get(name):
            said = "speaks" if yes else "does not speak"
            tongues = [KURDISH.get(one) or language_name(one) for one in codes]
            return f"somebody there {said} {listed(tongues, joint='or')}"
        if name == FactField.BRING_A_CHILD and yes:
            return LOOKED_AFTER.lower()
        if name in set(FactField):
            told = WORDS[FactField(name)]
            return (told.yes if yes else told.no).lower()
        return f"fits who has no {name}" if name in set(Lacks) else NOT_HERE

    def change(self, change: Change) -> str:
        """Say one change."""
        said: str
        match change:
            case Move(offer, start, to):
                said = f"{self.offer(offer)}: {self.when(start)} → {self.when(to)}"
            case Add(offer, _, start, long):
                when = self.when(start)
                said = f"{self.offer(offer)} once more: {when}, {minutes(long)}"
            case Drop(offer, start):
                said = f"{self.offer(offer)}: not on {self.when(start)}"
            case New():
                said = self._new(change)
            case Meets(offer, need, yes):
                said = f"{self.offer(offer)}: {self.need(need, yes=yes)}"
            case PlaceMeets(place, need, yes):
                said = f"All at {self.place(place)}: {self.need(need, yes=yes)}"
            case _:
                said = self._rest(change)
        return said

    def _new(self, change: New) -> str:
        kind = change.kind
        what = OFFER_WORDS[OfferKind(kind)] if kind in set(OfferKind) else NOT_HERE
        return (
            f"Something new ({what.lower()}): {self.when(change.start)}, "
            f"{minutes(change.minutes)}, at {self.place(change.place)}, "
            f"{money(change.pence)}"
        )

    def _rest(self, change: Change) -> str:
        match change:
            case Price(offer, pence):
                return f"{self.offer(offer)} costs: {money(pence)}"
            case Room(offer, newcomers):
                return f"{self.offer(offer)} has room for {newcomers} new faces a week"
            case Joining(offer, rule):
                return f"{self.offer(offer)}, how to join: {_rule(rule)}"
            case Trip(route, minute):
                bus = self.routes.get(route, NOT_HERE)
                return f"One more bus {bus}: {self.when(minute)}"
            case Runs(line, day, like):
                bus = self.lines.get(line, NOT_HERE)
                return f"Bus {bus} runs on {_day(day)} as on {_day(like)}"
        return NOT_HERE


def needs_to_try(ready: Ready) -> tuple[tuple[str, str], ...]:
    """List the needs that may be tried: name, and words."""
    sayer = Sayer(ready)
    facts = [
        (need.value, LOOKED_AFTER)
        if need is FactField.BRING_A_CHILD
        else (need.value, WORDS[need].yes)
        for need in NEEDS
    ]
    tongues: Mapping[str, tuple[str, ...]] = ready.named.languages
    spoken = [(name, _first(sayer.need(name, yes=True))) for name in tongues]
    return (*facts, *(one for one in spoken if one[0] != "speaks-en"))


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def _rule(name: str) -> str:
    if name not in set(JoiningRule):
        return NOT_HERE
    return JOINING[JoiningRule(name)].rstrip(".").lower()


def _day(number: int) -> str:
    return DAY_NAMES[number] if number < len(DAY_NAMES) else NOT_HERE
