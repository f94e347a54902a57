"""What does a way by bus cost, with the tickets that a timetable tells of?

The cheapest set of tickets that covers every ride: a ticket covers one ride, or several
in a row where it allows changes. One ride that no ticket is told for makes the whole
unknown, never free. It is told as GTFS has it (docs/standards/gtfs.md): passes, season
tickets and what one may claim are not in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
Flags = NDArray[np.bool_]

ANY = -1
NOT_TOLD = -1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fares:
    """The tickets of a timetable, as arrays.

    Attributes
    ----------
    price
        Of each ticket, in pence; -1 where nobody can say.
    changes, lasts
        Of each ticket: how many changes it allows, and deciseconds from boarding the
        first vehicle to boarding the last; -1 for any.
    before
        Of each ticket: it must be bought before one boards.
    alone
        Of each ticket: nobody can say what it costs beside another.
    priority
        Of each ticket: of those that are good for one ride only the highest count.
    rule_ticket, rule_network, rule_origin, rule_destination, rule_through
        Where each ticket is good; areas and ``rule_through`` are -1 for any.
    area_of, area_stop
        Which stops an area has.
    network_of, network_route
        Which routes a network has.
    through_of, through_area
        Which areas a ride must touch, these and no other.
    """

    price: Numbers
    changes: Numbers
    lasts: Numbers
    before: Flags
    alone: Flags
    priority: Numbers
    rule_ticket: Numbers
    rule_network: Numbers
    rule_origin: Numbers
    rule_destination: Numbers
    rule_through: Numbers
    area_of: Numbers
    area_stop: Numbers
    network_of: Numbers
    network_route: Numbers
    through_of: Numbers
    through_area: Numbers


_NONE = np.empty(0, np.int32)
NO_FARES = Fares(
    price=_NONE,
    changes=_NONE,
    lasts=_NONE,
    before=np.empty(0, np.bool_),
    alone=np.empty(0, np.bool_),
    priority=_NONE,
    rule_ticket=_NONE,
    rule_network=_NONE,
    rule_origin=_NONE,
    rule_destination=_NONE,
    rule_through=_NONE,
    area_of=_NONE,
    area_stop=_NONE,
    network_of=_NONE,
    network_route=_NONE,
    through_of=_NONE,
    through_area=_NONE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ridden:
    """One ride to be paid for.

    Attributes
    ----------
    route
        Its row in the timetable.
    stops
        Where it calls from getting on to getting off, both told.
    leaves
        Deciseconds since any one moment, the same for all rides.
    """

    route: int
    stops: tuple[int, ...]
    leaves: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """A ticket as it is used: its price in pence, and how many rides it covers."""

    pence: int
    rides: int = 1
    before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What rides cost together, and by which tickets, in their order."""

    tickets: tuple[Ticket, ...] = ()

    @property
    def pence(self) -> int:
        """Add the tickets up."""
        return sum(one.pence for one in self.tickets)

    @property
    def cost(self) -> tuple[int, int]:
        """Say how good it is: the cheaper first, then the fewer tickets."""
        return self.pence, len(self.tickets)


def cheapest(fares: Fares, rides: Sequence[Ridden]) -> Paid | None:
    """Find the cheapest tickets for rides one after the other.

    Parameters
    ----------
    fares
        What tickets there are.
    rides
        In their order; of one way, or there and home again.

    Returns
    -------
    Paid or None
        Of equals the fewest tickets; None where nobody can say. No ride costs nothing.
    """
    best: list[Paid | None] = [Paid()]
    for end in range(1, len(rides) + 1):
        found = [
            Paid(tickets=(*before.tickets, ticket))
            for start in range(end)
            if (before := best[start]) is not None
            for ticket in _tickets(
                fares, rides[start:end], whole=end - start == len(rides)
            )
        ]
        best.append(min(found, key=lambda paid: paid.cost, default=None))
    return best[-1]


def _tickets(fares: Fares, rides: Sequence[Ridden], *, whole: bool) -> Iterator[Ticket]:
    """Give the cheapest ticket that covers all of some rides, if there is one."""
    good = _good(fares, rides)
    long = rides[-1].leaves - rides[0].leaves
    good &= (fares.changes == ANY) | (fares.changes >= len(rides) - 1)
    good &= (fares.lasts == ANY) | (fares.lasts >= long) | (len(rides) == 1)
    if not good.any():
        return
    good &= fares.priority == fares.priority[good].max()
    good &= (fares.price != NOT_TOLD) & (whole | ~fares.alone)
    rows = np.flatnonzero(good)
    if len(rows):
        row = int(rows[fares.price[rows].argmin()])
        yield Ticket(
            pence=int(fares.price[row]),
            rides=len(rides),
            before=bool(fares.before[row]),
        )


def _good(fares: Fares, rides: Sequence[Ridden]) -> Flags:
    """Tell which tickets are good on all of some rides, by where they begin and end."""
    touched = {stop for ride in rides for stop in ride.stops}
    here = (
        _any_of(fares.rule_origin, _areas(fares, {rides[0].stops[0]}))
        & _any_of(fares.rule_destination, _areas(fares, {rides[-1].stops[-1]}))
        & _any_of(fares.rule_through, _sets(fares, _areas(fares, touched)))
    )
    good = np.ones(len(fares.price), np.bool_)
    for route in {ride.route for ride in rides}:
        networks = fares.network_of[fares.network_route == route]
        on_it = here & np.isin(fares.rule_network, networks)
        covered = np.zeros(len(good), np.bool_)
        covered[fares.rule_ticket[on_it]] = True
        good &= covered
    return good


def _any_of(told: Numbers, allowed: Numbers) -> Flags:
    """Tell which rules ask for nothing, or for one of these."""
    found: Flags = (told == ANY) | np.isin(told, allowed)
    return found


def _areas(fares: Fares, stops: set[int]) -> Numbers:
    """List the areas of some stops."""
    return np.unique(fares.area_of[np.isin(fares.area_stop, list(stops))])


def _sets(fares: Fares, areas: Numbers) -> Numbers:
    """List the sets that are these areas and no other."""
    sets = np.unique(fares.through_of)
    return np.array(
        [
            number
            for number in sets.tolist()
            if set(fares.through_area[fares.through_of == number].tolist())
            == set(areas.tolist())
        ],
        np.int32,
    )
