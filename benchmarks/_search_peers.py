"""The named peers: DuckDB, and plain numpy in the same process.

Each gives, for one question: total, certain, kinds, facts told yes and no, and the top
twenty. Distances are reckoned by the same additions and multiplications as Weft's, so
that equal means equal to the last place.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import duckdb
import numpy as np
from _search_listings import FACTS, KINDS, TOP, WORDS, Crowd, spelt

from weft.assets.queries.search import Ask
from weft.commons.places import EARTH_METRES, Cell, cells_within

DEGREE = math.pi * EARTH_METRES / 180
NUMBERS = {spelt(number): number for number in range(WORDS)}
Answer = tuple[int, int, dict, dict, tuple]
Answering = Callable[[Ask], Answer]


@dataclass(frozen=True)
class Scale:
    """Where a question is asked from, and how degrees become metres there."""

    latitude: float
    longitude: float
    east: float
    square: float  # of the radius

    @classmethod
    def of(cls, ask: Ask) -> "Scale":
        east = DEGREE * math.cos(math.radians(ask.near.latitude))
        return cls(
            ask.near.latitude,
            ask.near.longitude,
            east,
            float(ask.within_metres) ** 2,
        )


def masks(crowd: Crowd) -> tuple[np.ndarray, np.ndarray]:
    """Write what is told yes and told no as whole numbers."""
    weights = 1 << np.arange(len(FACTS))
    return (crowd.told == 1) @ weights, (crowd.told == 0) @ weights


def mask_of(ask: Ask) -> int:
    return sum(1 << at for at, field in enumerate(FACTS) if field in ask.wishes)


def by_numpy(crowd: Crowd) -> Answering:
    """Lay postings and a grid of cells into memory, and answer from them."""
    yes, no = masks(crowd)
    order = np.argsort(crowd.words.ravel(), kind="stable")
    holders = (order // crowd.words.shape[1]).astype(np.int32)
    ends = np.searchsorted(crowd.words.ravel()[order], np.arange(WORDS + 1))
    del order
    edges = [Cell(0, 0).middle, Cell(1, 1).middle]
    wide = edges[1].longitude - edges[0].longitude
    high = edges[1].latitude - edges[0].latitude
    columns = np.floor(crowd.longitude / wide).astype(np.int64)
    rows = np.floor(crowd.latitude / high).astype(np.int64)
    cells = columns * 1_000_000 + rows
    by_cell = np.argsort(cells, kind="stable").astype(np.int32)
    sorted_cells = cells[by_cell]

    def found(ask: Ask) -> np.ndarray:
        if not ask.words:
            return np.concatenate([*inside(ask)])
        held = None
        for word in ask.words.split():
            number = NUMBERS[word]
            some = np.unique(holders[ends[number] : ends[number + 1]])
            held = (
                some if held is None else np.intersect1d(held, some, assume_unique=True)
            )
        return held

    def inside(ask: Ask) -> Iterator[np.ndarray]:
        for cell in cells_within(ask.near, ask.within_metres):
            key = cell.column * 1_000_000 + cell.row
            first, last = np.searchsorted(sorted_cells, [key, key + 1])
            yield by_cell[first:last]

    def answer(ask: Ask) -> Answer:
        scale, mask, ids = Scale.of(ask), mask_of(ask), found(ask)
        across = (crowd.longitude[ids] - scale.longitude) * scale.east
        along = (crowd.latitude[ids] - scale.latitude) * DEGREE
        apart = across * across + along * along
        kept = (apart <= scale.square) & ((no[ids] & mask) == 0)
        ids, apart = ids[kept], apart[kept]
        plane = (yes[ids] & mask) != mask
        top = np.lexsort((ids, apart, plane))[:TOP]
        kinds = np.bincount(crowd.kind[ids], minlength=KINDS)
        facts = {
            field: (int((yes[ids] >> at & 1).sum()), int((no[ids] >> at & 1).sum()))
            for at, field in enumerate(FACTS)
        }
        return _answer(
            len(ids),
            int((~plane).sum()),
            {f"kind {k:02}": int(count) for k, count in enumerate(kinds) if count},
            facts,
            tuple(int(one) + 1 for one in ids[top]),
        )

    return answer


def by_duckdb(crowd: Crowd) -> Answering:
    """Lay sorted columns and a table of postings into DuckDB, one thread."""
    yes, no = masks(crowd)
    base = duckdb.connect(config={"threads": 1})
    listing = np.arange(1, len(crowd) + 1, dtype=np.int64)
    columns = {
        "id": listing,
        "kind": crowd.kind,
        "yes": yes,
        "no": no,
        "latitude": crowd.latitude,
        "longitude": crowd.longitude,
    }
    base.register("told", columns)
    base.execute(
        "CREATE TABLE listing AS SELECT * FROM told ORDER BY "
        "floor(longitude * 33), floor(latitude * 55), id"
    )
    words = {
        "word": crowd.words.ravel().astype(np.int32),
        "id": np.repeat(listing, crowd.words.shape[1]),
    }
    base.register("held", words)
    base.execute(
        "CREATE TABLE posting AS SELECT DISTINCT word, id FROM held ORDER BY ALL"
    )
    base.unregister("held")

    def answer(ask: Ask) -> Answer:
        scale, mask = Scale.of(ask), mask_of(ask)
        held = " INTERSECT ".join(
            f"SELECT id FROM posting WHERE word = {NUMBERS[word]}"
            for word in ask.words.split()
        )
        degrees = ask.within_metres / DEGREE * 1.01
        wider = degrees * DEGREE / scale.east
        source = f"listing SEMI JOIN ({held}) h USING (id)" if held else "listing"
        across = f"((longitude - {scale.longitude!r}::DOUBLE) * {scale.east!r}::DOUBLE)"
        along = f"((latitude - {scale.latitude!r}::DOUBLE) * {DEGREE!r}::DOUBLE)"
        north, east = scale.latitude, scale.longitude
        base.execute(
            "CREATE OR REPLACE TEMP TABLE hits AS SELECT * FROM (SELECT id, kind, yes,"
            f" no, (yes & {mask}) <> {mask} AS plane,"
            f" {across} * {across} + {along} * {along} AS apart FROM {source}"
            f" WHERE latitude BETWEEN {north - degrees} AND {north + degrees}"
            f" AND longitude BETWEEN {east - wider} AND {east + wider}"
            f" AND (no & {mask}) = 0) WHERE apart <= {scale.square!r}::DOUBLE"
        )
        groups = base.execute(
            "SELECT kind, yes, no, plane, count(*) FROM hits GROUP BY ALL"
        ).fetchall()
        top = base.execute(
            f"SELECT id FROM hits ORDER BY plane, apart, id LIMIT {TOP}"
        ).fetchall()
        kinds: dict = {}
        facts = {field: [0, 0] for field in FACTS}
        for kind, told_yes, told_no, _, count in groups:
            kinds[f"kind {kind:02}"] = kinds.get(f"kind {kind:02}", 0) + count
            for at, field in enumerate(FACTS):
                facts[field][0] += count * (told_yes >> at & 1)
                facts[field][1] += count * (told_no >> at & 1)
        return _answer(
            sum(row[-1] for row in groups),
            sum(row[-1] for row in groups if not row[3]),
            kinds,
            {field: tuple(counts) for field, counts in facts.items()},
            tuple(row[0] for row in top),
        )

    return answer


def _answer(total: int, certain: int, kinds: dict, facts: dict, top: tuple) -> Answer:
    told = {field: counts for field, counts in facts.items() if any(counts)}
    return total, certain, kinds, told, top
