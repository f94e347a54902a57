"""How long does a country take in tiles, and how much memory?

./weft bench tiles                         240,000 areas, 500,000 offers: one tile in 20
./weft bench tiles --areas 24000 --offers 50000 --one-in 4       quickly

First a small region, whole and in tiles on processes of Dask: equal, byte for byte,
also with shared places. Then a made-up country as large as Great Britain,
straight lines by bike and on foot as far as one goes in 90 minutes, 24 lives: some of
its tiles, drawn by chance, each timed where it is reckoned. What all would take is told
with the arithmetic. Nobody else answers the question: there is no peer, and no goal but
that the answers are equal. Exit code 1 when they are not.
"""

import argparse
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from distributed import Client, LocalCluster, as_completed

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))
sys.path.insert(0, str(ROOT / "benchmarks"))

from _choice_world import LIVES, _life, _offers, _points, _sessions  # noqa: E402 needs the path above

from weft.access.domain.choice import Areas, RealChoice, Terms, World, choose  # noqa: E402 needs the path above
from weft.access.domain.choice.windows import hours_in  # noqa: E402 needs the path
from weft.access.domain.journeys.everybody import Occasions  # noqa: E402 needs the path
from weft.access.domain.journeys.for_all import REAL, at_home, straight  # noqa: E402 needs the path above
from weft.access.domain.tiles import (  # noqa: E402 needs the path above
    Common,
    Tile,
    by_tiles,
    cut,
    one_by_one,
    reckon_tile,
    sharing,
)
from weft.access.domain.tiles.joining import BY_AREA  # noqa: E402 needs the path above
from weft.access.domain.tiles.values import points_of  # noqa: E402 needs the path
from weft.access.domain.travel import Way  # noqa: E402 needs the path above
from weft.cli.on_dask import across  # noqa: E402 needs the path above
from weft.commons.places import EARTH_METRES  # noqa: E402 needs the path above
from weft.commons.times import Week  # noqa: E402 needs the path above

WEEK = Week(date(2026, 11, 30))
BY = ((Way.BIKE, False), (Way.FOOT, False))
CLASSES = 11
WEIGHTS = np.linspace(2.0, 1.0, CLASSES)
SMALL = 600
SOUTH, WEST = 51.0, -3.0


@dataclass(frozen=True)
class Country:
    """A made-up country, and its tiles."""

    common: Common
    homes: np.ndarray
    areas: Areas
    tiles: tuple[Tile, ...]


