"""What does a published service become: who gives it, where, what there is to do?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from weft.assets.domain.facts import WordField
from weft.assets.domain.kind_words import kinds_of
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.told import AssetTold, OfferTold, in_words
from weft.assets.exchange.openreferral.terms import (
    KINDS,
    MANNERS,
    own_words,
    terms_said,
    under,
)
from weft.assets.exchange.openreferral.times import schedule_told
from weft.assets.exchange.openreferral.words import access_facts
from weft.commons.places import Point
from weft.standards.openreferral import (
    Address,
    AtLocation,
    CostOption,
    Location,
    Organization,
    Service,
)

CLOSED = {"defunct": "closed", "inactive": "not running now"}
ENDED = frozenset(CLOSED.values())
"""What stands as the reason with what a feed says has ended."""
PAUSED = "temporarily closed"
OLDEST = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a service becomes: who gives it, where, and what there is to do."""

    group: AssetTold | None
    places: tuple[AssetTold, ...]
    offers: tuple[OfferTold, ...]


def taken_from(service: Service, *, told_by: str = "") -> Taken:
    """Take a published service.

    Parameters
    ----------
    service
        As it was read.
    told_by
        Who published it, where it names no organisation.
    """
    who = service.organization.name if service.organization else told_by
    places = [
        at for at in service.at_locations if at.location.location_type != "postal"
    ]
    told_on = service.assured_date or service.last_modified
    return Taken(
        group=_group(service.organization, told_on),
        places=tuple(
            _place(at.location, who, told_on)
            for at in places
            if at.location.location_type != "virtual"
        ),
        offers=tuple(_offers(service, places, who, told_on)),
    )


def _group(one: Organization | None, told_on: date | None) -> AssetTold | None:
    """Take an organisation as a group."""
    if one is None:
        return None
    return AssetTold(
        reference=one.id,
        kind=AssetKind.GROUP,
        name=one.name,
        summary=one.description,
        telephone=one.phone,
        website=one.website,
        terms=terms_said(one),
        told_by=one.name,
        told_on=told_on,
    )


def _place(one: Location, told_by: str, told_on: date | None) -> AssetTold:
    """Take a location as a place, with what its words say of getting in."""
    address = one.address or Address()
    on_map = one.latitude is not None and one.longitude is not None
    words = " ".join(one.accessibility)
    lines = (address.address_1, address.address_2, address.city, address.state_province)
    return AssetTold(
        reference=one.id,
        kind=AssetKind.PLACE,
        name=one.name or address.address_1 or "A place",
        summary=one.description,
        point=Point(one.latitude or 0.0, one.longitude or 0.0) if on_map else None,
        address=", ".join(line for line in lines if line),
        postcode=address.postal_code,
        told_by=told_by,
        told_on=told_on,
        facts=(
            *access_facts(words, told_by=told_by, told_on=told_on),
            *in_words(WordField.ACCESS, words, by=told_by, on=told_on),
        ),
    )


def _offers(
    service: Service, places: Sequence[AtLocation], who: str, told_on: date | None
) -> Iterator[OfferTold]:
    """Take a service as an offer at each of its places."""
    if not places:
        yield _offer(service, None, service.id, who, told_on)
    for at in places:
        reference = f"{service.id}/{at.id}" if len(places) > 1 else service.id
        yield _offer(service, at, reference, who, told_on)


def _offer(
    service: Service,
    at: AtLocation | None,
    reference: str,
    who: str,
    told_on: date | None,
) -> OfferTold:
    """Take a service at one place."""
    tags = own_words(service)
    virtual = at is not None and at.location.location_type == "virtual"
    least, most, note = price_of(service.cost_options, service.fees_description)
    closed = service.status in CLOSED
    here = at.id if at else ""
    return OfferTold(
        reference=reference,
        name=service.name,
        summary=service.description,
        group=service.organization.id if service.organization else "",
        place=at.location.id if at and not virtual else "",
        online=True if virtual else None,
        kinds=under(KINDS, service) or kinds_of(tags),
        manner=under(MANNERS, service),
        tags=tags,
        price_pence_least=least,
        price_pence_most=most,
        price_note=note,
        least_age=_age(service.minimum_age),
        greatest_age=_age(service.maximum_age),
        languages=tuple(one.code for one in service.languages if one.code),
        how_to_join=service.application_process,
        telephone=service.phone,
        website=service.url,
        closed_on=_ended(service) if closed else None,
        closed_why=CLOSED.get(service.status, "")
        or (PAUSED if service.status == PAUSED else ""),
        told_by=who,
        told_on=told_on,
        facts=in_words(
            WordField.WHO_FOR, service.eligibility_description, by=who, on=told_on
        ),
        schedules=()
        if service.status == PAUSED
        else tuple(
            schedule_told(one, told_on=told_on)
            for one in service.schedules
            if one.at in {"", here}
        ),
    )


def _ended(service: Service) -> date | None:
    """Say on which day a service that is closed did so; None where nothing tells.

    The standard has no field for it. Where all its times have a last day it is the
    latest of those, as long as it is past; else the day on which its entry was changed
    last, since that is when it was said, and not the day it was last found right.
    """
    said_on = service.last_modified or service.assured_date
    ends = [one.valid_to for one in service.schedules if one.valid_to]
    if ends and len(ends) == len(service.schedules):
        last = max(ends)
        return last if said_on is None else min(last, said_on)
    return said_on


def _age(told: int | None) -> int | None:
    """Keep an age that somebody can have."""
    return told if told is not None and 0 <= told <= OLDEST else None


def price_of(
    options: Sequence[CostOption], fees: str
) -> tuple[int | None, int | None, str]:
    """Say the least and the most it may cost in pence, and for whom in words."""
    pence = [int(one.amount * 100) for one in options if one.amount is not None]
    said = [
        " ".join(part for part in (one.option, one.amount_description) if part)
        for one in options
    ]
    if len(options) > 1:
        said = [
            f"{words or 'otherwise'}: £{one.amount}"
            for words, one in zip(said, options, strict=True)
            if one.amount is not None
        ]
    note = "; ".join(words for words in (*said, fees) if words)
    return min(pence, default=None), max(pence, default=None), note
