"""How does the page read on which hosts say who came and what was agreed?"""

from collections.abc import Iterator
from dataclasses import dataclass

from weft.commons.crisis import HelpLine, help_lines
from weft.voices.domain.asking_who import NAMES, groups_asked
from weft.voices.domain.kinds import Axis
from weft.voices.domain.told import PresenceTold, WorkshopTold
from weft.voices.pages.presenters.in_hand import SEES_OFFERED, FormPage

COUNTS = (("invited", "asked"), ("came", "came"), ("spoke", "spoke"))
YES = {True: "yes", False: "no", None: ""}
PAID = (
    ("coming", "Were people paid for coming?"),
    ("coding", "… for sorting what was said?"),
    ("deciding", "… for deciding what to say of it?"),
)
ANSWERS = (("yes", "Yes"), ("no", "No"), ("", "Not known"))
RING = ("999", "111", "samaritans", "childline")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group, with a field for each of its counts."""

    key: str  # how its fields begin
    group: str
    counts: tuple[tuple[str, str, str], ...]  # field, words, value


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisAsked:
    """What people are asked about themselves in one respect."""

    name: str
    rows: tuple[GroupRow, ...]
    open: bool  # something of it is told


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPage(FormPage):
    """A workshop, as its hosts tell of it."""

    project: str
    room: WorkshopTold
    back: str

    def now(self, name: str, told: object) -> str:
        """Give what was typed, else what is told."""
        if self.problem:
            return self.typed.get(name, "")
        return "" if told is None else str(told)

    @property
    def axes(self) -> tuple[AxisAsked, ...]:
        """List what people are asked, each with its groups."""
        return tuple(self._axis(at, axis) for at, axis in enumerate(Axis))

    def _axis(self, at: int, axis: Axis) -> AxisAsked:
        told = {one.group: one for one in self.room.presences if one.axis is axis}
        rows = tuple(self._rows(at, groups_asked(axis, tuple(told)), told))
        filled = any(value for row in rows for *_, value in row.counts)
        return AxisAsked(name=NAMES[axis], rows=rows, open=filled)

    def _rows(
        self, at: int, groups: tuple[str, ...], told: dict[str, PresenceTold]
    ) -> Iterator[GroupRow]:
        for number, group in enumerate(groups):
            key, one = f"g{at}-{number}", told.get(group)
            yield GroupRow(
                key=key,
                group=self.now(f"{key}-group", group),
                counts=tuple(
                    (
                        f"{key}-{name}",
                        words,
                        self.now(f"{key}-{name}", getattr(one, name, None)),
                    )
                    for name, words in COUNTS
                ),
            )

    @property
    def paid(self) -> tuple[tuple[str, str, str], ...]:
        """Ask who was paid: field, question, answer so far."""
        return tuple(
            (
                f"paid-{name}",
                question,
                self.now(f"paid-{name}", YES[getattr(self.room.paid, name)]),
            )
            for name, question in PAID
        )

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Offer the answers to that."""
        return ANSWERS

    @property
    def sees(self) -> tuple[tuple[str, str], ...]:
        """Offer whom those who were there let read it, fewest first."""
        return SEES_OFFERED

    @property
    def ring(self) -> tuple[HelpLine, ...]:
        """Whom a host can ring, or give the number of, where something hard is told."""
        lines = help_lines()
        return tuple(lines[key] for key in RING if key in lines)
