"""How far do any number of people agree, where some did not judge everything?

Alpha: K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011. One less
what differed, over what would differ if the same judgements fell anyhow. An order is
measured by ranks in the middle of ties, which gives Krippendorff's ordinal distance.
"""

import numpy as np

from weft.voices.domain.agreement.intervals import USUAL, Chance, drawn, middle_of
from weft.voices.domain.agreement.ratings import (
    Agreed,
    Coincidences,
    Floats,
    Ints,
    Metric,
    coincidences,
)


def krippendorff(
    ratings: Floats,
    level: Metric = Metric.NOMINAL,
    *,
    weights: Floats | None = None,
    chance: Chance | None = USUAL,
) -> Agreed:
    """Reckon alpha, the plain share alike, and the interval.

    Parameters
    ----------
    ratings
        (people, things) numbers; nan where somebody did not judge. For RATIO none is
        below nought.
    weights
        (things,) as in ``coincidences``.
    chance
        How the interval is drawn: by things taken anew, with replacement. None to
        leave it out. Whole runs are drawn where text is judged letter by letter
        (``marking``).

    Raises
    ------
    ValueError
        As ``coincidences`` does, or for a ratio below nought.
    """
    counted = coincidences(ratings, weights)
    if level is Metric.RATIO and (counted.values < 0).any():
        raise ValueError("A ratio has no value below nought.")
    return agreed(counted, level, chance=chance)


def agreed(
    counted: Coincidences,
    level: Metric,
    *,
    blocks: Ints | None = None,
    chance: Chance | None = USUAL,
) -> Agreed:
    """Say alpha of what was counted.

    Parameters
    ----------
    blocks
        (columns of the ratings,) the number of the block that each thing is of. Things
        of one block are drawn together, since they are not alone. Each its own unless
        given.
    """
    whole = counted.met.sum(axis=0)
    low, high = None, None
    if chance is not None:
        sums = _by_block(counted, blocks)
        many = drawn(len(sums), chance)
        if many is not None:
            told = np.tensordot(many, sums, axes=1)
            low, high = middle_of(alphas(told, counted.values, level))
    value = float(alphas(whole[None], counted.values, level)[0])
    judged = float(whole.sum())
    return Agreed(
        value=None if np.isnan(value) else value,
        alike=float(np.trace(whole)) / judged if judged else None,
        things=len(counted),
        low=low,
        high=high,
    )


def alphas(met: Floats, values: Floats, level: Metric) -> Floats:
    """Reckon alpha of each table of coincidences.

    Parameters
    ----------
    met
        (tables, values, values) sums of coincidences.
    values
        (values,) what the rows and columns stand for.

    Returns
    -------
    Floats
        (tables,) alpha; nan where nothing could have differed.
    """
    often = met.sum(axis=2)
    judged = often.sum(axis=1)
    far = _distances(often, values, level)
    differs = (met * far).sum(axis=(1, 2))
    could = np.einsum("tv,tw,tvw->t", often, often, far)
    told = np.full(len(met), np.nan)
    able = could > 0
    told[able] = 1 - (judged[able] - 1) * differs[able] / could[able]
    return told


def _distances(often: Floats, values: Floats, level: Metric) -> Floats:
    """Say how far each value is from each other, squared, table by table."""
    if level is Metric.NOMINAL:
        return np.broadcast_to(
            1.0 - np.eye(len(values)), (len(often), len(values), len(values))
        )
    if level is Metric.ORDINAL:
        ranks = often.cumsum(axis=1) - often / 2
        return np.asarray((ranks[:, :, None] - ranks[:, None, :]) ** 2)
    apart = values[:, None] - values[None, :]
    if level is Metric.RATIO:
        both = values[:, None] + values[None, :]
        apart = np.divide(apart, both, out=np.zeros_like(apart), where=both > 0)
    return np.broadcast_to(apart**2, (len(often), *apart.shape))


def _by_block(counted: Coincidences, blocks: Ints | None) -> Floats:
    """Sum the coincidences of each block."""
    if blocks is None:
        return counted.met
    _, at = np.unique(blocks[counted.which], return_inverse=True)
    sums = np.zeros((at.max(initial=-1) + 1, *counted.met.shape[1:]))
    np.add.at(sums, at, counted.met)
    return sums
