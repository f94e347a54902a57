"""Which questions to those who hold offers could open a third choice to most people?"""

from collections.abc import Iterator, Mapping

import numpy as np

from weft.access.domain.lives import NEEDS, Lacks
from weft.access.domain.whatif import (
    Baseline,
    Buildings,
    Fact,
    Question,
    questions,
)
from weft.access.queries.everybody.offers import Needs
from weft.access.queries.everybody.reckoning import Reckoned
from weft.assets.domain.facts import FactField
from weft.assets.domain.listing import OF_THE_PLACE
from weft.assets.domain.worth_asking import About, Untold, WorthAsking
from weft.commons.disclosure import rounded_estimate
from weft.commons.places import Point

MOST = 50

ONLINE = sum(1 << bit for bit, need in enumerate(NEEDS) if isinstance(need, Lacks))
"""What taking part online takes: who says that it is not online tells of all of it."""

OF_A_BUILDING = sum(1 << bit for bit, need in enumerate(NEEDS) if need in OF_THE_PLACE)
"""What is so of a building, and of all that takes place in it."""

_ABOUT: Mapping[Fact, About] = {
    Fact.PRICE: Untold.PRICE,
    Fact.AGES: Untold.AGES,
    Fact.ROOM: FactField.ROOM,
    Fact.THERE: Untold.STILL_ON,
}


def worth_asking(reckoned: Reckoned, *, most: int = MOST) -> tuple[WorthAsking, ...]:
    """Rank the questions of a week by what their answers could make certain.

    Parameters
    ----------
    reckoned
        The week.
    most
        So many at most.

    Returns
    -------
    tuple
        The one that could open a third choice to most people first. Offers of regions
        beside it are asked about too, if one goes there.
    """
    base = Baseline(world=reckoned.world, lives=reckoned.now, found=reckoned.choice)
    found = questions(base, together=ONLINE, buildings=_buildings(reckoned), most=most)
    return tuple(_handed_over(found, reckoned))


def _buildings(reckoned: Reckoned) -> Buildings:
    """Say which offers are in one building, by where they are."""
    numbers: dict[Point, int] = {}
    places = [
        -1
        if one.online or one.point is None
        else numbers.setdefault(one.point, len(numbers))
        for one in reckoned.around.laid.on_offer
    ]
    return Buildings(np.array(places, dtype=np.int64), OF_A_BUILDING)


def _handed_over(
    found: tuple[Question, ...], reckoned: Reckoned
) -> Iterator[WorthAsking]:
    """Say each in the register's own terms; no number is finer than an estimate."""
    for one in found:
        about, tongues = _about(one, reckoned.needs)
        yield WorthAsking(
            offer=reckoned.around.laid.on_offer[one.offer].key,
            about=about,
            tongues=tongues,
            people=rounded_estimate(one.people),
            more=tuple(
                reckoned.around.laid.on_offer[other].key
                for other in one.offers
                if other != one.offer
            ),
        )


def _about(one: Question, needs: Needs) -> tuple[About, tuple[str, ...]]:
    """Say what is asked, and which languages would do."""
    if one.fact is not Fact.NEED or one.need is None:
        return _ABOUT[one.fact], ()
    if one.need >= len(NEEDS):
        return Untold.LANGUAGES, tuple(sorted(needs.tongues[one.need - len(NEEDS)]))
    need = NEEDS[one.need]
    return (need if isinstance(need, FactField) else FactField.ONLINE), ()
