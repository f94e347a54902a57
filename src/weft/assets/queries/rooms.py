"""Which rooms are there in a region, and when is nobody in them?

Rooms that are to spare, places where something on the list takes place, and places of a
kind that often has a room. Named only where a search may name them, and to funders too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind
from weft.assets.domain.linking.overlapping import Hour
from weft.assets.domain.listing import OF_THE_PLACE
from weft.assets.domain.meeting import MEETING, Room, hire_an_hour
from weft.assets.domain.visibility import Channel, shown_to_funders
from weft.assets.models import Asset, Fact, Session
from weft.assets.queries.about import Brief
from weft.assets.queries.facts import facts_of_asset
from weft.assets.queries.halls import halls_of
from weft.assets.queries.seen import brief_of, held, is_whole, point_of
from weft.assets.queries.spare import ROOM, WITH_A_ROOM, hours_in_words
from weft.commons.places import Point
from weft.commons.times import LONDON, Week
from weft.ground.domain.named import folded

MOST_ROOMS = 500
NEAR = 4  # decimals of a degree: within about 10 m it is one building


_At = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Found:
    """What may be a room, where, and the hall that it is in."""

    row: Asset
    point: Point
    home: Asset | None
    at: _At


def rooms_of_region(
    region: str, week: Week, *, most: int = MOST_ROOMS
) -> tuple[tuple[Room, ...], int]:
    """List rooms, each building once: those to spare first, then those in use.

    Parameters
    ----------
    region
        Its slug.
    week
        In which week they are empty or not.
    most
        So many at most.

    Returns
    -------
    tuple
        The rooms, and how many more there are.
    """
    spare, hire = (_words(region, one) for one in (WordField.SPARE, WordField.HIRE))
    homes = halls_of(Q(asset__region=region), channel=Channel.SEARCH)
    used = _hours_used(region, week)
    taken: dict[_At, list[Hour]] = {}
    named: dict[tuple[str, float, float], _At] = {}
    found: list[_Found] = []
    seen: set[_At] = set()
    for row in _in_order(region, set(spare), set(used)):
        home = homes.get(row.pk)
        point = point_of(row) or point_of(home)
        if point is None or not _may_be_told(row):
            continue
        at = round(point.latitude, NEAR), round(point.longitude, NEAR)
        # a building is often told twice, a little apart
        name = folded(row.name), round(point.latitude, 2), round(point.longitude, 2)
        at = named.setdefault(name, at)
        taken.setdefault(at, []).extend(used.get(row.pk, ()))
        if row.pk in spare or at not in seen:
            found.append(_Found(row, point, home, at))
        seen.add(at)
    rooms = tuple(
        _room(one, spare.get(one.row.pk, ""), hire.get(one.row.pk, ""), taken, week)
        for one in found[:most]
    )
    return rooms, max(0, len(found) - most)


def rooms_named(keys: Iterable[UUID]) -> dict[UUID, Brief]:
    """Name rooms that may still be told of; the others are not there."""
    rows = Asset.objects.filter(pk__in=list(keys), closed_on=None)
    seen = ((row.pk, brief_of(row)) for row in rows if _may_be_told(row))
    return {key: brief for key, brief in seen if brief is not None}


def _in_order(region: str, spare: set[UUID], used: set[UUID]) -> Iterator[Asset]:
    """Give what may be a room: told, then in use, then of a kind that often has one."""
    rows = Asset.objects.filter(region=region, closed_on=None).defer("shape", "story")
    rows = rows.order_by("name", "pk")
    told = rows.filter(pk__in=spare) | rows.filter(kind=AssetKind.INFRASTRUCTURE)
    yield from (row for row in told if _has_walls(row))
    places = rows.filter(kind=AssetKind.PLACE).exclude(pk__in=spare)
    yield from places.filter(pk__in=used)
    yield from places.filter(place_kind__in=MEETING).exclude(pk__in=used)


def _has_walls(row: Asset) -> bool:
    """Tell a room from a projector."""
    return row.kind in WITH_A_ROOM or ROOM in {str(tag).casefold() for tag in row.tags}


def _may_be_told(row: Asset) -> bool:
    return is_whole(row, Channel.SEARCH) and shown_to_funders(held(row))


def _words(region: str, field: WordField) -> dict[UUID, str]:
    """Read the newest word on each asset."""
    rows = Fact.objects.filter(asset__region=region, field=field, disputed=False)
    told = sorted(rows, key=lambda row: (row.told_on or date.min, row.pk))
    return {row.asset_id: row.value for row in told if row.asset_id is not None}


def _hours_used(region: str, week: Week) -> dict[UUID, list[Hour]]:
    """Say when something is on at each place in a week, unless it is out of doors."""
    rows = Session.objects.filter(
        listing__region=region,
        listing__offer__place__isnull=False,
        starts__lt=week.window.end,
        ends__gt=week.window.start,
    )
    found: dict[UUID, list[Hour]] = {}
    columns = ("listing__offer__place", "starts", "ends", "listing__facts")
    for place, starts, ends, facts in rows.values_list(*columns).iterator():
        if facts.get(FactField.OUTDOORS):
            continue
        first, last = (one.astimezone(LONDON) for one in (starts, ends))
        hour = Hour(first.weekday(), first.time(), last.time())
        found.setdefault(place, []).append(hour)
    return found


def _room(
    one: _Found, spare: str, hire: str, taken: dict[_At, list[Hour]], week: Week
) -> Room:
    row, home = one.row, one.home
    known = {**(facts_of_asset(home) if home else {}), **facts_of_asset(row)}
    hours = hours_in_words(spare, today=week.monday)
    return Room(
        key=row.pk,
        name=row.name,
        point=one.point,
        gates=tuple(Point(north, east) for east, north in row.gates or ()),
        is_told=bool(spare),
        hours=hours,
        taken=() if hours else tuple(taken[one.at]),
        facts={
            field: told.value
            for field, told in known.items()
            if told.value is not None and field in OF_THE_PLACE
        },
        hire_pence=hire_an_hour(hire),
    )
