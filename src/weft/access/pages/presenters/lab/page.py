"""What stands on the page of the lab, and where do its links lead?"""

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.urls import reverse

from weft.access.domain.whatif import Scenario, as_text, from_text
from weft.access.pages.lab.sorts import Sort
from weft.access.pages.presenters.lab.answer import AnswerSaid
from weft.access.pages.presenters.lab.form import Form, sorts_here
from weft.access.pages.presenters.lab.saying import Sayer
from weft.access.pages.presenters.said import BASES, week_of
from weft.access.queries.scenarios import Making, Ready
from weft.commons.errors import NotPossible
from weft.commons.saying import clock, dated, day_of
from weft.commons.times import Week
from weft.ground.queries import RegionAbout

EMPTY = as_text(())
WEEKS = 4
"""How many weeks from this one on may be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change, and the address of the page without it."""

    words: str
    without: str


@dataclass(frozen=True, kw_only=True)
class LabPage:
    """The lab, with a scenario in it.

    Attributes
    ----------
    week, text
        What the address says.
    was
        The scenario before the last deed, to go back to; "" where there was none.
    here
        The week, or how long it will be until it is ready; None without a region.
    problem
        What is wrong with the link, in words; "" where nothing is.
    """

    region: RegionAbout | None
    week: Week
    this_week: Week
    text: str = EMPTY
    was: str = ""
    here: Ready | Making | None = None
    form: Form | None = None
    said: AnswerSaid | None = None
    problem: str = ""
    changes: Scenario = field(default=())

    @property
    def ready(self) -> Ready | None:
        """Give the week, where it is ready."""
        return self.here if isinstance(self.here, Ready) else None

    @property
    def making(self) -> Making | None:
        """Say how long it will be."""
        return self.here if isinstance(self.here, Making) else None

    @property
    def when(self) -> str:
        """Say which week."""
        return week_of(self.week)

    @property
    def made(self) -> str:
        """Say as of when the week is."""
        return made_at(self.ready) if self.ready else ""

    @property
    def basis(self) -> str:
        """Say what ways are reckoned from."""
        told = self.ready.reckoned.around.basis.value if self.ready else ""
        return BASES.get(told, "")

    def address(self, text: str, **more: str) -> str:
        """Lead to the lab with a scenario in it."""
        told = {"week": self.week.monday.isoformat(), "what": text, **more}
        told = {name: value for name, value in told.items() if value}
        return f"{reverse('access:lab')}?{urlencode(told, safe='~')}"

    @property
    def lines(self) -> tuple[Line, ...]:
        """List the changes."""
        if self.ready is None:
            return ()
        sayer = Sayer(self.ready)
        return tuple(
            Line(
                words=sayer.change(one),
                without=self.address(
                    as_text((*self.changes[:n], *self.changes[n + 1 :])), was=self.text
                ),
            )
            for n, one in enumerate(self.changes)
        )

    @property
    def undo(self) -> str:
        """Lead back to what it was before the last deed."""
        return self.address(self.was) if self.was and self.was != self.text else ""

    @property
    def share(self) -> str:
        """Give the link that holds the scenario, and nothing else."""
        return self.address(self.text)

    @property
    def sorts(self) -> tuple[Sort, ...]:
        """List what may be tried."""
        return sorts_here(self.ready) if self.ready else ()

    def adding(self, sort: Sort) -> str:
        """Lead to the form of one sort of change."""
        return self.address(self.text, add=sort.name) + "#add"

    @property
    def weeks(self) -> tuple[tuple[str, str], ...]:
        """List the weeks that may be chosen."""
        near = [self.this_week.later(n) for n in range(WEEKS)]
        told = near if self.week in near else [self.week, *near]
        return tuple((one.monday.isoformat(), week_of(one)) for one in told)

    @property
    def is_over(self) -> bool:
        """Tell whether the week of the link is gone by."""
        return self.week < self.this_week

    @property
    def in_this_week(self) -> str:
        """Lead to the same scenario in this week."""
        return replace(self, week=self.this_week).address(self.text)

    @property
    def compare(self) -> str:
        """Lead to the page that lays this beside another."""
        told = {"week": self.week.monday.isoformat(), "a": self.text}
        return f"{reverse('access:lab_beside')}?{urlencode(told, safe='~')}"

    def file(self, which: str, kind: str) -> str:
        """Lead to a table of the answer as a file."""
        told = {"week": self.week.monday.isoformat(), "what": self.text}
        address = reverse("access:lab_file", args=[which, kind])
        return f"{address}?{urlencode(told, safe='~')}"


def readable(text: str) -> Scenario:
    """Read what can be read of a link that was cut short or is of another edition."""
    found: list[Scenario] = []
    for told in text.split("~")[1:]:
        try:
            found.append(from_text(f"{EMPTY}~{told}"))
        except NotPossible:
            continue
    return tuple(one for some in found for one in some)


def made_at(ready: Ready) -> str:
    """Say when a week was made ready."""
    return f"{dated(day_of(ready.made_at))} at {clock(ready.made_at)}"
