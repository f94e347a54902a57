"""How is a group's month drawn and told?"""

from dataclasses import dataclass

from weft.assets.domain.holding import MOST_NEW_FACES
from weft.assets.queries.month import MonthOfGroup, WeekOfGroup
from weft.commons.disclosure import Hidden, shown
from weft.commons.saying import counted, dated, first_large, listed
from weft.shell.cloth import Cloth, Row, month
from weft.shell.tables import Cell, Column, Table

KEY = (
    ("threads-1", "one thing was on"),
    ("threads-4", "four or more"),
    ("threads-ask", "perhaps on"),
    ("unstrung", "nothing on the list"),
)
COLUMNS = (
    Column("Week from"),
    Column("On the list", numeric=True),
    Column("Perhaps on", numeric=True),
    Column("New faces", numeric=True),
    Column("You said it is right on"),
)
NO_TIMES = "Nobody has told us yet when anything of yours is on."


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPicture:
    """The last five weeks of a group as a cloth, for the group itself.

    ``fewest`` is the smallest number of people that leaves in a file.
    """

    month: MonthOfGroup
    fewest: int

    @property
    def most_faces(self) -> int:
        """Say how many new faces a week may have."""
        return MOST_NEW_FACES

    @property
    def faces(self) -> str:
        """Give this week's number as it was typed; "" where nobody has said."""
        told = self.month.this_week.faces
        return "" if told is None else str(told)

    @property
    def answer(self) -> str:
        """Say what the picture shows."""
        if not self.month.when_known:
            return f"{NO_TIMES} Then there would be thread in this cloth."
        on = sum(one.certain for week in self.month.weeks for one in week.on)
        perhaps = sum(not one.certain for week in self.month.weeks for one in week.on)
        told = f"The list said that you were on {counted(on, 'time', 'times')} in five"
        told = f"{told} weeks, this week and the four before it."
        if perhaps:
            many = first_large(counted(perhaps, "more is", "more are"))
            told = f"{told} {many} not sure."
        return told

    @property
    def caption(self) -> str:
        """Say how to read it."""
        return (
            "Each row is a week. A ring is a day on which you said that all is right. "
            "At the end stands how many came for the first time. A dash means that you "
            "have not said. If something was not held after all, we do not know."
        )

    @property
    def cloth(self) -> Cloth:
        """Draw it."""
        rows = [
            Row(
                week=one.week,
                on=tuple(_on(one, day, certain=True) for day in range(7)),
                ask=tuple(_on(one, day, certain=False) > 0 for day in range(7)),
                knots=frozenset(one.confirmed),
                number=one.faces,
            )
            for one in self.month.weeks
        ]
        return month(rows, title=self.answer, table=self._table(whole=True), key=KEY)

    @property
    def file(self) -> Table:
        """Give the table to take along, where few people are told as few."""
        return self._table(whole=False)

    def _table(self, *, whole: bool) -> Table:
        return Table(
            title="Your month, week by week",
            columns=COLUMNS,
            rows=tuple(self._row(one, whole=whole) for one in self.month.weeks),
            notes=("On the list: whether it was held after all we do not know.",),
        )

    def _row(self, one: WeekOfGroup, *, whole: bool) -> tuple[Cell, ...]:
        faces: Cell = one.faces
        if one.faces is not None and not whole:
            safe = shown(one.faces, fewest=self.fewest)
            faces = str(safe) if isinstance(safe, Hidden) else safe
        sure = sum(session.certain for session in one.on)
        on: tuple[Cell, Cell] = (sure, len(one.on) - sure)
        if not self.month.when_known:
            on = (None, None)
        said = listed([dated(day) for day in one.confirmed]) or "not this week"
        return dated(one.week.monday), *on, faces, said


def _on(week: WeekOfGroup, day: int, *, certain: bool) -> int:
    """Count what was on on one day."""
    wanted = week.week.days[day]
    return sum(one.day == wanted and one.certain is certain for one in week.on)
