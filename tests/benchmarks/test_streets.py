"""The streets' benchmark: what it draws, and what it says of what it measured."""

import importlib
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.sparse.csgraph import connected_components, dijkstra

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch):
    """Its peers live in an environment of their own."""
    monkeypatch.syspath_prepend(str(FOLDER))
    absent = SimpleNamespace(Ours=None, Pandana=None, by_scipy=None)
    monkeypatch.setitem(sys.modules, "_streets_ways", absent)
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if name.startswith("_streets_") or name == "streets":
            del sys.modules[name]


@pytest.mark.parametrize(
    ("scipy", "pandana", "equal", "code"),
    [
        (6.0, 2.0, True, 0),
        (4.0, 2.0, True, 3),  # the mean is missed
        (6.0, 0.9, True, 3),  # slower than pandana
        (6.0, 2.0, False, 1),
    ],
)
def test_its_code_says_what_its_last_line_says(
    benchmark, capsys, scipy, pandana, equal, code
):
    measuring = benchmark("_streets_measuring")
    rows = [
        measuring.Row(way=way, ours=1.0, scipy=scipy, pandana=pandana, equal=equal)
        for way in ("walk", "cycle", "drive")
    ]

    assert measuring.verdict(rows, equal) == code
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.endswith(f"answers equal: {'yes' if equal else 'no'}")


def test_the_region_hangs_together_and_is_the_same_each_time(benchmark):
    draw = benchmark("_streets_region").region
    one, again = draw(0.003), draw(0.003)

    graph = one.graph("drive")
    assert connected_components(graph, directed=False)[0] == 1
    assert graph.shape == (one.nodes, one.nodes)
    assert graph.nnz <= one.edges
    assert (one.graph("walk") != again.graph("walk")).nnz == 0
    assert np.array_equal(one.places, again.places)
    near = dijkstra(graph.astype(float), indices=one.areas[:2], limit=18_000)
    assert np.isfinite(near).all(axis=1).any()
