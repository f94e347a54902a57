"""What of a room may be told to anybody, so that no small number comes back?

Counts go through ``commons.disclosure`` as parts of all who came. What is due tells of
how many it was reckoned: so it is reckoned of them too where the number of those
who said nothing of themselves is protected, told only of groups that were counted every
time, and left out where the sum is protected too. How uneven a room was is one more
sum, and is left out where any count is. Groups that hide each other are told together,
which whoever subtracts knows already. Of how many nobody noted anything is told as it
is: that is about our notes, and about nobody.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from weft.commons.disclosure import FLOOR, Withheld, shown_parts
from weft.commons.saying import listed
from weft.voices.domain.missing.due import (
    Living,
    OfGroup,
    Uneven,
    beside,
    missing,
)
from weft.voices.domain.missing.rooms import Together


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
    declined
        Attendances of those who preferred not to say.
    unknown
        Attendances of which nothing was noted; None where nobody counted who came.
    together
        The groups that hide each other, as one; None where there are none, or where
        others hide with them.
    of_all
        Whether what is due is of all who came, and not of those who said something.
    """

    groups: tuple[GroupShown, ...]
    declined: int | Withheld
    unknown: int | None
    together: GroupShown | None
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
    safe = (_each if room.several else _parts)(room, fewest)
    of_all = isinstance(safe.declined, Withheld)
    every_time = {
        name for name, one in room.groups.items() if one.sessions == room.asked_in
    }
    counted = _of_all_who_answered(room) if of_all else room
    told = missing(counted, living)
    groups = tuple(
        _shown(
            one,
            safe.came.get(one.group),
            due=safe.sum_is_told and one.group in every_time,
        )
        for one in told.groups
    )
    hidden = [one.group for one in groups if isinstance(one.came, Withheld)]
    alone = safe.sum_is_told and not (of_all or room.several)
    return AxisShown(
        groups=groups,
        declined=safe.declined,
        unknown=room.unknown,
        together=_as_one(hidden, counted, living) if alone and hidden else None,
        of_all=of_all,
        sessions=room.sessions,
        asked_in=room.asked_in,
        several=room.several,
        uneven=None if of_all or hidden else told.uneven,
    )


def _as_one(hidden: Sequence[str], room: Together, living: Living | None) -> GroupShown:
    """Tell groups that hide each other as one group."""
    name = f"{listed(hidden)}, together"
    each = [room.groups[one] for one in hidden]
    one = replace(each[0], came=sum(part.came for part in each))
    shares = [living.share(group) if living else None for group in hidden]
    known = [share for share in shares if share is not None]
    alike = len({(part.among, part.sessions) for part in each}) == 1
    whole = math.fsum(known) if alike and len(known) == len(hidden) else None
    told = beside(name, one, whole, room.unknown)
    return _shown(told, one.came, due=one.sessions == room.asked_in)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Safe:
    """Counts that may leave."""

    came: Mapping[str, int | Withheld]
    declined: int | Withheld
    sum_is_told: bool


def _parts(room: Together, fewest: int) -> _Safe:
    """Protect groups that are parts of all who came."""
    counts = [one.came for one in room.groups.values()]
    parts = [*counts, room.declined]
    told = shown_parts(parts, fewest=fewest)
    if sum(parts) <= (fewest - 1) * len(parts) or isinstance(told.total, Withheld):
        return _nothing(room)
    return _Safe(
        came=dict(zip(room.groups, told.parts, strict=False)),
        declined=told.parts[-1],
        sum_is_told=True,
    )


def _nothing(room: Together) -> _Safe:
    """Tell of a small room not even who was not there.

    How many came stands on other pages. Where every part may be below the floor, that
    sum alone would say how large they are: four parts of sixteen people are four each.
    """
    return _Safe(
        came=dict.fromkeys(room.groups, Withheld()),
        declined=Withheld(),
        sum_is_told=False,
    )


def _each(room: Together, fewest: int) -> _Safe:
    """Protect groups of which somebody may be in several: each beside all others."""
    everybody = room.answered + room.declined
    if everybody <= (fewest - 1) * 2:
        return _nothing(room)

    def one(count: int) -> int | Withheld:
        return shown_parts([count, everybody - count], fewest=fewest).parts[0]

    return _Safe(
        came={name: one(counted.came) for name, counted in room.groups.items()},
        declined=one(room.declined),
        sum_is_told=True,
    )


def _of_all_who_answered(room: Together) -> Together:
    """Reckon as if those who preferred not to say had said they are of no group."""
    return replace(
        room,
        groups={
            name: replace(one, among=room.answered + room.declined)
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
