"""How does a table about the areas of 2011 become one about those of 2021?

By the exact-fit lookup and nothing else. What may be done depends on what the number
is (docs/methods/carrying.md): over an area that split, rates, scores, ranks and
deciles are copied and counts are not known, since nobody knows who moved where; over
areas that merged, counts are summed, rates are weighted by their denominators, and
scores, ranks and deciles are never averaged: both stand side by side.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from weft.commons.errors import WrongVintage
from weft.commons.provenance import Vintage
from weft.need.domain.columns import Kind
from weft.need.domain.frames import AreaFrame, Numbers


class Change(StrEnum):
    """What became of an area, as the lookup's CHGIND says."""

    UNCHANGED = "U"
    SPLIT = "S"
    MERGED = "M"
    IRREGULAR = "X"


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """One line of the lookup: an old area, a new one, and what happened."""

    old: str
    new: str
    change: Change


@dataclass(frozen=True, slots=True, kw_only=True)
class ExactFit:
    """The whole lookup between two vintages."""

    old: Vintage
    new: Vintage
    links: tuple[Link, ...]

    def sources_of(self) -> dict[str, list[Link]]:
        """List the links that lead to each new area, by its code, in order."""
        found: dict[str, list[Link]] = {}
        for link in sorted(set(self.links), key=lambda link: (link.new, link.old)):
            found.setdefault(link.new, []).append(link)
        return found


Several = Mapping[tuple[str, str], tuple[float, ...]]
"""By code and key: the numbers of the areas that merged, not to be averaged."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Carried:
    """A table that was carried over to other areas.

    Attributes
    ----------
    frame
        The table about the new areas; ``nan`` where no single number may stand.
    came_by
        What happened to each area of the frame, in its order.
    several
        Where areas merged and their numbers may not be averaged: each of them.
    left_behind
        Codes of the old table that no link leads away from.
    """

    frame: AreaFrame
    came_by: tuple[Change, ...]
    several: Several
    left_behind: tuple[str, ...]


def carry(frame: AreaFrame, fit: ExactFit) -> Carried:
    """Carry a table over to the areas of another year.

    Parameters
    ----------
    frame
        A table about areas of ``fit.old``.
    fit
        The exact-fit lookup.

    Returns
    -------
    Carried
        Every new area to which a link leads from an area of the table, by code.
        Counts summed over the areas that did not split equal the counts before.

    Raises
    ------
    WrongVintage
        When the table is not about the lookup's old areas.
    """
    if frame.vintage != fit.old:
        raise WrongVintage(
            f"{frame.table} is about {frame.vintage}; this lookup carries from "
            f"{fit.old} to {fit.new}."
        )
    row_of = {code: at for at, code in enumerate(frame.codes)}
    leads = {
        new: links
        for new, links in fit.sources_of().items()
        if any(link.old in row_of for link in links)
    }
    came_by = tuple(_change(links) for links in leads.values())
    values = np.full((len(leads), len(frame.columns)), np.nan)
    several: dict[tuple[str, str], tuple[float, ...]] = {}
    for to, (new, links) in enumerate(leads.items()):
        old = _old_rows(frame, [row_of.get(link.old) for link in links])
        if old is not None and came_by[to] is not Change.IRREGULAR:
            values[to] = _joined(frame, old, came_by[to])
            several.update(_both_shown(frame, old, new))
    linked = {link.old for link in fit.links}
    return Carried(
        frame=replace(frame, vintage=fit.new, codes=tuple(leads), values=values),
        came_by=came_by,
        several=several,
        left_behind=tuple(code for code in frame.codes if code not in linked),
    )


def _old_rows(frame: AreaFrame, rows: list[int | None]) -> Numbers | None:
    """Give the numbers of the old areas; None when we hold nothing of one of them."""
    held = [at for at in rows if at is not None]
    return frame.values[held] if len(held) == len(rows) else None


def _change(links: list[Link]) -> Change:
    """Name what happened to a new area, from every link that leads to it."""
    kinds = {link.change for link in links}
    if len(kinds) > 1 or Change.IRREGULAR in kinds:
        return Change.IRREGULAR
    (change,) = kinds
    alone = len(links) == 1
    return change if alone is not (change is Change.MERGED) else Change.IRREGULAR


def _joined(frame: AreaFrame, old: Numbers, change: Change) -> Numbers:
    """Reckon one new area's numbers from those of the old areas it came from."""
    first: Numbers = old[0]
    if change is Change.UNCHANGED:
        return first
    is_count = np.array([column.kind is Kind.COUNT for column in frame.columns])
    if change is Change.SPLIT:
        return np.where(is_count, np.nan, first)
    joined = np.where(is_count, old.sum(axis=0), np.nan)
    for at, column in enumerate(frame.columns):
        if column.kind is Kind.RATE and column.denominator in frame:
            weights = old[:, frame.keys.index(column.denominator)]
            joined[at] = weighted_mean(old[:, at], weights)
    return joined


def weighted_mean(numbers: Numbers, weights: Numbers) -> float:
    """Weigh numbers; ``nan`` when one is not known or nobody stands behind them."""
    behind = float(weights.sum())
    return float((numbers * weights).sum() / behind) if behind > 0 else float("nan")


def _both_shown(
    frame: AreaFrame, old: Numbers, new: str
) -> dict[tuple[str, str], tuple[float, ...]]:
    """Keep every old area's number where they merged and may not be averaged."""
    if len(old) == 1:
        return {}
    return {
        (new, column.key): tuple(float(number) for number in old[:, at])
        for at, column in enumerate(frame.columns)
        if column.kind not in {Kind.COUNT, Kind.RATE}
        or (column.kind is Kind.RATE and column.denominator not in frame)
    }
