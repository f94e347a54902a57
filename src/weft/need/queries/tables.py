"""Which tables about areas are loaded, and what stands in them?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from django.conf import settings

from weft.commons.errors import NotFound
from weft.commons.provenance import Geography, Vintage
from weft.commons.saying import dated
from weft.ground import queries as ground
from weft.need.domain.carrying import Carried, Change, ExactFit, Link, carry
from weft.need.domain.columns import Column
from weft.need.domain.frames import AreaFrame
from weft.need.domain.stored import Kept, from_parquet
from weft.need.models import AreaTable

SMALL = Vintage(Geography.LSOA, 2021)
"""The areas that everything is brought to, as far as the exact-fit lookup goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableAbout:
    """One loaded table: what it is, whose, how old, on what terms."""

    region: str
    source: str
    table: str
    title: str
    vintage: Vintage
    year: int
    rows: int
    columns: tuple[Column, ...]
    file: str
    edition: str
    publisher: str
    licence: str
    dated: date | None
    address: str
    stamp: str  # of the build, so that what is kept in memory is its own

    @property
    def keys(self) -> frozenset[str]:
        """List the keys of its columns."""
        return frozenset(column.key for column in self.columns)

    @property
    def source_line(self) -> str:
        """Say in one line where its numbers come from."""
        told = ", ".join(part for part in (self.title, self.edition) if part)
        about = f"{self.vintage}, {self.year}"
        day = f", published {dated(self.dated)}" if self.dated else ""
        return f"{self.publisher}: {told} ({self.table}; {about}{day})"


def tables(region: str) -> tuple[TableAbout, ...]:
    """List a region's tables: newest first, then by source and name."""
    files = AreaTable.objects.filter(region=region).values_list("file", flat=True)
    built = ground.region(region).inputs_hash
    told = "\n".join((built, str(settings.DATA_DIR), *files.order_by("file")))
    return _tables(region, sha256(told.encode()).hexdigest())


def tables_beside(about: TableAbout) -> tuple[TableAbout, ...]:
    """List the tables of the same build, without asking the data base again."""
    return _tables(about.region, about.stamp)


@lru_cache(maxsize=8)
def _tables(region: str, stamp: str) -> tuple[TableAbout, ...]:
    """List the tables of one build, and keep the list at hand."""
    whose = {line.source: line for line in ground.ledger(region)}
    rows = AreaTable.objects.filter(region=region)
    order = ("-year", "source", "table", "geography", "-vintage")
    return tuple(
        _about(row, whose.get(row.source), stamp) for row in rows.order_by(*order)
    )


def _about(row: AreaTable, line: ground.DatasetAbout | None, stamp: str) -> TableAbout:
    """Say what a table is, with the ledger's line of its source."""
    return TableAbout(
        region=row.region_id,
        source=row.source,
        table=row.table,
        title=row.title,
        vintage=Vintage(Geography(row.geography), row.vintage),
        year=row.year,
        rows=row.rows,
        columns=tuple(Column.from_told(column) for column in row.columns),
        file=row.file,
        edition=row.edition,
        publisher=line.publisher if line else "",
        licence=line.licence if line else "",
        dated=line.dated if line else None,
        address=line.address if line else "",
        stamp=stamp,
    )


def frame(about: TableAbout) -> AreaFrame:
    """Give a table's numbers.

    Raises
    ------
    NotFound
        When the region was built anew in this moment and has the table no more.
    """
    try:
        return _frame(about)
    except FileNotFoundError:
        # Built anew between our two questions: the row now names another file.
        for now in tables(about.region):
            if (now.source, now.table, now.vintage, now.year) == (
                about.source,
                about.table,
                about.vintage,
                about.year,
            ):
                return _frame(now)
    raise NotFound(f"{about.table} of {about.source} is not loaded any more")


@lru_cache(maxsize=256)
def _frame(about: TableAbout) -> AreaFrame:
    """Read a table's file, and keep it at hand."""
    kept = Kept(
        table=about.table,
        title=about.title,
        vintage=about.vintage,
        year=about.year,
        columns=about.columns,
    )
    return from_parquet((Path(settings.DATA_DIR) / about.file).read_bytes(), kept)


def areas_of(about: TableAbout, vintage: Vintage) -> tuple[ground.AreaAbout, ...]:
    """List the areas that a table is about, by name, and keep the list at hand.

    Districts keep their codes for years: where those of the table's own year are not
    loaded, the newest are meant.
    """
    return _areas_of(about.region, vintage, about.stamp)


@lru_cache(maxsize=16)
def _areas_of(
    region: str, vintage: Vintage, _stamp: str
) -> tuple[ground.AreaAbout, ...]:
    """Ask the ground once for each build."""
    found = ground.areas(region, vintage.geography, vintage.year)
    newest = ground.newest_vintage(region, vintage.geography)
    if not found and newest is not None:
        found = ground.areas(region, vintage.geography, newest)
    return tuple(found)


def boundaries(region: str, geography: Geography) -> tuple[tuple[str, bytes], ...]:
    """Give the newest edges of every area of a kind, as WKB by code."""
    year = ground.newest_vintage(region, geography)
    if year is None:
        return ()
    built = ground.region(region).inputs_hash
    return _boundaries(region, Vintage(geography, year), built)


@lru_cache(maxsize=4)
def _boundaries(
    region: str, vintage: Vintage, _built: str
) -> tuple[tuple[str, bytes], ...]:
    """Ask the ground once for each build."""
    found = ground.areas(region, vintage.geography, vintage.year, boundaries=True)
    return tuple((one.code, one.boundary) for one in found if one.boundary)


def exact_fit(region: str, old: Vintage, new: Vintage) -> ExactFit:
    """Give the lookup that carries one vintage to another, empty where none is."""
    return ExactFit(
        old=old,
        new=new,
        links=tuple(
            Link(link.code, link.to_code, Change(link.change))
            for link in ground.links(region, old, new)
            if link.change
        ),
    )


def brought_to(about: TableAbout, vintage: Vintage = SMALL) -> Carried | None:
    """Bring a table to the areas of a vintage; None where no lookup leads there."""
    if about.vintage == vintage:
        whole = frame(about)
        return Carried(
            frame=whole,
            came_by=(Change.UNCHANGED,) * len(whole),
            several={},
            left_behind=(),
        )
    if about.vintage.geography is not vintage.geography:
        return None
    return _carried(about, vintage)


@lru_cache(maxsize=64)
def _carried(about: TableAbout, vintage: Vintage) -> Carried | None:
    """Carry a table over, and keep it at hand."""
    fit = exact_fit(about.region, about.vintage, vintage)
    return carry(frame(about), fit) if fit.links else None


def about_geography(
    some: Iterable[TableAbout], geography: Geography
) -> tuple[TableAbout, ...]:
    """Keep the tables about one kind of area."""
    return tuple(one for one in some if one.vintage.geography is geography)
