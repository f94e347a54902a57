"""Which question to ask whom? The one whose answer would make most choices certain.

Somebody may have three choices possibly and not for certain, because of an offer nobody
has told us whether it has steps. Each such unknown is answered «yes» in a copy of the
offer; the kernel says to whom the copy is open for certain and the offer is not. How
many of them come to three by that alone, and how many nearer to it, is then reckoned
as for the next offers (``siting``): an offer made certain is an offer more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from weft.access.domain.choice import (
    CERTAIN,
    NO_LIMIT,
    POSSIBLE,
    UNKNOWN,
    LifeNow,
    Offers,
    Sessions,
    World,
    choose,
)
from weft.access.domain.choice.values import (
    OFFER_COLUMNS,
    Flags,
    Ints,
    Longs,
)
from weft.access.domain.siting import Cells
from weft.access.domain.siting.kernels import gains
from weft.access.domain.whatif.buildings import Buildings, brought, grouped
from weft.access.domain.whatif.parts import Baseline, Part
from weft.access.domain.whatif.standing import PERSON, cells_of

AT_ONCE = 200
"""Copies of offers that the kernel is asked about together: it bounds the memory."""


class Fact(StrEnum):
    """What of an offer nobody has told us."""

    NEED = "need"  # whether a need is met
    PRICE = "price"  # what it costs; answered «nothing»
    AGES = "ages"
    ROOM = "room"  # whether it takes newcomers
    THERE = "there"  # whether it is still on


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question worth asking whoever holds an offer.

    Attributes
    ----------
    offer
        Its row.
    fact, need
        What to ask; ``need`` is the bit where it is about one.
    people
        Who would come to three choices for certain by a yes to this alone, weighted.
    steps
        People times the choices that they would be nearer to it.
    lives
        To which lives it would become certain, by number.
    offers
        All that one answer tells of, where it is about a building; ``offer`` is the one
        among them that alone would bring people most steps nearer.
    """

    offer: int
    fact: Fact
    need: int | None
    people: float
    steps: float
    lives: tuple[int, ...]
    offers: tuple[int, ...]


_Unknown = tuple[int, Fact, int | None]


def questions(
    base: Baseline,
    *,
    weights: Longs | None = None,
    together: int = 0,
    buildings: Buildings | None = None,
    most: int = 50,
) -> tuple[Question, ...]:
    """Rank what nobody has told us by what a yes would make certain.

    Parameters
    ----------
    weights
        What each person counts for, (lives, areas); None for 1 each.
    together
        The needs, as bits, that one answer tells of: it is one question, and stands
        under the lowest of them.
    buildings
        Where one answer tells of all that is in a building; None: of each for itself.
    most
        How many questions; those that bring nobody nearer are left out.

    Returns
    -------
    tuple[Question, ...]
        Most people first, then most steps, then the offer that comes first.
    """
    three = base.found.has_three
    gap = three[..., POSSIBLE] & ~three[..., CERTAIN]
    told = list(unknowns(base.world.offers, base.world.sessions, base.lives, together))
    opened = [
        one for some in _chunks(told) for one in _opened(base, some, together, gap)
    ]
    cells = cells_of(base, gap, weights)
    brings = _brings(base, [row for row, _, _ in told], opened, cells)
    asked = grouped([(row, need) for row, _, need in told], buildings)
    found = [
        (
            _worth(base, told, some, opened, cells, brings),
            max(some, key=_most(brings)),
            some,
        )
        for some in asked
    ]
    return tuple(_ranked(base, found, told, opened)[:most])


_Found = tuple[tuple[int, int], int, list[int]]
"""What it brings, the unknown it stands under, and all that one answer tells."""


def _ranked(
    base: Baseline,
    found: Sequence[_Found],
    told: Sequence[_Unknown],
    opened: Sequence[Longs],
) -> list[Question]:
    """Put first what brings most; leave out what brings nobody nearer."""
    ranked = sorted(
        (one for one in found if one[0][1] > 0),
        key=lambda one: (-one[0][0], -one[0][1], one[1]),
    )
    many = len(base.world.areas)
    return [
        Question(
            offer=told[first][0],
            fact=told[first][1],
            need=told[first][2],
            people=people / PERSON,
            steps=steps / PERSON,
            lives=_lives([opened[one] for one in some], many),
            offers=tuple(told[one][0] for one in some),
        )
        for (people, steps), first, some in ranked
    ]


def _most(brings: Longs) -> Callable[[int], tuple[int, int]]:
    """Order unknowns by what each alone brings; the first of equals."""
    return lambda one: (int(brings[one, 1]), -one)


def _worth(
    base: Baseline,
    told: Sequence[_Unknown],
    some: Sequence[int],
    opened: Sequence[Longs],
    cells: Cells,
    brings: Longs,
) -> tuple[int, int]:
    """Say what one answer brings: worth that comes to three; worth by steps."""
    if len(some) == 1:
        return int(brings[some[0], 0]), int(brings[some[0], 1])
    offers, rows = base.world.offers, [told[one][0] for one in some]
    of_whom = [(int(offers.group[row]), int(offers.kind[row])) for row in rows]
    return brought([opened[one] for one in some], of_whom, cells)


