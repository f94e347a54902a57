"""How is a number about an area said?"""

from weft.commons.saying import listed
from weft.need.domain.columns import Column, Kind
from weft.need.domain.summing import How, Summary
from weft.shell import tables as shell

HUNDRED = 100
FEW = 1.5  # below this many in 100 a whole number would say too little


def is_share(column: Column) -> bool:
    """Tell whether a column's numbers run from 0 to 1."""
    return column.kind is Kind.RATE and column.unit == "share"


def scaled(value: float | None, column: Column) -> float | None:
    """Bring a number to the scale on which it is shown: shares in 100."""
    if value is None:
        return None
    return value * HUNDRED if is_share(column) else value


def said(value: float | None, column: Column) -> str:
    """Say one area's number, as «23 in 100» or «1,404»."""
    if value is None:
        return "not known"
    if is_share(column) or column.unit == "%":
        return in_hundred(value * (HUNDRED if is_share(column) else 1))
    match column.kind:
        case Kind.CLASS:
            return column.class_name(value) or "not known"
        case Kind.COUNT | Kind.DECILE | Kind.RANK:
            return f"{value:,.0f}"
        case _:
            number = f"{value:,.1f}".removesuffix(".0")
            return f"{number} {column.unit}".strip()


def in_hundred(number: float) -> str:
    """Say so many in a hundred; very few with a decimal."""
    return f"{number:.1f} in 100" if 0 < number < FEW else f"{number:.0f} in 100"


def said_of_many(summary: Summary, column: Column) -> str:
    """Say the one number of many areas."""
    if summary.value is None:
        return "not known"
    if summary.how is How.FIRST_TENTH:
        return in_hundred(summary.value * HUNDRED)
    return said(summary.value, column)


def said_several(values: tuple[float, ...], column: Column) -> str:
    """Say the numbers of areas that merged, side by side."""
    return listed([said(value, column) for value in values])


def unit_of(column: Column) -> str:
    """Say what stands behind a number in a picture."""
    return "%" if is_share(column) or column.unit == "%" else ""


def decimals_of(column: Column) -> int:
    """Say with how many decimals a column's numbers are shown."""
    whole = {Kind.COUNT, Kind.DECILE, Kind.RANK, Kind.CLASS}
    return 0 if column.kind in whole else 1


def column_of(words: str, column: Column) -> shell.Column:
    """Head a column of numbers in a table, page and files alike."""
    return shell.Column(
        words, numeric=True, decimals=decimals_of(column), unit=unit_of(column)
    )


def cell_of(value: float | None, column: Column) -> shell.Cell:
    """Put a number into a cell of a table."""
    if column.kind is Kind.CLASS:
        return None if value is None else column.class_name(value)
    return scaled(value, column)
