"""What of a room may be told to anybody, so that no small number comes back?

Counts go through ``commons.disclosure`` as parts of all who came. What is due tells of
how many it was reckoned: so it is reckoned of all who came where the number of those
who said nothing of themselves is protected, told only of groups that were counted every
time, and left out where the sum is protected too. How uneven a room was is one more
sum, and is left out where any count is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from weft.commons.disclosure import FLOOR, Withheld, shown_parts
from weft.voices.domain.missing.due import Living, OfGroup, Uneven, missing
from weft.voices.domain.missing.rooms import Counted, Together


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupShown:
    """One group, as it may leave.

    Attributes
    ----------
    came
        Attendances; Withheld where protected, None where nobody counted.
    due
        None where it is not known, or may not be told.
    share, low, high
        Came over due, and its interval; None where either is not told.
    """

    group: str
    came: int | Withheld | None
    due: float | None = None
    share: float | None = None
    low: float | None = None
    high: float | None = None
    nobody: bool = False

    @property
    def lacking(self) -> float | None:
        """Say how many fewer came than were due; None where that is not told."""
        if self.due is None or not isinstance(self.came, int):
            return None
        return max(0.0, self.due - self.came)


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisShown:
    """One axis, as it may leave.

    Attributes
    ----------
    silent
        Attendances of whom nothing is known, or who preferred not to say; None where
        somebody did not count who came.
    of_all
        Whether what is due is of all who came, and not of those who said something.
    """

    groups: tuple[GroupShown, ...]
    silent: int | Withheld | None
    of_all: bool
    sessions: int
    asked_in: int
    several: bool
    uneven: Uneven | None

    @property
    def nobody(self) -> tuple[GroupShown, ...]:
        """Name the groups of whom some were due and none came, most due first."""
        told = [one for one in self.groups if one.nobody]
        return tuple(sorted(told, key=lambda one: -(one.due or 0.0)))

    @property
    def withheld(self) -> bool:
        """Tell whether a count is protected."""
        return any(isinstance(one.came, Withheld) for one in self.groups)


def shown_axis(
    room: Together, living: Living | None, *, fewest: int = FLOOR
) -> AxisShown:
    """Show one axis.

    Parameters
    ----------
    room
        One session or several.
    living
        Who lives here; None where no count is loaded.
    fewest
        The floor below which no count of people leaves.
    """
    silent = None if room.unknown is None else room.unknown + room.declined
    safe = (_each if room.several else _parts)(room, silent, fewest)
    of_all = isinstance(safe.silent, Withheld)
    every_time = {
        name for name, one in room.groups.items() if one.sessions == room.asked_in
    }
    told = missing(_of_all_who_came(room, silent or 0) if of_all else room, living)
    groups = tuple(
        _shown(
            one,
            safe.came.get(one.group),
            due=safe.sum_is_told and one.group in every_time,
        )
        for one in told.groups
    )
    whole = not of_all and not any(isinstance(one.came, Withheld) for one in groups)
    return AxisShown(
        groups=groups,
        silent=safe.silent,
        of_all=of_all,
        sessions=room.sessions,
        asked_in=room.asked_in,
        several=room.several,
        uneven=told.uneven if whole else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Safe:
    """Counts that may leave."""

    came: Mapping[str, int | Withheld]
    silent: int | Withheld | None
    sum_is_told: bool


def _parts(room: Together, silent: int | None, fewest: int) -> _Safe:
    """Protect groups that are parts of all who came."""
    counts = [one.came for one in room.groups.values()]
    parts = [*counts, silent or 0]
    told = shown_parts(parts, fewest=fewest)
    if sum(parts) <= (fewest - 1) * len(parts) or isinstance(told.total, Withheld):
        return _nothing(room, silent)
    return _Safe(
        came=dict(zip(room.groups, told.parts, strict=False)),
        silent=None if silent is None else told.parts[-1],
        sum_is_told=True,
    )


def _nothing(room: Together, silent: int | None) -> _Safe:
    """Tell of a small room not even who was not there.

    How many came stands on other pages. Where every part may be below the floor, that
    sum alone would say how large they are: four parts of sixteen people are four each.
    """
    return _Safe(
        came=dict.fromkeys(room.groups, Withheld()),
        silent=None if silent is None else Withheld(),
        sum_is_told=False,
    )


def _each(room: Together, silent: int | None, fewest: int) -> _Safe:
    """Protect groups of which somebody may be in several: each beside all others."""
    everybody = room.answered + (silent or 0)
    if everybody <= (fewest - 1) * 2:
        return _nothing(room, silent)

    def one(count: int) -> int | Withheld:
        return shown_parts([count, everybody - count], fewest=fewest).parts[0]

    return _Safe(
        came={name: one(counted.came) for name, counted in room.groups.items()},
        silent=None if silent is None else one(silent),
        sum_is_told=True,
    )


def _of_all_who_came(room: Together, silent: int) -> Together:
    """Reckon as if those who said nothing had said that they are of no group."""
    return replace(
        room,
        groups={
            name: Counted(
                came=one.came, among=room.answered + silent, sessions=one.sessions
            )
            for name, one in room.groups.items()
        },
    )


def _shown(one: OfGroup, came: int | Withheld | None, *, due: bool) -> GroupShown:
    if not due or one.due is None:
        return GroupShown(group=one.group, came=came)
    if not isinstance(came, int):
        return GroupShown(group=one.group, came=came, due=one.due)
    return GroupShown(
        group=one.group,
        came=came,
        due=one.due,
        share=one.share,
        low=one.low,
        high=one.high,
        nobody=one.nobody,
    )
