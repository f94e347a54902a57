"""A made-up week to change: towns, offers, ways on foot, by bike and by bus."""

import numpy as np

from weft.access.domain.choice import (
    NO_LIMIT,
    Areas,
    Journeys,
    LifeNow,
    Offers,
    Sessions,
    World,
)
from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.whatif import (
    Add,
    Book,
    Change,
    Drop,
    Joining,
    Meets,
    Move,
    New,
    PlaceMeets,
    Price,
    Room,
)

LIVES, KINDS, NEEDS = 24, 12, 4
AREAS, SESSIONS, PLACES, OFFERS = 7_500, 20_000, 4_000, 8_000
FOOT, BIKE, BUS = 80.0, 250.0, 200.0  # metres a minute in a straight line
DAY = 24 * HOUR


def world(areas: int, seed: int = 5) -> tuple[World, tuple[LifeNow, ...]]:
    """Draw a week; everything but the width of the land grows with the areas."""
    chance, part = np.random.default_rng(seed), areas / AREAS
    places, offers = int(PLACES * part), int(OFFERS * part)
    homes, halls = _spots(chance, areas, part), _spots(chance, places, part)
    sessions = _sessions(chance, int(SESSIONS * part), offers, places)
    return World(
        areas=Areas(
            people=chance.integers(0, 40_000, (LIVES, areas)),
            need_class=np.zeros(areas, dtype=np.int32),
            inside=np.ones(areas, dtype=np.int64),
        ),
        offers=_offers(chance, offers),
        sessions=sessions,
        places=places,
        ways=(
            _ways(homes, halls, FOOT, 45),
            _ways(homes, halls, BIKE, 30),
            _by_bus(chance, _ways(homes, halls, BUS, 40), sessions),
        ),
    ), tuple(_life(chance, one) for one in range(LIVES))


def _spots(chance: np.random.Generator, many: int, part: float) -> np.ndarray:
    """Lay two thirds into towns: metres."""
    side = 45_000 * np.sqrt(part)
    towns = np.random.default_rng(1).random((5, 2)) * side
    near = towns[chance.integers(0, 5, many)]
    near = near + chance.normal(0, 3_000 * np.sqrt(part), (many, 2))
    anywhere = chance.random((many, 2)) * side
    return np.where(chance.random(many)[:, None] < 0.67, near, anywhere)


def _ways(homes: np.ndarray, halls: np.ndarray, speed: float, minutes: int) -> Journeys:
    target, span, ends = [], [], []
    for home in homes:
        apart = np.hypot(*(halls - home).T) * 1.3 / speed
        near = np.flatnonzero(apart <= minutes)
        target.append(near)
        span.append(apart[near] * MINUTE)
        ends.append(len(near))
    end = np.cumsum(ends, dtype=np.int64)
    spans = np.concatenate(span).astype(np.uint16)
    return Journeys(
        begin=np.concatenate([[0], end[:-1]]).astype(np.int64),
        end=end,
        target=np.concatenate(target).astype(np.int32),
        there=spans,
        back=spans,
    )


def _by_bus(chance: np.random.Generator, way: Journeys, sessions: Sessions) -> Journeys:
    """Let each place's sessions have each their own wait, longer on the way back."""
    order = np.argsort(sessions.place, kind="stable").astype(np.int32)
    starts = np.searchsorted(sessions.place[order], np.arange(way.target.max() + 2))
    lengths = (starts[way.target + 1] - starts[way.target]).astype(np.int64)
    rows = np.repeat(np.arange(len(lengths)), lengths)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    whole = np.concatenate([[0], np.cumsum(lengths)])
    there = way.there[rows] + chance.integers(0, 15 * MINUTE, len(rows))
    back = way.back[rows] + chance.integers(0, 30 * MINUTE, len(rows))
    return Journeys(
        begin=whole[way.begin],
        end=whole[way.end],
        target=order[starts[way.target[rows]] + within],
        there=np.minimum(there, 65_535).astype(np.uint16),
        back=np.minimum(back, 65_535).astype(np.uint16),
        timed=True,
    )


