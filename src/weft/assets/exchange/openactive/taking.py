"""What does an opportunity of OpenActive mean in our words?

A series with its sessions, a single event, a court to hire: each is an offer of whoever
gives it, at its place. It is read one way; what we publish goes by another kind
(docs/standards/openactive.md).
"""

from collections.abc import Iterable, Iterator
from datetime import date

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kind_words import kinds_of
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.told import (
    AssetTold,
    FactTold,
    OfferTold,
    ScheduleTold,
    in_words,
    yes_or_no,
)
from weft.assets.exchange.openreferral import Taken
from weft.commons.places import Point
from weft.standards.openactive import Opportunity, Organizer, Times, Venue

AMENITIES = {
    "Parking": FactField.PARKING,
    "Toilets": FactField.TOILETS,
}
"""Those of the standard's that somebody may filter by here."""
OLDEST = 120
CANCELLED = "not running now"


def taken_from_opportunity(one: Opportunity) -> Taken:
    """Take an opportunity.

    No date is told with it: a feed of changes says when a record was written, not when
    somebody looked whether it is so.
    """
    who = one.organizer.name if one.organizer else ""
    return Taken(
        group=_group(one.organizer) if one.organizer else None,
        places=(_place(one.venue, who),) if one.venue else (),
        offers=(_offer(one, who),),
    )


def _group(told: Organizer) -> AssetTold:
    return AssetTold(
        reference=told.id,
        kind=AssetKind.GROUP,
        name=told.name,
        summary=told.description,
        telephone=told.telephone,
        website=told.url,
        terms=told.terms,
        told_by=told.name,
    )


def _place(told: Venue, who: str) -> AssetTold:
    on_map = told.latitude is not None and told.longitude is not None
    return AssetTold(
        reference=told.id,
        kind=AssetKind.PLACE,
        name=told.name,
        summary=told.description,
        point=Point(told.latitude or 0.0, told.longitude or 0.0) if on_map else None,
        address=told.address,
        postcode=told.postcode,
        telephone=told.telephone,
        website=told.url,
        told_by=who,
        facts=tuple(
            fact
            for name, is_so in told.amenities
            if name in AMENITIES
            for fact in yes_or_no(AMENITIES[name], is_so, by=who)
        ),
        schedules=tuple(map(_rule, told.opening)),
    )


def _offer(one: Opportunity, who: str) -> OfferTold:
    pence = sorted(int(price * 100) for _, price in one.prices)
    least = 0 if one.free else min(pence, default=None)
    return OfferTold(
        reference=one.id,
        name=one.name,
        summary=one.description,
        group=one.organizer.id if one.organizer else "",
        place=one.venue.id if one.venue else "",
        online=one.online,
        kinds=kinds_of(one.activities),
        tags=one.activities,
        price_pence_least=least,
        price_pence_most=max(pence, default=least),
        price_note=_note(one),
        least_age=_age(one.least_age),
        greatest_age=_age(one.greatest_age),
        how_to_join=one.instructions,
        website=one.url,
        closed_why=CANCELLED if one.cancelled else "",
        told_by=who,
        facts=tuple(_facts(one, who)),
        schedules=tuple(map(_rule, one.times)),
    )


def _note(one: Opportunity) -> str:
    """Say what each price is for, where there are several."""
    if len(one.prices) < 2:  # noqa: PLR2004 one needs no telling apart
        return ""
    return "; ".join(f"{name or 'otherwise'}: £{price}" for name, price in one.prices)


def _facts(one: Opportunity, who: str) -> Iterator[FactTold]:
    yield from in_words(WordField.WHO_FOR, one.for_whom, by=who)
    yield from in_words(WordField.ACCESS, one.access, by=who)


def _age(told: int | None) -> int | None:
    """Keep an age that somebody can have; from nought on is from no age on."""
    return told if told is not None and 0 < told <= OLDEST else None


def _rule(told: Times) -> ScheduleTold:
    return ScheduleTold(
        days=told.days,
        of_month=told.of_month,
        every_weeks=told.every_weeks,
        starts=told.starts,
        ends=told.ends,
        first_on=told.first_on,
        last_on=told.last_on,
        extra_dates=_sorted(told.on_dates),
        except_dates=_sorted(told.not_on),
    )


def _sorted(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(sorted(set(days)))
