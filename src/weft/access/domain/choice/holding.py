"""What does the pass read, fill and work with?"""

from typing import NamedTuple

import numpy as np

from weft.access.domain.choice.laying import Words
from weft.access.domain.choice.values import Bytes, Ints, Longs, Numbers, Shorts

OFFERS, GROUPS, KINDS, GO_YES, GO_UNKNOWN = 0, 1, 2, 3, 4
COUNTS = 5
CONDITIONS = 7
NOW = 7  # beside the seven conditions: as things stand
WORD = 64
IS_OPEN, IS_NEW, GOES, MAY_GO, LIFTED = range(5)
"""Columns of ``Bench.rows``: for whom an offer is open, the first of its group, one
with somebody to go with, one where nobody knows; and opened by each condition."""
HOW_MANY_KINDS = 11  # in totals only
COLUMNS = 12
BRIEF = 4  # columns where nobody asks what stands in the way
LEVELS = 24
"""Bits of a count; so many offers there never are."""


class OfferArrays(NamedTuple):
    """What the pass reads of offers and areas."""

    group: Ints
    kind: Ints
    area_inside: Longs
    need_class: Ints
    numbers: Longs  # groups, kinds, hours in the week, enough


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
    """What the pass works with; nothing stays in it from one area to the next.

    Counts are kept as bits laid upright: word n of a count holds its bit n for each of
    64 lives and planes, so that one more for any of them is a few words' work.
    """

    slot: Ints  # (offers, 2): the last area that touched it, and where it stands there
    touched: Ints  # (offers,)
    words: Words  # (offers, 4): NEAR to DEAR
    rows: Words  # (offers + 8, COLUMNS)
    seen: Words  # (groups, 2): for which area, and for whom one of the group is open
    counts: Words  # (LEVELS, COLUMNS), upright
    carry: Words  # (COLUMNS,)
    kinds: Words  # (kinds, LEVELS), upright
    hours: Words  # (192,): for whom something is on
    lanes: Words  # (64,): lives and planes; then words of each
    totals: Longs  # (COLUMNS + kinds, 64)
    three: Words  # (8,): who has three, or would have
    first: Longs  # (64, 2): group and kind of the first offer that a life has


def a_bench(about: OfferArrays) -> Bench:
    """Lay out what the pass works with."""
    groups, kinds, _, _ = about.numbers.tolist()
    offers = len(about.group)

    def words(*shape: int) -> Words:
        return np.zeros(shape, dtype=np.uint64)

    return Bench(
        slot=np.full((offers, 2), -1, dtype=np.int32),
        touched=np.zeros(offers, dtype=np.int32),
        words=words(offers, 4),
        rows=words(offers + 8, COLUMNS),
        seen=words(groups, 2),
        counts=words(LEVELS, COLUMNS),
        carry=words(COLUMNS),
        kinds=words(kinds, LEVELS),
        hours=words(3 * WORD),
        lanes=words(WORD),
        totals=np.zeros((COLUMNS + kinds, WORD), dtype=np.int64),
        three=words(8),
        first=np.zeros((WORD, 2), dtype=np.int64),
    )
