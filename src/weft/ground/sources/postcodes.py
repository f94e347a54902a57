"""Where does each postcode lie?

Reads the ONS Postcode Directory (ONSPD) and the National Statistics Postcode Lookup
(NSPL), zipped or not, in the headings of before 2025 (``pcds``, ``oslaua``,
``lsoa21``) and since (``lad25cd``, ``lsoa21cd``), and two reduced layouts: a table of
postcode, point, district and LSOA, and one of postcode and point alone.

A postcode is kept without its blank: of two tables of West Yorkshire 51 % of postcodes
joined as written, and all of them without blanks (docs/data/postcodes.md). A
terminated postcode is kept and marked, because old registers still use them; a row
without a grid reference (latitude 99.999999) is left out and counted.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import members, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.postcode import compact, is_postcode
from weft.ground.domain.told import GroundTold, PostcodeTold
from weft.ground.domain.vintages import refuse_other_vintage

LSOA = Vintage(Geography.LSOA, 2021)
MEMBER = r"(^|/)(ONSPD|NSPL)[^/]*_UK\.csv$"
NO_GRID = 90.0
"""Rows without a grid reference carry latitude 99.999999."""

SAYING_EVERY = 200_000

ALIASES = {
    "postcode": ("pcds", "pcd8", "pcd7", "pcd2", "pcd", "postcode"),
    "ended": ("doterm",),
    "latitude": ("lat", "latitude"),
    "longitude": ("long", "longitude", "lon"),
    "oa": (r"oa21(?:cd)?",),
    "lsoa": (r"lsoa21(?:cd)?",),
    "district": (r"lad\d\dcd", "oslaua", "laua", "lad"),
}
OPTIONAL = ("ended", "oa", "lsoa", "district")
Cells = tuple[str, str, str, str, str, str, str]


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read every postcode of the region, live and ended."""
    tally = Tally()
    found: dict[str, PostcodeTold] = {}
    belongs = _belonging(asked)
    for path in asked.files:
        for line, cells in _cells(path, progress):
            if not belongs(cells):
                tally.leave_out("outside the region")
                continue
            told = _told(cells, tally, path.name, line)
            if told:
                _keep(told, found, tally, path.name, line)
        seen = {told.lsoa21 for told in found.values()}
        refuse_other_vintage(seen, vintage=LSOA, areas=asked.areas, file=path.name)
    content = GroundTold(postcodes=tuple(found.values()))
    return Reading(asked=asked, content=content, tally=tally)


def _cells(path: Path, progress: Progress) -> Iterator[tuple[int, Cells]]:
    """Give the seven cells that matter of each row; "" for a column that is not."""
    zipped = path.suffix.lower() == ".zip"
    member = _member(path) if zipped else None
    needed = ("postcode", "latitude", "longitude")
    with open_rows(path, member=member, needed=needed, aliases=ALIASES) as rows:
        there = [name for name in OPTIONAL if rows.has(name)]
        places = [there.index(name) + 3 if name in there else -1 for name in OPTIONAL]
        for number, (line, cells) in enumerate(rows.columns(*needed, *there)):
            if number % SAYING_EVERY == 0:
                progress(number, 0, path.name)
            more = [cells[at] if at > 0 else "" for at in places]
            yield (
                line,
                (cells[0], cells[1], cells[2], more[0], more[1], more[2], more[3]),
            )


def _member(path: Path) -> str:
    """Find the whole table in a zip that also holds it cut up by area."""
    if any(re.search(MEMBER, name, re.IGNORECASE) for name in members(path)):
        return MEMBER
    return r"\.csv$"


def _belonging(asked: Asked) -> Callable[[Cells], bool]:
    """Make the test of whether a row is the region's.

    By district where the table has one, by LSOA where it has that; a table with
    neither is taken whole, and cut to the boundaries when the ground is put together.
    """
    districts = frozenset(asked.region.districts)
    lsoas = asked.areas.get(LSOA, frozenset())

    def belongs(cells: Cells) -> bool:
        lsoa, district = cells[5], cells[6]
        if district and districts:
            return district in districts
        return not lsoa or not lsoas or lsoa in lsoas

    return belongs


def _told(cells: Cells, tally: Tally, file: str, line: int) -> PostcodeTold | None:
    """Read one row, or count why it cannot be used."""
    postcode = compact(cells[0])
    where = f"{file} line {line}"
    if not is_postcode(postcode):
        tally.complain("not a postcode", example=f"{where}: «{cells[0][:12]}»")
        return None
    if not cells[1].strip() or not cells[2].strip():
        tally.complain("no coordinates", example=where)
        return None
    try:
        latitude, longitude = float(cells[1]), float(cells[2])
    except ValueError as problem:
        raise FileNotUnderstood(
            f"«{cells[1][:20]}», «{cells[2][:20]}» is not a point",
            file=file,
            line=line,
            column="lat",
            remedy="Correct the row, or save the publisher's own file again.",
        ) from problem
    if not -NO_GRID < latitude < NO_GRID:
        tally.leave_out("no grid reference (latitude 99.999999)")
        return None
    live = not cells[3].strip()
    return PostcodeTold(
        postcode, latitude, longitude, cells[4].strip(), cells[5].strip(), live
    )


def _keep(
    told: PostcodeTold,
    found: dict[str, PostcodeTold],
    tally: Tally,
    file: str,
    line: int,
) -> None:
    """Keep a postcode once."""
    first = found.setdefault(told.compact, told)
    if first is told:
        tally.use()
    elif first == told:
        tally.leave_out("told twice, in the same words")
    else:
        raise FileNotUnderstood(
            f"«{told.compact}» is told twice, differently",
            file=file,
            line=line,
            column="postcode",
            remedy="Keep the right one of the two, or save the file again.",
        )
