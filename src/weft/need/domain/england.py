"""What is the number for all England, where a file holds every area of it?"""

import numpy as np

from weft.commons.provenance import Geography, Vintage
from weft.need.domain.carrying import weighted_mean
from weft.need.domain.columns import Column, Kind
from weft.need.domain.frames import AreaFrame

ENGLAND = "E92000001"
AREAS_OF_ENGLAND = {
    Vintage(Geography.LSOA, 2011): 32_844,
    Vintage(Geography.LSOA, 2021): 33_755,
}
"""How many there are, by the ONS; a file with as many holds them all."""


def holds_england(frame: AreaFrame) -> bool:
    """Tell whether a table holds every area of England of its vintage."""
    english = sum(1 for code in frame.codes if code.startswith("E"))
    return english == AREAS_OF_ENGLAND.get(frame.vintage)


def england_of(frame: AreaFrame) -> AreaFrame:
    """Sum a table that holds all England up into its one row.

    Parameters
    ----------
    frame
        A table for which ``holds_england`` is true.

    Returns
    -------
    AreaFrame
        One row: counts summed, rates weighted by their denominators where the table
        has them, all else ``nan``; deciles and ranks say England by themselves.
    """
    numbers = [_england(frame, column) for column in frame.columns]
    return AreaFrame(
        table=frame.table,
        title=frame.title,
        vintage=Vintage(Geography.COUNTRY, frame.vintage.year),
        year=frame.year,
        codes=(ENGLAND,),
        columns=frame.columns,
        values=np.array([numbers], dtype=np.float64).reshape(1, len(numbers)),
    )


def _england(frame: AreaFrame, column: Column) -> float:
    """Sum or weigh one column."""
    values = frame.column(column.key)
    if column.kind is Kind.COUNT:
        return float(values.sum())
    if column.kind is Kind.RATE and column.denominator in frame:
        return weighted_mean(values, frame.column(column.denominator))
    return float("nan")
