"""Does the benchmark read the published format, and say what came of it?"""

import importlib
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks"

# Five nodes in a row, 3 apart; the edge 1-2 is listed twice, and the last one holds.
IN_A_ROW = " 5 5 2\n 1 2 1\n 2 3 3\n 3 4 3\n 4 5 3\n 2 1 3\n"


@pytest.fixture
def siting(monkeypatch):
    monkeypatch.syspath_prepend(str(FOLDER))
    before = set(sys.modules)
    yield importlib.import_module("siting")
    for name in set(sys.modules) - before:
        if name == "siting" or name.startswith("_siting_"):
            del sys.modules[name]


@pytest.fixture
def in_a_row(siting, tmp_path, monkeypatch):
    """A folder with one instance, published with the optimum that is asked for."""
    assert siting

    def folder(optimum):
        published = importlib.import_module("_siting_published")
        monkeypatch.setattr(published, "OPTIMA", (optimum,))
        (tmp_path / "pmed1.txt").write_text(IN_A_ROW)
        (tmp_path / "readme.txt").write_text("no instance")
        return tmp_path

    return folder


@pytest.mark.usefixtures("siting")
def test_of_an_edge_listed_twice_the_last_one_holds():
    published = importlib.import_module("_siting_published")

    apart, most = published.read(IN_A_ROW)

    assert most == 2
    assert apart[0].tolist() == [0, 3, 6, 9, 12]
    with pytest.raises(ValueError, match="announced"):
        published.read(" 3 3 1\n 1 2 1\n")
    with pytest.raises(ValueError, match="reached"):
        published.read(" 3 1 1\n 1 2 1\n")


@pytest.mark.parametrize(
    ("optimum", "code", "said"),
    [
        (9, 0, "1 of 1 files at the published optimum"),
        (8, 1, "answers equal: no"),  # a bound that passes what is published
    ],
)
def test_the_last_line_and_the_code_say_how_near_the_published_optimum(
    siting, in_a_row, capsys, optimum, code, said
):
    folder = in_a_row(optimum)

    assert siting.published(folder) == code
    assert said in capsys.readouterr().out.splitlines()[-1]
