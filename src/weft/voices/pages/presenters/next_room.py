"""How is it said which room comes next, and why?"""

from dataclasses import dataclass

from django.urls import reverse

from weft.commons.saying import counted, first_large
from weft.shell.tables import Column, Table
from weft.voices.domain.missing import NextRoom
from weft.voices.pages.presenters.passages import PassageCard
from weft.voices.queries.next_room import NextRooms

FIRST = 5
NOT_TOLD = (
    "A room holds twelve. Who of a group spoke to which question is told to nobody, so "
    "that few people cannot be known by it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomLine:
    """A room that could be held."""

    room: NextRoom
    said: str  # of its question

    @property
    def heading(self) -> str:
        """Say where and with whom."""
        return f"{self.room.place}, with {self.room.group}"

    @property
    def reasons(self) -> str:
        """Say why, number by number."""
        one = self.room
        fewer = counted(max(1, round(one.lacking)), "fewer person", "fewer people")
        there = round(100 * one.lives_there)
        gain = counted(max(1, round(one.gain)), "person", "people")
        return (
            f"{first_large(fewer)} of this group came than were due. {there} in 100 of "
            f"the group live round {one.place}. So an evening there could hear about "
            f"{gain} more."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRoomPage:
    """Which room next, in one project."""

    shown: NextRooms

    @property
    def lines(self) -> tuple[RoomLine, ...]:
        """Give the first rooms: of each group the best place, most gain first."""
        best: dict[str, NextRoom] = {}
        for one in self.shown.found:
            best.setdefault(one.group, one)
        return tuple(RoomLine(room=one, said=self.asked_said) for one in best.values())[
            :FIRST
        ]

    @property
    def answer(self) -> str:
        """Say it in a line."""
        if not self.lines:
            return "We cannot tell yet."
        return f"{self.lines[0].heading}."

    @property
    def why_not(self) -> str:
        """Say why there is none."""
        if self.lines:
            return ""
        if not self.shown.rooms.axes:
            return (
                "Nobody asked those who came who they are, so nobody knows who lacks."
            )
        return "No group lacks for certain, or nobody has counted where they live."

    @property
    def question(self) -> str:
        """Give the question to which least was said."""
        return self.shown.asked[0].words

    @property
    def asked_said(self) -> str:
        """Say how much was said to it."""
        one = self.shown.asked[0]
        if not one.workshops:
            return "No workshop noted what it asked."
        met = counted(one.workshops, "workshop", "workshops")
        said = counted(one.passages, "passage", "passages")
        return f"Asked in {met}, with {said}: fewer than to any other question."

    @property
    def nowhere(self) -> tuple[str, ...]:
        """Name groups of whom it is not known where they live."""
        return self.shown.nowhere

    @property
    def for_the_young(self) -> tuple[PassageCard, ...]:
        """Give what others said on behalf of the young, marked as such."""
        return tuple(PassageCard(passage=one) for one in self.shown.for_the_young)

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the same as CSV and for Excel."""
        csv, excel = (
            reverse("voices:next_room_file", args=[self.shown.wall.slug, kind])
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def table(self) -> Table:
        """Give every room that would add somebody."""
        return Table(
            title=f"{self.shown.wall.name}: which room next",
            columns=(
                Column("Where"),
                Column("With whom"),
                Column("Fewer than due", numeric=True, decimals=0),
                Column("Of the group, live here", numeric=True, decimals=2),
                Column("Could be heard", numeric=True, decimals=1),
                Column("What to ask"),
            ),
            rows=tuple(
                (
                    one.place,
                    one.group,
                    one.lacking,
                    one.lives_there,
                    one.gain,
                    one.question,
                )
                for one in self.shown.found
            ),
            notes=(NOT_TOLD,),
        )
