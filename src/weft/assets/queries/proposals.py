"""What has somebody told us that nobody has decided yet?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from weft.assets.domain.kinds import INTANGIBLE, ROOMS
from weft.assets.domain.proposals import PLACES, Decider, ProposalKind, ToldField
from weft.assets.models import Asset, NotListed, Proposal
from weft.assets.queries.about import Brief
from weft.assets.queries.seen import (
    brief_of,
    found_asset,
    found_offer,
    may_be_seen,
    offer_brief,
)
from weft.commons.errors import NotFound
from weft.commons.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingMeant:
    """What somebody means; its name only where that may be seen."""

    key: UUID
    is_offer: bool
    name: str
    is_place: bool = False
    is_intangible: bool = False
    is_room: bool = False  # somewhere to do things in, or something to do them with


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalAbout:
    """What was told, of which thing."""

    proposal: UUID
    kind: ProposalKind
    decides: Decider
    thing: ThingMeant | None
    told: Mapping[ToldField, str]
    words: str
    said_as: str
    said_on: date


def thing_meant(key: UUID) -> ThingMeant:
    """Name an asset or an offer that somebody wants to tell us something of.

    Raises
    ------
    NotFound
        When there is none, or none that may be seen: both look alike.
    """
    try:
        offer = offer_brief(found_offer(key))
    except NotFound:
        return _asset_meant(found_asset(key))
    return _meant(key, offer, is_offer=True)


def proposals_waiting() -> tuple[ProposalAbout, ...]:
    """List what nobody has decided about yet, whoever waits longest first."""
    waiting = Proposal.objects.filter(standing=Standing.PROPOSED)
    rows = waiting.select_related("asset", "offer", "offer__group", "offer__place")
    return tuple(map(proposal_about, rows.order_by("said_on", "pk")))


def marks_of(region: str) -> frozenset[str]:
    """Give the marks of those who asked not to be listed (``domain.proposals``)."""
    rows = NotListed.objects.filter(region=region)
    return frozenset(rows.values_list("mark", flat=True))


def proposal_about(row: Proposal) -> ProposalAbout:
    """Say what was told."""
    return ProposalAbout(
        proposal=row.pk,
        kind=ProposalKind(row.kind),
        decides=Decider(row.decides),
        thing=thing_of(row),
        told={ToldField(name): value for name, value in row.told.items()},
        words=row.words,
        said_as=row.said_as,
        said_on=row.said_on,
    )


def thing_of(row: Proposal) -> ThingMeant | None:
    """Name what somebody told us of, where that may be seen."""
    if row.offer is not None:
        brief = offer_brief(row.offer) if may_be_seen(row.offer) else None
        return _meant(row.offer.pk, brief, is_offer=True)
    if row.asset is not None:
        return _asset_meant(row.asset)
    return None


def _asset_meant(asset: Asset) -> ThingMeant:
    meant = _meant(asset.pk, brief_of(asset), is_offer=False)
    is_place = asset.kind in PLACES and bool(meant.name)
    intangible = asset.kind in INTANGIBLE
    return replace(
        meant,
        is_place=is_place,
        is_intangible=intangible,
        is_room=asset.kind in ROOMS,
    )


def _meant(key: UUID, brief: Brief | None, *, is_offer: bool) -> ThingMeant:
    return ThingMeant(key=key, is_offer=is_offer, name=brief.name if brief else "")
