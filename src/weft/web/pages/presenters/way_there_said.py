"""How is the way to one thing said in somebody's language, time by time?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from weft.access.domain.going import NO_WAY, Basis
from weft.access.domain.timetable import MustBeBooked
from weft.access.domain.travel import Way
from weft.access.queries.ways_told import Occasion
from weft.commons.saying import day_of
from weft.commons.times import Window
from weft.commons.tongues import Said, Tongue
from weft.web.finding import WAYS_MEANT
from weft.web.pages.presenters.effort import EffortOf
from weft.web.pages.presenters.effort_said import PartIn, effort_in
from weft.web.pages.presenters.way_said import WAYS, WaySaidIn, ways_in
from weft.web.pages.presenters.way_told import between

BASES = {
    Basis.STRAIGHT_LINE: "guess",
    Basis.STREETS: "by_streets",
    Basis.TIMETABLE: "by_timetable",
}
WHEELS = ("wheelchair_unknown", "takes_wheelchair", "takes_no_wheelchair")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeIn:
    """One time, the way to it and home, and what it takes."""

    heading: Said
    words: tuple[Said, ...]
    ways: tuple[WaySaidIn, ...]
    effort: tuple[PartIn, ...]
    booked: tuple[tuple[Said, ...], ...]


def time_in(tongue: Tongue, occasion: Occasion, of: EffortOf | None) -> TimeIn:
    """Say one time."""
    window, told = occasion.window, occasion.told
    day = tongue.day(day_of(window.start))
    return TimeIn(
        heading=tongue.joined([day, tongue.hours(window)]),
        words=tuple(_how_far(tongue, occasion)),
        ways=ways_in(tongue, told) if told else (),
        effort=effort_in(tongue, occasion, of) if of else (),
        booked=tuple(tuple(booked_in(tongue, one, window)) for one in occasion.booked),
    )


def basis_in(tongue: Tongue, basis: Basis, way: str) -> Sequence[Said]:
    """Say what ways are reckoned from, and if buses were meant that are not known."""
    missing = Way.BUS in WAYS_MEANT[way] and basis is not Basis.TIMETABLE
    told = [tongue.say(BASES[basis])]
    return [*told, tongue.say("no_bus_times")] if missing else told


def _how_far(tongue: Tongue, occasion: Occasion) -> Iterator[Said]:
    """Say how long the way is, there and back."""
    trip = occasion.trip
    if trip.longest >= NO_WAY:
        nowhere = trip.minutes_there >= NO_WAY
        yield tongue.say("no_way_there" if nowhere else "no_way_home")
        return
    ways = [tongue.say(WAYS[one.value]) for one in (trip.way, trip.way_back)]
    there, back = map(tongue.minutes, (trip.minutes_there, trip.minutes_back))
    if trip.way is not trip.way_back:
        for key, way, long in (("to_there", 0, there), ("to_home", 1, back)):
            yield tongue.say(key, what=tongue.say("leg", way=ways[way], minutes=long))
    elif trip.minutes_there == trip.minutes_back:
        yield tongue.say("each_way", way=ways[0], minutes=there)
    else:
        yield tongue.say("there_and_back", way=ways[0], there=there, back=back)


def booked_in(tongue: Tongue, one: MustBeBooked, session: Window) -> Iterator[Said]:
    """Say what fetches those who ring, between which times, and whom to ring."""
    opens, closes = map(tongue.clock, between(one, session))
    name = ", ".join(part for part in (one.name, one.operator) if part)
    yield tongue.say(
        "comes_between", name=name or tongue.say("a_bus"), opens=opens, closes=closes
    )
    if one.phone:
        yield tongue.say("ring_before", phone=one.phone)
    else:
        yield tongue.say("book_before")
    yield from (tongue.name(told) for told in (one.message, one.address) if told)
    yield tongue.say(WHEELS[one.accessible])
