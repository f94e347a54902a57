"""Whom to ask this week, among the groups of a region?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.holding import HOLDER, HolderField
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.sureness import About, Aspect, Track
from weft.assets.domain.sureness.asking import Askable, messages, whom_to_ask
from weft.assets.models import Asset, Fact, Offer
from weft.assets.queries.hearing import heard_of, tracks_of
from weft.assets.queries.worth_asking import opens_now

_ASKED_OF = (AssetKind.GROUP, AssetKind.PARTNERSHIP)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToAsk:
    """A group worth a message, and what it would set right.

    ``gain`` is how many facts more we expect to be right a quarter from now; ``opens``
    to about how many people one answer of theirs could open a third choice.
    """

    group: UUID
    name: str
    offers: tuple[UUID, ...]
    last_written_to: date | None
    gain: float
    opens: int = 0


@dataclass(frozen=True, slots=True)
class _Group:
    """A group with what it gives, as far as it may be written about."""

    row: Asset
    offers: tuple[Offer, ...]


def groups_to_ask(region: str, on: date, *, most: int) -> tuple[ToAsk, ...]:
    """List the groups to write to this week, by what it could open, or set right.

    Parameters
    ----------
    region
        Its slug.
    on
        The day of the messages.
    most
        So many messages at most. A group that had one within the month, were it only a
        call of the audit, is not among them, and neither is one that is kept from being
        seen or that asked not to be written to.
    """
    groups = {one.row.pk.hex: one for one in _groups(region)}
    heard = heard_of(Q(asset__region=region) | Q(offer__region=region))
    opens = opens_now(region, today=on)
    askable = {
        key: replace(_askable(one, heard), opens=opens.get(one.row.pk, 0))
        for key, one in groups.items()
    }
    return tuple(
        ToAsk(
            group=groups[one.key].row.pk,
            name=groups[one.key].row.name,
            offers=tuple(offer.pk for offer in groups[one.key].offers),
            last_written_to=askable[one.key].last_written_to,
            gain=one.gain,
            opens=one.opens,
        )
        for one in whom_to_ask(askable.values(), on, most=most)
    )


def _groups(region: str) -> Iterator[_Group]:
    """List the public groups that have not closed, with what they give."""
    offers: dict[UUID, list[Offer]] = {}
    given = Offer.objects.filter(region=region, closed_on=None, group__isnull=False)
    for offer in given.exclude(visibility=Visibility.HIDDEN).order_by("pk"):
        if offer.group_id is not None:
            offers.setdefault(offer.group_id, []).append(offer)
    rows = Asset.objects.filter(
        region=region,
        kind__in=_ASKED_OF,
        visibility=Visibility.PUBLIC,
        closed_on=None,
    )
    asked_not = Fact.objects.filter(
        source=HOLDER, field=HolderField.NO_MAIL, asset__isnull=False
    )
    written_to = rows.exclude(pk__in=asked_not.values("asset"))
    for row in written_to.defer("shape", "story").order_by("pk"):
        yield _Group(row, tuple(offers.get(row.pk, ())))


def _askable(one: _Group, heard: dict[UUID, tuple[About, ...]]) -> Askable:
    """See a group as somebody who may be asked about all that it gives."""
    of_group = heard.get(one.row.pk, ())
    of_offers = [heard.get(offer.pk, ()) for offer in one.offers]
    last, sent, answered = messages(
        about.heard for some in (of_group, *of_offers) for about in some
    )
    return Askable(
        key=one.row.pk.hex,
        facts=tuple(_facts(one, heard)),
        last_written_to=last,
        written_to=sent,
        answered=answered,
    )


def _facts(one: _Group, heard: dict[UUID, tuple[About, ...]]) -> Iterable[Track]:
    """List what a message would be about: that they are there, and when what is on."""
    yield tracks_of(one.row, heard.get(one.row.pk, ())).of(
        Aspect.EXISTS, one.row.told_on
    )
    for offer in one.offers:
        tracks = tracks_of(offer, heard.get(offer.pk, ()))
        yield tracks.of(Aspect.DAYS, offer.told_on)
        if offer.price_pence_least is not None or offer.price_pence_most is not None:
            yield tracks.of(Aspect.PRICE, offer.told_on)
