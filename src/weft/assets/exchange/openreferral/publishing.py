"""How is one offer of the register told in a feed, and by what is it found there?

Each offer is a service of its own, with at most one place: a service that came to us at
three places leaves as three. The number of the service at its place is the offer's,
turned by a mask that turns it back, so that no table is needed to find it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time
from uuid import UUID

from weft.assets.domain.told import AssetTold, OfferTold
from weft.assets.exchange.openreferral.taking import PAUSED
from weft.assets.exchange.openreferral.telling import service_from
from weft.assets.exchange.openreferral.terms import said_by, terms_of
from weft.assets.exchange.openreferral.times import DAYS
from weft.commons.words import surfaces
from weft.standards.openreferral import AtLocation, Location, Organization, Service

# It leaves the version and the variant of a number (RFC 9562) as they are.
_MASK = 0x9A3F1C57_62D8_0E71_05B9_4C2E8F6D13A7
_WEBSITE = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_BARE = re.compile(r"[\w-]+(\.[\w-]+)+(/[^\s<>\"{}|\\^`]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class OnDay:
    """One time of a weekday at which a service is on; Monday is 0."""

    day: int
    opens_at: time | None
    closes_at: time | None


def turned(number: UUID) -> UUID:
    """Turn an offer's number into that of the offer at its place, and back."""
    return UUID(int=number.int ^ _MASK)


def published_from(
    offer: OfferTold, *, group: AssetTold | None, place: AssetTold | None
) -> Service:
    """Tell an offer as a service of the feed.

    Parameters
    ----------
    offer
        Its ``reference`` is its own number here, and ``group`` and ``place`` the
        numbers of those that may be told with it.
    group, place
        Those themselves, as far as the feed may speak of them.
    """
    at, classed = str(turned(UUID(offer.reference))), tuple(terms_of(offer))
    told = replace(offer, reference=f"{offer.reference}/{at}", website="")
    service = service_from(
        [told], group=group, places={place.reference: place} if place else {}
    )
    return replace(
        service,
        status=PAUSED if offer.closed_why == PAUSED else service.status,
        url=website(offer.website),
        organization=service.organization and _reachable(service.organization),
        fees_description="" if service.cost_options else offer.price_note,
        at_locations=tuple(map(_whole_address, service.at_locations))
        or _online(offer, at),
        terms=tuple(dict.fromkeys(term.name for term in classed)),
        classed=classed,
    )


def organization_from(group: AssetTold) -> Organization:
    """Tell a group as an organisation of the feed."""
    return Organization(
        id=group.reference,
        name=group.name,
        description=group.summary,
        website=website(group.website),
        phone=group.telephone,
        attributes=said_by(group),
    )


def website(told: str) -> str:
    """Write a website as the address it is, or not at all; «www.x.org» is one."""
    plain = told.strip()
    if _WEBSITE.fullmatch(plain):
        return plain
    return f"http://{plain}" if _BARE.fullmatch(plain) else ""


def words_of(service: Service) -> tuple[str, ...]:
    """List the words by which a service is found, each once, folded."""
    group = service.organization
    texts = (
        service.name,
        service.description,
        group.name if group else "",
        *(at.location.name for at in service.at_locations),
        *(term.name for term in service.classed),
        *(term.description for term in service.classed),
    )
    return tuple(dict.fromkeys(word for text in texts for word in surfaces(text)))


def days_of(service: Service) -> Iterator[OnDay]:
    """List on which weekdays a service is on, and from when to when."""
    seen: set[OnDay] = set()
    for one in service.schedules:
        for told in one.byday:
            on = OnDay(DAYS.index(told[-2:]), one.opens_at, one.closes_at)
            if on not in seen:
                seen.add(on)
                yield on


def _reachable(group: Organization) -> Organization:
    return replace(group, website=website(group.website))


def _whole_address(at: AtLocation) -> AtLocation:
    """Keep an address only whole: the profile demands a town, a county, a postcode.

    What is not known is never made up; the place's coordinates say where it is.
    """
    told = at.location.address
    parts = told and (told.address_1, told.city, told.state_province, told.postal_code)
    if parts and all(parts):
        return at
    return replace(at, location=replace(at.location, address=None))


def _online(offer: OfferTold, at: str) -> tuple[AtLocation, ...]:
    """Say that something is online, where it is nowhere else."""
    if not offer.online:
        return ()
    place = Location(id=at, name="Online", location_type="virtual")
    return (AtLocation(id=at, location=place),)
