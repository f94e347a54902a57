"""Does the command reckon what others measured, and tell what it left out?"""

import json

import pytest

from weft.cli.line import main

TABLE = """Area,Population,Rate,Decile
Alder,1000,70.2,1
Birch,1100,72.1,2
Cedar,900,74,3
Damson,,75,4
Elder,1200,77,5
Furze,800,80.5,6
"""


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "groups.csv"
    file.write_text(TABLE)
    return file


def test_every_measure_is_told_with_its_words_and_what_was_left_out(table, capsys):
    into = table.with_name("told.json")
    typed = ["equity", "--from", str(table), "--enough", "75", "--ends", "0", "100"]
    assert main([*typed, "--json", str(into)]) == 0

    said = capsys.readouterr().out
    assert "Five groups of 5,000 people" in said
    assert "not used: line 5, Damson: nobody says its people" in said
    assert "The better off have more." in said
    told = {one["measure"]: one for one in json.loads(into.read_text())}
    assert len(told) == 11
    assert told["access poverty FGT0, enough is 75"]["value"] == pytest.approx(0.6)
    index = told["slope index of inequality"]
    assert index["low"] < index["value"] < index["high"]


def test_a_table_without_an_order_says_which_column_is_missing(tmp_path, capsys):
    file = tmp_path / "groups.csv"
    file.write_text("people,value\n1,2\n")

    assert main(["equity", "--from", str(file)]) != 0
    assert "order" in capsys.readouterr().err
