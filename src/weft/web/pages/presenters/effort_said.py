"""What does it take to go, said in somebody's language, part by part?

What ``effort`` says in English. People's own words, hours as they were told and names
stay as they are.
"""

from collections.abc import Callable, Iterator

from weft.access.domain.going import NO_WAY, Basis
from weft.access.domain.journeys.telling import WayTold
from weft.access.queries.ways_told import Occasion
from weft.assets.domain.proposals import Felt
from weft.assets.domain.worded_in import KEYS, fact_in, joining_in, price_in
from weft.assets.queries.about import OfferAbout
from weft.commons.saying import distance
from weft.commons.tongues import Said, Tongue
from weft.web.pages.presenters.effort import EASIER, EffortOf
from weft.web.pages.presenters.fares import fares_in
from weft.web.pages.presenters.way_told import metres_unlit

Lines = tuple[Said, ...]
PartIn = tuple[Said, Lines]
FELT = {Felt.YES: "felt_safe", Felt.PARTLY: "felt_partly", Felt.NO: "felt_unsafe"}


def effort_in(tongue: Tongue, occasion: Occasion, of: EffortOf) -> tuple[PartIn, ...]:
    """Tell every part of what it takes, at one time that it is on."""
    say = tongue.say
    return (
        (say("time_in_all"), (_time(tongue, occasion, of),)),
        (say("changes"), tuple(_changes(tongue, occasion))),
        (say("steps"), tuple(_both(tongue, occasion, _steps))),
        (say("money"), tuple(_money(tongue, occasion, of.about))),
        (say("calls"), tuple(_calls(tongue, of.about))),
        (say("in_dark"), tuple(_both(tongue, occasion, _dark))),
        (say("feels_safe"), tuple(_safe(tongue, of))),
        (say("easier"), tuple(_easier(tongue, of.about))),
    )


def _time(tongue: Tongue, occasion: Occasion, of: EffortOf) -> Said:
    """Say how long one is away, and for what."""
    trip, lasts = occasion.trip, occasion.window.minutes
    if trip.longest >= NO_WAY:
        return tongue.say("no_way_both")
    there, back = trip.minutes_there, trip.minutes_back
    told = {"there": tongue.minutes(there), "back": tongue.minutes(back)}
    if of.may_come_and_go:
        return tongue.say("stay_as_you_like", **told)
    whole, inside = (tongue.minutes(one) for one in (there + lasts + back, lasts))
    return tongue.say("door_to_door", whole=whole, lasts=inside, **told)


def _untold(tongue: Tongue, occasion: Occasion) -> Said:
    """Say why nobody can tell the way."""
    guessed = occasion.trip.basis is Basis.STRAIGHT_LINE
    return tongue.say("no_map" if guessed else "no_way_both")


def _changes(tongue: Tongue, occasion: Occasion) -> Iterator[Said]:
    """Count changes of bus both ways."""
    told = occasion.told
    if told is None:
        yield _untold(tongue, occasion)
    elif not (told.there.changes or told.back.changes):
        yield tongue.say("none")
    else:
        for key, way in (("to_there", told.there), ("to_home", told.back)):
            yield tongue.say(key, what=tongue.number(f"{way.changes}"))


def _both(
    tongue: Tongue, occasion: Occasion, say: Callable[[Tongue, WayTold], Said]
) -> Iterator[Said]:
    """Say something of both ways, once where it is the same."""
    told = occasion.told
    if told is None:
        yield _untold(tongue, occasion)
        return
    there, back = say(tongue, told.there), say(tongue, told.back)
    if there == back:
        yield there
    else:
        yield tongue.say("to_there", what=there)
        yield tongue.say("to_home", what=back)


def _steps(tongue: Tongue, way: WayTold) -> Said:
    """Say whether it goes without steps."""
    if way.flights:
        return tongue.say("flights", count=tongue.number(f"{way.flights}"))
    if way.step_free is None:
        return tongue.say("steps_unknown")
    return tongue.say("no_steps" if way.step_free else "some_steps")


def _dark(tongue: Tongue, way: WayTold) -> Said:
    """Say how long one is outside in the dark, and whether there are lamps."""
    if not way.dark_minutes:
        return tongue.say("not_dark")
    unlit, unknown = metres_unlit(way)
    told = [tongue.say("outside_dark", minutes=tongue.minutes(way.dark_minutes))]
    if not unlit and not unknown:
        told.append(tongue.say("lamps"))
    for key, metres in (("no_lamps", unlit), ("lamps_unknown", unknown)):
        if metres:
            told.append(tongue.say(key, metres=tongue.number(distance(metres))))
    return tongue.joined(told)


def _money(tongue: Tongue, occasion: Occasion, about: OfferAbout) -> Iterator[Said]:
    """Say the price, and the fare."""
    yield price_in(tongue, about.price_pence_least, about.price_pence_most)[1]
    if about.price_note:
        yield tongue.name(about.price_note)
    yield from fares_in(tongue, occasion)


def _calls(tongue: Tongue, about: OfferAbout) -> Iterator[Said]:
    """Say how one gets in, and when somebody answers."""
    rule = joining_in(tongue, about.joining_rule)
    if rule is not None:
        yield rule
    if about.how_to_join:
        yield tongue.name(about.how_to_join)
    if about.joining_hours.strip():
        yield tongue.say("they_answer", hours=about.joining_hours.strip())
    if rule is None and not about.how_to_join and not about.joining_hours.strip():
        yield tongue.say("no_way_in")


def _safe(tongue: Tongue, of: EffortOf) -> Iterator[Said]:
    """Say what people said of how safe it felt; of the way nobody is asked yet."""
    told = [(one, one.safe) for one in of.visits if one.safe is not None]
    for one, safe in told:
        who = one.shown_as or tongue.say("somebody")
        yield tongue.say(FELT[safe], who=who, when=tongue.day(one.said_on))
    yield tongue.say("of_the_way" if told else "nobody_said")


def _easier(tongue: Tongue, about: OfferAbout) -> Iterator[Said]:
    """Say what is there to lean on, and what is worth asking for."""
    values = {field: about.fact(field).value for field in EASIER}
    yield from (
        fact_in(tongue, field, value)[1] for field, value in values.items() if value
    )
    for field, value in values.items():
        if value is None:
            yield tongue.say("ask_whether", what=tongue.say(KEYS[field]))
    if all(value is False for value in values.values()):
        yield tongue.say("nothing_known")
