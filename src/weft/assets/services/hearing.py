"""What do we do when we hear something of what we hold?"""

from datetime import date
from uuid import UUID

from django.db import transaction

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.sureness import Aspect, Event, answers_for_it, aspect_of_fact
from weft.assets.models import Asset, FactEvent, Listing, Offer
from weft.assets.queries.hearing import tracks_of
from weft.assets.services.listings.publishing import publish
from weft.assets.services.listings.standing import standing_of
from weft.assets.services.things import of, subject_of
from weft.commons.errors import NotFound

Side = Aspect | FactField | WordField
"""A side of a thing, or a fact of it, which is of one side."""


@transaction.atomic
def hear(
    *, by: Actor, thing: UUID, event: Event, told_on: date, field: Side | None = None
) -> None:
    """Take in that something was confirmed, reported, asked; and say how sure we are.

    Parameters
    ----------
    by
        Who does it.
    thing
        The key of an asset or an offer, whether it may be seen or not.
    event
        What was heard. ``TOLD_ANEW`` goes with the new value, which others write.
    told_on
        On which day.
    field
        What it is about; None for all of it.

    Raises
    ------
    NotFound
        When there is no such asset or offer.
    """
    row = _found(thing)
    side = aspect_of_fact(field) if isinstance(field, FactField | WordField) else field
    note_heard(row, event, told_on, side)
    record(
        by=by,
        deed="assets.hear",
        subject=subject_of(row),
        details={"event": str(event), "about": str(side or "all of it")},
    )


def note_heard(
    row: Asset | Offer, event: Event, on: date, side: Aspect | None = None
) -> FactEvent:
    """Take in what was heard within a deed that writes itself down."""
    noted = FactEvent.objects.create(
        **of(row),
        aspect=side or "",
        event=event,
        heard_on=on,
    )
    say_how_sure(row, on)
    if answers_for_it(event, side):
        say_who_answers(row)
    return noted


def say_who_answers(row: Asset | Offer) -> None:
    """Let the feeds say since when somebody answers for an offer (``assured_date``)."""
    if isinstance(row, Offer):
        publish(row.region_id, only=[row.pk])


def _found(key: UUID) -> Asset | Offer:
    """Find what was heard of, and let nobody else write of it meanwhile."""
    for table in (Asset, Offer):
        row = table._default_manager.select_for_update().filter(pk=key).first()  # noqa: SLF001 Django's own name for it
        if row is not None:
            return row
    raise NotFound("There is no such thing to have heard of.")


def say_how_sure(row: Asset | Offer, on: date) -> None:
    """Let its listing, if it has one, say how sure we are now."""
    listing = Listing.objects.filter(**of(row)).first()
    if listing is None:
        return
    hours = {
        "hours_known": listing.hours_known,
        "always_open": listing.always_open,
    }
    found = standing_of(row, hours, tracks_of(row).heard, on=on)
    Listing.objects.filter(pk=listing.pk).update(**found)
