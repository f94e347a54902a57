"""How is one thing that fits said on its card?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.urls import reverse
from markupsafe import Markup

from weft.access.domain.fit import Plane
from weft.access.domain.going import NO_WAY, Basis, Trip
from weft.access.domain.travel import Way
from weft.access.queries import Choice
from weft.access.queries.ways_told import ThereAndBack
from weft.assets.domain import worded
from weft.assets.domain.facts import FactField
from weft.commons.saying import (
    clock,
    day,
    day_of,
    distance,
    first_large,
    hours,
    minutes,
)
from weft.commons.times import Window
from weft.commons.tongues import Tongue
from weft.shell.cloth import Piece, Visit, Weave, strip
from weft.shell.tongues import in_tongue
from weft.web.pages.presenters.card_said import CardSaid, lines_worth_saying
from weft.web.pages.presenters.way_told import WaySaid, said

WAYS = {
    Way.FOOT: "on foot",
    Way.WHEELS: "with wheels",
    Way.BIKE: "by bike",
    Way.CAR: "by car",
    Way.BUS: "by bus or train",
}
WEAVES = {Plane.CERTAIN: Weave.SOLID, Plane.POSSIBLE: Weave.OPEN}
ANY_TIME = "Any day, at any hour"
MOST_OTHERS = 3
MOST_FACTS = 7  # its own page says them all


@dataclass(frozen=True, slots=True, kw_only=True)
class Age:
    """How old a fact is, and whether its ring is whole."""

    words: str
    fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing that fits, or may fit."""

    choice: Choice
    number: int
    today: date
    free: tuple[Window, ...] = ()
    wished: frozenset[FactField] = frozenset()
    places: Mapping[UUID, str] = field(default_factory=dict)
    route: ThereAndBack | None = None
    tongue: Tongue | None = None  # where it is not English

    @property
    def said(self) -> CardSaid | None:
        """Say it in somebody's language, where they chose one."""
        if self.tongue is None:
            return None
        return CardSaid(
            choice=self.choice,
            tongue=self.tongue,
            facts_shown=self._fields,
            route=self.route,
        )

    @property
    def name(self) -> str:
        """Use its people's own name for it."""
        return self.choice.name

    @property
    def address(self) -> str:
        """Lead to its own page, in the same language."""
        here = address_of(self.choice)
        return in_tongue(here, self.tongue) if self.tongue else here

    @property
    def weave(self) -> str:
        """Say by thread how well it fits."""
        return str(WEAVES[self.choice.plane])

    @property
    def fit(self) -> str:
        """Say the same in words."""
        sure = self.choice.plane is Plane.CERTAIN
        return "We know it fits" if sure else "Ask first"

    @property
    def day(self) -> str:
        """Say on which day."""
        window = self.choice.window
        return day(day_of(window.start)) if window else ANY_TIME

    @property
    def hours(self) -> str:
        """Say at which hours."""
        window = self.choice.window
        if window is None:
            return ""
        return (
            f"any time from {hours(window)}" if self.choice.any_time else hours(window)
        )

    @property
    def also(self) -> str:
        """Say the other times that fit as well."""
        others = self.choice.others
        if not others:
            return ""
        said = "; ".join(
            f"{day(day_of(one.start))}, {clock(one.start)}"
            for one in others[:MOST_OTHERS]
        )
        more = " and more" if len(others) > MOST_OTHERS else ""
        return f"Also {said}{more}."

    @property
    def strip(self) -> Markup | None:
        """Draw the visit inside the time somebody has."""
        told = self.choice
        if not (self.free and told.window and told.leave and told.home_by):
            return None
        away = Window(told.leave, told.home_by)
        return strip(
            Visit(
                session=told.window,
                leave=told.leave,
                home_by=told.home_by,
                weave=WEAVES[told.plane],
                free=next((one for one in self.free if away.within(one)), None),
            )
        )

    @property
    def way(self) -> str:
        """Say how far it is, there and back, and whether that is an estimate."""
        told = self.choice
        if told.trip is None:
            return "No way to go: it comes to you."
        line = how_far(told.trip)
        if told.leave and told.home_by and not self.strip:
            return f"{line} Leave {clock(told.leave)}, home by {clock(told.home_by)}."
        return line

    @property
    def ways(self) -> tuple[WaySaid, ...]:
        """Say the way there and the way home, leg by leg, where they are known."""
        return said(self.route) if self.route else ()

    @property
    def where(self) -> str:
        """Say where it is."""
        key = self.choice.offer or self.choice.asset
        return self.places.get(key, "") if key else ""

    @property
    def kind(self) -> str:
        """Say what kind of thing it is."""
        return self.choice.kind

    @property
    def ask(self) -> str:
        """Say what to ask, to turn «ask first» into «fits»."""
        asks = [f"“{question}”" for question in self.choice.asks]
        if not asks:
            return ""
        whom = "" if self.choice.telephone else " Nobody has told us their number."
        return f"Ask: {' '.join(asks)}{whom}"

    @property
    def facts(self) -> tuple[worded.Said, ...]:
        """Say what is known, what is not, and what is old."""
        return (*self._price, *self._facts, *worded.languages(self.choice.languages))

    @property
    def _price(self) -> tuple[worded.Said, ...]:
        told = self.choice
        if told.offer is None and told.price_pence is None:
            return ()  # nobody asks what a park costs
        return (worded.price(told.price_pence, told.price_pence, ""),)

    @property
    def _facts(self) -> tuple[worded.Said, ...]:
        shown = {fact.field: fact for fact in self.choice.facts}
        values = {field: fact.value for field, fact in shown.items()}
        return tuple(
            (
                worded.state_of(values.get(field)),
                worded.fact_in_words(field, values.get(field))
                + self._since(shown[field].told_on if field in shown else None),
            )
            for field in self._fields
        )

    @property
    def _fields(self) -> tuple[FactField, ...]:
        return lines_worth_saying(self.choice, wished=self.wished, most=MOST_FACTS)

    def _since(self, told_on: date | None) -> str:
        """Say the age of a fact that is older than what the card says of the rest."""
        rest = self.choice.told_on
        if told_on is None or worded.is_fresh(told_on, today=rest or self.today):
            return ""
        return f" ({worded.age('', told_on, today=self.today)})"

    @property
    def ages(self) -> tuple[Age, ...]:
        """Say who looks after it, and since when we know."""
        holder = self.choice.holder
        by = f"Looked after by {holder}." if holder else NOBODY
        told, fresh = self._last_word
        return (Age(words=f"{by} {first_large(told)}.", fresh=fresh),)

    @property
    def _last_word(self) -> tuple[str, bool]:
        """Say who told or confirmed it, how long ago, and whether we are still sure."""
        held, told_on, today = self.choice.standing, self.choice.told_on, self.today
        if held.sure_until is None:
            fresh = worded.is_fresh(told_on, today=today)
            return worded.age("", told_on, today=today), fresh
        whose = worded.THE_GROUP if self.choice.offer else worded.THEM
        words = worded.word_of(held, told_on, whose=whose, today=today)
        last = held.confirmed_on or told_on
        sure = today <= held.sure_until
        return words, sure and worded.is_fresh(last, today=today)

    @property
    def why(self) -> str:
        """Say why it stands where it stands."""
        return self.choice.why

    @property
    def telephone(self) -> str:
        """Say whom to ring."""
        return self.choice.telephone

    @property
    def kept_when(self) -> str:
        """Say when, for somebody's own list; never when they are free."""
        if self.choice.any_time:
            return self.day if self.choice.window is None else ""
        return f"{self.day}, {self.hours}"

    @property
    def kept_where(self) -> str:
        """Say where it is, for somebody's own list; never where from."""
        return self.where or self.choice.holder

    @property
    def calendar(self) -> str:
        """Lead to its dates."""
        offer = self.choice.offer
        return reverse("assets:calendar", args=[offer]) if offer else ""

    @property
    def piece(self) -> Piece | None:
        """Lay it into the week."""
        if self.choice.window is None:
            return None
        return Piece(
            window=self.choice.window,
            weave=WEAVES[self.choice.plane],
            name=self.name,
            mark=str(self.number),
        )


def how_far(trip: Trip) -> str:
    """Say how long the way is, there and back."""
    if trip.longest >= NO_WAY:
        return _no_way(trip)
    there, back = minutes(trip.minutes_there), minutes(trip.minutes_back)
    if trip.basis is Basis.STRAIGHT_LINE:
        far = f"About {there} {WAYS[trip.way]} each way"
        return f"{far} ({distance(trip.metres)} in a straight line)."
    if (trip.way, there) == (trip.way_back, back):
        return f"{first_large(there)} {WAYS[trip.way]} each way."
    home = f"{back} {WAYS[trip.way_back]} back"
    return f"{first_large(there)} {WAYS[trip.way]} there, {home}."


def _no_way(trip: Trip) -> str:
    """Say that there is no way there, or none home, at that hour."""
    if trip.minutes_there >= NO_WAY:
        return "We find no way there at that hour."
    return "We find a way there, and no way home at that hour."


NOBODY = "Nobody has told us who looks after it."


def address_of(one: Choice) -> str:
    """Lead to the page of something to do, or of something that is here."""
    if one.offer is not None:
        return reverse("assets:offer", args=[one.offer])
    return reverse("assets:asset", args=[one.asset])
