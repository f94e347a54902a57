"""How fast are bounded times from many areas to many places, beside scipy and pandana?

./weft bench streets                     as large as West Yorkshire, × 0.1 and × 10 too
./weft bench streets --scales 0.1        quickly

Some 398,000 nodes, 939,000 directed edges, 7,500 areas, 10,000 places; on foot, by bike
and by car for 30 minutes. We reckon all areas (of the tenfold region a tenth), the
peers a sample of them, and on that sample pairs and sums must be equal to the last
decisecond. Pandana is left out of the tenfold region: its contraction of 4 million
nodes takes longer than all the rest. Then the ratio to what the memory would bear and
how it grows. Exit code 1 when an answer differs, 3 when a goal is missed:
5 times scipy as the geometric mean, 3 times each, never slower than pandana.
"""

import argparse
import sys
from collections.abc import Sequence

LIMIT = 18_000
GOAL_MEAN, GOAL_EACH, GOAL_PANDANA = 5.0, 3.0, 1.0


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scales", default="1,0.1,10", help="times West Yorkshire")
    parser.add_argument("--sample", type=int, default=120, help="areas for the peers")
    given = parser.parse_args(typed)
    from _streets_measuring import everything  # noqa: PLC0415 beside this file

    return everything([float(one) for one in given.scales.split(",")], given.sample)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
