"""Small worlds of offers, sessions, journeys and lives, drawn by hypothesis."""

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from weft.access.domain.choice.choosing import World
from weft.access.domain.choice.values import (
    NO_LIMIT,
    OFFER_COLUMNS,
    Areas,
    Journeys,
    LifeNow,
    Offers,
    Sessions,
    Terms,
)
from weft.access.domain.spans import FAR, HOUR, MINUTE

DAY = 24 * HOUR
NEEDS = 3


def offers_of(rows: list[dict], kinds: int = 3) -> Offers:
    """Make offers of rows that say only what is not usual."""
    usual = {
        "group": 0, "kind": 0, "price_pence": 0, "meets": 0, "fails": 0,
        "least_age": 0, "most_age": NO_LIMIT, "only_for": 0, "inside": -1,
        "rule": 0, "newcomers": NO_LIMIT, "go_with": -1, "sure": True,
    }  # fmt: skip
    told = [usual | row for row in rows]
    longs = {"meets", "fails", "only_for", "inside"}
    return Offers(
        kinds=kinds,
        **{
            name: np.array(
                [row[name] for row in told],
                dtype=bool if name == "sure" else np.int64 if name in longs else "i4",
            )
            for name in OFFER_COLUMNS
        },
    )


def sessions_of(rows: list[tuple]) -> Sessions:
    """Make sessions of (offer, start, end, place[, sure[, drop in]])."""
    told = [(*row, *(True, False)[len(row) - 4 :]) for row in rows]
    columns = list(zip(*told, strict=True)) or [()] * 6
    return Sessions(
        offer=np.array(columns[0], dtype=np.int32),
        start=np.array(columns[1], dtype=np.int32),
        end=np.array(columns[2], dtype=np.int32),
        place=np.array(columns[3], dtype=np.int32),
        sure=np.array(columns[4], dtype=bool),
        drop_in=np.array(columns[5], dtype=bool),
    )


def journeys_of(areas: list[list[tuple]], *, timed: bool = False) -> Journeys:
    """Make journeys of each area's (target, there, back[, there_sure, back_sure])."""
    ends = np.cumsum([len(rows) for rows in areas], dtype=np.int64)
    told = [(*row, *row[1:])[:5] for rows in areas for row in rows]
    target, *spans = list(zip(*told, strict=True)) or [()] * 5
    there, back, there_sure, back_sure = (np.array(s, dtype=np.uint16) for s in spans)
    two = any(len(row) > 3 for rows in areas for row in rows)
    return Journeys(
        begin=np.concatenate([[0], ends[:-1]]).astype(np.int64),
        end=ends,
        target=np.array(target, dtype=np.int32),
        there=there,
        back=back,
        there_sure=there_sure if two else None,
        back_sure=back_sure if two else None,
        timed=timed,
    )


def areas_of(number: int, lives: int, people: int = 1000) -> Areas:
    return Areas(
        people=np.full((lives, number), people, dtype=np.int64),
        need_class=np.arange(number, dtype=np.int32) % 3,
        inside=np.array([1 << (n % 2) for n in range(number)], dtype=np.int64),
    )


three_ways = st.sampled_from([-1, 0, 1])
minutes = st.integers(0, 110).map(lambda n: min(n * MINUTE, FAR))
spans = st.one_of(minutes, st.integers(0, 12 * MINUTE), st.just(FAR))
bits = st.integers(0, 2**NEEDS - 1)


@st.composite
def offer_rows(draw):
    meets = draw(bits)
    return {
        "group": draw(st.integers(-1, 2)),
        "kind": draw(st.integers(0, 2)),
        "price_pence": draw(st.sampled_from([-1, 0, 0, 300, 800])),
        "meets": meets,
        "fails": draw(bits) & ~meets,
        "least_age": draw(st.sampled_from([-1, 0, 0, 0, 16, 60])),
        "most_age": draw(st.sampled_from([-1, NO_LIMIT, NO_LIMIT, NO_LIMIT, 30])),
        "only_for": draw(st.sampled_from([0, 0, 0, 1, 2])),
        "inside": draw(st.sampled_from([-1, -1, -1, 1, 2])),
        "rule": draw(st.integers(0, 1)),
        "newcomers": draw(st.sampled_from([-1, 0, 2, NO_LIMIT, NO_LIMIT])),
        "go_with": draw(three_ways),
        "sure": draw(st.sampled_from([True, True, True, False])),
    }


@st.composite
def session_rows(draw, offers, places):
    start = draw(st.integers(-8, 4 * 48)) * 15 * MINUTE
    length = draw(st.sampled_from([1, 2, 4, 8, 40])) * 15 * MINUTE
    return (
        draw(st.integers(0, offers - 1)),
        start,
        start + length + draw(st.integers(0, 3)),
        draw(st.integers(-1, places - 1)),
        draw(st.sampled_from([True, True, False])),
        draw(st.sampled_from([False, False, True])),
    )


@st.composite
def journey_rows(draw, targets):
    rows = []
    for target in draw(st.lists(st.integers(0, targets - 1), max_size=8)):
        there, back = draw(spans), draw(spans)
        if draw(st.booleans()):
            rows.append((target, there, back, there, back))
        else:
            rows.append(
                (target, there, back, max(there, draw(spans)), max(back, draw(spans)))
            )
    return rows


@st.composite
def worlds(draw, lives=2):
    areas, places = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    offers = draw(st.lists(offer_rows(), min_size=1, max_size=7))
    sessions = draw(st.lists(session_rows(len(offers), places), max_size=12))
    ways = []
    for timed in (False, False, True):
        targets = len(sessions) if timed else places
        rows = [draw(journey_rows(targets)) if targets else [] for _ in range(areas)]
        ways.append(journeys_of(rows, timed=timed))
    return World(
        areas=areas_of(areas, lives),
        offers=offers_of(offers),
        sessions=sessions_of(sessions),
        places=places,
        ways=tuple(ways),
        hours=draw(st.sampled_from([167, 168, 169])),
        terms=Terms(
            horizon=draw(st.sampled_from([0, 30 * MINUTE, 90 * MINUTE])),
            least_stay=draw(st.sampled_from([MINUTE, 30 * MINUTE])),
        ),
    )


@st.composite
def lives(draw):
    edges = draw(
        st.lists(st.integers(-12, 200), min_size=0, max_size=6, unique=True).map(sorted)
    )
    windows = [
        (low * 15 * MINUTE, high * 15 * MINUTE + (high > low))
        for low, high in zip(edges[::2], edges[1::2], strict=False)
    ]
    traits = draw(st.integers(0, 3))
    ways = draw(st.lists(st.integers(0, 2), max_size=3, unique=True))
    return LifeNow(
        windows=np.array(windows, dtype=np.int32).reshape(-1, 2),
        ways=tuple(
            (way, draw(minutes), draw(st.sampled_from([0, 0, 200]))) for way in ways
        ),
        margin=draw(st.sampled_from([0, 5 * MINUTE])),
        purse=draw(st.sampled_from([0, 300, 500, NO_LIMIT])),
        needs=draw(st.sampled_from([0, 0, 1, 2, 5])),
        ages=draw(st.sampled_from([(0, 120), (20, 40), (70, 90), (10, 70)])),
        traits=traits,
        not_traits=draw(st.integers(0, 3)) & ~traits,
        way_in=(draw(st.sampled_from([1, 1, 0])), draw(three_ways)),
    )


def with_offers(world: World, **columns) -> World:
    """Give the world with some columns of its offers changed."""
    return replace(world, offers=replace(world.offers, **columns))