def main(typed: Sequence[str]) -> int:
    """Measure, say what came of it, and end by the agreed code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--areas", type=int, default=240_000)
    parser.add_argument("--offers", type=int, default=500_000)
    parser.add_argument("--tile", type=int, default=500, help="areas of one")
    parser.add_argument("--one-in", type=int, default=20, help="tiles that are run")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    asked = parser.parse_args(typed)
    with (
        LocalCluster(
            n_workers=asked.workers, threads_per_worker=1, dashboard_address=None
        ) as cluster,
        Client(cluster) as client,
    ):
        equal = small(client)
        began = time.perf_counter()
        country = a_country(asked.areas, asked.offers, asked.tile)
        print(f"\nThe country was made in {time.perf_counter() - began:.0f} s.")
        in_part(client, country, asked)
    print(f"answers equal: {'yes' if equal else 'no'}")
    return 0 if equal else 1


def a_country(areas: int, offers: int, most: int, seed: int = 4) -> Country:
    """Make a country as dense as the made-up region of the other benchmarks."""
    chance = np.random.default_rng(seed)
    towns = max(1, round(areas / 1_500))
    homes, halls = (
        degrees(_points(chance, number, towns)) for number in (areas, offers)
    )
    told, sessions = _offers(chance, offers), _sessions(chance, offers)
    living = Areas(
        people=chance.integers(0, 40_000, (LIVES, areas)).astype(np.int64),
        need_class=chance.integers(0, CLASSES, areas).astype(np.int32),
        inside=np.ones(areas, dtype=np.int64),
    )
    nowhere = np.zeros(len(sessions), np.int32)
    common = Common(
        offers=told,
        sessions=replace(sessions, place=sessions.place + np.int32(REAL)),
        occasions=Occasions(nowhere - 1, nowhere, nowhere),
        points=halls,
        gates=(),
        by=BY,
        lives=tuple(by_bike_or_foot(chance)),
        week=WEEK,
        hours=hours_in(WEEK),
        classes=CLASSES,
        terms=Terms(),
    )
    return Country(common, homes, living, cut(homes, living, most=most))


def by_bike_or_foot(chance: np.random.Generator) -> Iterator:
    """Let every other life go by bike, and all on foot."""
    for n in range(LIVES):
        life = _life(chance, WEEK)
        limit = life.ways[0][1]
        ways = ((0, 0, 0), (2, limit, 0), *(((1, limit, 0),) if n % 2 else ()))
        yield replace(life, ways=ways)


def degrees(metres: np.ndarray) -> np.ndarray:
    """Lay metres east and north out on the globe."""
    north = SOUTH + np.degrees(metres[:, 1] / EARTH_METRES)
    east = WEST + np.degrees(metres[:, 0] / EARTH_METRES / np.cos(np.radians(SOUTH)))
    return np.column_stack([north, east])


def same(one: RealChoice, other: RealChoice) -> bool:
    """Tell whether every array is the same, byte for byte."""
    return all(
        getattr(one, name).tobytes() == getattr(other, name).tobytes()
        for name in (*BY_AREA, "takers")
    )


def small(client: Client) -> bool:
    """Reckon a small region whole, here in tiles, and on Dask, shared places too."""
    country = a_country(SMALL, SMALL * 2, 70)
    common, on = country.common, across(client)
    homes, places = points_of(country.homes), points_of(common.points)
    ways = straight(homes, places, BY, common.terms.horizon)
    world = World(
        areas=country.areas,
        offers=common.offers,
        sessions=common.sessions,
        places=common.places,
        ways=(at_home(len(homes)), *ways),
        hours=common.hours,
        terms=common.terms,
    )
    whole = choose(world, common.lives, classes=CLASSES)
    told = {
        "in tiles, here": by_tiles(common, country.tiles, None, one_by_one).choice,
        "in tiles, on Dask": by_tiles(common, country.tiles, None, on).choice,
    }
    equal = True
    for name, found in told.items():
        equal &= same(found, whole)
        print(f"{SMALL} areas {name}: {'equal' if same(found, whole) else 'NOT EQUAL'}")
    one = cut(country.homes, country.areas, most=SMALL)
    shared = [
        sharing(common, tiles, None, how, weights=WEIGHTS).choice
        for tiles, how in ((one, one_by_one), (country.tiles, on))
    ]
    equal &= same(*shared)
    print(f"places shared over all tiles: {'equal' if same(*shared) else 'NOT EQUAL'}")
    return equal


def timed(tile: Tile, common: Common) -> tuple[float, int, int, int]:
    """Reckon a tile on a worker: seconds, areas, offers in its halo, peak in MB."""
    began = time.process_time()
    part = reckon_tile(common, tile, None, None)
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return spent, len(part.rows), len(part.offers), peak


def in_part(client: Client, country: Country, asked: argparse.Namespace) -> None:
    """Reckon some tiles, and say what all would take."""
    number, tiles = len(country.tiles), country.tiles
    chance = np.random.default_rng(1)
    some = chance.choice(number, max(2, number // asked.one_in), replace=False)
    began = time.perf_counter()
    common = client.scatter(country.common, broadcast=True)
    shipped = time.perf_counter() - began
    client.gather([client.submit(timed, tiles[at], common) for at in some[:2]])
    began = time.perf_counter()
    futures = [client.submit(timed, tiles[at], common, pure=False) for at in some]
    told = np.array([one.result() for one in as_completed(futures)])
    wall = time.perf_counter() - began
    report(told, number, wall, shipped, asked)


def report(
    told: np.ndarray,
    tiles: int,
    wall: float,
    shipped: float,
    asked: argparse.Namespace,
) -> None:
    """Say what was measured, and what follows from it."""
    seconds, areas, halo, peak = told.T
    rows = [
        ("tiles run, of", f"{len(told):,} of {tiles:,}"),
        ("areas run, of", f"{int(areas.sum()):,} of {asked.areas:,}"),
        ("offers", f"{asked.offers:,}"),
        (
            "offers in a halo: middle, most",
            f"{np.median(halo):,.0f}, {halo.max():,.0f}",
        ),
        (
            "processor seconds a tile: least, middle, most",
            f"{seconds.min():.1f}, {np.median(seconds):.1f}, {seconds.max():.1f}",
        ),
        ("seconds on the clock", f"{wall:.0f} with {asked.workers} processes"),
        ("the country sent to workers in", f"{shipped:.1f} s"),
        ("peak memory of a process", f"{int(peak.max()):,} MB"),
    ]
    print("\n| | |\n|---|---|")
    for name, value in rows:
        print(f"| {name} | {value} |")
    mean = seconds.sum() / areas.sum()
    spread = 1.96 * np.std(seconds / areas) / np.sqrt(len(told)) / mean
    whole = mean * asked.areas
    answer = asked.areas * LIVES * (134 + 4 * 11) / 1e6
    print(
        f"\nWhole: {seconds.sum():.0f} s / {int(areas.sum()):,} areas x "
        f"{asked.areas:,} areas = {whole:,.0f} processor seconds "
        f"({100 * spread:.0f} % either way by chance of the tiles) = "
        f"{whole / 3600:.1f} hours on one processor, "
        f"{whole / 3600 / 16:.2f} on 16. Twice that where places are shared.\n"
        f"The answer: {asked.areas:,} areas x {LIVES} lives x 178 bytes = "
        f"{answer:,.0f} MB with whoever asks."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
