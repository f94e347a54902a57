"""How does a group ask for a hand by its own link, and take that back?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.chances import ChanceTold
from weft.assets.domain.holding import HOLDER
from weft.assets.domain.kinds import AssetKind
from weft.assets.models import Chance
from weft.assets.services.in_hand import InHand, in_hand
from weft.commons.errors import NotFound, NotPossible

LONGEST = {
    "name": 120,
    "summary": 300,
    "when": 120,
    "with_whom": 120,
    "expenses_note": 120,
    "pay": 60,
    "how_to_join": 200,
}
"""In letters."""
MOST_MINUTES = 60 * 24 * 60
MOST = 20
"""So many asks at once are a page; more are a mistake."""


@transaction.atomic
def ask_for_a_hand(*, by: Actor, group: UUID, told: ChanceTold, today: date) -> UUID:
    """Ask for a hand: for somebody's time, paid, or to learn.

    Parameters
    ----------
    by
        Who asks.
    group
        The group whose link it is.
    told
        What is asked; only its name and kind need be said. Its reference, group, place
        and teller are not read: they follow from the link.
    today
        When it was said.

    Returns
    -------
    UUID
        Its key, which takes it back.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group, it has no name, something is too long, or its last
        day is past.
    """
    held = in_hand(group)
    if held.group.kind == AssetKind.PERSON:
        raise NotFound("There is no such group to ask for a hand.")
    _refuse(told, today)
    made = _asked(held, told, today)
    record(
        by=by,
        deed="assets.ask_for_a_hand",
        subject=f"asset {group}",
        details={"chance": str(made.pk), "kind": told.kind},
    )
    return made.pk


@transaction.atomic
def take_ask_back(*, by: Actor, group: UUID, chance: UUID) -> None:
    """Ask for it no more.

    Raises
    ------
    NotFound
        When the group asks for no such thing by its link.
    """
    held = in_hand(group)
    asked = Chance.objects.filter(pk=chance, group=held.group, source=HOLDER)
    gone, _ = asked.delete()
    if not gone:
        raise NotFound("You ask for no such thing.")
    record(
        by=by,
        deed="assets.take_ask_back",
        subject=f"asset {group}",
        details={"chance": str(chance)},
    )


def _asked(held: InHand, told: ChanceTold, today: date) -> Chance:
    """Write it down beside what others told."""
    if Chance.objects.filter(group=held.group, source=HOLDER).count() >= MOST:
        raise NotPossible("You ask for a great deal. Take something back first.")
    return Chance.objects.create(
        region_id=held.group.region_id,
        group=held.group,
        kind=told.kind,
        minutes_in_all=told.minutes_in_all,
        once=told.once,
        expenses=told.expenses,
        last_on=told.last_on,
        source=HOLDER,
        told_by=held.told_by,
        told_on=today,
        **{name: getattr(told, name) for name in LONGEST},
    )


def _refuse(told: ChanceTold, today: date) -> None:
    """Refuse what has no name, is too long, or is over."""
    if not told.name:
        raise NotPossible("Write what you need a hand with.")
    if any(len(getattr(told, name)) > most for name, most in LONGEST.items()):
        raise NotPossible("Please say it in fewer words.")
    asked = told.minutes_in_all
    if asked is not None and not 0 < asked <= MOST_MINUTES:
        raise NotPossible("Write how long it takes in all, like: 2 hours.")
    if told.last_on is not None and told.last_on < today:
        raise NotPossible("Choose a last day that is still to come.")
