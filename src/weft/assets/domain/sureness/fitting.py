"""How fast did facts change from one list to the next, and can one foresee it?

Paces are fitted on things that were followed for one year, and tried on authorities
that the fit has not seen: a council that moves all its libraries' hours at once must
not teach the fit about itself.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from weft.assets.domain.sureness.aspects import MEASURED, Aspect, Keeper
from weft.commons.shares import wilson

FOLDS = 10
LENT = 20.0
"""Of so many things like all others a keeper's own figure is mixed with, so that a few
libraries do not make a rule."""
BINS = 10

Changed = Mapping[Keeper, float]
Numbers = npt.NDArray[np.float64]
Bins = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """One thing that stood in both lists; what could not be compared is not there."""

    authority: str
    keeper: Keeper
    changed: Mapping[Aspect, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """How one aspect changes: the share within a year, by who keeps the thing."""

    aspect: Aspect
    things: int
    changed: int
    within_a_year: Changed


@dataclass(frozen=True, slots=True)
class Foretold:
    """What was said of one fact of a thing that the fit had not seen; and what came."""

    aspect: Aspect
    keeper: Keeper
    said: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Facts of which about the same was said: what was said and what came, on average.

    ``low`` and ``high`` are Wilson's interval for what came, 95 in 100.
    """

    facts: int
    said: float
    came: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How good a foretelling was.

    Attributes
    ----------
    brier
        The mean squared distance of what was said from what came; 0 is perfect.
    error
        The expected calibration error: how far what was said lies from what came in
        each bin, weighed by its facts.
    """

    facts: int
    said: float
    came: float
    brier: float
    error: float
    bins: tuple[Bin, ...]


def fit(things: Sequence[Followed]) -> tuple[Fitted, ...]:
    """Fit the pace of every aspect."""
    return tuple(
        Fitted(
            aspect=aspect,
            things=len(seen := _seen(things, aspect)),
            changed=sum(changed for _, changed in seen),
            within_a_year=shares_changed(things, aspect),
        )
        for aspect in MEASURED
    )


def shares_changed(things: Sequence[Followed], aspect: Aspect) -> Changed:
    """Say which share changed within the year, by keeper.

    Each keeper's share is drawn towards that of all, as if ``LENT`` things more had
    changed like all others.
    """
    seen = _seen(things, aspect)
    of_all = (sum(changed for _, changed in seen) + 0.5) / (len(seen) + 1.0)
    shares = {Keeper.EITHER: of_all}
    for keeper in (Keeper.PAID, Keeper.VOLUNTEERS):
        theirs = [changed for one, changed in seen if one.keeper is keeper]
        shares[keeper] = (sum(theirs) + LENT * of_all) / (len(theirs) + LENT)
    return shares


def foretold(things: Sequence[Followed], *, folds: int = FOLDS) -> tuple[Foretold, ...]:
    """Foretell every fact from the other authorities alone.

    Parameters
    ----------
    things
        Those that were followed.
    folds
        Into so many parts the authorities are dealt, in the order of their names.
    """
    names = sorted({one.authority for one in things})
    fold_of = {name: at % folds for at, name in enumerate(names)}
    found: list[Foretold] = []
    for fold in range(folds):
        known = [one for one in things if fold_of[one.authority] != fold]
        asked = [one for one in things if fold_of[one.authority] == fold]
        for aspect in MEASURED:
            shares = shares_changed(known, aspect)
            found += [
                Foretold(aspect, one.keeper, 1.0 - shares[one.keeper], not changed)
                for one, changed in _seen(asked, aspect)
            ]
    return tuple(found)


def foretold_by(
    fitted: Sequence[Fitted], things: Sequence[Followed]
) -> tuple[Foretold, ...]:
    """Foretell things of another list with paces that are fitted already."""
    return tuple(
        Foretold(
            one.aspect,
            thing.keeper,
            1.0 - one.within_a_year[thing.keeper],
            not changed,
        )
        for one in fitted
        for thing, changed in _seen(things, one.aspect)
    )


def judged(told: Sequence[Foretold]) -> Judged:
    """Say how good a foretelling was, over ten bins of about equal size.

    Raises
    ------
    ValueError
        When nothing was foretold.
    """
    said = np.array([one.said for one in told])
    if not told:
        raise ValueError("nothing was foretold")
    # Those of which the same was said stay in one bin.
    edges = np.unique(np.quantile(said, np.linspace(0, 1, BINS + 1)))
    return _judged(told, np.searchsorted(edges[1:-1], said, side="left"))


def judged_by_aspect(told: Sequence[Foretold]) -> Mapping[Aspect, Judged]:
    """Judge each aspect apart, with a bin for each keeper.

    That is as much as the fit tells apart within an aspect; what else differs in what
    was said comes only from which authorities were left out.
    """
    keepers = list(Keeper)
    apart: dict[Aspect, list[Foretold]] = defaultdict(list)
    for one in told:
        apart[one.aspect].append(one)
    return {
        aspect: _judged(found, np.array([keepers.index(one.keeper) for one in found]))
        for aspect in MEASURED
        if (found := apart[aspect])
    }


def said_alike(told: Sequence[Foretold]) -> tuple[Foretold, ...]:
    """Say of every fact what came on average: days since it was told, and no more.

    All were told a year before, so a rule that knows only their age says one number.
    """
    came = sum(one.right for one in told) / len(told)
    return tuple(replace(one, said=came) for one in told)


def _seen(things: Sequence[Followed], aspect: Aspect) -> list[tuple[Followed, bool]]:
    return [(one, one.changed[aspect]) for one in things if aspect in one.changed]


def _judged(told: Sequence[Foretold], bins: Bins) -> Judged:
    """Judge in given bins, a number for each fact."""
    said = np.array([one.said for one in told])
    came = np.array([one.right for one in told], dtype=float)
    found = tuple(_bin(said[bins == one], came[bins == one]) for one in np.unique(bins))
    error = sum(abs(one.said - one.came) * one.facts for one in found) / len(told)
    return Judged(
        facts=len(told),
        said=float(said.mean()),
        came=float(came.mean()),
        brier=float(np.mean((said - came) ** 2)),
        error=error,
        bins=found,
    )


def _bin(said: Numbers, came: Numbers) -> Bin:
    share, facts = float(came.mean()), len(came)
    low, high = wilson(share, facts)
    return Bin(facts=facts, said=float(said.mean()), came=share, low=low, high=high)
