"""Which lives have three things within reach where a place lies, by its own areas?"""

from dataclasses import dataclass

import numpy as np

from weft.access.domain.choice.values import CERTAIN, POSSIBLE
from weft.access.domain.lives import Life
from weft.access.queries.lives import lives
from weft.access.queries.weeks import PublishedAbout, published, published_weeks
from weft.commons.provenance import Geography
from weft.ground.queries import areas_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeHere:
    """One life in a place: in how many of its small areas there are three."""

    life: Life
    areas: int
    certain: int
    possible: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LivesHere:
    """What the newest published week says of a place, life by life."""

    week: PublishedAbout
    lives: tuple[LifeHere, ...]


def lives_here(region: str, code: str) -> LivesHere | None:
    """Say of each life in how many small areas of a place it has three.

    Parameters
    ----------
    region
        The place's region.
    code
        Of any area; the week speaks of those that lie in it, or of itself.

    Returns
    -------
    LivesHere or None
        None where no week is published, or none that speaks of the place. How many
        people live so is not told: a place has few.
    """
    week = next(iter(published_weeks(region)), None)
    if week is None:
        return None
    told = published(week)
    geography = Geography(told.areas_of.split()[0].lower())
    inside = {code, *areas_inside(code, geography)}
    here = np.flatnonzero([one in inside for one in told.areas])
    if not len(here):
        return None
    three = told.choice.has_three[:, here, :].sum(axis=1)
    named = {one.slug: one for one in lives()}
    return LivesHere(
        week=week,
        lives=tuple(
            LifeHere(
                life=named[slug],
                areas=len(here),
                certain=int(three[n, CERTAIN]),
                possible=int(three[n, POSSIBLE]),
            )
            for n, slug in enumerate(told.lives)
            if slug in named
        ),
    )
