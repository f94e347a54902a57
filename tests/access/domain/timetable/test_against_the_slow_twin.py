"""Every figure of the scan is that of the slow twin, stop by stop."""

from datetime import date, timedelta
from random import Random

import numpy as np
import pytest

from tests.oracles import timetable as oracle
from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.timetable import (
    LONGEST,
    NEVER,
    Rider,
    earliest_arrivals,
    latest_departures,
)

RIDERS = {
    "foot": Rider.ON_FOOT,
    "certain": Rider.WHEELS_CERTAIN,
    "possible": Rider.WHEELS_POSSIBLE,
}


def differences(served, day, rider, chance, *, searches):
    """Count stops at which scan and twin differ, there and back, and those reached."""
    laid, changing = served.on(day)
    buses = oracle.buses_on(served.path, day, walks=served.walks, rider=rider)
    names = [str(name) for name in served.timetable.stop_id]
    used = sorted({call.stop for vehicle in buses.vehicles for call in vehicle})
    row = {name: n for n, name in enumerate(names)}
    wrong = reached = 0
    for _ in range(searches):
        when = laid.begins + chance.randrange(5 * HOUR, 25 * HOUR, MINUTE // 2)
        around = {chance.choice(used): chance.randrange(10 * MINUTE) for _ in range(3)}
        soon = np.full(len(names), NEVER, np.int32)
        late = np.full(len(names), -NEVER, np.int32)
        for name, takes in around.items():
            soon[row[name]], late[row[name]] = when + takes, when - takes
        ready = {name: when + takes for name, takes in around.items()}
        there_by = {name: when - takes for name, takes in around.items()}
        arrives = earliest_arrivals(laid, changing, soon, rider=RIDERS[rider])
        leaves = latest_departures(laid, changing, late, rider=RIDERS[rider])
        first, last = min(ready.values()), max(there_by.values())
        arrived = oracle.earliest(buses, ready, until=first + LONGEST)
        left = oracle.latest(buses, there_by, since=last - LONGEST)
        for n, name in enumerate(names):
            wrong += int(arrives[n]) != arrived.get(name, NEVER)
            wrong += int(leaves[n]) != left.get(name, -NEVER)
        reached += len(arrived) + len(left)
    return wrong, reached


@pytest.mark.parametrize(
    ("day", "rider"),
    [
        (date(2026, 11, 25), "foot"),
        (date(2026, 11, 27), "foot"),  # the night bus of Friday
        (date(2026, 12, 25), "foot"),  # nothing runs but what began on Christmas Eve
        (date(2026, 11, 25), "certain"),
        (date(2026, 11, 25), "possible"),
    ],
)
def test_in_the_valley(valley, day, rider):
    wrong, reached = differences(
        valley, day, rider, Random(f"{day} {rider}"), searches=6
    )

    assert wrong == 0
    if rider == "foot" and day.month == 11:
        assert reached > 150


@pytest.mark.parametrize("day", [date(2023, 6, 12) + timedelta(n) for n in (0, 4, 5)])
def test_in_newport(newport, day):
    wrong, reached = differences(newport, day, "foot", Random(str(day)), searches=6)

    assert wrong == 0
    assert reached > 150


def test_it_bites_the_textbooks_one_label(valley, monkeypatch):
    """One label for a stop takes walks that are closed for granted; these are not."""

    def textbook(hops, changes, labels, asked):
        best = labels.ready  # as if whoever walked there had come by vehicle
        begin = int(np.searchsorted(hops.leaves, asked.since))
        aboard = np.zeros(len(labels.aboard), bool)
        hop = begin
        while hop < len(hops.leaves) and hops.leaves[hop] <= asked.until:
            run, stop = hops.run[hop], hops.there[hop]
            if best[hops.here[hop]] <= hops.leaves[hop] and hops.may[hop] & 1:
                aboard[run] = True
            again = hops.comes[hop] + changes.same[stop]
            if aboard[run] and hops.may[hop] & 2 and again < best[stop]:
                best[stop], labels.vehicle[stop] = again, hops.comes[hop]
                walks = changes.walks
                for n in range(walks.first[stop], walks.first[stop + 1]):
                    there = hops.comes[hop] + walks.takes[n]
                    best[walks.to[n]] = min(best[walks.to[n]], there)
            hop += 1
        return hop - begin

    from weft.access.domain.timetable import reach

    monkeypatch.setattr(reach, "scan", textbook)
    day = date(2026, 11, 25)

    wrong, _ = differences(valley, day, "foot", Random("one label"), searches=6)

    assert wrong > 0
