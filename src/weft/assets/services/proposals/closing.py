"""What follows when something has closed, and when it had not?"""

from datetime import date

from django.db.models import Q

from weft.accounts.actors import Actor
from weft.assets.models import Asset, Offer, Proposal
from weft.assets.services.listings import WEEKS_AHEAD, derive_some
from weft.commons.errors import NotPossible
from weft.commons.times import Week

TOLD_US = "Somebody here told us, and whoever checks this list agreed."


def close(row: Proposal, *, by: Actor, today: date) -> dict[str, str]:
    """Close a thing on the day it was told, and say what stood there before.

    It leaves every list, map, calendar and feed at once; its own page keeps its story.
    """
    thing = _thing(row)
    if thing.closed_on is not None and thing.closed_on <= today:
        raise NotPossible("It is closed on the list already.")
    before = {
        "closed_on": thing.closed_on.isoformat() if thing.closed_on else "",
        "closed_why": thing.closed_why,
    }
    _write(thing, row.said_on, TOLD_US)
    _list_anew(thing, by=by, today=today)
    return before


def open_again(row: Proposal, *, by: Actor, today: date) -> None:
    """Put back what stood there before, where nobody has said otherwise since."""
    thing = _thing(row)
    if (thing.closed_on, thing.closed_why) != (row.said_on, TOLD_US):
        raise NotPossible("Somebody has said since when it closed. Look at its page.")
    was = row.before.get("closed_on", "")
    told = row.before.get("closed_why", "")
    _write(thing, date.fromisoformat(was) if was else None, told)
    _list_anew(thing, by=by, today=today)


def _thing(row: Proposal) -> Asset | Offer:
    """Find what it is about, and let nobody else write of it meanwhile."""
    if row.offer_id is not None:
        return Offer.objects.select_for_update().get(proposals=row)
    return Asset.objects.select_for_update().get(proposals=row)


def _write(thing: Asset | Offer, closed_on: date | None, closed_why: str) -> None:
    thing.closed_on, thing.closed_why = closed_on, closed_why
    thing.save(update_fields=("closed_on", "closed_why"))


def _list_anew(thing: Asset | Offer, *, by: Actor, today: date) -> None:
    """Make the cards of a thing anew, and of what is done in it or by it."""
    assets, offers = [], [thing.pk]
    if isinstance(thing, Asset):
        there = Offer.objects.filter(Q(group=thing) | Q(place=thing))
        assets, offers = [thing.pk], list(there.values_list("pk", flat=True))
    week = Week.of(today)
    derive_some(
        region=thing.region_id,
        assets=assets,
        offers=offers,
        weeks=[week.later(more) for more in range(WEEKS_AHEAD)],
        by=by,
        day=today,
    )
