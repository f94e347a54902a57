"""What can we hear of a fact, and how much does it move us?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Event(StrEnum):
    """Something that happened to what we hold."""

    CONFIRMED = "confirmed"  # whoever looks after it says: still right
    CHECKED = "checked"  # whoever checks this list asked them
    FOUND_SO = "found_so"  # somebody went, and it was so
    SAID_AGAIN = "said_again"  # its source says it again
    SAID_WRONG = "said_wrong"  # somebody reports that it is not so
    BOUNCED = "bounced"  # an introduction came back
    TOLD_ANEW = "told_anew"  # it had changed, and we were told what it is now
    ASKED = "asked"  # a message went out to whoever looks after it
    AUDITED = "audited"  # they were rung for the audit: counts as a message too


@dataclass(frozen=True, slots=True)
class Weight:
    """How often an event comes where the fact is right, and where it is wrong.

    Only their ratio counts. Asking and telling anew do not weigh: silence says
    nothing, and a new value begins anew.
    """

    if_right: float
    if_wrong: float


WEIGHS: Mapping[Event, Weight] = {
    Event.CONFIRMED: Weight(0.95, 0.05),
    Event.CHECKED: Weight(0.98, 0.02),
    Event.FOUND_SO: Weight(0.80, 0.20),
    Event.SAID_AGAIN: Weight(0.95, 0.75),
    Event.SAID_WRONG: Weight(0.02, 0.30),
    Event.BOUNCED: Weight(0.03, 0.30),
}
"""Assumed, not measured, and said so (docs/methods/sureness.md): a group's tap is right
19 times in 20; a feed says old things again three times in four."""

CONFIRMS = frozenset({Event.CONFIRMED, Event.CHECKED, Event.FOUND_SO})
ASSURES = frozenset({Event.CONFIRMED, Event.CHECKED})
"""By these somebody who keeps it, or keeps this list, answers for all of it."""
DOUBTS = frozenset({Event.SAID_WRONG, Event.BOUNCED})
MESSAGES = frozenset({Event.ASKED, Event.AUDITED})


@dataclass(frozen=True, slots=True, order=True)
class Heard:
    """One event, on its day."""

    on: date
    event: Event
