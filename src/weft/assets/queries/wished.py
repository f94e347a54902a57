"""What do people miss here, and what would they like to start?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.proposals import WISHES, ProposalKind, ToldField
from weft.assets.models import Proposal
from weft.commons.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """A wish that somebody let stand for neighbours to read; "" where not told.

    A telephone number that was told with it is not among this: it may be a person's.
    """

    id: UUID
    kind: ProposalKind
    name: str
    place: str
    when: str
    words: str
    shown_as: str
    said_on: date


def wished_for_in(region: str) -> tuple[Wished, ...]:
    """List what people of a region miss or would start, the newest first.

    Only what somebody let neighbours read: that is told by their having said as whom
    it is shown, were it nobody.
    """
    rows = Proposal.objects.filter(
        region=region, kind__in=WISHES, standing=Standing.ACCEPTED
    )
    return tuple(
        _wished(row)
        for row in rows.order_by("-said_on", "pk")
        if ToldField.SHOWN_AS in row.told
    )


def _wished(row: Proposal) -> Wished:
    told = {one: row.told.get(one, "") for one in ToldField}
    return Wished(
        id=row.pk,
        kind=ProposalKind(row.kind),
        name=told[ToldField.NAME],
        place=told[ToldField.PLACE],
        when=told[ToldField.WHEN],
        words=row.words,
        shown_as=told[ToldField.SHOWN_AS],
        said_on=row.said_on,
    )
