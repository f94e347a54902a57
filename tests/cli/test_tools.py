"""The commands for those who build: check, test, bench, requirements; and the demo."""

import argparse
import json
import shutil
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.conftest import Shown
from weft.cli import (
    bench,
    check,
    demo,
    postgresql_for_tests,
    requirement_rows,
    requirements,
)
from weft.cli import (
    test as testing,
)
from weft.commons.errors import NotPossible, WronglyConfigured
from weft.commons.times import Week
from weft.ground.models import Region


def asked(**told):
    return argparse.Namespace(**{"others": [], "port": None, **told})


# Two tests that are there, by the names pytest gives them.
HERE = "tests/cli/test_tools.py::TestRequirements"
ONE = "test_every_row_is_told_with_its_tests"
OTHER = "test_without_a_run_nothing_is_shown"


class TestRequirements:
    @pytest.fixture(autouse=True)
    def _somewhere_else(self, tmp_path, monkeypatch):
        self.shown = tmp_path / "shows.json"
        monkeypatch.setattr(requirement_rows, "SHOWN", self.shown)
        monkeypatch.setattr("tests.conftest.SHOWN", self.shown)

    def ran(self, *reports):
        """Run a few tests, each told as (name, rows, how it went)."""
        seen = Shown()
        for name, rows, went in reports:
            report = SimpleNamespace(
                nodeid=f"{HERE}::{name}",
                shows=rows,
                passed=went == "passed",
                when="call",
            )
            seen.pytest_runtest_logreport(report)
        seen.pytest_sessionfinish()

    def rows(self, capsys):
        assert requirements.run(asked(json=True)) == 0
        return {row["id"]: row for row in json.loads(capsys.readouterr().out)}

    def test_a_test_that_was_taken_away_no_longer_counts(self, capsys):
        self.ran(("test_that_is_gone", ["A1"], "passed"))
        assert self.rows(capsys)["A1"]["tests"] == []

    def test_every_row_is_told_with_its_tests(self, capsys):
        self.ran((ONE, ["A1", "A4"], "passed"), (OTHER, ["A4"], "passed"))
        rows = self.rows(capsys)

        assert len(rows) == 257
        assert rows["A4"]["tests"] == [f"{HERE}::{ONE}", f"{HERE}::{OTHER}"]
        assert rows["A2"]["tests"] == []
        assert set(rows["A1"]) == {"id", "line", "statement", "tests"}

    @pytest.mark.parametrize("went", ["failed", "skipped"])
    def test_only_tests_that_ran_and_passed_count(self, capsys, went):
        self.ran((ONE, ["A1"], "passed"))
        self.ran((ONE, ["A1"], went))
        assert self.rows(capsys)["A1"]["tests"] == []

    def test_a_second_run_adds_to_the_first(self, capsys):
        self.ran((ONE, ["A1"], "passed"))
        self.ran((OTHER, ["A2"], "passed"))
        rows = self.rows(capsys)
        assert rows["A1"]["tests"] == [f"{HERE}::{ONE}"]
        assert rows["A2"]["tests"] == [f"{HERE}::{OTHER}"]

    def test_without_a_run_nothing_is_shown(self, capsys):
        assert requirements.run(asked(json=False)) == 0
        assert "0 of 257 rows shown" in capsys.readouterr().out


class TestBench:
    @pytest.fixture(autouse=True)
    def _some_benchmarks(self, tmp_path, monkeypatch):
        for name, code in (("quick", 0), ("slow", 3), ("wrong", 1)):
            (tmp_path / f"{name}.py").write_text(f"raise SystemExit({code})")
        monkeypatch.setattr(bench, "FOLDER", tmp_path)

    @pytest.mark.parametrize(
        ("name", "code"), [("quick", 0), ("slow", 3), ("wrong", 1)]
    )
    def test_the_exit_code_is_the_benchmarks(self, name, code):
        assert bench.run(asked(name=name)) == code

    @pytest.mark.parametrize("name", [None, "../check", "nothing"])
    def test_another_name_gets_the_list(self, name):
        with pytest.raises(WronglyConfigured, match="quick, slow, wrong"):
            bench.run(asked(name=name))


class TestCheck:
    def test_a_broken_rule_is_named_and_the_others_are_held_too(
        self, monkeypatch, capfd
    ):
        rules = {"good": ("this",), "bad": ("antigravity_no_such_module",)}
        monkeypatch.setattr(check, "RULES", rules)

        assert check.run(asked(only=["good"])) == 0
        assert check.run(asked(only=[])) == 1
        said = capfd.readouterr().out
        assert "bad: BROKEN" in said
        assert "1 of 2 rules hold" in said

    def test_a_rule_that_is_not_there_is_no_rule_that_holds(self):
        assert check.run(asked(only=["grammar"])) == 1


