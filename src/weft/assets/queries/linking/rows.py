"""What stands in the table of links, and which listings are one by it?"""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.linking import (
    Judgement,
    Pair,
    Ruled,
    Verdict,
    heaps,
    read_all,
    vetoes,
)
from weft.assets.models import Link
from weft.assets.queries.linking.entries import entries_of
from weft.commons.batches import batched

Heap = tuple[UUID, ...]
AT_ONCE = 200
"""Each is asked for four times, and SQLite takes no more than 999 values."""


def pair_of(row: Link) -> Pair:
    """Say which two a row is about."""
    first, second = keys_of(row)
    return Pair.of(str(first), str(second))


def keys_of(row: Link) -> tuple[UUID, UUID]:
    """Give the keys of the two."""
    keys = (row.asset_id, row.other_asset_id, row.offer_id, row.other_offer_id)
    first, second = (key for key in keys if key is not None)
    return first, second


def is_same(row: Link) -> bool:
    """Tell whether two are shown as one: by a person's word, else by reckoning."""
    return (row.decided or row.found) == Verdict.SAME


def ruled(region: str) -> Ruled:
    """Say what people decided in a region."""
    return _ruled(Link.objects.filter(region=region).exclude(decided=""))


def heaps_of(region: str, around: Collection[UUID] | None = None) -> tuple[Heap, ...]:
    """List what is told more than once: each heap's listings, by their keys.

    What people decided since the linker ran is obeyed at once: a heap that they parted
    falls into the parts that still hold together. What may not be found any more is in
    none.

    Parameters
    ----------
    region
        Its slug.
    around
        Only what is linked to one of these, by however many steps; all, where None.
    """
    if around is None:
        return _heaps(region, list(Link.objects.filter(region=region)))
    return _heaps(region, _reached_from(region, around))


def heap_around(region: str, key: UUID) -> Heap:
    """List the other listings of the same thing."""
    heap = next((h for h in heaps_of(region, [key]) if key in h), ())
    return tuple(other for other in heap if other != key)


def _reached_from(region: str, keys: Collection[UUID]) -> list[Link]:
    """Follow links from some things until nothing more is linked to them."""
    found, edge = set(keys), set(keys)
    rows: dict[int, Link] = {}
    while edge:
        near = [
            row
            for some in batched(sorted(edge), most=AT_ONCE)
            for row in Link.objects.filter(_about(some), region=region)
        ]
        rows |= {row.pk: row for row in near}
        edge = {key for row in near if is_same(row) for key in keys_of(row)} - found
        found |= edge
    return list(rows.values())


def _heaps(region: str, rows: Collection[Link]) -> tuple[Heap, ...]:
    same = [row for row in rows if is_same(row)]
    shelf = read_all(entries_of(region, {key for row in same for key in keys_of(row)}))

    def forbids(one: str, other: str) -> bool:
        apart = vetoes(shelf.readings[one], shelf.readings[other])
        return next(apart, None) is not None

    found = [_judgement(row) for row in same if not row.decided]
    decided = _ruled(row for row in rows if row.decided)
    laid = heaps(shelf.readings, found, forbids=forbids, ruled=decided)
    together: dict[str, list[UUID]] = {}
    for key, stands_for in sorted(laid.items()):
        together.setdefault(stands_for, []).append(UUID(key))
    return tuple(tuple(some) for some in together.values() if len(some) > 1)


def _ruled(rows: Iterable[Link]) -> Ruled:
    decided = [(row.decided, pair_of(row)) for row in rows]
    return Ruled(
        same=frozenset(pair for said, pair in decided if said == Verdict.SAME),
        apart=frozenset(pair for said, pair in decided if said == Verdict.APART),
    )


def _judgement(row: Link) -> Judgement:
    """Read again what the linker found."""
    return Judgement(
        pair=pair_of(row),
        bits=row.bits,
        findings=(),
        vetoes=(),
        verdict=Verdict(row.found),
    )


def _about(some: Collection[UUID]) -> Q:
    """Make the condition that a link is about one of some things."""
    return (
        Q(asset__in=some)
        | Q(other_asset__in=some)
        | Q(offer__in=some)
        | Q(other_offer__in=some)
    )
