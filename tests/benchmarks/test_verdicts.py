"""A benchmark's last line and its exit code say the same, whoever reads which."""

import importlib
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def measuring(monkeypatch):
    """The one that judges search; its peers live in an environment of their own."""
    monkeypatch.syspath_prepend(str(FOLDER))
    absent = SimpleNamespace(by_duckdb=None, by_numpy=None)
    monkeypatch.setitem(sys.modules, "_search_peers", absent)
    before = set(sys.modules)
    yield importlib.import_module("_search_measuring")
    for name in set(sys.modules) - before:
        if name.startswith("_search_"):
            del sys.modules[name]


@pytest.mark.parametrize(
    ("page", "equal", "code", "said"),
    [
        (1.2, True, 0, "answers equal: yes"),
        (9.0, True, 3, "answers equal: yes"),
        (1.2, False, 1, "answers equal: no"),
        (9.0, False, 1, "answers equal: no"),
    ],
)
def test_one_means_other_answers_and_three_a_goal_missed(
    measuring, capsys, page, equal, code, said
):
    results = [
        measuring.Result(
            size=size,
            page=measuring.Timing((page,) * 20),
            raw=measuring.Timing((1.0,) * 20),
            equal=equal,
        )
        for size in (100_000, 1_000_000)
    ]

    assert measuring.verdict(results, 0.995) == code
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith(said)
    assert "goal" in last
