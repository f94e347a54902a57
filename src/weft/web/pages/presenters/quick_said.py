"""What stands on a sheet, a card and in a text, in somebody's language?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from weft.access.queries import Choice
from weft.assets.domain.facts import FactField
from weft.assets.domain.worded_in import Line, price_in
from weft.assets.queries import OfferAbout
from weft.commons.saying import day_of
from weft.commons.tongues import Said, Tongue
from weft.web.pages.presenters.card_said import CardSaid, lines_worth_saying
from weft.web.pages.presenters.way_said import buses_in
from weft.web.quick import QuickFound, message
from weft.web.quick.looking import ON_PAPER

FACTS_ON_PAPER = 2
EMERGENCY = "999"


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingOnPaper:
    """One thing to do, on a sheet of one side."""

    number: int
    choice: Choice
    where: str
    said: CardSaid

    @property
    def weave(self) -> str:
        """Say by thread how well it fits."""
        return "open" if self.choice.obstacles else "solid"

    @property
    def telephone(self) -> str:
        """Say whom to ask first, where one should."""
        return self.choice.telephone if self.choice.obstacles else ""

    @property
    def fit(self) -> Said:
        """Say how well it fits, and the first thing to ask."""
        asks = self.said.asks[:1]
        return self.said.tongue.joined([self.said.fit, *asks], ": ")

    @property
    def going(self) -> Said:
        """Say when one leaves, which buses, and home when; or how long the way is."""
        tongue, home = self.said.tongue, self.choice.home_by
        if home is None or self.choice.way is None:
            return self.said.way
        back = tongue.say("home_by", home=tongue.clock(home))
        buses = list(buses_in(tongue, self.said.route)) if self.said.route else []
        if not buses or self.choice.leave is None:
            return tongue.joined([self.said.way, back], "; ")
        leave = tongue.say("leave", leave=tongue.clock(self.choice.leave))
        return tongue.joined([leave, *buses, back], "; ")

    @property
    def facts(self) -> Said:
        """Say the cost, and what is there; less where there is something to ask."""
        (_, cost), *rest = self.said.facts
        told = [cost, *(said for state, said in rest if state == "yes")]
        most = 1 if self.choice.obstacles else FACTS_ON_PAPER + 1
        return self.said.tongue.joined(told[:most])


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """Two things to do on one side of paper."""

    found: QuickFound
    tongue: Tongue

    @property
    def things(self) -> tuple[ThingOnPaper, ...]:
        """List them."""
        return tuple(_on_paper(self.found, self.tongue))

    @property
    def in_danger(self) -> Said:
        """Say whom to ring when it cannot wait."""
        return self.tongue.say("in_danger", number=EMERGENCY)


def _on_paper(found: QuickFound, tongue: Tongue) -> Iterator[ThingOnPaper]:
    for number, choice in enumerate(found.shown[:ON_PAPER], start=1):
        facts = lines_worth_saying(choice, wished=frozenset(), most=FACTS_ON_PAPER + 1)
        # Who is let in is said by «we know it fits»; paper has little room.
        facts = tuple(one for one in facts if one is not FactField.ROOM)
        yield ThingOnPaper(
            number=number,
            choice=choice,
            where=found.where.get(choice.offer, "") if choice.offer else "",
            said=CardSaid(
                choice=choice,
                tongue=tongue,
                facts_shown=facts,
                route=found.ways.get(choice.listing),
            ),
        )


def text_message(found: QuickFound, *, tongue: Tongue, telephone: str) -> str:
    """Say what is on a sheet in one text of fewer than 500 characters.

    Where no speaker has checked the language, English stands beside it as on a page.
    """
    things = [
        (
            ", ".join(part for part in (one.choice.name, one.where) if part),
            _both(tongue.joined([one.said.when, one.said.fit], ". ")),
        )
        for one in _on_paper(found, tongue)
    ]
    ring = _both(tongue.say("ring_and_say")) if not tongue.is_english else "Ring"
    return message(things, f"{ring}: {telephone}" if telephone else "")


def _both(said: Said) -> str:
    return f"{said.text} ({said.beside})" if said.beside else said.text


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage:
    """A card to hand over: what, when, where, and its letters."""

    about: OfferAbout
    code: str
    tongue: Tongue
    now: datetime

    @property
    def when(self) -> Said | None:
        """Say when it is next."""
        coming = [
            one.window
            for one in self.about.times.sessions
            if one.window.start > self.now
        ]
        if not coming:
            return None
        first = coming[0]
        parts = [self.tongue.day(day_of(first.start)), self.tongue.hours(first)]
        return self.tongue.joined(parts)

    @property
    def where(self) -> str:
        """Say where it is."""
        place = self.about.place
        parts = (place.brief.name, place.address) if place else ()
        return ", ".join(part for part in parts if part)

    @property
    def cost(self) -> Line:
        """Say what it costs."""
        told = self.about
        return price_in(self.tongue, told.price_pence_least, told.price_pence_most)

    @property
    def key(self) -> UUID:
        """Say of what it is."""
        return self.about.id
