"""How is a table of pairs read, whichever areas it pairs?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from weft.commons.errors import FileNotUnderstood
from weft.commons.files import Row, Rows, open_rows
from weft.commons.progress import Progress, unwatched
from weft.commons.provenance import Geography, Tally, Vintage
from weft.ground.domain.asked import Asked, Reading
from weft.ground.domain.told import AreaTold, GroundTold, LinkTold
from weft.ground.domain.vintages import refuse_other_vintage
from weft.ground.sources.belonging import Belongs
from weft.ground.sources.headings import AreaColumn, area_columns, column_of

Pairs = Sequence[tuple[Geography, Geography]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """A lookup's columns: of the areas it is about, and of those they lie in."""

    base: AreaColumn
    others: Mapping[Geography, AreaColumn]

    @property
    def district(self) -> str:
        """Name the column of districts, "" where there is none."""
        column = self.others.get(Geography.DISTRICT)
        return column.code if column else ""

    def column(self, geography: Geography) -> AreaColumn | None:
        """Find the column of a geography."""
        same = geography == self.base.vintage.geography
        return self.base if same else self.others.get(geography)


def read_pairs(
    asked: Asked, *, pairs: Pairs, needed: Geography, progress: Progress = unwatched
) -> Reading[GroundTold]:
    """Read a lookup that says in which areas others lie.

    Parameters
    ----------
    asked
        With the vintage of the areas that the table has a row for.
    pairs
        Which links to keep: ``(LSOA, WARD)`` says that LSOAs lie in wards.
    needed
        The geography without which the table is another one.
    """
    tally = Tally()
    links: dict[LinkTold, None] = {}
    areas: dict[tuple[Vintage, str], AreaTold] = {}
    for number, path in enumerate(asked.files):
        progress(number, len(asked.files), path.name)
        with open_rows(path) as rows:
            table = _table(rows, asked.vintage, needed)
            kept = _kept(rows, table, asked, tally)
            for row in kept:
                links |= dict.fromkeys(_links(row, table, pairs, asked.source))
                areas |= {(a.vintage, a.code): a for a in _areas(row, table)}
    _refuse_two(links, asked)
    content = GroundTold(areas=tuple(areas.values()), links=tuple(links))
    return Reading(asked=asked, content=content, tally=tally)


def _table(rows: Rows, vintage: Vintage, needed: Geography) -> _Table:
    """Find the columns, or refuse another table."""
    base = column_of(vintage, rows.headers, rows.file)
    others = {
        column.vintage.geography: column
        for column in area_columns(rows.headers)
        if column.vintage.geography != vintage.geography
    }
    if needed not in others:
        raise FileNotUnderstood(
            f"no heading speaks of {needed.upper()}",
            file=rows.file,
            line=rows.header_line,
            remedy="This is another lookup; see the source's page.",
        )
    return _Table(base=base, others=others)


def _kept(rows: Rows, table: _Table, asked: Asked, tally: Tally) -> Iterator[Row]:
    """Give the rows of the region, each code once, counting the others."""
    belongs = Belongs(asked, table.base.vintage)
    seen: set[str] = set()
    for row in rows:
        code = row.needed(table.base.code)
        if not belongs(code, row.text(table.district)):
            tally.leave_out("outside the region")
        else:
            seen.add(code)
            tally.use()
            yield row
    refuse_other_vintage(
        seen, vintage=table.base.vintage, areas=asked.areas, file=rows.file
    )


def _links(row: Row, table: _Table, pairs: Pairs, source: str) -> Iterator[LinkTold]:
    """Say which of a row's areas lie in which."""
    for inner, outer in pairs:
        of, to = table.column(inner), table.column(outer)
        if of and to and row.text(of.code) and row.text(to.code):
            yield LinkTold(
                of=of.vintage,
                code=row.text(of.code),
                to=to.vintage,
                to_code=row.text(to.code),
                source=source,
            )


def _areas(row: Row, table: _Table) -> Iterator[AreaTold]:
    """Name the areas of a row."""
    for column in (table.base, *table.others.values()):
        code = row.text(column.code)
        if code:
            yield AreaTold(
                vintage=column.vintage,
                code=code,
                name=row.text(column.name) or code,
                district=row.text(table.district),
            )


def _refuse_two(links: Mapping[LinkTold, None], asked: Asked) -> None:
    """Refuse a table that puts one area into two."""
    first: dict[tuple[Vintage, str, Vintage], str] = {}
    for link in links:
        key = (link.of, link.code, link.to)
        other = first.setdefault(key, link.to_code)
        if other != link.to_code:
            raise FileNotUnderstood(
                f"{link.of} {link.code} lies in two of {link.to}: {other} and "
                f"{link.to_code}",
                file=", ".join(path.name for path in asked.files),
                column=f"{link.to.geography}",
                remedy="Keep the right one of the two, or save the file again.",
            )
