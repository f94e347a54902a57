"""For how many people, living which lives, in which areas, is there a real choice?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isnan

import numpy as np

from weft.access.domain.choice.choosing import RealChoice, World, choose
from weft.access.domain.choice.summing import ForPeople, for_people
from weft.access.domain.choice.values import (
    USUAL,
    Bytes,
    Ints,
    LifeNow,
    Longs,
    Terms,
)
from weft.access.domain.choice.varying import changed
from weft.access.domain.lives import Life
from weft.access.domain.tiles import by_tiles
from weft.access.queries.everybody.offers import Needs
from weft.access.queries.everybody.standing import (
    goings_of,
    needs_of,
    now_of,
)
from weft.access.queries.everybody.tiles import CLASSES, InTiles, in_tiles
from weft.access.queries.everybody.world import WeekAround, week_around
from weft.access.queries.lives import HeadCounted, head_counts
from weft.commons.provenance import Geography
from weft.commons.times import Week
from weft.ground.queries.about import AreaAbout
from weft.need import queries as need

THOUSANDTHS = 1_000
NOT_KNOWN = 0
"""The class of need of an area of which no tenth is known; else its tenth, 1 to 10."""

TENTH, RANK = "iod.imd.decile", "iod.imd.rank"


@dataclass(frozen=True, kw_only=True, eq=False)
class Reckoned:
    """A region's real choices in one week.

    Attributes
    ----------
    around
        What it was reckoned from: areas, offers, ways.
    needs
        Which bit stands for which need.
    now
        The lives as they are laid out for the week.
    heads
        Of each life, how many live so, with where the numbers come from.
    people
        Thousandths of each life in each area, (lives, areas).
    tenth
        Of each area: the tenth of England by deprivation, 1 the most; 0 not known.
    choice
        What is within reach of each life in each area.
    told
        The same for people.
    rank
        Of each area: its place in England by the same index, 1 the most; 0 not known.
    moved
        Who would have three if an assumption were moved, where tiles told it.
    """

    around: WeekAround
    needs: Needs
    now: tuple[LifeNow, ...]
    heads: tuple[HeadCounted, ...]
    people: Longs
    tenth: Ints
    choice: RealChoice
    told: ForPeople
    rank: Ints
    moved: Bytes | None = None

    @cached_property
    def world(self) -> World:
        """Put everybody into the week, to ask again with."""
        return self.around.world(self.people, self.tenth)

    @cached_property
    def changed(self) -> Bytes:
        """Tell who would have three if an assumption were moved; ``varying``."""
        return changed(self.world, self.now) if self.moved is None else self.moved

    @property
    def lives(self) -> tuple[Life, ...]:
        """List the lives, in the order of every axis of lives."""
        return tuple(one.life for one in self.heads)


def reckon(
    region: str, week: Week, *, terms: Terms = USUAL, tiles: InTiles | None = None
) -> Reckoned:
    """Reckon real choice for every life and area of a region.

    Parameters
    ----------
    region
        Its slug.
    week
        Which.
    terms
        What the result rests on; each may be changed.
    tiles
        How it is reckoned in parts; None in one go. The answer is the same.

    Raises
    ------
    NotFound
        When the region has no area with a point.
    """
    heads = head_counts(region)
    lives = [one.life for one in heads]
    needs = needs_of(lives)
    around = week_around(region, week, goings_of(lives), needs, terms=terms)
    people = _people(heads, around.areas)
    tenth = _of_index(region, around.areas, TENTH)
    now = tuple(now_of(life, around, needs) for life in lives)
    if tiles is None:
        choice, moved = choose(around.world(people, tenth), now, classes=CLASSES), None
    else:
        common, some = in_tiles(around, (people, tenth), now, most=tiles.most)
        choice, moved = by_tiles(common, some, around.ground, tiles.across)
    return Reckoned(
        around=around,
        needs=needs,
        now=now,
        heads=heads,
        people=people,
        tenth=tenth,
        choice=choice,
        told=for_people(choice, people),
        rank=_of_index(region, around.areas, RANK),
        moved=moved,
    )


def _people(heads: Sequence[HeadCounted], areas: Sequence[AreaAbout]) -> Longs:
    """Put people into areas: those of a small area by how many live in each part.

    Where it is not known how many live so, nobody is put there; ``heads`` says where.
    """
    inside = [_small_area(area) for area in areas]
    size = np.array([area.people or 0 for area in areas], dtype=np.float64)
    whole: dict[str, float] = {}
    parts: dict[str, int] = {}
    for code, some in zip(inside, size.tolist(), strict=True):
        whole[code] = whole.get(code, 0.0) + some
        parts[code] = parts.get(code, 0) + 1
    share = np.array(
        [
            some / whole[code] if whole[code] else 1 / parts[code]
            for code, some in zip(inside, size.tolist(), strict=True)
        ]
    )
    told = [[one.people.get(code) or 0.0 for code in inside] for one in heads]
    count = np.array(told, dtype=np.float64).reshape(len(heads), len(areas))
    people: Longs = np.rint(count * share * THOUSANDTHS).astype(np.int64)
    return people


def _small_area(area: AreaAbout) -> str:
    """Give the code of the LSOA that an area is, or lies in."""
    if area.vintage.geography is Geography.LSOA:
        return area.code
    around = area.inside(Geography.LSOA)
    return around.code if around else ""


def _of_index(region: str, areas: Sequence[AreaAbout], key: str) -> Ints:
    """Say where each area stands in the newest index loaded."""
    told = _published(region, key)
    found = [told.get(_small_area(area), NOT_KNOWN) for area in areas]
    return np.array(found, dtype=np.int32)


def _published(region: str, key: str) -> Mapping[str, int]:
    """Read the newest index of multiple deprivation of today's small areas."""
    for about in need.tables(region):
        if about.vintage == need.SMALL and key in about.keys:
            frame = need.frame(about)
            values = zip(frame.codes, frame.column(key).tolist(), strict=True)
            return {code: int(value) for code, value in values if not isnan(value)}
    return {}
