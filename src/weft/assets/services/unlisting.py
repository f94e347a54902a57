"""What follows when somebody who is on the list asked not to be, and asks again?

Their row stays, hidden, for a source may tell it again: its own number keeps it hidden,
and marks of its name and places keep out what others tell of it
(``domain.not_listing``). Whatever else tells of the same thing goes with it.
"""

from collections.abc import Iterable
from datetime import date
from itertools import chain
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.not_listing import where_to_mark
from weft.assets.domain.proposals import mark_of
from weft.assets.models import Asset, Fact, NotListed, Offer
from weft.assets.queries.linking.rows import heap_around
from weft.assets.services.in_hand import say_of
from weft.assets.services.listings.deriving import relist
from weft.assets.services.things import of, subject_of
from weft.commons.errors import NotFound, NotPossible

NO_SUCH_THING = "There is no such thing on the list."
NOT_UNLISTED = "It was not taken off the list, or somebody has put it back before."
_BY_A_WORD = (HolderField.NOT_OURS, HolderField.KEPT_HIDDEN)


@transaction.atomic
def unlist_who_asked(*, by: Actor, thing: UUID, today: date) -> None:
    """Take off the list who asked not to be on it, and keep to that.

    It leaves every page, list, map, file and feed at once.

    Parameters
    ----------
    by
        Who was asked, and answers for it.
    thing
        The key of an asset or of something to do.
    today
        The day on which they asked.

    Raises
    ------
    NotFound
        When there is no such thing.
    """
    first = _locked(thing)
    others = map(_locked, sorted(heap_around(first.region_id, thing)))
    rows = (first, *others)
    for row in rows:
        _hide(row, today)
        for mark in _marks(row):
            NotListed.objects.get_or_create(
                region_id=row.region_id, mark=mark, defaults={"asked_on": today}
            )
    _tell_anew(rows, today)
    record(by=by, deed="assets.unlist", subject=subject_of(first))


@transaction.atomic
def take_unlisting_back(*, by: Actor, thing: UUID, today: date) -> None:
    """List again who had asked not to be listed: this telling of it alone.

    Parameters
    ----------
    by, thing, today
        As for ``unlist_who_asked``.

    Raises
    ------
    NotFound, NotPossible
        When there is no such thing, or it had not asked.
    """
    row = _locked(thing)
    said = _asked(row).first()
    if said is None:
        raise NotPossible(NOT_UNLISTED)
    row.visibility = said.value
    row.save(update_fields=["visibility"])
    said.delete()
    NotListed.objects.filter(region=row.region_id, mark__in=_marks(row)).delete()
    _tell_anew((row,), today)
    record(by=by, deed="assets.take_unlisting_back", subject=subject_of(row))


def _locked(key: UUID) -> Asset | Offer:
    """Find a thing, and let nobody else write of it meanwhile."""
    asset = Asset.objects.select_for_update().filter(pk=key).first()
    found = asset or Offer.objects.select_for_update().filter(pk=key).first()
    if found is None:
        raise NotFound(NO_SUCH_THING)
    return found


def _asked(row: Asset | Offer) -> QuerySet[Fact]:
    return Fact.objects.filter(**of(row), source=HOLDER, field=HolderField.ASKED_NOT)


def _hide(row: Asset | Offer, today: date) -> None:
    """Hide it, and remember how far it was seen; asked twice it is asked once."""
    if _asked(row).exists():
        return
    said_before = Fact.objects.filter(**of(row), field__in=_BY_A_WORD)
    word = said_before.first()
    say_of(row, HolderField.ASKED_NOT, word.value if word else row.visibility, today)
    said_before.delete()  # this says more than that it is not theirs
    row.visibility = Visibility.HIDDEN
    row.save(update_fields=["visibility"])


def _marks(row: Asset | Offer) -> frozenset[str]:
    """Give the marks of its name, where it is or gives something."""
    if isinstance(row, Asset):
        there = Offer.objects.filter(group=row, place__isnull=False)
        told = there.values_list("place__name", "place__postcode")
        where = where_to_mark(
            AssetKind(row.kind), postcode=row.postcode, places=chain(*told)
        )
    else:
        place = row.place
        told_here = (place.name, place.postcode) if place else ()
        where = where_to_mark(None, postcode="", places=told_here)
    return frozenset(mark_of(row.name, one) for one in where)


def _tell_anew(rows: Iterable[Asset | Offer], today: date) -> None:
    """Let finder, pages and feeds say what is so now."""
    some = tuple(rows)
    relist(
        some[0].region_id,
        assets=[row.pk for row in some if isinstance(row, Asset)],
        offers=[row.pk for row in some if isinstance(row, Offer)],
        today=today,
    )
