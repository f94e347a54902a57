"""How soon is one there by bus, for so much money and no more?

The scan of ``scan``, with a label for each level of what is paid: who has paid less and
is as soon is never worse. Aboard a vehicle all are equally soon, so that of each ticket
only the least that may have been paid for it is kept. It is asked only where a
timetable tells fares, and for lives whose purse has an end.

A kernel and what it calls stand in this one file (``compiled``).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from weft.access.domain.compiled import compiled_bare, compiled_within
from weft.access.domain.spans import FAR
from weft.access.domain.timetable.changing import NEVER, Changes, Walks
from weft.access.domain.timetable.days import Day, Hops
from weft.access.domain.timetable.reach import (
    Around,
    Events,
    Limits,
    by_day,
    checked,
    shared,
)
from weft.access.domain.timetable.scan import Asking
from weft.access.domain.timetable.tables import Numbers, Timetable
from weft.access.domain.timetable.tickets import NO_SLOT, TOO_DEAR, Tickets
from weft.commons.times import Week

Spans = NDArray[np.uint16]


class PaidSpans(NamedTuple):
    """There and back of a week's sessions for at most each level of fare.

    ``there[there_of[n], level]`` is how long from each area to session n, deciseconds,
    and ``back[back_of[n], level]`` how long home; ``FAR`` where there is no way.
    """

    there: Spans
    there_of: NDArray[np.intp]
    back: Spans
    back_of: NDArray[np.intp]


class Paying(NamedTuple):
    """What is sold, and the pocket with which one sets out and comes home."""

    tickets: Tickets
    there: int = 0
    back: int = 0


class _Labels(NamedTuple):
    """What a scan finds, by pocket and level; one set serves many scans.

    ``vehicle`` and ``ready`` (stops, pockets, levels), never later on a higher level;
    ``paid`` (runs, seats and one more for a ride that may be free), the least level;
    ``aboard`` of each run the number of the scan in which one was on it last.
    """

    vehicle: Numbers
    ready: Numbers
    paid: Numbers
    aboard: Numbers


class _Ride(NamedTuple):
    """Whose hop it is, and when the scan began; whole numbers, for the compiler."""

    run: int
    route: int
    since: int
    home: int


@compiled_within
def _on_board(tickets: Tickets, labels: _Labels, at: tuple[int, int], on: _Ride) -> int:
    """Get on with what is paid so far; give whether anybody does."""
    stop, leaves = at
    levels = labels.ready.shape[2]
    paid, found = labels.paid[on.run], 0
    for pocket in range(labels.ready.shape[1]):
        if labels.ready[stop, pocket, levels - 1] > leaves:
            continue
        level = 0
        while labels.ready[stop, pocket, level] > leaves:
            level += 1
        if pocket:
            seat = tickets.seat_of[pocket]
            ticket = tickets.ticket_of[seat]
            in_time = on.home or leaves - on.since <= tickets.lasts[ticket]
            if tickets.routes[ticket, on.route] and in_time:
                paid[seat] = min(paid[seat], level)
                found = 1
            continue
        if tickets.untold[on.route]:
            paid[-1] = min(paid[-1], level)
            found = 1
        for ticket in range(len(tickets.first_seat)):
            seat = tickets.first_seat[ticket]
            if seat == NO_SLOT or not tickets.routes[ticket, on.route]:
                continue
            then = tickets.price[ticket, level]
            if tickets.begins[ticket, stop] and then != TOO_DEAR:
                paid[seat] = min(paid[seat], then)
                found = 1
    return found


@compiled_within
def _put_down(
    changes: Changes, labels: _Labels, at: tuple[int, int, int], comes: int
) -> None:
    """Be put down at a stop with a pocket, for each level that is enough."""
    stop, pocket, least = at
    vehicle, ready, walks = labels.vehicle, labels.ready, changes.walks
    level, levels = least, vehicle.shape[2]
    while level < levels and comes < vehicle[stop, pocket, level]:
        vehicle[stop, pocket, level] = comes
        level += 1
    if level == least:
        return
    _ready(ready, (stop, pocket, least), comes + changes.same[stop])
    for walk in range(walks.first[stop], walks.first[stop + 1]):
        _ready(ready, (walks.to[walk], pocket, least), comes + walks.takes[walk])


@compiled_within
def _ready(ready: Numbers, at: tuple[int, int, int], when: int) -> None:
    stop, pocket, level = at
    while level < ready.shape[2] and when < ready[stop, pocket, level]:
        ready[stop, pocket, level] = when
        level += 1


@compiled_within
def _get_off(
    changes: Changes,
    tickets: Tickets,
    labels: _Labels,
    at: tuple[int, int],
    on: _Ride,
) -> None:
    """Get off with each ticket that one may be on, used up or good for more."""
    stop, comes = at
    paid, free = labels.paid[on.run], len(tickets.ticket_of)
    levels = labels.ready.shape[2]
    if paid[free] < levels:
        _put_down(changes, labels, (stop, 0, paid[free]), comes)
    for seat in range(free):
        if paid[seat] >= levels:
            continue
        ticket, pocket = tickets.ticket_of[seat], tickets.then[seat]
        # Turned round, one gets off where one was on board first.
        late = on.home and comes - on.since > tickets.lasts[ticket]
        if late and tickets.first_seat[ticket] != seat:
            continue
        if tickets.ends[ticket, stop]:
            _put_down(changes, labels, (stop, 0, paid[seat]), comes)
        if pocket != NO_SLOT and not late:
            _put_down(changes, labels, (stop, pocket, paid[seat]), comes)


@compiled_within
def _scan(
    hops: Hops,
    changes: Changes,
    tickets: Tickets,
    labels: _Labels,
    asked: tuple[int, int, int, int, int],
    routes: Numbers,
) -> None:
    """Go through the hops once; ``labels.ready`` holds where one can be on foot."""
    since, until, rider, number, home = asked
    begin = int(np.searchsorted(hops.leaves, since))
    end = int(np.searchsorted(hops.leaves, until, side="right"))
    get_on, get_off = 1 << (2 * rider), 2 << (2 * rider)
    levels = labels.ready.shape[2]
    for hop in range(begin, end):
        run = hops.run[hop]
        on = _Ride(run, routes[run], since, home)
        if hops.may[hop] & get_on:
            if labels.aboard[run] != number:
                labels.paid[run, :] = levels
            at = (hops.here[hop], hops.leaves[hop])
            if _on_board(tickets, labels, at, on):
                labels.aboard[run] = number
        if labels.aboard[run] == number and hops.may[hop] & get_off:
            at = (hops.there[hop], hops.comes[hop])
            _get_off(changes, tickets, labels, at, on)


@compiled_within
def _reach_areas(
    vehicle: Numbers, homes: Walks, between: tuple[int, int], spans: Spans
) -> None:
    """Walk from every stop that a vehicle leads to; nothing is left of a ticket.

    From a stop only on levels that are sooner there than those below; an area then has
    the best of all levels up to each.
    """
    when, until = between
    spans[:] = FAR
    for stop in range(len(vehicle)):
        before = NEVER
        for level in range(vehicle.shape[2]):
            comes = vehicle[stop, 0, level]
            if comes > until or comes >= before:
                continue
            before = comes
            for walk in range(homes.first[stop], homes.first[stop + 1]):
                span = comes - when + homes.takes[walk]
                if span <= until - when and span < spans[level, homes.to[walk]]:
                    spans[level, homes.to[walk]] = span
    for level in range(1, spans.shape[0]):
        for area in range(spans.shape[1]):
            spans[level, area] = min(spans[level, area], spans[level - 1, area])


@compiled_bare
def _spans_to_all(
    day: tuple[Hops, Changes, Numbers],
    paying: tuple[Tickets, int, int],
    doors: tuple[Walks, Walks],
    asking: Asking,
    labels: _Labels,
    spans: Spans,
) -> None:
    """Scan once for each question, with a pocket to begin with, and ``home``.

    ``spans`` is filled: questions × levels × areas.
    """
    hops, changes, routes = day
    places, homes = doors
    tickets, pocket, home = paying
    for n in range(len(asking.place)):
        when = int(asking.when[n])
        labels.vehicle[:] = NEVER
        labels.ready[:] = NEVER
        place = asking.place[n]
        for walk in range(places.first[place], places.first[place + 1]):
            at, there = places.to[walk], when + places.takes[walk]
            _ready(labels.ready, (at, pocket, 0), there)
        until = when + asking.within
        asked = (when, until, asking.rider, n + 1, home)
        _scan(hops, changes, tickets, labels, asked, routes)
        _reach_areas(labels.vehicle, homes, (when, until), spans[n])


def week_paid(
    timetable: Timetable,
    week: Week,
    sessions: tuple[Events, Events],
    around: Around,
    limits: Limits,
    paying: Paying,
) -> PaidSpans:
    """Say how long there and back takes for each level of fare, as ``week_spans``.

    Parameters
    ----------
    sessions
        Where and when each starts, and where and when each ends: two of one length.
    paying
        What is sold, and what is left of a ticket that holds there and back.
    """
    tickets = paying.tickets
    starts, ends = (shared(events) for events in sessions)
    shape = (tickets.price.shape[1], around.areas)
    there = np.full((len(starts[0].place), *shape), FAR, np.uint16)
    back = np.full((len(ends[0].place), *shape), FAR, np.uint16)
    for day, starting, ending in by_day(
        timetable, week, starts[0], ends[0], limits.within
    ):
        out = starts[0].at(starting)
        out = Events(place=out.place, when=-out.when)
        there[starting] = _one_way(
            day, around, out, limits, (tickets.turned(), paying.there), home=True
        )
        come = ends[0].at(ending)
        back[ending] = _one_way(
            day, around, come, limits, (tickets, paying.back), home=False
        )
    return PaidSpans(there, starts[1], back, ends[1])


def _one_way(
    day: Day,
    around: Around,
    events: Events,
    limits: Limits,
    held: tuple[Tickets, int],
    *,
    home: bool,
) -> Spans:
    """Scan one day for some starts (with time turned round) or ends."""
    tickets, pocket = held
    spans = np.full(
        (len(events.place), tickets.price.shape[1], around.areas), FAR, np.uint16
    )
    if not len(events.place):
        return spans
    for when in (int(events.when.min()), int(events.when.max())):
        checked(day, -when if home else when, limits.within, home=home)
    hops = day.backwards if home else day.onwards
    changes = around.changing.backwards if home else around.changing.onwards
    doors = (
        (around.to_places, around.from_areas)
        if home
        else (around.from_places, around.to_areas)
    )
    _spans_to_all(
        (hops, changes, day.timetable.trip_route[day.trip_of]),
        (tickets, pocket, int(home)),
        doors,
        Asking(events.place, events.when, int(limits.rider), limits.within),
        _fresh(day, tickets),
        spans,
    )
    return spans


def _fresh(day: Day, tickets: Tickets) -> _Labels:
    """Make room for scans of a day."""
    shape = (day.timetable.stops, len(tickets.seat_of), tickets.price.shape[1])
    return _Labels(
        vehicle=np.full(shape, NEVER, np.int32),
        ready=np.full(shape, NEVER, np.int32),
        paid=np.zeros((day.runs, len(tickets.ticket_of) + 1), np.int32),
        aboard=np.zeros(day.runs, np.int32),
    )
