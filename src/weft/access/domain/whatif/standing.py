"""What does each life in each area have already, as the next offer is chosen by it?"""

from dataclasses import replace

import numpy as np

from weft.access.domain.choice import CERTAIN, UNKNOWN, RealChoice, choose
from weft.access.domain.choice.values import MOST_KINDS, Flags, Longs
from weft.access.domain.siting import MANY, NONE, Cells
from weft.access.domain.whatif.parts import Baseline

PERSON = 1000  # thousandths
BITS = MOST_KINDS


def cells_of(base: Baseline, gap: Flags, weights: Longs | None = None) -> Cells:
    """Say what each life in each area has for certain.

    Parameters
    ----------
    gap
        Who counts, (lives, areas): only who lacks it.
    weights
        What each person counts for, (lives, areas); None for 1 each.

    Returns
    -------
    Cells
        Life by life, and in each area by area.
    """
    counts = base.found.counts[:, :, CERTAIN].reshape(-1, base.found.counts.shape[-1])
    kinds = base.found.kinds[:, :, CERTAIN].reshape(len(counts), -1)
    people = base.world.areas.people / PERSON * gap
    weight = np.ones(people.shape) if weights is None else weights
    return Cells(
        people=people.ravel(),
        weight=weight.ravel().astype(np.float64),
        life=np.repeat(np.arange(len(gap)), gap.shape[1]),
        offers=counts[:, 0].astype(np.int64),
        group=_only_group(base, counts[:, 1].astype(np.int64)),
        kind=_only((kinds > 0).sum(axis=1), kinds.argmax(axis=1)),
    )


def _only(many: Longs, one: Longs) -> Longs:
    told = np.where(many == 1, one, np.where(many == 0, NONE, MANY))
    return np.asarray(told, dtype=np.int64)


def _only_group(base: Baseline, many: Longs) -> Longs:
    """Find the one group of cells that have one, for certain.

    The kernel tells which kinds are open and not which groups: so it is asked again
    with each digit of the group's number in the place of the kind.
    """
    world, told = base.world, np.zeros(len(many), dtype=np.int64)
    group = np.maximum(world.offers.group, 0).astype(np.int64)
    known = world.offers.group != UNKNOWN
    digit = 1
    while digit <= group.max(initial=0):
        kind = np.where(known, group // digit % (BITS - 1), BITS - 1).astype(np.int32)
        offers = replace(world.offers, kind=kind, kinds=BITS)
        found: RealChoice = choose(
            replace(world, offers=offers), base.lives, whole=False
        )
        kinds = found.kinds[:, :, CERTAIN, : BITS - 1].reshape(len(many), -1)
        told += digit * kinds.argmax(axis=1)
        digit *= BITS - 1
    return _only(many, told)
