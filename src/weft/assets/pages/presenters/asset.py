"""In which words does the page of something that is here speak?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from markupsafe import Markup

from weft.assets.domain import worded
from weft.assets.domain.facts import WordField
from weft.assets.domain.kinds import INTANGIBLE, AssetKind
from weft.assets.pages.presenters import known
from weft.assets.pages.presenters.doors import DoorOnPage, door_on_page
from weft.assets.pages.presenters.hands import (
    came_back,
    in_whose_hands,
    used_as_community_place,
)
from weft.assets.pages.presenters.how_sure import asset_rows
from weft.assets.pages.presenters.names import other_names
from weft.assets.pages.presenters.room import RoomLines, room_of
from weft.assets.pages.presenters.several import Several, shared_lines
from weft.assets.pages.presenters.shared import (
    GROUPS,
    Holder,
    OfferLine,
    address_of,
    beside_in_words,
    closed_in_words,
    linked,
    safe_address,
    source_in_words,
)
from weft.assets.pages.presenters.when import When
from weft.assets.queries.about import AssetAbout, Nested
from weft.commons.saying import counted, dated, day_of
from weft.ground.queries import DatasetAbout
from weft.shell.cloth import Cloth


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetPage:
    """What one thing that is here is like."""

    about: AssetAbout
    now: datetime
    ledger: Sequence[DatasetAbout] = ()

    @property
    def _today(self) -> date:
        return day_of(self.now)

    @property
    def _when(self) -> When:
        return When(times=self.about.times, now=self.now, name=self.about.name)

    @property
    def _telling(self) -> known.Telling:
        whose = worded.THE_GROUP if self.about.kind in GROUPS else worded.THEM
        return known.Telling(tracks=self.about.tracks, today=self._today, whose=whose)

    @property
    def _is_person(self) -> bool:
        return self.about.kind is AssetKind.PERSON

    @property
    def kind(self) -> str:
        """Say what it is."""
        return self.about.kind_words

    @property
    def name(self) -> str:
        """Use its own name."""
        return self.about.name

    @property
    def question(self) -> tuple[str, str]:
        """Ask about it, around its name."""
        if self.about.kind in INTANGIBLE:
            return ("What is ", "?")
        if self._is_person:
            return ("What does ", " do?")
        return ("What is ", " like?")

    @property
    def other_names(self) -> Markup:
        """Say what else people call it."""
        return other_names(self.about.names)

    @property
    def closed(self) -> str:
        """Say when and why it ended, if it did."""
        return closed_in_words(self.about.closed_on, self.about.closed_why)

    @property
    def summary(self) -> str:
        """Say what it is, in its people's words."""
        return self.about.summary

    @property
    def story(self) -> str:
        """Tell its story as it was told."""
        return self.about.story

    @property
    def story_by(self) -> str:
        """Say who told it."""
        told = self.about
        by = f"Told by {told.told_by}" if told.told_by else "Told"
        return f"{by}, {dated(told.told_on)}" if told.told_on else by

    @property
    def facts(self) -> tuple[worded.Said, ...]:
        """Say the facts that decide."""
        said = known.facts_on_page(
            self.about.facts, somewhere=self.about.point is not None
        )
        return (*said, *worded.languages(self.about.languages))

    @property
    def room(self) -> RoomLines:
        """Say what it is right for: water, light, sound, floor."""
        return room_of(self.about)

    @property
    def when_question(self) -> str:
        """Ask about its hours."""
        if self._is_person:
            return "When are they there?"
        return "When does it meet?" if self.about.kind in GROUPS else "When is it open?"

    @property
    def when(self) -> str:
        """Say its hours."""
        return self._when.words

    @property
    def dates(self) -> tuple[str, ...]:
        """Say the next dates, of what is not open nearly every day."""
        return self._when.dates if self.about.kind in GROUPS else ()

    @property
    def cloth(self) -> Cloth | None:
        """Draw the week of the next time."""
        return self._when.cloth

    @property
    def doing_where(self) -> str:
        """End the question about what one can do."""
        return "with them" if self.about.kind in GROUPS else "here"

    @property
    def offers(self) -> tuple[OfferLine, ...]:
        """List what one can do with them, or there."""
        briefs = dict.fromkeys((*self.about.offers, *self.about.offers_here))
        return tuple(
            OfferLine(
                name=brief.name,
                address=address_of(brief),
                when=brief.kind,
                weave="solid",
            )
            for brief in briefs
        )

    @property
    def joining(self) -> tuple[str, ...]:
        """Say how one joins it, or asks, and what it costs to borrow."""
        told = self.about
        whom = "It reaches" if told.kind is AssetKind.CHANNEL else "For whom:"
        reach = f"{whom} {told.reach.rstrip('.')}." if told.reach else ""
        hire = [f"To hire: {w.words}." for w in told.words if w.field is WordField.HIRE]
        return tuple(line for line in (told.how_to_join, *hire, reach) if line)

    @property
    def where(self) -> tuple[str | Markup, ...]:
        """Say where it is."""
        return self.lies_at()

    def lies_at(self) -> tuple[str | Markup, ...]:
        """Say its address, and how many ways in there are."""
        told = self.about
        at = ", ".join(part for part in (told.address, told.postcode) if part)
        ways_in = (
            f"There are {counted(len(told.gates), 'way', 'ways')} in."
            if len(told.gates) > 1
            else ""
        )
        lines = tuple(line for line in (at, ways_in) if line)
        if lines or told.point:
            return lines or ("It is on the map. Nobody has told us the address.",)
        return ("It has no address. It is where its people are.",)

    @property
    def part_of(self) -> tuple[Markup, ...]:
        """Say what it is part of, and what that is part of in turn."""
        return tuple(map(linked, self.about.part_of))

    @property
    def parts(self) -> tuple[Nested, ...]:
        """List what is part of it, each with its own parts."""
        return self.about.parts

    @property
    def shared(self) -> Several:
        """List who shares it, or what a group shares and looks after."""
        return shared_lines(self.about)

    @property
    def door(self) -> DoorOnPage | None:
        """Show its door, where somebody gave a picture."""
        return door_on_page(self.about.door)

    @property
    def near(self) -> str:
        """Lead to what else is near there."""
        point = self.about.point
        return f"{reverse('web:choices')}?near={point.square.token}" if point else ""

    @property
    def holders(self) -> tuple[Holder, ...]:
        """Say in whose hands it is; «not known» is said too."""
        return in_whose_hands(self.about, today=self._today)

    @property
    def back(self) -> tuple[str, ...]:
        """Say what came back to whoever holds it."""
        return came_back(self.about)

    @property
    def used_by(self) -> tuple[str, ...]:
        """Say who uses it as a community place."""
        return used_as_community_place(self.about)

    @property
    def telephone(self) -> str:
        """Say whom to ring."""
        return self.about.telephone

    @property
    def joining_hours(self) -> str:
        """Nobody tells when an asset picks up."""
        return ""

    @property
    def website(self) -> str:
        """Say where their own page is."""
        return safe_address(self.about.website)

    @property
    def terms(self) -> str:
        """Say on whose terms it is shared."""
        return self.about.terms

    @property
    def sureness(self) -> tuple[known.Row, ...]:
        """Say how sure we are of each thing."""
        return asset_rows(self.about, self._telling, when=self.when)

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
        kind = "assets:group" if self.about.kind in GROUPS else "assets:asset"
        return reverse(kind, args=[self.about.id])

    @property
    def calendar(self) -> str:
        """Doors that are open all week make no calendar."""
        return ""

    @property
    def calendar_words(self) -> str:
        """Nothing to promise."""
        return ""

    @property
    def embed(self) -> str:
        """Lead to the lines by which a group's week stands on a page of its own."""
        if self.about.kind not in GROUPS:
            return ""
        return f"{reverse('web:embed_help')}?group={self.about.id}#lines"

    @property
    def qr(self) -> str:
        """Lead to the square code."""
        kind = "groups" if self.about.kind in GROUPS else "assets"
        return reverse("assets:code", args=[kind, self.about.id])

    @property
    def kept_when(self) -> str:
        """Say when, for somebody's own list."""
        return self.when if self.about.times.hours_known else ""

    @property
    def kept_where(self) -> str:
        """Say where, for somebody's own list."""
        return self.about.address
