"""How much more have the best off than the worst off, along a straight line?

The slope and the relative index of inequality, after the technical guide of Public
Health England and its ``PHEindicatormethods::phe_sii`` (version 2.1.0): the groups in
their order from the worst off, each at the middle of its share of all people.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from weft.access.domain.equity.quantiles import Z95, t_quantile
from weft.access.domain.equity.spread import Estimate, Numbers, Spread, ranks
from weft.commons.errors import NotPossible

_LARGEST = float(np.log(np.finfo(np.float64).max))


class Scale(StrEnum):
    """On which scale a straight line is laid through the groups."""

    PLAIN = "plain"
    RATE = "rate"  # on logarithms
    SHARE = "share"  # on log odds; values are between 0 and 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """A straight line through the groups, from the worst to the best off.

    Attributes
    ----------
    index
        The slope index of inequality: the best off less the worst off, in the unit of
        the values. Above 0, the better off have more.
    ratio
        The relative index: the best off over the worst off; None where the line is at
        or below 0 for the worst off.
    """

    index: Estimate
    ratio: Estimate | None
    worst: float
    best: float


def slope(spread: Spread, *, scale: Scale = Scale.PLAIN) -> Slope:
    """Lay a line through the groups by least squares, weighted by people.

    On the scales of rates and of shares the two ends are brought back before they are
    compared, as ``phe_sii`` does. The interval comes from the errors of the values
    where they are known, as in ``phe_sii``, though by the delta method and not by
    100,000 draws: the same input gives the same bytes. Else it comes from how far the
    groups lie from the line, with n - 2 degrees of freedom.

    Raises
    ------
    NotPossible
        When all stand alike, there are fewer than three groups, or a value is outside
        what the scale can hold.
    """
    rank, people = ranks(spread), spread.people
    seen = people > 0
    if seen.sum() < 3:  # noqa: PLR2004 two points lie on any line
        raise NotPossible("A slope needs three groups with people in them.")
    if np.ptp(rank[seen]) == 0:
        raise NotPossible("All groups stand alike: there is no order to follow.")
    on_line = _onto(spread.values, scale)
    told = spread.errors
    errors = None if told is None else _errors_onto(told, spread.values, scale)[seen]
    fitted = _line(rank[seen], on_line[seen], people[seen], errors)
    worst, best = _back(fitted.start, scale), _back(fitted.start + fitted.rise, scale)
    return Slope(
        index=_index(fitted, scale, worst, best),
        ratio=_ratio(fitted, scale, worst, best),
        worst=worst,
        best=best,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """start + rise * rank, with the covariance of both and the quantile for 95 %."""

    start: float
    rise: float
    covariance: Numbers
    wide: float


def _line(
    rank: Numbers, value: Numbers, weight: Numbers, errors: Numbers | None
) -> _Line:
    across = np.column_stack([np.ones_like(rank), rank])
    inverse = _float(np.linalg.inv(across.T @ (weight[:, None] * across)))
    takes = inverse @ (across.T * weight)  # (2, groups): both are linear in the values
    start, rise = takes @ value
    if errors is not None:
        covariance, wide = _float((takes * errors**2) @ takes.T), Z95
    else:
        free = len(rank) - 2
        left = value - across @ np.array([start, rise])
        covariance = inverse * (float(weight @ left**2) / free)
        wide = t_quantile(free)
    return _Line(start=float(start), rise=float(rise), covariance=covariance, wide=wide)


def _float(told: ArrayLike) -> Numbers:
    return np.asarray(told, dtype=np.float64)


def _errors_onto(errors: Numbers, values: Numbers, scale: Scale) -> Numbers:
    match scale:
        case Scale.RATE:
            return errors / values
        case Scale.SHARE:
            return errors / (values * (1 - values))
    return errors


def _onto(values: Numbers, scale: Scale) -> Numbers:
    match scale:
        case Scale.RATE:
            if (values <= 0).any():
                raise NotPossible("A rate on this scale is above 0 in every group.")
            return np.asarray(np.log(values), dtype=np.float64)
        case Scale.SHARE:
            if ((values <= 0) | (values >= 1)).any():
                raise NotPossible(
                    "A share on this scale is between 0 and 1, and neither."
                )
            return np.asarray(np.log(values / (1 - values)), dtype=np.float64)
    return values


def _back(told: float, scale: Scale) -> float:
    match scale:
        case Scale.RATE:
            return float(np.exp(told))
        case Scale.SHARE:
            return float(1 / (1 + np.exp(-told)))
    return told


def _steep(at: float, scale: Scale) -> float:
    """Say how fast what is brought back moves where it is ``at``."""
    match scale:
        case Scale.RATE:
            return at
        case Scale.SHARE:
            return at * (1 - at)
    return 1.0


def _index(line: _Line, scale: Scale, worst: float, best: float) -> Estimate:
    """Move both ends by what is uncertain in the line: the delta rule."""
    at_worst, at_best = _steep(worst, scale), _steep(best, scale)
    by = np.array([at_best - at_worst, at_best])
    return _estimate(best - worst, by, line)


def _ratio(line: _Line, scale: Scale, worst: float, best: float) -> Estimate | None:
    """Reckon on logarithms, so that an interval never passes 0."""
    if worst <= 0 or best <= 0:
        return None
    at_worst, at_best = _steep(worst, scale) / worst, _steep(best, scale) / best
    told = _estimate(
        float(np.log(best / worst)), np.array([at_best - at_worst, at_best]), line
    )
    low, high = told.low, told.high
    return Estimate(
        best / worst,
        _raised(low),
        _raised(high),
    )


def _raised(bound: float | None) -> float | None:
    """Give e to a bound; one that no number can hold is no bound."""
    if bound is None or bound > _LARGEST:
        return None
    return float(np.exp(bound))


def _estimate(value: float, by: Numbers, line: _Line) -> Estimate:
    error = float(np.sqrt(by @ line.covariance @ by))
    return Estimate(value, value - line.wide * error, value + line.wide * error)
