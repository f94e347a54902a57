"""What follows when something new is taken onto the list, and when it was a slip?"""

from collections.abc import Mapping
from datetime import date

from weft.accounts.actors import Actor
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.proposals import ToldField
from weft.assets.domain.told import TOLD
from weft.assets.models import Asset, Fact, Offer, Proposal, Schedule
from weft.assets.services.listings.deriving import unlist
from weft.assets.services.listings.publishing import publish
from weft.assets.services.proposals.columns import MOST_LETTERS_OF_A_NUMBER
from weft.assets.services.proposals.new_things import (
    begin_thing,
    end_thing,
    write_what_else,
)
from weft.assets.services.proposals.not_listing import refuse_who_asked
from weft.commons.errors import NotPossible


def begin(
    row: Proposal, fields: Mapping[ToldField, str], *, by: Actor, today: date
) -> dict[str, str]:
    """List something new by the word of whoever told us, and say which it is.

    «Door open, kettle on» is a whole offer: a name is all it needs.
    """
    said = {name: value.strip() for name, value in fields.items() if value.strip()}
    name, where = said.get(ToldField.NAME, ""), said.get(ToldField.PLACE, "")
    if not name:
        raise NotPossible("Say what it is called.")
    refuse_who_asked(row.region_id, name=name, place=where)
    if said.get(ToldField.WHAT):
        return begin_thing(row, said, by=by, today=today)
    offer = Offer.objects.create(
        id=key_of(row.region_id, TOLD, str(row.pk), what="offer"),
        region_id=row.region_id,
        name=name,
        place=_place(row, where) if where else None,
        telephone=said.get(ToldField.TELEPHONE, "")[:MOST_LETTERS_OF_A_NUMBER],
        source=TOLD,
        reference=str(row.pk),
        told_by=row.said_as,
        told_on=row.said_on,
    )
    write_what_else(offer, said, by=by, today=today)
    return {"offer": str(offer.pk)}


def end(row: Proposal) -> None:
    """Take it off the list again, where nobody else has told anything of it since."""
    if "asset" in row.before:
        end_thing(row)
        return
    offer = Offer.objects.select_for_update().get(pk=row.before["offer"])
    others = (
        table.objects.filter(offer=offer).exclude(source=TOLD).exists()
        for table in (Fact, Schedule)
    )
    if any(others) or Proposal.objects.filter(offer=offer).exists():
        raise NotPossible("Others have told of it since. Say that it closed instead.")
    unlist(row.region_id, assets=(), offers=[offer.pk])
    key = offer.pk
    offer.delete()
    Asset.objects.filter(
        region=row.region_id, source=TOLD, reference=str(row.pk)
    ).delete()
    publish(row.region_id, only=[key])  # so that whoever harvested it hears of it


def _place(row: Proposal, where: str) -> Asset:
    """Find the place of this name, or take it as it was told: not on the map yet."""
    known = Asset.objects.filter(
        region=row.region_id,
        kind=AssetKind.PLACE,
        visibility=Visibility.PUBLIC,
        closed_on=None,
        name__iexact=where,
    )
    found = list(known[:2])
    if len(found) == 1:
        return found[0]
    return Asset.objects.create(
        id=key_of(row.region_id, TOLD, str(row.pk)),
        region_id=row.region_id,
        kind=AssetKind.PLACE,
        name=where,
        address=where,
        source=TOLD,
        reference=str(row.pk),
        told_by=row.said_as,
        told_on=row.said_on,
    )
