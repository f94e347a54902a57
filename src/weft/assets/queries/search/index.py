"""How is the search index made from the listings, whole, for one region?

It is no record of anything: whatever stands in it stands in a listing, and it is made
again in the same transaction that made the listings.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from weft.assets.domain.facts import FactField
from weft.assets.models import Listing
from weft.assets.queries.search.asking import FactSaid
from weft.assets.queries.search.marks import bits, cell_mark, marks, name_mark, said
from weft.commons.places import Cell
from weft.commons.words import shortenings, surfaces, token

AT_ONCE = 5_000
UNKNOWN_HOURS, HAS_SESSIONS, ALWAYS_OPEN = 0, 1, 2
FINDABLE = (
    "listing_id",
    "region",
    "kind",
    "cell_column",
    "cell_row",
    "latitude",
    "longitude",
    "told_yes",
    "told_no",
    "price_pence",
    "hours",
    "drop_in",
    "name_words",
)
SPELLING = ("key", "surface", "token", "listings", "region")
Cells = tuple[int | float | str | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One listing as the index keeps it."""

    cells: Cells  # in the order of FINDABLE
    tokens: tuple[str, ...]  # each once
    surfaces: frozenset[str]


@transaction.atomic
def reindex(region: str) -> int:
    """Make a region's index anew from its listings.

    Parameters
    ----------
    region
        Its slug.

    Returns
    -------
    int
        How many listings can now be found.
    """
    with connection.cursor() as cursor:
        return Making(cursor=cursor, region=region).whole()


@dataclass(slots=True)
class Making:
    """One making of a region's index: keeps the words it has seen, and their codes."""

    cursor: CursorWrapper
    region: str

    def whole(self) -> int:
        """Clear, read every listing, write, and tell the planner."""
        seen: Counter[str] = Counter()
        written: set[str] = set()
        code = self.codes("region", [self.region])[self.region]
        self.clear(code)
        kinds = self.codes("kind", self.kinds())
        rows = self.rows(code, kinds)
        count = 0
        while batch := list(islice(rows, AT_ONCE)):
            self.write(batch)
            for row in batch:
                seen.update(row.tokens)
                written.update(row.surfaces)
            count += len(batch)
        self.spell(written, seen, code)
        self.settle()
        return count

    def kinds(self) -> list[str]:
        """List the kinds of the region's listings."""
        listings = Listing.objects.filter(region_id=self.region)
        return sorted(set(listings.values_list("kind", flat=True).distinct()))

    def codes(self, sort: str, names: Iterable[str]) -> dict[str, int]:
        """Give every name its number; a number once given stays."""
        self.cursor.execute("SELECT code, sort, name FROM assets_searchcode")
        held = self.cursor.fetchall()
        codes = {name: code for code, of, name in held if of == sort}
        last = max((code for code, _, _ in held), default=0)
        new = dict(enumerate((n for n in names if n not in codes), start=last + 1))
        self.cursor.executemany(
            "INSERT INTO assets_searchcode (code, sort, name) VALUES (%s, %s, %s)",
            [(code, sort, name) for code, name in new.items()],
        )
        return codes | {name: code for code, name in new.items()}

    def clear(self, code: int) -> None:
        """Forget the region's listings and words, and words of regions now gone."""
        self.cursor.execute("DELETE FROM assets_findable WHERE region = %s", [code])
        # «NOT IN (SELECT …)» had PostgreSQL compare every word with every listing where
        # it reckoned the list too large to hash: 22 minutes for a small town.
        self.cursor.execute(
            "DELETE FROM assets_searchspelling WHERE region = %s "
            "OR NOT EXISTS (SELECT 1 FROM assets_findable "
            "WHERE assets_findable.region = assets_searchspelling.region)",
            [code],
        )

    def rows(
        self, code: int, kinds: Mapping[str, int], some: Sequence[int] | None = None
    ) -> Iterator[Row]:
        """Read the region's listings, or some, neighbours on the map together."""
        listings = Listing.objects.filter(region_id=self.region)
        if some is not None:
            listings = listings.filter(pk__in=some)
        # FTS5 likes rising numbers, a heap likes neighbours together.
        order = (
            ("cell_column", "cell_row", "id")
            if connection.vendor == "postgresql"
            else ("id",)
        )
        for listing in listings.order_by(*order).iterator(chunk_size=AT_ONCE):
            yield row_of(listing, region=code, kind=kinds[listing.kind])

    def write(self, rows: Sequence[Row]) -> None:
        """Put listings into the index."""
        if connection.vendor == "postgresql":
            _copy(
                self.cursor,
                "assets_findable",
                (*FINDABLE, "tokens"),
                ((*row.cells, " ".join(f"'{t}'" for t in row.tokens)) for row in rows),
            )
            return
        _insert(self.cursor, "assets_findable", FINDABLE, (row.cells for row in rows))
        _insert(
            self.cursor,
            "assets_searchtext",
            ("rowid", "tokens"),
            ((row.cells[0], " ".join(row.tokens)) for row in rows),
        )

    def spell(self, written: Iterable[str], seen: Mapping[str, int], code: int) -> None:
        """Keep each word under itself and under each of its shortenings.

        Tokens and marks stand under themselves: how often they stand is looked up too.
        """
        spelt = {(surface, token(surface)) for surface in written}
        spelt.update((mark, mark) for mark in seen)
        self.spell_each(spelt, seen, code)

    def spell_each(
        self, spelt: Iterable[tuple[str, str]], seen: Mapping[str, int], code: int
    ) -> None:
        """Keep words, each with its token and how often that stands."""
        write: Callable[..., None] = (
            _copy if connection.vendor == "postgresql" else _insert
        )
        rows = (
            (key, surface, plain, seen[plain], code)
            for surface, plain in sorted(spelt)
            for key in sorted(keys_under(surface))
        )
        while batch := list(islice(rows, AT_ONCE * 10)):
            write(self.cursor, "assets_searchspelling", SPELLING, batch)

    def settle(self) -> None:
        """Let go of withdrawn words for good, and tell the planner what is there."""
        if connection.vendor == "sqlite":
            # Without this a deleted word stays readable in an old segment of the index.
            self.cursor.execute(
                "INSERT INTO assets_searchtext (assets_searchtext) VALUES ('optimize')"
            )
        for table in ("assets_findable", "assets_searchspelling"):
            self.cursor.execute(f"ANALYZE {table}")


