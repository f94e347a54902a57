"""How is an offer listed, among its group, its place and its times?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from weft.assets.domain.derived import Basis, price_to_reckon_with
from weft.assets.domain.kinds import JoiningRule, Visibility
from weft.assets.domain.listing import SaidOf, Wording, facts_of, offer_label
from weft.assets.domain.visibility import is_listed, offer_is_shown
from weft.assets.models import Asset, Listing, Offer, Session
from weft.assets.queries.seen import held
from weft.assets.services.listings.around import (
    Around,
    around_offers,
    assets_by_key,
    said_of_assets,
)
from weft.assets.services.listings.frame import (
    Frame,
    When,
    gates_of,
    point_of,
    sessions,
    times_of,
    when_of,
    where,
)
from weft.assets.services.listings.standing import standing_of
from weft.assets.services.rows import Cells, Value, put
from weft.commons.saying import language_name


@dataclass(frozen=True, slots=True)
class _Among:
    """The group and the place of an offer, as far as it may speak of them."""

    group: Asset | None
    place: Asset | None
    said_of_place: SaidOf | None


def list_offers(chunk: Sequence[Offer], frame: Frame) -> int:
    """List those of a stretch of offers that may be found; say how many."""
    stretch = frame.stretch(chunk)
    around = around_offers(frame.region, stretch)
    around.note_names(frame.doubles.names)
    near = assets_by_key(k for o in chunk for k in (o.group_id, o.place_id) if k)
    said = said_of_assets(near)
    times: dict[UUID, When] = {}
    listings: list[Cells] = []
    for offer in chunk:
        group = near.get(offer.group_id) if offer.group_id else None
        place = near.get(offer.place_id) if offer.place_id else None
        gone = any(frame.is_closed(one) for one in (offer, group, place) if one)
        of_group = held(group) if group else None
        seen = offer_is_shown(Visibility(offer.visibility), group=of_group)
        if gone or not seen or not frame.has_a_card(offer):
            continue
        rows = around.schedules.get(offer.pk, ())
        times[offer.pk] = times_of(
            rows, frame, point_of(place), around.in_force(offer.pk)
        )
        among = _Among(_public(group), _public(place), _said(place, said))
        line = _listing(offer, around, times[offer.pk], among)
        heard = around.heard.get(offer.pk, ())
        listings.append(line | standing_of(offer, line, heard, on=frame.today))
    put(Listing, listings)
    written = Listing.objects.filter(stretch.within("offer_id"), region=frame.region)
    numbers = {row.offer_id: row.pk for row in written if row.offer_id}
    put(Session, sessions(numbers, times))
    return len(listings)


def _public(asset: Asset | None) -> Asset | None:
    """Give a group or place only where an offer may speak of it."""
    return asset if asset is not None and is_listed(held(asset)) else None


def _said(place: Asset | None, said: Mapping[UUID, SaidOf]) -> SaidOf | None:
    """Give what was said of the place, where an offer may speak of it."""
    public = _public(place)
    return said.get(public.pk, {}) if public is not None else None


def _listing(
    offer: Offer, around: Around, when: When, among: _Among
) -> dict[str, Value]:
    """Make the flat line of an offer."""
    basis = Basis(
        windows=when.windows,
        minutes=around.minutes(offer.pk),
        price_pence_least=offer.price_pence_least,
        price_pence_most=offer.price_pence_most,
        price_note=offer.price_note,
        online=offer.online,
        newcomers_per_week=offer.newcomers_per_week,
        walk_in=offer.joining_rule == JoiningRule.TURN_UP,
    )
    said = around.facts.get(offer.pk, {})
    return dict(
        region_id=offer.region_id,
        offer_id=offer.pk,
        name=offer.name,
        kind=offer_label(offer.kinds),
        holder=among.group.name if among.group else "",
        words=_wording(offer, among, around).folded(),
        online=offer.online,
        facts=facts_of(said, basis, place=among.said_of_place),
        price_pence=price_to_reckon_with(basis),
        languages=offer.languages,
        told_on=offer.told_on,
        asset_id=None,
        **where(point_of(among.place)),
        **gates_of(among.place, point_of(among.place)),
        **when_of(when),
    )


def _wording(offer: Offer, among: _Among, around: Around) -> Wording:
    """Gather the texts by which it may be found."""
    return Wording(
        texts=(
            offer.name,
            offer_label(offer.kinds),
            offer.summary,
            among.place.name if among.place else "",
            among.place.address if among.place else "",
            among.group.name if among.group else "",
        ),
        lists=(
            around.names.get(offer.pk, ()),
            around.for_whom.get(offer.pk, ()),
            offer.art_forms,
            offer.tags,
            offer.kinds,
            offer.manner,
            tuple(map(language_name, offer.languages)),
        ),
    )
