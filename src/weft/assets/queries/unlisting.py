"""Who is on the list under this name, and who asked not to be?

For those who check the list, and for nobody else: no page for others asks here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.listing import asset_label, offer_label
from weft.assets.models import Asset, Fact, Offer

MOST_FOUND = 20
FEWEST_LETTERS = 3
_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedAbout:
    """A thing on the list, or taken off it; enough to know which is meant.

    ``asked_on`` is the day on which it asked not to be listed; None while it is.
    """

    key: UUID
    is_offer: bool
    name: str
    kind: str
    where: str
    told_by: str
    asked_on: date | None = None


def listed_as(typed: str) -> tuple[ListedAbout, ...]:
    """Find what is on the list by the address of its page, or a part of its name.

    Parameters
    ----------
    typed
        As somebody typed it; nothing is found by fewer than three letters.
    """
    key = _KEY.search(typed)
    if key is not None:
        return _found(Asset.objects.filter(pk=key[0]), Offer.objects.filter(pk=key[0]))
    name = typed.strip()
    if len(name) < FEWEST_LETTERS:
        return ()
    named = {"name__icontains": name}
    return _found(
        Asset.objects.filter(**named).order_by("name", "pk")[:MOST_FOUND],
        Offer.objects.filter(**named).order_by("name", "pk")[:MOST_FOUND],
    )


def who_asked_not_to_be_listed() -> tuple[ListedAbout, ...]:
    """List who was taken off the list because they asked, the newest first."""
    said = Fact.objects.filter(source=HOLDER, field=HolderField.ASKED_NOT)
    rows = said.select_related("asset", "offer__group", "offer__place")
    return tuple(
        _about(thing, row.told_on)
        for row in rows.order_by("-told_on", "-pk")
        if (thing := row.asset or row.offer) is not None
    )


def _found(assets: Iterable[Asset], offers: Iterable[Offer]) -> tuple[ListedAbout, ...]:
    """Say those that are on the list, in whatever way."""
    rows: list[Asset | Offer] = [*assets, *offers]
    found = [row for row in rows if row.visibility != Visibility.HIDDEN]
    return tuple(_about(row) for row in found[:MOST_FOUND])


def _about(row: Asset | Offer, asked_on: date | None = None) -> ListedAbout:
    if isinstance(row, Offer):
        kind, place = offer_label(row.kinds), row.place
        told = (place.name, place.postcode) if place else ()
    else:
        kind = asset_label(AssetKind(row.kind), row.place_kind)
        told = (row.address, row.postcode)
    return ListedAbout(
        key=row.pk,
        is_offer=isinstance(row, Offer),
        name=row.name,
        kind=kind,
        where=", ".join(one for one in told if one),
        told_by=row.told_by,
        asked_on=asked_on,
    )
