"""The timetable's benchmark compares true answers and says how it came out."""

import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    before = set(sys.modules)
    yield importlib.import_module("timetable")
    for name in set(sys.modules) - before:
        if name == "timetable" or name.startswith("_timetable_"):
            del sys.modules[name]


def test_weft_and_both_peers_answer_alike_in_a_little_world(bench):
    from _timetable_world import a_world

    found = bench.beside(a_world(0.02))

    assert found["equal"]
    assert found["compared"] > 1_000


@pytest.mark.parametrize(
    ("seconds", "megabytes", "equal", "code"),
    [
        (60, 900, True, 0),
        (901, 900, True, 3),
        (60, 4_097, True, 3),
        (60, 900, False, 1),
    ],
)
def test_the_code_goes_by_answers_first_and_then_by_the_goal(
    bench, capsys, seconds, megabytes, equal, code
):
    one = {
        "share": 1.0,
        "areas": 7_500,
        "sessions": 20_000,
        "seconds": seconds,
        "megabytes": megabytes,
        "ours": 0.001,
        "peer": 0.005,
        "twin": 1.0,
        "compared": 9.0,
    }

    assert bench.verdict({1.0: one | {"equal": equal}, 10.0: {"share": 10.0}}) == code
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith(f"answers equal: {'yes' if equal else 'no'}")
