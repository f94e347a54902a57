"""What follows when what we say of a thing was wrong, and when it had not been?

What stood there before is kept word for word: undoing puts it back as it was.
"""

from collections.abc import Mapping
from datetime import date

from weft.accounts.actors import Actor
from weft.assets.domain.proposals import ProposalKind, ToldField
from weft.assets.domain.told import TOLD
from weft.assets.models import Asset, Offer, Proposal
from weft.assets.services.proposals.columns import (
    PLAIN,
    keep_columns,
    put_columns_back,
    write_columns,
)
from weft.assets.services.proposals.facts import (
    keep_facts,
    take_facts_back,
    write_facts,
)
from weft.assets.services.proposals.heard import hear_doubted, hear_told_anew
from weft.assets.services.proposals.hours import (
    keep_hours,
    mend_hours,
    put_hours_back,
)
from weft.assets.services.proposals.kept import Before
from weft.assets.services.proposals.naming import unwrite_name, write_name
from weft.assets.services.proposals.thing import list_anew, thing_of
from weft.assets.services.things import of

MENDED = (
    *PLAIN,
    ToldField.WHEN,
    ToldField.STEP_FREE,
    ToldField.ROOM,
    ToldField.ALSO_CALLED,
)


def mend(
    row: Proposal, fields: Mapping[ToldField, str], *, by: Actor, today: date
) -> Before:
    """Write what it should say, and give what stood there before.

    Nothing is changed in a field of which nothing is said. Where nothing is said of
    any, it is wrong and nobody knows what is right: we are less sure of it.
    """
    thing = thing_of(row)
    said = {name: fields[name].strip() for name in MENDED if fields.get(name)}
    before = dict(write_columns(thing, said))
    told_by = row.said_as
    if ToldField.WHEN in said:
        hours = said[ToldField.WHEN]
        before |= dict(mend_hours(thing, hours, told_by=told_by, today=today))
        before |= hear_told_anew(thing, today)
    before |= dict(write_facts(thing, said, told_by=told_by, today=today))
    if ToldField.ALSO_CALLED in said:
        before |= write_name(thing, said[ToldField.ALSO_CALLED], row, source=TOLD)
    if not said:
        before |= hear_doubted(row, thing, today)
    before["turn"] = str(_turn(thing))
    list_anew(thing, by=by, today=today)
    return before


def _turn(thing: Asset | Offer) -> int:
    """Count on from what was mended of a thing before: the last of it stands."""
    mended = Proposal.objects.filter(**of(thing), kind=ProposalKind.WRONG)
    turns = (int(row.before.get("turn", 0)) for row in mended)
    return 1 + max(turns, default=0)


def unmend(row: Proposal, *, by: Actor, today: date) -> None:
    """Put back what stood there before, where nobody has said otherwise since."""
    thing = thing_of(row)
    put_columns_back(thing, row.before)
    put_hours_back(thing, row.before)
    take_facts_back(row.before)
    unwrite_name(row.before)
    list_anew(thing, by=by, today=today)


def keep_mended(row: Proposal) -> None:
    """Let what was accepted stand after a source was read again.

    It stands for as long as the source tells what it told then; once it tells something
    else, it has looked since, and is believed.
    """
    thing = row.offer or row.asset
    if thing is None:
        return
    keep_columns(thing, row.before)
    keep_hours(row, thing)
    keep_facts(thing, row.before)
