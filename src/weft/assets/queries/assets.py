"""What may be shown of one asset, one group?"""

from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.kinds import AssetKind, OfferKind, TieKind, Visibility
from weft.assets.domain.listing import asset_label
from weft.assets.domain.told import NameTold
from weft.assets.domain.visibility import Channel, Showing, showing
from weft.assets.models import Asset, Listing, Offer, OtherName, Session, Tie
from weft.assets.queries.about import (
    AssetAbout,
    Brief,
    GroupAbout,
    OfferInBrief,
    TieAbout,
)
from weft.assets.queries.doors import door_of
from weft.assets.queries.engines import for_search_engines
from weft.assets.queries.facts import facts_of_asset, used_by, words_of
from weft.assets.queries.hearing import tracks_of
from weft.assets.queries.held import came_back_to
from weft.assets.queries.linking.doubles import told_beside
from weft.assets.queries.nested import parts_of, shared_with, wholes_of
from weft.assets.queries.seen import (
    NEWEST,
    NOT_HERE,
    brief_of,
    briefs_of,
    found_asset,
    held,
    may_be_seen,
    offer_brief,
    point_of,
)
from weft.assets.queries.times import sessions_about, times_of
from weft.assets.queries.young import who_says_young
from weft.commons.errors import NotFound
from weft.commons.places import Point
from weft.ground.domain.named import folded

_ABOUT_IT = (TieKind.HOLDS, TieKind.RUNS, TieKind.OWNS, TieKind.DECIDES)


def asset_page(key: UUID, *, member: bool = False) -> AssetAbout:
    """Say all that may be shown of an asset to somebody who goes to its page.

    Parameters
    ----------
    key
        Which.
    member
        Whether they have been let in by its holder (``queries.for_members``).

    Raises
    ------
    NotFound
        When there is none, or it is not to be seen: both look alike.
    """
    asset = found_asset(key, member=member)
    if showing(held(asset), Channel.PAGE, member=member) is Showing.EXISTENCE:
        return _known_to_exist(asset)
    about = Q(asset=asset)
    listing = Listing.objects.filter(about).first()
    told = replace(
        _its_own(asset),
        names=_names(asset),
        part_of=wholes_of(asset),
        parts=parts_of(asset),
        facts=facts_of_asset(asset),
        words=words_of(about),
        ties=_ties(asset),
        times=times_of(listing, about),
        tracks=tracks_of(asset),
        holds=_held_by(asset),
        shared=shared_with(asset),
        door=door_of(asset),
        offers=_offers(Q(group=asset)),
        offers_here=_offers(Q(place=asset)),
        beside=told_beside(asset.region_id, asset.pk),
        back=came_back_to({asset.pk}).get(asset.pk, ()),
        used_by=used_by(asset),
    )
    return replace(told, for_search_engines=for_search_engines(asset, told.named))


def _its_own(asset: Asset) -> AssetAbout:
    """Say what stands in its own row."""
    return AssetAbout(
        id=asset.pk,
        region=asset.region_id,
        showing=Showing.WHOLE,
        kind=AssetKind(asset.kind),
        kind_words=asset_label(AssetKind(asset.kind), asset.place_kind),
        place_kind=asset.place_kind,
        name=asset.name,
        summary=asset.summary,
        story=asset.story,
        mix=_mix(asset),
        tags=tuple(asset.tags),
        point=point_of(asset),
        shape=asset.shape,
        gates=tuple(Point(lat, lon) for lon, lat in asset.gates),
        address=asset.address,
        postcode=asset.postcode,
        area=asset.lsoa21,
        telephone=asset.telephone,
        website=asset.website,
        how_to_join=asset.how_to_join,
        reach=asset.reach,
        languages=tuple(asset.languages),
        visibility=Visibility(asset.visibility),
        terms=asset.terms,
        run_by_young_people=asset.run_by_young_people,
        young_told_by=who_says_young([asset])[asset.pk],
        constituted=asset.constituted,
        ownership_form=asset.ownership_form,
        consent_on=asset.consent_on,
        closed_on=asset.closed_on,
        closed_why=asset.closed_why,
        source=asset.source,
        told_by=asset.told_by,
        told_on=asset.told_on,
        in_latest=asset.in_latest,
    )


