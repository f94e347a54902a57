"""What is a row of the list of things?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.urls import reverse

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Listing, Offer, OtherName, Tie
from weft.assets.queries.carried import carried_offers, kept_back, may_be_named
from weft.assets.queries.open_files.columns import THINGS
from weft.assets.queries.open_files.standing import Contents
from weft.assets.queries.walking import stretches
from weft.commons.batches import batched
from weft.ground.queries import DatasetAbout, ledger
from weft.shell.flat import Cell

Row = tuple[Cell, ...]
Told = Mapping[str, Cell]
HOLDING = (TieKind.HOLDS, TieKind.RUNS, TieKind.OWNS)
NAMES = tuple(one.name for one in THINGS)


@dataclass(frozen=True, slots=True)
class Around:
    """What stands in other tables about a stretch of things."""

    sources: Mapping[str, DatasetAbout]
    assets: Mapping[UUID, Asset] = field(default_factory=dict)
    names: Mapping[UUID, list[str]] = field(default_factory=dict)
    holders: Mapping[UUID, Asset] = field(default_factory=dict)

    def named(self, key: UUID | None) -> Asset | None:
        """Give a group or a place, as far as a file may name it."""
        asset = self.assets.get(key) if key else None
        return asset if may_be_named(asset, Channel.BULK) else None


def thing_rows(region: str, contents: Contents) -> Iterator[Row]:
    """Give every row of a region, assets first, each by its number.

    Parameters
    ----------
    region
        Its slug.
    contents
        Takes in what the rows speak of.
    """
    sources = {one.source: one for one in ledger(region)}
    for some in assets_listed(region):
        for told in _of_assets(some, sources, contents):
            yield tuple(told.get(name) for name in NAMES)
    for some in offers_listed(region):
        around = around_offers(some, sources)
        for row in some:
            told = of_offer(row, around, contents)
            yield tuple(told.get(name) for name in NAMES)


def assets_listed(region: str) -> Iterator[list[Listing]]:
    """Go through the assets that a file may hold, a few hundred at a time."""
    rows = Listing.objects.filter(region=region, asset__isnull=False)
    rows = rows.exclude(asset__in=kept_back(Channel.BULK))
    rows = rows.exclude(asset__kind=AssetKind.PERSON).select_related("asset")
    rows = rows.defer("asset__shape", "asset__story", "words")
    return stretches(rows, by="asset_id")


def offers_listed(region: str) -> Iterator[list[Listing]]:
    """Go through the offers that a file may hold."""
    carried = carried_offers(Channel.BULK).filter(region=region)
    rows = Listing.objects.filter(region=region, offer__in=carried.values("pk"))
    rows = rows.select_related("offer").defer("words")
    return stretches(rows, by="offer_id")


def _of_assets(
    some: list[Listing], sources: Mapping[str, DatasetAbout], contents: Contents
) -> Iterator[Told]:
    keys = [row.asset_id for row in some if row.asset_id]
    ties = Tie.objects.filter(asset__in=keys, kind__in=HOLDING, disputed=False)
    held = ties.filter(until=None, to__isnull=False).select_related("to")
    holders: dict[UUID, Asset] = {}
    for tie in sorted(held, key=lambda one: (HOLDING.index(TieKind(one.kind)), one.pk)):
        if tie.to is not None and may_be_named(tie.to, Channel.BULK):
            holders.setdefault(tie.asset_id, tie.to)
    around = Around(sources, names=_other_names(keys), holders=holders)
    for row in some:
        if row.asset is not None:
            yield _of_asset(row, row.asset, around, contents)


def _of_asset(row: Listing, asset: Asset, around: Around, contents: Contents) -> Told:
    holder = around.holders.get(asset.pk)
    contents.listed.add(str(asset.pk))
    contents.named.update(str(one.pk) for one in (asset, holder) if one)
    on_map = row.latitude is not None
    return {
        "type": "asset",
        "page": reverse("assets:asset", args=[asset.pk]),
        "place_kind": asset.place_kind or None,
        "summary": asset.summary or None,
        "other_names": listed(around.names.get(asset.pk, ())),
        "kinds": listed(_mix(asset)),
        "tags": listed(asset.tags),
        "group_id": str(holder.pk) if holder else None,
        "group": holder.name if holder else None,
        "address": asset.address or None,
        "postcode": (asset.postcode or None) if on_map else None,
        "area": (asset.lsoa21 or None) if on_map else None,
        "how_to_join": asset.how_to_join or None,
        "telephone": asset.telephone or None,
        "website": asset.website or None,
        "constituted": asset.constituted,
        "terms": asset.terms or None,
        **flat(row, asset, around.sources),
    }


def _mix(asset: Asset) -> list[str]:
    names = ("creative", "cultural", "community", "food", "heritage")
    return [name for name in names if getattr(asset, name)]


def around_offers(some: list[Listing], sources: Mapping[str, DatasetAbout]) -> Around:
    """Gather the groups and places of some offers."""
    offers = [row.offer for row in some if row.offer]
    keys = {key for one in offers for key in (one.group_id, one.place_id) if key}
    found: dict[UUID, Asset] = {}
    for some_keys in batched(sorted(keys)):
        rows = Asset.objects.defer("shape", "story").filter(pk__in=some_keys)
        found |= {one.pk: one for one in rows}
    return Around(sources, assets=found)


def of_offer(row: Listing, around: Around, contents: Contents) -> dict[str, Cell]:
    """Tell an offer in one flat line.

    Raises
    ------
    ValueError
        The listing is of no offer.
    """
    offer = row.offer
    if offer is None:
        raise ValueError(f"listing {row.pk} is of no offer")
    group, place = around.named(offer.group_id), around.named(offer.place_id)
    contents.listed.add(str(offer.pk))
    contents.offers.add(str(offer.pk))
    contents.named.update(str(one.pk) for one in (group, place) if one)
    return {
        "type": "offer",
        "page": reverse("assets:offer", args=[offer.pk]),
        "summary": offer.summary or None,
        "kinds": listed(offer.kinds),
        "manner": listed(offer.manner),
        "art_forms": listed(offer.art_forms),
        "tags": listed(offer.tags),
        "group_id": str(group.pk) if group else None,
        "group": group.name if group else None,
        "terms": (group.terms or None) if group else None,
        **_at(place),
        **_in_its_own_row(offer),
        **flat(row, offer, around.sources),
        **({} if place else {"latitude": None, "longitude": None}),
    }


def _at(place: Asset | None) -> Told:
    if place is None:
        return {}
    return {
        "place_id": str(place.pk),
        "place": place.name,
        "address": place.address or None,
        "postcode": place.postcode or None,
        "area": place.lsoa21 or None,
    }


def _in_its_own_row(offer: Offer) -> Told:
    return {
        "price_pence_least": offer.price_pence_least,
        "price_pence_most": offer.price_pence_most,
        "price_note": offer.price_note or None,
        "free_places": offer.free_places,
        "least_age": offer.least_age,
        "greatest_age": offer.greatest_age,
        "joining_rule": offer.joining_rule or None,
        "how_to_join": offer.how_to_join or None,
        "newcomers_per_week": offer.newcomers_per_week,
        "telephone": offer.telephone or None,
        "website": offer.website or None,
    }


def flat(
    row: Listing, thing: Asset | Offer, sources: Mapping[str, DatasetAbout]
) -> Told:
    """Tell what the list itself says of a thing."""
    line = sources.get(thing.source)
    facts: dict[str, Cell] = {one.value: row.facts.get(one.value) for one in FactField}
    return {
        "id": str(thing.pk),
        "region": row.region_id,
        "name": row.name,
        "kind": row.kind,
        "latitude": row.latitude,
        "longitude": row.longitude,
        "languages": listed(row.languages),
        **facts,
        "online": row.online if row.online is not None else facts["online"],
        "always_open": row.always_open,
        "hours_known": row.hours_known,
        "sureness": None if row.sureness is None else round(row.sureness, 4),
        "sure_until": _day(row.sure_until),
        "confirmed_on": _day(row.confirmed_on),
        "told_on": _day(row.told_on),
        "source": thing.source,
        "publisher": line.publisher if line else None,
        "licence": line.licence if line else None,
    }


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def listed(texts: Iterable[str]) -> str | None:
    """Write several texts in one cell; None where there are none."""
    return "; ".join(texts) or None


def _other_names(keys: list[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = {}
    rows = OtherName.objects.filter(asset__in=keys).order_by("pk")
    for key, name in rows.values_list("asset_id", "name"):
        found.setdefault(key, []).append(name)
    return found
