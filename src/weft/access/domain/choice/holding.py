"""What does the pass read, fill and work with?"""

from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.laying import Words
from weft.access.domain.choice.values import Bytes, Ints, Longs, Numbers, Shorts

OFFERS, GROUPS, KINDS, GO_YES, GO_UNKNOWN = 0, 1, 2, 3, 4
COUNTS = 5
CONDITIONS = 7
NOW = 7  # beside the seven conditions: as things stand
TALLIES = COUNTS + CONDITIONS  # and then one for each kind
WORD = 64
SPREAD = np.unpackbits(
    np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little"
).view(np.uint64)[:, 0]
"""For each byte its bits laid out over eight bytes: eight counters in one addition."""


class OfferArrays(NamedTuple):
    """What the pass reads of offers, sessions and areas."""

    group: Ints
    kind: Ints
    go_with: Ints
    inside: Longs  # of offers
    start: Ints
    end: Ints
    area_inside: Longs
    need_class: Ints
    numbers: Longs  # groups, kinds, hours in the week, enough
    spread: Words


class Found(NamedTuple):
    """What the pass fills for a batch of lives; the axis of 2 is the plane."""

    counts: Ints  # (lives, areas, 2, COUNTS)
    more: Shorts  # (lives, areas, 2, CONDITIONS)
    three: Bytes  # (lives, areas, 2): bit NOW, and bit c: if c alone were lifted
    kinds: Shorts  # (lives, areas, 2, kinds): open offers of each kind
    hours: Words  # (lives, areas, 2, 3)
    people: Longs  # (lives, areas): thousandths
    takers: Longs  # (2, offers, classes): thousandths of people; no classes: not asked
    chance: Numbers  # (2, offers, classes); no classes: not asked
    shared: Numbers  # (lives, areas, 2): places that one can count on


class Bench(NamedTuple):
    """What the pass works with; nothing stays in it from one area to the next."""

    words: Words  # (offers, 8): NEAR to DEAR for certain, then possibly
    touched: Ints  # (offers,)
    last: Ints  # (offers,): the last area that touched it
    seen: Words  # (groups, 8): lives for which one of the group is open, or lifted
    stamp: Longs  # (groups,): for which area and plane ``seen`` is
    kinds: Words  # (kinds, 8): the same of each kind
    masks: Words  # (8,): of one offer, what each condition lifts; NOW: open
    several: Words  # (4, 8): lives with one group, two, one kind, two
    hours: Words  # (2, hours): lives for which something is on
    tally: Words  # (tallies, 8): a byte for each life
    totals: Longs  # (tallies, 64)


def a_bench(about: OfferArrays) -> Bench:
    """Lay out what the pass works with."""
    groups, kinds, hours, _ = about.numbers.tolist()
    offers = len(about.group)
    return Bench(
        words=np.zeros((offers, 8), dtype=np.uint64),
        touched=np.zeros(offers, dtype=np.int32),
        last=np.full(offers, -1, dtype=np.int32),
        seen=np.zeros((groups, 8), dtype=np.uint64),
        stamp=np.full(groups, -1, dtype=np.int64),
        kinds=np.zeros((kinds, 8), dtype=np.uint64),
        masks=np.zeros(8, dtype=np.uint64),
        several=np.zeros((4, 8), dtype=np.uint64),
        hours=np.zeros((2, hours), dtype=np.uint64),
        tally=np.zeros((TALLIES + kinds, 8), dtype=np.uint64),
        totals=np.zeros((TALLIES + kinds, WORD), dtype=np.int64),
    )
