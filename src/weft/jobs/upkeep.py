"""What does the house do for itself, every night?"""

from django.utils import timezone

from weft.accounts.queries import record_state
from weft.accounts.services import forget_ended_sittings
from weft.commons.errors import NotPossible
from weft.jobs.registry import Daily, job
from weft.jobs.services import forget_old_work
from weft.jobs.turns import Turn


@job("jobs.upkeep", every=Daily(hour=3, minute=20), most_tries=2)
def keep_house(turn: Turn) -> None:
    """Check the record, and forget old work and who was signed in until yesterday."""
    state = record_state()
    if state.first_broken is not None:
        raise NotPossible(
            f"The record was changed at entry {state.first_broken}. Compare it with "
            "the last backup: docs/running/backup.md"
        )
    with turn.finishing():
        turn.outcome["entries"] = state.entries
        turn.outcome["sittings"] = forget_ended_sittings(now=timezone.now())
        turn.outcome["forgotten"] = forget_old_work(now=timezone.now())
