"""Which areas does a table's heading line speak of?

The ONS writes ``LSOA21CD`` and ``LSOA21NM``, some packages ``lsoa21_code`` and
``lsoa21_name``. The two digits are the year, and are never passed over.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from weft.commons.errors import FileNotUnderstood
from weft.commons.provenance import Geography, Vintage
from weft.ground.domain.vintages import refuse_other_heading

SPELT = {
    "oa": Geography.OA,
    "lsoa": Geography.LSOA,
    "msoa": Geography.MSOA,
    "wd": Geography.WARD,
    "ward": Geography.WARD,
    "lad": Geography.DISTRICT,
    "ltla": Geography.DISTRICT,
    "sicbl": Geography.PLACE,
    "icb": Geography.ICB,
}
_CODE = re.compile(rf"({'|'.join(SPELT)})(\d\d)(?:cd|_code)")


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaColumn:
    """A column of codes, and the column of their names if there is one."""

    vintage: Vintage
    code: str
    name: str


def area_columns(headings: Iterable[str]) -> tuple[AreaColumn, ...]:
    """Find every column of codes, in the order of the headings.

    Parameters
    ----------
    headings
        Plain, as ``commons.files.plain_header`` writes them.
    """
    there = tuple(headings)
    found = []
    for heading in there:
        if told := _CODE.fullmatch(heading):
            stem = f"{told[1]}{told[2]}"
            names = (f"{stem}nm", f"{stem}_name")
            vintage = Vintage(SPELT[told[1]], 2000 + int(told[2]))
            name = next((name for name in names if name in there), "")
            found.append(AreaColumn(vintage=vintage, code=heading, name=name))
    return tuple(found)


def column_of(vintage: Vintage, headings: Iterable[str], file: str) -> AreaColumn:
    """Find the column of the areas that the region file says a table is about.

    Raises
    ------
    WrongVintage
        When the heading speaks of the same areas of another year.
    FileNotUnderstood
        When no heading speaks of such areas.
    """
    columns = area_columns(headings)
    for column in columns:
        if column.vintage == vintage:
            return column
    for column in columns:
        if column.vintage.geography == vintage.geography:
            refuse_other_heading(
                column.vintage.year, vintage=vintage, column=column.code, file=file
            )
    stem = f"{vintage.geography}{vintage.year % 100}"
    raise FileNotUnderstood(
        f"no heading speaks of {vintage}; «{stem}cd» was expected",
        file=file,
        line=1,
        remedy="Check «geography» and «vintage» in the region file.",
    )
