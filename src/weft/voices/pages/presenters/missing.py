"""How is it said who was not in the room?"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from weft.commons.disclosure import Withheld
from weft.commons.saying import counted, first_large, listed
from weft.shell.plots import Plot
from weft.shell.tables import Cell, Column, Table
from weft.voices.domain.kinds import Axis
from weft.voices.domain.missing.showing import AxisShown, GroupShown, shown_axis
from weft.voices.pages.presenters.due_plot import due_plot
from weft.voices.queries.rooms import LivingHere, Rooms

COLUMNS = (
    Column("Group"),
    Column("Came", numeric=True),
    Column("Due", numeric=True, decimals=0),
    *(
        Column(words, numeric=True, decimals=2)
        for words in ("Came for each one due", "At least", "At most")
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisPart:
    """What is said of one axis."""

    axis: Axis
    shown: AxisShown
    source: str  # whose count of those who live here; "" where none is loaded

    @property
    def name(self) -> str:
        """Name it."""
        return first_large(str(self.axis))

    @property
    def anchor(self) -> str:
        """Give its place on the page."""
        return self.axis.name.lower()

    @property
    def finding(self) -> str:
        """Say what was found, and no more than that."""
        if self.shown.nobody:
            names = listed([one.group for one in self.shown.nobody])
            return f"{self.name}: nobody came of {names}"
        if self.fewer:
            return f"{self.name}: fewer came than were due: {listed(self.fewer)}"
        if self.shown.withheld:
            return f"{self.name}: some groups are too small to show"
        if any(one.share is not None for one in self.shown.groups):
            return f"{self.name}: no group is missing for certain"
        return f"{self.name}: not known who is missing"

    @property
    def fewer(self) -> tuple[str, ...]:
        """Name the groups of whom for certain fewer came than live here."""
        return tuple(
            one.group for one in self.rows if one.high is not None and one.high < 1
        )

    @property
    def plot(self) -> Plot:
        """Draw it."""
        return due_plot(self.rows, self.finding, self.table)

    @property
    def rows(self) -> tuple[GroupShown, ...]:
        """Give every group, and those that hide each other once more as one."""
        one = self.shown.together
        return self.shown.groups if one is None else (*self.shown.groups, one)

    @property
    def table(self) -> Table:
        """Tell it as a table."""
        return Table(
            title=self.finding,
            columns=COLUMNS,
            rows=tuple(_row(one) for one in self.rows),
            source=self.source,
            notes=tuple(one for one in (*self.notes, self.uneven) if one),
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """Say what the numbers leave open."""
        told = (
            self._asked,
            *self._silent,
            "" if self.source else "Nobody has counted here who lives here by this.",
            "Some people gave more than one answer." if self.shown.several else "",
            "Small numbers are not shown, so that nobody can be known by one. Others "
            "are left out with them, so that no sum gives them back."
            if self.shown.withheld
            else "",
        )
        return tuple(one for one in told if one)

    @property
    def _asked(self) -> str:
        one = self.shown
        if one.asked_in == one.sessions:
            return ""
        return f"Asked in {one.asked_in} of {one.sessions} workshops."

    @property
    def _silent(self) -> tuple[str, ...]:
        one = self.shown
        declined = ""
        if isinstance(one.declined, Withheld):
            declined = (
                "Some may have preferred not to say. What is due counts them too."
            )
        elif one.declined:
            people = counted(one.declined, "person", "people")
            declined = f"{first_large(people)} preferred not to say."
        noted = "In some workshops nobody counted who came."
        if one.unknown is not None:
            people = counted(one.unknown, "person", "people")
            noted = f"Of {people} this was not noted." if one.unknown else ""
        return declined, noted

    @property
    def uneven(self) -> str:
        """Say how uneven the room was, and which index hides it; "" where unknown."""
        told = self.shown.uneven
        if told is None:
            return ""
        return (
            f"Coefficient of variation of the rates at which groups came: "
            f"{told.variation:.2f}; 0 is even. The R-indicator, which surveys use, is "
            f"{told.r_indicator:.3f} of 1 here. It comes near 1 wherever few were in "
            "the room, whoever they were, so it is never shown alone."
        )


def axis_part(
    rooms: Rooms, axis: Axis, here: LivingHere | None, fewest: int
) -> AxisPart:
    """Lay one axis of some rooms beside the place."""
    room = dict(rooms.axes)[axis]
    return AxisPart(
        axis=axis,
        shown=shown_axis(room, here.living if here else None, fewest=fewest),
        source=here.source if here else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingPage:
    """Who was not in the room, axis by axis."""

    rooms: Rooms
    parts: Sequence[AxisPart]

    @property
    def answer(self) -> str:
        """Name whom nobody came of, most due first; else of whom too few did."""
        none = [one for part in self.parts for one in part.shown.nobody]
        none.sort(key=lambda one: -(one.due or 0.0))
        if none:
            return f"{first_large(listed([one.group for one in none]))}."
        if not self.parts:
            return "We do not know: nobody asked."
        few = [f"{one} ({part.axis})" for part in self.parts for one in part.fewer]
        if few:
            return f"Fewer came than were due: {listed(few)}."
        return "No group was missing for certain, as far as anybody asked."

    @property
    def lead(self) -> str:
        """Say of whom this is."""
        rooms = self.rooms
        who = "Nobody noted how many came"
        if rooms.people is not None:
            who = f"{counted(rooms.people, 'person', 'people')} came"
        twice = "" if rooms.sessions == 1 else " Who came twice counts twice."
        held = counted(rooms.sessions, "workshop", "workshops")
        return f"{first_large(held)}. {who}.{twice}"

    @property
    def closed(self) -> str:
        """Say how many rooms are not counted here."""
        many = self.rooms.closed
        if not many:
            return ""
        rooms = counted(many, "workshop is", "workshops are")
        return (
            f"{first_large(rooms)} not counted: those who were there let fewer see it."
        )

    @property
    def not_asked(self) -> str:
        """Name what nobody asked about: that is not known, and it is not none."""
        asked = {part.axis for part in self.parts}
        return listed([str(axis) for axis in Axis if axis not in asked])

    @property
    def files(self) -> tuple[str, str]:
        """Lead to the same as CSV and for Excel."""
        csv, excel = (
            reverse("voices:missing_file", args=[self.rooms.slug, kind])
            for kind in ("csv", "xlsx")
        )
        return csv, excel

    @property
    def table(self) -> Table:
        """Give all of it as one table."""
        sources = dict.fromkeys(part.source for part in self.parts if part.source)
        return Table(
            title=f"{self.rooms.name}: who was not in the room",
            columns=(Column("About"), *COLUMNS),
            rows=tuple(
                (str(part.axis), *_row(one)) for part in self.parts for one in part.rows
            ),
            source="; ".join(sources),
            notes=tuple(
                f"{part.name}: {note}"
                for part in self.parts
                for note in part.table.notes
            ),
        )


def _row(one: GroupShown) -> tuple[Cell, ...]:
    came = str(one.came) if isinstance(one.came, Withheld) else one.came
    return (one.group, came, one.due, one.share, one.low, one.high)
