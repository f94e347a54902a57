"""What if something changed, by the map that people drew? A fuzzy cognitive map.

Each thing has a state between 0 and 1, each arrow a weight between -1 and 1; in each
round every thing takes up what comes to it. Three rules for taking up: Kosko (1986);
the modified rule, in which a thing also keeps what it has (Stylios and Groumpos, 2004);
and the rescaled one, in which one half, and not nought, is «nobody knows»
(Papageorgiou, 2011). A sigmoid keeps states between 0 and 1.

Weights from a workshop are opinions, so an answer is one too. It is never a forecast,
and a map that does not come to rest has no answer: that is told, with how it swings.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from weft.voices.domain.causes.arrows import Arrow, is_a_cause
from weft.voices.domain.kinds import Sign

Floats = NDArray[np.float64]

OPINION = "This is an opinion drawn from what people said, not a forecast."
HALF = 0.5
LONGEST_SWING = 12


class Rule(StrEnum):
    """How a thing takes up what comes to it."""

    KOSKO = "kosko"
    MODIFIED = "modified kosko"
    RESCALED = "rescaled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """How a map is run.

    Attributes
    ----------
    steepness
        Of the sigmoid; above 0.
    near
        At rest when no state moves by as much as this in one round.
    rounds
        After so many it has not come to rest.
    """

    rule: Rule = Rule.MODIFIED
    steepness: float = 1.0
    near: float = 1e-5
    rounds: int = 500


USUAL = Running()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weighted:
    """Things and the weights between them.

    Attributes
    ----------
    things
        (n,) names.
    weights
        (n, n) from row to column, between -1 and 1; 0 where there is no arrow.
    left_out
        Arrows of which nobody knows the sign, or people differ: they have no weight.
    """

    things: tuple[str, ...]
    weights: Floats
    left_out: tuple[Arrow, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be.

        Raises
        ------
        ValueError
            When the weights do not fit the things, or one is no number from -1 to 1.
        """
        if self.weights.shape != (len(self.things),) * 2:
            raise ValueError("There is a weight from every thing to every thing.")
        if not (np.abs(self.weights) <= 1).all():
            raise ValueError("A weight lies between -1 and 1.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class End:
    """Where a map comes to rest, or that it does not.

    Attributes
    ----------
    states
        (n,) after the last round.
    settled
        Whether it came to rest.
    swing
        After how many rounds it is again where it was, if it swings; 1 at rest; None
        where nobody can say.
    """

    states: Floats
    rounds: int
    settled: bool
    swing: int | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WhatIf:
    """What would be more and what less, by this map: two end states and what differs.

    Attributes
    ----------
    differs
        (n,) with the change less without; None where one of the two does not settle.
    says
        To be shown beside every figure.
    """

    as_told: End
    changed: End
    differs: Floats | None
    says: str = OPINION


def weighted(arrows: Sequence[Arrow], strength: float = HALF) -> Weighted:
    """Give every arrow the same strength, because nobody was asked how strong it is."""
    things = list(dict.fromkeys(n for one in arrows for n in (one.cause, one.effect)))
    weights = np.zeros((len(things), len(things)))
    unknown = []
    for one in filter(is_a_cause, arrows):
        if one.sign is Sign.UNKNOWN:
            unknown.append(one)
            continue
        way = strength if one.sign is Sign.MORE else -strength
        weights[things.index(one.cause), things.index(one.effect)] = way
    return Weighted(things=tuple(things), weights=weights, left_out=tuple(unknown))


def run(
    told: Weighted,
    start: Floats,
    *,
    held: Mapping[str, float] | None = None,
    running: Running = USUAL,
) -> End:
    """Run a map until it comes to rest.

    Parameters
    ----------
    start
        (n,) the state of each thing before the first round, from 0 to 1.
    held
        Things that somebody holds at a state, whatever comes to them.

    Raises
    ------
    ValueError
        When a state is no number from 0 to 1, or a thing is held that is not there.
    """
    state = _held(told, np.asarray(start, dtype=np.float64).copy(), held or {})
    seen = [state]
    for done in range(1, running.rounds + 1):
        state = _held(told, _taken_up(told.weights, state, running), held or {})
        seen = [*seen[-LONGEST_SWING:], state]
        if np.abs(seen[-1] - seen[-2]).max(initial=0) < running.near:
            return End(states=state, rounds=done, settled=True, swing=1)
    return End(
        states=state,
        rounds=running.rounds,
        settled=False,
        swing=_swing(seen, running.near),
    )


def what_if(
    told: Weighted,
    held: Mapping[str, float],
    *,
    start: Floats | None = None,
    running: Running = USUAL,
) -> WhatIf:
    """Run a map as it was told and with some things held, and say what differs.

    Parameters
    ----------
    held
        The state of each thing that is changed, from 0 (none) to 1 (as much as can be).
    start
        (n,) the same for both; one half each where nobody says.
    """
    first = np.full(len(told.things), HALF) if start is None else start
    as_told = run(told, first, running=running)
    changed = run(told, first, held=held, running=running)
    both = as_told.settled and changed.settled
    return WhatIf(
        as_told=as_told,
        changed=changed,
        differs=changed.states - as_told.states if both else None,
    )


def _taken_up(weights: Floats, state: Floats, running: Running) -> Floats:
    """Let every thing take up what comes to it, once."""
    seen = 2 * state - 1 if running.rule is Rule.RESCALED else state
    comes = seen @ weights
    if running.rule is not Rule.KOSKO:
        comes = comes + seen
    taken: Floats = 1 / (1 + np.exp(-running.steepness * comes))
    return taken


def _held(told: Weighted, state: Floats, held: Mapping[str, float]) -> Floats:
    for name, value in held.items():
        if name not in told.things:
            raise ValueError(f"There is no «{name}» on this map.")
        state[told.things.index(name)] = value
    if state.shape != (len(told.things),) or not ((state >= 0) & (state <= 1)).all():
        raise ValueError("Each thing has a state between 0 and 1.")
    return state


def _swing(seen: Sequence[Floats], near: float) -> int | None:
    """Find after how many rounds the last state had been there before."""
    for back in range(2, len(seen)):
        if np.abs(seen[-1] - seen[-1 - back]).max(initial=0) < near:
            return back
    return None
