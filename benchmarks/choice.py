"""How fast is real choice reckoned, beside DuckDB and polars?

./weft bench choice                     1,000 areas with peers, then 750, 7,500, 75,000
./weft bench choice --areas 300 --sizes 300,3000        quickly

The same made-up region and 24 lives for all. The peers are asked how many offers,
groups and kinds there are on both planes, and so is Weft; beside it stands what Weft
takes for its whole answer, with the hours and what one change would open. Seconds are
processor time, of all threads of whoever has several (polars), so that other work on
the machine weighs on all alike. The bit-set peer is the faster of two. The limit: each
journey, and each session at its end, read once for each life at the speed at which this
machine reads memory in the same run; beside it, read once for all. It is held against
the whole answer. Ends with figures, goals and whether the answers are equal. Exit code
1 when they are not, 3 when a goal is missed.
"""

import argparse
import resource
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numba import njit

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from _choice_world import LIVES, Made, a_region  # noqa: E402 needs the path above

from weft.access.domain.choice import choose  # noqa: E402 needs the path above
from weft.access.domain.choice.batching import batched  # noqa: E402 needs the path
from weft.access.domain.choice.choosing import given_of  # noqa: E402 needs the path
from weft.commons.times import Week  # noqa: E402 needs the path above

WEEK = Week(date(2026, 11, 30))
GOALS = {"DuckDB, as written down": 50, "DuckDB, bit sets": 10, "polars": 20}
GOAL_LIMIT = 3.0
TWICE, LONG = 2, 8.0
PAIR_BYTES = 8  # target, there, back
LINE_BYTES = 9  # a life's slack before and after, offer, flags
BOARD_BYTES = 64 + 8  # a board, one of its cells
OFFER_BYTES = 64 + 8  # its rules, group and kind


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--areas", type=int, default=1_000)
    parser.add_argument("--sizes", default="750,7500,75000")
    asked = parser.parse_args(typed)
    choose_at(a_region(60, WEEK))  # compiled before anything is counted
    speed = bytes_a_second()
    print(f"This machine reads memory at {speed / 1e9:.1f} GB a second, one thread.\n")
    heads = ("areas", "journeys", "seconds", "Weft is", "whole")
    widths = (8, 12, 10, 10, 10)
    told = [f"{head:>{width}}" for head, width in zip(heads, widths, strict=True)]
    print(f"{'':<30}{''.join(told)}")
    times, equal = beside_peers(asked.areas)
    print()
    ratio = growth([int(size) for size in asked.sizes.split(",")], speed)
    return verdict(times, ratio, equal=equal)


def choose_at(made: Made, *, whole: bool = True) -> np.ndarray:
    """Let Weft reckon, and give what the peers are asked for."""
    found = choose(made.world, made.lives, whole=whole)
    return found.counts[..., :3]


Times = dict[str, tuple[float, float]]
"""Of each peer its seconds, and Weft's for the same question."""


def beside_peers(areas: int) -> tuple[Times, bool]:
    """Let everybody answer; say how long each took, and whether all say the same."""
    from _choice_peers import PEERS  # noqa: PLC0415 their packages are theirs alone

    made = a_region(areas, WEEK)
    whole, answer = best(lambda: choose_at(made))
    ours, brief = best(lambda: choose_at(made, whole=False))
    equal = np.array_equal(brief, answer)
    _say("Weft, its whole answer", made, whole)
    _say("Weft, the same question", made, ours)
    times = {}
    for name, peer in PEERS.items():
        seconds, theirs = best(peer(made).answer)
        times[name] = seconds, ours
        equal &= np.array_equal(theirs, answer)
        _say(name, made, seconds, f"{seconds / ours:>9.1f}x{seconds / whole:>9.1f}x")
    faster = min(times["DuckDB, bit sets"], times["DuckDB, slack and two steps"])
    return times | {"DuckDB, bit sets": faster}, equal


def _say(name: str, made: Made, seconds: float, more: str = "") -> None:
    areas = len(made.world.areas)
    print(f"{name:<30}{areas:>8,}{made.pairs:>12,}{seconds:>10.3f}{more}", flush=True)


def best(
    deed: Callable[[], np.ndarray], enough: float = 3.0
) -> tuple[float, np.ndarray]:
    """Do it for some seconds, at least twice if it is quick; give the least."""
    least, answer, spent, rounds = float("inf"), np.empty(0), 0.0, 0
    while spent < enough or (rounds < TWICE and spent < LONG):
        began = time.process_time()
        answer = deed()
        took = time.process_time() - began
        least, spent, rounds = min(least, took), spent + took, rounds + 1
    return least, answer


def growth(sizes: Sequence[int], speed: float) -> float:
    """Say how long each size takes beside its limits; give the middle one's ratio."""
    heads = ("areas", "journeys", "brief", "whole", "limit", "ratio", "at once")
    heads = (*heads, "ratio", "MB")
    print("".join(f"{head:>11}" for head in heads))
    ratios = []
    for size in sizes:
        made = a_region(size, WEEK)
        brief, _ = best(lambda made=made: choose_at(made, whole=False))
        seconds, _ = best(lambda made=made: choose_at(made))
        limit, at_once = (told / speed for told in bytes_read(made))
        ratios.append(seconds / limit)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{size:>11,}{made.pairs:>11,}{brief:>11.3f}{seconds:>11.3f}{limit:>11.3f}"
            f"{ratios[-1]:>11.2f}{at_once:>11.3f}{seconds / at_once:>11.1f}"
            f"{memory:>11,.0f}",
            flush=True,
        )
    return ratios[len(ratios) // 2]


def bytes_read(made: Made) -> tuple[int, int]:
    """Count what must be read and written: life by life, and all lives at once.

    Life by life, as the goal was set, each journey and each session that stands at its
    end is read once for each life; at once, each is read once with its words of lives.
    """
    given = given_of(made.world)
    batch = batched(made.lives, given)
    target = made.world.ways[0].target
    sessions = np.bincount(made.world.sessions.place, minlength=made.world.places)
    boards = np.diff(batch.first)[: made.world.places]
    reached = np.bincount(target, minlength=made.world.places)
    found = choose(made.world, made.lives)
    arrays = (found.counts, found.more, found.three, found.kinds, found.hours)
    written = sum(array.nbytes for array in arrays)
    lines, shown = int((reached * sessions).sum()), int((reached * boards).sum())
    each = PAIR_BYTES * len(target) + LINE_BYTES * lines
    at_once = PAIR_BYTES * len(target) + (BOARD_BYTES + OFFER_BYTES) * shown
    return written + len(made.lives) * each, written + at_once


def bytes_a_second() -> float:
    """Read 400 MB through, and give the best of some rounds."""
    told = np.ones(50_000_000, dtype=np.int64)
    _added(told[:8])
    seconds, _ = best(lambda: np.asarray(_added(told)))
    return told.nbytes / seconds


@njit
def _added(told: np.ndarray) -> int:
    total = 0
    for one in told:
        total += one
    return total


def verdict(times: Times, ratio: float, *, equal: bool) -> int:
    """Say the figures, the goals and whether the answers are equal."""
    told, met = [], ratio <= GOAL_LIMIT
    for name, goal in GOALS.items():
        theirs, ours = times[name]
        faster = theirs / ours
        met &= faster >= goal
        told.append(f"{faster:.0f} times {name} (goal {goal})")
    print(
        f"\nchoice, {LIVES} lives: {', '.join(told)}; {ratio:.1f} times the limit of "
        f"memory (goal {GOAL_LIMIT:g}); answers equal: {'yes' if equal else 'no'}"
    )
    if not equal:
        return 1
    return 0 if met else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