def _lives(opened: Sequence[Longs], many: int) -> tuple[int, ...]:
    cells = np.unique(np.concatenate(opened) // many)
    return tuple(int(life) for life in cells)


def unknowns(
    offers: Offers, sessions: Sessions, lives: Sequence[LifeNow], together: int = 0
) -> Iterator[_Unknown]:
    """List what nobody has told us and some life depends on, offer by offer."""
    wanted = int(np.bitwise_or.reduce([life.needs for life in lives] or [0]))
    unsure = ~offers.sure
    unsure[sessions.offer[~sessions.sure]] = True
    columns = {
        Fact.PRICE: offers.price_pence == UNKNOWN,
        Fact.AGES: (offers.least_age == UNKNOWN) | (offers.most_age == UNKNOWN),
        Fact.ROOM: offers.newcomers == UNKNOWN,
        Fact.THERE: unsure,
    }
    untold = ~(offers.meets | offers.fails)
    for row in range(len(offers)):
        yield from ((row, fact, None) for fact, some in columns.items() if some[row])
        open_needs = int(untold[row]) & wanted
        if alike := open_needs & together:
            open_needs = open_needs & ~together | alike & -alike  # the lowest of them
        for bit in range(open_needs.bit_length()):
            if open_needs >> bit & 1:
                yield row, Fact.NEED, bit


def _brings(
    base: Baseline, rows: Sequence[int], opened: Sequence[Longs], cells: Cells
) -> Longs:
    """Reckon what a yes to each brings: worth that comes to three; worth by steps."""
    offers, none = base.world.offers, np.zeros(0, dtype=np.int64)
    of = (
        np.cumsum([0, *map(len, opened)]).astype(np.int64),
        np.concatenate([*opened, none]),
        offers.group[rows].astype(np.int64),
        offers.kind[rows].astype(np.int64),
    )
    state = cells.offers, cells.group, cells.kind
    return np.asarray(gains(True, of, cells.worth, state))  # noqa: FBT003 for the third


def _chunks(told: Sequence[_Unknown]) -> Iterator[Sequence[_Unknown]]:
    for first in range(0, len(told), AT_ONCE):
        yield told[first : first + AT_ONCE]


def _opened(
    base: Baseline, some: Sequence[_Unknown], together: int, gap: Flags
) -> list[Longs]:
    """Say for which cells (life times areas, plus area) a yes makes each certain."""
    plain, was = _copied(base.world, [row for row, _, _ in some])
    answered = _answered(plain, some, together)
    both = [_certain(base, one, was, gap) for one in (plain, answered)]
    opened = both[1] & ~both[0]  # (lives, copies, areas)
    return [
        np.flatnonzero(opened[:, copy].ravel()).astype(np.int64)
        for copy in range(len(some))
    ]


def _copied(world: World, rows: Sequence[int]) -> tuple[tuple[Offers, Sessions], Ints]:
    """Copy offers with their sessions, as often as they are named."""
    order = np.argsort(world.sessions.offer, kind="stable")
    of = world.sessions.offer[order]
    first, last = np.searchsorted(of, rows), np.searchsorted(of, rows, side="right")
    spans = [order[low:high] for low, high in zip(first, last, strict=True)]
    was = np.concatenate([*spans, np.zeros(0, dtype=np.int64)]).astype(np.int32)
    offers = Offers(
        kinds=world.offers.kinds,
        **{name: getattr(world.offers, name)[rows] for name in OFFER_COLUMNS},
    )
    sessions = Sessions(
        offer=np.repeat(np.arange(len(rows)), last - first).astype(np.int32),
        start=world.sessions.start[was],
        end=world.sessions.end[was],
        place=world.sessions.place[was],
        sure=world.sessions.sure[was],
        drop_in=world.sessions.drop_in[was],
    )
    return (offers, sessions), was


def _answered(
    plain: tuple[Offers, Sessions], some: Sequence[_Unknown], together: int
) -> tuple[Offers, Sessions]:
    """Answer each copy's own unknown with a yes."""
    offers, sessions = plain
    columns = {name: getattr(offers, name).copy() for name in OFFER_COLUMNS}
    sure = sessions.sure.copy()
    for copy, (_, fact, need) in enumerate(some):
        if fact is Fact.NEED:
            bit = 1 << (need or 0)
            told = together & ~int(columns["fails"][copy]) if bit & together else bit
            columns["meets"][copy] |= np.int64(told)
        elif fact is Fact.PRICE:
            columns["price_pence"][copy] = 0
        elif fact is Fact.AGES:
            columns["least_age"][copy] = max(0, columns["least_age"][copy])
            if columns["most_age"][copy] == UNKNOWN:
                columns["most_age"][copy] = NO_LIMIT
        elif fact is Fact.ROOM:
            columns["newcomers"][copy] = NO_LIMIT
        else:
            columns["sure"][copy] = True
            sure[sessions.offer == copy] = True
    return Offers(kinds=offers.kinds, **columns), replace(sessions, sure=sure)


def _certain(
    base: Baseline, copies: tuple[Offers, Sessions], was: Ints, gap: Flags
) -> Flags:
    """Ask the kernel to whom each copy is open for certain: (lives, copies, areas).

    It counts takers by class of need; here each area is a class of its own.
    """
    offers, sessions = copies
    part = Part(base, offers, sessions, np.ones(len(offers), dtype=np.bool_))
    ways = part.ways(was, None, {})
    told = np.zeros((len(gap), len(offers), gap.shape[1]), dtype=np.bool_)
    for at, life in enumerate(base.lives):
        areas = np.flatnonzero(gap[at]).astype(np.int32)
        if not len(areas):
            continue
        world = part.world(ways, areas)
        alone = replace(
            world.areas,
            people=np.full((1, len(areas)), PERSON, dtype=np.int64),
            need_class=np.arange(len(areas), dtype=np.int32),
        )
        found = choose(
            replace(world, areas=alone), [life], classes=len(areas), whole=False
        )
        told[at][:, areas] = found.takers[CERTAIN] > 0
    return told
