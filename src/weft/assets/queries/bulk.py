"""What may be taken away in bulk, page by page?

Everything that is listed, but for persons, and for what has no address and whose holder
has not said yes to bulk files (domain/visibility.py): neither it nor its evenings.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.sureness import Standing
from weft.assets.domain.visibility import Channel
from weft.assets.models import Listing
from weft.assets.queries.carried import kept_back, terms_with
from weft.assets.queries.hearing import standing_from
from weft.commons.places import Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One listing as it may be taken away; a fact that is absent is not known."""

    key: UUID
    is_offer: bool
    region: str
    name: str
    kind: str
    holder: str
    point: Point | None
    facts: tuple[tuple[FactField, bool], ...]
    price_pence: int | None
    languages: tuple[str, ...]
    online: bool | None
    always_open: bool | None
    hours_known: bool
    terms: str  # the holder's own; they travel with it
    source: str
    told_on: date | None
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPage:
    """One page of everything, in an order that does not change."""

    total: int
    items: tuple[Taken, ...]


def taken(
    *, region: str = "", kind: str = "", first: int = 0, most: int = 100
) -> TakenPage:
    """Give a page of all that may be taken away, in four SQL statements.

    Parameters
    ----------
    region, kind
        A region's slug, a kind as ``Listing.kind``; "" for all.
    first, most
        Which stretch.
    """
    kept = kept_back(Channel.BULK)
    rows = Listing.objects.exclude(asset__in=kept).exclude(offer__group__in=kept)
    rows = rows.exclude(asset__kind=AssetKind.PERSON)
    if region:
        rows = rows.filter(region=region)
    if kind:
        rows = rows.filter(kind=kind)
    page = rows.select_related("asset", "offer__group").order_by("name", "pk")
    return TakenPage(
        total=rows.count(),
        items=tuple(_taken(row) for row in page[first : first + most]),
    )


def _taken(row: Listing) -> Taken:
    thing = row.offer or row.asset
    if thing is None:
        raise ValueError(f"listing {row.pk} is of nothing")
    on_map = row.latitude is not None and row.longitude is not None
    return Taken(
        key=thing.pk,
        is_offer=row.offer_id is not None,
        region=row.region_id,
        name=row.name,
        kind=row.kind,
        holder=row.holder,
        point=Point(row.latitude or 0.0, row.longitude or 0.0) if on_map else None,
        facts=tuple((FactField(name), value) for name, value in row.facts.items()),
        price_pence=row.price_pence,
        languages=tuple(row.languages),
        online=row.online,
        always_open=row.always_open,
        hours_known=row.hours_known,
        terms=_terms(row),
        source=thing.source,
        told_on=row.told_on,
        standing=standing_from(row),
    )


def _terms(row: Listing) -> str:
    """Give the terms of whoever holds it: its own, or those of the offer’s group."""
    if row.asset is not None:
        return row.asset.terms
    return terms_with(row.offer.group if row.offer else None, Channel.BULK)
