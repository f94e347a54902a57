"""How is the way to something said, leg by leg, and what is known along it?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from weft.access.domain.journeys.telling import Leg, WayTold
from weft.access.domain.spans import DECISECONDS
from weft.access.domain.timetable import MustBeBooked
from weft.access.domain.travel import Way
from weft.access.queries.ways_told import ThereAndBack
from weft.commons.saying import (
    clock,
    counted,
    day_of,
    distance,
    first_large,
    minutes,
)
from weft.commons.times import LONDON, Week, Window

GOES = {
    Way.FOOT: "Walk",
    Way.WHEELS: "Go",
    Way.BIKE: "Cycle",
    Way.CAR: "Drive",
}


WHEELS = (
    "Nobody has told us whether it takes a wheelchair.",
    "It takes a wheelchair.",
    "It takes no wheelchair.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaySaid:
    """One way: a heading, its legs in their order, and what is known along it."""

    heading: str
    legs: tuple[str, ...]
    facts: tuple[str, ...]


def said(told: ThereAndBack) -> tuple[WaySaid, WaySaid]:
    """Say the way there and the way home."""
    leave, home = (
        full_minute_before(told.there.leaves),
        full_minute_after(told.back.arrives),
    )
    return (
        WaySaid(
            heading=f"There: leave {clock(leave)}",
            legs=tuple(map(_leg, legs_worth_telling(told.there))),
            facts=tuple(_facts(told.there)),
        ),
        WaySaid(
            heading=f"Back: home by {clock(home)}",
            legs=tuple(map(_leg, legs_worth_telling(told.back))),
            facts=tuple(_facts(told.back)),
        ),
    )


def legs_worth_telling(told: WayTold) -> Iterator[Leg]:
    """Leave out a walk of no length, as from a bus to the next at one stop."""
    return (leg for leg in told.legs if leg.way is Way.BUS or leg.minutes)


def _leg(leg: Leg) -> str:
    """Say one leg."""
    if leg.way is Way.BUS:
        number = f"Bus {leg.route}" if leg.route else "Bus"
        towards = f" towards {leg.headsign}" if leg.headsign else ""
        there = f"at {leg.ends} by {clock(full_minute_after(leg.arrives))}."
        if leg.every:
            wait = f"one comes within {minutes(leg.every)} of {clock(leg.leaves)}"
            return f"{number}{towards} from {leg.begins}: {wait}, {there}"
        return f"{number}{towards} at {clock(leg.leaves)} from {leg.begins}, {there}"
    far = f" ({distance(leg.path.metres)})" if leg.path else ""
    to = f" to {leg.ends}" if leg.ends else ""
    return f"{GOES[leg.way]} {minutes(leg.minutes)}{to}{far}."


def _facts(told: WayTold) -> Iterator[str]:
    """Say what is known along a way, part by part; never added up."""
    if told.changes:
        yield f"{first_large(counted(told.changes, 'change', 'changes'))} of bus."
    yield steps(told)
    dark = told.dark_minutes
    if dark:
        yield f"It is dark by then: {minutes(dark)} outside.{unlit(told)}"


def steps(told: WayTold) -> str:
    """Say whether it goes without steps."""
    if told.flights:
        flights = counted(told.flights, "flight", "flights")
        return f"{first_large(flights)} of steps on the way."
    if told.step_free is None:
        return "Nobody has told us whether all of the way is step-free."
    return "No steps on the way." if told.step_free else "There are steps or kerbs."


def unlit(told: WayTold) -> str:
    """Say how much of it is not lit, as far as the map says."""
    unlit, unknown = metres_unlit(told)
    if not unlit and not unknown:
        return " The map shows lamps all the way."
    dark = f" {distance(unlit)} of it have no lamps." if unlit else ""
    told_us = f" Nobody has told us of lamps on {distance(unknown)}." if unknown else ""
    return dark + told_us


def metres_unlit(told: WayTold) -> tuple[float, float]:
    """Measure how much of the walks has no lamps, and of how much nobody knows."""
    paths = [leg.path for leg in told.walks if leg.path]
    return (
        sum(path.metres_lit(lit=False) for path in paths),
        sum(path.metres_lit(lit=None) for path in paths),
    )


def booked(one: MustBeBooked, session: Window) -> str:
    """Say what fetches those who ring, between which times, and whom to ring."""
    opens, closes = map(clock, between(one, session))
    whose = f" of {one.operator}" if one.operator else ""
    ring = f"ring {one.phone} before" if one.phone else "it must be booked before"
    told = (
        f"{one.name or 'A bus'}{whose} comes between {opens} and {closes}: {ring}.",
        one.message,
        one.address,
        WHEELS[one.accessible],
    )
    return " ".join(part for part in told if part)


def between(one: MustBeBooked, session: Window) -> tuple[datetime, datetime]:
    """Say between which moments it comes."""
    monday = Week.of(day_of(session.start)).window.start
    return _after(monday, one.opens), _after(monday, one.closes)


def _after(monday: datetime, span: int) -> datetime:
    gone = timedelta(seconds=span / DECISECONDS)
    return (monday.astimezone(UTC) + gone).astimezone(LONDON)


def full_minute_before(instant: datetime) -> datetime:
    """Give the full minute before: it is kinder to leave early."""
    return instant - timedelta(seconds=instant.second, microseconds=instant.microsecond)


def full_minute_after(instant: datetime) -> datetime:
    """Give the full minute after, where it is not one already."""
    begun = full_minute_before(instant)
    return begun if begun == instant else begun + timedelta(minutes=1)
