"""What does it take to go: time, changes, steps, money, calls, the dark? What helps?

Told part by part and never added up to a score. How safe it feels is only what people
said, with who said it and when.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from weft.access.domain.going import NO_WAY, Basis
from weft.access.domain.journeys.telling import WayTold
from weft.access.queries.ways_told import Occasion, ThereAndBack
from weft.assets.domain import worded
from weft.assets.domain.facts import WORDS, FactField
from weft.assets.domain.proposals import Felt
from weft.assets.pages.presenters.joining import ways_in
from weft.assets.pages.presenters.visits import FELT_SAFE
from weft.assets.queries.about import OfferAbout
from weft.assets.queries.visits import VisitAbout
from weft.commons.saying import ago, counted, first_large, minutes
from weft.commons.tongues import ENGLISH, tongues
from weft.web.pages.presenters.fares import fares_in
from weft.web.pages.presenters.way_told import steps, unlit

Part = tuple[str, str]
NOT_ON_STREETS = "We have no map of the streets here, so nobody can say."
NO_WAY_BOTH = "We find no way there and home again at that hour."
EASIER = (
    FactField.GO_WITH,
    FactField.BRING_A_FRIEND,
    FactField.TRY_ONCE,
    FactField.BRING_A_CHILD,
)
"""Help with the first step: whoever is told of it needs less of their own."""

NOBODY_ON_SAFETY = "Nobody has said."


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortOf:
    """Of what the effort is told, and what people said of it."""

    about: OfferAbout
    visits: Sequence[VisitAbout]
    today: date
    may_come_and_go: bool = False


def effort(occasion: Occasion, of: EffortOf) -> tuple[Part, ...]:
    """Tell every part of what it takes, at one time that it is on."""
    told = occasion.told
    return (
        ("Time in all", _time(occasion, of)),
        ("Changes", _changes(told) if told else _untold(occasion)),
        ("Steps", _both(occasion, steps)),
        ("Money", " ".join(_money(occasion, of.about))),
        ("Calls and forms", " ".join(ways_in(of.about, today=of.today))),
        ("In the dark", _both(occasion, in_the_dark)),
        ("Does it feel safe?", " ".join(_safe(of))),
        ("What makes it easier", " ".join(_easier(of.about))),
    )


def _time(occasion: Occasion, of: EffortOf) -> str:
    """Say how long one is away, and for what."""
    trip, lasts = occasion.trip, occasion.window.minutes
    there, back = trip.minutes_there, trip.minutes_back
    if trip.longest >= NO_WAY:
        return NO_WAY_BOTH
    if of.may_come_and_go:
        return f"{minutes(there)} there, {minutes(back)} back. Stay as you like."
    whole = minutes(there + lasts + back)
    parts = f"{minutes(there)} there, {minutes(lasts)} in it, {minutes(back)} back"
    return f"{whole} from door to door: {parts}."


def _untold(occasion: Occasion) -> str:
    """Say why nobody can tell the way."""
    guessed = occasion.trip.basis is Basis.STRAIGHT_LINE
    return NOT_ON_STREETS if guessed else NO_WAY_BOTH


def _changes(told: ThereAndBack) -> str:
    """Count changes of bus both ways."""
    both = told.there.changes, told.back.changes
    if not any(both):
        return "None."
    there, back = (counted(one, "change", "changes") for one in both)
    return f"{first_large(there)} on the way there, {back} on the way home."


def _both(occasion: Occasion, say: Callable[[WayTold], str]) -> str:
    """Say something of both ways, once where it is the same."""
    told = occasion.told
    if told is None:
        return _untold(occasion)
    there, back = say(told.there), say(told.back)
    return there if there == back else f"There: {there} Home: {back}"


def in_the_dark(way: WayTold) -> str:
    """Say how long one is outside in the dark, and whether there are lamps."""
    dark = way.dark_minutes
    if not dark:
        return "None of it."
    return f"{minutes(dark)} outside in the dark.{unlit(way)}"


def _money(occasion: Occasion, about: OfferAbout) -> Iterator[str]:
    """Say the price, and the fare."""
    _, price = worded.price(
        about.price_pence_least, about.price_pence_most, about.price_note
    )
    yield f"{price}."
    yield from (f"{one.text}." for one in fares_in(tongues()[ENGLISH], occasion))


def _safe(of: EffortOf) -> Iterator[str]:
    """Say what people said of how safe it felt; of the way nobody is asked yet."""
    told = [one for one in of.visits if one.safe is not None]
    if not told:
        yield NOBODY_ON_SAFETY
        return
    for one in told:
        yield f"{_who(one)} {FELT_SAFE[one.safe or Felt.YES]} there, {_when(one, of)}."
    yield "Of the way nobody has said."


def _easier(about: OfferAbout) -> Iterator[str]:
    """Say what is there to lean on, and what is worth asking for."""
    told = {field: about.fact(field).value for field in EASIER}
    yield from (f"{WORDS[field].yes}." for field in EASIER if told[field])
    asked = [WORDS[field].ask for field in EASIER if told[field] is None]
    if asked:
        yield f"Nobody has told us: {' '.join(asked)}"
    elif not any(told.values()):
        yield "Nothing that we know of."


def _who(one: VisitAbout) -> str:
    return first_large(one.shown_as or "somebody")


def _when(one: VisitAbout, of: EffortOf) -> str:
    return ago(one.said_on, today=of.today)
