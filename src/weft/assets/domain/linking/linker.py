"""Which of many listings are the same thing, and of which must people be asked?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from weft.assets.domain.linking.blocking import Shelves
from weft.assets.domain.linking.clustering import Forbids, heaps
from weft.assets.domain.linking.entry import (
    NOTHING_RULED,
    Entry,
    Pair,
    Partition,
    Ruled,
)
from weft.assets.domain.linking.judging import (
    Judgement,
    Verdict,
    is_plainly_apart,
    judge,
)
from weft.assets.domain.linking.reading import Shelf, read_all
from weft.assets.domain.linking.vetoes import vetoes
from weft.commons.progress import Progress, unwatched

SAY_EVERY = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """What came of looking for the same thing told twice.

    Attributes
    ----------
    partition
        For each listing the one that stands for all that are the same.
    links
        The judgements by which listings were laid together, by their pairs.
    asks
        Pairs that a person should decide, the likeliest first.
    compared
        How many pairs were held beside each other.
    too_common
        How many shelves were too full to compare everything on them.
    """

    partition: Partition
    links: tuple[Judgement, ...]
    asks: tuple[Judgement, ...]
    compared: int
    too_common: int

    @property
    def together(self) -> Mapping[str, tuple[str, ...]]:
        """List the heaps of more than one, each under its smallest key."""
        found: dict[str, list[str]] = {}
        for key, stands_for in sorted(self.partition.items()):
            found.setdefault(stands_for, []).append(key)
        return {key: tuple(some) for key, some in found.items() if len(some) > 1}


def link(
    entries: Iterable[Entry],
    *,
    ruled: Ruled = NOTHING_RULED,
    progress: Progress = unwatched,
) -> Linked:
    """Find what is told twice.

    Parameters
    ----------
    entries
        Every listing of a region; the order changes nothing.
    ruled
        What people decided; it stands above any reckoning.
    progress
        Told how far it is.
    """
    shelf = read_all(entries)
    judged, compared, too_common = _judged(shelf, progress)
    partition = heaps(shelf.readings, judged, forbids=_forbidding(shelf), ruled=ruled)
    return Linked(
        partition=partition,
        links=tuple(
            one
            for one in judged
            if one.verdict is Verdict.SAME and _are_together(partition, one.pair)
        ),
        asks=_asks(judged, partition, ruled),
        compared=compared,
        too_common=too_common,
    )


def _judged(shelf: Shelf, progress: Progress) -> tuple[list[Judgement], int, int]:
    """Judge every pair worth it; keep those that are not plainly apart."""
    shelves = Shelves()
    readings = tuple(shelf.readings.values())
    kept, compared = [], 0
    for number, one in enumerate(readings):
        for other in shelves.beside(number, one):
            compared += 1
            if is_plainly_apart(readings[other], one, shelf.shared):
                continue
            judgement = judge(readings[other], one, shelf.shared)
            if judgement.verdict is not Verdict.APART:
                kept.append(judgement)
        if number % SAY_EVERY == 0:
            progress(number, len(readings), "holding listings beside each other")
    kept.sort(key=lambda one: (one.pair.first, one.pair.second))
    return kept, compared, len(shelves.too_full)


def _forbidding(shelf: Shelf) -> Forbids:
    """Make the question whether a veto parts two listings."""

    def forbids(one: str, other: str) -> bool:
        found = vetoes(shelf.readings[one], shelf.readings[other])
        return next(found, None) is not None

    return forbids


def _are_together(partition: Partition, pair: Pair) -> bool:
    return partition[pair.first] == partition[pair.second]


def _asks(
    judged: Iterable[Judgement], partition: Partition, ruled: Ruled
) -> tuple[Judgement, ...]:
    """List what is left for people: likely, not together, and not decided yet."""
    open_ones = (
        one
        for one in judged
        if not _are_together(partition, one.pair) and one.pair not in ruled.apart
    )
    return tuple(
        sorted(open_ones, key=lambda j: (-j.bits, j.pair.first, j.pair.second))
    )
