"""How fast are the catchment measures, beside PySAL access?

./weft bench catchment                  1,500 areas (a million pairs)
./weft bench catchment --areas 300      quickly

The same made-up pairs for both, weights 1, 0.68 and 0.22 in thirds of thirty minutes.
Prints seconds of processor time, each in one thread; the last line says figures, goal
and whether all answers agree to 1e-9. Exit code 1 when they do not, 3 when the goal is
missed by any of the three.
"""

import argparse
import sys
import time
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
from access import fca
from access.weights import step_fn

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from weft.access.domain.catchment import (  # noqa: E402 needs the path above
    Reaches,
    Steps,
    enhanced,
    three_step,
    two_step,
)

STEPS = Steps((10.0, 20.0, 30.0), (1.0, 0.68, 0.22))
GOAL, ROUNDS = 50, 7
NAMES = ("2SFCA", "E2SFCA", "3SFCA")


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--areas", type=int, default=1_500)
    asked = parser.parse_args(typed)
    warnings.simplefilter("ignore")
    ours_of(*made_up(30))  # compiled before anything is counted
    reaches, people, places = made_up(asked.areas)
    ours = ours_of(reaches, people, places)
    theirs = peers_of(reaches, people, places)
    print(
        f"{len(reaches.place):,} pairs\n{'':<8}{'Weft':>10}{'access':>10}{'times':>8}"
    )
    faster, equal = [], True
    for name in NAMES:
        mine, answer = best(ours[name])
        peer, other = best(theirs[name])
        equal &= np.allclose(answer, other, rtol=1e-9, atol=0)
        faster.append(peer / mine)
        print(f"{name:<8}{mine:>10.4f}{peer:>10.3f}{faster[-1]:>8.0f}", flush=True)
    print(
        f"\ncatchment: at least {min(faster):.0f} times PySAL access, goal {GOAL}; "
        f"answers equal: {'yes' if equal else 'no'}"
    )
    if not equal:
        return 1
    return 0 if min(faster) >= GOAL else 3


def made_up(areas: int) -> tuple[Reaches, np.ndarray, np.ndarray]:
    """Make areas with people and twice as many places, and minutes between them."""
    chance = np.random.default_rng(4)
    homes, halls = (chance.uniform(0, 60, (n, 2)) for n in (areas, 2 * areas))
    far = np.hypot(*(homes[:, None, :] - halls[None, :, :]).transpose(2, 0, 1))
    near = far <= STEPS.ends[-1]
    area, place = np.nonzero(near)
    begin = np.concatenate([[0], np.cumsum(near.sum(axis=1))]).astype(np.int64)
    reaches = Reaches(begin, place.astype(np.int32), far[area, place])
    people = chance.integers(50, 400, areas).astype(np.float64)
    return reaches, people, chance.integers(0, 30, 2 * areas).astype(np.float64)


Deeds = dict[str, Callable[[], np.ndarray]]


def ours_of(reaches: Reaches, people: np.ndarray, places: np.ndarray) -> Deeds:
    """Ready the measures, and do each once."""
    deeds = {
        "2SFCA": lambda: two_step(reaches, people, places, STEPS.ends[-1]),
        "E2SFCA": lambda: enhanced(reaches, people, places, STEPS),
        "3SFCA": lambda: three_step(reaches, people, places, STEPS),
    }
    for deed in deeds.values():
        deed()
    return deeds


def peers_of(reaches: Reaches, people: np.ndarray, places: np.ndarray) -> Deeds:
    """Ready the same for the peer, in its own tables."""
    area = np.repeat(np.arange(len(people)), np.diff(reaches.begin))
    costs = pd.DataFrame({"origin": area, "dest": reaches.place, "cost": reaches.cost})
    demand = pd.DataFrame({"demand": people}).rename_axis("geoid")
    supply = pd.DataFrame({"supply": places}).rename_axis("geoid")
    steps = step_fn(dict(zip(STEPS.ends, STEPS.weights, strict=True)))

    def asked(measure: Callable[..., pd.Series], **more: object) -> np.ndarray:
        found = measure(
            demand,
            supply,
            costs.copy(),
            max_cost=STEPS.ends[-1],
            demand_index=True,
            **more,
        )
        return found.reindex(range(len(people)), fill_value=0).to_numpy()

    return {
        "2SFCA": lambda: asked(fca.two_stage_fca),
        "E2SFCA": lambda: asked(fca.two_stage_fca, weight_fn=steps),
        "3SFCA": lambda: asked(fca.three_stage_fca, weight_fn=steps),
    }


def best(deed: Callable[[], np.ndarray]) -> tuple[float, np.ndarray]:
    """Do it some times, and give the least seconds with the answer."""
    least, answer = float("inf"), np.empty(0)
    for _ in range(ROUNDS):
        began = time.process_time()
        answer = deed()
        least = min(least, time.process_time() - began)
    return least, answer


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
