"""How does an ask stand: answered, waiting, or past its day?

Two clocks: the day it was asked, and the day by which an answer is due. The day that is
asked about is handed in.
"""

from datetime import date
from enum import StrEnum


class AskState(StrEnum):
    """How an ask stands, as asks are listed."""

    LATE = "late"  # its day is past, and nothing was said
    WAITING = "waiting"
    ANSWERED = "answered"


def state_of_ask(*, replied: bool, answer_by: date, today: date) -> AskState:
    """Say how an ask stands; on its last day it still waits."""
    if replied:
        return AskState.ANSWERED
    return AskState.LATE if answer_by < today else AskState.WAITING


def rank(
    state: AskState, *, answer_by: date, asked_on: date | None, replied_on: date | None
) -> tuple[int, int, int]:
    """Give the place of an ask in a list.

    Those past their day come first, the oldest first; then those that wait, the next
    due first; then those that are answered, the newest answer first. Of two that were
    due on one day, that asked earlier comes first, one of an unknown day last.
    """
    asked = date.max if asked_on is None else asked_on
    first = answer_by.toordinal()
    if state is AskState.ANSWERED:
        first = -(replied_on.toordinal() if replied_on else 0)
    return list(AskState).index(state), first, asked.toordinal()


def days_taken(asked_on: date | None, until: date | None) -> int | None:
    """Count the days from asking to something; None where a day is not known."""
    if asked_on is None or until is None:
        return None
    return (until - asked_on).days
