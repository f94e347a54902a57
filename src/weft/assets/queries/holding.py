"""What does a group see of itself, behind its own link?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.facts import FactField
from weft.assets.domain.holding import HOLDER, NO_WORD, HolderField, Pause, Stopped
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.sureness import Aspect, Event, aspect_of_fact
from weft.assets.domain.told import NO
from weft.assets.domain.visibility import Channel
from weft.assets.models import Arrival, Asset, Fact, FactEvent, Listing, Offer
from weft.assets.queries.about import TimesAbout
from weft.assets.queries.facts import KnownFacts, facts_of_asset, facts_of_offer
from weft.assets.queries.holders_words import holders_words
from weft.assets.queries.seen import is_whole
from weft.assets.queries.times import times_of
from weft.commons.errors import NotFound
from weft.commons.saying import day_of

NO_SUCH_GROUP = "What this link was for is not on the list any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a group's own page shows of one thing: that, and no more, a «yes» confirms.

    Attributes
    ----------
    price
        The least and the most in pence, and words.
    place, postcode
        Where it is, as far as that may be told.
    door
        What is known of getting in; absent where nobody has said.
    """

    times: TimesAbout
    price: tuple[int | None, int | None, str] = (None, None, "")
    place: str = ""
    postcode: str = ""
    door: Mapping[FactField, bool] = field(default_factory=dict)
    telephone: str = ""

    @property
    def sides(self) -> tuple[Aspect, ...]:
        """List the sides of which something is shown; that it is there always is."""
        is_told = {
            Aspect.EXISTS: True,
            Aspect.DAYS: self.times.hours_known or self.times.always_open is True,
            Aspect.PRICE: self.price != (None, None, ""),
            Aspect.ADDRESS: bool(self.place),
            Aspect.POSTCODE: bool(self.postcode),
            Aspect.DOOR: bool(self.door),
        }
        return tuple(side for side, told in is_told.items() if told)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferInHand:
    """Something that a group offers, as the group sees it."""

    key: UUID
    name: str
    shown: Shown
    new_from: date | None = None  # from when they told new times by their link

    @property
    def times(self) -> TimesAbout:
        """Say when it is on."""
        return self.shown.times


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupInHand:
    """A group as its own people see it: all of it, hidden or not.

    Attributes
    ----------
    shown
        What is shown of the group itself, or of the place, where it is one.
    full
        Whether they said by their link that nobody new can come for now.
    back_on
        Until when they have paused.
    not_ours, kept_hidden
        Somebody said that the group is not theirs; a steward has looked since.
    confirmed_on
        When they last said that all is right.
    listed_on, told_on
        Since when it is on the list, where anybody knows; and of when the list is by
        which it was told.
    stopped
        They said by their link that they do none of it any more.
    ended
        What of it they do not do any more, thing by thing.
    """

    key: UUID
    name: str
    listed_by: str
    listed_on: date | None
    told_on: date | None
    visibility: Visibility
    is_person: bool
    shown: Shown
    offers: tuple[OfferInHand, ...]
    full: bool
    back_on: date | None
    not_ours: bool
    kept_hidden: bool
    confirmed_on: date | None
    stopped: Stopped | None
    ended: tuple["Ended", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """Something that a group says it does not do any more."""

    key: UUID
    name: str
    stopped: Stopped


def listed_since(key: UUID) -> date | None:
    """Say on which day something came onto the list; None where nobody knows."""
    since = Arrival.objects.filter(pk=key).values_list("since", flat=True).first()
    return day_of(since) if since else None


def group_in_hand(key: UUID) -> GroupInHand:
    """Show a group to those who hold it.

    Raises
    ------
    NotFound
        When it is not on the list, or has closed by another's word than its own.
    """
    asset = Asset.objects.filter(pk=key).first()
    said = dict(
        Fact.objects.filter(asset=key, source=HOLDER).values_list("field", "value")
    )
    stopped = Stopped.of(said.get(HolderField.STOPPED, ""))
    if asset is None or (asset.closed_on is not None and stopped is None):
        raise NotFound(NO_SUCH_GROUP)
    confirmed = FactEvent.objects.filter(asset=asset, event=Event.CONFIRMED)
    pause = Pause.of(said.get(HolderField.PAUSE, ""))
    return GroupInHand(
        key=asset.pk,
        name=asset.name,
        listed_by=asset.told_by,
        listed_on=listed_since(asset.pk),
        told_on=asset.told_on,
        visibility=Visibility(asset.visibility),
        is_person=asset.kind == AssetKind.PERSON,
        shown=_itself(asset),
        offers=_offers(asset),
        full=said.get(FactField.ROOM) == NO,
        back_on=pause.back_on if pause else None,
        not_ours=HolderField.NOT_OURS in said,
        kept_hidden=HolderField.KEPT_HIDDEN in said,
        confirmed_on=confirmed.order_by("-heard_on")
        .values_list("heard_on", flat=True)
        .first(),
        stopped=stopped,
        ended=tuple(_ended(asset)),
    )


def _ended(group: Asset) -> Iterator[Ended]:
    """List what of it has stopped, by their word."""
    rows = Fact.objects.filter(
        offer__group=group, source=HOLDER, field=HolderField.STOPPED
    ).select_related("offer")
    for row in rows.order_by("offer__name", "pk"):
        said = Stopped.of(row.value)
        if row.offer is not None and said is not None:
            yield Ended(key=row.offer.pk, name=row.offer.name, stopped=said)


def _offers(group: Asset) -> tuple[OfferInHand, ...]:
    """List what it offers, seen by others or not."""
    every = Offer.objects.filter(group=group, closed_on=None).select_related("place")
    rows = every.order_by("name", "pk")
    said = holders_words(Q(offer__in=rows))
    listings = {one.offer_id: one for one in Listing.objects.filter(offer__in=rows)}
    return tuple(
        OfferInHand(
            key=row.pk,
            name=row.name,
            shown=_shown(row, times_of(listings.get(row.pk), Q(offer=row))),
            new_from=said.get(row.pk, NO_WORD).new_from,
        )
        for row in rows
    )


def _shown(row: Offer, times: TimesAbout) -> Shown:
    """Say of an offer what the group is asked about."""
    place = row.place if is_whole(row.place, Channel.SEARCH) else None
    return Shown(
        times=times,
        price=(row.price_pence_least, row.price_pence_most, row.price_note),
        place=place.name if place else "",
        postcode=place.postcode if place else "",
        door=_door(facts_of_offer(row, place=place)),
        telephone=row.telephone,
    )


def _itself(asset: Asset) -> Shown:
    """Say what stands in a group's or a place's own entry."""
    listing = Listing.objects.filter(asset=asset).first()
    return Shown(
        times=times_of(listing, Q(asset=asset)),
        place=asset.address,
        postcode=asset.postcode,
        door=_door(facts_of_asset(asset)),
        telephone=asset.telephone,
    )


def _door(known: KnownFacts) -> Mapping[FactField, bool]:
    """Take of all that is known what is so of a building."""
    said = ((one, known[one].value) for one in FactField if one in known)
    return {
        one: value
        for one, value in said
        if value is not None and aspect_of_fact(one) is Aspect.DOOR
    }


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
