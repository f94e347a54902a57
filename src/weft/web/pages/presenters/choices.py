"""In which words are the choices told: what fits, what was asked, what else?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from weft.access.domain.going import Basis
from weft.access.domain.travel import Way
from weft.access.queries import Choice
from weft.assets.domain.facts import WORDS
from weft.assets.domain.turns import Turn, turns_heard
from weft.commons.crisis import HelpLine, heard, lines_for
from weft.commons.saying import (
    DAY_NAMES,
    clock,
    counted,
    day_of,
    first_large,
    language_name,
    listed,
)
from weft.commons.times import Window
from weft.commons.tongues import Said, Tongue
from weft.shell.cloth import Cloth, Piece, week
from weft.shell.tiles import Knot, MapShown, draw_numbered
from weft.shell.tongues import ASKED, tongue_of
from weft.web.asking import A_PAGE, Asking
from weft.web.finding import WAYS_MEANT, Finding
from weft.web.pages.presenters.cards import WAYS, Card
from weft.web.pages.presenters.understood import understood, widened
from weft.web.pages.presenters.ways_on import WayOn, ways_on
from weft.web.pages.presenters.why_not import WhyNot, why_not
from weft.web.pages.presenters.why_not_said import why_not_in

FEW_DAYS = 3
METHODS = {
    Basis.STRAIGHT_LINE: ("methods", "straight-line"),
    Basis.STREETS: ("methods", "there-and-back"),
    Basis.TIMETABLE: ("methods", "there-and-back"),
}
BASES = {
    Basis.STRAIGHT_LINE: (
        "We guess the way from a straight line: no bus, no hill, no timetable."
    ),
    Basis.STREETS: "We follow the streets on the map. It does not know hills.",
    Basis.TIMETABLE: (
        "We follow the streets on the map, and buses by the timetable of each day. "
        "We do not know hills, or if a bus is late."
    ),
}
NO_BUS_TIMES = " We have no bus times for this week."
Field = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesPage:
    """What fits somebody's week, and what does not."""

    finding: Finding
    today: date

    @property
    def _asked(self) -> Asking:
        return self.finding.asked

    @property
    def tongue(self) -> Tongue:
        """Say it in the language that somebody reads."""
        return tongue_of(self._asked.read)

    @property
    def said(self) -> Tongue | None:
        """Give the language where it is not English."""
        return None if self.tongue.is_english else self.tongue

    @property
    def count_said(self) -> Said:
        """Say in that language how many fit, and how many may."""
        told, found = self.tongue, self.finding.found
        sure, maybe = len(found.certain), len(found.possible)
        counts = [told.counted("fit", sure)] if sure else []
        counts += [told.counted("ask", maybe)] if maybe else []
        return told.joined(counts) if counts else told.say("nothing_yet")

    @property
    def question(self) -> str:
        """Ask about the days that somebody has."""
        days = days_of(self.finding.free)
        if not self.finding.found.fits:
            return f"Is there nothing for {days}?" if days else "Is there nothing near?"
        whose = "their" if self._asked.for_somebody else "your"
        return f"What fits {whose} {days or 'week'}?"

    @property
    def finding_in_words(self) -> str:
        """Say how many fit, and how many may."""
        sure = len(self.finding.found.certain)
        maybe = len(self.finding.found.possible)
        if not sure and not maybe:
            return "Nothing we know of, yet."
        if not sure:
            things = first_large(counted(maybe, "thing", "things"))
            return f"{things} may fit: ask first."
        fit = first_large(counted(sure, "thing fits", "things fit"))
        more = first_large(counted(maybe, "more", "more"))
        ask = f" {more} if you ask first." if maybe else ""
        return f"{fit}, there and back.{ask}"

    @property
    def way_on(self) -> str:
        """Say it when there are fewer than three, and that it is nobody's doing."""
        if not self.finding.found.fits:
            return (
                "The loom is strung and waiting. It is not your doing: few people have "
                "told us what goes on around here."
            )
        return (
            "That is fewer than three, and all we know of." if self.finding.few else ""
        )

    @property
    def few(self) -> bool:
        """Tell whether to offer the telephone and more ways on."""
        return self.finding.few

    @property
    def asked_in_words(self) -> str:
        """Say back what was asked, never the whole postcode."""
        return " ".join(f"{first_large(part)}." for part in self._asked_parts())

    def _asked_parts(self) -> Iterable[str]:
        asked = self._asked
        yield f"from {self.finding.start.name}"
        if self.finding.free:
            yield f"free {listed([span_in_words(one) for one in self.finding.free])}"
        else:
            yield "free at any time"
        yield f"{WAYS_BY_NAME[asked.way]}, up to {asked.far} minutes each way"
        if asked.spare:
            yield f"{asked.spare} minutes left before and after"
        wishes = [WORDS[wish].wish for wish in sorted(asked.wishes)]
        wishes += [language_name(code) for code in sorted(asked.languages)]
        if asked.what:
            wishes.insert(0, f"“{asked.what}”")
        if asked.pay is not None:
            wishes.append("no cost" if asked.pay == 0 else f"up to £{asked.pay}")
        if wishes:
            yield listed(wishes)

    @property
    def understood(self) -> tuple[str, ...]:
        """Say what was done with words that were not taken as they stood."""
        return understood(self.finding)

    @property
    def widened(self) -> bool:
        """Tell whether to lead to the list of words, by which more was looked for."""
        return widened(self.finding)

    @property
    def help_now(self) -> tuple[HelpLine, ...]:
        """List whom to ring, where what was written cannot wait."""
        return lines_for(heard(*self._asked.written))

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Lead to the pages for when life turns, where somebody wrote of one."""
        return turns_heard(self._asked.what)

    @property
    def fields(self) -> tuple[Field, ...]:
        """Keep what was asked, to change it."""
        return self._asked.fields()

    @property
    def unread_fields(self) -> tuple[Field, ...]:
        """Keep what was asked, to read it in another language."""
        return tuple(one for one in self.fields if one[0] != ASKED)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Show the first few, best first."""
        return tuple(
            Card(
                choice=choice,
                number=number,
                today=self.today,
                free=self.finding.free,
                wished=self._asked.wishes,
                places=self.finding.where,
                route=self.finding.ways.get(choice.listing),
                tongue=self.said,
            )
            for number, choice in enumerate(self._shown, start=1)
        )

    @property
    def _shown(self) -> tuple[Choice, ...]:
        return self.finding.found.fits[: self._asked.most]

    @property
    def more(self) -> str:
        """Say how many more there are."""
        left = len(self.finding.found.fits) - self._asked.most
        return f"Show {min(left, A_PAGE)} more of {left}" if left > 0 else ""

    @property
    def more_fields(self) -> tuple[Field, ...]:
        """Ask the same again, for more of it."""
        most = self._asked.most + A_PAGE
        return (*self.fields, ("most", str(most)))

    @property
    def cloth(self) -> Cloth:
        """Lay what fits into the week."""
        pieces = [card.piece for card in self.cards]
        laid: list[Piece] = [piece for piece in pieces if piece is not None]
        return week(self._asked.week, laid, title=self.question, free=self.finding.free)

    def week_file(self, kind: str) -> str:
        """Say where the same question is answered with this week as a file."""
        return reverse("web:choices_file", args=[kind])

    @property
    def map(self) -> MapShown | None:
        """Draw where things are; never where somebody starts from."""
        knots = tuple(
            Knot(
                point=card.choice.point,
                name=card.name,
                address=card.address,
                mark=str(card.number),
            )
            for card in self.cards
            if card.choice.point is not None and card.choice.way is not None
        )
        if not knots:
            return None
        title = "Where the things on the list are"
        return draw_numbered(replace(self.finding.land, knots=knots), title=title)

    @property
    def why_not(self) -> tuple[WhyNot, ...]:
        """Say what gets in the way of the others."""
        if self.said is None:
            return why_not(self.finding)
        return why_not_in(self.said, self.finding)

    @property
    def why_not_words(self) -> str:
        """Say how many others there are."""
        found = self.finding.found
        inside = found.total_near - len(found.fits)
        near = counted(inside, "more thing", "more things")
        if not inside:
            return "This lies a little further than you said."
        return (
            f"We know {near} within reach of {self.finding.start.name}. This is what "
            "gets in the way of each."
        )

    @property
    def ways_on(self) -> tuple[WayOn, ...]:
        """Say what else one can do, where there are fewer than three."""
        return ways_on(self.finding) if self.finding.few else ()

    @property
    def address(self) -> str:
        """Give this list an address that tells nothing exact."""
        coarse = self._asked.coarse(near=self.finding.start.coarse, today=self.today)
        return f"{reverse('web:choices')}?{urlencode(coarse)}"

    @property
    def method(self) -> str:
        """Lead to how the way is reckoned."""
        return method_of(self.finding.found.basis)

    @property
    def basis(self) -> str:
        """Say what the ways are reckoned from."""
        return basis_in_words(self.finding.found.basis, self._asked.way)

    @property
    def guessed(self) -> bool:
        """Tell whether the ways come from a straight line."""
        return self.finding.found.basis is Basis.STRAIGHT_LINE


def basis_in_words(basis: Basis, way: str) -> str:
    """Say what ways are reckoned from, and if buses were meant that are not known."""
    missing = Way.BUS in WAYS_MEANT[way] and basis is not Basis.TIMETABLE
    return BASES[basis] + (NO_BUS_TIMES if missing else "")


def method_of(basis: Basis) -> str:
    """Lead to how ways are reckoned."""
    return reverse("web:document", args=METHODS[basis])


WAYS_BY_NAME = {str(way): words for way, words in WAYS.items()}


def days_of(windows: Iterable[Window]) -> str:
    """Name the days that somebody has, where they are few."""
    days = sorted({day_of(one.start).weekday() for one in windows})
    if not days or len(days) > FEW_DAYS:
        return ""
    return listed([DAY_NAMES[number] for number in days])


def span_in_words(window: Window) -> str:
    """Say a stretch of free time: «Tue 12:45 to 15:00»."""
    name = DAY_NAMES[day_of(window.start).weekday()][:3]
    return f"{name} {clock(window.start)} to {clock(window.end)}"
