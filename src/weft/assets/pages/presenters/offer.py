"""In which words does the page of something to do speak?"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.urls import reverse
from markupsafe import Markup

from weft.assets.domain import worded
from weft.assets.domain.derived import NO_LIMIT
from weft.assets.domain.facts import FactField
from weft.assets.domain.settling import NOBODY_SAID
from weft.assets.pages.presenters import known
from weft.assets.pages.presenters.changes import ChangeOnPage
from weft.assets.pages.presenters.doors import DoorOnPage, door_on_page
from weft.assets.pages.presenters.hands import young_in_words
from weft.assets.pages.presenters.how_sure import offer_rows
from weft.assets.pages.presenters.joining import (
    free_places,
    hours_they_answer,
    money_in_words,
    ways_in,
    who_says_for_them,
)
from weft.assets.pages.presenters.offer_said import OfferSaid
from weft.assets.pages.presenters.shared import (
    NOT_KNOWN,
    Holder,
    ages,
    beside_in_words,
    closed_in_words,
    linked,
    safe_address,
    source_in_words,
)
from weft.assets.pages.presenters.sort import sort_of
from weft.assets.pages.presenters.when import When
from weft.assets.queries.about import OfferAbout
from weft.commons.saying import counted, day_of, first_large
from weft.commons.tongues import ENGLISH, Tongue
from weft.ground.queries import DatasetAbout
from weft.shell.cloth import Cloth
from weft.shell.tongues import in_tongue, tongue_of

CALENDAR_WORDS = "Your calendar will say only the day and the hour."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferPage:
    """What one thing to do is like."""

    about: OfferAbout
    now: datetime
    ledger: Sequence[DatasetAbout] = ()
    tongue: Tongue = field(default_factory=lambda: tongue_of(ENGLISH))

    @property
    def said(self) -> OfferSaid | None:
        """Say what decides in somebody's language, where it is not English."""
        if self.tongue.is_english:
            return None
        return OfferSaid(
            about=self.about,
            tongue=self.tongue,
            now=self.now,
            somewhere=self.somewhere,
        )

    @property
    def _today(self) -> date:
        return day_of(self.now)

    @property
    def _when(self) -> When:
        return When(times=self.about.times, now=self.now, name=self.about.name)

    @property
    def name(self) -> str:
        """Use the group's own name for it."""
        return self.about.name

    @property
    def summary(self) -> str:
        """Say what it is like, in its people's words."""
        return self.about.summary

    @property
    def closed(self) -> str:
        """Say when and why it ended, if it did."""
        return closed_in_words(self.about.closed_on, self.about.closed_why)

    @property
    def facts(self) -> tuple[worded.Said, ...]:
        """Say the facts that decide."""
        told = self.about
        full = told.facts.get(FactField.ROOM, NOBODY_SAID).value is False
        room = 0 if full else told.newcomers_per_week or 0
        counts = 0 < room < NO_LIMIT
        people = counted(room, "new face", "new faces") if counts else ""
        return (
            worded.price(
                told.price_pence_least, told.price_pence_most, told.price_note
            ),
            *free_places(told),
            *(
                fact
                for fact in known.facts_on_page(told.facts, somewhere=self.somewhere)
                if not (people and fact[1].startswith("Room"))
            ),
            *worded.languages(told.languages),
            *((("yes", f"Room for {people} a week"),) if people else ()),
            *ages(told.least_age, told.greatest_age),
        )

    @property
    def _telling(self) -> known.Telling:
        return known.Telling(tracks=self.about.tracks, today=self._today)

    @property
    def somewhere(self) -> bool:
        """Tell whether one goes there: online and at home there is no door."""
        at_home = self.about.online or self._yes(FactField.AT_HOME)
        return self.about.place is not None or not at_home

    @property
    def when(self) -> str:
        """Say the rule of its days and hours."""
        return self._when.words

    @property
    def dates(self) -> tuple[str, ...]:
        """Say the next dates."""
        return self._when.dates

    @property
    def cloth(self) -> Cloth | None:
        """Draw the week of the next time."""
        return self._when.cloth

    @property
    def first_ten_minutes(self) -> str:
        """Say what the first ten minutes are like."""
        return self.about.first_ten_minutes

    @property
    def sensory(self) -> str:
        """Say how it sounds, smells and looks."""
        return self.about.sensory

    @property
    def sort(self) -> tuple[str, ...]:
        """Say what one does there, and how near it is to therapy."""
        return sort_of(self.about)

    @property
    def told_it(self) -> str:
        """Say whose words these are."""
        columns = ("first_ten_minutes", "sensory")
        tellers = [self.about.teller(one) for one in columns if getattr(self, one)]
        said = (worded.age(t.told_by, t.told_on, today=self._today) for t in tellers)
        return " ".join(f"{first_large(one)}." for one in dict.fromkeys(said))

    @property
    def joining(self) -> tuple[str, ...]:
        """Say how one gets in."""
        return ways_in(self.about, today=self._today)

    @property
    def who_for(self) -> tuple[tuple[str, str], ...]:
        """Say who says that it is for people like them."""
        return who_says_for_them(self.about, today=self._today)

    @property
    def changes(self) -> tuple[ChangeOnPage, ...]:
        """Say what became of it and because of whose words, the latest first."""
        return tuple(
            ChangeOnPage(about=one, today=self._today)
            for one in reversed(self.about.changes)
        )

    @property
    def door(self) -> DoorOnPage | None:
        """Show the door of its place, where somebody gave a picture."""
        return door_on_page(self.about.place.door if self.about.place else None)

    @property
    def where(self) -> tuple[str, ...]:
        """Say where it is."""
        place = self.about.place
        if place is not None:
            at = ", ".join(part for part in (place.address, place.postcode) if part)
            return tuple(line for line in (linked(place.brief), at) if line)
        if self.about.online or self._yes(FactField.ONLINE):
            return ("It is online. You need a phone or computer, and somewhere quiet.",)
        if self._yes(FactField.AT_HOME):
            return ("At home. There is no way to go.",)
        return ("Nobody has told us where. It is best to ask first.",)

    @property
    def _somewhere_said(self) -> str:
        """Say where it is in a line; "" where nobody has told us."""
        place = self.about.place
        if place is not None:
            return ", ".join(one for one in (place.brief.name, place.address) if one)
        if self.about.online or self._yes(FactField.ONLINE):
            return "online"
        return "at home" if self._yes(FactField.AT_HOME) else ""

    def _yes(self, field: FactField) -> bool:
        return self.about.fact(field).value is True

    @property
    def way_there(self) -> str:
        """Lead to the way there and home, in the language that is read."""
        return in_tongue(reverse("web:way_there", args=[self.about.id]), self.tongue)

    @property
    def near(self) -> str:
        """Lead to what else is near there."""
        place = self.about.place
        point = place.brief.point if place else None
        return f"{reverse('web:choices')}?near={point.square.token}" if point else ""

    @property
    def holders(self) -> tuple[Holder, ...]:
        """Say who looks after it, or that this is not known."""
        group = self.about.group
        return (
            ("Looked after by", linked(group) if group else NOT_KNOWN, ""),
            ("Money", money_in_words(self.about), ""),
            *self._young(),
        )

    def _young(self) -> tuple[Holder, ...]:
        """Say that young people run it only where they say so themselves."""
        group = self.about.group
        words = young_in_words(
            self.about.run_by_young_people,
            told_by=self.about.told_by,
            name=group.name if group else "",
        )
        return (("Young people", words, ""),) if words else ()

    @property
    def telephone(self) -> str:
        """Say whom to ring."""
        return self.about.telephone

    @property
    def joining_hours(self) -> str:
        """Say when they pick up."""
        return hours_they_answer(self.about.joining_hours, today=self._today)

    @property
    def website(self) -> str:
        """Say where their own page is."""
        return safe_address(self.about.website)

    @property
    def terms(self) -> str:
        """Say on whose terms the group gives it: an offer has none of its own."""
        return self.about.terms

    @property
    def sureness(self) -> tuple[known.Row, ...]:
        """Say how sure we are of each thing."""
        return offer_rows(
            self.about,
            self._telling,
            when=self.when,
            where=self._somewhere_said,
            somewhere=self.somewhere,
        )

    @property
    def told(self) -> str:
        """Say from whose list it comes."""
        gone = "" if self.about.in_latest else " It is no longer in their list."
        return source_in_words(self.about.source, self.ledger) + gone

    @property
    def beside(self) -> tuple[Markup, ...]:
        """Say who else lists the same thing."""
        return beside_in_words(self.about.beside, self.ledger)

    @property
    def address(self) -> str:
        """Say where this page stands."""
        return reverse("assets:offer", args=[self.about.id])

    @property
    def calendar(self) -> str:
        """Lead to its dates, where there are any."""
        if not self._when.coming:
            return ""
        return reverse("assets:calendar", args=[self.about.id])

    @property
    def calendar_words(self) -> str:
        """Promise that a calendar tells nobody why."""
        return CALENDAR_WORDS

    @property
    def qr(self) -> str:
        """Lead to the square code."""
        return reverse("assets:code", args=["offers", self.about.id])

    @property
    def kept_when(self) -> str:
        """Say when, for somebody's own list."""
        return self.when

    @property
    def kept_where(self) -> str:
        """Say where, for somebody's own list."""
        return self.about.place.brief.name if self.about.place else ""
