"""How is an asset listed?"""

from collections.abc import Sequence
from uuid import UUID

from weft.assets.domain.derived import Basis
from weft.assets.domain.kinds import AssetKind, OfferKind
from weft.assets.domain.listing import (
    Wording,
    asset_label,
    facts_of,
    place_kind_named,
)
from weft.assets.domain.visibility import Channel, Showing, is_listed, showing
from weft.assets.models import Asset, Listing, Session
from weft.assets.queries.seen import held
from weft.assets.services.listings.around import Around, around_assets
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


def list_assets(chunk: Sequence[Asset], frame: Frame) -> int:
    """List those of a stretch of assets that may be found; say how many."""
    stretch = frame.stretch(chunk)
    around = around_assets(frame.region, stretch)
    around.note_names(frame.doubles.names)
    times: dict[UUID, When] = {}
    listings: list[Cells] = []
    for asset in chunk:
        if may_be_listed(asset) and frame.has_a_card(asset):
            rows = around.schedules.get(asset.pk, ())
            times[asset.pk] = times_of(
                rows, frame, point_of(asset), around.in_force(asset.pk)
            )
            line = _listing(asset, around, times[asset.pk])
            heard = around.heard.get(asset.pk, ())
            listings.append(line | standing_of(asset, line, heard, on=frame.today))
    put(Listing, listings)
    written = Listing.objects.filter(stretch.within("asset_id"), region=frame.region)
    numbers = {row.asset_id: row.pk for row in written if row.asset_id}
    put(Session, sessions(numbers, times))
    return len(listings)


def may_be_listed(asset: Asset) -> bool:
    """Tell whether a search may find it, and whether it is a thing to look for."""
    kind = place_kind_named(asset.place_kind)
    return (kind is None or kind.listed) and is_listed(held(asset))


def _listing(asset: Asset, around: Around, when: When) -> dict[str, Value]:
    """Make the flat line of an asset."""
    on_map = showing(held(asset), Channel.MAP) is Showing.WHOLE
    point = point_of(asset) if on_map else None
    label = asset_label(AssetKind(asset.kind), asset.place_kind)
    basis = Basis(windows=when.windows, visit=True, minutes=around.minutes(asset.pk))
    return dict(
        region_id=asset.region_id,
        asset_id=asset.pk,
        name=asset.name,
        kind=label,
        holder=around.holders.get(asset.pk, "")[:300],
        words=_wording(asset, label, around).folded(),
        facts=facts_of(around.facts.get(asset.pk, {}), basis),
        languages=asset.languages,
        told_on=asset.told_on,
        offer_id=None,
        online=None,
        price_pence=None,
        **where(point),
        **gates_of(asset, point),
        **when_of(when),
    )


def _wording(asset: Asset, label: str, around: Around) -> Wording:
    """Gather the texts by which it may be found."""
    kind = place_kind_named(asset.place_kind)
    return Wording(
        texts=(
            asset.name,
            label,
            kind.words if kind else "",
            asset.summary,
            asset.address,
            asset.reach,
            asset.ownership_form,
        ),
        lists=(
            around.names.get(asset.pk, ()),
            around.nested.get(asset.pk, ()),
            asset.tags,
            _mix(asset),
            tuple(map(language_name, asset.languages)),
        ),
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
    return tuple(kind for kind, is_so in told.items() if is_so)
