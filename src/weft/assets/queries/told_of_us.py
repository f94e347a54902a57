"""What did people tell us of a group and of what it does, that nobody has decided?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from weft.assets.domain.proposals import Decider, ProposalKind
from weft.assets.models import Proposal
from weft.assets.queries.held import holds
from weft.assets.queries.proposals import ProposalAbout, proposal_about
from weft.commons.standing import Standing

THEIRS_TO_DECIDE = (ProposalKind.WRONG, ProposalKind.CLOSED, ProposalKind.USED)
"""Never who holds it: nobody is judge in their own cause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOfUs:
    """What somebody told us, and whether it is that the group itself has closed."""

    about: ProposalAbout
    is_end_of_group: bool


def told_of_group(group: UUID, *, today: date) -> tuple[ToldOfUs, ...]:
    """List what waits, whoever waits longest first.

    Parameters
    ----------
    group
        Of which group: of itself, of what it holds and of what it offers.
    today
        The day on which it is asked what the group holds.
    """
    waiting = theirs(group, today=today).filter(standing=Standing.PROPOSED)
    rows = waiting.select_related("asset", "offer", "offer__group", "offer__place")
    return tuple(
        ToldOfUs(
            about=proposal_about(row),
            is_end_of_group=row.kind == ProposalKind.CLOSED and row.asset_id == group,
        )
        for row in rows.order_by("said_on", "pk")
    )


def theirs(group: UUID, *, today: date) -> QuerySet[Proposal]:
    """Find what a group may decide about."""
    own = {group, *holds(group, today=today)}
    return Proposal.objects.filter(
        Q(asset__in=own) | Q(offer__group=group),
        kind__in=THEIRS_TO_DECIDE,
        decides=Decider.STEWARD,
    )
