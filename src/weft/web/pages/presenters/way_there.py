"""How is the way to one thing said, for each of its next times?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from weft.access.queries.ways_told import Occasion, WayTo
from weft.assets.queries.search import Candidate
from weft.commons.saying import day, day_of, hours
from weft.commons.tongues import Said
from weft.ground.queries import StartFound, forgotten
from weft.shell.tongues import ASKED
from weft.web.asking import Asking
from weft.web.pages.presenters.cards import how_far
from weft.web.pages.presenters.choices import basis_in_words, method_of
from weft.web.pages.presenters.effort import EffortOf, effort
from weft.web.pages.presenters.home import WAYS, Choosable
from weft.web.pages.presenters.read_in import ReadIn
from weft.web.pages.presenters.way_said import WAYS as WAYS_SAID
from weft.web.pages.presenters.way_there_said import TimeIn, basis_in, time_in
from weft.web.pages.presenters.way_told import WaySaid, booked, said

MOST_TIMES = 4
NOTHING = {
    "comes_to_you": "You need not leave home for it.",
    "where_unknown": "Nobody has told us where it is. Ring and ask.",
    "not_any_more": "It is not on any more this week. Ask for the week after.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSaid:
    """One time, and the way to it and home."""

    heading: str
    words: tuple[str, ...]
    ways: tuple[WaySaid, ...]
    effort: tuple[tuple[str, tuple[str, ...]], ...] = ()
    booked: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTherePage(ReadIn):
    """The question where from, and what is told once it is answered."""

    offer: Candidate
    asked: Asking
    start: StartFound | None = None
    told: WayTo | None = None
    effort_of: EffortOf | None = None

    @property
    def unread_fields(self) -> tuple[tuple[str, str], ...]:
        """Keep what was asked, to read it in another language."""
        return tuple(one for one in self.asked.fields() if one[0] != ASKED)

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
    def ways(self) -> tuple[Choosable, ...]:
        """Offer how one gets about."""
        if self.said is None:
            return WAYS
        return tuple((way, self.said.say(WAYS_SAID[way])) for way, _ in WAYS)

    @property
    def way(self) -> str:
        """Say how somebody goes."""
        return self.asked.way

    @property
    def from_where(self) -> Said | str:
        """Say where from, never the whole postcode."""
        if self.start is None:
            return ""
        place = forgotten(self.start).name
        return (
            self.said.say("from_place", place=place) if self.said else f"From {place}."
        )

    @property
    def basis(self) -> Sequence[Said | str]:
        """Say what the ways are reckoned from."""
        if self.told is None:
            return ()
        if self.said is not None:
            return basis_in(self.said, self.told.basis, self.asked.way)
        return (basis_in_words(self.told.basis, self.asked.way),)

    @property
    def method(self) -> str:
        """Lead to how they are reckoned."""
        return method_of(self.told.basis) if self.told else ""

    @property
    def nothing(self) -> Said | str:
        """Say why no way is told."""
        if self.told is None or self.told.occasions:
            return ""
        if not self.told.nowhere:
            key = "not_any_more"
        else:
            key = "comes_to_you" if self.offer.online else "where_unknown"
        return self.said.say(key) if self.said else NOTHING[key]

    @property
    def week_after(self) -> tuple[tuple[str, str], ...]:
        """Ask the same of the week after."""
        return replace(self.asked, week=self.asked.week.later(1)).fields()

    @property
    def times(self) -> tuple[TimeSaid | TimeIn, ...]:
        """Say each time with its way."""
        found = self.told.occasions if self.told else ()
        if self.said is not None:
            return tuple(time_in(self.said, one, self.effort_of) for one in found)
        return tuple(_time(one, self.effort_of) for one in found)


def _time(occasion: Occasion, of: EffortOf | None) -> TimeSaid:
    window = occasion.window
    return TimeSaid(
        heading=f"{day(day_of(window.start))}, {hours(window)}",
        words=(how_far(occasion.trip),),
        ways=said(occasion.told) if occasion.told else (),
        effort=tuple((part, (told,)) for part, told in effort(occasion, of))
        if of
        else (),
        booked=tuple((booked(one, occasion.window),) for one in occasion.booked),
    )
