"""How does a group say what it changed and because of whose words, and take it back?"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.changing import ChangeTold, rule_kept
from weft.assets.domain.closing import LONG_AGO
from weft.assets.domain.holding import LONGEST_PAUSE
from weft.assets.domain.told import ScheduleTold
from weft.assets.models import Change, Offer
from weft.assets.services.in_hand import InHand, in_hand, offer_of
from weft.commons.errors import NotFound, NotPossible

NO_SUCH_CHANGE = "There is no such change, or it was taken back."


@transaction.atomic
def tell_change(
    *, by: Actor, group: UUID, offer: UUID, told: ChangeTold, today: date
) -> int:
    """Keep what a group says it changed, for everybody to read on the offer's page.

    Parameters
    ----------
    by, group, today
        As for ``confirm_group``.
    offer
        What it is that the group offers.
    told
        What it was, what it is now, from when, and because of whose words.

    Returns
    -------
    int
        The number of the change, which takes it back.

    Raises
    ------
    NotFound, NotPossible
        When there is no such group or offer, or the words cannot be taken
        (``ChangeTold.checked``).
    """
    told = told.checked()
    if not today - LONG_AGO <= told.on <= today + LONGEST_PAUSE:
        raise NotPossible("Choose the day from which it has been so.")
    held = in_hand(group)
    row = offer_of(held, offer)
    kept = Change.objects.create(
        offer=row,
        changed_on=told.on,
        whose=told.whose or "",
        said=told.said,
        changed=told.changed,
        was=told.was,
        told_by=held.told_by,
        told_on=today,
    )
    record(
        by=by,
        deed="assets.tell_change",
        subject=f"asset {group}",
        details={"offer": str(offer), "change": kept.pk},
    )
    return kept.pk


@transaction.atomic
def take_change_back(*, by: Actor, group: UUID, change: int) -> None:
    """Delete what a group said it changed: nothing of the words is kept.

    Parameters
    ----------
    by, group
        As for ``confirm_group``.
    change
        Its number.

    Raises
    ------
    NotFound
        When there is no such change of anything that the group offers.
    """
    held = in_hand(group)
    found = Change.objects.filter(pk=change, offer__in=held.offers).first()
    if found is None:
        raise NotFound(NO_SUCH_CHANGE)
    found.delete()
    record(
        by=by,
        deed="assets.take_change_back",
        subject=f"asset {group}",
        details={"change": change},
    )


def note_new_times(
    held: InHand,
    offer: Offer,
    rules: tuple[Iterable[ScheduleTold], Iterable[ScheduleTold]],
    *,
    start: date,
    today: date,
) -> None:
    """Write down within a deed of its own that times became others on a day.

    Parameters
    ----------
    held, offer
        Whose, and of what.
    rules
        Those before, and those after.
    start, today
        From when, and when it was told. What was told to begin later, and never did,
        is no change any more.
    """
    _forget_what_never_came(offer, start)
    before, after = ([rule_kept(one) for one in some] for some in rules)
    if before != after:
        Change.objects.create(
            offer=offer,
            changed_on=start,
            of_times=True,
            rules_before=before,
            rules_after=after,
            told_by=held.told_by,
            told_on=today,
        )


def forget_new_times(held: InHand, offer: Offer, *, today: date) -> None:
    """Forget new times that never came; those that did became the old ones again."""
    _forget_what_never_came(offer, today)
    last = Change.objects.filter(offer=offer, of_times=True).last()
    if last is None:
        return
    first = Change.objects.filter(offer=offer, of_times=True).first() or last
    Change.objects.create(
        offer=offer,
        changed_on=today,
        of_times=True,
        rules_before=last.rules_after,
        rules_after=first.rules_before,
        told_by=held.told_by,
        told_on=today,
    )


def _forget_what_never_came(offer: Offer, start: date) -> None:
    """Delete changes of times that were to begin on a day or later."""
    Change.objects.filter(offer=offer, of_times=True, changed_on__gte=start).delete()
