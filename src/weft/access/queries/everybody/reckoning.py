"""For how many people, living which lives, in which areas, is there a real choice?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from weft.access.domain.choice.choosing import RealChoice, choose
from weft.access.domain.choice.summing import ForPeople, for_people
from weft.access.domain.choice.values import (
    USUAL,
    Ints,
    LifeNow,
    Longs,
    Numbers,
    Terms,
)
from weft.access.domain.choice.windows import hours_in
from weft.access.domain.journeys.for_all import By
from weft.access.domain.lives import Life, in_week
from weft.access.domain.spans import FAR
from weft.access.domain.tiles import Across, Common, Tile, by_tiles, cut
from weft.access.domain.travel import Way
from weft.access.queries.everybody.offers import Needs
from weft.access.queries.everybody.world import (
    AT_HOME_ROW,
    WeekAround,
    week_around,
)
from weft.access.queries.lives import HeadCounted, head_counts
from weft.commons.places import Point
from weft.commons.provenance import Geography
from weft.commons.times import Week
from weft.ground.queries.about import AreaAbout
from weft.need import queries as need

ENGLISH = "en"
THOUSANDTHS = 1_000
NOT_KNOWN = 0
"""The class of need of an area of which no tenth is known; else its tenth, 1 to 10."""

CLASSES = 11
TENTH = "iod.imd.decile"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reckoned:
    """A region's real choices in one week.

    Attributes
    ----------
    around
        What it was reckoned from: areas, offers, ways.
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
    """

    around: WeekAround
    heads: tuple[HeadCounted, ...]
    people: Longs
    tenth: Ints
    choice: RealChoice
    told: ForPeople

    @property
    def lives(self) -> tuple[Life, ...]:
        """List the lives, in the order of every axis of lives."""
        return tuple(one.life for one in self.heads)


@dataclass(frozen=True, slots=True, kw_only=True)
class InTiles:
    """How a region is reckoned in parts.

    Attributes
    ----------
    across
        Reckons the parts, here or on other machines.
    most
        Areas of one part.
    """

    across: Across
    most: int


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
    tongues = tuple(dict.fromkeys(t for one in lives if (t := _tongue(one))))
    needs, means = Needs(tongues), [one for life in lives for one in _means(life)]
    around = week_around(region, week, dict.fromkeys(means), needs, terms=terms)
    people = _people(heads, around.areas)
    tenth = _tenths(region, around.areas)
    now = [_now(life, around, needs) for life in lives]
    if tiles is None:
        choice = choose(around.world(people, tenth), now, classes=CLASSES)
    else:
        parts = in_tiles(around, (people, tenth), now, most=tiles.most)
        choice = by_tiles(*parts, around.ground, tiles.across)
    return Reckoned(
        around=around,
        heads=heads,
        people=people,
        tenth=tenth,
        choice=choice,
        told=for_people(choice, people),
    )


def in_tiles(
    around: WeekAround, who: tuple[Longs, Ints], now: Sequence[LifeNow], *, most: int
) -> tuple[Common, tuple[Tile, ...]]:
    """Cut a region's week into tiles.

    Parameters
    ----------
    around
        The week; its journeys are not found here.
    who
        People of each life in each area, and the class of need of each area.
    now
        The lives.
    most
        Areas of one tile.
    """
    laid, gates = around.laid, [gates for _, gates in around.laid.places]
    common = Common(
        offers=laid.offers,
        sessions=laid.sessions,
        occasions=laid.occasions,
        points=_degrees([point for point, _ in laid.places]),
        gates=tuple(gates) if any(gates) else (),
        by=around.by,
        lives=tuple(now),
        week=around.week,
        hours=hours_in(around.week),
        classes=CLASSES,
        terms=around.terms,
    )
    return common, cut(_degrees(around.homes), around.people(*who), most=most)


def _degrees(points: Sequence[Point]) -> Numbers:
    told = [(point.latitude, point.longitude) for point in points]
    return np.array(told, dtype=np.float64).reshape(-1, 2)


def _tongue(life: Life) -> frozenset[str]:
    """Say in which languages somebody must be met; none where English will do."""
    languages = life.means.languages
    return frozenset() if ENGLISH in languages else languages


def _own(life: Life) -> Way:
    """Say what goes to the bus: wheels, where a life goes on wheels."""
    goes = {one.by for one in life.goes}
    return Way.WHEELS if Way.WHEELS in goes else Way.FOOT


def _means(life: Life) -> list[By]:
    """List how a life gets about."""
    return [
        (_own(life), True) if one.by is Way.BUS else (one.by, False)
        for one in life.goes
    ]


def _now(life: Life, around: WeekAround, needs: Needs) -> LifeNow:
    """Lay a life out for the week; whoever it is may stay at home."""
    means = zip(life.goes, _means(life), strict=True)
    told = in_week(
        life,
        around.week,
        rows={one.by: around.row_of[how] for one, how in means if how in around.row_of},
        ways_in=around.laid.ways_in,
    )
    tongue = _tongue(life)
    return replace(
        told,
        ways=(*told.ways, (AT_HOME_ROW, FAR - 1, 0)),
        needs=told.needs | (needs.of_tongue(tongue) if tongue else 0),
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


def _tenths(region: str, areas: Sequence[AreaAbout]) -> Ints:
    """Say in which tenth of deprivation each area lies, by the newest index loaded."""
    told = _published_tenths(region)
    found = [told.get(_small_area(area), NOT_KNOWN) for area in areas]
    return np.array(found, dtype=np.int32)


def _published_tenths(region: str) -> Mapping[str, int]:
    """Read the newest index of multiple deprivation of today's small areas."""
    for about in need.tables(region):
        if about.vintage == need.SMALL and TENTH in about.keys:
            frame = need.frame(about)
            values = zip(frame.codes, frame.column(TENTH).tolist(), strict=True)
            return {code: int(value) for code, value in values if not isnan(value)}
    return {}
