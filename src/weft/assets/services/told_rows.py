"""How does a told value become a row of a table?"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from weft.assets.domain.chances import ChanceTold
from weft.assets.domain.keys import key_of
from weft.assets.domain.told import (
    AssetTold,
    FactTold,
    OfferTold,
    ScheduleTold,
    TieTold,
    is_word_of_mouth,
)
from weft.assets.services.rows import Cells

_LONGEST_URL = 500


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes the rows of one source of one region."""

    region: str
    source: str

    def asset_key(self, reference: str) -> UUID:
        """Say the key of one of the source's assets."""
        return key_of(self.region, self.source, reference)

    def offer_key(self, reference: str) -> UUID:
        """Say the key of one of the source's offers."""
        return key_of(self.region, self.source, reference, what="offer")

    def asset(self, told: AssetTold, *, lsoa: str) -> Cells:
        """Make the row of an asset; what it is part of is written when all are in."""
        return {
            "id": self.asset_key(told.reference),
            "region_id": self.region,
            "kind": told.kind,
            "place_kind": told.place_kind,
            "name": told.name[:300],
            "summary": told.summary,
            "story": told.story,
            "creative": told.mix.creative,
            "cultural": told.mix.cultural,
            "community": told.mix.community,
            "food": told.mix.food,
            "heritage": told.mix.heritage,
            "tags": list(told.tags),
            "latitude": told.point.latitude if told.point else None,
            "longitude": told.point.longitude if told.point else None,
            "shape": json.loads(told.shape) if told.shape else None,
            "gates": [[gate.longitude, gate.latitude] for gate in told.gates],
            "address": told.address[:400],
            "postcode": told.postcode[:8],
            "lsoa21": lsoa,
            "telephone": told.telephone[:40],
            "website": told.website[:_LONGEST_URL],
            "how_to_join": told.how_to_join,
            "reach": told.reach[:200],
            "languages": list(told.languages),
            "visibility": told.visibility,
            "hidden_from_funders": told.hidden_from_funders,
            "terms": told.terms,
            "channels_allowed": list(told.channels_allowed),
            "run_by_young_people": told.run_by_young_people,
            "constituted": told.constituted,
            "ownership_form": told.ownership_form[:80],
            "consent_on": told.consent_on,
            "closed_on": told.closed_on,
            "closed_why": told.closed_why,
            "source": self.source,
            "reference": told.reference[:200],
            "told_by": told.told_by[:200],
            "told_on": told.told_on,
            "in_latest": True,
            "part_of_id": None,
        }

    def names(self, batch: Iterable[AssetTold]) -> Iterator[Cells]:
        """Make the rows of other names."""
        for told in batch:
            for name in told.names:
                yield {
                    "asset_id": self.asset_key(told.reference),
                    "name": name.name[:300],
                    "language": name.language[:20],
                    "used_by": name.used_by[:200],
                    "source": self.source,
                }

    def facts_of_assets(self, batch: Iterable[AssetTold]) -> Iterator[Cells]:
        """Make the rows of facts about assets."""
        for told in batch:
            for fact in told.facts:
                yield self.fact(fact, asset=self.asset_key(told.reference))

    def facts_of_offers(self, batch: Iterable[OfferTold]) -> Iterator[Cells]:
        """Make the rows of facts about offers."""
        for told in batch:
            for fact in told.facts:
                yield self.fact(fact, offer=self.offer_key(told.reference))

    def schedules_of_assets(self, batch: Iterable[AssetTold]) -> Iterator[Cells]:
        """Make the rows of when assets are open."""
        for told in batch:
            for schedule in told.schedules:
                yield self._schedule(schedule, asset=self.asset_key(told.reference))

    def schedules_of_offers(self, batch: Iterable[OfferTold]) -> Iterator[Cells]:
        """Make the rows of when offers are on."""
        for told in batch:
            for schedule in told.schedules:
                yield self._schedule(schedule, offer=self.offer_key(told.reference))

    def tie(self, key: UUID, told: TieTold, known: Mapping[str, UUID]) -> Cells:
        """Make the row of a tie; whoever is no asset here stays in words."""
        return {
            "asset_id": key,
            "kind": told.kind,
            "to_id": known.get(told.to),
            "to_name": (told.to_name or ("" if told.to in known else told.to))[:300],
            "since": told.since,
            "until": told.until,
            "disputed": False,
            "source": self.source,
            "told_by": told.told_by[:200],
            "told_on": told.told_on,
        }

    def offer(self, told: OfferTold, known: Mapping[str, UUID]) -> Cells:
        """Make the row of an offer."""
        return {
            "id": self.offer_key(told.reference),
            "region_id": self.region,
            "name": told.name[:300],
            "summary": told.summary,
            "group_id": known.get(told.group),
            "place_id": known.get(told.place),
            "online": told.online,
            "kinds": list(told.kinds),
            "art_forms": list(told.art_forms),
            "tags": list(told.tags),
            "manner": list(told.manner),
            "spectrum": told.spectrum[:20],
            "safeguards": told.safeguards,
            "price_pence_least": told.price_pence_least,
            "price_pence_most": told.price_pence_most,
            "price_note": told.price_note[
                :200
            ].rstrip(),  # a blank at the cut gets lost
            "free_places": told.free_places,
            "least_age": told.least_age,
            "greatest_age": told.greatest_age,
            "languages": list(told.languages),
            "how_to_join": told.how_to_join,
            "joining_rule": told.joining_rule[:20],
            "joining_hours": told.joining_hours[:100],
            "newcomers_per_week": told.newcomers_per_week,
            "first_ten_minutes": told.first_ten_minutes,
            "sensory": told.sensory,
            "telephone": told.telephone[:40],
            "website": told.website[:_LONGEST_URL],
            "funding": told.funding[:20],
            "funded_until": told.funded_until,
            "run_by_young_people": told.run_by_young_people,
            "visibility": told.visibility,
            "closed_on": told.closed_on,
            "closed_why": told.closed_why,
            "source": self.source,
            "reference": told.reference[:200],
            "told_by": told.told_by[:200],
            "told_on": told.told_on,
            "in_latest": True,
        }

    def chance(self, told: ChanceTold, known: Mapping[str, UUID]) -> Cells:
        """Make the row of a chance to lend a hand."""
        return {
            "id": key_of(self.region, self.source, told.reference, what="chance"),
            "region_id": self.region,
            "kind": told.kind,
            "name": told.name[:300],
            "summary": told.summary,
            "group_id": known.get(told.group),
            "place_id": known.get(told.place),
            "minutes_in_all": told.minutes_in_all,
            "once": told.once,
            "when": told.when[:200],
            "first_on": told.first_on,
            "last_on": told.last_on,
            "with_whom": told.with_whom[:200],
            "expenses": told.expenses,
            "expenses_note": told.expenses_note[:200],
            "pay": told.pay[:100],
            "region_wide": told.region_wide,
            "telephone": told.telephone[:40],
            "how_to_join": told.how_to_join,
            "source": self.source,
            "reference": told.reference[:200],
            "told_by": told.told_by[:200],
            "told_on": told.told_on,
        }

    def fact(
        self, told: FactTold, *, asset: UUID | None = None, offer: UUID | None = None
    ) -> Cells:
        """Make the row of a fact about an asset or an offer."""
        return {
            "asset_id": asset,
            "offer_id": offer,
            "disputed": False,
            "field": told.field,
            "value": told.value[:500],
            "source": self.source,
            "told_by": told.told_by[:200],
            "told_on": told.told_on,
        }

    def _schedule(
        self,
        told: ScheduleTold,
        *,
        asset: UUID | None = None,
        offer: UUID | None = None,
    ) -> Cells:
        return schedule_cells(told, source=self.source, asset=asset, offer=offer)


def schedule_cells(
    told: ScheduleTold,
    *,
    source: str,
    asset: UUID | None = None,
    offer: UUID | None = None,
) -> Cells:
    """Write a rule the way its table keeps it.

    Of what people told us their words are kept only where nothing was understood of
    them, and then in a column that goes nowhere.
    """
    ours = is_word_of_mouth(source)
    return {
        "asset_id": asset,
        "offer_id": offer,
        "opening_hours": told.opening_hours,
        "days": list(told.days),
        "starts": told.starts,
        "ends": told.ends,
        "every_weeks": told.every_weeks,
        "of_month": list(told.of_month),
        "first_on": told.first_on,
        "last_on": told.last_on,
        "term_time_only": told.term_time_only,
        "bank_holidays": told.bank_holidays,
        "except_dates": [day.isoformat() for day in told.except_dates],
        "extra_dates": [day.isoformat() for day in told.extra_dates],
        "rough": told.rough,
        "said": "" if ours else told.said[:500],
        "unread": told.said[:500] if ours and not told.is_understood else "",
        "source": source,
        "told_on": told.told_on,
    }
