"""Let everybody reckon the same, compare, and write the tables."""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from _streets_region import KMH, Region, region
from _streets_ways import Ours, Pandana, by_scipy
from streets import GOAL_EACH, GOAL_MEAN, GOAL_PANDANA, LIMIT

ROUNDS = 3
NODE_BYTES, ARC_BYTES = 16, 8
BAND_MEGABYTES = 256
MOST_AREAS = 7_500  # of a larger region a part, and its time is multiplied
MOST_FOR_PANDANA = 1_000_000  # nodes
FEW = 10  # areas whose settled nodes are counted


@dataclass(frozen=True)
class Row:
    """One way of getting about in one region."""

    way: str
    ours: float
    scipy: float
    pandana: float
    equal: bool

    @property
    def over_scipy(self) -> float:
        """Say how many times as fast."""
        return self.scipy / self.ours

    @property
    def over_pandana(self) -> float:
        """Say how many times as fast."""
        return self.pandana / self.ours


def everything(scales: Sequence[float], sample: int) -> int:
    """Measure each size; the first one is judged."""
    rows: dict[float, list[Row]] = {}
    print(f"memory read by one core: {bandwidth() / 1e9:.1f} GB/s")
    for scale in scales:
        made, drawn = time.monotonic(), region(scale)
        print(
            f"\n× {scale:g}: {drawn.nodes:,} nodes, {drawn.edges:,} directed edges, "
            f"{len(drawn.areas):,} areas, {len(drawn.places):,} places "
            f"(drawn in {time.monotonic() - made:.0f} s)"
        )
        print(
            "processor milliseconds an area, one thread, best of "
            f"{ROUNDS} in turn; peers on {min(sample, len(drawn.areas))} areas"
        )
        print(
            f"{'30 minutes':<12}{'weft':>8}{'sparse':>8}{'scipy':>9}{'pandana':>9}"
            f"{'× scipy':>9}{'× pandana':>11}{'all areas':>11}{'pairs':>13}"
            f"{'limit':>9}{'× limit':>9}"
        )
        rows[scale] = [measured(drawn, way, sample) for way in KMH]
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory of all of them: {peak:,.0f} MB")
    return verdict(rows[scales[0]], all(one.equal for r in rows.values() for one in r))


def measured(drawn: Region, way: str, sample: int) -> Row:
    """Measure one way of getting about, everybody in turn."""
    graph = drawn.graph(way)
    ours, few = Ours(drawn, graph), drawn.areas[:sample]
    deeds = {"weft": ours.took, "scipy": partial(by_scipy, drawn, graph)}
    if drawn.nodes < MOST_FOR_PANDANA:
        deeds["pandana"] = Pandana(drawn, graph).took
    best = {"weft": np.inf, "scipy": np.inf, "pandana": np.inf}
    answers = {}
    for _ in range(ROUNDS):
        for name, deed in deeds.items():
            took = deed(few, LIMIT)
            best[name] = min(best[name], took.seconds)
            answers[name] = took.answer
    equal = len(set(answers.values())) == 1
    if not equal:
        print(f"  the answers differ: {answers}")
    some = drawn.areas[:MOST_AREAS]
    whole, held = ours.took_sparse(some, LIMIT)
    seconds = whole.seconds * len(drawn.areas)
    nodes, arcs = ours.settled(drawn.areas[:FEW], LIMIT)
    floor = (NODE_BYTES * nodes + ARC_BYTES * arcs) / bandwidth()
    print(
        f"{way:<12}{best['weft'] * 1e3:>8.3f}{whole.seconds * 1e3:>8.3f}"
        f"{best['scipy'] * 1e3:>9.3f}{told(best['pandana'] * 1e3, 3):>9}"
        f"{best['scipy'] / best['weft']:>9.1f}"
        f"{told(best['pandana'] / best['weft'], 1):>11}"
        f"{seconds:>9.1f} s{whole.answer.pairs:>13,}"
        f"{floor * 1e3:>9.4f}{best['weft'] / floor:>9.0f}"
    )
    print(
        f"{'':<12}{nodes:,} nodes and {arcs:,} edges settled an area; "
        f"{held / 1e6:,.0f} MB sparse for {len(some):,} areas"
    )
    return Row(way, best["weft"], best["scipy"], best["pandana"], equal)


def told(number: float, digits: int) -> str:
    """Write a number, or a dash for what was not run."""
    return f"{number:.{digits}f}" if np.isfinite(number) else "–"


def bandwidth() -> float:
    """Read much more than any cache holds, and say how many bytes a second."""
    much = np.ones(BAND_MEGABYTES * 131_072, dtype=np.int64)
    best = np.inf
    for _ in range(5):
        begun = time.process_time()
        much.sum()
        best = min(best, time.process_time() - begun)
    return much.nbytes / best


def verdict(rows: Sequence[Row], equal: bool) -> int:  # noqa: FBT001 the one thing asked
    """Say how it stands beside the goals, and give the code."""
    mean = float(np.exp(np.mean([np.log(row.over_scipy) for row in rows])))
    least = min(row.over_scipy for row in rows)
    pandana = min(row.over_pandana for row in rows)
    print(
        f"\nstreets: {mean:.1f} × scipy (geometric mean), least {least:.1f} ×, "
        f"least {pandana:.1f} × pandana; goal {GOAL_MEAN:g}, {GOAL_EACH:g}, "
        f"{GOAL_PANDANA:g}; answers equal: {'yes' if equal else 'no'}"
    )
    met = mean >= GOAL_MEAN and least >= GOAL_EACH and pandana >= GOAL_PANDANA
    return 0 if equal and met else 3 if equal else 1
