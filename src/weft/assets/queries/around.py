"""What is on around a point this week, and what is where on the map?"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Max, Q

from weft.assets.domain.sureness import LINE
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Listing, Offer, Session
from weft.assets.queries.carried import kept_back
from weft.assets.queries.seen import is_whole
from weft.assets.queries.weeks import Hour, hours_touched
from weft.commons.places import Cell, Point, cells_within
from weft.commons.times import Week
from weft.ground.queries import areas_inside

LONGEST_IN = timedelta(hours=30)
"""No session is longer; so those that began earlier need not be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAround:
    """How much there is to do around a point, hour by hour; open doors apart.

    Attributes
    ----------
    known, ask
        Things to do in each hour of the week: sure of the date, and not.
    things
        How many different things to do there are at some time of the week.
    always_open
        Places around that one may go to at any hour.
    hours_unknown
        Things around of which nobody has said when.
    """

    week: Week
    known: tuple[Hour, ...]
    ask: tuple[Hour, ...]
    things: int
    always_open: int
    hours_unknown: int


def week_around(near: Point, within_metres: int, week: Week) -> WeekAround:
    """Count what there is to do around a point, in two SQL statements.

    Parameters
    ----------
    near, within_metres
        The middle and the radius, as the crow flies.
    week
        Seven days from a Monday.
    """
    around = _around(near, within_metres)
    known: dict[tuple[int, int], int] = {}
    ask: dict[tuple[int, int], int] = {}
    things = set()
    rows = Session.objects.filter(
        listing__in=list(around),
        listing__offer__isnull=False,
        starts__lt=week.window.end,
        starts__gte=week.window.start,
    )
    for listing, starts, ends, certain in rows.values_list(
        "listing", "starts", "ends", "certain"
    ):
        things.add(listing)
        counts = known if certain else ask
        for hour in hours_touched(starts, min(ends, starts + LONGEST_IN)):
            counts[hour] = counts.get(hour, 0) + 1
    return WeekAround(
        week=week,
        known=_hours(known),
        ask=_hours(ask),
        things=len(things),
        always_open=sum(always for always, _ in around.values()),
        hours_unknown=sum(not told for _, told in around.values()),
    )


def _hours(counts: Mapping[tuple[int, int], int]) -> tuple[Hour, ...]:
    return tuple(Hour(day, hour, n) for (day, hour), n in sorted(counts.items()))


def _around(near: Point, metres: int) -> dict[int, tuple[bool, bool]]:
    """Find the listings within a radius: always open? hours known?"""
    rows = Listing.objects.filter(in_cells(cells_within(near, metres)))
    return {
        pk: (bool(always), known or bool(always))
        for pk, latitude, longitude, always, known in rows.values_list(
            "pk", "latitude", "longitude", "always_open", "hours_known"
        )
        if near.metres_to(Point(latitude or 0.0, longitude or 0.0)) <= metres
    }


def in_cells(cells: tuple[Cell, ...]) -> Q:
    """Say a block of cells as a range, which the index over them answers."""
    return Q(
        cell_column__gte=min(cell.column for cell in cells),
        cell_column__lte=max(cell.column for cell in cells),
        cell_row__gte=min(cell.row for cell in cells),
        cell_row__lte=max(cell.row for cell in cells),
    )


def newest_session() -> int:
    """Say which sessions are served, so that what is kept in memory is theirs.

    Sessions are made anew as a whole, and their keys never come again.
    """
    newest: int | None = Session.objects.aggregate(newest=Max("pk"))["newest"]
    return newest or 0


def listed_mark(region: str) -> str:
    """Say which list of a region is served, so that what is kept in memory is of it.

    Whatever is listed anew gets a key that never was, and what leaves is one less.
    """
    rows = Listing.objects.filter(region=region)
    told = rows.aggregate(count=Count("pk"), newest=Max("pk"))
    return f"{told['count']}-{told['newest'] or 0}"


@dataclass(frozen=True, slots=True, kw_only=True)
class OnMap:
    """One listing with a place."""

    key: UUID
    is_offer: bool
    name: str
    kind: str
    point: Point
    sure: bool | None  # None: nobody knows since when


def on_map(region: str) -> list[OnMap]:
    """List what may lie on a region's map, in one SQL statement."""
    rows = Listing.objects.filter(region=region, latitude__isnull=False)
    told = rows.order_by("name", "pk").values_list(
        "asset", "offer", "name", "kind", "latitude", "longitude", "sureness"
    )
    return [
        OnMap(
            key=key,
            is_offer=asset is None,
            name=name,
            kind=kind,
            point=Point(latitude or 0.0, longitude or 0.0),
            sure=None if sureness is None else sureness >= LINE,
        )
        for asset, offer, name, kind, latitude, longitude, sureness in told
        if (key := asset or offer) is not None
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShapeOnMap:
    """A park or a canal; ``shape`` is its GeoJSON."""

    name: str
    place_kind: str
    shape: Mapping[str, object]


def shapes_on_map(region: str) -> list[ShapeOnMap]:
    """List what has a shape on a region's map, in one SQL statement."""
    rows = Listing.objects.filter(region=region, asset__shape__isnull=False)
    told = rows.order_by("name", "pk").values_list(
        "name", "asset__place_kind", "asset__shape"
    )
    return [
        ShapeOnMap(name=name, place_kind=place_kind or "", shape=shape)
        for name, place_kind, shape in told
        if shape
    ]


def whereabouts(offers: Collection[UUID], assets: Collection[UUID]) -> dict[UUID, str]:
    """Say where each of some things is, in a line, in two SQL statements.

    Parameters
    ----------
    offers, assets
        Their keys. What has no place, or one that may not be seen, is not in the
        answer.
    """
    at: dict[UUID, str] = {}
    for offer in Offer.objects.filter(pk__in=offers).select_related("place"):
        if offer.place is not None and is_whole(offer.place, Channel.SEARCH):
            at[offer.pk] = _line(offer.place.name, offer.place.address)
    for asset in Asset.objects.filter(pk__in=assets).exclude(address=""):
        if is_whole(asset, Channel.SEARCH):
            at[asset.pk] = asset.address
    return at


def _line(name: str, address: str) -> str:
    """Say a place and its address, once where they begin alike."""
    if not address or address.startswith(name):
        return address or name
    return f"{name}, {address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryAbout:
    """What somebody told of something they value, in their own words."""

    key: UUID
    name: str
    story: str
    told_by: str
    told_on: date | None


def stories_in(area: str, *, most: int = 3) -> list[StoryAbout]:
    """List what people told of things in an area, newest first, in their own words.

    Parameters
    ----------
    area
        An ONS code: an LSOA of 2021, or any area that is made of such.
    most
        How many to give.
    """
    codes = areas_inside(area) or [area]
    rows = Listing.objects.filter(asset__lsoa21__in=codes).exclude(asset__story="")
    # the page of a place is one that search engines keep
    rows = rows.exclude(asset__in=kept_back(Channel.SEARCH_ENGINE))
    told = rows.select_related("asset").order_by("-asset__told_on", "asset__name")
    return [
        StoryAbout(
            key=row.asset.pk,
            name=row.asset.name,
            story=row.asset.story,
            told_by=row.asset.told_by,
            told_on=row.asset.told_on,
        )
        for row in told[:most]
        if row.asset is not None
    ]
