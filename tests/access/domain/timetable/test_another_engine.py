"""Another engine finds the same: RAPTOR as npm has it, on Newport's buses.

What differs is explained one by one in docs/methods/timetable.md, and each cause is
switched off here in turn until nothing differs.
"""

import json
import os
import subprocess
from collections import Counter
from datetime import date
from random import Random

import numpy as np
import pytest

from tests.oracles import timetable as oracle
from weft.access.domain.spans import HOUR, MINUTE
from weft.access.domain.timetable import (
    NEVER,
    changing,
    earliest_arrivals,
    walks_from,
)
from weft.cli.validators_for_tests import ASKED, FOLDER, bring, node

DAY = date(2023, 6, 14)
NEAR, MORE = 250.0, 305  # metres; deciseconds that each walk takes besides
SHORT = 1  # a decisecond to change


@pytest.fixture(scope="module")
def raptor(tmp_path_factory):
    """Ask the other engine."""
    if not bring():
        if "validators" in os.environ.get("WEFT_REQUIRE", ""):
            pytest.fail("WEFT_REQUIRE asks for other people's programs")
        pytest.skip("not run: the engine from npm could not be fetched")
    file = tmp_path_factory.mktemp("raptor") / "told.json"

    def run(told):
        file.write_text(json.dumps(told))
        ran = subprocess.run(  # noqa: S603 our own command
            [node(), str(ASKED / "raptor.js"), str(file)],
            check=True,
            capture_output=True,
            text=True,
            timeout=300,
            env={**os.environ, "WEFT_VALIDATORS": str(FOLDER)},
        )
        return json.loads(ran.stdout)

    return run


def closed(served):
    """Walks within groups of stops, from every stop of a group to every other.

    Each takes half a minute and the straight line, so that no two are shorter than the
    one; all end in 5 deciseconds, so that no bus leaves just then.
    """
    told = served.timetable
    north = np.radians(told.stop_lat) * 6_371_000
    east = np.radians(told.stop_lon) * 6_371_000 * np.cos(np.radians(51.6))
    apart = np.hypot(north[:, None] - north, east[:, None] - east)
    group = np.arange(told.stops)
    for a, b in np.argwhere((apart < NEAR) & (apart > 0)):
        group[group == group[b]] = group[a]
    called = np.isin(np.arange(told.stops), served.on(DAY)[0].onwards.there)
    called &= np.isin(np.arange(told.stops), served.on(DAY)[0].onwards.here)
    same = (group[:, None] == group) & ~np.eye(told.stops, dtype=bool)
    same &= called[:, None] & called  # it knows no stop where no vehicle calls
    return {
        (str(told.stop_id[a]), str(told.stop_id[b])): MORE
        + round(float(apart[a, b])) * 10
        for a, b in np.argwhere(same)
    }


def compared(served, raptor, walks, *, change, forgetful=True):
    """Count arrivals within two hours that are equal, and where theirs are not ours."""
    day, _ = served.on(DAY)
    names = [str(name) for name in served.timetable.stop_id]
    row = {name: n for n, name in enumerate(names)}
    here, there = (
        np.array([row[pair[end]] for pair in walks], np.int32) for end in (0, 1)
    )
    takes = np.array(list(walks.values()), np.int32)
    ways = walks_from(len(names), here, there, takes)
    ours_to_change = changing(served.timetable, ways, least=change)
    used, chance = sorted({int(stop) for stop in day.onwards.here}), Random(14)
    asked = [
        (chance.choice(used), day.begins + chance.randrange(6, 21) * HOUR)
        for _ in range(40)
    ]
    theirs = raptor(
        {
            "vehicles": vehicles(served),
            "walks": [
                {"origin": a, "destination": b, "duration": walk - change}
                for (a, b), walk in walks.items()
            ],
            "same": dict.fromkeys(names, change),
            "questions": [{names[stop]: when} for stop, when in asked],
            "forgetful": forgetful,
        }
    )
    found = Counter()
    for (stop, when), arrivals in zip(asked, theirs, strict=True):
        ready = np.full(len(names), NEVER, np.int32)
        ready[stop] = when
        at = slice(ways.first[stop], ways.first[stop + 1])
        ready[ways.to[at]] = when + ways.takes[at]
        vehicle = earliest_arrivals(day, ours_to_change, ready, within=3 * HOUR)
        ours = first_at_each(vehicle, ready, ours_to_change.onwards)
        for n, name in enumerate(names):
            mine, their = int(ours[n]), arrivals.get(name, NEVER)
            if n != stop and min(mine, their) < when + 2 * HOUR:
                # They add a change to a walk as well: to the second it is the same.
                same = mine // 10 == their // 10
                found["equal" if same else "sooner" if their < mine else "later"] += 1
    return found


def vehicles(served):
    buses = oracle.buses_on(served.path, DAY)
    return [
        [
            {
                "stop": call.stop,
                "arrivalTime": call.arrives,
                "departureTime": call.departs,
                "pickUp": call.may_board,
                "dropOff": call.may_alight,
            }
            for call in vehicle
        ]
        for vehicle in buses.vehicles
    ]


def first_at_each(vehicle, ready, changes):
    """Say from when one could get on again at each stop, as the other engine counts."""
    best = np.minimum(ready.astype(np.int64), vehicle.astype(np.int64) + changes.same)
    for stop in np.flatnonzero(vehicle < NEVER):
        at = slice(changes.walks.first[stop], changes.walks.first[stop + 1])
        there = changes.walks.to[at]
        best[there] = np.minimum(best[there], vehicle[stop] + changes.walks.takes[at])
    return best


def test_it_finds_the_same_without_walks_and_with_closed_ones(newport, raptor):
    alone = compared(newport, raptor, {}, change=SHORT)
    walks = closed(newport)
    with_walks = compared(newport, raptor, walks, change=SHORT)

    assert set(alone) == {"equal"}
    assert alone["equal"] > 2_000
    assert set(with_walks) == {"equal"}
    assert with_walks["equal"] > alone["equal"]
    assert len(walks) > 2_000


def test_what_differs_is_what_the_method_page_explains(newport, raptor):
    """Changes of a minute, its memory, and walks that are not closed, one by one."""
    minute = compared(newport, raptor, {}, change=MINUTE)
    remembering = compared(newport, raptor, {}, change=MINUTE, forgetful=False)
    chained = compared(newport, raptor, newport.walks, change=SHORT)

    assert minute["sooner"] == remembering["sooner"] == 0
    assert 0 < minute["later"] < remembering["later"] < 0.1 * minute["equal"]
    assert chained["sooner"] > 0
    assert chained["later"] > 0
