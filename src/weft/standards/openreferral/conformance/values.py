"""What is found out about a feed, check by check?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """On whose word something is checked."""

    REQUIRED = "official, required"  # the validator fails the feed
    EXTENDED = "official, extended"  # the validator warns
    BEHAVIOUR = "behaviour"  # nobody else looks


class Outcome(StrEnum):
    """How a check came out."""

    HOLDS = "holds"
    FAILS = "does not hold"
    NOT_TRIED = "not tried"  # the feed's own data give nothing to try it on


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One promise, and whether it is kept; the evidence says where it is not."""

    key: str
    promise: str
    kind: Kind
    outcome: Outcome
    evidence: tuple[str, ...] = ()


MOST_EVIDENCE = 5


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise before it is checked."""

    key: str
    words: str
    kind: Kind = Kind.BEHAVIOUR

    def held_against(self, problems: Iterable[str]) -> Check:
        """Say that it holds where there is no problem, and name the first few."""
        found = list(problems)
        outcome = Outcome.FAILS if found else Outcome.HOLDS
        return self._check(outcome, found)

    def not_tried(self, why: str) -> Check:
        """Say that it could not be tried, and why."""
        return self._check(Outcome.NOT_TRIED, [why])

    def _check(self, outcome: Outcome, found: Sequence[str]) -> Check:
        more = len(found) - MOST_EVIDENCE
        rest = (f"and {more} more",) if more > 0 else ()
        return Check(
            key=self.key,
            promise=self.words,
            kind=self.kind,
            outcome=outcome,
            evidence=(*found[:MOST_EVIDENCE], *rest),
        )