def group_page(key: UUID) -> GroupAbout:
    """Say all that may be shown of a group, with what it offers.

    Raises
    ------
    NotFound
        When there is none, it is not to be seen, or it is no group.
    """
    about = asset_page(key)
    if about.kind not in {AssetKind.GROUP, AssetKind.PARTNERSHIP}:
        raise NotFound(NOT_HERE)
    return GroupAbout(
        asset=about,
        offers=_with_next_times(about) if about.showing is Showing.WHOLE else (),
        meets_at=about.tied(TieKind.MEETS_AT),
        works_with=about.tied(TieKind.WORKS_WITH),
    )


def _known_to_exist(asset: Asset) -> AssetAbout:
    """Say that there is such a thing, who holds it, and on whose terms one may ask.

    Whoever tells of themselves is not named by it either.
    """
    own_name = folded(asset.name)
    holders = tuple(
        replace(
            tie,
            other=tie.other and replace(tie.other, point=None),
            name="" if folded(tie.name) == own_name else tie.name,
            told_by="" if folded(tie.told_by) == own_name else tie.told_by,
        )
        for tie in _ties(asset)
        if tie.kind in _ABOUT_IT
    )
    return AssetAbout(
        id=asset.pk,
        region=asset.region_id,
        showing=Showing.EXISTENCE,
        kind=AssetKind(asset.kind),
        kind_words=asset_label(AssetKind(asset.kind), ""),
        how_to_join=asset.how_to_join,
        visibility=Visibility(asset.visibility),
        terms=asset.terms,
        ties=holders,
    )


def _names(asset: Asset) -> tuple[NameTold, ...]:
    """List what else it is called, and by whom."""
    return tuple(
        NameTold(name=row.name, language=row.language, used_by=row.used_by)
        for row in OtherName.objects.filter(asset=asset).order_by("pk")
    )


def _mix(asset: Asset) -> tuple[str, ...]:
    """Name what it is to people, as far as somebody has said."""
    told = {
        OfferKind.CREATIVE: asset.creative,
        OfferKind.CULTURAL: asset.cultural,
        OfferKind.COMMUNITY: asset.community,
        OfferKind.FOOD: asset.food,
        OfferKind.HERITAGE: asset.heritage,
    }
    return tuple(str(kind) for kind, is_so in told.items() if is_so)


def _ties(asset: Asset) -> tuple[TieAbout, ...]:
    """List who holds, runs, decides, funds and owns it, newest word first."""
    rows = Tie.objects.filter(asset=asset).select_related("to")
    return tuple(
        TieAbout(
            kind=TieKind(row.kind),
            name=other.name if (other := brief_of(row.to)) else row.to_name,
            other=other,
            since=row.since,
            until=row.until,
            told_by=row.told_by,
            told_on=row.told_on,
            disputed=row.disputed,
        )
        for row in rows.order_by("kind", NEWEST, "pk")
    )


def _held_by(asset: Asset) -> tuple[Brief, ...]:
    """List what somebody says it holds, runs, owns or decides about."""
    ties = Tie.objects.filter(to=asset, kind__in=_ABOUT_IT).select_related("asset")
    held_ones = {tie.asset_id: tie.asset for tie in ties if tie.asset_id != asset.pk}
    found = briefs_of(held_ones.values())
    return tuple(sorted(found, key=lambda brief: (brief.name, str(brief.id))))


def _offers(which: Q) -> tuple[Brief, ...]:
    """List the public offers of a group or at a place that have not closed."""
    rows = Offer.objects.filter(which, closed_on=None).select_related("group", "place")
    found = rows.order_by("name", "pk")
    return tuple(offer_brief(row) for row in found if may_be_seen(row))


def _with_next_times(about: AssetAbout) -> tuple[OfferInBrief, ...]:
    """Add to each offer the first of its listed times."""
    keys = [brief.id for brief in about.offers]
    listings = {row.offer_id: row for row in Listing.objects.filter(offer__in=keys)}
    first: dict[int, Session] = {}
    numbers = [row.pk for row in listings.values()]
    for session in Session.objects.filter(listing__in=numbers).order_by("starts"):
        first.setdefault(session.listing_id, session)
    offers = []
    for brief in about.offers:
        listing = listings.get(brief.id)
        found = [first[listing.pk]] if listing and listing.pk in first else []
        offers.append(
            OfferInBrief(
                brief=brief,
                next_session=next(iter(sessions_about(found)), None),
                hours_known=bool(listing and listing.hours_known),
            )
        )
    return tuple(offers)
