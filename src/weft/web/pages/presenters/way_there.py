"""How is the way to one thing said, for each of its next times?"""

from dataclasses import dataclass, replace

from django.urls import reverse

from weft.access.queries.ways_told import Occasion, WayTo
from weft.assets.queries.search import Candidate
from weft.commons.saying import day, day_of, hours
from weft.ground.queries import StartFound, forgotten
from weft.web.asking import Asking
from weft.web.pages.presenters.cards import how_far
from weft.web.pages.presenters.choices import basis_in_words, method_of
from weft.web.pages.presenters.effort import EffortOf, Part, effort
from weft.web.pages.presenters.home import WAYS
from weft.web.pages.presenters.way_told import WaySaid, booked, said

MOST_TIMES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSaid:
    """One time, and the way to it and home."""

    heading: str
    words: str
    ways: tuple[WaySaid, ...]
    effort: tuple[Part, ...] = ()
    booked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTherePage:
    """The question where from, and what is told once it is answered."""

    offer: Candidate
    asked: Asking
    start: StartFound | None = None
    told: WayTo | None = None
    effort_of: EffortOf | None = None

    @property
    def name(self) -> str:
        """Use its people's own name for it."""
        return self.offer.name

    @property
    def address(self) -> str:
        """Lead to its own page."""
        return reverse("assets:offer", args=[self.offer.offer])

    @property
    def action(self) -> str:
        """Ask here again."""
        return reverse("web:way_there", args=[self.offer.offer])

    @property
    def near(self) -> str:
        """Keep what was typed: it stands in the form and in no address."""
        return self.asked.near

    @property
    def ways(self) -> tuple[tuple[str, str], ...]:
        """Offer how one gets about."""
        return WAYS

    @property
    def way(self) -> str:
        """Say how somebody goes."""
        return self.asked.way

    @property
    def from_where(self) -> str:
        """Say where from, never the whole postcode."""
        return f"From {forgotten(self.start).name}." if self.start else ""

    @property
    def basis(self) -> str:
        """Say what the ways are reckoned from."""
        return basis_in_words(self.told.basis, self.asked.way) if self.told else ""

    @property
    def method(self) -> str:
        """Lead to how they are reckoned."""
        return method_of(self.told.basis) if self.told else ""

    @property
    def nothing(self) -> str:
        """Say why no way is told."""
        if self.told is None or self.told.occasions:
            return ""
        if self.told.nowhere:
            return (
                "You need not leave home for it."
                if self.offer.online
                else "Nobody has told us where it is. Ring and ask."
            )
        return "It is not on any more this week. Ask for the week after."

    @property
    def week_after(self) -> tuple[tuple[str, str], ...]:
        """Ask the same of the week after."""
        return replace(self.asked, week=self.asked.week.later(1)).fields()

    @property
    def times(self) -> tuple[TimeSaid, ...]:
        """Say each time with its way."""
        found = self.told.occasions if self.told else ()
        return tuple(_time(one, self.effort_of) for one in found)


def _time(occasion: Occasion, of: EffortOf | None) -> TimeSaid:
    window = occasion.window
    return TimeSaid(
        heading=f"{day(day_of(window.start))}, {hours(window)}",
        words=how_far(occasion.trip),
        ways=said(occasion.told) if occasion.told else (),
        effort=effort(occasion, of) if of else (),
        booked=tuple(booked(one, occasion.window) for one in occasion.booked),
    )
