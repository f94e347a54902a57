"""For whom is there a real choice? Every life in every area, in one week.

The answer for an area does not depend on the others: cut the areas anyhow, and the
parts laid together are the whole, bit for bit.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from weft.access.domain.choice.batching import Given, batched
from weft.access.domain.choice.holding import (
    CONDITIONS,
    COUNTS,
    NOW,
    Found,
    OfferArrays,
    a_bench,
)
from weft.access.domain.choice.laying import (
    MOST_LIVES,
    Batch,
    ReachArrays,
    in_order,
    reach_of,
)
from weft.access.domain.choice.passing import one_batch
from weft.access.domain.choice.values import (
    HOURS_HELD,
    USUAL,
    Areas,
    Bytes,
    Flags,
    Ints,
    Journeys,
    LifeNow,
    Longs,
    Numbers,
    Offers,
    Sessions,
    Shorts,
    Terms,
)
from weft.commons.errors import NotPossible


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class World:
    """Everything that a week's choices rest on, but the lives.

    Attributes
    ----------
    places
        How many places ``Sessions.place`` and ``Journeys.target`` count.
    ways
        Of each way of getting about, in the order of ``LifeNow.ways``.
    hours
        In the week: 167, 168 or 169.
    """

    areas: Areas
    offers: Offers
    sessions: Sessions
    places: int
    ways: tuple[Journeys, ...]
    hours: int = 168
    terms: Terms = USUAL
    reach: ReachArrays = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sessions = self.sessions
        if len(
            sessions
        ) and not 0 <= sessions.offer.min() <= sessions.offer.max() < len(self.offers):
            raise NotPossible("A session is of an offer that is not there.")
        if len(sessions) and sessions.place.max() >= self.places:
            raise NotPossible("A session is at a place that is not there.")
        reach = reach_of(
            self.ways,
            areas=len(self.areas),
            places=self.places,
            sessions=len(sessions),
        )
        object.__setattr__(self, "reach", reach)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RealChoice:
    """What is within reach of each life in each area; the third axis is the plane.

    Attributes
    ----------
    counts
        Offers, groups, kinds, those with somebody to go with, those of which nobody
        knows whether there is: (lives, areas, 2, 5).
    more
        For each condition, how many more offers if it alone were lifted:
        (lives, areas, 2, 7).
    three
        Bit NOW: there are three real choices; bit c: there would be if condition c
        alone were lifted: (lives, areas, 2).
    kinds
        How many open offers are of each kind: (lives, areas, 2, kinds).
    hours
        Bit h: in hour h of the week something open is on: (lives, areas, 2, 24 bytes,
        little end first).
    takers
        Thousandths of people who could take each offer up, by class of need:
        (2, offers, classes).
    shared
        How many places one can count on, where asked: (lives, areas, 2).
    """

    counts: Ints
    more: Shorts
    three: Bytes
    kinds: Shorts
    hours: Bytes
    takers: Longs
    shared: Numbers

    @property
    def has_three(self) -> Flags:
        """Tell who has three real choices: (lives, areas, 2)."""
        return np.asarray((self.three & (1 << NOW)) != 0)

    @property
    def would_have_three(self) -> Flags:
        """Tell who has none, and would have, by condition: (lives, areas, 2, 7)."""
        bits = (self.three[..., None] >> np.arange(CONDITIONS)) & 1
        return np.asarray((bits == 1) & ~self.has_three[..., None])

    @property
    def hours_on(self) -> Flags:
        """Tell in which hours something is on: (lives, areas, 2, 192)."""
        bits = np.unpackbits(self.hours, axis=-1, bitorder="little")
        return bits.astype(np.bool_)


def choose(
    world: World,
    lives: Sequence[LifeNow],
    *,
    classes: int = 0,
    chance: Numbers | None = None,
    whole: bool = True,
    threads: int = 1,
) -> RealChoice:
    """Reckon what is within reach of each life in each area.

    Parameters
    ----------
    world
        Areas, offers, sessions, journeys.
    lives
        One row of ``Areas.people`` each.
    classes
        How many classes of need the takers of each offer are counted in; 0: not at all.
    chance
        Of a place at each offer by class of need, (2, offers, classes), to be added up
        for each area and life; None where it is not asked (``sharing.py``).
    whole
        Whether it is asked in which hours something is on, and what one condition
        lifted would open; it takes twice the time. Else ``more`` and ``hours`` are
        empty, and of ``three`` there is only bit NOW.
    threads
        How many go through the areas at once. The answer is the same, bit for bit.

    Raises
    ------
    NotPossible
        When a life asks for a way, a rule, or an area for a life, that is not there.
    """
    _check(world, lives, classes)
    found = _nothing(world, classes, chance, whole=whole)
    given, about = given_of(world, whole=whole), _about(world)
    for first in range(0, len(lives), MOST_LIVES):
        some = slice(first, first + MOST_LIVES)
        batch, filled = batched(lives[some], given), _of(found, some)
        _pass(world, batch, about, filled, threads)
    return RealChoice(
        counts=found.counts,
        more=found.more,
        three=found.three,
        kinds=found.kinds,
        hours=found.hours.view(np.uint8),
        takers=found.takers,
        shared=found.shared,
    )


def _pass(
    world: World, batch: Batch, about: OfferArrays, found: Found, threads: int
) -> None:
    """Go through the areas, each thread through a stretch of its own."""
    areas = len(world.areas)
    if threads == 1:
        one_batch(world.reach, batch, about, found, a_bench(about), (0, areas))
        return

    def go(stretch: tuple[int, int]) -> Longs:
        own = found._replace(takers=np.zeros_like(found.takers))
        one_batch(world.reach, batch, about, own, a_bench(about), stretch)
        return own.takers

    edges = [areas * n // threads for n in range(threads + 1)]
    with ThreadPoolExecutor(threads) as pool:
        for takers in pool.map(go, pairwise(edges)):
            found.takers[:] += takers


def _check(world: World, lives: Sequence[LifeNow], classes: int) -> None:
    areas, offers = world.areas, world.offers
    if areas.people.shape != (len(lives), len(areas)):
        raise NotPossible("There must be people of each life in each area, or 0.")
    if classes and len(areas) and areas.need_class.max() >= classes:
        raise NotPossible("An area is of a class of need that is not there.")
    for life in lives:
        if any(way >= len(world.ways) for way, _, _ in life.ways):
            raise NotPossible("A life gets about by a way without journeys.")
        if len({way for way, _, _ in life.ways}) != len(life.ways):
            raise NotPossible("A life names a way of getting about twice.")
        if len(offers) and offers.rule.max() >= len(life.way_in):
            raise NotPossible("A life does not say how it meets a joining rule.")


def given_of(world: World, *, whole: bool = True) -> Given:
    """Say what every batch of lives is laid out by."""
    return Given(
        offers=world.offers,
        sessions=world.sessions,
        order=in_order(world.sessions),
        reach=world.reach,
        places=world.places,
        timed=any(way.timed for way in world.ways),
        hours=world.hours,
        terms=world.terms,
        whole=whole,
    )


def _nothing(
    world: World, classes: int, chance: Numbers | None, *, whole: bool
) -> Found:
    """Lay out the answer, all of it still nothing."""
    people = np.ascontiguousarray(world.areas.people, dtype=np.int64)
    shape, offers = (*people.shape, 2), len(world.offers)
    none = np.zeros((2, offers, 0))
    return Found(
        counts=np.zeros((*shape, COUNTS), dtype=np.int32),
        more=np.zeros((*shape, CONDITIONS if whole else 0), dtype=np.uint16),
        three=np.zeros(shape, dtype=np.uint8),
        kinds=np.zeros((*shape, world.offers.kinds), dtype=np.uint16),
        hours=np.zeros((*shape, HOURS_HELD // 64 if whole else 0), dtype=np.uint64),
        people=people,
        takers=np.zeros((2, offers, classes), dtype=np.int64),
        chance=none if chance is None else np.ascontiguousarray(chance),
        shared=np.zeros(shape),
    )


def _of(found: Found, some: slice) -> Found:
    """Take the part of some lives; takers and chances are everybody's."""
    names = ("counts", "more", "three", "kinds", "hours", "people", "shared")
    return found._replace(**{name: getattr(found, name)[some] for name in names})


def _about(world: World) -> OfferArrays:
    """Give the pass what it reads of offers and areas."""
    offers, areas = world.offers, world.areas
    groups = int(offers.group.max(initial=-1)) + 1
    numbers = [groups, offers.kinds, world.hours, world.terms.enough]
    return OfferArrays(
        group=offers.group.astype(np.int32),
        kind=offers.kind.astype(np.int32),
        area_inside=areas.inside.astype(np.int64),
        need_class=areas.need_class.astype(np.int32),
        numbers=np.array(numbers, dtype=np.int64),
    )