def row_of(listing: Listing, *, region: int, kind: int) -> Row:
    """Flatten one listing for the index."""
    facts = said(listing.facts)
    named = surfaces(listing.name)
    name = [token(word) for word in named]
    words = frozenset((*surfaces(listing.words), *named))
    return Row(
        cells=(
            listing.pk,
            region,
            kind,
            listing.cell_column,
            listing.cell_row,
            listing.latitude,
            listing.longitude,
            bits(fact.field for fact in facts if fact.value),
            bits(fact.field for fact in facts if not fact.value),
            listing.price_pence,
            _hours(listing),
            int(_drop_in(listing, facts)),
            len(name),
        ),
        tokens=tuple(
            dict.fromkeys(
                [
                    *sorted({token(word) for word in words}),
                    *(name_mark(word) for word in name),
                    *marks(facts, listing.languages),
                    *_cell(listing),
                ]
            )
        ),
        surfaces=words,
    )


def _drop_in(listing: Listing, facts: Iterable[FactSaid]) -> bool:
    """Tell whether one may come at any time while it is open."""
    just_come = FactSaid(FactField.JUST_COME, value=True)
    return listing.asset_id is not None or just_come in facts


def _hours(listing: Listing) -> int:
    """Tell what is known of a listing's hours."""
    if listing.always_open:
        return ALWAYS_OPEN
    return HAS_SESSIONS if listing.hours_known else UNKNOWN_HOURS


def _cell(listing: Listing) -> list[str]:
    """Mark the square that a listing lies in, if it lies anywhere."""
    if listing.cell_column is None or listing.cell_row is None:
        return []
    return [cell_mark(Cell(listing.cell_column, listing.cell_row))]


def keys_under(surface: str) -> frozenset[str]:
    """List the keys of a word; a mark of ours has only itself, none mistypes it."""
    if surface.startswith("_"):
        return frozenset({surface})
    return shortenings(surface) | {surface}


def _insert(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Cells]
) -> None:
    """Write rows to SQLite."""
    blanks = ", ".join(["%s"] * len(columns))
    cursor.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({blanks})",
        list(rows),
    )


def _copy(
    cursor: CursorWrapper, table: str, columns: Sequence[str], rows: Iterable[Cells]
) -> None:
    """Write rows to PostgreSQL; COPY is some ten times faster than INSERT."""
    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
