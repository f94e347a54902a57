"""What follows when something has closed, and when it had not?"""

from datetime import date

from weft.accounts.actors import Actor
from weft.assets.domain.proposals import ProposalKind
from weft.assets.models import Asset, Offer, Proposal
from weft.assets.services.proposals.thing import list_anew, thing_of
from weft.commons.errors import NotPossible
from weft.commons.standing import Standing

TOLD_US = "Somebody here told us, and whoever checks this list agreed."


def close(row: Proposal, *, by: Actor, today: date) -> dict[str, str]:
    """Close a thing on the day it was told, and say what stood there before.

    It leaves every list, map, calendar and feed at once; its own page keeps its story.
    """
    thing = thing_of(row)
    if thing.closed_on is not None and thing.closed_on <= today:
        raise NotPossible("It is closed on the list already.")
    before = {
        "closed_on": thing.closed_on.isoformat() if thing.closed_on else "",
        "closed_why": thing.closed_why,
    }
    _write(thing, row.said_on, TOLD_US)
    list_anew(thing, by=by, today=today)
    return before


def keep_closed(region: str) -> None:
    """Keep closed what was accepted as closed, though its source tells it as before.

    A source that has looked since then knows better, and is believed.
    """
    accepted = Proposal.objects.filter(
        region=region, kind=ProposalKind.CLOSED, standing=Standing.ACCEPTED
    ).select_related("asset", "offer")
    for row in accepted:
        thing = row.offer or row.asset
        if thing is None or thing.closed_on is not None:
            continue
        if thing.told_on is None or thing.told_on <= row.said_on:
            _write(thing, row.said_on, TOLD_US)


def open_again(row: Proposal, *, by: Actor, today: date) -> None:
    """Put back what stood there before, where nobody has said otherwise since."""
    thing = thing_of(row)
    if (thing.closed_on, thing.closed_why) != (row.said_on, TOLD_US):
        raise NotPossible("Somebody has said since when it closed. Look at its page.")
    was = row.before.get("closed_on", "")
    told = row.before.get("closed_why", "")
    _write(thing, date.fromisoformat(was) if was else None, told)
    list_anew(thing, by=by, today=today)


def _write(thing: Asset | Offer, closed_on: date | None, closed_why: str) -> None:
    thing.closed_on, thing.closed_why = closed_on, closed_why
    thing.save(update_fields=("closed_on", "closed_why"))
