"""What does a table about areas look like, once it is read?

One value: codes down the side, columns across the top, numbers between, ``nan`` where
nobody knows. It never goes without its vintage, so that two of them cannot be laid
beside each other when they speak of different areas.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from weft.commons.errors import NotFound, WrongVintage
from weft.commons.provenance import Vintage
from weft.need.domain.columns import Column

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AreaFrame:
    """A labelled matrix of one published table about areas of one vintage.

    Attributes
    ----------
    table
        The publisher's short name of the table, as ``TS003`` or ``File 7``.
    title
        What it is called in full.
    vintage
        Which areas, of which year.
    year
        The year that the numbers speak of.
    codes
        One for each row, each once.
    columns
        One for each column, each key once.
    values
        Areas down, columns across; ``nan`` is not known. Read only.

    Raises
    ------
    ValueError
        When shapes differ, or a code or a key comes twice.
    """

    table: str
    title: str
    vintage: Vintage
    year: int
    codes: tuple[str, ...]
    columns: tuple[Column, ...]
    values: Numbers

    def __post_init__(self) -> None:
        if self.values.shape != (len(self.codes), len(self.columns)):
            raise ValueError(
                f"{self.table}: {self.values.shape} numbers for {len(self.codes)} "
                f"areas and {len(self.columns)} columns"
            )
        for what, names in (("code", self.codes), ("column", self.keys)):
            if len(set(names)) != len(names):
                raise ValueError(f"{self.table}: a {what} comes twice")
        self.values.flags.writeable = False

    @property
    def keys(self) -> tuple[str, ...]:
        """List the keys of the columns, in order."""
        return tuple(column.key for column in self.columns)

    def __len__(self) -> int:
        return len(self.codes)

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    def __iter__(self) -> Iterator[str]:
        return iter(self.codes)

    def about(self, key: str) -> Column:
        """Find a column by its key, or raise ``NotFound``."""
        return self.columns[self._at(key)]

    def column(self, key: str) -> Numbers:
        """Give one column's numbers, one for each code, or raise ``NotFound``."""
        return self.values[:, self._at(key)]

    def value(self, code: str, key: str) -> float | None:
        """Give one number; None where the area or the number is not known."""
        if code not in self.codes:
            return None
        number = float(self.values[self.codes.index(code), self._at(key)])
        return None if np.isnan(number) else number

    def row(self, code: str) -> dict[str, float]:
        """Give what is known of one area, by key; what is not known is left away."""
        if code not in self.codes:
            return {}
        numbers = self.values[self.codes.index(code)]
        return {
            key: float(number)
            for key, number in zip(self.keys, numbers, strict=True)
            if not np.isnan(number)
        }

    def only(self, codes: Collection[str]) -> "AreaFrame":
        """Cut the table down to some areas, in the table's own order."""
        wanted = [at for at, code in enumerate(self.codes) if code in codes]
        return self.with_rows(
            tuple(self.codes[at] for at in wanted), self.values[wanted]
        )

    def in_order(self, codes: Sequence[str]) -> "AreaFrame":
        """Lay the rows out in a given order; an area we lack is a row of ``nan``."""
        rows = {code: at for at, code in enumerate(self.codes)}
        values = np.full((len(codes), len(self.columns)), np.nan)
        for to, code in enumerate(codes):
            if code in rows:
                values[to] = self.values[rows[code]]
        return self.with_rows(tuple(codes), values)

    def with_rows(self, codes: tuple[str, ...], values: Numbers) -> "AreaFrame":
        """Keep what the columns mean and put other rows under them."""
        return AreaFrame(
            table=self.table,
            title=self.title,
            vintage=self.vintage,
            year=self.year,
            codes=codes,
            columns=self.columns,
            values=values,
        )

    def _at(self, key: str) -> int:
        """Say which column it is."""
        if key not in self.keys:
            raise NotFound(f"{self.table} has no column «{key}»")
        return self.keys.index(key)


def beside(one: AreaFrame, other: AreaFrame) -> tuple[str, ...]:
    """Say which areas two tables share, if they speak of the same areas at all.

    Returns
    -------
    tuple of str
        The shared codes, in the order of the first table.

    Raises
    ------
    WrongVintage
        When the tables are of different vintages, however many codes look alike.
    """
    if one.vintage != other.vintage:
        alike = len(set(one.codes) & set(other.codes))
        raise WrongVintage(
            f"{one.table} is about {one.vintage} and {other.table} about "
            f"{other.vintage}; {alike} codes look alike and are not. Carry one over "
            "with the exact-fit lookup first."
        )
    known = set(other.codes)
    return tuple(code for code in one.codes if code in known)


def frame_from_rows(
    like: AreaFrame, rows: Iterable[tuple[str, Sequence[float]]]
) -> AreaFrame:
    """Make a table like another from rows of a code and its numbers."""
    told = list(rows)
    values = np.array([numbers for _, numbers in told], dtype=np.float64)
    return like.with_rows(
        tuple(code for code, _ in told), values.reshape(len(told), len(like.columns))
    )
