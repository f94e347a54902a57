"""What does a week of real choice take for a whole true region, end to end?

./weft bench west_yorkshire                 with no offers, then 4,000 that are made up
./weft bench west_yorkshire --offers 500    quickly

Builds West Yorkshire from the open files beside the project (WEFT_SHARED, else
../shared), reckons and publishes the week, and reckons it again against its package.
There is no street file and no timetable among them: ways are straight lines, and are
marked so. Open files hold places and no sessions, so the first answer is that nothing
is known to be on. Then offers that are made up, at true halls, libraries, churches and
theatres, show what it takes: no number of theirs says anything about West Yorkshire.
Each step runs in a process of its own. Exit code 1 when the week differs when it is
reckoned again.
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

ROOT = Path(__file__).parents[1]
SLUG = "west-yorkshire"
HALLS = (
    "community_centre",
    "arts_centre",
    "library",
    "theatre",
    "place_of_worship",
    "social_centre",
)
KINDS = ("creative", "cultural", "community", "food", "heritage", "movement")
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
RULES = ("come", "come", "ring", "book", "")
COLUMNS = (
    *("id", "name", "group", "place", "kinds", "days", "starts", "ends"),
    *("price_pence_least", "price_pence_most", "step_free", "joining_rule"),
    *("newcomers_per_week", "told_on"),
)
YES_NO = ("yes", "no", "")


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
    print(f"\n## {offers:,} offers that are made up\n")
    print("| step | seconds | of a processor | peak memory |\n|---|---|---|---|")
    usual = ["--data-dir", str(kept)]
    step("built", "region", "build", SLUG, "--from", str(files), *usual)
    said = step("reckoned and published", "choice", SLUG, "--publish", *usual)
    (package,) = (kept / "choice" / SLUG).glob("*.zip")
    again = step("reckoned again", "choice", SLUG, "--against", str(package), *usual)
    print(f"\n{said.splitlines()[0]}\n")
    for line in in_it(package):
        print(line)
    return "to the last digit" in again


def step(words: str, *typed: str) -> str:
    """Run a command of ours, and say its seconds and its memory."""
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 one of ours
        [sys.executable, "-m", "weft", *typed],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # progress
        text=True,
        cwd=ROOT,
    ) as run:
        said = run.stdout.read() if run.stdout else ""
        _, status, used = os.wait4(run.pid, 0)
        run.returncode = os.waitstatus_to_exitcode(status)
    spent = time.perf_counter() - began
    work, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    print(f"| {words} | {spent:.1f} | {work:.1f} | {peak:,.0f} MB |", flush=True)
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


def write_offers(files: Path, many: int) -> None:
    """Make offers up at true halls, as people tell them in our own two tables."""
    chance = np.random.default_rng(7)
    halls = list(_halls(files / "osm"))
    folder = files / "weft"
    folder.mkdir()
    with (folder / "weft-assets.csv").open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out)
        write.writerow(["id", "kind", "name", "latitude", "longitude", "visibility"])
        for n, (east, north) in enumerate(halls):
            told = [f"{north:.6f}", f"{east:.6f}"]
            write.writerow([f"h{n}", "place", f"Made-up hall {n}", *told, "public"])
        for n in range(many // 2):
            write.writerow([f"g{n}", "group", f"Made-up group {n}", "", "", "public"])
    with (folder / "weft-offers.csv").open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out)
        write.writerow(COLUMNS)
        write.writerows(_an_offer(chance, n, many, len(halls)) for n in range(many))


def _halls(folder: Path) -> Iterator[tuple[float, float]]:
    for name in HALLS:
        file = folder / f"{SLUG}-amenities-{name}.geojson"
        for one in json.loads(file.read_text(encoding="utf-8"))["features"]:
            if one["geometry"] and one["geometry"]["type"] == "Point":
                yield tuple(one["geometry"]["coordinates"][:2])


def _an_offer(
    chance: np.random.Generator, n: int, many: int, halls: int
) -> list[object]:
    starts = int(chance.integers(9, 20))
    days = chance.choice(DAYS, int(chance.integers(1, 3)), replace=False)
    price = int(chance.choice([0, 0, 0, 200, 500]))
    prices = [price, price] if chance.random() < 0.8 else ["", ""]
    return [
        f"o{n}",
        f"Made-up offer {n}",
        f"g{int(chance.integers(0, many // 2))}",
        f"h{int(chance.integers(0, halls))}",
        str(chance.choice(KINDS)),
        ";".join(days),
        f"{starts}:00",
        f"{starts + int(chance.integers(1, 4))}:00",
        *prices,
        str(chance.choice(YES_NO)),
        str(chance.choice(RULES)),
        str(chance.choice(["", "0", "3", "99"])),
        time.strftime("%Y-%m-01"),
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
