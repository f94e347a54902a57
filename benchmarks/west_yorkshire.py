"""What does a week of real choice take for a whole true region, end to end?

./weft bench west_yorkshire                 with no offers, then 4,000 that are made up
./weft bench west_yorkshire --offers 500    quickly

Builds West Yorkshire from the open files beside the project (WEFT_SHARED, else
../shared), reckons and publishes the week, and reckons it again against its package.
There is no street file and no timetable among them: ways are straight lines, and are
marked so. Open files hold places and no sessions, so the first answer is that nothing
is known to be on. Then offers that are made up, at true halls, libraries, churches and
theatres, and people who are made up, show what it takes: no number of theirs says
anything about West Yorkshire. Of these the pages are asked, cold and warm.
Each step runs in a process of its own. Exit code 1 when the week differs when it is
reckoned again, or when something does not say that its ways are guessed.
"""

import argparse
import csv
import io
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from _west_yorkshire_made_up import SLUG, write_offers, write_people
from _west_yorkshire_pages import told

ROOT = Path(__file__).parents[1]
WEFT = ("-m", "weft")


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--offers", type=int, default=4_000)
    asked = parser.parse_args(typed)
    shared = Path(os.environ.get("WEFT_SHARED", ROOT.parent / "shared"))
    data = shared / "data" / SLUG
    if not data.is_dir():
        print(f"Not measured: the open data is not at {data}. Set WEFT_SHARED.")
        return 0
    same = True
    for offers in (0, asked.offers):
        with tempfile.TemporaryDirectory() as held:
            same &= measured(data, Path(held), offers)
    print(f"answers equal: {'yes' if same else 'no'}")
    return 0 if same else 1


def measured(data: Path, held: Path, offers: int) -> bool:
    """Build, reckon, publish, and reckon again; print what each took."""
    files, kept = held / "files", held / "data"
    files.mkdir()
    for one in data.iterdir():
        (files / one.name).symlink_to(one)
    if offers:
        write_offers(files, offers)
        write_people(files)
    print(f"\n## {offers:,} offers that are made up\n")
    print("| step | seconds | of a processor | peak memory |\n|---|---|---|---|")
    usual = ["--data-dir", str(kept)]
    step("built", *WEFT, "region", "build", SLUG, "--from", str(files), *usual)
    said = step("reckoned and published", *WEFT, "choice", SLUG, "--publish", *usual)
    (package,) = (kept / "choice" / SLUG).glob("*.zip")
    again = step(
        "reckoned again", *WEFT, "choice", SLUG, "--against", str(package), *usual
    )
    made = "{}"
    if offers:
        os.environ["WEFT_DATA_DIR"] = str(kept)
        file = str(ROOT / "benchmarks" / "_west_yorkshire_next.py")
        made = step("the next offer made ready", file, SLUG)
    print(f"\n{said.splitlines()[0]}\n")
    for line in in_it(package):
        print(line)
    same = "to the last digit" in again
    ready = json.loads(made.splitlines()[-1])
    if ready:
        print(f"\n{ready['rooms']:,} rooms weighed for the next offer.")
        same &= told(kept, ready["scenarios"])
    return same


def step(words: str, *typed: str) -> str:
    """Run a command of ours, and say its seconds and its memory."""
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 one of ours
        [sys.executable, *typed],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # progress
        text=True,
        cwd=ROOT,
    ) as run:
        said = run.stdout.read() if run.stdout else ""
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    spent = time.perf_counter() - began
    work = used.ru_utime + used.ru_stime
    print(
        f"| {words} | {spent:.1f} | {work:.1f} | {used.ru_maxrss / 1024:,.0f} MB |",
        flush=True,
    )
    return said


def in_it(package: Path) -> Iterator[str]:
    """Tell what the package holds, life by life."""
    with zipfile.ZipFile(package) as inside:
        rows = {
            name: list(csv.DictReader(io.StringIO(inside.read(f"{name}.csv").decode())))
            for name in ("lives", "choices", "offers", "terms")
        }
    size = package.stat().st_size / 1e6
    sessions = sum(int(one["sessions"]) for one in rows["offers"])
    terms = {one["term"]: one["value"] for one in rows["terms"]}
    yield (
        f"{sessions:,} sessions; {terms['basis']}; package of {size:.1f} MB with "
        f"{len(rows['choices']):,} rows of areas and lives.\n"
    )
    yield "| life | areas with three, certain | possible | possible offers, middle |"
    yield "|---|---|---|---|"
    for life in rows["lives"]:
        here = [one for one in rows["choices"] if one["life"] == life["life"]]
        sure, maybe = (
            sum(one[f"three_{plane}"] == "true" for one in here)
            for plane in ("certain", "possible")
        )
        middle = np.median([int(one["offers_possible"]) for one in here])
        yield f"| {life['title']} | {sure:,} | {maybe:,} | {middle:,.0f} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
