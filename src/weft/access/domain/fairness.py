"""Is there as much within reach where more is missing? Of one life in one week.

Small areas with the same place in the index are one group: output areas of one LSOA
share it. Nothing here says why: a difference is never called an effect.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.sharing import chances
from weft.access.domain.choice.values import NO_LIMIT, UNKNOWN, Ints, Longs, Numbers
from weft.access.domain.equity import Slope, Spread, ranks, slope
from weft.access.domain.equity.telling import Asked, Told, every_measure
from weft.access.domain.published import Published
from weft.commons.errors import NotPossible

FEWEST_AREAS = 10
"""Of fewer small areas nothing is said: a line through them would say little."""

TOP_FIFTH = (1, 2)
"""Tenths of areas where most is missing."""

TWICE = 2.0
HUNDRED = 100.0
OFFERS = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Group:
    """Small areas that stand alike, the place where most is missing first.

    Attributes
    ----------
    members
        Which areas, as places on the axis, of each group.
    people
        Of each group; where nobody knows how many live so, each small area counts as
        one, and ``counted`` is False.
    share
        Who has three real choices, 0 to 1.
    things
        How many things are within reach of one of them, on average.
    middle
        Where on the way from 0 (most is missing) to 1 each group stands.
    """

    members: tuple[tuple[int, ...], ...]
    people: Numbers
    share: Numbers
    things: Numbers
    middle: Numbers
    counted: bool

    @property
    def enough(self) -> bool:
        """Tell whether there are areas enough to say anything."""
        return int((self.people > 0).sum()) >= FEWEST_AREAS


def groups(told: Published, life: int, plane: int) -> Group | None:
    """Put areas that stand alike together; None where no index is known."""
    order = told.rank if told.rank.any() else told.tenth
    known = np.flatnonzero(order > 0)
    if not len(known):
        return None
    _, alike = np.unique(order[known], return_inverse=True)
    people = told.people[life, known].astype(np.float64)
    counted = bool(people.any())
    weight = people if counted else np.ones(len(known))
    heads: Numbers = np.bincount(alike, weight).astype(np.float64)
    three = told.choice.has_three[life, known, plane] * weight
    things = told.choice.counts[life, known, plane, OFFERS] * weight
    members: list[list[int]] = [[] for _ in heads]
    for area, group in zip(known.tolist(), alike.tolist(), strict=True):
        members[group].append(area)
    spread = Spread.of(heads, np.zeros(len(heads)), np.arange(len(heads)))
    return Group(
        members=tuple(map(tuple, members)),
        people=heads,
        share=_mean(alike, three, heads),
        things=_mean(alike, things, heads),
        middle=ranks(spread),
        counted=counted,
    )


def _mean(alike: Longs, part: Numbers, whole: Numbers) -> Numbers:
    """Add up by group, and share it out; 0 where nobody is."""
    total: Numbers = np.bincount(alike, part).astype(np.float64)
    return np.divide(total, whole, out=np.zeros(len(whole)), where=whole > 0)


def line_through(group: Group) -> Slope | None:
    """Lay the line of the slope index through shares; None where nothing can be said.

    Above 0: who lives where least is missing has more.
    """
    if not group.enough:
        return None
    try:
        return slope(_spread(group, group.share))
    except NotPossible:
        return None


def measures(group: Group) -> tuple[Told, ...]:
    """Give every measure of the shares, each with its sign in words."""
    if not group.enough:
        return ()
    return tuple(every_measure(_spread(group, group.share), Asked(ends=(0.0, 1.0))))


def _spread(group: Group, values: Numbers) -> Spread:
    return Spread.of(group.people, values, np.arange(len(values)))


def held_by_tenths(
    group: Group, *, by_what_they_have: bool
) -> tuple[float, ...] | None:
    """Say what the first n tenths of people have of all things within reach, of 100.

    Parameters
    ----------
    group
        Of areas.
    by_what_they_have
        True for Lorenz's curve, who has least first; else who lives where most is
        missing first.

    Returns
    -------
    tuple
        11 numbers, the first 0 and the last 100; None where nobody has anything.
    """
    order = (
        np.argsort(group.things, kind="stable")
        if by_what_they_have
        else np.arange(len(group.things))
    )
    people = np.concatenate([[0.0], np.cumsum(group.people[order])])
    held = np.concatenate([[0.0], np.cumsum((group.people * group.things)[order])])
    if not held[-1] > 0:
        return None
    at = np.linspace(0, people[-1], 11)
    found = np.interp(at, people, held) / held[-1] * HUNDRED
    return tuple(float(one) for one in found)


class OfPlaces(NamedTuple):
    """Where places for newcomers could go, all lives together.

    Attributes
    ----------
    places
        In a week, at offers that said how many they take.
    evenly, by_need
        Of a hundred that could be taken, how many by people where most is missing (the
        first fifth): shared evenly, and where they count twice.
    people
        Of a hundred people who could take one, how many live there.
    not_said
        Offers that nobody knows the number of.
    """

    places: int
    evenly: float
    by_need: float
    people: float
    not_said: int


def places_of(told: Published, plane: int) -> OfPlaces | None:
    """Share each offer's places over who could take them up; None where none is told.

    What is shared adds up to the places, or to the takers where they are fewer.
    """
    new: Ints = told.newcomers
    if not len(new):  # nothing was on, or the week does not tell
        return None
    said = (new > 0) & (new < NO_LIMIT)
    takers = told.choice.takers[plane : plane + 1, said]
    known = takers[..., 1:]
    if not known.any():
        return None
    top = np.array([tenth in TOP_FIFTH for tenth in range(1, 11)])
    shares = [_top_share(known, new[said], np.where(top, w, 1.0)) for w in (1.0, TWICE)]
    everybody = known.sum(axis=(0, 1))
    return OfPlaces(
        places=int(new[said].sum()),
        evenly=shares[0],
        by_need=shares[1],
        people=float(everybody[top].sum() / everybody.sum() * HUNDRED),
        not_said=int((new == UNKNOWN).sum()),
    )


def _top_share(takers: Longs, places: Ints, weights: Numbers) -> float:
    taken = (chances(takers, places, weights) * takers).sum(axis=(0, 1))
    return float(taken[:2].sum() / taken.sum() * HUNDRED)


def shares_by(
    told: Published, life: int, plane: int, classes: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """Count who has three in each class of area.

    Parameters
    ----------
    told
        A published week.
    life, plane
        On the axes.
    classes
        Of each area's code, what class it is; an area without one is left out.

    Returns
    -------
    dict
        Thousandths of people with three, and of all; small areas where nobody knows how
        many live so.
    """
    people = told.people[life]
    weight = people if people.any() else np.ones_like(people)
    has = told.choice.has_three[life, :, plane]
    found: dict[str, tuple[int, int]] = {}
    for area, code in enumerate(told.areas):
        if code in classes:
            three, all_ = found.get(classes[code], (0, 0))
            some = int(weight[area])
            found[classes[code]] = three + some * int(has[area]), all_ + some
    return found
