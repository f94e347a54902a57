"""How many places a head are there within reach: the measures of the literature?

Floating catchments, for comparison with what others publish: two steps (2SFCA, Luo and
Wang 2003), with weights by distance (E2SFCA, Luo and Qi 2009), and three steps, in
which people spread themselves over what is near (3SFCA, Wan and others 2012). They ask
neither whether it is open nor whether one may come; ``choice`` does.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from weft.access.domain.compiled import compiled_bare, compiled_within
from weft.commons.errors import NotPossible

Numbers = NDArray[np.float64]
Places = NDArray[np.uint32]  # unsigned is quicker to look up


class Steps(NamedTuple):
    """Weights by bands of cost: up to and with ``ends[n]`` it is ``weights[n]``.

    Beyond the last end the weight is 0. Luo and Qi take 1, 0.68 and 0.22 in thirds of
    thirty minutes.
    """

    ends: tuple[float, ...]
    weights: tuple[float, ...]


class Reaches(NamedTuple):
    """Pairs of areas and places: those of area n are ``begin[n]`` to ``begin[n + 1]``.

    ``place`` and ``cost`` have one entry a pair; costs in any unit, as ``Steps.ends``.
    """

    begin: NDArray[np.int64]
    place: NDArray[np.int32]
    cost: NDArray[np.float64]


def two_step(
    reaches: Reaches, demand: ArrayLike, supply: ArrayLike, within: float
) -> Numbers:
    """Give places a head within reach, everybody within counting alike (2SFCA).

    Parameters
    ----------
    reaches
        Which places each area reaches, and at what cost.
    demand
        People of each area.
    supply
        Places, beds, chairs at each place.
    within
        The furthest that counts, itself included.

    Returns
    -------
    array
        For each area. A place that nobody reaches adds nothing to anybody.
    """
    asked = _checked(reaches, demand, supply, Steps((within,), (1.0,)))
    sought, found = np.zeros(len(asked.places)), np.zeros(len(asked.people))
    _plain(reaches, asked, np.empty_like(asked.place), sought, found)
    return found


def enhanced(
    reaches: Reaches, demand: ArrayLike, supply: ArrayLike, steps: Steps
) -> Numbers:
    """Give places a head within reach, weighted by distance (E2SFCA).

    Raises
    ------
    NotPossible
        When demand, supply or steps do not belong to the pairs.
    """
    asked = _checked(reaches, demand, supply, steps)
    sought, found = np.zeros(len(asked.places)), np.zeros(len(asked.people))
    _enhanced(reaches, asked, sought, found)
    return found


def three_step(
    reaches: Reaches, demand: ArrayLike, supply: ArrayLike, steps: Steps
) -> Numbers:
    """Give places a head, where people spread themselves over what is near (3SFCA).

    Each area sends to a place the part that the place's weight is of all the weights
    that the area reaches.
    """
    asked = _checked(reaches, demand, supply, steps)
    sought, found = np.zeros(len(asked.places)), np.zeros(len(asked.people))
    _three(reaches, asked, sought, found)
    return found


class _Asked(NamedTuple):
    people: Numbers
    places: Numbers
    place: Places  # of each pair
    ends: Numbers
    weights: Numbers


def _checked(
    reaches: Reaches, demand: ArrayLike, supply: ArrayLike, steps: Steps
) -> _Asked:
    people = np.ascontiguousarray(demand, dtype=np.float64)
    places = np.ascontiguousarray(supply, dtype=np.float64)
    if len(people) != len(reaches.begin) - 1:
        raise NotPossible("There must be people of each area, or 0.")
    place = np.ascontiguousarray(reaches.place, dtype=np.int32).view(np.uint32)
    if len(place) and place.max() >= len(places):
        raise NotPossible("A pair leads to a place that is not there.")
    if list(steps.ends) != sorted(steps.ends) or len(steps.ends) != len(steps.weights):
        raise NotPossible("Steps go outwards, each with its weight.")
    weights = np.array([*steps.weights, 0.0])
    return _Asked(people, places, place, np.array(steps.ends), weights)


@compiled_within
def _weight(cost: float, asked: _Asked) -> float:
    """Weigh a cost; the steps are counted, since a guess at a branch would be wrong."""
    step = 0
    for n in range(len(asked.ends)):
        step += cost > asked.ends[n]
    return float(asked.weights[step])


@compiled_within
def _a_head(asked: _Asked, sought: Numbers) -> None:
    """Divide what each place has by those who seek it."""
    for place in range(len(sought)):
        some = sought[place] > 0
        sought[place] = asked.places[place] / sought[place] if some else 0.0


@compiled_bare
def _plain(
    reaches: Reaches, asked: _Asked, near: Places, sought: Numbers, found: Numbers
) -> None:
    """Do the two steps where everybody within counts alike.

    ``found`` first holds how many places each area has within. Where these are all, as
    in tables that were cut there, they are read where they stand; else from ``near``,
    into which they are moved together. Either way no cost is looked at twice.
    """
    within = asked.ends[0]
    for area in range(len(found)):
        first, last = reaches.begin[area], reaches.begin[area + 1]
        cost, people, beyond = reaches.cost[first:last], asked.people[area], 0
        for row in range(len(cost)):
            beyond += not cost[row] <= within
        found[area] = len(cost) - beyond
        places = asked.place[first:last]
        if beyond:
            _move(places, cost, within, near[first:last])
            places = near[first : last - beyond]
        for place in places:
            sought[place] += people
    _a_head(asked, sought)
    for area in range(len(found)):
        first, last = reaches.begin[area], reaches.begin[area + 1]
        held = asked.place if found[area] == last - first else near
        found[area] = _sum_at(held[first : first + int(found[area])], sought)


@compiled_within
def _move(place: Places, cost: Numbers, within: float, near: Places) -> None:
    """Move together what is within; a branch would often be guessed wrongly."""
    at = 0
    for row in range(len(place)):
        near[at] = place[row]
        at += cost[row] <= within


@compiled_within
def _sum_at(place: Places, sought: Numbers) -> float:
    """Add up; four sums go on at once, since one would wait for each addition."""
    row, last = 0, len(place)
    one = two = three = four = 0.0
    while row + 4 <= last:
        one += sought[place[row]]
        two += sought[place[row + 1]]
        three += sought[place[row + 2]]
        four += sought[place[row + 3]]
        row += 4
    while row < last:
        one += sought[place[row]]
        row += 1
    return float(one + two + (three + four))


@compiled_bare
def _enhanced(reaches: Reaches, asked: _Asked, sought: Numbers, found: Numbers) -> None:
    """Divide what each place has by those who reach it, and add up what is reached."""
    for area in range(len(found)):
        for row in range(reaches.begin[area], reaches.begin[area + 1]):
            weight = _weight(reaches.cost[row], asked)
            sought[asked.place[row]] += weight * asked.people[area]
    _a_head(asked, sought)
    for area in range(len(found)):
        total = 0.0
        for row in range(reaches.begin[area], reaches.begin[area + 1]):
            weight = _weight(reaches.cost[row], asked)
            total += weight * sought[asked.place[row]]
        found[area] = total


@compiled_bare
def _three(reaches: Reaches, asked: _Asked, sought: Numbers, found: Numbers) -> None:
    """Do the three steps in turn; ``found`` first holds each area's sum of weights."""
    for area in range(len(found)):
        for row in range(reaches.begin[area], reaches.begin[area + 1]):
            found[area] += _weight(reaches.cost[row], asked)
        for row in range(reaches.begin[area], reaches.begin[area + 1]):
            weight = _weight(reaches.cost[row], asked)
            if weight > 0:
                part = weight / found[area]
                sought[asked.place[row]] += part * weight * asked.people[area]
    _a_head(asked, sought)
    for area in range(len(found)):
        total = 0.0
        for row in range(reaches.begin[area], reaches.begin[area + 1]):
            weight = _weight(reaches.cost[row], asked)
            if weight > 0:
                total += weight / found[area] * weight * sought[asked.place[row]]
        found[area] = total
