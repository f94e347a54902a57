"""How does a group say that it has stopped, all of it or one thing, and take it back?

Closing is an event with a date and, if they like, a line: it leaves every list, map,
calendar and feed at once, its own page keeps its story, and no load opens it again.
"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.closing import LONG_AGO, MOST_LETTERS_OF_WHY
from weft.assets.domain.holding import HOLDER, HolderField, Stopped
from weft.assets.models import Asset, Fact, Offer
from weft.assets.services.in_hand import (
    NO_SUCH_GROUP,
    in_hand,
    offer_of,
    say_of,
    tell_anew,
)
from weft.assets.services.listings.deriving import relist
from weft.commons.errors import NotFound, NotPossible


@transaction.atomic
def say_stopped(
    *,
    by: Actor,
    group: UUID,
    said: Stopped,
    today: date,
    offer: UUID | None = None,
) -> None:
    """Close something by the word of those who did it.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    said
        The day on which it stopped, which is not to come, and a line for everybody.
    offer
        What has stopped; all that the group is and does, where none is named.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group or offer, or the day or the line cannot be taken.
    """
    if not today - LONG_AGO <= said.on <= today:
        raise NotPossible("Choose the day on which you stopped, today or before.")
    if len(said.why) > MOST_LETTERS_OF_WHY:
        raise NotPossible(f"Keep it to {MOST_LETTERS_OF_WHY} letters or fewer.")
    held = in_hand(group)
    rows = held.all if offer is None else (offer_of(held, offer),)
    for row in rows:
        say_of(row, HolderField.STOPPED, str(said), today, told_by=held.told_by)
        _write(row, said)
    tell_anew(held, today)
    record(
        by=by,
        deed="assets.say_stopped",
        subject=f"asset {group}",
        details={"things": len(rows), "on": said.on.isoformat()},
    )


@transaction.atomic
def go_on_after_all(
    *, by: Actor, group: UUID, today: date, offer: UUID | None = None
) -> None:
    """Open again what a group said it had stopped, as it was told before.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    offer
        What goes on; where none is named, the group and all that stopped with it.

    Raises
    ------
    NotFound
        When the group has not said so.
    """
    found = Asset.objects.select_for_update().filter(pk=group).first()
    said = Fact.objects.filter(source=HOLDER, field=HolderField.STOPPED)
    of_it = said.filter(offer__group=group)
    if offer is not None:
        words = list(of_it.filter(offer=offer))
    elif (own := said.filter(asset=group).first()) is not None:
        words = [own, *of_it.filter(value=own.value)]
    else:
        words = []
    if found is None or not words:
        raise NotFound(NO_SUCH_GROUP)
    for word in words:
        _write(word.asset or word.offer, None)
        word.delete()
    relist(found.region_id, assets=[found.pk], today=today)
    record(
        by=by,
        deed="assets.go_on_after_all",
        subject=f"asset {group}",
        details={"things": len(words)},
    )


def _write(row: Asset | Offer | None, said: Stopped | None) -> None:
    """Close it, or open it again."""
    if row is not None:
        row.closed_on = said.on if said else None
        row.closed_why = said.why if said else ""
        row.save(update_fields=("closed_on", "closed_why"))
