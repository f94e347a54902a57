"""What may be asked of a feed, and what answers it? Every condition holds.

Each is read as its standard says: an age is the one that was told, so a service of
which nobody has told the age answers no question about it; a day and its times are
those of one and the same schedule.
"""

import math
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db.models import F, FloatField, Q, QuerySet, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast, Cos, Radians, Sin

from weft.assets.domain.visibility import Channel
from weft.assets.models import Published, PublishedTerm, PublishedTime
from weft.assets.queries.carried import at_unnamed_places, not_carried
from weft.commons.places import EARTH_METRES, Point
from weft.commons.words import surfaces

WIDE = 10_000.0  # metres within which a fair part of a region lies
_METRES_NORTH = math.pi * EARTH_METRES / 180


@dataclass(frozen=True, slots=True)
class Near:
    """Within how many metres of where; no distance means anywhere."""

    point: Point
    metres: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxa:
    """Under which term, of which taxonomy."""

    term: UUID | None = None
    taxonomy: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Every parameter by which services are chosen; none of them means all."""

    search: str = ""
    taxa: Taxa = Taxa()
    organization: UUID | None = None
    minimum_age: float | None = None
    maximum_age: float | None = None
    day: int | None = None
    start_time: time | None = None
    end_time: time | None = None
    near: Near | None = None
    modified_after: datetime | None = None
    somewhere: bool = False  # only what is at a place, or online


def chosen(asked: Asked) -> QuerySet[Published]:
    """Choose what was published, may be carried still, and answers what was asked."""
    rows = Published.objects.filter(_plainly(asked), live=True)
    for kept in not_carried(Channel.FEED):
        rows = rows.exclude(pk__in=kept.values("pk"))
    for word in surfaces(asked.search):
        # a blank stands before each word, so that this is a word's beginning
        rows = rows.filter(words__contains=f" {word}")
    for name, number in (("term", asked.taxa.term), ("taxonomy", asked.taxa.taxonomy)):
        if number:
            under = PublishedTerm.objects.filter(**{name: number})
            rows = rows.filter(pk__in=under.values("published"))
    if _times(asked):
        on = PublishedTime.objects.filter(_times(asked))
        rows = rows.filter(pk__in=on.values("published"))
    if asked.near and asked.near.metres is not None:
        read = bool(asked.search) and asked.near.metres > WIDE
        rows = _within(rows, asked.near.point, asked.near.metres, read=read)
    if asked.somewhere:
        rows = rows.filter(somewhere=True).exclude(_unnamed_now())
    return rows.order_by("pk")


def _plainly(asked: Asked) -> Q:
    """Say what stands in the row itself."""
    told = {
        "modified_at__gte": asked.modified_after,
        "least_age__gte": asked.minimum_age,
        "greatest_age__lte": asked.maximum_age,
        "group": asked.organization,
    }
    return Q(**{name: value for name, value in told.items() if value is not None})


def _unnamed_now() -> Q:
    """Say that the place may not be named any more, and that it is not online."""
    offers = at_unnamed_places(Channel.FEED)
    return Q(pk__in=offers.exclude(online=True).values("pk"))


def _times(asked: Asked) -> Q:
    """Say what one schedule must fulfil at once."""
    told = {
        "day": asked.day,
        "opens_at__gte": asked.start_time,
        "closes_at__lte": asked.end_time,
    }
    return Q(**{name: value for name, value in told.items() if value is not None})


def _within(
    rows: QuerySet[Published], point: Point, metres: float, *, read: bool
) -> QuerySet[Published]:
    """Keep what is within a distance: a box first, then the sphere (haversine).

    The distance itself is not reckoned, only its sine's square, which rises with it as
    far as the other side of the earth. Where the flat distance already decides, the
    sphere is not asked: on SQLite its six functions are Python's, and 57,000 places
    took a second. A place that was hidden since is none. Where every row is ``read``
    for its words, nothing is looked up by an index besides: it would be read twice.
    """
    north = (metres + 1) / _METRES_NORTH
    widest = min(89.0, abs(point.latitude) + north)
    east = north / math.cos(math.radians(widest))
    latitude, longitude = F("latitude"), F("longitude")
    half_north = Sin(Radians(latitude - point.latitude) / 2)
    half_east = Sin(Radians(longitude - point.longitude) / 2)
    here = Value(math.cos(math.radians(point.latitude)))
    haversine = (
        half_north * half_north + here * Cos(Radians(latitude)) * half_east * half_east
    )
    furthest = math.sin(min(metres / (2 * EARTH_METRES), math.pi / 2)) ** 2
    up = "read" if read else "latitude"
    box = (point.latitude - north, point.latitude + north)
    rows = rows.annotate(read=latitude + 0.0) if read else rows
    return (
        rows.filter(
            **{f"{up}__range": box},
            longitude__range=(point.longitude - east, point.longitude + east),
        )
        .exclude(pk__in=at_unnamed_places(Channel.FEED).values("pk"))
        .annotate(
            flat=Cast(_flat(point), FloatField()),
            haversine=Cast(haversine, FloatField()),
        )
        .filter(_decides(metres) | Q(haversine__lte=furthest))
    )


def _flat(point: Point) -> CombinedExpression:
    """Reckon the square of the distance on a flat map, in degrees of latitude."""
    narrow = math.cos(math.radians(point.latitude)) ** 2
    up, along = F("latitude") - point.latitude, F("longitude") - point.longitude
    return up * up + Value(narrow) * along * along


def _decides(metres: float) -> Q:
    """Say where the flat distance is so short that the sphere's is within as well.

    As far as 100 km, and no further north than 65 degrees, the two differ by less than
    2 in 100 (a law of the tests); 5 are left.
    """
    sure = 0.95 * min(metres, 100_000) / _METRES_NORTH
    return Q(flat__lte=sure * sure, latitude__range=(-65, 65))
