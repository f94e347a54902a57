"""Are two listings the same thing, by which words for and against?

The weights of the findings are added to what is known before anything is compared. What
comes out is either *same* (linked without asking), *ask* (a person decides, with the
words before them) or *apart*. A veto is apart. Weight alone is not enough, since small
groups that share a hall share its postcode and its number: a name that has nothing in
common, or says more about for whom it is, also needs the hour, and a name alone is not
enough where the place is not known to be the same.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from weft.assets.domain.linking.comparing import findings
from weft.assets.domain.linking.entry import Pair
from weft.assets.domain.linking.lying import ONE_HOUR, When, Where, when, where
from weft.assets.domain.linking.names import Likeness, likeness
from weft.assets.domain.linking.reading import PLACE, Reading, Shared
from weft.assets.domain.linking.vetoes import vetoes
from weft.assets.domain.linking.weights import (
    OWN_NUMBER,
    SAME_AGES,
    SEVERALS_NUMBER,
    Field,
    Finding,
)

BEFORE_BITS = -5.5
"""Of the pairs of groups of one village in the open halls, drawn fourteen times, 3,762
of 153,851 are the same: one in 41."""
MORE_THAN_A_NAME = frozenset({Field.PLACE, Field.TIME, Field.TELEPHONE, Field.WEBSITE})
"""A village may have two toddler groups, each called just that."""
REACHED = frozenset({Field.TELEPHONE, Field.WEBSITE})
"""And every village may have one on Tuesdays at ten."""
LINK_BITS = 4.0
"""Chosen on the open halls, drawn fourteen times: of 7,025 links 10 are false."""
ASK_BITS = -1.5
"""One in four: below that, more than three of four questions would be for nothing."""

Findings = tuple[Finding, ...]


class Verdict(StrEnum):
    """What follows from a comparison."""

    SAME = "same"
    ASK = "ask"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two listings held beside each other."""

    pair: Pair
    bits: float
    findings: tuple[Finding, ...]
    vetoes: tuple[str, ...]
    verdict: Verdict

    @property
    def speaks_for(self) -> tuple[str, ...]:
        """Say in words what speaks for their being the same, the strongest first."""
        found = sorted(self.findings, key=lambda one: (-one.bits, one.field))
        return tuple(one.words for one in found if one.bits > 0)

    @property
    def speaks_against(self) -> tuple[str, ...]:
        """Say in words what speaks against it: vetoes, then the strongest first."""
        found = sorted(self.findings, key=lambda one: (one.bits, one.field))
        return self.vetoes + tuple(one.words for one in found if one.bits < 0)


def judge(one: Reading, other: Reading, shared: Shared) -> Judgement:
    """Hold two listings beside each other."""
    if one.key > other.key:
        one, other = other, one
    forbidden = tuple(dict.fromkeys(vetoes(one, other)))
    found = tuple(findings(one, other, shared))
    bits = BEFORE_BITS + sum(finding.bits for finding in found)
    return Judgement(
        pair=Pair(one.key, other.key),
        bits=bits,
        findings=found,
        vetoes=forbidden,
        verdict=Verdict.APART if forbidden else _verdict(one, other, found, bits),
    )


def is_plainly_apart(one: Reading, other: Reading, shared: Shared) -> bool:
    """Tell, at less cost than judging, whether too little speaks for two listings."""
    found = findings(one, other, shared)
    return BEFORE_BITS + sum(finding.bits for finding in found) < ASK_BITS


def _verdict(one: Reading, other: Reading, found: Findings, bits: float) -> Verdict:
    if bits < ASK_BITS:
        return Verdict.APART
    sure = _is_sure_of_places if one.sort == PLACE else _is_sure_of_groups
    return (
        Verdict.SAME if bits >= LINK_BITS and sure(one, other, found) else Verdict.ASK
    )


def _is_sure_of_places(one: Reading, other: Reading, found: Findings) -> bool:
    """Tell whether two places may be linked: elsewhere only by a name all their own."""
    match where(one, other):
        case Where.UNKNOWN:
            return _speaks_for(found, REACHED)
        case Where.OTHER:
            return bool(one.telling & other.telling)
        case _:
            return True


def _is_sure_of_groups(one: Reading, other: Reading, found: Findings) -> bool:
    """Tell whether two groups may be linked: by more than a name, or than a number."""
    unknown = where(one, other) is Where.UNKNOWN
    if not _speaks_for(found, REACHED if unknown else MORE_THAN_A_NAME):
        return False
    alike, then = likeness(one, other), when(one.slots, other.slots)
    at_one_hour = then in ONE_HOUR
    match alike:
        case Likeness.DIFFERENT:
            organised = SEVERALS_NUMBER in found
            return then is When.WHOLE or (then is When.SAME and not organised)
        case Likeness.WITHIN:
            # An organiser's next class begins when one ends, for the same ages.
            same_ages = SAME_AGES in found and then is When.UNKNOWN
            return at_one_hour or OWN_NUMBER in found or same_ages
        case Likeness.SOME | Likeness.SOME_TELLING | Likeness.SAME_BUT_MARKS:
            return at_one_hour
        case _:
            return True


def _speaks_for(found: Findings, fields: Collection[Field]) -> bool:
    """Tell whether something of these fields speaks for a link."""
    return any(finding.field in fields and finding.bits > 0 for finding in found)
