"""What follows when something new is no offer: a paper, a kiln, a story, a shop?

What has no address is only known to exist by a stranger's word: its name and what it
is stay unshown until those whose it is say more by their own link.
"""

from collections.abc import Mapping
from datetime import date

from weft.accounts.actors import Actor
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import INTANGIBLE, AssetKind, TieKind, Visibility
from weft.assets.domain.proposals import MAY_BE_NEW, PLACES, ToldField
from weft.assets.domain.told import TOLD
from weft.assets.models import Asset, Fact, Offer, Proposal, Schedule, Tie
from weft.assets.queries.imports import named_here
from weft.assets.services.listings.deriving import unlist
from weft.assets.services.listings.publishing import publish
from weft.assets.services.proposals.columns import MOST_LETTERS_OF_A_NUMBER
from weft.assets.services.proposals.facts import write_facts
from weft.assets.services.proposals.hours import write_hours
from weft.assets.services.proposals.thing import list_anew
from weft.commons.errors import NotPossible


def begin_thing(
    row: Proposal, said: Mapping[ToldField, str], *, by: Actor, today: date
) -> dict[str, str]:
    """List a thing that is here by the word of whoever told us, and say which it is."""
    if said[ToldField.WHAT] not in MAY_BE_NEW:
        raise NotPossible("Choose from the list what it is.")
    kind, where = AssetKind(said[ToldField.WHAT]), said.get(ToldField.PLACE, "")
    hidden = kind in INTANGIBLE
    thing = Asset.objects.create(
        id=key_of(row.region_id, TOLD, str(row.pk)),
        region_id=row.region_id,
        kind=kind,
        name=said[ToldField.NAME],
        address=where,
        visibility=Visibility.KNOWN if hidden else Visibility.PUBLIC,
        telephone=said.get(ToldField.TELEPHONE, "")[:MOST_LETTERS_OF_A_NUMBER],
        source=TOLD,
        reference=str(row.pk),
        told_by=row.said_as,
        told_on=row.said_on,
    )
    _tie(thing, TieKind.HOLDS, said.get(ToldField.HELD_BY, ""))
    if kind not in PLACES and not hidden:
        _put_where(thing, where)
    write_what_else(thing, said, by=by, today=today)
    return {"asset": str(thing.pk)}


def write_what_else(
    thing: Asset | Offer, said: Mapping[ToldField, str], *, by: Actor, today: date
) -> None:
    """Write when something new is on and whether it has steps, and list it."""
    if ToldField.WHEN in said:
        write_hours(thing, said[ToldField.WHEN], today)
    steps = {one: said[one] for one in (ToldField.STEP_FREE,) if one in said}
    dict(write_facts(thing, steps, told_by=thing.told_by, today=today))
    list_anew(thing, by=by, today=today)


def end_thing(row: Proposal) -> None:
    """Take it off the list again, where nobody else has told anything of it since."""
    thing = Asset.objects.select_for_update().get(pk=row.before["asset"])
    others = (
        *(table.objects.filter(asset=thing) for table in (Fact, Schedule, Tie)),
        Tie.objects.filter(to=thing),
    )
    told_since = any(rows.exclude(source=TOLD).exists() for rows in others)
    stands_on = (
        Offer.objects.filter(group=thing) | Offer.objects.filter(place=thing)
    ).exists()
    is_told_of = Proposal.objects.filter(asset=thing).exists()
    if told_since or stands_on or is_told_of:
        raise NotPossible("Others have told of it since. Say that it closed instead.")
    unlist(row.region_id, assets=[thing.pk], offers=())
    thing.delete()
    publish(row.region_id, only=())  # so that the open files are made without it


def _tie(thing: Asset, kind: TieKind, name: str) -> None:
    """Tie it to the one thing of this name on the list, else to the name."""
    if not name:
        return
    there = named_here([name], region=thing.region_id).get(name)
    Tie.objects.create(
        asset=thing,
        kind=kind,
        to_id=there,
        to_name="" if there else name,
        source=TOLD,
        told_by=thing.told_by,
        told_on=thing.told_on,
    )


def _put_where(thing: Asset, where: str) -> None:
    """Put it on the map where it names a place on the list, and nowhere else."""
    there = named_here([where], region=thing.region_id).get(where)
    place = Asset.objects.get(pk=there) if there else None
    if place is None or place.kind != AssetKind.PLACE:
        return
    _tie(thing, TieKind.MEETS_AT, where)
    thing.latitude, thing.longitude = place.latitude, place.longitude
    thing.lsoa21, thing.address = place.lsoa21, place.address or where
    thing.postcode = place.postcode
    thing.save()
