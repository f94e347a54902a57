"""How fast and how right is the linker, beside splink and recordlinkage?

./weft bench link                        10,000 and 100,000 listings (some minutes)
./weft bench link --sizes 2000,20000     quickly

Every linker gets the same listings: the halls set over and over, in other districts
(benchmarks/data/halls), each size in a process of its own. Then the halls set itself,
and the libraries of two editions where the open data is beside the project, with the
best simple rule beside them (of which a crowd would be one heap). Prints
seconds, listings a second, peak memory, pairs linked, false ones, and F1. Exit code 1
when Weft's answer depends on the order of the listings, 3 when a goal is missed.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
SHARED = Path(os.environ.get("WEFT_SHARED", ROOT.parent / "shared"))
WEFT, SIMPLE = "Weft", "the simple rule"
GOAL_F1, GOAL_FALSE, GOAL_LIBRARIES, GOAL_GROWTH = 0.95, 0.002, 0.98, 12.0
"""On the halls set; of what is linked; on libraries; ten times as many listings."""

Measure = Mapping[str, float]


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--one", nargs=2, metavar=("LINKER", "SET"))
    asked = parser.parse_args(typed)
    if asked.one:
        print(json.dumps(measured(*asked.one)))
        return 0
    return everything([int(size) for size in asked.sizes.split(",")])


def measured(linker: str, which: str) -> dict[str, float]:
    """Let one linker do one set, in this process."""
    from _link_halls import scored  # noqa: PLC0415 beside this file

    labelled = labelled_set(which)
    before = _megabytes()
    began = time.perf_counter()
    if linker == WEFT:
        from weft.assets.domain.linking import link  # noqa: PLC0415 measured alone

        linked = link(labelled.entries)
        seconds, bound = time.perf_counter() - began, 0.0
        score = scored(linked.partition, labelled, across=which == "libraries")
    elif linker == SIMPLE:
        from _link_halls import by_the_simple_rule  # noqa: PLC0415 measured alone

        heaps = by_the_simple_rule(labelled)
        seconds, bound = time.perf_counter() - began, 0.0
        score = scored(heaps, labelled, across=which == "libraries")
    else:
        from _link_peers import PEERS, best  # noqa: PLC0415 in their own process

        pairs = PEERS[linker](labelled.entries)
        seconds = time.perf_counter() - began
        score, bound = best(pairs, labelled)
    return {
        "seconds": seconds,
        "listings": len(labelled.entries),
        "megabytes": _megabytes(),
        "of it before": before,
        "linked": score.linked,
        "false": score.false,
        "true": score.true,
        "f1": score.f1,
        "bound": bound,
    }


def labelled_set(which: str):  # noqa: ANN201 its type is imported late
    """Give the halls set, the libraries, or a crowd of so many listings."""
    import _link_halls  # noqa: PLC0415 beside this file
    from _link_crowd import a_crowd  # noqa: PLC0415 beside this file

    match which:
        case "halls":
            return _link_halls.halls()
        case "libraries":
            return _link_halls.libraries(SHARED)
        case size:
            return a_crowd(int(size))


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def everything(sizes: Sequence[int]) -> int:
    """Let every linker do every set, one after another."""
    sets = ["halls", *map(str, sizes)]
    if (SHARED / "data").is_dir():
        sets.insert(1, "libraries")
        print(
            "Not measured: splink and recordlinkage on libraries: they learn from "
            "telephone numbers and hours, of which the library lists tell none."
        )
    else:
        print(f"Not measured: libraries; the open data is not at {SHARED}.")
    print(
        f"{'':<32}{'seconds':>8}{'a second':>10}{'peak MB':>9}"
        f"{'linked':>11}{'false':>11}{'true':>9}{'F1':>8}"
    )
    found: dict[tuple[str, str], Measure] = {}
    for which in sets:
        for linker in _which(which):
            found[which, linker] = one = _apart(linker, which)
            _say(f"{which}, {linker}", one)
    return verdict(found, sizes, equal=is_the_same_in_any_order(min(sizes)))


def _which(of: str) -> tuple[str, ...]:
    """Say who links a set; the simple rule would lay a whole crowd together."""
    if of == "libraries":
        return (WEFT, SIMPLE)
    peers = (WEFT, "splink, DuckDB", "recordlinkage")
    return (*peers, SIMPLE) if of == "halls" else peers


def _apart(linker: str, which: str) -> Measure:
    """Measure in a process of its own, so that memory is its own."""
    command = [sys.executable, __file__, "--one", linker, which]
    done = subprocess.run(  # noqa: S603 ourselves
        command, check=True, capture_output=True, text=True, cwd=ROOT
    )
    return json.loads(done.stdout.splitlines()[-1])


def _say(name: str, one: Measure) -> None:
    print(
        f"{name:<32}{one['seconds']:>8.1f}{one['listings'] / one['seconds']:>10,.0f}"
        f"{one['megabytes']:>9,.0f}{one['linked']:>11,.0f}{one['false']:>11,.0f}"
        f"{one['true']:>9,.0f}{one['f1']:>8.4f}",
        flush=True,
    )


def is_the_same_in_any_order(size: int) -> bool:
    """Link listings in two orders, and compare the heaps."""
    from weft.assets.domain.linking import link  # noqa: PLC0415 after the measuring

    entries = list(labelled_set(str(size)).entries)
    first = link(entries).partition
    random.Random(2).shuffle(entries)
    return first == link(entries).partition


def verdict(
    found: Mapping[tuple[str, str], Measure], sizes: Sequence[int], *, equal: bool
) -> int:
    """Say the figures, the goals and whether the answers are equal."""
    halls = found["halls", WEFT]
    largest = {
        linker: one for (which, linker), one in found.items() if which == _of(sizes)
    }
    ours = largest[WEFT]
    false = halls["false"] / halls["linked"]
    growth = ours["seconds"] / found[str(sizes[0]), WEFT]["seconds"]
    steps = sizes[-1] / sizes[0] / 10
    libraries = found.get(("libraries", WEFT), {"f1": 1.0})["f1"]
    simple = found.get(("libraries", SIMPLE))
    beaten = f", by the simple rule {simple['f1']:.3f}" if simple else ""
    beside = ", ".join(
        f"{linker} {one['seconds']:.0f} s and {one['f1']:.3f}"
        for linker, one in largest.items()
        if linker != WEFT
    )
    print(
        f"\nlink: {sizes[-1]:,} listings in {ours['seconds']:.0f} s with F1 "
        f"{ours['f1']:.3f} ({beside}); {growth:.1f} times {sizes[0]:,}, goal "
        f"{GOAL_GROWTH * steps:.0f}; halls F1 {halls['f1']:.3f}, goal {GOAL_F1}, false "
        f"{false:.2%}, goal {GOAL_FALSE:.1%}; libraries F1 {libraries:.3f}{beaten}, "
        f"goal {GOAL_LIBRARIES}; answers equal: {'yes' if equal else 'no'}"
    )
    if not equal:
        return 1
    met = (
        halls["f1"] >= GOAL_F1
        and false <= GOAL_FALSE
        and libraries >= GOAL_LIBRARIES
        and growth <= GOAL_GROWTH * steps
    )
    return 0 if met else 3


def _of(sizes: Sequence[int]) -> str:
    return str(sizes[-1])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
