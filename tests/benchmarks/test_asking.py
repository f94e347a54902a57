"""Does the simulation of asking say what it should, whichever way it comes out?"""

import importlib
import sys
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"
BEGIN = date(2024, 1, 1)


@pytest.fixture
def asking(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    before = set(sys.modules)
    yield importlib.import_module("asking")
    for name in set(sys.modules) - before:
        if name in {"asking", "_asking_world"}:
            del sys.modules[name]


def a_run(accuracy, messages):
    return SimpleNamespace(accuracy=accuracy, sent=[None] * messages)


@pytest.mark.parametrize(
    ("accuracy", "messages", "equal", "code"),
    [
        (0.90, 100, True, 0),
        (0.89, 100, True, 3),
        (0.95, 101, True, 3),
        (0.95, 100, False, 1),
    ],
)
def test_the_last_line_and_the_code_go_by_the_worst_seed(
    asking, capsys, accuracy, messages, equal, code
):
    fixed = a_run(0.90, 300)
    good = (fixed, a_run(0.97, 100))

    said = asking.verdict([good, (fixed, a_run(accuracy, messages))], equal=equal)

    assert said == code
    last = capsys.readouterr().out.splitlines()[-1]
    assert f"{accuracy:.3f} right beside 300 and 0.900" in last
    assert last.endswith(f"answers equal: {'yes' if equal else 'no'}")


def test_a_group_that_is_asked_twice_within_a_month_is_seen(asking):
    def sent(*days):
        told = [(BEGIN + timedelta(days=day), 7) for day in days]
        return SimpleNamespace(sent=told)

    assert asking.keeps_the_month(sent(0, 31, 62))
    assert not asking.keeps_the_month(sent(0, 30))


@pytest.fixture
def world(asking):
    return sys.modules[asking.World.__module__]


def test_the_same_seed_gives_the_same_world_whoever_asks(world):
    assert world.World(1).digest == world.World(1).digest
    assert world.World(1).digest != world.World(2).digest
    assert world.World(1).digest != world.World(1, introduced=0.1).digest


def test_a_world_changes_at_the_pace_that_was_measured(world):
    """Within the first year as many have changed at least once as the fit says."""
    changed = world.World(3).changes[:52].any(axis=0).mean(axis=0)

    for share, side in zip(changed, world.SIDES, strict=True):
        pace = world.pace_of(side, world.Keeper.VOLUNTEERS)
        assert share == pytest.approx(1 - pace.lasts(1), abs=0.06)


def test_nobody_is_asked_more_than_the_third_allows(asking):
    total = asking.budget(asking.WEEKS - 1)

    assert total == 1_040
    assert all(
        asking.budget(week) <= asking.budget(week + 1) for week in range(asking.WEEKS)
    )


def test_the_simple_rules_are_what_they_are_called(asking, world):
    run = world.Run(world.World(1))

    half = [one for week in range(26) for one in asking.by_turn(run, week)]
    rarer = [one for week in range(78) for one in asking.by_rarer_turn(run, week)]

    assert sorted(half) == sorted(rarer) == list(range(asking.GROUPS))
