"""How is all that a spreadsheet told taken back?

What it told bears its own source, and nothing else was changed: without it the register
is exactly as it was before.
"""

from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from weft.accounts.actors import Actor
from weft.accounts.services import record
from weft.assets.domain.weeks import weeks_listed
from weft.assets.models import (
    Asset,
    Fact,
    Import,
    Offer,
    OwnWord,
    Schedule,
    Tie,
)
from weft.assets.queries.imports import source_of
from weft.assets.services.listings import derive_some
from weft.assets.services.listings.deriving import unlist
from weft.assets.services.listings.publishing import publish
from weft.commons.errors import NotFound, NotPossible
from weft.commons.times import Week


@transaction.atomic
def undo_import(*, number: int, by: Actor, week: Week) -> None:
    """Take back all that a spreadsheet told.

    Parameters
    ----------
    number
        Of the import.
    by
        Who does it.
    week
        The week from which the sessions of what was touched are made anew.

    Raises
    ------
    NotFound, NotPossible
        When there is no such import, it was taken back before, or others have told
        things since that stand on it.
    """
    entry = Import.objects.select_for_update().filter(number=number).first()
    if entry is None:
        raise NotFound(f"There is no import {number}.")
    if entry.undone:
        raise NotPossible(f"Import {number} was taken back before.")
    source, region = source_of(number), entry.region_id
    _refuse_to_pull_away(source, number)
    assets = Asset.objects.filter(region=region, source=source)
    offers = Offer.objects.filter(region=region, source=source)
    gone = _keys(offers)
    unlist(region, assets=_keys(assets), offers=gone)
    of_others = Fact.objects.filter(source=source, asset__isnull=False)
    spoken_of = set(of_others.values_list("asset_id", flat=True)) - set(_keys(assets))
    offers.delete()
    assets.delete()
    of_others.delete()
    publish(region, only=gone)  # so that whoever harvested them hears of it
    entry.undone, entry.left = True, []
    entry.save()
    record(by=by, deed="assets.undo_import", subject=f"import {number}")
    if spoken_of:
        weeks = weeks_listed(week)
        derive_some(region=region, assets=spoken_of, offers=(), weeks=weeks, by=by)


def _refuse_to_pull_away(source: str, number: int) -> None:
    """Refuse to take back what others have since built upon."""
    of_it = Q(asset__source=source) | Q(offer__source=source)
    standing = (
        Offer.objects.filter(Q(group__source=source) | Q(place__source=source)),
        Asset.objects.filter(part_of__source=source),
        Tie.objects.filter(Q(asset__source=source) | Q(to__source=source)),
        Fact.objects.filter(of_it),
        Schedule.objects.filter(of_it),
    )
    many = sum(rows.exclude(source=source).count() for rows in standing)
    many += OwnWord.objects.filter(offer__source=source).count()
    if many:
        raise NotPossible(
            f"Import {number} cannot be taken back whole: {many} things that others "
            "have told since stand on it. Close or mend its entries one by one."
        )


def _keys(rows: QuerySet[Asset] | QuerySet[Offer]) -> list[UUID]:
    """List the keys of rows."""
    return list(rows.values_list("pk", flat=True))
