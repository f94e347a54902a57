"""The linking benchmark: what its last line says, and what its crowd shows."""

import importlib
import sys
from pathlib import Path

import pytest

from weft.assets.domain.linking import link

FOLDER = Path(__file__).parents[2] / "benchmarks"
LINKERS = ("Weft", "splink, DuckDB", "recordlinkage")


@pytest.fixture
def beside(monkeypatch):
    """The benchmark's modules, which stand beside each other and not in a package."""
    monkeypatch.syspath_prepend(str(FOLDER))
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if name.startswith("_link_") or name in {"link", "halls_recipe"}:
            del sys.modules[name]


def measures(*, f1=0.96, false=0, slower=10.0):
    """What would be measured, where all goes well."""
    usual = {"listings": 1, "megabytes": 1, "linked": 500, "true": 500}
    return {
        (which, linker): usual | {"f1": f1, "false": false, "seconds": seconds}
        for which, seconds in (("halls", 1.0), ("10", 1.0), ("100", slower))
        for linker in LINKERS
    }


@pytest.mark.parametrize(
    ("found", "equal", "code"),
    [
        (measures(), True, 0),
        (measures(f1=0.9), True, 3),
        (measures(false=2), True, 3),
        (measures(slower=20.0), True, 3),
        (measures(), False, 1),
    ],
)
def test_one_means_other_answers_and_three_a_goal_missed(
    beside, capsys, found, equal, code
):
    assert beside("link").verdict(found, [10, 100], equal=equal) == code

    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith(f"answers equal: {'yes' if equal else 'no'}")
    assert "goal" in last


@pytest.mark.slow
def test_where_chance_is_drawn_anew_few_are_laid_together_wrongly(beside):
    """The set itself was drawn once; one draw proves little."""
    crowd = beside("_link_crowd").a_crowd(9_800)
    score = beside("_link_halls").scored(link(crowd.entries).partition, crowd)

    assert score.false_merges <= 0.002
    assert score.f1 >= 0.94
