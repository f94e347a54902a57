"""A week made ready for the next offer, in which every room matters."""

import numpy as np
from django.utils import timezone

from tests.web import valley
from weft.access.domain.next_offer import Case, Hours, Prepared, Reach, Standing
from weft.access.services.next_offer import keep_ready
from weft.accounts.actors import Actor


def longs(values):
    return np.array(values, dtype=np.int64)


def a_ready_week(rooms, region=valley.SLUG):
    """Keep a week in which each room would be open to the same forty people."""
    many, cells = len(rooms), 2
    reach = Reach(np.arange(many + 1, dtype=np.int64), longs([0] * many))
    none = Standing(
        np.ones(cells, dtype=bool), *(longs([one] * cells) for one in (0, -1, -1))
    )
    told = Prepared(
        lives=("retired-bus-pass",),
        areas=(valley.LSOA, valley.OTHER_LSOA),
        areas_of="LSOA 2021",
        basis="streets",
        people=longs([[40_000, 0]]),
        tenth=longs([1, 0]),
        tongue=longs([-1]),
        tongues=(),
        rooms=tuple(map(str, rooms)),
        hire=longs([-1] * many),
        hours=Hours(
            room=np.arange(many, dtype=np.int64),
            day=longs([0] * many),
            starts=longs([600] * many),
            ends=longs([690] * many),
            told=np.zeros(many, dtype=bool),
        ),
        groups=0,
        rooms_left_out=0,
        reach=dict.fromkeys(Case, reach),
        standing=dict.fromkeys((Case.USUAL, Case.SHORTER), none),
    )
    keep_ready(
        region=region,
        week=valley.this_week(),
        prepared=told,
        now=timezone.now(),
        by=Actor.job("access.next"),
    )
