"""Ask Weft and its peers the same, count the milliseconds, and compare the answers."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from _search_listings import a_crowd, keep, questions
from _search_page import page_of, replayed, statements_of
from _search_peers import by_duckdb, by_numpy
from _search_slips import recalls
from django.core.management import call_command
from django.db import connection, connections, transaction

from weft.assets.queries import search

PAGE_MEDIAN, PAGE_TAIL, GROWTH, RECALL = 1.6, 2.0, 2.0, 0.99
ROUNDS = 9


@dataclass(frozen=True)
class Timing:
    """Milliseconds of many questions."""

    each: tuple[float, ...]

    @property
    def median(self) -> float:
        """Give the middle one."""
        return sorted(self.each)[len(self.each) // 2]

    @property
    def tail(self) -> float:
        """Give the one that 95 in 100 stay below."""
        return sorted(self.each)[int(len(self.each) * 0.95)]

    def __str__(self) -> str:
        return f"{self.median:8.2f} / {self.tail:8.2f}"


@dataclass(frozen=True)
class Result:
    """What came of one size."""

    size: int
    page: Timing
    raw: Timing
    equal: bool


def timed(deeds: dict[Callable, Sequence]) -> list[Timing]:
    """Do every deed to each of its things, in turn, and keep the best of some rounds.

    The deeds take turns, so that all share whatever else the machine does; each is a
    part of the list ahead of the next, since nobody asks what was just answered, and
    an answer just found lies ready. Counted is processor time, each deed in one thread.
    """
    length = len(next(iter(deeds.values())))
    ahead = length // len(deeds)
    best = [[math.inf] * length for _ in deeds]
    for _ in range(ROUNDS):
        for step in range(length):
            for turn, (deed, things) in enumerate(deeds.items()):
                at = (step + turn * ahead) % length
                taken = processor_time(deed, things[at])
                best[turn][at] = min(best[turn][at], taken)
    return [Timing(tuple(times)) for times in best]


def processor_time(deed: Callable, thing: object) -> float:
    """Count the milliseconds that one deed takes."""
    begun = time.process_time()
    deed(thing)
    return (time.process_time() - begun) * 1_000


def everything(sizes: Sequence[int], folder: Path) -> int:
    """Measure every size, then the slips, and say what came of it."""
    results = []
    for size in sizes:
        data_base(folder / f"with-{size}.sqlite3")
        results.append(measured(size))
    data_base(folder / "slips.sqlite3")
    return verdict(results, recalls())


def data_base(file: Path) -> None:
    """Turn to a new data base of its own."""
    connections.close_all()
    connections["default"].settings_dict["NAME"] = file


def measured(size: int) -> Result:
    """Fill a data base with so many listings, and ask everybody everything."""
    call_command("migrate", verbosity=0)
    crowd = a_crowd(size, seed=1)
    with transaction.atomic():
        step("listings kept", lambda: keep(crowd))
        step("index made", lambda: search.reindex("bench"))
    asks = list(questions(crowd, seed=2))
    asked = [statements_of(ask) for ask in asks]
    ours = [answer_of(search.find(ask)) for ask in asks]
    peers = {
        "numpy in process": by_numpy(crowd),
        "DuckDB, one thread": by_duckdb(crowd),
    }
    took = [
        *timed({page_of: asks, search.find: asks, replayed: asked}),
        *timed(dict.fromkeys(peers.values(), asks)),
    ]
    equal = {
        name: sum(peer(ask) == one for ask, one in zip(asks, ours, strict=True))
        for name, peer in peers.items()
    }
    told(size, took, asked, equal)
    hits = sorted(answer[0] for answer in ours)
    print(
        f"  answers to a question: median {hits[len(hits) // 2]:,}, most {hits[-1]:,}"
    )
    connection.close()
    return Result(
        size, took[0], took[2], all(same == len(asks) for same in equal.values())
    )


def told(size: int, took: Sequence[Timing], asked: Sequence, equal: dict) -> None:
    """Print one size's table."""
    print(f"\n{size:,} listings, {len(asked)} questions       ms: median / 95 in 100")
    counts = sorted(len(statements) for statements in asked)
    page, found, raw, *others = took
    print(f"  a whole page            {page}")
    print(f"  the search              {found}")
    print(f"  its raw SQL             {raw}   statements: {counts[0]} to {counts[-1]}")
    for (name, same), timing in zip(equal.items(), others, strict=True):
        print(f"  {name:<22}  {timing}   equal answers: {same} of {len(asked)}")


def answer_of(found: search.Found) -> tuple:
    """Write our answer as the peers write theirs."""
    return (
        found.total,
        found.certain,
        {count.kind: count.count for count in found.facets.kinds},
        {count.field: (count.yes, count.no) for count in found.facets.facts},
        tuple(hit.listing for hit in found.hits),
    )


def step(name: str, deed: Callable) -> None:
    """Do something that takes a while, and say how long it took."""
    begun = time.perf_counter()
    deed()
    print(f"  {name}: {time.perf_counter() - begun:.0f} s", flush=True)


def verdict(results: Sequence[Result], recall: float) -> int:
    """Say the figures, the goals and whether the answers are equal."""
    median = max(r.page.median / r.raw.median for r in results)
    tail = max(r.page.tail / r.raw.tail for r in results)
    growth = results[-1].page.median / results[0].page.median
    met = (
        median <= PAGE_MEDIAN
        and tail <= PAGE_TAIL
        and growth <= GROWTH
        and recall >= RECALL
    )
    equal = all(result.equal for result in results)
    print(
        f"\npage {median:.2f} times its raw SQL at the median, goal {PAGE_MEDIAN}; "
        f"{tail:.2f} at 95 in 100, goal {PAGE_TAIL}; "
        f"{results[-1].size:,} listings {growth:.2f} times {results[0].size:,}, "
        f"goal {GROWTH}; recall after one slip {recall:.4f}, goal {RECALL}; "
        f"answers equal: {'yes' if equal else 'no'}"
    )
    if not equal:
        return 1
    return 0 if met else 3
