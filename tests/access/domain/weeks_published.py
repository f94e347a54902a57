"""A published week made by hand: one life or two, some areas, who has three where."""

import numpy as np

from weft.access.domain.choice.choosing import RealChoice
from weft.access.domain.choice.holding import NOW
from weft.access.domain.going import Basis
from weft.access.domain.published import Published

OFFERS = 4
NO_LIMIT = 2**31 - 1


def a_week(*, people=((1000, 2000, 3000),), three=((1, 0, 1),), rank=(1, 2, 3), **more):
    """Make one; people in thousandths, (lives, areas); the same on both planes."""
    number, areas = len(people), len(people[0])
    has = np.array(three, np.uint8)
    counts = np.zeros((number, areas, 2, 5), np.int32)
    counts[..., 0] = 3 * has[:, :, None]
    choice = RealChoice(
        counts=counts,
        more=np.zeros((number, areas, 2, 7), np.uint16),
        three=np.repeat((has << NOW)[:, :, None], 2, axis=2).astype(np.uint8),
        kinds=np.zeros((number, areas, 2, 3), np.uint16),
        hours=np.zeros((number, areas, 2, 24), np.uint8),
        takers=np.zeros((2, OFFERS, 11), np.int64),
        shared=np.zeros((number, areas, 2)),
    )
    usual = {
        "lives": tuple(f"life-{n}" for n in range(number)),
        "areas": tuple(f"E{n:04}" for n in range(areas)),
        "areas_of": "LSOA 2021",
        "people": np.array(people, np.int64),
        "unknown": np.zeros(number, np.int32),
        "tenth": np.ones(areas, np.int32),
        "choice": choice,
        "basis": Basis.STREETS.value,
        "offers": OFFERS,
        "hours_unknown": 0,
        "nowhere": 0,
        "guessed": (0, 0),
        "terms": {},
        "rank": np.array(rank, np.int32),
        "newcomers": np.full(OFFERS, NO_LIMIT, np.int32),
        "changed": np.zeros((number, areas, 2), np.uint8),
        "gates": np.zeros((3, 2, areas), np.uint16),
        "gates_known": (1, 1, 1),
    }
    return Published(**usual | more)
