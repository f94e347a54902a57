"""How is the way to something said in somebody's language, leg by leg?

What ``way_told`` says in English, without what needs a sentence of its own: how many
metres, how many flights of steps, how much of the way has lamps. Names of stops and
numbers of buses stay as they stand on the bus.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weft.access.domain.journeys.telling import Leg, WayTold
from weft.access.domain.travel import Way
from weft.access.queries.ways_told import ThereAndBack
from weft.commons.tongues import Said, Tongue
from weft.web.pages.presenters.fares import fare_one_way
from weft.web.pages.presenters.way_told import (
    full_minute_after,
    full_minute_before,
    legs_worth_telling,
)

WAYS: Mapping[str, str] = {
    Way.FOOT.value: "on_foot",
    Way.WHEELS.value: "with_wheels",
    Way.BIKE.value: "by_bike",
    Way.CAR.value: "by_car",
    Way.BUS.value: "by_bus",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WaySaidIn:
    """One way: a heading, its legs in their order, and what is known along it."""

    heading: Said
    legs: tuple[Said, ...]
    facts: tuple[Said, ...]


def ways_in(tongue: Tongue, told: ThereAndBack) -> tuple[WaySaidIn, WaySaidIn]:
    """Say the way there and the way home."""
    leave = tongue.clock(full_minute_before(told.there.leaves))
    home = tongue.clock(full_minute_after(told.back.arrives))
    return (
        WaySaidIn(
            heading=tongue.say("way_there", leave=leave),
            legs=_legs(tongue, told.there),
            facts=(*_facts(tongue, told.there), *_fare(tongue, told, "there")),
        ),
        WaySaidIn(
            heading=tongue.say("way_back", home=home),
            legs=_legs(tongue, told.back),
            facts=(*_facts(tongue, told.back), *_fare(tongue, told, "back")),
        ),
    )


def buses_in(tongue: Tongue, told: ThereAndBack) -> Iterator[Said]:
    """Say the first bus there and the first bus home, for a page with little room."""
    for key, way in (("bus_there", told.there), ("bus_home", told.back)):
        bus = next((leg for leg in way.legs if leg.way is Way.BUS), None)
        if bus is not None:
            yield tongue.say(
                key,
                route=bus.route,
                leaves=tongue.clock(bus.leaves),
                begins=bus.begins,
            )


def _legs(tongue: Tongue, told: WayTold) -> tuple[Said, ...]:
    return tuple(_leg(tongue, leg) for leg in legs_worth_telling(told))


def _fare(tongue: Tongue, told: ThereAndBack, way: str) -> Iterator[Said]:
    """Say what the bus costs one way."""
    legs = told.there.legs if way == "there" else told.back.legs
    if told.fare is not None:
        paid = told.fare.there if way == "there" else told.fare.back
        yield from fare_one_way(tongue, way, paid)
    elif any(leg.way is Way.BUS for leg in legs):
        yield tongue.say(f"fare_{way}_unknown")


def _leg(tongue: Tongue, leg: Leg) -> Said:
    """Say one leg."""
    if leg.way is Way.BUS:
        often = {"minutes": tongue.minutes(leg.every)} if leg.every else {}
        return tongue.say(
            "leg_often" if often else "leg_bus",
            route=leg.route,
            leaves=tongue.clock(leg.leaves),
            begins=leg.begins,
            ends=leg.ends,
            arrives=tongue.clock(full_minute_after(leg.arrives)),
            **often,
        )
    way, minutes = tongue.say(WAYS[leg.way.value]), tongue.minutes(leg.minutes)
    if leg.ends:
        return tongue.say("leg_to", way=way, minutes=minutes, place=leg.ends)
    return tongue.say("leg", way=way, minutes=minutes)


def _facts(tongue: Tongue, told: WayTold) -> Iterator[Said]:
    """Say what is known along a way."""
    if told.flights or told.step_free is False:
        yield tongue.say("some_steps")
    else:
        yield tongue.say("no_steps" if told.step_free else "steps_unknown")
    if told.dark_minutes:
        yield tongue.say("dark")
