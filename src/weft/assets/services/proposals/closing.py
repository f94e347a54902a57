"""What follows when something has closed, and when it had not?"""

from collections.abc import Mapping
from datetime import date

from weft.accounts.actors import Actor
from weft.assets.domain.closing import MOST_LETTERS_OF_WHY, day_closed
from weft.assets.domain.proposals import ToldField
from weft.assets.models import Asset, Offer, Proposal
from weft.assets.services.proposals.kept import Before
from weft.assets.services.proposals.thing import list_anew, thing_of
from weft.commons.errors import NotPossible

ON, WHY = ToldField.CLOSED_ON, ToldField.CLOSED_WHY
TOLD_US = "Somebody here told us, and whoever checks this list agreed."
NOT_A_DAY = (
    "Write the day on which it closed like «31 October 2025». What has not closed yet "
    "is still on: close it on its day."
)


def close(
    row: Proposal, fields: Mapping[ToldField, str], *, by: Actor, today: date
) -> Before:
    """Close a thing on the day on which it closed, and say what stood there before.

    It leaves every list, map, calendar and feed at once; its own page keeps its story.
    Where nobody said which day it was, it is the day on which it was told.
    """
    thing = thing_of(row)
    if thing.closed_on is not None and thing.closed_on <= today:
        raise NotPossible("It is closed on the list already.")
    said = {name: fields.get(name, "").strip() for name in (ON, WHY)}
    day = day_closed(said[ON], today=today) if said[ON] else row.said_on
    if day is None:
        raise NotPossible(NOT_A_DAY)
    before = {
        f"was {ON}": thing.closed_on.isoformat() if thing.closed_on else "",
        f"was {WHY}": thing.closed_why,
        f"now {ON}": day.isoformat(),
        f"now {WHY}": said[WHY][:MOST_LETTERS_OF_WHY] or TOLD_US,
    }
    _write(thing, *_told(row, before))
    list_anew(thing, by=by, today=today)
    return before


def keep_closed(row: Proposal) -> None:
    """Keep closed what was accepted as closed, though its source tells it as before.

    A source that has looked since then knows better, and is believed.
    """
    thing = row.offer or row.asset
    if thing is None or thing.closed_on is not None:
        return
    if thing.told_on is None or thing.told_on <= row.said_on:
        _write(thing, *_told(row, row.before))


def open_again(row: Proposal, *, by: Actor, today: date) -> None:
    """Put back what stood there before, where nobody has said otherwise since."""
    thing = thing_of(row)
    if (thing.closed_on, thing.closed_why) != _told(row, row.before):
        raise NotPossible("Somebody has said since when it closed. Look at its page.")
    was = row.before.get(f"was {ON}", "")
    told = row.before.get(f"was {WHY}", "")
    _write(thing, date.fromisoformat(was) if was else None, told)
    list_anew(thing, by=by, today=today)


def _told(row: Proposal, before: Before) -> tuple[date, str]:
    """Say since when and why it is closed by this word."""
    day = before.get(f"now {ON}", "")
    on = date.fromisoformat(day) if day else row.said_on
    return on, before.get(f"now {WHY}", TOLD_US)


def _write(thing: Asset | Offer, closed_on: date | None, closed_why: str) -> None:
    thing.closed_on, thing.closed_why = closed_on, closed_why
    thing.save(update_fields=("closed_on", "closed_why"))
