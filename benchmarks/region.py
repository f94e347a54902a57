"""How long does a region take to build, in how much memory, and how does it grow?

./weft bench region                  West Yorkshire, then 100,000 and 1,000,000 places
./weft bench region --sizes 50000    quickly

Builds West Yorkshire from the open data beside the project (WEFT_SHARED, else
../shared), each time in a process and a data folder of its own, and counts the same
things with plain polars and the standard library. Then the places are repeated and
streamed into one file, and the ground is built with them. Exit code 1 when a count
differs, 3 when a goal is missed.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOAL_SECONDS, GOAL_MEGABYTES = 180, 2_048
"""The goal: West Yorkshire in under 3 minutes and 2 GB on 2 cores."""


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="100000,1000000")
    sizes = [int(size) for size in parser.parse_args(typed).sizes.split(",") if size]
    shared = Path(os.environ.get("WEFT_SHARED", ROOT.parent / "shared"))
    data = shared / "data" / "west-yorkshire"
    if not data.is_dir():
        print(f"Not measured: the open data is not at {data}. Set WEFT_SHARED.")
        return 0
    with tempfile.TemporaryDirectory() as held:
        return measured(data, Path(held), sizes)


def measured(data: Path, held: Path, sizes: Sequence[int]) -> int:
    """Build, count by hand, build larger, and say how it stands."""
    from _region_building import built  # noqa: PLC0415 beside this file
    from _region_by_hand import counted  # noqa: PLC0415 beside this file
    from _region_growing import grown  # noqa: PLC0415 beside this file

    print(f"{'':<26}{'seconds':>9}{'of it locked':>14}{'peak MB':>9}{'read':>11}")
    first = built(data, held / "first")
    first.show("West Yorkshire")
    again = built(data, held / "first", again=True)
    again.show("the same again")
    seconds, peer = counted(data)
    print(f"{'the peer: polars, counts':<26}{seconds:>9.1f}")
    equal = _compared(first.counts, peer) and _compared(again.counts, peer)
    small = built(grown(data, held / "small", 0), held / "of-small")
    small.show("ground and 26,593 places")
    for size in sizes:
        large = built(grown(data, held / f"n{size}", size), held / f"of-{size}")
        large.show(f"ground and {size:,} places")
        equal &= _compared({"osm_features": large.read}, {"osm_features": size})
        more = (large.seconds - small.seconds) / (size - small.read) * 1e6
        print(f"{'':<26}{more:>9.0f} s for each million places more")
    worst = max(first.seconds, again.seconds)
    peak = max(first.megabytes, again.megabytes)
    print(
        f"region: {worst:.0f} s, {peak:,.0f} MB; goal under {GOAL_SECONDS} s, "
        f"{GOAL_MEGABYTES:,} MB; answers equal: {'yes' if equal else 'no'}"
    )
    met = worst < GOAL_SECONDS and peak < GOAL_MEGABYTES
    return 0 if equal and met else 3 if equal else 1


def _compared(ours: dict[str, int], theirs: dict[str, int]) -> bool:
    """Say which counts differ."""
    differ = {key for key in theirs if ours.get(key) != theirs[key]}
    for key in sorted(differ):
        print(f"  {key}: we counted {ours.get(key)}, the peer {theirs[key]}")
    return not differ


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
