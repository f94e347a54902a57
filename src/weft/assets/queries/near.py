"""What is registered in an area, as far as it may be listed?"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from weft.assets.models import Listing
from weft.commons.batches import batched
from weft.commons.places import Point
from weft.ground.queries import areas_inside


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One listing of an area."""

    asset: UUID | None
    offer: UUID | None
    name: str
    kind: str
    holder: str
    point: Point | None
    always_open: bool | None
    hours_known: bool
    told_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetsIn:
    """What is registered in an area; the kinds with most first."""

    area: str
    listed: tuple[Listed, ...]

    @property
    def offers(self) -> tuple[Listed, ...]:
        """Those that are something to do."""
        return tuple(one for one in self.listed if one.offer is not None)

    @property
    def places(self) -> tuple[Listed, ...]:
        """Those that are there: places, groups, channels and all else."""
        return tuple(one for one in self.listed if one.asset is not None)


def assets_in(area: str) -> AssetsIn:
    """List what is registered in an area of any geography, offers by their place.

    Parameters
    ----------
    area
        An ONS code: an LSOA of 2021, or any area that is made of such.
    """
    codes = sorted(areas_inside(area)) or [area]
    found: list[Listed] = []
    for some in batched(codes):
        where = Q(asset__lsoa21__in=some) | Q(offer__place__lsoa21__in=some)
        found += map(_listed, Listing.objects.filter(where).order_by("name", "pk"))
    return AssetsIn(area=area, listed=tuple(found))


def _listed(row: Listing) -> Listed:
    """Say a listing."""
    on_map = row.latitude is not None and row.longitude is not None
    point = Point(row.latitude or 0.0, row.longitude or 0.0) if on_map else None
    return Listed(
        asset=row.asset_id,
        offer=row.offer_id,
        name=row.name,
        kind=row.kind,
        holder=row.holder,
        point=point,
        always_open=row.always_open,
        hours_known=row.hours_known,
        told_on=row.told_on,
    )
