"""Which listings are shown as one, once every pair has been judged?

Links are taken from the surest down. Two heaps become one only if no pair between them
is forbidden: a veto, or a person's «not the same», holds also where two listings would
come together by way of a third. What people decided to be the same is laid together
first. The order in which listings or pairs are given changes nothing.
"""

from collections.abc import Callable, Iterable, Mapping

from weft.assets.domain.linking.entry import NOTHING_RULED, Pair, Partition, Ruled
from weft.assets.domain.linking.judging import Judgement, Verdict

Forbids = Callable[[str, str], bool]


def heaps(
    keys: Iterable[str],
    judgements: Iterable[Judgement],
    *,
    forbids: Forbids,
    ruled: Ruled = NOTHING_RULED,
) -> Partition:
    """Lay listings together.

    Parameters
    ----------
    keys
        Every listing.
    judgements
        What was found of pairs; those that are not *same* change nothing.
    forbids
        Whether two listings may never be one, by reckoning.
    ruled
        What people decided; their «same» stands above a veto.

    Returns
    -------
    Mapping
        For every listing the smallest key of its heap.
    """
    laid = _Heaps(keys, forbids=forbids, ruled=ruled)
    for pair in sorted(ruled.same, key=lambda pair: (pair.first, pair.second)):
        laid.join(pair)
    sure = [one for one in judgements if one.verdict is Verdict.SAME]
    for one in sorted(sure, key=lambda j: (-j.bits, j.pair.first, j.pair.second)):
        if laid.may_join(one.pair):
            laid.join(one.pair)
    return laid.partition()


class _Heaps:
    """Heaps that grow; each is known by its smallest key."""

    def __init__(self, keys: Iterable[str], *, forbids: Forbids, ruled: Ruled) -> None:
        self._of = {key: key for key in keys}
        self._members: dict[str, list[str]] = {key: [key] for key in self._of}
        self._forbids, self._ruled = forbids, ruled

    def may_join(self, pair: Pair) -> bool:
        """Tell whether nothing between two heaps forbids their being one."""
        first, second = self._of.get(pair.first), self._of.get(pair.second)
        if first is None or second is None or first == second:
            return False
        return not any(
            self._forbidden(one, other)
            for one in self._members[first]
            for other in self._members[second]
        )

    def _forbidden(self, one: str, other: str) -> bool:
        pair = Pair.of(one, other)
        if pair in self._ruled.apart:
            return True
        return pair not in self._ruled.same and self._forbids(one, other)

    def join(self, pair: Pair) -> None:
        """Lay two heaps together."""
        if pair.first not in self._of or pair.second not in self._of:
            return
        first, second = sorted((self._of[pair.first], self._of[pair.second]))
        if first == second:
            return
        for key in self._members[second]:
            self._of[key] = first
        self._members[first] += self._members.pop(second)

    def partition(self) -> Mapping[str, str]:
        """Say of each listing in which heap it is."""
        return dict(self._of)
