"""How far do two people agree (Cohen), or as many for each thing (Fleiss)?

Cohen's kappa: Educ Psychol Meas 20, 1960; its standard error: Fleiss, Cohen and
Everitt, Psychol Bull 72, 1969, equation 13. Fleiss' kappa: Psychol Bull 76, 1971, with
an interval by drawing anew (``intervals``).
"""

import math
from dataclasses import dataclass

import numpy as np

from weft.voices.domain.agreement.intervals import USUAL, Chance, drawn, middle_of
from weft.voices.domain.agreement.ratings import PAIR, Agreed, Floats, Ints

_Z = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class YesAndNo:
    """How two people agree when they say yes, and when they say no.

    Where kappa is low for want of variety, these two show which of both it is
    (Cicchetti and Feinstein, J Clin Epidemiol 43, 1990).

    Attributes
    ----------
    yes, no
        0 to 1; None where neither ever said so.
    """

    yes: float | None
    no: float | None


def cohen(table: Ints) -> Agreed:
    """Reckon Cohen's kappa.

    Parameters
    ----------
    table
        (values, values) things by what the first said (rows) and the second.

    Raises
    ------
    ValueError
        When the table is not square, or a count is negative.
    """
    told = np.asarray(table, dtype=np.float64)
    if told.ndim != PAIR or told.shape[0] != told.shape[1] or (told < 0).any():
        raise ValueError("What two people said is a square table of counts.")
    things = int(told.sum())
    if things == 0:
        return Agreed(value=None, alike=None, things=0)
    share = told / things
    first, second = share.sum(axis=1), share.sum(axis=0)
    alike, by_chance = float(np.trace(share)), float(first @ second)
    if by_chance >= 1:
        return Agreed(value=None, alike=alike, things=things)
    value = (alike - by_chance) / (1 - by_chance)
    half = _Z * _error(share, value, by_chance) / math.sqrt(things)
    return Agreed(
        value=value,
        alike=alike,
        things=things,
        low=max(-1.0, value - half),
        high=min(1.0, value + half),
    )


def _error(share: Floats, value: float, by_chance: float) -> float:
    """Give the standard error of one thing's worth, by the equation of 1969."""
    first, second = share.sum(axis=1), share.sum(axis=0)
    same = np.diag(share)
    one = float(same @ (1 - (first + second) * (1 - value)) ** 2)
    crossed = (second[:, None] + first[None, :]) ** 2
    np.fill_diagonal(crossed, 0.0)
    two = (1 - value) ** 2 * float((share * crossed).sum())
    three = (value - by_chance * (1 - value)) ** 2
    return math.sqrt(max(0.0, one + two - three)) / (1 - by_chance)


def fleiss(table: Ints, *, chance: Chance | None = USUAL) -> Agreed:
    """Reckon Fleiss' kappa.

    Parameters
    ----------
    table
        (things, values) how many people gave each thing each value.

    Raises
    ------
    ValueError
        When not every thing was judged by the same number of people, two or more.
    """
    told = np.asarray(table, dtype=np.float64)
    judged = told.sum(axis=1) if told.ndim == PAIR else np.zeros(1)
    if len(judged) == 0 or judged.min() < PAIR or judged.min() != judged.max():
        raise ValueError("Each thing is judged by as many, two or more.")
    people = judged[0]
    alike = ((told**2).sum(axis=1) - people) / (people * (people - 1))
    whole = np.full((1, len(told)), 1.0)
    value = float(_fleiss(whole, told, alike)[0])
    low, high = None, None
    many = drawn(len(told), chance) if chance is not None else None
    if many is not None:
        low, high = middle_of(_fleiss(many, told, alike))
    return Agreed(
        value=None if math.isnan(value) else value,
        alike=float(alike.mean()),
        things=len(told),
        low=low,
        high=high,
    )


def _fleiss(many: Floats, told: Floats, alike: Floats) -> Floats:
    """Reckon kappa for each drawing of things."""
    often = many @ told
    shares = often / often.sum(axis=1, keepdims=True)
    by_chance = (shares**2).sum(axis=1)
    plain = many @ alike / len(alike)
    kappas = np.full(len(many), np.nan)
    able = by_chance < 1 - 1e-12
    kappas[able] = (plain[able] - by_chance[able]) / (1 - by_chance[able])
    return kappas


def yes_and_no(table: Ints) -> YesAndNo:
    """Say how two people agree about yes and about no.

    Parameters
    ----------
    table
        (2, 2) things: row and column 0 are «no», 1 «yes».
    """
    neither, both = int(table[0, 0]), int(table[1, 1])
    apart = int(table[0, 1]) + int(table[1, 0])
    return YesAndNo(
        yes=2 * both / (2 * both + apart) if both + apart else None,
        no=2 * neither / (2 * neither + apart) if neither + apart else None,
    )
