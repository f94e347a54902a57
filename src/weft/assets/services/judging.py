"""What follows at once when somebody who checks the list speaks of two listings?

``services.linking`` keeps what was decided; here the cards, the feeds and whoever looks
at the same two at the same time are seen to as well.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.linking import Pair, Verdict
from weft.assets.domain.linking.said import SaidOfTwo
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import Asset, Offer
from weft.assets.queries.linking.rows import heap_around
from weft.assets.services.linking import judge, row_of, row_of_two, take_back
from weft.assets.services.listings import derive_some
from weft.commons.errors import NotFound, NotPossible
from weft.commons.times import Week

MEANWHILE = "Somebody else has decided about these two meanwhile. Look again."


@dataclass(frozen=True, slots=True)
class Two:
    """Two assets, or two offers, of one region, by their keys."""

    one: UUID
    other: UUID


@transaction.atomic
def say_of_two(
    *, by: Actor, two: Two, said: SaidOfTwo, today: date, seen: str | None = None
) -> None:
    """Say of two listings whether they are one thing; all is listed so at once.

    Parameters
    ----------
    by
        Who says so.
    two
        Which.
    said
        What they say. «Later» changes nothing but the turn in which it is asked, until
        the linker next runs; «undo» forgets what was said last.
    today
        When it is said.
    seen
        What had been decided of them when whoever decides looked («», «same»,
        «apart»), where they did.

    Raises
    ------
    NotFound
        When there are no such listings, or there is nothing to undo.
    NotPossible
        When somebody else has decided meanwhile, or they are of two sorts.
    """
    held = _held(two)
    row = row_of(Pair.of(str(two.one), str(two.other)))
    if seen is not None and seen != (row.decided if row else ""):
        raise NotPossible(MEANWHILE)
    if said is SaidOfTwo.LATER:
        _put_off(two, by=by, today=today)
        return
    before = _around(two, held)
    if said is SaidOfTwo.UNDO:
        take_back(one=two.one, other=two.other, by=by)
    else:
        judge(one=two.one, other=two.other, same=said is SaidOfTwo.SAME, by=by)
    _note_if_they_might_talk(two, might=said is SaidOfTwo.TALK)
    _list_anew(held, two, before | _around(two, held), by=by, today=today)


@dataclass(frozen=True, slots=True)
class _Held:
    """Which table two listings stand in, and in which region."""

    is_offer: bool
    region: str


def _held(two: Two) -> _Held:
    """Keep anybody else from deciding about either of two, until the deed is done."""
    keys = sorted((two.one, two.other))
    for table, is_offer in ((Asset, False), (Offer, True)):
        rows = table.objects.select_for_update().filter(pk__in=keys).order_by("pk")
        regions = list(rows.values_list("region_id", flat=True))
        if regions:
            return _Held(is_offer, regions[0])
    raise NotFound("There is no such listing.")


def _put_off(two: Two, *, by: Actor, today: date) -> None:
    row, pair = row_of_two(two.one, two.other)
    if row.decided:
        raise NotPossible(MEANWHILE)
    row.found = row.found or Verdict.APART
    row.put_off_on = today
    row.save()
    record(by=by, deed="assets.put_off", subject=f"link {pair.first} {pair.second}")


def _note_if_they_might_talk(two: Two, *, might: bool) -> None:
    row, _ = row_of_two(two.one, two.other)
    row.talk, row.put_off_on = might, None
    row.save(update_fields=("talk", "put_off_on"))


def _around(two: Two, held: _Held) -> set[UUID]:
    """Find what else is told of the same things: their cards may change too."""
    return {
        key for one in (two.one, two.other) for key in heap_around(held.region, one)
    }


def _list_anew(
    held: _Held, two: Two, beside: Collection[UUID], *, by: Actor, today: date
) -> None:
    keys = {two.one, two.other, *beside}
    derive_some(
        region=held.region,
        assets=() if held.is_offer else keys,
        offers=keys if held.is_offer else (),
        weeks=weeks_listed(Week.of(today)),
        by=by,
        day=today,
    )
