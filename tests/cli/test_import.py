"""A spreadsheet from the terminal: look, take, list, take back."""

import argparse

import pytest

from tests.assets.asking import A_REGION
from tests.assets.register import an_asset, told
from weft.assets.models import Offer
from weft.cli import import_, line
from weft.cli.exporting.columns import tables

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def register():
    told(an_asset("hall"))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "groups.csv"
    path.write_text("Name,When?,Star sign\nChoir,Mon 7pm,Leo\n,Mon 7pm,\n")
    return str(path)


def typed(*words):
    parser = argparse.ArgumentParser()
    import_.add_arguments(parser)
    return import_.run(parser.parse_args(words))


def test_the_command_is_found_although_python_keeps_its_word():
    assert "import" in line.commands()
    assert "import_" not in line.commands()


def test_a_look_shows_every_row_and_takes_none(file, capsys):
    assert typed(file, "--region", A_REGION.slug, "--dry-run") == 0
    shown = capsys.readouterr().out
    assert "Choir: new" in shown
    assert "Monday, from 19:00, the end is not known" in shown
    assert "(no name): no name" in shown
    assert "not understood, Star sign: «Leo»" in shown
    assert "2 rows: 1 new, 1 not taken" in shown
    assert not Offer.objects.exists()


def test_taken_listed_and_taken_back(file, capsys):
    assert typed(file, "--region", A_REGION.slug, "--told-by", "the parish") == 0
    assert Offer.objects.get().told_by == "the parish"
    shown = capsys.readouterr().out
    number = shown.rpartition("--undo ")[2].strip()

    assert typed("--list") == 0
    assert "1 of 2 rows" in capsys.readouterr().out

    assert typed("--undo", number) == 0
    assert not Offer.objects.exists()
    assert typed("--list") == 0
    assert "taken back" in capsys.readouterr().out


def test_without_a_file_or_a_region_it_says_what_to_type(file, capsys):
    assert typed() == typed(file) == 2
    assert "--region" in capsys.readouterr().out


def test_words_that_nobody_has_looked_at_are_in_no_export():
    (about,) = (table for table in tables() if table.name == "assets_import")
    names = [column.name for column in about.columns]
    assert "left" not in names
    assert {"number", "file", "checksum", "taken"} <= set(names)
