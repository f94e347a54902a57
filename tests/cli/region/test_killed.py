"""Killed at any moment and run again, does a build end in the same tables?"""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import with_tables
from tests.ground import squares

ROOT = Path(__file__).parents[3]
NOT_COMPARED = {"id", "read_at", "built_at", "at", "hash", "before", "number"}
MOMENTS = [
    "reading edges_lsoa21",
    "writing need",
    "writing names",
    "writing the ledger",
]


@pytest.fixture
def house(tmp_path):
    """Make a data folder, the squares' files and a command that builds them."""
    files = squares.write(tmp_path / "files")
    squares.region_file(tmp_path)
    environment = {
        **os.environ,
        "WEFT_DATA_DIR": str(tmp_path / "data"),
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "DJANGO_SETTINGS_MODULE": "weft.config.settings",
    }
    environment.pop("WEFT_DATABASE_URL", None)
    with_tables(tmp_path / "data")

    def begin():
        return subprocess.Popen(  # noqa: S603 our own command
            [
                *(sys.executable, "-m", "weft", "region", "build", "squares"),
                *("--from", str(files), "--regions", str(tmp_path), "--again"),
                *("--week", "2026-11-23", "--data-dir", str(tmp_path / "data")),
            ],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return begin, tmp_path / "data" / "weft.sqlite3", files


def built(begin):
    process = begin()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out


def killed(begin, moment):
    """Kill a build without warning as soon as it says where it is."""
    process = begin()
    try:
        for line in process.stderr:
            if moment in line:
                process.send_signal(signal.SIGKILL)
                break
        else:
            pytest.fail(f"the build never came to «{moment}»")
    finally:
        process.wait(timeout=60)
        process.stdout.close()
        process.stderr.close()


def tables(path):
    """Give the sorted rows of the ground's tables, keys and times of reading apart."""
    connection = sqlite3.connect(path)
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'ground_%'"
    ).fetchall()
    found = {}
    for (name,) in names:
        told = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 our tables
        kept = [n for n, c in enumerate(told.description) if c[0] not in NOT_COMPARED]
        found[name] = sorted(repr([row[n] for n in kept]) for row in told)
    connection.close()
    return found


@pytest.mark.slow
def test_a_first_build_that_is_killed_leaves_nothing_and_can_be_run_again(house):
    begin, data_base, _ = house
    empty = tables(data_base)

    for moment in ("reading postcodes", "writing assets"):
        killed(begin, moment)
        assert tables(data_base) == empty, moment
    built(begin)

    assert len(tables(data_base)["ground_postcode"]) == 24


@pytest.mark.slow
def test_a_rebuild_that_is_killed_anywhere_leaves_the_region_before(house):
    begin, data_base, files = house
    built(begin)
    before = tables(data_base)
    path = files / "names.csv"
    path.write_bytes(path.read_bytes().replace(b"Mill End", b"Mill Top"))

    for moment in MOMENTS:
        killed(begin, moment)
        assert tables(data_base) == before, moment
    built(begin)

    after = tables(data_base)
    assert after != before
    built(begin)
    assert tables(data_base) == after


@pytest.mark.slow
def test_the_command_tells_what_it_did_and_that_nothing_changed(house):
    begin, _, _ = house

    told = built(begin)

    assert "Squares is built" in told
    assert "nobody else could write" in told
    assert "8 of 8: LSOA 2021 to ICB_PLACE 2024" in told
