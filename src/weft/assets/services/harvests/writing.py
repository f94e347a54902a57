"""How is what a feed tells anew written, in place of what it told before?"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.told import AssetTold, OfferTold
from weft.assets.exchange.openreferral.taking import ENDED
from weft.assets.models import Asset, Fact, Offer, OtherName, Schedule, Tie
from weft.assets.services.listings.keeping import keep_own_words
from weft.assets.services.rows import put
from weft.assets.services.told_rows import Rows
from weft.commons.batches import batched
from weft.commons.places import Point
from weft.ground import queries as ground

T = TypeVar("T", AssetTold, OfferTold)


@dataclass(slots=True)
class Writer:
    """Writes the assets and offers of one source of one region."""

    region: str
    source: str
    today: date
    rows: Rows = field(init=False)
    _lsoa_of: Callable[[Point], str] = field(init=False)
    _there: set[UUID] = field(default_factory=set, init=False)
    _postcodes: dict[str, Point | None] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self.rows = Rows(region=self.region, source=self.source)
        self._lsoa_of = ground.lsoa_finder()

    def note(self, assets: Iterable[UUID]) -> None:
        """Remember which groups and places there are, for the offers that name them."""
        self._there.update(assets)

    def assets(self, told: Sequence[AssetTold], *, known: Collection[UUID]) -> None:
        """Write assets; of those that were known, what their source said goes first."""
        if not told:
            return
        keys = [self.rows.asset_key(one.reference) for one in told]
        for some in batched([key for key in keys if key in known]):
            for table in (OtherName, Fact, Schedule, Tie):
                table.objects.filter(asset__in=some, source=self.source).delete()
        mine = [self._located(self._dated(one)) for one in told]
        put(
            Asset,
            (self.rows.asset(one, lsoa=self._lsoa(one.point)) for one in mine),
            again=True,
        )
        put(OtherName, self.rows.names(mine))
        put(Fact, self.rows.facts_of_assets(mine))
        put(Schedule, self.rows.schedules_of_assets(mine))
        ties = [
            (self.rows.asset_key(one.reference), t) for one in mine for t in one.ties
        ]
        named = self._named(tie.to for _, tie in ties)
        put(Tie, (self.rows.tie(key, tie, named) for key, tie in ties))

    def offers(self, told: Sequence[OfferTold], *, known: Collection[UUID]) -> None:
        """Write offers; of those that were known, what their source said goes first."""
        if not told:
            return
        keys = [self.rows.offer_key(one.reference) for one in told]
        for some in batched([key for key in keys if key in known]):
            for table in (Fact, Schedule):
                table.objects.filter(offer__in=some, source=self.source).delete()
        mine = [self._dated(one) for one in told]
        named = self._named(ref for one in mine for ref in (one.group, one.place))
        put(Offer, (self.rows.offer(one, named) for one in mine), again=True)
        for some in batched([key for key in keys if key in known]):
            keep_own_words(Q(offer__in=some))
        put(Fact, self.rows.facts_of_offers(mine))
        put(Schedule, self.rows.schedules_of_offers(mine))

    def _named(self, references: Iterable[str]) -> dict[str, UUID]:
        """Find the assets of this feed that are named; those left out are none."""
        keys = {ref: self.rows.asset_key(ref) for ref in references if ref}
        return {ref: key for ref, key in keys.items() if key in self._there}

    def _dated(self, told: T) -> T:
        """Date by today what the feed tells without a date."""
        if told.told_on is not None:
            return told
        return replace(
            told,
            told_on=self.today,
            closed_on=self.today if told.closed_why in ENDED else told.closed_on,
            facts=tuple(replace(one, told_on=self.today) for one in told.facts),
            schedules=tuple(replace(one, told_on=self.today) for one in told.schedules),
        )

    def _located(self, told: AssetTold) -> AssetTold:
        """Put a place without coordinates where its postcode is."""
        if told.point is not None or not told.postcode:
            return told
        if told.postcode not in self._postcodes:
            start = ground.find_start(told.postcode)
            found = start.point if isinstance(start, ground.StartFound) else None
            self._postcodes[told.postcode] = found
        return replace(told, point=self._postcodes[told.postcode])

    def _lsoa(self, point: Point | None) -> str:
        return self._lsoa_of(point) if point else ""