class TestTest:
    @pytest.fixture
    def ran(self, monkeypatch, tmp_path):
        """Which runs of pytest there were, instead of running them."""
        runs = []

        def run(command, **told):
            runs.append((command[3:], told["env"].get("WEFT_DATABASE_URL", "")))
            return SimpleNamespace(returncode=0)

        monkeypatch.setattr(testing.subprocess, "run", run)
        monkeypatch.setattr(testing, "SHOWN", tmp_path / "shows.json")
        monkeypatch.setattr(testing, "bring", lambda: True)
        monkeypatch.delenv("WEFT_REQUIRE", raising=False)
        monkeypatch.setenv("WEFT_TEST_DATABASE_URL", "postgresql://there/weft")
        return runs

    def test_all_on_sqlite_then_what_uses_the_data_base_on_postgresql(self, ran):
        assert testing.run(asked(others=["tests/jobs"])) == 0
        assert ran == [
            (["tests/jobs"], ""),
            (["--only-data-base", "tests/jobs"], "postgresql://there/weft"),
        ]

    @pytest.fixture
    def bare_machine(self, request, monkeypatch):
        """A machine with no browser, no PostgreSQL and no way to npm's registry."""
        request.getfixturevalue("ran")  # first: it sets what is taken away here
        monkeypatch.delenv("WEFT_TEST_DATABASE_URL")
        monkeypatch.setattr(testing, "binaries", lambda: None)
        monkeypatch.setattr(testing.shutil, "which", lambda _: None)
        monkeypatch.setattr(testing, "bring", lambda: False)

    @pytest.mark.usefixtures("bare_machine")
    def test_what_is_missing_is_one_plain_line_each(self, ran, capsys):
        assert testing.run(asked()) == 0
        said = capsys.readouterr().out.splitlines()
        assert sum(line.startswith("not here:") for line in said) == 3
        assert len(ran) == 1

    @pytest.mark.usefixtures("bare_machine")
    @pytest.mark.parametrize(
        ("what", "remedy"),
        [
            ("browser", "apt-get install"),
            ("postgres", "apt-get install"),
            ("validators", "npm's registry"),
        ],
    )
    def test_and_fails_where_it_is_required(self, ran, monkeypatch, what, remedy):
        monkeypatch.setenv("WEFT_REQUIRE", what)
        with pytest.raises(WronglyConfigured, match=remedy):
            testing.run(asked())
        assert ran == []

    def test_a_slip_in_what_is_required_is_refused(self, ran, monkeypatch):
        """Taken as nothing, it would let a run pass that saw no browser."""
        monkeypatch.setenv("WEFT_REQUIRE", "browsers,postgres")
        with pytest.raises(WronglyConfigured, match="«browsers»"):
            testing.run(asked())
        assert ran == []


def test_the_throw_away_cluster_leaves_nothing_behind(capfd):
    if postgresql_for_tests.binaries() is None:
        pytest.skip("not run: no PostgreSQL on this machine")
    words = (
        "import os, psycopg; a = os.environ['WEFT_TEST_DATABASE_URL']; print(a);"
        "print(psycopg.connect(a).execute('SHOW fsync').fetchone())"
    )
    assert postgresql_for_tests.main([sys.executable, "-c", words]) == 0
    said = capfd.readouterr().out
    folder = Path(said.partition("host=")[2].splitlines()[0])

    assert "('off',)" in said
    assert str(folder).startswith("/tmp/weft-postgresql-")  # noqa: S108 a socket's path must be short
    assert not folder.exists()


class TestDemo:
    @pytest.fixture
    def made(self, monkeypatch):
        """Which weeks were made, instead of making them."""
        weeks = []

        def make(_folder, week, *, again):  # noqa: ARG001 as it is called
            weeks.append(week.monday)

        monkeypatch.setattr(demo, "_make", make)
        return weeks

    def start(self, folder, day, **told):
        args = asked(data_dir=folder, week=day, no_serve=True, again=False)
        return demo.run(argparse.Namespace(**{**vars(args), **told}))

    def test_a_second_start_in_the_same_week_makes_nothing(self, made, tmp_path):
        self.start(tmp_path, date(2026, 11, 23))
        self.start(tmp_path, date(2026, 11, 27))
        assert made == [date(2026, 11, 23)]

    def test_a_start_in_a_later_week_makes_it_anew(self, made, tmp_path):
        self.start(tmp_path, date(2026, 11, 23))
        self.start(tmp_path, date(2026, 11, 30))
        assert made == [date(2026, 11, 23), date(2026, 11, 30)]

    def test_one_that_was_stopped_is_made_again(self, monkeypatch, tmp_path):
        def stopped(_folder, _week, *, again):  # noqa: ARG001 as it is called
            raise KeyboardInterrupt

        monkeypatch.setattr(demo, "_make", stopped)
        with pytest.raises(KeyboardInterrupt):
            self.start(tmp_path, date(2026, 11, 23))
        assert not (tmp_path / demo.MARK).exists()

    def test_a_changed_recipe_makes_it_anew(self, made, tmp_path, monkeypatch):
        self.start(tmp_path, date(2026, 11, 23))
        shutil.copytree(demo.RECIPE, tmp_path / "recipe")
        (tmp_path / "recipe" / "recipe.py").write_text("# another valley\n")
        monkeypatch.setattr(demo, "RECIPE", tmp_path / "recipe")
        self.start(tmp_path, date(2026, 11, 23))
        assert len(made) == 2

    @pytest.mark.django_db
    def test_a_folder_with_a_real_region_is_refused_before_anything_is_written(
        self, tmp_path
    ):
        """Its downloaded files lie where the valley's would, and are left alone."""
        Region.objects.create(slug="west-yorkshire", name="West Yorkshire")
        fetched = tmp_path / "source" / "west-yorkshire" / "osm.pbf"
        fetched.parent.mkdir(parents=True)
        fetched.write_bytes(b"a night's download")

        with pytest.raises(NotPossible, match="--data-dir"):
            self.start(tmp_path, date(2026, 11, 23))

        assert fetched.read_bytes() == b"a night's download"
        assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [
            "osm.pbf"
        ]

    def test_it_says_which_week_it_is_of(self):
        told = json.loads(demo._mark_of(Week(date(2026, 11, 23))))  # noqa: SLF001 its own test
        assert told["week"] == "2026-11-23"
        assert told["seed"] == 1
