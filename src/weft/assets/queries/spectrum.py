"""Where does what is here stand, from humming at the sink to arts therapy?"""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F, FloatField, QuerySet, Value
from django.db.models.functions import Cos, Radians

from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import OfferKind, Spectrum
from weft.assets.models import Listing
from weft.assets.queries.search.marks import said
from weft.commons.places import Point

CREATIVE = frozenset({OfferKind.CREATIVE, OfferKind.CULTURAL, OfferKind.HERITAGE})
"""What may be anybody's answer to «I’m not creative»."""

LOOKED_AT = 200
"""The nearest among which examples are chosen; beyond them nothing is near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One thing to do, and where it stands between everyday life and therapy."""

    offer: UUID
    name: str
    summary: str
    holder: str
    safeguards: str
    first_ten_minutes: str
    metres: int | None
    at_home: bool
    try_once: bool
    telephone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeRange:
    """Examples for each place on the range, and how many have not said where they are.

    ``counts`` is of all that is listed in the region, by its place on the range.
    """

    examples: Mapping[Spectrum, tuple[Example, ...]]
    counts: Mapping[Spectrum, int]
    not_said: int


def whole_range(region: str, *, near: Point | None, most: int = 4) -> WholeRange:
    """Give a few examples of each place on the range, the nearest first.

    Parameters
    ----------
    region
        Its slug.
    near
        Where from; without it, by their names.
    most
        How many of each.
    """
    listed = Listing.objects.filter(region=region, offer__isnull=False)
    counts = {one: listed.filter(offer__spectrum=one).count() for one in Spectrum}
    return WholeRange(
        examples={
            one: _examples(listed.filter(offer__spectrum=one), near, most)
            for one in Spectrum
        },
        counts=counts,
        not_said=listed.filter(offer__spectrum="").count(),
    )


def _examples(
    rows: "QuerySet[Listing]", near: Point | None, most: int
) -> tuple[Example, ...]:
    """Take one for at home, then the nearest; creative things before others."""
    whole = rows.select_related("offer")
    at_home = whole.filter(latitude=None).exclude(online=True).order_by("name", "pk")
    nearest = _sorted(whole, near)[:LOOKED_AT]
    chosen = (
        *list(filter(_is_creative, at_home[:LOOKED_AT]))[:1],
        # Sorting keeps the order of what is alike: the nearest stay first.
        *sorted(nearest, key=lambda row: not _is_creative(row)),
    )
    found: dict[str, Example] = {}
    for row in chosen:
        one = _example(row, near)
        if one is not None and len(found) < most:
            found.setdefault(one.name, one)
    return tuple(found.values())


def _is_creative(row: Listing) -> bool:
    return row.offer is not None and not CREATIVE.isdisjoint(row.offer.kinds)


def _sorted(rows: "QuerySet[Listing]", near: Point | None) -> "QuerySet[Listing]":
    """Put the nearest first, and last what has no place on the map."""
    if near is None:
        return rows.order_by("name", "pk")
    narrow = Cos(Radians(Value(near.latitude)), output_field=FloatField())
    east = (F("longitude") - near.longitude) * narrow
    north = F("latitude") - near.latitude
    return rows.annotate(apart=east * east + north * north).order_by(
        F("apart").asc(nulls_last=True), "name", "pk"
    )


def _example(row: Listing, near: Point | None) -> Example | None:
    offer = row.offer
    if offer is None:
        return None
    facts = {fact.field: fact.value for fact in said(row.facts)}
    metres = None
    if near and row.latitude is not None and row.longitude is not None:
        metres = round(near.metres_to(Point(row.latitude, row.longitude)))
    return Example(
        offer=offer.pk,
        name=row.name,
        summary=offer.summary,
        holder=row.holder,
        safeguards=offer.safeguards,
        first_ten_minutes=offer.first_ten_minutes,
        metres=metres,
        at_home=facts.get(FactField.AT_HOME) is True,
        try_once=facts.get(FactField.TRY_ONCE) is True,
        telephone=offer.telephone,
    )
