"""How soon does one see whom a change helps, beside reckoning everything anew?

./weft bench whatif                     7,500 areas, 24 lives, 20,000 sessions
./weft bench whatif --areas 750         quickly; everything a tenth

Scenarios of one to three changes of every sort. Each answer of the first few is held
against the kernel's answer for the whole week as it would be: the same in every area,
or exit code 1. Goals: under 1 s at the median, under 3 s at worst; else code 3.
"""

import argparse
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).parents[1]))
import numpy as np
from _whatif_world import AREAS, book, scenarios, world

from tests.oracles.whatif import anew, whole
from weft.access.domain.choice import choose
from weft.access.domain.whatif import Baseline, Difference, difference

MEDIAN, WORST = 1.0, 3.0  # seconds


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--areas", type=int, default=AREAS)
    parser.add_argument("--scenarios", type=int, default=60)
    parser.add_argument("--checked", type=int, default=3)
    asked = parser.parse_args(typed)
    _compile()
    told, lives = world(asked.areas)
    begun = time.perf_counter()
    found = choose(told, lives)
    all_anew = time.perf_counter() - begun
    begun = time.perf_counter()
    base = Baseline(world=told, lives=lives, found=found)
    print(
        f"{asked.areas:,} areas, {len(lives)} lives, {len(told.sessions):,} sessions, "
        f"{sum(len(way.target) for way in told.ways):,} journeys; everything anew "
        f"{all_anew:.1f} s; made ready once in {time.perf_counter() - begun:.1f} s"
    )
    names, seconds, equal = book(told), [], True
    for number, scenario in enumerate(scenarios(told, asked.scenarios)):
        begun = time.perf_counter()
        answer = difference(base, scenario, names)
        seconds.append(time.perf_counter() - begun)
        if number < asked.checked:
            whole_after = whole(anew(told, scenario, names), lives)
            equal &= same(answer, whole(told, lives), whole_after)
    typical, slowest = median(seconds), max(seconds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"whatif: {typical:.3f} s at the median, goal {MEDIAN:.0f}; {slowest:.3f} s at "
        f"worst, goal {WORST:.0f}; {all_anew / typical:,.0f} times sooner than anew; "
        f"peak {peak:,.0f} MB; answers equal: {'yes' if equal else 'no'}"
    )
    if not equal:
        return 1
    return 0 if typical < MEDIAN and slowest < WORST else 3


def _compile() -> None:
    """Let everything be compiled before it is measured."""
    told, lives = world(60)
    base = Baseline(world=told, lives=lives, found=choose(told, lives))
    for scenario in scenarios(told, 9):
        difference(base, scenario, book(told))


def same(
    answer: Difference,
    before: tuple[np.ndarray, np.ndarray],
    after: tuple[np.ndarray, np.ndarray],
) -> bool:
    """Hold an answer against the whole week, in its areas and in all others."""
    others = np.ones(before[0].shape[1], dtype=bool)
    others[answer.areas] = False
    told = (
        (answer.offers[0], answer.three[0]),
        (answer.offers[1], answer.three[1]),
    )
    return all(
        (some == entire[:, answer.areas]).all()
        for moment, whole_week in zip(told, (before, after), strict=True)
        for some, entire in zip(moment, whole_week, strict=True)
    ) and all(
        (was[:, others] == becomes[:, others]).all()
        for was, becomes in zip(before, after, strict=True)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
