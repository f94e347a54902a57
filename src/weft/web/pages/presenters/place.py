"""In which words does a place speak: what is good, within reach, missing?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.urls import reverse

from weft.assets.domain import worded
from weft.assets.queries import Listed
from weft.assets.queries.around import StoryAbout, WeekAround
from weft.commons.provenance import Geography
from weft.commons.saying import counted, dated, first_large, listed
from weft.shell.cloth import Cloth
from weft.shell.site import Link
from weft.shell.tiles import Knot, MapShown, Outline, draw
from weft.voices.pages.presenters.priorities import PrioritiesPage
from weft.voices.pages.presenters.strong import StrongHere
from weft.web.pages.presenters.cards import Card
from weft.web.pages.presenters.choice_here import ChoiceHere
from weft.web.pages.presenters.lost import LostOnPage, lost_answer, lost_lines
from weft.web.pages.presenters.missing import Missing
from weft.web.pages.presenters.region_week import cloth_of
from weft.web.placing import WALK, Place, one_of_each_kind
from weft.web.week_counts import by_hour, thick_and_bare

SOME, OF_ONE_KIND = 4, 60
CLOSED_AT = 3  # three things on in one hour close the weave: three real choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Somebody's own words."""

    words: str
    said: str

    @classmethod
    def of(cls, story: StoryAbout) -> "Voice":
        """Say whose words they are, about what, and since when."""
        by = f"told by {story.told_by}" if story.told_by else "told"
        when = f", {dated(story.told_on)}" if story.told_on else ""
        return cls(words=story.story, said=f"{story.name}, {by}{when}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingLink:
    """A thing's name and where its page stands."""

    name: str
    address: str

    @classmethod
    def of(cls, one: Listed) -> "ThingLink":
        """Lead to its page."""
        kind, key = ("offer", one.offer) if one.offer else ("asset", one.asset)
        return cls(name=one.name, address=reverse(f"assets:{kind}", args=[key]))


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOnPage:
    """Everything of one kind that is here."""

    words: str
    things: tuple[ThingLink, ...]
    more: str
    open: bool = False


def kinds_of(listed_: Iterable[Listed]) -> tuple[KindOnPage, ...]:
    """Put what is here under its kinds, the kinds with most first."""
    by_name = sorted(listed_, key=lambda one: (one.kind, one.name))
    groups = [
        (kind, [ThingLink.of(one) for one in of])
        for kind, of in groupby(by_name, key=lambda one: one.kind)
    ]
    return tuple(
        KindOnPage(
            words=f"{kind}: {len(things):,}",
            things=tuple(things[:OF_ONE_KIND]),
            more=_more(len(things) - OF_ONE_KIND),
        )
        for kind, things in sorted(groups, key=lambda group: (-len(group[1]), group[0]))
    )


def _more(left: int) -> str:
    return f"And {left:,} more. Search for them by name." if left > 0 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacePage:
    """A place: strengths first, then reach, then what is missing around people."""

    place: Place
    today: date

    @property
    def name(self) -> str:
        """Call it as people do."""
        return self.place.area.title

    @property
    def lies_in(self) -> str:
        """Say where it lies, and how many people live there."""
        area = self.place.area
        around = area.inside(Geography.DISTRICT)
        parts = [f"In {around.title}." if around else ""]
        if area.people:
            parts.append(f"{area.people:,} people live here.")
        return " ".join(part for part in parts if part)

    @property
    def trail(self) -> tuple[Link, ...]:
        """Lead back to all places."""
        return (Link(words="Places", address=reverse("web:places")),)

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Give people's own words first."""
        return tuple(Voice.of(story) for story in self.place.stories)

    @property
    def strong(self) -> tuple[StrongHere, ...]:
        """Give what people here say is strong, never laid together with a figure."""
        return tuple(StrongHere(strong=one) for one in self.place.strong)

    @property
    def first(self) -> tuple[PrioritiesPage, ...]:
        """Give what communities here put first."""
        return tuple(
            PrioritiesPage(shown=one, today=self.today) for one in self.place.first
        )

    @property
    def map(self) -> MapShown:
        """Draw what is here; nobody is painted for what is missing."""
        return draw(
            replace(self.place.land, areas=self._outlines, knots=tuple(self._knots)),
            title=f"What is where in {self.name}",
        )

    @property
    def _outlines(self) -> tuple[Outline, ...]:
        edge = self.place.area.boundary
        return (Outline(name=self.name, boundary=edge),) if edge else ()

    @property
    def _knots(self) -> Iterable[Knot]:
        for one in self.place.here.places:
            if one.point is not None:
                yield Knot(
                    point=one.point,
                    name=one.name,
                    address=ThingLink.of(one).address,
                    fresh=worded.is_fresh(one.told_on, today=self.today),
                )

    @property
    def reach_answer(self) -> str:
        """Say when there is much and when there is little."""
        found = thick_and_bare(by_hour(self.place.around.known))
        if found is None:
            return "Nothing that we know of."
        if not found.bare:
            return f"Most on {found.thickest}."
        return f"Most on {found.thickest}. Hardly any on {listed(found.bare[:2])}."

    @property
    def cloth(self) -> Cloth:
        """Draw the week within a walk."""
        return place_cloth(self.name, self.place.around)

    @property
    def cloth_words(self) -> str:
        """Say what a thread is, and what is not in the picture."""
        told = self.place.around
        always = counted(told.always_open, "place is", "places are")
        unknown = counted(told.hours_unknown, "thing", "things")
        return (
            f"Things to do on foot, up to {WALK} minutes each way by a straight line, "
            f"in the week of {dated(told.week.monday)}. {first_large(always)} always "
            f"open and not drawn. Of {unknown} around here nobody has told us the "
            "hours."
        )

    @property
    def reach_words(self) -> str:
        """Say for whom this is reckoned, and that it is not the same as felt."""
        return (
            f"For somebody on foot, from the middle of {self.name}. It is what we "
            "reckon from our list. What people feel they can do, only they can say."
        )

    @property
    def choose(self) -> str:
        """Lead to the first page with this place filled in."""
        return f"{reverse('web:home')}?near={self.place.area.code}"

    @property
    def some(self) -> tuple[Card, ...]:
        """Show a few things to do that differ."""
        few = one_of_each_kind(self.place.fits, most=SOME)
        return tuple(
            Card(choice=choice, number=number, today=self.today)
            for number, choice in enumerate(few, start=1)
        )

    @property
    def here_answer(self) -> str:
        """Say how much of what is here is on our list; strengths are not counted so."""
        return f"{len(self.place.here.listed):,} on our list, by kind."

    @property
    def here(self) -> tuple[KindOnPage, ...]:
        """List all that is here by kind."""
        return kinds_of(self.place.here.listed)

    @property
    def lost(self) -> tuple[LostOnPage, ...]:
        """List what was here and is no more, with its story."""
        return lost_lines(self.place.lost)

    @property
    def lost_answer(self) -> str:
        """Say how much that is."""
        return lost_answer(self.place.lost)

    @property
    def choice(self) -> ChoiceHere | None:
        """Say who has three things within reach, where a week is published."""
        told = self.place.lives
        return ChoiceHere(told=told) if told else None

    @property
    def missing(self) -> Missing:
        """Say what is missing around people."""
        return Missing.of(self.place.missing, area=self.place.area)

    @property
    def profile(self) -> str:
        """Lead to all numbers about this place."""
        return reverse("need:profile", args=[self.place.area.code])

    @property
    def sheet(self) -> str:
        """Lead to the side of paper."""
        return reverse("web:sheet", args=[self.place.area.code])

    def week_file(self, kind: str) -> str:
        """Lead to the week as a file."""
        return reverse("web:week_file", args=[self.place.area.code, kind])


def place_cloth(name: str, around: WeekAround) -> Cloth:
    """Weave the week within a walk of a place."""
    return cloth_of(
        by_hour(around.known),
        ask=by_hour(around.ask),
        title=f"What is within a walk of {name}",
        of=around.week,
        closed_at=CLOSED_AT,
    )
