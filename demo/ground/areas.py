"""How is the valley divided, so that nothing is left over and nothing counted twice?

Every output area is the ground nearest to one little cluster of houses. All larger
areas are unions of output areas, so their edges are the same points exactly.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from random import Random

import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from demo.ground.land import Spot, inside_valley, outline
from demo.ground.neighbourhoods import (
    BY_NAME,
    DISTRICTS,
    NEIGHBOURHOODS,
    Neighbourhood,
)
from demo.ground.shapes import faces_around
from demo.setting import Setting

PEOPLE_IN_ONE = 316


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputArea:
    """About 120 households, with every area they lie in.

    ``lsoa11`` is the LSOA of 2011 that held these houses; ``at`` is where most of
    them stand, in metres.
    """

    code: str
    lsoa: str
    lsoa11: str
    msoa: str
    ward: str
    neighbourhood: str
    at: Spot
    people: int
    shape: Polygon
    outlying: bool

    @property
    def place(self) -> Neighbourhood:
        """The neighbourhood it belongs to."""
        return BY_NAME[self.neighbourhood]

    @property
    def lad(self) -> str:
        """The code of its district."""
        return DISTRICTS[self.place.district].code


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A cluster of houses before it has edges or codes."""

    place: Neighbourhood
    lsoa: int
    at: Spot
    people: int
    outlying: bool


@dataclass(frozen=True)
class Areas:
    """All areas of the valley, of every vintage."""

    oas: tuple[OutputArea, ...]
    names: dict[str, str]

    def shape(self, of: Callable[[OutputArea], str]) -> dict[str, BaseGeometry]:
        """Join output areas into larger ones, by the code that ``of`` gives."""
        parts: dict[str, list[Polygon]] = {}
        for oa in self.oas:
            parts.setdefault(of(oa), []).append(oa.shape)
        return {
            code: shapely.coverage_union_all(shapes).normalize()
            for code, shapes in sorted(parts.items())
        }

    def people(self, of: Callable[[OutputArea], str]) -> dict[str, int]:
        """Count the people of larger areas."""
        count: dict[str, int] = {}
        for oa in self.oas:
            count[of(oa)] = count.get(of(oa), 0) + oa.people
        return dict(sorted(count.items()))

    @cached_property
    def by_code(self) -> dict[str, OutputArea]:
        """Find an output area by its code."""
        return {oa.code: oa for oa in self.oas}

    @cached_property
    def _tree(self) -> shapely.STRtree:
        return shapely.STRtree([oa.shape for oa in self.oas])

    def holding(self, at: Spot) -> OutputArea:
        """Find the output area that holds a point, or the nearest one."""
        return self.oas[int(self._tree.nearest(Point(at)))]

    def of_lsoa(self, code: str) -> list[OutputArea]:
        """List the output areas of one LSOA."""
        return [oa for oa in self.oas if oa.lsoa == code]

    @cached_property
    def lsoas(self) -> dict[str, list[OutputArea]]:
        """Give each LSOA of 2021 with its output areas."""
        found: dict[str, list[OutputArea]] = {}
        for oa in self.oas:
            found.setdefault(oa.lsoa, []).append(oa)
        return dict(sorted(found.items()))


def divide(setting: Setting) -> Areas:
    """Divide the valley into its areas."""
    rng = setting.chance("areas")
    clusters = [
        cluster for place in NEIGHBOURHOODS for cluster in houses_of(place, rng)
    ]
    shapes = faces_around([c.at for c in clusters], outline(), rng)
    return coded(clusters, shapes)


def houses_of(place: Neighbourhood, rng: Random) -> Iterable[Cluster]:
    """Scatter a neighbourhood's clusters of houses, LSOA by LSOA."""
    turn = rng.uniform(0, math.tau)
    people = shared(place.people, place.lsoas, 0.12, rng)
    for number, here in enumerate(people):
        angle = turn + math.tau * number / place.lsoas
        away = 0 if place.lsoas == 1 else 330
        centre = (
            place.at[0] + away * math.cos(angle),
            place.at[1] + away * math.sin(angle),
        )
        how_many = max(3, round(here / PEOPLE_IN_ONE))
        for i, some in enumerate(shared(here, how_many, 0.18, rng)):
            outlying = place.hill and i >= 3
            side = (angle, math.pi / place.lsoas)
            at = (
                far_cluster(place, side, rng)
                if outlying
                else near_cluster(centre, i, rng)
            )
            yield Cluster(
                place=place, lsoa=number, at=at, people=some, outlying=outlying
            )


def shared(total: int, parts: int, spread: float, rng: Random) -> list[int]:
    """Share a number out in nearly equal whole parts."""
    weights = [1 + rng.uniform(-spread, spread) for _ in range(parts)]
    cuts = [round(total * sum(weights[: i + 1]) / sum(weights)) for i in range(parts)]
    return [b - a for a, b in zip([0, *cuts], cuts, strict=False)]


def near_cluster(centre: Spot, i: int, rng: Random) -> Spot:
    """Place a cluster in the built-up part, like a seed in a sunflower."""
    away, angle = 92 * math.sqrt(i + 0.4), i * 2.39996 + rng.uniform(-0.2, 0.2)
    return (
        round(centre[0] + away * math.cos(angle)),
        round(centre[1] + away * math.sin(angle)),
    )


