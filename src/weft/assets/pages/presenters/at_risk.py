"""In which words do we say what ends soon, and what is to spare?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from markupsafe import Markup

from weft.assets.domain import worded
from weft.assets.domain.ending import SOON, Ends
from weft.assets.domain.linking.overlapping import Hour
from weft.assets.domain.spare import Match, Suits
from weft.assets.pages.presenters.shared import linked
from weft.assets.queries.at_risk import AtRisk, AtRiskAbout
from weft.assets.queries.spare import Fund, LookingAbout, SpareAbout, ToSpare
from weft.commons.disclosure import Hidden
from weft.commons.saying import (
    DAY_NAMES,
    counted,
    dated,
    day_of,
    distance,
    first_large,
    hours,
    listed,
    number,
)
from weft.ground.queries import RegionAbout
from weft.shell.tables import Column, Table

ENDS: Mapping[Ends, str] = {
    Ends.LEASE: "The lease ends",
    Ends.FUNDING: "The money ends",
    Ends.PEOPLE: "Whoever keeps it going stops",
    Ends.TIE: "Whoever looks after it, runs it or pays for it stops",
}
ALONE_AT_ONCE = 4
NEAR = "within 20 minutes on foot, that we know of"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRiskOnPage:
    """One thing that ends soon, and what would be lost."""

    one: AtRisk
    week: date
    today: date

    @property
    def heading(self) -> Markup:
        """Name it, and lead to its page."""
        return linked(self.one.thing)

    @property
    def ends(self) -> str:
        """Say what ends, and when."""
        return f"{ENDS[self.one.ends]} on {dated(self.one.on)}."

    @property
    def told(self) -> str:
        """Say by whose word, and since when."""
        return worded.age(self.one.told_by, self.one.told_on, today=self.today)

    @property
    def lost(self) -> str:
        """Say how much would be lost."""
        one = self.one
        often = _often(one.sessions)
        if one.thing.is_offer:
            return f"It is {often} in the week of {dated(self.week)}."
        if not one.offers:
            return "Nobody has told us what is done there."
        many = first_large(counted(len(one.offers), "thing to do", "things to do"))
        return f"{many}, {often} in the week of {dated(self.week)}."

    @property
    def offers(self) -> tuple[Markup, ...]:
        """Name what would be lost with it."""
        if self.one.thing.is_offer:
            return ()
        return tuple(map(linked, self.one.offers))

    @property
    def unknown(self) -> str:
        """Say of how many of them nobody has told us when."""
        many = self.one.hours_unknown
        if not many:
            return ""
        of = counted(many, "of them is", "of them are")
        return f"Nobody has told us when {of} on."

    @property
    def alone(self) -> tuple[str, ...]:
        """Say when nothing else is on near there."""
        said = tuple(
            f"{DAY_NAMES[day_of(one.window.start).weekday()]}, {hours(one.window)}: "
            f"nothing else to do {NEAR}."
            for one in self.one.alone[:ALONE_AT_ONCE]
        )
        more = len(self.one.alone) - len(said)
        if more > 0:
            times = counted(more, "more time", "more times")
            return (*said, f"The same is so at {times} of that week.")
        return said

    @property
    def only_here(self) -> str:
        """Say what people do there and nowhere else near."""
        only = self.one.only_here
        return f"Nobody else does this {NEAR}: {listed(only)}." if only else ""


def _often(sessions: int) -> str:
    """Say how often something is on."""
    if sessions <= 1:
        return "on once" if sessions else "not on"
    return f"on {counted(sessions, 'time', 'times')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class LookingOnPage:
    """A group that looks for something, and what may suit it."""

    about: LookingAbout
    rooms: tuple["RoomOnPage", ...]

    @property
    def heading(self) -> Markup:
        """Name the group."""
        return linked(self.about.brief)

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Say what it looks for."""
        wanted = self.about.wanted
        return (
            ("Looks for", wanted.what),
            ("When", wanted.when or "Nobody has told us."),
            ("What must be there", listed(wanted.needs) or "Nobody has told us."),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomOnPage:
    """A room that may suit a group."""

    match: Match
    room: SpareAbout

    @property
    def heading(self) -> Markup:
        """Name the room, and where it is."""
        at = self.room.at
        if at is None:
            return linked(self.room.brief)
        return Markup("{} ({})").format(linked(self.room.brief), linked(at))

    @property
    def weave(self) -> str:
        """Say by its weave how well it suits."""
        return "solid" if self.match.suits is Suits.YES else "open"

    @property
    def line(self) -> str:
        """Say how well it suits, and why."""
        suits = "It suits, as far as anybody has told us." if not self.match.ask else ""
        parts = (
            suits or "Ask first.",
            f"Empty on {listed(list(map(_hour, self.match.hours)))}."
            if self.match.hours
            else "",
            _apart(self.match.metres),
            f"There is: {listed(self.match.met)}." if self.match.met else "",
        )
        return " ".join(part for part in parts if part)

    @property
    def asks(self) -> tuple[str, ...]:
        """List what to ask."""
        return self.match.ask


def _hour(hour: Hour) -> str:
    return f"{DAY_NAMES[hour.day]} {hour.starts:%H:%M} to {hour.ends:%H:%M}"


def _apart(metres: int | None) -> str:
    if metres is None:
        return ""
    return f"It is {distance(metres)} away." if metres else "It is where they are."


@dataclass(frozen=True, slots=True, kw_only=True)
class AtRiskPage:
    """What ends soon, what is to spare beside who looks, and which money is open."""

    about: AtRiskAbout
    spare: ToSpare
    funds: tuple[Fund, ...]
    region: RegionAbout
    regions: Sequence[RegionAbout]
    today: date

    @property
    def answer(self) -> str:
        """Say how much ends soon."""
        many = len(self.about.items)
        if not many:
            return f"Nothing that we know of ends in the next {SOON.days} days."
        ends = counted(many, "thing ends", "things end")
        return f"{first_large(ends)} in the next {SOON.days} days, that we know of."

    @property
    def items(self) -> tuple[AtRiskOnPage, ...]:
        """List what ends, the first to end first."""
        return tuple(
            AtRiskOnPage(one=one, week=self.about.week.monday, today=self.today)
            for one in self.about.items
        )

    @property
    def lookings(self) -> tuple[LookingOnPage, ...]:
        """List who looks, with what may suit."""
        found = self.spare.matches
        return tuple(
            LookingOnPage(
                about=about,
                rooms=tuple(
                    RoomOnPage(match=match, room=self.spare.spares[match.spare])
                    for match in found
                    if match.looking == key
                ),
            )
            for key, about in self.spare.lookings.items()
        )

    @property
    def spares(self) -> tuple[tuple[Markup, str], ...]:
        """List what is to spare, and when and how."""
        return tuple(
            (linked(one.brief), _spare(one)) for one in self.spare.spares.values()
        )

    @property
    def money(self) -> tuple[tuple[Markup, str, str], ...]:
        """List the funds: name, last day, for whom and how."""
        return tuple(
            (
                linked(one.brief),
                f"Last day: {dated(one.last_day)}.",
                " ".join(f"{part}." for part in (one.for_whom, one.how) if part),
            )
            for one in self.funds
        )

    @property
    def calendar(self) -> str:
        """Lead to the last days as a calendar."""
        return f"{reverse('assets:deadlines')}?region={self.region.slug}"

    @property
    def unknown(self) -> tuple[str, ...]:
        """Say what nobody has told us."""
        past = counted(self.about.past, "thing was", "things were")
        kept = self.about.kept
        many = str(kept) if isinstance(kept, Hidden) else number(kept)
        return (
            "Most groups and halls have never told us until when they can go on.",
            *(
                (f"{first_large(past)} to end before today. Nobody has told us more.",)
                if self.about.past
                else ()
            ),
            *(
                (f"{first_large(many)} more groups do not want to stand on this page.",)
                if kept
                else ()
            ),
        )

    @property
    def files(self) -> Mapping[str, Table]:
        """Give each table by the name of its file."""
        return {
            "ends": _ends_table(self),
            "to-spare": _spare_table(self),
            "funds": _funds_table(self),
        }

    def file(self, name: str, kind: str) -> str:
        """Lead to one of them."""
        address = reverse("assets:at_risk_file", args=[name, kind])
        return f"{address}?region={self.region.slug}"

    @property
    def source(self) -> str:
        """Say where all this comes from."""
        return f"What people and lists told Weft about {self.region.name}"


def _spare(one: SpareAbout) -> str:
    when = f"Empty: {one.when}." if one.when else "Nobody has told us when it is empty."
    how = f"{one.how.rstrip('.')}." if one.how else ""
    return " ".join(part for part in (when, how, one.telephone) if part)


def _ends_table(page: AtRiskPage) -> Table:
    heads = ("What", "What ends", "On", "Whose word", "Since")
    return Table(
        title=f"What ends within {SOON.days} days in {page.region.name}",
        columns=(
            *map(Column, heads),
            Column("Things to do", numeric=True),
            Column("Times in a week", numeric=True),
            Column("Of unknown hours", numeric=True),
            Column("Times with nothing else near", numeric=True),
            Column("Done nowhere else near"),
        ),
        rows=tuple(
            (
                one.thing.name,
                ENDS[one.ends],
                one.on,
                one.told_by or None,
                one.told_on,
                len(one.offers),
                one.sessions,
                one.hours_unknown,
                len(one.alone),
                ", ".join(one.only_here),
            )
            for one in page.about.items
        ),
        source=page.source,
        notes=(
            f"Times are those of the week of {dated(page.about.week.monday)}.",
            "Near: 1,500 metres or less in a straight line.",
            *page.unknown,
        ),
    )


def _spare_table(page: AtRiskPage) -> Table:
    heads = ("Who looks", "For what", "What may suit", "How well", "Metres", "To ask")
    return Table(
        title=f"Rooms to spare beside groups that look in {page.region.name}",
        columns=tuple(Column(head, numeric=head == "Metres") for head in heads),
        rows=tuple(
            (
                page.spare.lookings[one.looking].brief.name,
                page.spare.lookings[one.looking].wanted.what,
                page.spare.spares[one.spare].brief.name,
                "it suits" if one.suits is Suits.YES else "ask first",
                one.metres,
                " ".join(one.ask),
            )
            for one in page.spare.matches
        ),
        source=page.source,
    )


def _funds_table(page: AtRiskPage) -> Table:
    return Table(
        title=f"Money to apply for in {page.region.name}",
        columns=tuple(
            map(Column, ("Name", "Last day", "For whom", "How", "Whose word", "Since"))
        ),
        rows=tuple(
            (
                one.brief.name,
                one.last_day,
                one.for_whom or None,
                one.how or None,
                one.told_by or None,
                one.told_on,
            )
            for one in page.funds
        ),
        source=page.source,
    )
