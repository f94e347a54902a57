"""The definition of real choice, read out in plain Python, session by session.

The slow twin of ``weft.access.domain.choice``: no masks, no slack, no order; every
condition is a question about one session, one way and one plane.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from weft.access.domain.choice.choosing import World
from weft.access.domain.choice.values import (
    CERTAIN,
    NO_LIMIT,
    POSSIBLE,
    UNKNOWN,
    Condition,
    LifeNow,
)
from weft.access.domain.spans import FAR, HOUR


@dataclass(kw_only=True)
class Told:
    """What the twin says of one life in one area on one plane."""

    open: set[int] = field(default_factory=set)
    lifted: dict[Condition, set[int]] = field(default_factory=dict)
    groups: int = 0
    kinds: int = 0
    go_yes: int = 0
    go_unknown: int = 0
    hours: set[int] = field(default_factory=set)
    three: bool = False
    three_if: dict[Condition, bool] = field(default_factory=dict)


def read_out(world: World, life: LifeNow, area: int, plane: int) -> Told:
    told = Told()
    for offer in range(len(world.offers)):
        if _is_open(world, life, area, plane, offer, None):
            told.open.add(offer)
    for condition in Condition:
        told.lifted[condition] = {
            offer
            for offer in set(range(len(world.offers))) - told.open
            if _is_open(world, life, area, plane, offer, condition)
        }
    told.groups = len(_groups(world, told.open, plane))
    told.kinds = len({int(world.offers.kind[one]) for one in told.open})
    told.go_yes = sum(int(world.offers.go_with[one]) == 1 for one in told.open)
    told.go_unknown = sum(int(world.offers.go_with[one]) == -1 for one in told.open)
    told.hours = set(_hours(world, life, area, plane))
    told.three = _three(world, told.open, plane)
    told.three_if = {
        condition: _three(world, told.open | more, plane)
        for condition, more in told.lifted.items()
    }
    return told


def _three(world: World, offers: set[int], plane: int) -> bool:
    return (
        len(offers) >= world.terms.enough
        and len(_groups(world, offers, plane)) >= 2
        and len({int(world.offers.kind[one]) for one in offers}) >= 2
    )


def _groups(world: World, offers: set[int], plane: int) -> set[tuple[str, int]]:
    named = {("named", int(world.offers.group[one])) for one in offers}
    known = {one for one in named if one[1] >= 0}
    if plane == CERTAIN:
        return known
    return known | {("own", one) for one in offers if world.offers.group[one] < 0}


def _is_open(world, life, area, plane, offer, lifted) -> bool:
    checks = {
        Condition.NEEDS: _needs(world, life, plane, offer),
        Condition.ALLOWED: _allowed(world, life, area, plane, offer),
        Condition.ROOM: _yes(_room(int(world.offers.newcomers[offer])), plane),
        Condition.WAY_IN: _yes(life.way_in[int(world.offers.rule[offer])], plane),
    }
    if not all(holds for one, holds in checks.items() if one is not lifted):
        return False
    if plane == CERTAIN and not world.offers.sure[offer]:
        return False
    return any(True for _ in _goings(world, life, area, plane, offer, lifted))


def _goings(world, life, area, plane, offer, lifted) -> Iterator[tuple[int, int, int]]:
    """Find each session and way by which one can go, with the way there and back."""
    for session in range(len(world.sessions)):
        if int(world.sessions.offer[session]) != offer:
            continue
        if plane == CERTAIN and not world.sessions.sure[session]:
            continue
        for way, limit, fare in life.ways:
            for there, back in _journeys(world, area, way, session, plane):
                if max(there, back) > _furthest(world, life, limit, lifted):
                    continue
                if lifted is not Condition.MONEY and not _pays(
                    world, life, plane, offer, fare
                ):
                    continue
                if lifted is not Condition.HOURS and not list(
                    _stays(world, life, session, there, back)
                ):
                    continue
                yield session, there, back


def _furthest(world, life, limit, lifted) -> int:
    if lifted is not Condition.DISTANCE:
        return min(limit, FAR - 1)
    return min(max(world.terms.horizon, *(one[1] for one in life.ways)), FAR - 1)


def _journeys(world, area, way, session, plane) -> Iterator[tuple[int, int]]:
    told = world.ways[way]
    there, back = told.there, told.back
    if plane == CERTAIN and told.there_sure is not None:
        there, back = told.there_sure, told.back_sure
    wanted = session if told.timed else int(world.sessions.place[session])
    for row in range(int(told.begin[area]), int(told.end[area])):
        if int(told.target[row]) == wanted and FAR not in {there[row], back[row]}:
            yield int(there[row]), int(back[row])


def _stays(world, life, session, there, back) -> Iterator[tuple[int, int]]:
    """Say from when till when one could be there, in each free window."""
    start, end = int(world.sessions.start[session]), int(world.sessions.end[session])
    for opens, closes in life.windows.tolist():
        if not world.sessions.drop_in[session]:
            leaves, home = start - there - life.margin, end + back + life.margin
            if opens <= leaves and home <= closes:
                yield start, end
            continue
        low = max(start, opens + life.margin + there)
        high = min(end, closes - life.margin - back)
        if high - low >= world.terms.least_stay:
            yield low, high


def _hours(world, life, area, plane) -> Iterator[int]:
    for offer in range(len(world.offers)):
        if not _is_open(world, life, area, plane, offer, None):
            continue
        for session, there, back in _goings(world, life, area, plane, offer, None):
            for low, high in _stays(world, life, session, there, back):
                yield from (
                    hour
                    for hour in range(world.hours)
                    if low < (hour + 1) * HOUR and high > hour * HOUR
                )


def _yes(told: int, plane: int) -> bool:
    return told == 1 or (told == UNKNOWN and plane == POSSIBLE)


def _room(newcomers: int) -> int:
    return UNKNOWN if newcomers == UNKNOWN else int(newcomers > 0)


def _pays(world, life, plane, offer, fare) -> bool:
    price = int(world.offers.price_pence[offer])
    if life.purse == NO_LIMIT:
        return True
    if price == UNKNOWN:
        return plane == POSSIBLE and fare <= life.purse
    return price + fare <= life.purse


def _needs(world, life, plane, offer) -> bool:
    for need in range(63):
        if not life.needs >> need & 1:
            continue
        met = int(world.offers.meets[offer]) >> need & 1
        not_met = int(world.offers.fails[offer]) >> need & 1
        if not _yes(1 if met else 0 if not_met else UNKNOWN, plane):
            return False
    return True


def _allowed(world, life, area, plane, offer) -> bool:
    if not int(world.offers.inside[offer]) & int(world.areas.inside[area]):
        return False
    least, most = int(world.offers.least_age[offer]), int(world.offers.most_age[offer])
    ages = range(life.ages[0], life.ages[1] + 1)
    may = [_may(age, least, most) for age in (ages[0], ages[-1])]
    if plane == CERTAIN and not all(one == 1 for one in may):
        return False
    if all(_may(age, least, most) == 0 for age in ages):
        return False
    for trait in range(63):
        if int(world.offers.only_for[offer]) >> trait & 1:
            are, are_not = life.traits >> trait & 1, life.not_traits >> trait & 1
            if not _yes(1 if are else 0 if are_not else UNKNOWN, plane):
                return False
    return True


def _may(age: int, least: int, most: int) -> int:
    if (least != UNKNOWN and age < least) or (most != UNKNOWN and age > most):
        return 0
    return UNKNOWN if UNKNOWN in {least, most} else 1
