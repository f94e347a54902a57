"""How long are the words of a worry kept, once somebody has seen to it?"""

from datetime import date, timedelta

from weft.assets.domain.proposals import ProposalKind
from weft.assets.models import Proposal
from weft.commons.standing import Standing

KEPT_FOR = timedelta(days=7)
"""Long enough to put a slip right; a worry may be about a person, and is no archive."""


def forget_old_worries(today: date) -> int:
    """Delete the words of worries that somebody saw to a week ago or before.

    That there was a worry, and what became of it, stays known.

    Parameters
    ----------
    today
        The day on which it is asked.

    Returns
    -------
    int
        How many were forgotten.
    """
    decided = (Standing.ACCEPTED, Standing.DECLINED)
    seen_to = Proposal.objects.filter(
        kind=ProposalKind.WORRY,
        standing__in=decided,
        decided_on__lte=today - KEPT_FOR,
    ).exclude(words="")
    return seen_to.update(words="", said_as="", told={}, why="")
