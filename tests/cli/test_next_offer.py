"""Does the command choose both ways, and tell what it left out and how sure it is?"""

import json

import pytest

from weft.cli.line import main

TABLES = {
    "cells": "cell,people,life,weight\nmill,500,school run,1\n"
    "moor,40,nights,2\nfell,3,wheels,1\nlost,,nights,1\n",
    "open": "cell,group,kind\nmill,choir,sing\nmill,guild,sing\nnowhere,choir,sing\n",
    "candidates": "candidate,cost,group,kind,room,hour\n"
    "loom,50.00,guild,weave,hall,Mon 10\nhymns,50,guild,sing,hall,Tue 10\n"
    "dance,20,troupe,dance,barn,Mon 10\nclay,20,potters,clay,shed,Mon 10\n",
    "reach": "candidate,cell\nloom,mill\nhymns,mill\ndance,moor\nclay,fell\n",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


def test_both_answers_are_told_with_their_proof_and_every_life(folder, capsys):
    into = folder / "told.json"
    typed = ["next-offer", "--from", str(folder), "--most", "1", "--budget", "60"]
    assert main([*typed, "--json", str(into)]) == 0

    said = capsys.readouterr().out
    assert "not used: cells.csv, line 5" in said
    assert "not used: open.csv, line 4" in said
    assert "Most people to a third choice: loom" in said
    assert "Those with none to a first: dance" in said
    assert "40 people (80.0 weighted), £20" in said
    assert said.count("nothing is better") == 2
    assert "for it alone: clay: 3 to a first choice" in said
    told = json.loads(into.read_text())
    assert told["third"]["chosen"] == [told["candidates"].index("loom")]
    assert (told["first"]["value"], told["first"]["bound"]) == (80, 80)


def test_a_table_that_is_not_there_is_named(folder, capsys):
    (folder / "reach.csv").unlink()

    assert main(["next-offer", "--from", str(folder), "--most", "1"]) != 0
    assert "reach.csv" in capsys.readouterr().err
