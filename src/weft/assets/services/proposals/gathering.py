"""How do words that were gathered on paper come to stand, and by whose word?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.codes import hash_of
from weft.accounts.services import record
from weft.assets.domain.gathered import Gathered
from weft.assets.domain.proposals import ProposalKind, ToldField
from weft.assets.models import Answer, Asset, Offer, Proposal
from weft.assets.services.proposals.deciding import accept_change
from weft.assets.services.proposals.telling import propose_change
from weft.commons.errors import NotFound


@transaction.atomic
def take_gathered(
    *, by: Actor, region: str, told: Sequence[Gathered], today: date
) -> int:
    """Take what was gathered; one that is here already is left as it is.

    Parameters
    ----------
    by
        Who answers for it.
    region
        Of which region.
    told
        What was gathered, each about a thing by its teller's own number.
    today
        The day on which it is taken.

    Returns
    -------
    int
        How many were new.

    Raises
    ------
    NotFound, NotPossible
        When one of them cannot be taken; then none is.
    """
    new = 0
    for one in told:
        new += _take(one.checked(), by=by, region=region, today=today)
    record(
        by=by,
        deed="assets.take_gathered",
        subject=f"region {region}",
        details={"new": new},
    )
    return new


def _take(one: Gathered, *, by: Actor, region: str, today: date) -> int:
    """Take one through the same deeds as anybody's, unless it is here."""
    key = _thing(region, one.about) if one.about else None
    about = replace(one.told, thing=key).checked()
    here = {"region": region, "kind": about.kind, "words": about.words}
    if Proposal.objects.filter(**here).exists():
        return 0
    code = propose_change(by=by, region=region, told=about, today=one.said_on or today)
    row = Proposal.objects.get(code_hash=hash_of(code))
    accept_change(
        by=by,
        proposal=row.pk,
        today=today,
        fields={ToldField.SHOWN_AS: one.shown_as},
    )
    if one.answer and about.kind is ProposalKind.VISIT:
        Answer.objects.create(proposal=row, words=one.answer, said_on=today)
    return 1


def _thing(region: str, reference: str) -> UUID:
    """Find a thing by its teller's own number."""
    for table in (Offer, Asset):
        found = table.objects.filter(region=region, reference=reference)
        key = found.order_by("pk").values_list("pk", flat=True).first()
        if key is not None:
            return key
    raise NotFound(f"There is nothing here with the number «{reference[:60]}».")
