"""What may a group decide by its own link, and as whose deed does that stand?"""

from datetime import date
from uuid import UUID

from weft.accounts.actors import BOUND, Actor
from weft.assets.models import Proposal
from weft.assets.queries.told_of_us import theirs
from weft.assets.services.proposals.kept import About, about
from weft.commons.errors import NotFound, NotPossible
from weft.commons.standing import Standing

NOT_SO = "Those who look after it say that it is as we say."


def refuse_what_is_not_theirs(row: Proposal, *, by: Actor, today: date) -> None:
    """Let whoever acts by a link decide about what is theirs, and never whose it is.

    Raises
    ------
    NotFound, NotPossible
        When it is told of another's thing, or is not theirs to decide; when whoever
        checks the list has decided it.
    """
    if by.kind not in BOUND:
        return
    of = by.of
    if of is None or of.kind != "asset":
        raise NotFound("There is no such proposal.")
    if not theirs(UUID(of.key), today=today).filter(pk=row.pk).exists():
        raise NotFound("There is no such proposal.")
    if row.standing != Standing.PROPOSED and row.decided_as != by.kind:
        raise NotPossible("Somebody who looks after this list has decided this.")


def decided(row: Proposal, by: Actor) -> About:
    """Say what the record says: by a link a deed is done to whom it is bound to."""
    told = about(row)
    if by.kind in BOUND and by.of is not None:
        details = {**told["details"], "proposal": str(row.pk)}
        return {"subject": f"{by.of.kind} {by.of.key}", "details": details}
    return told
