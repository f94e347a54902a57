"""What does the bus cost, there and home again? Unknown is told, and never nothing."""

from dataclasses import dataclass

from weft.access.domain.journeys.telling import WayTold
from weft.access.domain.timetable.fares import Fares, Paid, Ridden, cheapest


@dataclass(frozen=True, slots=True, kw_only=True)
class FareTold:
    """What it costs by bus, as the timetable tells it; None where nobody can say.

    ``both`` covers there and home, and may be less than the two: one ticket may hold
    for both.
    """

    there: Paid | None
    back: Paid | None
    both: Paid | None


def fare_told(fares: Fares, there: WayTold, back: WayTold) -> FareTold | None:
    """Reckon the fare there and home; None where no bus is taken."""
    out, home = _ridden(there), _ridden(back)
    if not out and not home:
        return None
    return FareTold(
        there=cheapest(fares, out),
        back=cheapest(fares, home),
        both=cheapest(fares, [*out, *home]),
    )


def _ridden(way: WayTold) -> list[Ridden]:
    return [leg.ridden for leg in way.legs if leg.ridden is not None]
