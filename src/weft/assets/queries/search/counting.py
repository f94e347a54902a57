"""How is a whole answer counted out?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from weft.assets.domain.facts import FactField
from weft.assets.queries.search.asking import Facets, FactCount, KindCount
from weft.assets.queries.search.marks import BITS, in_bits

_UNTIMED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Everything counted out."""

    total: int = 0
    certain: int = 0
    hours_unknown: int = 0
    kinds: Mapping[str, int] = field(default_factory=dict)
    yes: Mapping[int, int] = field(default_factory=dict)  # by all facts told as yes
    no: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Iterable[tuple[Any, ...]]) -> "Tally":
        """Add up rows, each of which counts what is alike in all that is counted."""
        total = certain = unknown = 0
        kinds: dict[str, int] = {}
        yes: dict[int, int] = {}
        no: dict[int, int] = {}
        for _, kind, told_yes, told_no, uncertain, count, _ in rows:
            if uncertain >= _UNTIMED:
                unknown += count
                continue
            total += count
            certain += 0 if uncertain else count
            kinds[kind] = kinds.get(kind, 0) + count
            yes[told_yes] = yes.get(told_yes, 0) + count
            no[told_no] = no.get(told_no, 0) + count
        return cls(
            total=total,
            certain=certain,
            hours_unknown=unknown,
            kinds=kinds,
            yes=yes,
            no=no,
        )

    def facets(self) -> Facets:
        """Show the counts: kinds with most first, facts in their order."""
        inorder = sorted(self.kinds.items(), key=lambda item: (-item[1], item[0]))
        yes, no = _by_fact(self.yes), _by_fact(self.no)
        facts = (
            FactCount(
                field=one,
                yes=yes.get(one, 0),
                no=no.get(one, 0),
                unknown=self.total - yes.get(one, 0) - no.get(one, 0),
            )
            for one in sorted(yes.keys() | no.keys(), key=BITS.__getitem__)
        )
        return Facets(
            kinds=tuple(KindCount(kind, count) for kind, count in inorder),
            facts=tuple(facts),
        )


def _by_fact(masks: Mapping[int, int]) -> dict[FactField, int]:
    """Count how often each fact stands among sets of facts."""
    counts: dict[FactField, int] = {}
    for mask, count in masks.items():
        for one in in_bits(mask):
            counts[one] = counts.get(one, 0) + count
    return counts
