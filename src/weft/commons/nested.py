"""Which counts are safe to show where each column counts some of those before it?

«People who live so», «of them without three choices», «of them also if we ask»: who
knows one column of a row knows something of the next, so a small count that is hidden
in each column by itself may be told by comparing them. Here the columns have one line
between them: below it all is withheld, in each row and column, and each withheld count
could be any of four numbers in a row, whatever is compared. Where a column can not be
had so, the line is raised, or that column alone is withheld: whichever hides less.

What could be meant is worked out exactly. A row's withheld counts stand together (those
before are at or above the line, those after are nobody), they fall from left to right,
and rows in which the same columns are withheld are alike to whoever does not know them;
so each such sort of row is as large as its sums, and a few sums tell what is possible
(``_is_possible``). The test tries every table instead.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement, pairwise
from math import comb

from weft.commons.disclosure import FLOOR, LEAST_ROOM, ShownParts, Withheld

Sort = tuple[int, ...]
"""The columns in which a row's counts are withheld."""

COLUMNS = 3
MOST_ROWS = 5_000
"""So many rows of one sort are tried at most: no page waits long for a higher line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """Columns as they may leave, each with its total.

    ``kept`` are those of which something may be shown: all of it from ``line`` up.
    """

    line: int
    kept: tuple[int, ...]
    columns: tuple[ShownParts, ...]


def shown_nested(columns: Sequence[Sequence[int]], *, fewest: int = FLOOR) -> Nested:
    """Show columns of which each counts some of those before it, row by row.

    Parameters
    ----------
    columns
        At most three, equally long: people, 0 or more, none above the count to its
        left.
    fewest
        The floor.

    Returns
    -------
    Nested
        Counts from 1 up to below ``line`` are withheld; of a column that is not kept,
        all but nobody, and its total.

    Raises
    ------
    ValueError
        When the columns are not so, or the floor is lower than ``FLOOR``.
    """
    _refuse(columns, fewest)
    line, kept = fewest, list[int]()
    for at, column in enumerate(columns):
        before = [columns[one] for one in kept]
        raised = _safe_line([*before, column], line)
        if raised is None:
            continue
        more = _hidden([*before, column], raised) - _hidden(before, line)
        if more <= sum(one > 0 for one in column):
            line, kept = raised, [*kept, at]
    return Nested(
        line=line,
        kept=tuple(kept),
        columns=tuple(
            _shown(column, line) if at in kept else all_withheld(column)
            for at, column in enumerate(columns)
        ),
    )


def shown_beside(
    told: Nested, columns: Sequence[Sequence[int]], some: Sequence[int]
) -> ShownParts:
    """Show one more column, which counts some of those in the first so many.

    By the line of those: where it is not safe beside them, it is withheld.

    Parameters
    ----------
    told
        How they are shown.
    columns
        The first of them, at most two.
    some
        None above the count to its left.
    """
    before = [column for at, column in enumerate(columns) if at in told.kept]
    safe = is_safe([*before, some], told.line)
    return _shown(some, told.line) if safe else all_withheld(some)


def _safe_line(columns: Sequence[Sequence[int]], line: int) -> int | None:
    """Raise the line until it is safe; None where none is, or none that is near."""
    most = max((one for column in columns for one in column), default=0)
    while not is_safe(columns, line):
        if line > most:
            return None
        line *= 2
        if comb(line + len(columns) - 2, len(columns)) > MOST_ROWS:
            return None
    return line


def _hidden(columns: Sequence[Sequence[int]], line: int) -> int:
    return sum(0 < one < line for column in columns for one in column)


def _shown(column: Sequence[int], line: int) -> ShownParts:
    parts = tuple(Withheld() if 0 < one < line else one for one in column)
    return ShownParts(parts=parts, total=sum(column))


def all_withheld(counts: Sequence[int]) -> ShownParts:
    """Withhold all counts but nobody, and their total where there is anybody."""
    parts = tuple(Withheld() if one else 0 for one in counts)
    return ShownParts(parts=parts, total=Withheld() if any(counts) else 0)


def is_safe(columns: Sequence[Sequence[int]], line: int) -> bool:
    """Tell whether each count withheld below a line could be any of four or more."""
    none = [[0] * len(columns[0])] * (COLUMNS - len(columns))
    columns = [*columns, *none]
    rows = list(zip(*columns, strict=True))
    sorts = Counter(_sort(row, line) for row in rows)
    sums = [sum(x for x in column if 0 < x < line) for column in columns]
    return all(
        len(_values(sort, at, sorts, sums, line)) > LEAST_ROOM
        for sort in sorts
        for at in sort
    )


def _sort(row: Sequence[int], line: int) -> Sort:
    return tuple(at for at, one in enumerate(row) if 0 < one < line)


def _values(
    sort: Sort, at: int, sorts: Counter[Sort], sums: Sequence[int], line: int
) -> set[int]:
    """Find what one withheld count could be; no more than are enough."""
    others = sorts - Counter([sort])
    found: set[int] = set()
    for row in _rows(sort, line):
        if row[at] not in found and _is_possible(row, others, sums, line):
            found.add(row[at])
        if len(found) > LEAST_ROOM:
            break
    return found


def _rows(sort: Sort, line: int) -> Iterator[list[int]]:
    """Give every row of a sort: withheld counts fall from left to right."""
    for told in combinations_with_replacement(range(line - 1, 0, -1), len(sort)):
        row = [0] * COLUMNS
        for at, one in zip(sort, told, strict=True):
            row[at] = one
        yield row


def _is_possible(
    row: Sequence[int], others: Counter[Sort], sums: Sequence[int], line: int
) -> bool:
    """Tell whether the other rows can make up the rest of each column's sum.

    Above 1 each withheld count has ``line - 2`` to go; of each sort only the sums
    matter, and they need to fall from left to right too.
    """

    def reach(*some: Sort) -> int:
        return sum(others[one] for one in some) * (line - 2)

    left = [
        total - mine - sum(many for sort, many in others.items() if at in sort)
        for at, (total, mine) in enumerate(zip(sums, row, strict=True))
    ]
    if min(left) < 0:
        return False
    first, second, third = left
    both, all_three = reach((0, 1)), reach((0, 1, 2))
    on, only = reach((1, 2)), reach((2,))
    return (
        first <= reach((0,)) + both + all_three
        and second - reach((1,)) - on <= min(both + all_three, first)
        and third - only <= second
        and third - only - on <= min(all_three, first)
    )


def _refuse(columns: Sequence[Sequence[int]], fewest: int) -> None:
    falls = all(
        left >= right >= 0
        for one, other in pairwise(columns)
        for left, right in zip(one, other, strict=True)
    )
    if fewest < FLOOR or not 0 < len(columns) <= COLUMNS or not falls:
        raise ValueError(f"columns {columns}, floor {fewest}: these are not nested")
