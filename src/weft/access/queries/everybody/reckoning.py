"""For how many people, living which lives, in which areas, is there a real choice?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from weft.access.domain.choice.choosing import RealChoice, choose
from weft.access.domain.choice.summing import ForPeople, for_people
from weft.access.domain.choice.values import (
    FAR,
    USUAL,
    Ints,
    LifeNow,
    Longs,
    Terms,
)
from weft.access.domain.lives import Life, in_week
from weft.access.domain.travel import Way
from weft.access.queries.everybody.offers import Needs
from weft.access.queries.everybody.world import (
    AT_HOME_ROW,
    Means,
    WeekAround,
    week_around,
)
from weft.access.queries.lives import HeadCounted, head_counts
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
    """

    around: WeekAround
    needs: Needs
    now: tuple[LifeNow, ...]
    heads: tuple[HeadCounted, ...]
    people: Longs
    tenth: Ints
    choice: RealChoice
    told: ForPeople

    @property
    def lives(self) -> tuple[Life, ...]:
        """List the lives, in the order of every axis of lives."""
        return tuple(one.life for one in self.heads)


def reckon(region: str, week: Week, *, terms: Terms = USUAL) -> Reckoned:
    """Reckon real choice for every life and area of a region.

    Parameters
    ----------
    region
        Its slug.
    week
        Which.
    terms
        What the result rests on; each may be changed.

    Raises
    ------
    NotFound
        When the region has no area with a point.
    """
    heads = head_counts(region)
    lives = [one.life for one in heads]
    tongues = tuple(dict.fromkeys(t for one in lives if (t := tongue_of(one))))
    needs, means = Needs(tongues), [one for life in lives for one in _means(life)]
    around = week_around(region, week, dict.fromkeys(means), needs, terms=terms)
    people = _people(heads, around.areas)
    tenth = _tenths(region, around.areas)
    now = lives_now(lives, around, needs)
    choice = choose(around.world(people, tenth), now, classes=CLASSES)
    return Reckoned(
        around=around,
        needs=needs,
        now=now,
        heads=heads,
        people=people,
        tenth=tenth,
        choice=choice,
        told=for_people(choice, people),
    )


def lives_now(
    lives: Sequence[Life], around: WeekAround, needs: Needs
) -> tuple[LifeNow, ...]:
    """Lay lives out for a week, with its ways and its ways in."""
    return tuple(_now(life, around, needs) for life in lives)


def tongue_of(life: Life) -> frozenset[str]:
    """Say in which languages somebody must be met; none where English will do."""
    languages = life.means.languages
    return frozenset() if ENGLISH in languages else languages


def _own(life: Life) -> Way:
    """Say what goes to the bus: wheels, where a life goes on wheels."""
    goes = {one.by for one in life.goes}
    return Way.WHEELS if Way.WHEELS in goes else Way.FOOT


def _means(life: Life) -> list[Means]:
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
    tongue = tongue_of(life)
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
