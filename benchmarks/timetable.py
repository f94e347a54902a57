"""How long do there and back of a region's week take by timetable, beside whom?

./weft bench timetable                   a made-up West Yorkshire, a tenth and ten of it
./weft bench timetable --shares 0.1      quickly

The world is made anew each time, from one seed: at share 1 some 13,000 stops, 2.7
million stop times a week, 7,500 areas, 20,000 sessions (_timetable_world.py here).
Each share runs in a process of its own on two threads; of ten West Yorkshires every
hundredth session is reckoned, and the whole is told by arithmetic. The peers get a part
of the same questions in the same process: a time-expanded graph walked by scipy, and
every vehicle ridden in turn in plain Python. Exit code 1 when an answer differs, 3 when
the goal is missed.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
GOAL_SECONDS, GOAL_MEGABYTES = 15 * 60, 4_096
"""The goal at share 1: 15 minutes on two cores, 4 GB."""

THREADS = 2
IN_PART = 100  # every so manieth session where a share is above 1
OF_PEER, OF_TWIN = 40, 3  # questions
BYTES_A_HOP = 21

Measure = Mapping[str, float]


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shares", default="0.1,1,10")
    parser.add_argument("--one", metavar="SHARE")
    asked = parser.parse_args(typed)
    if asked.one:
        print(json.dumps(measured(float(asked.one))))
        return 0
    return everything([float(share) for share in asked.shares.split(",")])


def measured(share: float) -> dict[str, float]:
    """Reckon one share in this process, and its peers on a part of it."""
    import numpy as np  # noqa: PLC0415 measured in a process of its own
    from _timetable_world import WEEK, a_world  # noqa: PLC0415 beside this file

    from weft.access.domain.timetable import Limits, week_spans  # noqa: PLC0415 measured in a process of its own

    world = a_world(share)
    rows = np.arange(0, len(world.starts.when), IN_PART if share > 1 else 1)
    few = world.starts.at(rows[:1]), world.ends.at(rows[:1])
    limits = Limits(workers=THREADS)
    week_spans(world.timetable, WEEK, few, world.around, limits)  # compiles
    wall, processor = time.perf_counter(), time.process_time()
    sessions = world.starts.at(rows), world.ends.at(rows)
    spans = week_spans(world.timetable, WEEK, sessions, world.around, limits)
    wall = time.perf_counter() - wall
    processor = time.process_time() - processor
    scans = len(spans.there) + len(spans.back)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    least = limit(spans.hops_read, spans.there.nbytes + spans.back.nbytes)
    return {
        "share": share,
        "stops": world.timetable.stops,
        "times": 7 * len(world.timetable.at_stop),
        "areas": world.around.areas,
        "sessions": len(rows),
        "of": len(world.starts.when),
        "scans": scans,
        "seconds": wall,
        "processor": processor,
        "megabytes": megabytes,
        "hops": spans.hops_read,
        "limit": least,
        "reached": float((spans.there < 65535).mean()),
        **(beside(world) if share <= 1 else {}),
    }


def limit(hops: int, out: int) -> float:
    """Say how long the processor takes to read the hops and write the answers once."""
    import numpy as np  # noqa: PLC0415 measured in a process of its own

    room = np.ones(32 * 2**20, np.int64)
    best = 1e9
    for _ in range(5):
        began = time.process_time()
        room.sum()
        best = min(best, time.process_time() - began)
    return (hops * BYTES_A_HOP + out) / (room.nbytes / best)


def beside(world) -> dict[str, float]:  # noqa: ANN001 its type is imported late
    """Let Weft and the peers answer the same questions, one thread each."""
    import numpy as np  # noqa: PLC0415 measured in a process of its own
    from _timetable_peers import Expanded, in_turn  # noqa: PLC0415 beside this file
    from _timetable_world import HOUR, MONDAY  # noqa: PLC0415 beside this file

    from weft.access.domain.timetable import (  # noqa: PLC0415 measured in a process of its own
        LONGEST,
        Events,
        day_of,
        spans_back,
        spans_there,
    )

    day, around = day_of(world.timetable, MONDAY), world.around
    places = np.unique(world.starts.place)[:OF_PEER].astype(np.int32)
    when = np.full(len(places), 10 * HOUR, np.int32)
    asked = Events(place=places, when=when)
    began = time.process_time()
    back, _ = spans_back(day, around, asked)
    there, _ = spans_there(day, around, asked)
    ours = time.process_time() - began
    began = time.process_time()
    doors = around.from_places, around.to_areas
    graph = Expanded(day.onwards, around, 10 * HOUR, 10 * HOUR + LONGEST)
    theirs_back = graph.spans(asked, *doors, LONGEST)
    turned = Events(place=places, when=-when)
    graph = Expanded(
        day.backwards, _backwards(around), -10 * HOUR, -10 * HOUR + LONGEST
    )
    theirs_there = graph.spans(turned, around.to_places, around.from_areas, LONGEST)
    peer = time.process_time() - began
    began = time.process_time()
    few = asked.at(np.arange(OF_TWIN))
    twin = np.array([*in_turn(day.onwards, around, few, *doors)])
    twins = time.process_time() - began
    width = theirs_back.shape[1]
    equal = (
        (theirs_back == back[:, :width]).all()
        and (theirs_there == there[:, : theirs_there.shape[1]]).all()
        and (twin == back[:OF_TWIN, : twin.shape[1]]).all()
    )
    return {
        "ours": ours / (2 * len(places)),
        "peer": peer / (2 * len(places)),
        "twin": twins / OF_TWIN,
        "compared": float(theirs_back.size + theirs_there.size + twin.size),
        "equal": float(equal),
    }


def _backwards(around):  # noqa: ANN001, ANN202 its type is imported late
    from dataclasses import replace  # noqa: PLC0415 measured in a process of its own

    turned = around.changing
    return replace(around, changing=replace(turned, onwards=turned.backwards))


def everything(shares: Sequence[float]) -> int:
    """Measure every share in a process of its own, and say how it stands."""
    print(
        f"{'of West Yorkshire':<19}{'stops':>9}{'times a week':>14}{'areas':>8}"
        f"{'sessions':>10}{'scans':>9}{'seconds':>9}{'processor':>11}{'peak MB':>9}"
        f"{'limit s':>9}{'× limit':>9}"
    )
    found = {}
    for share in shares:
        found[share] = one = _apart(share)
        print(
            f"{f'× {share:g}':<19}{one['stops']:>9,.0f}{one['times']:>14,.0f}"
            f"{one['areas']:>8,.0f}{one['sessions']:>10,.0f}{one['scans']:>9,.0f}"
            f"{one['seconds']:>9.1f}{one['processor']:>11.1f}{one['megabytes']:>9,.0f}"
            f"{one['limit']:>9.2f}{one['processor'] / one['limit']:>9.0f}",
            flush=True,
        )
        if one["sessions"] < one["of"]:
            times = one["of"] / one["sessions"]
            print(
                f"{'':<19}all {one['of']:,.0f} sessions: {one['seconds']:.0f} s × "
                f"{times:.0f} = {one['seconds'] * times / 60:.0f} min"
            )
    return verdict(found)


def _apart(share: float) -> Measure:
    command = [sys.executable, __file__, "--one", str(share)]
    done = subprocess.run(  # noqa: S603 ourselves
        command, check=True, capture_output=True, text=True, cwd=ROOT
    )
    return json.loads(done.stdout.splitlines()[-1])


def verdict(found: Mapping[float, Measure]) -> int:
    """Say the figures, the goals and whether the answers are equal."""
    compared = [one for one in found.values() if "equal" in one]
    largest = max(compared, key=lambda one: one["share"])
    equal = all(one["equal"] for one in compared)
    for one in compared:
        print(
            f"× {one['share']:g}, one question to all areas, one thread: Weft "
            f"{one['ours'] * 1e3:.2f} ms, time-expanded graph by scipy "
            f"{one['peer'] * 1e3:.1f} ms ({one['peer'] / one['ours']:.1f} times), "
            f"every vehicle in turn {one['twin'] * 1e3:,.0f} ms "
            f"({one['twin'] / one['ours']:,.0f} times); {one['compared']:,.0f} spans "
            "compared"
        )
    alike = "yes" if equal else "no"
    print(
        f"\ntimetable: {largest['sessions']:,.0f} sessions there and back for "
        f"{largest['areas']:,.0f} areas in {largest['seconds']:.0f} s on {THREADS} "
        f"threads, goal {GOAL_SECONDS}, {largest['megabytes']:,.0f} MB, goal "
        f"{GOAL_MEGABYTES:,}; {largest['peer'] / largest['ours']:.1f} times as fast "
        f"as a time-expanded graph by scipy; answers equal: {alike}"
    )
    if not equal:
        return 1
    met = (
        largest["seconds"] <= GOAL_SECONDS * min(largest["share"], 1)
        and largest["megabytes"] <= GOAL_MEGABYTES
    )
    return 0 if met else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