def _offers(chance: np.random.Generator, many: int) -> Offers:
    meets = chance.integers(0, 1 << NEEDS, many) | chance.integers(0, 1 << NEEDS, many)
    none = np.zeros(many, dtype=np.int32)
    return Offers(
        group=chance.integers(0, max(1, many // 2), many).astype(np.int32),
        kind=chance.integers(0, KINDS, many).astype(np.int32),
        price_pence=chance.choice([-1, 0, 0, 300, 800], many).astype(np.int32),
        meets=meets.astype(np.int64),
        fails=(chance.integers(0, 1 << NEEDS, many) & ~meets).astype(np.int64),
        least_age=chance.choice([0, 0, 0, 18, 60], many).astype(np.int32),
        most_age=np.full(many, NO_LIMIT, dtype=np.int32),
        only_for=none.astype(np.int64),
        inside=np.full(many, -1, dtype=np.int64),
        rule=chance.integers(0, 3, many).astype(np.int32),
        newcomers=chance.choice([-1, 0, 4, NO_LIMIT], many).astype(np.int32),
        go_with=chance.integers(-1, 2, many).astype(np.int32),
        sure=chance.random(many) < 0.9,
        kinds=KINDS,
    )


def _sessions(
    chance: np.random.Generator, many: int, offers: int, places: int
) -> Sessions:
    offer = chance.integers(0, offers, many).astype(np.int32)
    start = chance.integers(0, 7, many) * DAY
    start += chance.integers(16, 40, many) * 30 * MINUTE
    return Sessions(
        offer=offer,
        start=start.astype(np.int32),
        end=(start + chance.integers(2, 7, many) * 30 * MINUTE).astype(np.int32),
        place=(offer % places).astype(np.int32),
        sure=chance.random(many) < 0.95,
        drop_in=chance.random(many) < 0.1,
    )


def _life(chance: np.random.Generator, one: int) -> LifeNow:
    days = np.flatnonzero(chance.random(7) < 0.6)
    first = chance.integers(18, 38, len(days)) * 30 * MINUTE + days * DAY
    free = np.column_stack([first, first + chance.integers(4, 12) * 30 * MINUTE])
    ways = ((0, 30 * MINUTE, 0), (1, 25 * MINUTE, 0), (2, 60 * MINUTE, 200))
    return LifeNow(
        windows=free.astype(np.int32),
        ways=ways[: 1 + one % 3] if one % 2 else (ways[0], ways[2]),
        margin=5 * MINUTE,
        purse=int(chance.choice([300, 500, NO_LIMIT])),
        needs=int(chance.integers(0, 1 << NEEDS) & chance.integers(0, 1 << NEEDS)),
        ages=(20, 90) if one % 2 else (16, 40),
        way_in=(1, int(one % 3 > 0), -1),
    )


def book(told: World) -> Book:
    """Name everything by its number."""

    def named(letter: str, many: int) -> dict[str, int]:
        return {f"{letter}{one}": one for one in range(many)}

    return Book(
        offers=named("o", len(told.offers)),
        places=named("p", told.places),
        groups=named("g", int(told.offers.group.max()) + 1),
        kinds=named("k", KINDS),
        needs=named("n", NEEDS),
        rules=named("r", 3),
    )


def scenarios(told: World, many: int, seed: int = 6) -> list[tuple[Change, ...]]:
    """Draw scenarios of one to three changes, of every sort in turn."""
    chance = np.random.default_rng(seed)

    def drawn(sort: int) -> Change:
        row = int(chance.integers(len(told.sessions)))
        offer = f"o{told.sessions.offer[row]}"
        place, need = f"p{chance.integers(told.places)}", f"n{chance.integers(NEEDS)}"
        start = int(told.sessions.start[row]) // MINUTE
        to = int(chance.integers(0, 7)) * 1440 + int(chance.integers(18, 40)) * 30
        new = New(f"new-{row}", f"g{row % 9}", "k1", place, to, 90, 0)
        changes = (
            Move(offer, start, to), Add(offer, place, to, 90), Drop(offer, start),
            Meets(offer, need, yes=True), PlaceMeets(place, need, yes=True),
            Price(offer, 0), Room(offer, 5), Joining(offer, "r0"), new,
        )  # fmt: skip
        return changes[sort % len(changes)]

    return [
        tuple(drawn(one + more) for more in range(1 + one % 3)) for one in range(many)
    ]
