"""How far has a claim come?

A claim without a passage cannot be published, only flagged; and one with passages
stays a draft until those who were there have had it for two weeks.
"""

from collections.abc import Collection
from datetime import date, timedelta

from weft.voices.domain.kinds import ClaimState, Stance

TO_ANSWER = timedelta(weeks=2)
"""How long those who were there have, to say «that is not what we meant»."""


def draft_until(sent_on: date | None) -> date | None:
    """Say on which day a draft may stand; None where it was sent to nobody yet."""
    return None if sent_on is None else sent_on + TO_ANSWER


def state_of(
    stances: Collection[Stance], *, sent_on: date | None, today: date
) -> ClaimState:
    """Say how far a claim has come.

    Parameters
    ----------
    stances
        What each passage does for it.
    sent_on
        When those who were there got it.
    today
        The day that is asked about.
    """
    if Stance.FOR not in stances:
        return ClaimState.FLAGGED
    until = draft_until(sent_on)
    return (
        ClaimState.STANDING
        if until is not None and until <= today
        else ClaimState.DRAFT
    )
