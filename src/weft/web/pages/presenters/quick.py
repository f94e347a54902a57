"""In which words does the last minute of a consultation find its page?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse

from weft.access.domain.fit import Plane
from weft.access.queries import Choice
from weft.assets.domain import worded
from weft.assets.domain.facts import WORDS, FactField
from weft.commons.crisis import HelpLine, heard, lines_for
from weft.commons.saying import counted, day, day_of, first_large, listed
from weft.commons.tongues import Tongue
from weft.ground.queries import Start
from weft.shell.tongues import tongue_of
from weft.web.pages.presenters.cards import Card
from weft.web.pages.presenters.quick_said import text_message
from weft.web.pages.presenters.starts import WhichStart
from weft.web.quick import CHIPS, Quick, QuickFound

SUITS = (
    FactField.BEGINNERS,
    FactField.COMPANY,
    FactField.QUIET,
    FactField.JUST_COME,
    FactField.PLAYFUL,
    FactField.BRING_A_CHILD,
    FactField.BRING_A_FRIEND,
    FactField.WOMEN_ONLY,
    FactField.MEN_WELCOME,
    FactField.MIXED_ABILITIES,
    FactField.GO_WITH,
)
NO_START = "Say where they start from. A town or a street will do."
NOT_MEASURED = "Nobody has measured this here"
Field = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickChoice:
    """One thing to say out loud."""

    card: Card
    visitors: int

    @property
    def _told(self) -> Choice:
        return self.card.choice

    @property
    def offer(self) -> UUID | None:
        """Give its key, for a card."""
        return self._told.offer

    @property
    def next(self) -> str:
        """Say when it is next, and so how long one waits."""
        window, today = self._told.window, self.card.today
        if window is None:
            return "Any day, at any hour."
        days = (day_of(window.start) - today).days
        wait = {0: "today", 1: "tomorrow"}.get(days) or f"in {days} days"
        return f"{day(day_of(window.start))}, {self.card.hours}: {wait}"

    @property
    def room(self) -> str:
        """Say whether there is room for somebody new."""
        values = {fact.field: fact.value for fact in self._told.facts}
        known = values.get(FactField.ROOM)
        if known is None:
            return "Nobody has told us if there is room: ask first."
        return "There is room for new faces." if known else "It is full for now."

    @property
    def suits(self) -> str:
        """Say whom it suits, from what was told of it."""
        values = {fact.field: fact.value for fact in self._told.facts}
        found = [WORDS[field].yes for field in SUITS if values.get(field)]
        if not found:
            return "Nobody has told us whom it suits."
        words = listed([found[0], *(one[:1].lower() + one[1:] for one in found[1:3])])
        return f"Suits: {words}."

    @property
    def known(self) -> str:
        """Say what is known and not known of its effect."""
        if not self.visitors:
            return f"{NOT_MEASURED}, and no visitor has told us what it is like."
        people = counted(self.visitors, "visitor", "visitors")
        return f"{first_large(people)} told us what it is like. {NOT_MEASURED}."

    @property
    def fresh(self) -> str:
        """Say since when we know."""
        return first_large(worded.age("", self._told.told_on, today=self.card.today))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickPage:
    """The chips, and what fits them."""

    quick: Quick
    today: date
    found: QuickFound | None = None
    asked_again: Start | None = None
    near_error: str = ""
    telephone: str = ""

    @property
    def chips(self) -> Sequence[tuple[str, str, Sequence[Field], Sequence[str]]]:
        """List each row of chips: its name, its question, its chips, and what is on."""
        touched = self.quick
        return (
            ("free", "When are they free?", CHIPS["free"], touched.free),
            ("way", "How do they get there?", CHIPS["way"], touched.way),
            ("for", "What would they like?", CHIPS["for"], touched.wanted),
        )

    @property
    def tongue(self) -> Tongue:
        """Say which language is printed."""
        return tongue_of(self.quick.read)

    @property
    def help_now(self) -> tuple[HelpLine, ...]:
        """List whom to ring, where what was written cannot wait."""
        return lines_for(heard(self.quick.near))

    @property
    def which(self) -> WhichStart | None:
        """Ask again where they start, if that is not one place."""
        if self.asked_again is None:
            return None
        return WhichStart.of(self.asked_again, action="", fields=())

    @property
    def errors(self) -> tuple[Field, ...]:
        """Say what is missing, at its field."""
        return (("near", self.near_error),) if self.near_error else ()

    @property
    def week(self) -> str:
        """Say in which week it is."""
        on = self.found.weeks_on if self.found else 0
        return {0: "this week", 1: "next week"}.get(on, f"in {on} weeks")

    @property
    def choices(self) -> tuple[QuickChoice, ...]:
        """List a few, each of another group where there are others."""
        if self.found is None:
            return ()
        return tuple(
            QuickChoice(
                card=Card(
                    choice=choice,
                    number=number,
                    today=self.today,
                    places=self.found.where,
                ),
                visitors=self.found.visitors.get(choice.offer, 0)
                if choice.offer
                else 0,
            )
            for number, choice in enumerate(self.found.shown, start=1)
        )

    @property
    def text(self) -> str:
        """Say it in one text message."""
        if self.found is None:
            return ""
        return text_message(self.found, tongue=self.tongue, telephone=self.telephone)

    @property
    def address(self) -> str:
        """Give the chips an address that tells nothing exact."""
        if self.found is None:
            return reverse("web:quick")
        coarse = self.quick.coarse(self.found.start.coarse)
        return f"{reverse('web:quick')}?{urlencode(coarse)}"

    def weave(self, one: QuickChoice) -> str:
        """Say by thread how well it fits."""
        return "solid" if one.card.choice.plane is Plane.CERTAIN else "open"
