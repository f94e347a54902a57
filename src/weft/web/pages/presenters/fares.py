"""What does the bus cost, there and home again: which sentences say it?

The same keys in every language's file, English among them.
"""

from collections.abc import Iterator

from weft.access.domain.journeys.fare import FareTold
from weft.access.domain.timetable.fares import Paid
from weft.access.domain.travel import Way
from weft.access.queries.ways_told import Occasion
from weft.commons.tongues import Said, Tongue


def fares_in(tongue: Tongue, occasion: Occasion) -> Iterator[Said]:
    """Say the fare there, the fare home, and both together; or what nobody told us.

    Nothing where no bus is taken.
    """
    trip, told = occasion.trip, occasion.told
    fare = told.fare if told else None
    if fare is None and Way.BUS not in (trip.way, trip.way_back):
        return
    yield from _fares(tongue, fare)
    yield tongue.say("fare_pass")


def _fares(tongue: Tongue, fare: FareTold | None) -> Iterator[Said]:
    if fare is None or (fare.there is None and fare.back is None):
        yield tongue.say("fare_unknown")
        return
    yield from fare_one_way(tongue, "there", fare.there)
    yield from fare_one_way(tongue, "back", fare.back)
    if fare.both is not None:
        if fare.there and fare.back and fare.there.tickets and fare.back.tickets:
            yield tongue.say("fare_both", money=tongue.money(fare.both.pence))
        if any(ticket.before for ticket in fare.both.tickets):
            yield tongue.say("fare_before")


def fare_one_way(tongue: Tongue, way: str, paid: Paid | None) -> Iterator[Said]:
    """Say the fare of one way; nothing where no bus is taken."""
    if paid is None:
        yield tongue.say(f"fare_{way}_unknown")
    elif paid.tickets:
        yield tongue.say(f"fare_{way}", money=tongue.money(paid.pence))
