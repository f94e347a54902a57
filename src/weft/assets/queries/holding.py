"""What does a group see of itself, behind its own link?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.facts import FactField
from weft.assets.domain.holding import HOLDER, NO_WORD, HolderField, Pause
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.sureness import Event
from weft.assets.domain.told import NO
from weft.assets.models import Asset, Fact, FactEvent, Listing, Offer
from weft.assets.queries.about import TimesAbout
from weft.assets.queries.holders_words import holders_words
from weft.assets.queries.times import times_of
from weft.commons.errors import NotFound

NO_SUCH_GROUP = "What this link was for is not on the list any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferInHand:
    """Something that a group offers, as the group sees it."""

    key: UUID
    name: str
    times: TimesAbout
    new_from: date | None = None  # from when they told new times by their link


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInHand:
    """A group as its own people see it: all of it, hidden or not.

    Attributes
    ----------
    full
        Whether they said by their link that nobody new can come for now.
    back_on
        Until when they have paused.
    not_ours, kept_hidden
        Somebody said that the group is not theirs; a steward has looked since.
    confirmed_on
        When they last said that all is right.
    """

    key: UUID
    name: str
    listed_by: str
    listed_on: date | None
    visibility: Visibility
    is_person: bool
    offers: tuple[OfferInHand, ...]
    full: bool
    back_on: date | None
    not_ours: bool
    kept_hidden: bool
    confirmed_on: date | None


def group_in_hand(key: UUID) -> GroupInHand:
    """Show a group to those who hold it.

    Raises
    ------
    NotFound
        When it is not on the list, or has closed.
    """
    asset = Asset.objects.filter(pk=key, closed_on=None).first()
    if asset is None:
        raise NotFound(NO_SUCH_GROUP)
    said = dict(
        Fact.objects.filter(asset=asset, source=HOLDER).values_list("field", "value")
    )
    confirmed = FactEvent.objects.filter(asset=asset, event=Event.CONFIRMED)
    pause = Pause.of(said.get(HolderField.PAUSE, ""))
    return GroupInHand(
        key=asset.pk,
        name=asset.name,
        listed_by=asset.told_by,
        listed_on=asset.told_on,
        visibility=Visibility(asset.visibility),
        is_person=asset.kind == AssetKind.PERSON,
        offers=_offers(asset),
        full=said.get(FactField.ROOM) == NO,
        back_on=pause.back_on if pause else None,
        not_ours=HolderField.NOT_OURS in said,
        kept_hidden=HolderField.KEPT_HIDDEN in said,
        confirmed_on=confirmed.order_by("-heard_on")
        .values_list("heard_on", flat=True)
        .first(),
    )


def _offers(group: Asset) -> tuple[OfferInHand, ...]:
    """List what it offers, seen by others or not."""
    rows = Offer.objects.filter(group=group, closed_on=None).order_by("name", "pk")
    said = holders_words(Q(offer__in=rows))
    listings = {one.offer_id: one for one in Listing.objects.filter(offer__in=rows)}
    return tuple(
        OfferInHand(
            key=row.pk,
            name=row.name,
            times=times_of(listings.get(row.pk), Q(offer=row)),
            new_from=said.get(row.pk, NO_WORD).new_from,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTheirs:
    """A group that somebody with its link says is not theirs."""

    group: UUID
    name: str
    kind: AssetKind
    listed_by: str
    since: date


def groups_not_theirs() -> Sequence[NotTheirs]:
    """List those that wait for a steward to look, whichever waits longest first."""
    rows = Fact.objects.filter(field=HolderField.NOT_OURS, asset__isnull=False)
    found = rows.select_related("asset").order_by("told_on", "pk")
    return [
        NotTheirs(
            group=row.asset.pk,
            name=row.asset.name,
            kind=AssetKind(row.asset.kind),
            listed_by=row.asset.told_by,
            since=row.told_on,
        )
        for row in found
        if row.asset is not None and row.told_on is not None
    ]
