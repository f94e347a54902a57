"""How does the search index follow when only some listings have changed?

Making a region's index anew reads every listing. Here the words of those that come are
added, and those of the ones that go are taken out: how often each token stands is
counted up or down, and a word that no listing writes any more is forgotten. What comes
out is the same as if all had been made anew (a test compares the two).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import TextField, Value
from django.db.models.functions import Concat

from weft.assets.models import Listing
from weft.assets.queries.search.index import Making, Row, keys_under, row_of
from weft.commons.batches import batched
from weft.commons.words import token

Spelt = tuple[str, str]
"""A word as it is written, and the token under which it is indexed."""


@transaction.atomic
def index_some(region: str, listings: Sequence[int]) -> None:
    """Add listings that are not in the index yet.

    Parameters
    ----------
    region
        Its slug.
    listings
        Their keys.
    """
    with connection.cursor() as cursor:
        making = Making(cursor=cursor, region=region)
        code = making.codes("region", [region])[region]
        kinds = making.codes("kind", making.kinds())
        rows = [
            row for some in batched(listings) for row in making.rows(code, kinds, some)
        ]
        making.write(rows)
        _Spelling(making, code).more(rows)


@transaction.atomic
def unindex_some(region: str, listings: Sequence[int]) -> None:
    """Take out the words of listings that are about to be deleted.

    Their own lines in the index go with them, by the data base's own hand.
    """
    found = [
        one
        for some in batched(listings)
        for one in Listing.objects.filter(region_id=region, pk__in=some)
    ]
    with connection.cursor() as cursor:
        making = Making(cursor=cursor, region=region)
        code = making.codes("region", [region])[region]
        rows = [row_of(one, region=code, kind=0) for one in found]
        _Spelling(making, code).fewer(rows, going=[one.pk for one in found])


@dataclass(frozen=True, slots=True)
class _Spelling:
    """The words of one region's index."""

    making: Making
    code: int

    def more(self, rows: Sequence[Row]) -> None:
        """Count the words of new listings, and keep those that are new."""
        counts = _counted(rows)
        self._add(counts)
        new = [one for one in sorted(_spelt(rows)) if self._stands(one[0]) is None]
        standing = {plain: self._stands(plain) or counts[plain] for _, plain in new}
        self.making.spell_each(new, standing, self.code)

    def fewer(self, rows: Sequence[Row], *, going: Sequence[int]) -> None:
        """Count the words of listings that go, and forget those that nobody writes."""
        self._add({plain: -count for plain, count in _counted(rows).items()})
        self.making.cursor.execute(
            "DELETE FROM assets_searchspelling WHERE region = %s AND listings <= 0",
            [self.code],
        )
        lost = [
            surface
            for surface, plain in sorted(_spelt(rows))
            if surface != plain
            and self._stands(surface) is not None
            and not _written_elsewhere(self.making.region, surface, going)
        ]
        self.making.cursor.executemany(
            "DELETE FROM assets_searchspelling "
            "WHERE key = %s AND surface = %s AND region = %s",
            [(k, one, self.code) for one in lost for k in sorted(keys_under(one))],
        )

    def _add(self, counts: dict[str, int]) -> None:
        """Count tokens up or down, wherever they stand, in one walk over the words."""
        cursor = self.making.cursor
        cursor.execute(
            "CREATE TEMPORARY TABLE assets_touched "
            "(token TEXT PRIMARY KEY, more INTEGER NOT NULL)"
        )
        cursor.executemany(
            "INSERT INTO assets_touched (token, more) VALUES (%s, %s)",
            sorted(counts.items()),
        )
        cursor.execute(
            "UPDATE assets_searchspelling SET listings = listings + (SELECT more "
            "FROM assets_touched WHERE token = assets_searchspelling.token) "
            "WHERE region = %s AND token IN (SELECT token FROM assets_touched)",
            [self.code],
        )
        cursor.execute("DROP TABLE assets_touched")

    def _stands(self, surface: str) -> int | None:
        """Say in how many listings a word's token stands; None if it is unknown."""
        self.making.cursor.execute(
            "SELECT listings FROM assets_searchspelling "
            "WHERE key = %s AND surface = %s AND region = %s",
            [surface, surface, self.code],
        )
        found = self.making.cursor.fetchone()
        return None if found is None else int(found[0])


def _counted(rows: Iterable[Row]) -> dict[str, int]:
    """Count in how many rows each token stands."""
    return Counter(plain for row in rows for plain in row.tokens)


def _spelt(rows: Iterable[Row]) -> set[Spelt]:
    """List the words of rows; tokens and marks stand under themselves."""
    written = {surface for row in rows for surface in row.surfaces}
    return {(surface, token(surface)) for surface in written} | {
        (plain, plain) for row in rows for plain in row.tokens
    }


def _written_elsewhere(region: str, surface: str, going: Sequence[int]) -> bool:
    """Tell whether a listing that stays writes the word like this."""
    padded = Concat(Value(" "), "words", Value(" "), output_field=TextField())
    gone = set(going)
    found = (
        Listing.objects.filter(region_id=region)
        .annotate(padded=padded)
        .filter(padded__contains=f" {surface} ")
        .values_list("pk", flat=True)
    )
    return any(key not in gone for key in found.iterator())
