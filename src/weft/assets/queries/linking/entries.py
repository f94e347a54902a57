"""What does the linker see of the register?

Only what a search may find: what its holder keeps to members, or hidden, is neither
compared nor counted, so that no link can tell of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import time
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.kinds import INTANGIBLE, AssetKind
from weft.assets.domain.linking import Ages, Entry, Slot
from weft.assets.domain.listing import place_kind_named
from weft.assets.domain.visibility import is_listed
from weft.assets.models import Asset, Offer, OtherName, Schedule
from weft.assets.queries.halls import halls_of
from weft.assets.queries.seen import held, is_whole, may_be_seen, point_of
from weft.commons.batches import batched

NEVER = frozenset({AssetKind.PERSON, *INTANGIBLE})
"""One name is many people, and two communities' stories are not ours to call one."""


def entries_of(region: str, keys: Collection[UUID] | None = None) -> Iterator[Entry]:
    """Give every asset and offer of a region that may be linked.

    Parameters
    ----------
    region
        Its slug.
    keys
        Only those; all where it is None.
    """
    for some in _batches(keys):
        yield from _assets(region, some)
        yield from _offers(region, some)


def _batches(keys: Collection[UUID] | None) -> Iterator[Q]:
    """Ask for everything, or for some at a time: a page asks for the few of a heap."""
    if keys is None:
        return iter((Q(),))
    return (Q(pk__in=some) for some in batched(sorted(keys)))


def _assets(region: str, which: Q) -> Iterator[Entry]:
    rows = Asset.objects.filter(which, region=region, closed_on=None)
    rows = rows.exclude(kind__in=NEVER).defer("shape", "story").order_by("pk")
    found = [row for row in rows if _may_be_listed(row)]
    keys = {row.pk for row in found}
    within = Q(asset__in=keys) if which else Q(asset__region=region)
    names, halls, slots = _names(within), halls_of(within), _slots(within, keys)
    for row in found:
        hall = halls.get(row.pk)
        where = row if hall is None else hall
        yield Entry(
            key=str(row.pk),
            source=row.source,
            sort=row.kind,
            nearer=row.place_kind,
            name=row.name,
            names=tuple(names.get(row.pk, ())),
            place="" if hall is None else hall.name,
            address=where.address,
            locality=locality_of(where.address),
            postcode=where.postcode,
            point=point_of(where),
            telephone=row.telephone,
            website=row.website,
            slots=slots.get(row.pk, ()),
        )


def _offers(region: str, which: Q) -> Iterator[Entry]:
    rows = Offer.objects.filter(which, region=region, closed_on=None).order_by("pk")
    found = [row for row in rows.select_related("group", "place") if may_be_seen(row)]
    keys = {row.pk for row in found}
    within = Q(offer__in=keys) if which else Q(offer__region=region)
    slots = _slots(within, keys)
    for row in found:
        place = row.place if is_whole(row.place) else None
        group = row.group if is_whole(row.group) else None
        yield Entry(
            key=str(row.pk),
            source=row.source,
            sort="offer",
            name=row.name,
            place=place.name if place else "",
            address=place.address if place else "",
            locality=locality_of(place.address) if place else "",
            postcode=place.postcode if place else "",
            point=point_of(place),
            telephone=row.telephone or (group.telephone if group else ""),
            website=row.website or (group.website if group else ""),
            slots=slots.get(row.pk, ()),
            ages=Ages(row.least_age, row.greatest_age),
        )


def _may_be_listed(asset: Asset) -> bool:
    kind = place_kind_named(asset.place_kind)
    return (kind is None or kind.listed) and is_listed(held(asset))


def locality_of(address: str) -> str:
    """Take the village from the end of an address: «12 Station Road, Rushby»."""
    *_, last = address.split(",")
    return "" if any(mark.isdigit() for mark in last) else last.strip()


def _names(within: Q) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = OtherName.objects.filter(within).order_by("pk")
    for key, name in rows.values_list("asset_id", "name"):
        found[key].append(name)
    return found


def _slots(within: Q, keys: Collection[UUID]) -> dict[UUID, tuple[Slot, ...]]:
    """Read the regular times that were told as days and clocks."""
    found: dict[UUID, list[Slot]] = defaultdict(list)
    rows = Schedule.objects.filter(within, opening_hours="", rough=False)
    for row in rows.order_by("pk").iterator():
        key = row.asset_id or row.offer_id
        if key is not None and key in keys:
            weeks = row.of_month or [0]
            found[key] += [
                Slot(day, _minutes(row.starts), _minutes(row.ends), week)
                for day in row.days
                for week in weeks
            ]
    return {key: tuple(slots) for key, slots in found.items()}


def _minutes(clock: time | None) -> int | None:
    return None if clock is None else clock.hour * 60 + clock.minute
