"""A made-up register whose truth is known: what changes, who notices, who answers.

The same seed gives the same changes, and the same chances of noticing and answering,
whoever asks whom; only what the register holds differs.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from weft.assets.domain.sureness import (
    WEIGHS,
    Aspect,
    Event,
    Heard,
    Keeper,
    Track,
    pace_of,
)
from weft.assets.domain.sureness.asking import Askable, messages

GROUPS, WEEKS = 520, 156
BEGIN = date(2024, 1, 1)
SIDES = (Aspect.DAYS, Aspect.EMAIL, Aspect.POSTCODE, Aspect.ADDRESS)
"""What every group is asked about in one message: what was measured for volunteers."""

INTRODUCED = 0.4
"""The chance of a week that somebody is introduced to a group: two in five weeks.
Whether they come back (``BOUNCED``), say that it was so (``FOUND_SO``) or say nothing
goes by ``WEIGHS``, by whether the days held are right. Both rounds hear the same."""
ANSWERS = (6.0, 4.0)
"""Of the beta distribution of how often a group answers: three in five, some never."""
CARELESS = 0.05
"""Taps «still right» where something is not: as ``WEIGHS`` has it."""


@dataclass(slots=True)
class Group:
    """What the register holds of one group, and what it has heard."""

    number: int
    told: list[date]
    heard: list[list[Heard]]
    written: list[Heard] = field(default_factory=list)

    def track(self, side: int) -> Track:
        """Follow one of its facts."""
        return Track(
            told_on=self.told[side],
            right_at_first=1.0,
            pace=pace_of(SIDES[side], Keeper.VOLUNTEERS),
            heard=tuple(self.heard[side]),
        )

    @property
    def askable(self) -> Askable:
        """See it as somebody who may be asked."""
        last, sent, answered = messages(self.written)
        return Askable(
            key=f"{self.number:04}",
            facts=tuple(map(self.track, range(len(SIDES)))),
            last_written_to=last,
            written_to=sent,
            answered=answered,
        )


class World:
    """Everything that happens, whoever asks: drawn once from a seed."""

    def __init__(self, seed: int, *, introduced: float = INTRODUCED) -> None:
        chance = np.random.default_rng(seed)
        shape = (GROUPS, len(SIDES))
        paces = [pace_of(side, Keeper.VOLUNTEERS) for side in SIDES]
        hazards = np.stack(
            [chance.gamma(one.changes, 1 / one.years, GROUPS) for one in paces], axis=1
        )
        self.changes = chance.random((WEEKS, *shape)) < -np.expm1(-hazards * 7 / 365.25)
        self.introduced = chance.random((WEEKS, GROUPS)) < introduced
        self.said = chance.random((WEEKS, GROUPS))
        self.answers = chance.random((WEEKS, GROUPS)) < chance.beta(*ANSWERS, GROUPS)
        self.careless = chance.random((WEEKS, *shape)) < CARELESS

    @property
    def digest(self) -> str:
        """Tell whether two worlds are the same."""
        parts = (self.changes, self.introduced, self.said, self.answers, self.careless)
        told = b"".join(one.tobytes() for one in parts)
        return hashlib.sha256(told).hexdigest()


@dataclass(slots=True)
class Run:
    """One way of asking through all the weeks, and what came of it."""

    world: World
    groups: list[Group] = field(default_factory=list)
    right: np.ndarray = field(
        default_factory=lambda: np.ones((GROUPS, len(SIDES)), bool)
    )
    shares: list[float] = field(default_factory=list)
    sent: list[tuple[date, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.groups = [
            Group(number, [BEGIN] * len(SIDES), [[] for _ in SIDES])
            for number in range(GROUPS)
        ]

    def week(self, number: int) -> date:
        """Let a week pass: things change, and some who go there are heard of."""
        on = self.week_on(number)
        self.right &= ~self.world.changes[number]
        for group in np.flatnonzero(self.world.introduced[number]):
            event = _came_of_it(
                self.world.said[number, group], is_right=self.right[group, 0]
            )
            if event is not None:
                self.groups[group].heard[0].append(Heard(on, event))
        return on

    def week_on(self, number: int) -> date:
        """Say on which day a week is asked about."""
        return BEGIN + timedelta(weeks=number)

    def ask(self, number: int, asked: list[int], on: date) -> None:
        """Send messages, and take in what is answered."""
        for one in asked:
            group = self.groups[one]
            self.sent.append((on, one))
            group.written.append(Heard(on, Event.ASKED))
            if self.world.answers[number, one]:
                group.written.append(Heard(on, Event.CONFIRMED))
                self._answered(number, group, on)

    def close(self) -> None:
        """Count what is right at the end of the week."""
        self.shares.append(float(self.right.all(axis=1).mean()))

    @property
    def accuracy(self) -> float:
        """Say which share was right, on average over all weeks."""
        return float(np.mean(self.shares))

    def _answered(self, number: int, group: Group, on: date) -> None:
        for side in range(len(SIDES)):
            is_right = self.right[group.number, side]
            careless = self.world.careless[number, group.number, side]
            event = Event.CONFIRMED if is_right or careless else Event.TOLD_ANEW
            group.heard[side].append(Heard(on, event))
            self.right[group.number, side] |= not careless


def _came_of_it(chance: float, *, is_right: bool) -> Event | None:
    """Say what is heard of an introduction, if anything."""
    for event in (Event.FOUND_SO, Event.BOUNCED):
        weight = WEIGHS[event]
        chance -= weight.if_right if is_right else weight.if_wrong
        if chance < 0:
            return event
    return None
