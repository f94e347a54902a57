"""What may be shown of one offer, and on which dates is it?"""

from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.listing import offer_label
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Listing, Offer, OwnWord
from weft.assets.queries.about import OfferAbout, OfferCalendar, PlaceAbout, Teller
from weft.assets.queries.carried import terms_with
from weft.assets.queries.changes import changes_of
from weft.assets.queries.doors import door_of
from weft.assets.queries.engines import for_search_engines
from weft.assets.queries.facts import facts_of_offer, words_of
from weft.assets.queries.hearing import tracks_of
from weft.assets.queries.linking.doubles import told_beside
from weft.assets.queries.seen import brief_of, found_offer, is_whole
from weft.assets.queries.times import times_of
from weft.commons.places import Point


def offer_page(key: UUID) -> OfferAbout:
    """Say all that may be shown of an offer.

    Raises
    ------
    NotFound
        When there is none, or it is not to be seen: both look alike.
    """
    offer = found_offer(key)
    place = offer.place if is_whole(offer.place, Channel.SEARCH) else None
    about = Q(offer=offer)
    listing = Listing.objects.filter(about).first()
    return replace(
        _its_own(offer),
        group=brief_of(offer.group),
        terms=terms_with(offer.group, Channel.PAGE),
        place=_place(place),
        facts=facts_of_offer(offer, place=place),
        words=words_of(about),
        own=_own(offer),
        times=times_of(listing, about),
        tracks=tracks_of(offer),
        beside=told_beside(offer.region_id, offer.pk),
        for_search_engines=for_search_engines(offer.group, (brief_of(place),)),
        changes=changes_of(offer.pk),
    )


def _own(offer: Offer) -> dict[str, Teller]:
    """Say which columns are the group's own word."""
    rows = OwnWord.objects.filter(offer=offer).order_by("pk")
    return {one.column: Teller(one.told_by, one.told_on) for one in rows}


def _its_own(offer: Offer) -> OfferAbout:
    """Say what stands in its own row."""
    return OfferAbout(
        id=offer.pk,
        region=offer.region_id,
        name=offer.name,
        kind_words=offer_label(offer.kinds),
        summary=offer.summary,
        online=offer.online,
        kinds=tuple(offer.kinds),
        art_forms=tuple(offer.art_forms),
        manner=tuple(offer.manner),
        tags=tuple(offer.tags),
        spectrum=offer.spectrum,
        safeguards=offer.safeguards,
        price_pence_least=offer.price_pence_least,
        price_pence_most=offer.price_pence_most,
        price_note=offer.price_note,
        free_places=offer.free_places,
        least_age=offer.least_age,
        greatest_age=offer.greatest_age,
        languages=tuple(offer.languages),
        how_to_join=offer.how_to_join,
        joining_rule=offer.joining_rule,
        joining_hours=offer.joining_hours,
        newcomers_per_week=offer.newcomers_per_week,
        first_ten_minutes=offer.first_ten_minutes,
        sensory=offer.sensory,
        telephone=offer.telephone,
        website=offer.website,
        funding=offer.funding,
        funded_until=offer.funded_until,
        run_by_young_people=offer.run_by_young_people,
        closed_on=offer.closed_on,
        closed_why=offer.closed_why,
        source=offer.source,
        told_by=offer.told_by,
        told_on=offer.told_on,
        in_latest=offer.in_latest,
    )


def calendar_of(key: UUID) -> OfferCalendar:
    """List the dates of an offer in the weeks that are listed.

    Raises
    ------
    NotFound
        When there is no such offer, or it is not to be seen.
    """
    about = offer_page(key)
    return OfferCalendar(
        id=about.id,
        name=about.name,
        where=_where(about.place),
        sessions=about.times.sessions,
    )


def _place(asset: Asset | None) -> PlaceAbout | None:
    """Say where it is."""
    brief = brief_of(asset)
    if asset is None or brief is None:
        return None
    return PlaceAbout(
        brief=brief,
        address=asset.address,
        postcode=asset.postcode,
        gates=tuple(Point(lat, lon) for lon, lat in asset.gates),
        door=door_of(asset),
    )


def _where(place: PlaceAbout | None) -> str:
    """Say the place's name and address in one line."""
    if place is None:
        return ""
    parts = (place.brief.name, place.address, place.postcode)
    return ", ".join(part for part in parts if part)
