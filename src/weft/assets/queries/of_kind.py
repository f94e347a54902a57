"""Where are the listed places of some kinds: the parks, the colleges?"""

from collections.abc import Collection

from weft.assets.models import Listing
from weft.commons.places import Point

AtGates = tuple[Point, tuple[Point, ...]]
"""A place by its point, and by its ways in where the map knows any."""


def places_of_kind(
    regions: Collection[str], kinds: Collection[str]
) -> tuple[AtGates, ...]:
    """List places by name; what may not be listed is not here.

    Parameters
    ----------
    regions
        Their slugs.
    kinds
        Keys of ``domain/place_kinds.toml``.
    """
    rows = Listing.objects.filter(
        region__in=regions, asset__place_kind__in=kinds, latitude__isnull=False
    )
    told = rows.order_by("name", "pk").values_list("latitude", "longitude", "gates")
    return tuple(
        (
            Point(latitude or 0.0, longitude or 0.0),
            tuple(Point(north, east) for east, north in gates or ()),
        )
        for latitude, longitude, gates in told
    )
