"""May two editions of a number be compared, and what changed between them?

Two years of one series may. Two editions of the Indices of Deprivation may only be
compared as places among all areas of England (their tenths), since scores and rates
were reckoned anew each time (docs/methods/trends.md). Anything else may not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from weft.commons.provenance import Vintage
from weft.need.domain.carrying import Change
from weft.need.domain.columns import Kind


class Comparable(StrEnum):
    """How far two editions may be compared, in words for a page."""

    YES = "The same series, so the years can be compared."
    RELATIVE = (
        "Compared with the rest of England only: an area may move up because "
        "others moved down."
    )
    NO = "Reckoned differently, so the years cannot be compared."


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionOf:
    """What decides whether editions may be compared."""

    source: str
    table: str
    keys: tuple[str, ...]
    kind: Kind
    vintage: Vintage


def comparable(one: EditionOf, other: EditionOf) -> Comparable:
    """Say whether two editions may be compared; the order does not matter."""
    if one.keys != other.keys or one.kind is not other.kind:
        return Comparable.NO
    is_index = all(key.startswith("iod.") for key in one.keys)
    if is_index:
        return Comparable.RELATIVE if one.kind is Kind.DECILE else Comparable.NO
    same_series = (one.source, one.table, one.vintage) == (
        other.source,
        other.table,
        other.vintage,
    )
    return Comparable.YES if same_series else Comparable.NO


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One edition's number of one area.

    ``several`` holds the numbers of the areas that merged into this one, where no
    single number may stand; ``came_by`` what happened to the area since.
    """

    year: int
    value: float | None
    several: tuple[float, ...] = ()
    came_by: Change = Change.UNCHANGED
    comparable: Comparable = Comparable.YES


def moved(points: Iterable[Point]) -> float | None:
    """Say by how much the newest number differs from the oldest comparable one.

    Returns
    -------
    float or None
        Newest less oldest; None with fewer than two single, comparable numbers.
    """
    known = sorted(
        (point.year, point.value)
        for point in points
        if point.value is not None and point.comparable is not Comparable.NO
    )
    if len(known) < 2:  # noqa: PLR2004 a change needs two
        return None
    return known[-1][1] - known[0][1]
