"""What is one number for many areas: a district, a region, a class of countryside?

It depends on what the number is. Counts are summed; a rate is weighted by the people
or homes behind it; a score, or a rate whose denominator was not published, has only a
middle; a rank has nothing; of deciles one can only say how many areas lie in each
tenth. Areas whose number is not known are left out of both sides and counted.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from weft.need.domain.columns import Kind
from weft.need.domain.frames import Numbers

TENTHS = 10


class How(StrEnum):
    """How many numbers became one, in words for a page."""

    TOTAL = "all together"
    WEIGHTED = "for everybody together"
    MIDDLE = "the middle area"
    FIRST_TENTH = "share of areas in the tenth of England where most is missing"
    PUBLISHED = "as published for the whole"
    NOTHING = "cannot be said for many areas together"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """One number for many areas.

    Attributes
    ----------
    value
        None when no area's number is known.
    how
        How it came about.
    known
        Areas whose number is known.
    areas
        Areas asked about.
    """

    value: float | None
    how: How
    known: int
    areas: int


def summarised(
    values: Numbers, *, kind: Kind, weights: Numbers | None = None
) -> Summary:
    """Make one number of many areas' numbers.

    Parameters
    ----------
    values
        One number for each area, ``nan`` where it is not known.
    kind
        What sort of numbers they are.
    weights
        The people or homes behind each, in the same order; only rates use them.

    Returns
    -------
    Summary
        For counts their sum; for rates with weights the mean weighted by them; for
        scores and rates without, the median; for deciles the share (0 to 1) of areas
        in the first tenth; for ranks and groups nothing.
    """
    known = ~np.isnan(values)
    if kind is Kind.RATE and weights is not None:
        known &= ~np.isnan(weights) & (np.nan_to_num(weights) > 0)
    how = _how(kind, weighted=weights is not None)
    many = values[known]
    value: float | None = None
    if many.size and how is not How.NOTHING:
        match how:
            case How.TOTAL:
                value = float(many.sum())
            case How.WEIGHTED:
                assert weights is not None  # noqa: S101 told to the type checker; _how saw it
                value = float(np.average(many, weights=weights[known]))
            case How.FIRST_TENTH:
                value = float((many == 1).mean())
            case _:
                value = float(np.median(many))
    return Summary(value=value, how=how, known=int(known.sum()), areas=len(values))


def _how(kind: Kind, *, weighted: bool) -> How:
    """Say what may be done with numbers of a kind."""
    match kind:
        case Kind.COUNT:
            return How.TOTAL
        case Kind.RATE if weighted:
            return How.WEIGHTED
        case Kind.DECILE:
            return How.FIRST_TENTH
        case Kind.RANK | Kind.CLASS:
            return How.NOTHING
        case _:
            return How.MIDDLE


def tenths(values: Numbers) -> tuple[int, ...]:
    """Count the areas in each tenth of England, 1 to 10; unknown ones in none."""
    known = values[~np.isnan(values)]
    return tuple(int((known == tenth).sum()) for tenth in range(1, TENTHS + 1))


def lower_share(values: Numbers, value: float) -> float | None:
    """Say what share of the known areas have a lower number, ties counted half.

    Returns
    -------
    float or None
        0 to 1; None when no area's number is known.
    """
    known = values[~np.isnan(values)]
    if not known.size:
        return None
    lower = float((known < value).sum()) + float((known == value).sum()) / 2
    return lower / known.size


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How the numbers of many areas lie, in five of them; ``unknown`` are left out."""

    lowest: float
    quarter: float
    middle: float
    three_quarters: float
    highest: float
    unknown: int


def spread(values: Numbers) -> Spread | None:
    """Say how numbers lie, or None when none is known.

    Parameters
    ----------
    values
        One number for each area, ``nan`` where it is not known.
    """
    known = values[~np.isnan(values)]
    if not known.size:
        return None
    low, quarter, middle, three, high = np.quantile(known, (0, 0.25, 0.5, 0.75, 1))
    return Spread(
        lowest=float(low),
        quarter=float(quarter),
        middle=float(middle),
        three_quarters=float(three),
        highest=float(high),
        unknown=int(values.size - known.size),
    )
