"""Whom to ask this week, so that the fewest messages keep the register right?

A message to a group asks about everything it gives, and helps only where something has
changed and somebody answers. What counts is what would then still be right a quarter
from now: to ask about what changes every week is to ask in vain. No group gets more
than one message a month, and none is written to for nearly nothing.

Some messages are worth sending for another reason: one answer would make a third choice
certain for many (``domain/worth_asking.py``). The two are never added up; they take
turns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from weft.assets.domain.sureness.heard import MESSAGES, Event, Heard
from weft.assets.domain.sureness.track import Track

REST = timedelta(days=31)
"""After a message, of whatever kind, a group is left in peace for a month."""

AHEAD = timedelta(days=91)
LEAST_GAIN = 0.02
"""Of one fact: less than that is no reason to write to anybody."""

ANSWERED, WRITTEN_TO = 1.5, 2.5
"""As if so many of so many messages had been answered by a group that was never asked.
Assumed: three in five; each group's own answers soon outweigh it."""

_ANSWERS = frozenset({Event.CONFIRMED, Event.CHECKED, Event.TOLD_ANEW})


@dataclass(frozen=True, slots=True, kw_only=True)
class Askable:
    """Whoever can be asked, the facts they would be asked about, and what went before.

    ``key`` puts those of equal gain in order. ``answered`` counts the messages of
    ``written_to`` that an answer followed. ``opens`` is for how many people one answer
    of theirs could make a third choice certain.
    """

    key: str
    facts: tuple[Track, ...]
    last_written_to: date | None = None
    written_to: int = 0
    answered: int = 0
    opens: int = 0

    def rests(self, on: date) -> bool:
        """Tell whether they had a message within the month."""
        last = self.last_written_to
        return last is not None and on - last < REST

    @property
    def answers(self) -> float:
        """Say how likely they answer."""
        return (self.answered + ANSWERED) / (self.written_to + WRITTEN_TO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A message worth sending: to whom, and how many facts more it would set right.

    ``opens`` is for how many people it could make a third choice certain.
    """

    key: str
    gain: float
    opens: int = 0


def gain(askable: Askable, on: date) -> float:
    """Say how many facts more would be right a quarter from now, were they asked.

    Parameters
    ----------
    askable
        Whoever is asked. Facts of which nobody knows since when count as wrong.
    on
        The day of the message.
    """
    return askable.answers * sum(_set_right(fact, on) for fact in askable.facts)


def whom_to_ask(
    askable: Iterable[Askable], on: date, *, most: int
) -> tuple[Question, ...]:
    """Choose the questions of a week.

    Parameters
    ----------
    askable
        Everybody who could be asked.
    on
        The day.
    most
        So many messages at most.

    Returns
    -------
    tuple
        In turn the one that could open a third choice to most people and the one of
        the largest gain, of those that are left; each once. A larger budget only adds
        to a smaller one's.
    """
    worth = [
        Question(key=one.key, gain=gained, opens=one.opens)
        for one in askable
        if not one.rests(on)
        and ((gained := gain(one, on)) >= LEAST_GAIN or one.opens > 0)
    ]
    right = sorted(worth, key=lambda one: (-one.gain, one.key))
    opening = sorted(
        (one for one in right if one.opens), key=lambda one: (-one.opens, one.key)
    )
    in_turn = (one for pair in zip_longest(opening, right) for one in pair if one)
    return tuple(dict.fromkeys(in_turn))[:most]


def expected_right(
    askable: Sequence[Askable], asked: Sequence[Question], on: date
) -> float:
    """Say how many facts we expect to be right a quarter after asking some."""
    later = on + AHEAD
    alone = sum(fact.sureness(later) or 0.0 for one in askable for fact in one.facts)
    return alone + sum(one.gain for one in asked)


def messages(heard: Iterable[Heard]) -> tuple[date | None, int, int]:
    """Say when the last message went out, how many did, and how many were answered.

    An answer is a yes or a change after a message and before the next; a day's answers
    come after its message.
    """
    last, sent, answered, waits = None, 0, 0, False
    for one in sorted(heard, key=lambda one: (one.on, one.event not in MESSAGES)):
        if one.event in MESSAGES:
            # A message about several things is one message.
            sent += last != one.on
            last, waits = one.on, True
        elif one.event in _ANSWERS and waits:
            answered, waits = answered + 1, False
    return last, sent, answered


def _set_right(fact: Track, on: date) -> float:
    """Say the chance that it is wrong now, and would be right a quarter after a change.

    Where it is right now an answer changes nothing but our mind.
    """
    wrong = 1.0 - (fact.sureness(on) or 0.0)
    return wrong * (fact.told_anew(on).sureness(on + AHEAD) or 0.0)
