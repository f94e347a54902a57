"""Does the command do what was typed, and say what came of it?"""

import argparse
import json

import pytest
from django.db import OperationalError
from django.utils import timezone

from tests.ground import squares
from tests.ground.sources.fetching.publisher import Answer, at_home, ranged
from weft.cli import region as command
from weft.cli.region.fetching import fetch_region
from weft.commons.errors import NotFound, NotPossible
from weft.ground.domain.region_file import read_region_file
from weft.ground.models import Region
from weft.ground.sources.fetching import Publishers

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    squares.region_file(tmp_path)
    return squares.write(tmp_path / "files")


@pytest.fixture
def typed(folder, tmp_path, capsys):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)

    def ran(*words):
        args = parser.parse_args([*words, "--regions", str(tmp_path)])
        args.data_dir = tmp_path
        code = command.run(args)
        return code, capsys.readouterr().out

    ran.source = ("--from", str(folder))
    return ran


def test_a_region_is_built_and_told(typed):
    code, said = typed("build", "squares", *typed.source, "--week", "2026-11-25")

    assert code == 0
    assert "Squares is built" in said
    assert "lsoa21 8" in said
    assert Region.objects.get().settings["week"] == "2026-11-23"


def test_the_same_build_again_says_so(typed):
    typed("build", "squares", *typed.source)

    code, said = typed("build", "squares", *typed.source)

    assert code == 0
    assert "--again" in said


def test_a_look_at_the_files_changes_nothing(typed):
    code, said = typed("check", "squares", *typed.source)

    assert code == 0
    assert "could be built" in said
    assert not Region.objects.exists()


def test_missing_files_are_told_with_their_page(typed, folder):
    (folder / "ruc.csv").unlink()

    _, said = typed("check", "squares", *typed.source)

    assert "Not there, and done without (1)" in said
    assert "rural_urban: ruc.csv" in said


def test_the_report_is_json_for_a_machine(typed):
    typed("build", "squares", *typed.source)

    _, said = typed("report", "squares", "--json")

    assert json.loads(said)["areas"]["lsoa21"] == 8


def test_the_report_of_a_region_that_is_not_built_is_refused(typed):
    with pytest.raises(NotFound, match="squares"):
        typed("report", "squares")


def test_regions_are_listed_built_or_not(typed):
    _, before = typed("list")
    typed("build", "squares", *typed.source)
    _, after = typed("list")

    assert "made up" in before
    assert "not built" in before
    assert "not built" not in after


def test_a_region_whose_file_lies_elsewhere_is_listed_too(typed):
    Region.objects.create(
        slug="otherdale", name="Otherdale", made_up=True, built_at=timezone.now()
    )
    _, said = typed("list")

    (line,) = [line for line in said.splitlines() if line.startswith("otherdale")]
    assert "not built" not in line


@pytest.mark.parametrize(
    "words", [("build",), ("build", "squares"), ("check", "squares")]
)
def test_what_is_not_said_is_asked_for(typed, words):
    code, said = typed(*words)

    assert code == 2
    assert "squares" in said


def test_somebody_else_writing_is_told_kindly(typed, monkeypatch):
    def locked(**_more):
        raise OperationalError("database is locked")

    monkeypatch.setattr(command, "build", locked)

    with pytest.raises(NotPossible, match="again when it is over"):
        typed("build", "squares", *typed.source)


# --- fetching ------------------------------------------------------------------------


def test_fetching_goes_on_after_a_refusal_and_names_it(tmp_path, capsys):
    with at_home() as publisher:
        good = publisher.on("/names.csv", ranged(b"msoa21cd,msoa21hclnm\nE02,Mill\n"))
        bad = publisher.on("/ruc.csv", Answer(status=403))
        more = "".join(
            f'[sources.{key}]\nfile = "{key}.csv"\npublisher = "P"\nlicence = "L"\n'
            f'address = "{address}"\nsave_as = "{key}.csv"\npage = "https://x.example"\n'
            for key, address in (("rural_urban", bad), ("msoa_names", good))
        )
        path = squares.region_file(tmp_path, sources=[], more=more)
        publishers = Publishers(clock=command.building.now, pause=lambda _seconds: None)

        code = fetch_region(
            read_region_file(path), into=tmp_path / "in", publishers=publishers
        )

    said = capsys.readouterr().out
    assert code == 1
    assert (tmp_path / "in/msoa_names.csv").exists()
    assert "1 must be fetched by hand" in said
    assert "https://x.example" in said


def test_a_source_that_is_not_there_cannot_be_fetched_alone(tmp_path):
    path = squares.region_file(tmp_path)

    with pytest.raises(NotFound, match="stars"):
        fetch_region(read_region_file(path), into=tmp_path, only=("stars",))
