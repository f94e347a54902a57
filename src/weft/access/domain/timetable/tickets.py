"""Which tickets are there for somebody who has only so much money?

The fares of a timetable (``fares``), laid out for a scan that keeps count of what is
paid. On the *certain* plane a ticket counts only where nothing can make it dearer, on
the *possible* plane wherever it may hold, and a ride of which nobody tells a fare may
be free. So what is certain is affordable by ``fares.cheapest`` too, and what that can
afford is possible (docs/methods/real-choice.md).
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.fit import Plane
from weft.access.domain.timetable.fares import ANY, NOT_TOLD, Fares
from weft.access.domain.timetable.tables import Timetable

Numbers = NDArray[np.int32]
Bits = NDArray[np.uint8]

MOST_LEVELS, EXACT = 32, 24
"""Sums of tickets that are told apart; where there are more, the low ones as they are,
and of the others some, evenly: between them a sum is rounded."""

MOST_RIDES = 5
"""A ticket for more rides holds, possibly, for any number, and for certain for five."""

FOR_EVER = 2**30
NO_SLOT = -1
TOO_DEAR = -1


class Tickets(NamedTuple):
    """What tickets cost and where they hold, for one plane; every array for a kernel.

    A *seat* is a ticket on its nth ride; a *pocket* is a ticket that is good for more,
    between two rides. Pocket 0 is none: what was bought is used up. A ticket good for
    any number of rides has a seat for the first and one for all others.

    Attributes
    ----------
    price
        Of each ticket, the level one is on who buys it on each level, (tickets,
        levels); ``TOO_DEAR`` where that is beyond the last.
    lasts
        Of each ticket: deciseconds from boarding the first vehicle to the last.
    routes, begins, ends
        Where each ticket holds, at which stop one may begin and end with it; (tickets,
        routes) and twice (tickets, stops).
    first_seat
        Of each ticket its seat on the first ride; ``NO_SLOT`` where it is not sold on
        the way.
    ticket_of, then
        Of each seat its ticket, and the pocket it leads to; ``NO_SLOT`` for none.
    seat_of
        Of each pocket the seat it leads to.
    untold
        Of each route: a ride may be free, as far as anybody knows.
    """

    price: Numbers
    lasts: Numbers
    routes: Bits
    begins: Bits
    ends: Bits
    first_seat: Numbers
    ticket_of: Numbers
    then: Numbers
    seat_of: Numbers
    untold: Bits

    def turned(self) -> "Tickets":
        """Give the same for a scan with time turned round."""
        return self._replace(begins=self.ends, ends=self.begins)


class Held(NamedTuple):
    """A ticket that holds there and home again.

    ``pence``, ``lasts`` and ``routes`` of it; ``there`` and ``back`` are the pockets
    with which one begins each way, the rides of both being all it is good for.
    """

    pence: int
    lasts: int
    routes: Bits
    there: int
    back: int


class Purse(NamedTuple):
    """Everything about tickets on one plane."""

    tickets: Tickets
    held: tuple[Held, ...]


class _One(NamedTuple):
    """A ticket between one kind of beginning and one kind of end."""

    pence: int
    rides: int  # 0 for any number
    lasts: int
    routes: Bits
    begins: Bits
    ends: Bits


def levels_of(fares: Fares, most: int) -> tuple[int, ...]:
    """List what some tickets can cost together, up to so many pence; 0 the first.

    None at all where a timetable tells of no fare.
    """
    prices = sorted({int(one) for one in fares.price.tolist() if one > 0})
    if not len(fares.price):
        return ()
    sums, new = {0}, {0}
    while new:
        new = {old + price for old in new for price in prices if old + price <= most}
        new -= sums
        sums |= new
    told = sorted(sums)
    if len(told) > MOST_LEVELS:
        at = np.linspace(EXACT, len(told) - 1, MOST_LEVELS - EXACT).round()
        told = told[:EXACT] + [told[int(n)] for n in at.tolist()]
    return tuple(told)


def purse_of(
    timetable: Timetable, levels: tuple[int, ...], plane: Plane, shortest: int
) -> Purse:
    """Lay out a timetable's tickets.

    Parameters
    ----------
    timetable
        With its fares.
    levels
        Sums in pence that are told apart.
    plane
        Whether what nobody can say counts against a ticket or for it.
    shortest
        How long the shortest stay is, in deciseconds: a ticket that lasts less
        does not bring anybody home.
    """
    singles = [*_ones(timetable, plane)]
    both = [one for one in singles if one.rides != 1 and one.lasts >= shortest]
    kept = [one._replace(lasts=FOR_EVER) for one in both]
    sold = np.arange(len(singles) + len(kept)) < len(singles)
    tickets, pockets = _laid([*singles, *kept], sold, levels, plane)
    tickets = tickets._replace(untold=_untold(timetable, plane))
    if plane is Plane.POSSIBLE:
        tickets = tickets._replace(lasts=np.full_like(tickets.lasts, FOR_EVER))
    held = [
        Held(one.pence, one.lasts, one.routes, there, back)
        for one, mine in zip(both, pockets[len(singles) :], strict=True)
        for there, back in _split(mine)
    ]
    return Purse(tickets=tickets, held=tuple(held))


def _split(pockets: list[int]) -> Iterator[tuple[int, int]]:
    """Deal the rides of a ticket out to both ways; the nth pocket has n rides used.

    A ticket for four rides has three pockets, with three, two and one ride left.
    """
    yield from zip(pockets, reversed(pockets), strict=True)


def _ones(timetable: Timetable, plane: Plane) -> Iterator[_One]:
    """List tickets by where they begin and end, as far as a plane trusts them."""
    fares, sure = timetable.fares, plane is Plane.CERTAIN
    rules = np.column_stack(
        (fares.rule_ticket, fares.rule_origin, fares.rule_destination)
    )
    if sure:
        rules = rules[fares.rule_through == ANY]
    for ticket, begins, ends in np.unique(rules, axis=0).tolist():
        pence = int(fares.price[ticket])
        if pence == NOT_TOLD or (sure and not _trusted(fares, ticket)):
            continue
        changes, lasts = int(fares.changes[ticket]), int(fares.lasts[ticket])
        yield _One(
            pence=pence,
            rides=_rides(changes, sure=sure),
            lasts=FOR_EVER if lasts == ANY else lasts,
            routes=_routes(timetable, ticket, (begins, ends), sure=sure),
            begins=_stops(timetable, begins),
            ends=_stops(timetable, ends),
        )


def _trusted(fares: Fares, ticket: int) -> bool:
    """Tell whether nothing that nobody can say can make a ticket dearer.

    One that stands alone has no price beside another; one of a lower priority does not
    hold where one of a higher might.
    """
    higher = (fares.priority > fares.priority[ticket]).any()
    return not fares.alone[ticket] and not higher


def _rides(changes: int, *, sure: bool) -> int:
    if changes == ANY:
        return 0
    rides = changes + 1
    return min(rides, MOST_RIDES) if sure or rides <= MOST_RIDES else 0


def _routes(
    timetable: Timetable, ticket: int, ends: tuple[int, int], *, sure: bool
) -> Bits:
    """Tell on which routes a ticket holds between two areas.

    Possibly on all that it holds on between any: a stop may lie in several areas.
    """
    fares = timetable.fares
    mine = fares.rule_ticket == ticket
    if sure:
        mine &= fares.rule_through == ANY
        mine &= np.isin(fares.rule_origin, (ANY, ends[0]))
        mine &= np.isin(fares.rule_destination, (ANY, ends[1]))
    here = np.isin(fares.network_of, fares.rule_network[mine])
    told = np.zeros(len(timetable.route_name), np.uint8)
    told[fares.network_route[here]] = 1
    return told


def _stops(timetable: Timetable, area: int) -> Bits:
    """Tell which stops an area has; all for any."""
    fares = timetable.fares
    if area == ANY:
        return np.ones(timetable.stops, np.uint8)
    told = np.zeros(timetable.stops, np.uint8)
    told[fares.area_stop[fares.area_of == area]] = 1
    return told


def _untold(timetable: Timetable, plane: Plane) -> Bits:
    """Tell on which routes there may be a ride of which nobody tells the fare.

    None for certain. Possibly where some two stops of a trip, one before the other,
    have no ticket that surely holds between them.
    """
    told = np.zeros(len(timetable.route_name), np.uint8)
    if plane is Plane.CERTAIN:
        return told
    sure = [*_ones(timetable, Plane.CERTAIN)]
    for route, stops in _patterns(timetable):
        here = [one for one in sure if one.routes[route]]
        at, covered = list(stops), np.zeros((len(stops), len(stops)), bool)
        for one in here:
            covered |= (one.begins[at][:, None] & one.ends[at]).astype(bool)
        told[route] |= not covered[np.triu_indices(len(stops), 1)].all()
    return told


def _patterns(timetable: Timetable) -> set[tuple[int, tuple[int, ...]]]:
    """List which stops the trips of each route call at."""
    first = timetable.first
    return {
        (route, tuple(timetable.at_stop[first[trip] : first[trip + 1]].tolist()))
        for trip, route in enumerate(timetable.trip_route.tolist())
    }


def _laid(
    ones: list[_One], sold: NDArray[np.bool_], levels: tuple[int, ...], plane: Plane
) -> tuple[Tickets, list[list[int]]]:
    """Lay tickets out, with the pockets of each."""
    first_seat: list[int] = []
    ticket_of: list[int] = []
    then: list[int] = []
    seat_of = [NO_SLOT]
    pockets: list[list[int]] = []
    for number, one in enumerate(ones):
        seat, many = len(ticket_of), one.rides or 2
        first_seat.append(seat if sold[number] else NO_SLOT)
        ticket_of += [number] * many
        mine = [*range(len(seat_of), len(seat_of) + many - 1)]
        then += [*mine, mine[0] if one.rides == 0 else NO_SLOT]
        seat_of += range(seat + 1, seat + many)
        pockets.append(mine)
    return (
        Tickets(
            price=_priced([one.pence for one in ones], levels, plane),
            lasts=_numbers(one.lasts for one in ones),
            routes=_stacked([one.routes for one in ones]),
            begins=_stacked([one.begins for one in ones]),
            ends=_stacked([one.ends for one in ones]),
            first_seat=_numbers(first_seat),
            ticket_of=_numbers(ticket_of),
            then=_numbers(then),
            seat_of=_numbers(seat_of),
            untold=np.zeros(0, np.uint8),
        ),
        pockets,
    )


def _priced(pence: list[int], levels: tuple[int, ...], plane: Plane) -> Numbers:
    """Say which level one comes to by buying; for certain it is rounded up."""
    told = np.array(levels, np.int64)
    sums = np.array(pence, np.int64).reshape(-1, 1) + told
    if plane is Plane.CERTAIN:
        at = np.searchsorted(told, sums)
    else:
        at = np.searchsorted(told, sums, side="right") - 1
    at[sums > told[-1]] = TOO_DEAR
    return at.astype(np.int32)


def _stacked(rows: list[Bits]) -> Bits:
    return np.array(rows, np.uint8) if rows else np.zeros((0, 0), np.uint8)


def _numbers(told: "Iterator[int] | list[int]") -> Numbers:
    return np.array([*told], np.int32)
