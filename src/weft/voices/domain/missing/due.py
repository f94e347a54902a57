"""Who was not in the room?

Of each group: how many would have come if those who came were as the people who live
here, and what share of that came, with Wilson's interval. Where nobody of a group came
of whom more than three were due, it is named. No voice is ever given a weight, and
there is no single score: the R-indicator of surveys (Schouten, Cobben and Bethlehem,
Survey Methodology 35, 2009) is reckoned only to be shown beside what it hides, since it
comes out near 1 wherever few were in the room, whoever they were.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from weft.commons.shares import wilson
from weft.voices.domain.missing.rooms import Counted, Together

MORE_THAN = 3.0
"""Of whom more than so many were due and none came are named."""

_ALL = 1e-9  # groups whose sum is this near to everybody share everybody out


@dataclass(frozen=True, slots=True, kw_only=True)
class Living:
    """Who lives here, on one axis, as the census has it.

    Attributes
    ----------
    people
        Everybody whom the axis is about.
    groups
        Of each group; None, or not there, where no count is loaded.
    """

    people: float
    groups: Mapping[str, float | None]

    def share(self, group: str) -> float | None:
        """Give a group's share of everybody, 0 to 1; None where it is not known."""
        told = self.groups.get(group)
        return told / self.people if told is not None and self.people > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfGroup:
    """One group, in the room and in the place.

    Attributes
    ----------
    came
        Attendances; None where nobody counted them.
    due
        How many of those who said something would have been of this group, were the
        room as the place; None where no count of those living here is loaded, or
        nobody counted who came.
    share, low, high
        What came of what was due (1: as many as live here), and its interval, 95 in
        100. None where nothing was due.
    most
        The share if everybody of whom nothing is known were of this group; None where
        ``share`` is, or nobody counted.
    """

    group: str
    came: int | None
    due: float | None
    share: float | None
    low: float | None
    high: float | None
    most: float | None

    @property
    def nobody(self) -> bool:
        """Tell whether more than three were due and none came."""
        return self.came == 0 and self.due is not None and self.due > MORE_THAN

    @property
    def lacking(self) -> float | None:
        """Say how many fewer came than were due; None where that is not known."""
        if self.came is None or self.due is None:
            return None
        return max(0.0, self.due - self.came)


@dataclass(frozen=True, slots=True, kw_only=True)
class Uneven:
    """How far the groups differ, where they share everybody out and all are known.

    Attributes
    ----------
    variation
        Coefficient of variation of the rates at which groups came, each weighing as
        many as live here: 0 where all came alike.
    elsewhere
        Index of dissimilarity, 0 to 1: the share of the room that would have to be of
        other groups.
    r_indicator
        1 less twice the spread of the rates. Never shown alone: see above.
    """

    variation: float
    elsewhere: float
    r_indicator: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Who was and was not in the room, on one axis."""

    groups: tuple[OfGroup, ...]
    room: Together
    uneven: Uneven | None

    @property
    def nobody(self) -> tuple[OfGroup, ...]:
        """Name the groups of whom some were due and none came, most due first."""
        told = [one for one in self.groups if one.nobody]
        return tuple(sorted(told, key=lambda one: -(one.due or 0.0)))


def missing(room: Together, living: Living | None) -> Missing:
    """Lay the room beside the place.

    Parameters
    ----------
    room
        One session or several, of one axis.
    living
        Who lives here; None where no count is loaded.

    Returns
    -------
    Missing
        First the groups of the place, in their order, those nobody counted too; then
        groups that only the room knows.
    """
    place = living or Living(people=0.0, groups={})
    names = [*place.groups, *(one for one in room.groups if one not in place.groups)]
    groups = tuple(
        beside(name, room.groups.get(name), place.share(name), room.unknown)
        for name in names
    )
    return Missing(groups=groups, room=room, uneven=_uneven(groups, room, place))


def beside(
    group: str, counted: Counted | None, share: float | None, unknown: int | None
) -> OfGroup:
    """Lay one group beside its share of the place, 0 to 1; None where not known."""
    if counted is None or share is None or counted.among == 0:
        came = counted.came if counted else None
        return OfGroup(
            group=group, came=came, due=None, share=None, low=None, high=None, most=None
        )
    due = counted.among * share
    if share == 0:
        return OfGroup(
            group=group,
            came=counted.came,
            due=due,
            share=None,
            low=None,
            high=None,
            most=None,
        )
    plain = counted.came / counted.among
    low, high = wilson(plain, counted.among)
    most = None
    if unknown is not None:
        most = (counted.came + unknown) / (counted.among + unknown) / share
    return OfGroup(
        group=group,
        came=counted.came,
        due=due,
        share=plain / share,
        low=low / share,
        high=high / share,
        most=most,
    )


def _uneven(groups: Sequence[OfGroup], room: Together, place: Living) -> Uneven | None:
    """Reckon how far the groups differ; None where they do not share everybody out."""
    known = [one.share for one in groups if one.share is not None]
    shares = [place.share(one.group) for one in groups if one.share is not None]
    of = [share for share in shares if share is not None]
    among = {counted.among for counted in room.groups.values()}
    whole = abs(math.fsum(of) - 1) <= _ALL and len(known) == len(groups)
    if room.several or not whole or len(among) != 1:
        return None
    spread = math.fsum(p * (s - 1) ** 2 for p, s in zip(of, known, strict=True))
    variation = math.sqrt(spread)
    rate = among.pop() / place.people
    return Uneven(
        variation=variation,
        elsewhere=math.fsum(p * abs(s - 1) for p, s in zip(of, known, strict=True)) / 2,
        r_indicator=1 - 2 * rate * variation,
    )
