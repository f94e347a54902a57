"""Which picture of a door is shown, which waits, and which may a group give?"""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from weft.assets.domain.doors import LARGE, SMALL
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Door, Offer, Tie
from weft.assets.queries.about import DoorAbout
from weft.assets.queries.rooms_in_hand import rooms_of
from weft.assets.queries.seen import NOT_HERE, is_whole
from weft.commons.errors import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorWaiting:
    """A picture that somebody who checks the list has not looked at, or has."""

    about: DoorAbout
    place: UUID
    name: str
    shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInHand:
    """A place whose door a group may show, and what it gave."""

    key: UUID
    name: str
    given: tuple[DoorWaiting, ...]


_TOLD = ("id", "described", "width", "height", "given_by", "given_on")


def door_of(place: Asset | None) -> DoorAbout | None:
    """Say which picture of a place's door everybody may see."""
    if place is None or not is_whole(place, Channel.SEARCH):
        return None
    row = Door.objects.filter(place=place, shown=True).values(*_TOLD).first()
    return DoorAbout(**row) if row else None


def shown_picture(key: UUID, width: int) -> bytes:
    """Give a picture that everybody may see.

    Raises
    ------
    NotFound
        When there is none, it is not shown, or its place is not to be seen.
    """
    shown = Door.objects.filter(pk=key, shown=True).select_related("place")
    row = shown.defer("small", "large").first()
    if row is None or not is_whole(row.place, Channel.SEARCH):
        raise NotFound(NOT_HERE)
    return picture(key, width)


def picture(key: UUID, width: int) -> bytes:
    """Give a picture to whoever may look at it before it is shown.

    Raises
    ------
    NotFound
        When there is none of this width.
    """
    column = {SMALL: "small", LARGE: "large"}.get(width)
    found = Door.objects.filter(pk=key)
    row = found.values_list(column, flat=True).first() if column else None
    if row is None:
        raise NotFound(NOT_HERE)
    return bytes(row)


def doors_waiting() -> tuple[DoorWaiting, ...]:
    """List every picture, those that nobody has looked at first."""
    rows = Door.objects.select_related("place").defer("small", "large")
    return tuple(map(_waiting, rows.order_by("shown", "given_on", "pk")))


def how_many_wait() -> int:
    """Count the pictures that nobody has looked at."""
    return Door.objects.filter(shown=False).count()


def places_of(group: UUID) -> QuerySet[Asset]:
    """Find the places whose door a group may show: its own, and where it meets."""
    meets = Tie.objects.filter(asset=group, kind=TieKind.MEETS_AT, disputed=False)
    offers = Offer.objects.filter(group=group, closed_on=None, place__isnull=False)
    theirs = (
        Q(pk__in=rooms_of(group).values("pk"))
        | Q(pk__in=meets.values("to"))
        | Q(pk__in=offers.values("place"))
    )
    found = Asset.objects.filter(theirs, kind=AssetKind.PLACE, closed_on=None)
    return found.order_by("name", "pk")


def places_in_hand(group: UUID) -> tuple[PlaceInHand, ...]:
    """Show a group the places whose door it may show."""
    given = Door.objects.filter(given_in_hand=group).select_related("place")
    rows = [_waiting(row) for row in given.defer("small", "large").order_by("pk")]
    return tuple(
        PlaceInHand(
            key=place.pk,
            name=place.name,
            given=tuple(one for one in rows if one.place == place.pk),
        )
        for place in places_of(group)
    )


def _waiting(row: Door) -> DoorWaiting:
    about = DoorAbout(
        id=row.pk,
        described=row.described,
        width=row.width,
        height=row.height,
        given_by=row.given_by,
        given_on=row.given_on,
    )
    return DoorWaiting(
        about=about, place=row.place_id, name=row.place.name, shown=row.shown
    )
