"""What can be entered near somebody, though its middle lies far away?

A canal is listed at one point of it and may be thirty kilometres long. One walks to the
nearest way in, so the search looks for ways in as well as for points.
"""

from collections.abc import Iterable

from weft.assets.models import Listing
from weft.assets.queries.search.asking import Ask
from weft.assets.queries.search.conditions import METRES_OF_A_DEGREE
from weft.commons.places import Point

Gates = Iterable[list[float]]  # each its longitude and latitude


def entered_near(ask: Ask) -> tuple[int, ...]:
    """List, by number, what has a way in within reach; one statement.

    Parameters
    ----------
    ask
        Only its place, distance and regions count.
    """
    if ask.near is None or ask.within_metres is None:
        return ()
    # In no order: for one, SQLite would pass by the small index over what has gates.
    held = Listing.objects.filter(gates__isnull=False)
    if ask.regions:
        held = held.filter(region__in=ask.regions)
    near, metres = ask.near, ask.within_metres
    return tuple(
        sorted(
            listing
            for listing, gates in held.values_list("pk", "gates")
            if _is_near(near, gates or (), metres)
        )
    )


def _is_near(near: Point, gates: Gates, metres: float) -> bool:
    """Tell whether any way in lies within reach."""
    high = metres / METRES_OF_A_DEGREE
    return any(
        near.metres_to(Point(latitude, longitude)) <= metres
        for longitude, latitude in gates
        # A canal has hundreds of gates; most lie too far north or south to measure.
        if abs(latitude - near.latitude) <= high
    )
