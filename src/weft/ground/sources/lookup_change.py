"""What became of each LSOA of 2011 in 2021?

The ONS's exact-fit lookup, with its change indicator: U unchanged, S split, M merged,
X irregular. A split area has several rows, so a code may well come twice here.
"""

from collections.abc import Iterator

from weft.commons.files import Row, Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.told import AreaTold, GroundTold, LinkTold
from weft.ground.sources.belonging import Belongs
from weft.ground.sources.headings import AreaColumn, area_columns

BEFORE = Vintage(Geography.LSOA, 2011)
AFTER = Vintage(Geography.LSOA, 2021)
CHANGES = frozenset("USMX")
NEEDED = ("lsoa11cd", "lsoa21cd", "chgind")


def read(asked: Asked, *, progress: Progress = unwatched) -> Reading[GroundTold]:
    """Read the lookup."""
    tally = Tally()
    links: dict[LinkTold, None] = {}
    areas: dict[tuple[Vintage, str], AreaTold] = {}
    for number, path in enumerate(asked.files):
        progress(number, len(asked.files), path.name)
        with open_rows(path, needed=NEEDED) as rows:
            columns = area_columns(rows.headers)
            for row in _kept(rows, columns, asked, tally):
                links |= dict.fromkeys(_links(row, columns, asked.source))
                areas |= {(a.vintage, a.code): a for a in _areas(row, columns)}
    content = GroundTold(areas=tuple(areas.values()), links=tuple(links))
    return Reading(asked=asked, content=content, tally=tally)


def _district(columns: tuple[AreaColumn, ...]) -> AreaColumn | None:
    """Find the column of districts."""
    for column in columns:
        if column.vintage.geography is Geography.DISTRICT:
            return column
    return None


def _kept(
    rows: Rows,
    columns: tuple[AreaColumn, ...],
    asked: Asked,
    tally: Tally,
) -> Iterator[Row]:
    """Give the rows of the region, each pair once, counting the others."""
    district = _district(columns)
    belongs = Belongs(asked, AFTER)
    seen: set[tuple[str, str]] = set()
    for row in rows:
        pair = row.needed("lsoa11cd"), row.needed("lsoa21cd")
        if not belongs(pair[1], row.text(district.code) if district else ""):
            tally.leave_out("outside the region")
        elif pair in seen:
            tally.leave_out("told twice, in the same words")
        else:
            seen.add(pair)
            tally.use()
            yield row


def _links(
    row: Row, columns: tuple[AreaColumn, ...], source: str
) -> Iterator[LinkTold]:
    """Say what became of what, and in which district both lie."""
    change = row.needed("chgind").upper()
    if change not in CHANGES:
        raise row.wrong("chgind", f"«{change}» is none of U, S, M and X")
    before, after = row.text("lsoa11cd"), row.text("lsoa21cd")
    yield LinkTold(
        of=BEFORE, code=before, to=AFTER, to_code=after, change=change, source=source
    )
    district = _district(columns)
    code = row.text(district.code) if district else ""
    if district and code:
        for vintage, inner in ((BEFORE, before), (AFTER, after)):
            yield LinkTold(
                of=vintage, code=inner, to=district.vintage, to_code=code, source=source
            )


def _areas(row: Row, columns: tuple[AreaColumn, ...]) -> Iterator[AreaTold]:
    """Name the areas of a row."""
    district = _district(columns)
    for column in columns:
        yield AreaTold(
            vintage=column.vintage,
            code=row.needed(column.code),
            name=row.text(column.name),
            district=row.text(district.code) if district else "",
        )
