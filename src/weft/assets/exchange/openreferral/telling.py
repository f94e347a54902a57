"""How do we tell the offers of one service in the standard's words?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from weft.assets.domain.facts import WordField
from weft.assets.domain.told import AssetTold, FactTold, OfferTold
from weft.assets.exchange.openreferral.terms import said_by
from weft.assets.exchange.openreferral.times import schedule_from
from weft.commons.saying import language_name
from weft.standards.openreferral import (
    Address,
    AtLocation,
    CostOption,
    Language,
    Location,
    Organization,
    Schedule,
    Service,
)


def service_from(
    offers: Sequence[OfferTold],
    *,
    group: AssetTold | None,
    places: Mapping[str, AssetTold],
) -> Service:
    """Tell the offers of one service in the standard's words.

    Parameters
    ----------
    offers
        Alike but for their places and times.
    group
        Who gives them.
    places
        By reference.
    """
    first = offers[0]
    at_locations = tuple(_at_location(offer, places) for offer in offers if offer.place)
    return Service(
        id=first.reference.partition("/")[0],
        name=first.name,
        status="defunct" if first.closed_on else "active",
        description=first.summary,
        url=first.website,
        phone=first.telephone,
        organization=_organization(group) if group else None,
        application_process=first.how_to_join,
        eligibility_description=_said(first.facts, WordField.WHO_FOR),
        minimum_age=first.least_age,
        maximum_age=first.greatest_age,
        assured_date=first.told_on,
        schedules=tuple(_schedules(offers)),
        at_locations=at_locations,
        cost_options=_costs(first),
        languages=tuple(
            Language(code=code, name=language_name(code)) for code in first.languages
        ),
        terms=first.tags,
    )


def _organization(group: AssetTold) -> Organization:
    """Tell a group as an organisation."""
    return Organization(
        id=group.reference,
        name=group.name,
        description=group.summary,
        website=group.website,
        phone=group.telephone,
        attributes=said_by(group),
    )


def _at_location(offer: OfferTold, places: Mapping[str, AssetTold]) -> AtLocation:
    """Tell where an offer is."""
    place = places[offer.place]
    own = offer.reference.partition("/")[2] or f"{offer.reference}@{place.reference}"
    words = _said(place.facts, WordField.ACCESS)
    return AtLocation(
        id=own,
        location=Location(
            id=place.reference,
            name=place.name,
            description=place.summary,
            latitude=place.point.latitude if place.point else None,
            longitude=place.point.longitude if place.point else None,
            address=_address(place),
            accessibility=(words,) if words else (),
        ),
    )


def _address(place: AssetTold) -> Address | None:
    """Tell an address; county and town are its last two lines, never invented."""
    if not place.address and not place.postcode:
        return None
    lines = [line.strip() for line in place.address.split(",")]
    county = lines.pop() if len(lines) > 2 else ""  # noqa: PLR2004 street and town come first
    town = lines.pop() if len(lines) > 1 else ""
    return Address(
        address_1=lines[0] if lines else "",
        address_2=", ".join(lines[1:]),
        city=town,
        state_province=county,
        postal_code=place.postcode,
    )


def _said(facts: Iterable[FactTold], field: WordField) -> str:
    """Find what was told in words."""
    return next((fact.value for fact in facts if fact.field is field), "")


def _schedules(offers: Sequence[OfferTold]) -> Iterator[Schedule]:
    """Tell when; at which of several places, if the places differ."""
    several = len(offers) > 1
    for offer in offers:
        at = offer.reference.partition("/")[2] if several else ""
        for rule in offer.schedules:
            if not rule.opening_hours and (rule.is_understood or rule.said):
                yield schedule_from(rule, at=at)


def _costs(offer: OfferTold) -> tuple[CostOption, ...]:
    """Tell what it costs: one amount, or from the least to the most."""
    least, most = offer.price_pence_least, offer.price_pence_most
    if least is None and most is None:
        return ()
    amounts = sorted({pence for pence in (least, most) if pence is not None})
    return tuple(
        CostOption(amount=Decimal(pence) / 100, option=offer.price_note)
        for pence in amounts
    )