def far_cluster(place: Neighbourhood, side: tuple[float, float], rng: Random) -> Spot:
    """Place a hamlet or a scatter of farms on one side of a hill village."""
    facing, spread = side
    while True:
        away, angle = rng.uniform(420, 950), facing + rng.uniform(-spread, spread)
        at = (
            round(place.at[0] + away * math.cos(angle)),
            round(place.at[1] + away * math.sin(angle)),
        )
        nearest = min(NEIGHBOURHOODS, key=lambda other: math.dist(other.at, at))
        if nearest is place and inside_valley(at):
            return at


WARDS = sorted({(place.district, place.ward) for place in NEIGHBOURHOODS})
SPLIT = ("High Tenter", "Kettlewick")
"""Grown since 2011: one LSOA became two."""
MERGED = "Harrow Clough"
"""Shrunk since 2011: two LSOAs became one."""
REDRAWN = "Rushby Town"
"""Two LSOAs swapped some houses."""


def coded(clusters: list[Cluster], shapes: list[Polygon]) -> Areas:
    """Give every area its code and name, in the ranges no real area uses."""
    lsoas = both_vintages(clusters)
    wards = wards_of(clusters)
    oas = [
        OutputArea(
            code=f"E00900{i + 1:03d}",
            lsoa=lsoas[i][1],
            lsoa11=lsoas[i][0],
            msoa=f"E0290{cluster.place.district}{cluster.place.msoa}",
            ward=wards[i],
            neighbourhood=cluster.place.name,
            at=cluster.at,
            people=cluster.people,
            shape=shape,
            outlying=cluster.outlying,
        )
        for i, (cluster, shape) in enumerate(zip(clusters, shapes, strict=True))
    ]
    return Areas(oas=tuple(oas), names=names_of(oas))


def both_vintages(clusters: list[Cluster]) -> dict[int, tuple[str, str]]:
    """Give each cluster its LSOA of 2011 and of 2021.

    Unchanged areas keep their code, as real ones did; changed ones get a new one.
    """
    members: dict[tuple[int, str, str, int], list[int]] = {}
    for i, c in enumerate(clusters):
        key = (c.place.district, c.place.msoa, c.place.name, c.lsoa)
        members.setdefault(key, []).append(i)
    found = {}
    for number, key in enumerate(sorted(members), 1):
        code, inside = f"E01900{number:03d}", members[key]
        inside = sorted(inside, key=lambda i: clusters[i].at)
        west = set(inside[: len(inside) // 2])
        for i in inside:
            found[i] = (code, code)
            if key[2] in SPLIT:
                new = 1 + 2 * SPLIT.index(key[2]) + (i not in west)
                found[i] = (code, f"E0190100{new}")
            if key[2] == MERGED:
                found[i] = (code if i in west else "E01900099", "E01901005")
    redraw(clusters, members, found)
    return found


def redraw(
    clusters: list[Cluster],
    members: dict[tuple[int, str, str, int], list[int]],
    found: dict[int, tuple[str, str]],
) -> None:
    """Move the houses nearest the border from one LSOA of 2011 to the next."""
    one, other = [key for key in sorted(members) if key[2] == REDRAWN][:2]
    centre = clusters[members[other][0]].at
    moved = min(members[one], key=lambda i: math.dist(clusters[i].at, centre))
    codes = found[members[one][0]][0], found[members[other][0]][0]
    for key, old, new in ((one, codes[0], "E01901006"), (other, codes[1], "E01901007")):
        for i in members[key]:
            found[i] = (codes[1] if i == moved else old, new)


def wards_of(clusters: list[Cluster]) -> list[str]:
    """Give each cluster its ward; four of them lie just over the border.

    Wards pay no heed to LSOAs, so that a lookup between them is a best fit.
    """
    own = [(c.place.district, c.place.ward) for c in clusters]
    nearest = []
    for i, c in enumerate(clusters):
        across = [
            (math.dist(c.at, other.at), i, own[j])
            for j, other in enumerate(clusters)
            if own[j] != own[i] and own[j][0] == own[i][0]
        ]
        nearest.append(min(across))
    for _, i, ward in sorted(nearest)[:16:4]:
        own[i] = ward
    return [f"E05900{WARDS.index(ward) + 1:03d}" for ward in own]


def names_of(oas: list[OutputArea]) -> dict[str, str]:
    """Name every area: districts as words, LSOAs as «Aldermill 003B».

    An unchanged LSOA keeps its letter from 2011; a new one takes the next letter.
    """
    names = {district.code: district.name for district in DISTRICTS.values()}
    names |= {f"E05900{i:03d}": ward for i, (_, ward) in enumerate(WARDS, 1)}
    names |= {
        oa.msoa: f"{DISTRICTS[oa.place.district].name} {oa.place.msoa}" for oa in oas
    }
    letters = lettered([(oa.msoa, oa.lsoa11, oa.lsoa) for oa in oas])
    for oa in oas:
        names[f"lsoa11:{oa.lsoa11}"] = names[oa.msoa] + letters[oa.lsoa11]
        names[f"lsoa:{oa.lsoa}"] = names[oa.msoa] + letters[oa.lsoa]
    return names


def lettered(triples: list[tuple[str, str, str]]) -> dict[str, str]:
    """Give each LSOA its letter within its MSOA, those of 2011 first."""
    letters: dict[str, str] = {}
    for msoa in sorted({msoa for msoa, _, _ in triples}):
        olds = sorted({old for m, old, _ in triples if m == msoa})
        news = sorted({new for m, _, new in triples if m == msoa} - {*olds})
        letters |= dict(zip([*olds, *news], "ABCDEFGHIJKL", strict=False))
    return letters
