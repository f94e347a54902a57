"""Where are the stops, and what is each called?

Stops stand at road nodes about 330 m apart along the routes, one on either side.
Routes that share a road share its stops.
"""

import math
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from demo.ground.land import Spot, degrees, inside_valley
from demo.ground.neighbourhoods import BY_NAME, NEIGHBOURHOODS, Neighbourhood
from demo.setting import Setting
from demo.streets.graph import Roads
from demo.streets.lines import dm
from demo.timetable.fares import zone_of
from demo.timetable.routes import FREQUENT, PATTERNS

APART = 330.0
METRES_A_MINUTE = 330.0
"""About 20 km/h between stops, as on narrow valley roads."""

NAMED = {
    "Waterside": "Dye House Bridge",
    "Aldermill Centre": "Aldermill Bus Station",
    "Lockside": "Mill Lane",
    "Rushby Station": "Rushby Station",
    "Rushby Town": "Rushby Clothmarket",
    "Harrow Clough": "Harrow Clough Turning Circle",
    "Slackgate": "The Weighbridge",
}
"""What the stop in the middle of a neighbourhood is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One pole at one side of the road."""

    id: str
    code: str
    name: str
    at: Spot
    boarding: int
    side: str
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The stops of a pattern in order, with minutes from the first."""

    stops: tuple[Stop, ...]
    minutes: tuple[float, ...]


class Stops:
    """All stops of the valley, made as the routes are laid."""

    def __init__(self, setting: Setting, roads: Roads) -> None:
        self.roads = roads
        self.rng = setting.chance("stops")
        self.at: dict[Spot, tuple[Stop, Stop]] = {}
        self.names: dict[str, int] = {}
        self.courses: dict[tuple[str, ...], tuple[Course, Course]] = {}
        for pattern in (*PATTERNS, FREQUENT):
            if pattern.through not in self.courses:
                self.courses[pattern.through] = self._lay(pattern.through)

    @property
    def all(self) -> list[Stop]:
        """Every pole, by its identifier."""
        return sorted(
            (stop for pair in self.at.values() for stop in pair), key=lambda s: s.id
        )

    def _lay(self, through: tuple[str, ...]) -> tuple[Course, Course]:
        """Lay a route through its neighbourhoods, there and back."""
        way = self.roads.through([BY_NAME[place].at for place in through])
        must = {self.roads.nearest(BY_NAME[place].at) for place in through}
        along = [0.0]
        for a, b in pairwise(way):
            along.append(along[-1] + math.dist(a, b))
        chosen: list[int] = []
        for i, spot in enumerate(way):
            far = not chosen or along[i] - along[chosen[-1]] >= APART
            known = self._near(spot) is not None
            gap = not chosen or along[i] - along[chosen[-1]] >= APART / 2
            if spot in must or far or (known and gap) or i == len(way) - 1:
                chosen.append(i)
        chosen = thinned(chosen, along, {i for i in chosen if way[i] in must})
        pairs = [self._pair(way[i]) for i in chosen]
        times = [(along[i] - along[chosen[0]]) / METRES_A_MINUTE for i in chosen]
        there = Course(stops=tuple(a for a, _ in pairs), minutes=tuple(times))
        back = Course(
            stops=tuple(b for _, b in reversed(pairs)),
            minutes=tuple(times[-1] - t for t in reversed(times)),
        )
        return once(there), once(back)

    def _near(self, spot: Spot) -> Spot | None:
        if spot in self.at:
            return spot
        near = [at for at in self.at if math.dist(at, spot) < 90]
        return min(near, key=lambda at: math.dist(at, spot), default=None)

    def _pair(self, spot: Spot) -> tuple[Stop, Stop]:
        known = self._near(spot)
        if known is None:
            known = spot
            self.at[spot] = self._make(spot)
        return self.at[known]

    def _make(self, spot: Spot) -> tuple[Stop, Stop]:
        number = len(self.at) + 1
        name, near = self._name(spot), neighbourhood(spot)
        sides = []
        for side, aside in (("A", 6.0), ("B", -6.0)):
            at = dm((spot[0] + aside, spot[1] + aside))
            sides.append(
                Stop(
                    id=f"9970{number:04d}{side}",
                    code=f"tdl{letters(number)}{side.lower()}",
                    name=name,
                    at=at if inside_valley(at) else spot,
                    boarding=boarding(self.rng),
                    side=side,
                    zone=zone_of(near.name),
                )
            )
        return sides[0], sides[1]

    def _name(self, spot: Spot) -> str:
        place = neighbourhood(spot)
        middle = self.roads.nearest(place.at)
        name = f"{place.name} {self.roads.name.get(spot, 'Road End')}"
        if math.dist(spot, middle) < 95:
            name = NAMED.get(place.name, f"{place.name} Green")
        self.names[name] = self.names.get(name, 0) + 1
        again = self.names[name]
        return (
            name
            if again == 1
            else f"{name} {('', 'Top', 'End', 'Foot')[again % 4]}".strip()
        )


def neighbourhood(spot: Spot) -> Neighbourhood:
    """Give the nearest neighbourhood."""
    return min(NEIGHBOURHOODS, key=lambda p: math.dist(p.at, spot))


def thinned(chosen: list[int], along: list[float], must: set[int]) -> list[int]:
    """Leave out stops closer than 150 m to the one before, or to a named one."""
    out = chosen[:1]
    for i in chosen[1:]:
        if i in must:
            while len(out) > 1 and along[i] - along[out[-1]] < 150:
                out.pop()
            out.append(i)
        elif along[i] - along[out[-1]] >= 150:
            out.append(i)
    return out


def once(course: Course) -> Course:
    """Leave out a stop that follows itself."""
    kept = [
        i
        for i, stop in enumerate(course.stops)
        if i == 0 or stop.id != course.stops[i - 1].id
    ]
    return Course(
        stops=tuple(course.stops[i] for i in kept),
        minutes=tuple(course.minutes[i] for i in kept),
    )


def boarding(rng: Random) -> int:
    """Say whether a wheelchair can board: mostly nobody has recorded it (0)."""
    chance = rng.random()
    return 0 if chance < 0.7 else 1 if chance < 0.82 else 2


def letters(number: int) -> str:
    """Give a number as the letters of a text-message code."""
    text = ""
    for _ in range(3):
        number, rest = divmod(number, 20)
        text = "adgjmptwbehknqsuvxyz"[rest] + text
    return text


def row(stop: Stop) -> tuple[str | float, ...]:
    """Give a stop as GTFS holds it."""
    lon, lat = degrees(stop.at)
    place = (f"{lat:.6f}", f"{lon:.6f}")
    return (stop.id, stop.code, stop.name, *place, stop.boarding, "", "", "", stop.zone)
