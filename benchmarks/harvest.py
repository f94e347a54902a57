"""How fast are services harvested and published, in how much memory?

./weft bench harvest                        10,000 and 100,000 services (some minutes)
./weft bench harvest --sizes 1000,10000     quickly

A made-up feed of Open Referral UK is served by a process of its own. Weft reads it over
HTTP, takes it in, lists it with its sessions, indexes it and publishes it at its own
feed; then reads it again four weeks later with nothing changed, and again with one in
a hundred changed. Beside it the same feed read by hand with httpx, json and sqlite3,
which keeps the same facts and does nothing else with them: no harvester of this
standard is on the package index. Each in a process of its own. Exit code 1 when what
is known of any service differs, 3 when a goal is missed.
"""

import argparse
import hashlib
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
GOAL_RATE, GOAL_MEGABYTES, GOAL_GROWTH = 100, 1_024, 12.0
"""Services a second, read to published, and megabytes, at the largest size; seconds on
the processor for ten times as many services, since others may use the machine too."""

ONE_IN = 100
Measure = Mapping[str, float | str]


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--one", nargs=2, metavar=("WHO", "ADDRESS"))
    asked = parser.parse_args(typed)
    if asked.one:
        with tempfile.TemporaryDirectory() as held:
            print(json.dumps(ONES[asked.one[0]](asked.one[1], Path(held))))
        return 0
    return everything([int(size) for size in asked.sizes.split(",")])


def by_hand(address: str, folder: Path) -> dict[str, float | str]:
    """Let the peer read the feed, in this process."""
    from _harvest_by_hand import known, read  # noqa: PLC0415 in its own process

    began, worked = time.perf_counter(), time.process_time()
    read(address, folder / "by-hand.sqlite3")
    return {
        "seconds": time.perf_counter() - began,
        "worked": time.process_time() - worked,
        "megabytes": _megabytes(),
        "known": fingerprint(known(folder / "by-hand.sqlite3")),
    }


def by_weft(address: str, folder: Path) -> dict[str, float | str]:
    """Let Weft read the feed three times, in this process."""
    import _harvest_weft as weft  # noqa: PLC0415 in its own process

    weft.awake(folder)
    weft.listen(address)
    steps, told = weft.Steps(), {}
    state, told["seconds"] = weft.read(0, steps)
    told |= {**steps.seconds, "megabytes": _megabytes(), "state": state}
    told |= {"published": weft.published(), "known": fingerprint(weft.known())}
    _, told["again"] = weft.read(4, steps)
    httpx.get(f"{address.removesuffix('/v3')}/turn?every={ONE_IN}", timeout=600)
    told["state after"], told["a hundredth"] = weft.read(5, steps)
    told |= {"megabytes at last": _megabytes(), "after": fingerprint(weft.known())}
    return told


ONES = {"weft": by_weft, "by hand": by_hand}


def fingerprint(rows: Iterable[tuple[str, ...]]) -> str:
    """Give one mark of all that is known, in any order."""
    sums = (hashlib.sha256("\n".join(row).encode()).digest() for row in rows)
    whole = 0
    for one in sums:
        whole = (whole + int.from_bytes(one, "big")) % 2**256
    return f"{whole:064x}"


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def a_server(many: int) -> Iterator[str]:
    """Serve a feed of so many services."""
    file = Path(__file__).with_name("_harvest_feed.py")
    process = subprocess.Popen(  # noqa: S603 ourselves
        [sys.executable, str(file), str(many)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None  # noqa: S101 it was asked for
    try:
        yield process.stdout.readline().strip()
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def _apart(who: str, address: str) -> Measure:
    """Measure in a process of its own, so that memory is its own."""
    command = [sys.executable, __file__, "--one", who, address]
    done = subprocess.run(  # noqa: S603 ourselves
        command, check=True, capture_output=True, text=True, cwd=ROOT
    )
    return json.loads(done.stdout.splitlines()[-1])


def everything(sizes: Sequence[int]) -> int:
    """Let both read every size, one after another."""
    from _harvest_feed import answers  # noqa: PLC0415 beside this file

    found: dict[int, tuple[Measure, Measure]] = {}
    equal = True
    for size in sizes:
        with a_server(size) as address:
            hand, weft = _apart("by hand", address), _apart("weft", address)
        right = fingerprint(answers(size))
        after = fingerprint(answers(size, every=ONE_IN))
        equal &= hand["known"] == weft["known"] == right and weft["after"] == after
        equal &= weft["published"] == size
        found[size] = (hand, weft)
        _say(size, hand, weft)
    return verdict(found, equal=equal)


def _say(size: int, hand: Measure, weft: Measure) -> None:
    if not str(weft["state"]).startswith(f"taken {size}"):
        print(f"  Weft: {weft['state']}")
    print(f"{size:,} services{'':<14}{'seconds':>9}{'a second':>10}{'peak MB':>9}")
    for name, one, key in (
        ("by hand: httpx, json, sqlite3", hand, "seconds"),
        ("  of it on the processor", hand, "worked"),
        ("Weft, read to published", weft, "seconds"),
        ("  of it on the processor", weft, "worked"),
        ("  of it: brought to the disk", weft, "brought"),
        ("  of it: taken in, listed, published", weft, "taken"),
        ("  of that: listed and published", weft, "listed"),
        ("Weft again, nothing changed", weft, "again"),
        ("Weft again, one in 100 changed", weft, "a hundredth"),
    ):
        seconds = float(one[key])
        peak = f"{float(one['megabytes']):>9,.0f}" if key == "seconds" else ""
        print(f"  {name:<38}{seconds:>9.1f}{size / seconds:>10,.0f}{peak}", flush=True)


def verdict(found: Mapping[int, tuple[Measure, Measure]], *, equal: bool) -> int:
    """Say the figures, the goals and whether the answers are equal."""
    sizes = sorted(found)
    small, large = sizes[0], sizes[-1]
    hand, weft = found[large]
    seconds, peak = float(weft["seconds"]), float(weft["megabytes at last"])
    rate = large / seconds
    worked = float(weft["worked"])
    growth = worked / float(found[small][1]["worked"])
    steps = large / small / 10
    print(
        f"\nharvest: {large:,} services read, listed and published in {seconds:.0f} s, "
        f"{rate:,.0f} a second, goal {GOAL_RATE} ({worked:.0f} s on the processor; by "
        f"hand, only kept: {float(hand['seconds']):.0f} s); peak {peak:,.0f} MB of all "
        f"three readings, goal {GOAL_MEGABYTES:,}; {growth:.1f} times {small:,}, goal "
        f"{GOAL_GROWTH * steps:.0f}; answers equal: {'yes' if equal else 'no'}"
    )
    if not equal:
        return 1
    met = (
        rate >= GOAL_RATE
        and peak <= GOAL_MEGABYTES
        and growth <= max(GOAL_GROWTH * steps, 1.5)
    )
    return 0 if met else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
