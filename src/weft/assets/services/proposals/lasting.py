"""What stays as it was accepted, whatever a source tells again?"""

from weft.assets.domain.proposals import Decider, ProposalKind
from weft.assets.models import Proposal
from weft.assets.services.proposals.claims import keep_disputed
from weft.assets.services.proposals.closing import keep_closed
from weft.assets.services.proposals.mending import keep_mended
from weft.commons.standing import Standing

LASTING = {
    ProposalKind.CLOSED: keep_closed,
    ProposalKind.WRONG: keep_mended,
    ProposalKind.HOLDER: keep_disputed,
}


def keep_accepted(region: str) -> None:
    """Put back what was accepted of a region, after sources were read again.

    A load and a harvest write what a source tells in place of what it told before; that
    does not undo what somebody told since and whoever checks the list took as so.

    Parameters
    ----------
    region
        Its slug.
    """
    accepted = Proposal.objects.filter(
        region=region,
        kind__in=LASTING,
        standing=Standing.ACCEPTED,
        decides=Decider.STEWARD,
    ).select_related("asset", "offer")
    for row in sorted(accepted, key=lambda one: int(one.before.get("turn", 0))):
        LASTING[ProposalKind(row.kind)](row)
