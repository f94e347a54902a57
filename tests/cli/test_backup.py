"""The drill: back up, bring back, and compare everything."""

import hashlib
import json
import os
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from tests.cli.running import make_data, python, served, weft

TOLD = "from weft.accounts.queries import record_state; print(record_state())"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A data folder with tables, a few deeds, and a file of numbers."""
    folder = tmp_path_factory.mktemp("made") / "weft"
    make_data(WEFT_DATA_DIR=str(folder))
    (folder / "need").mkdir()
    (folder / "need" / "people.parquet").write_bytes(os.urandom(5_000))
    return folder


@pytest.fixture
def folder(made, tmp_path):
    """The same, to do with as a test likes."""
    return shutil.copytree(made, tmp_path / "weft")


def backed_up(folder: Path) -> Path:
    target = folder.parent / "safe.zip"
    done = weft("backup", target, "--data-dir", folder)
    assert done.returncode == 0, done.stderr
    return target


def all_rows(folder: Path) -> dict[str, str]:
    """Reckon a checksum over the sorted rows of each table."""
    with closing(sqlite3.connect(folder / "weft.sqlite3")) as opened:
        names = opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {
            name: hashlib.sha256(
                "\n".join(
                    sorted(map(repr, opened.execute(f'SELECT * FROM "{name}"')))  # noqa: S608 a table's own name
                ).encode()
            ).hexdigest()
            for (name,) in names.fetchall()
        }


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.name.startswith("weft.sqlite3")
        and path.name != "serving.lock"
        and "backups" not in path.parts
    }


class TestTheDrill:
    def test_everything_comes_back_as_it_was(self, folder, tmp_path):
        safe, again = backed_up(folder), tmp_path / "again"
        done = weft("restore", safe, "--data-dir", again)

        assert done.returncode == 0, done.stderr
        assert all_rows(again) == all_rows(folder)
        assert files(again) == files(folder)
        assert python(TOLD, WEFT_DATA_DIR=str(again)) == python(
            TOLD, WEFT_DATA_DIR=str(folder)
        )
        assert (again / "secret-key").stat().st_mode & 0o077 == 0

    def test_a_backup_can_be_made_while_it_is_served(self, folder, tmp_path):
        with served(folder):
            safe = backed_up(folder)
        done = weft("restore", safe, "--data-dir", tmp_path / "again")
        assert done.returncode == 0, done.stderr

    def test_what_is_restored_can_be_served(self, folder, tmp_path):
        import httpx

        again = tmp_path / "again"
        weft("restore", backed_up(folder), "--data-dir", again)
        with served(again) as house:
            told = httpx.get(f"{house.address}/health.json").json()
        assert told["record"]["entries"] >= 7
        assert told["record"]["first_broken"] is None

    def test_a_backup_is_for_nobody_elses_eyes(self, folder):
        assert backed_up(folder).stat().st_mode & 0o077 == 0

    def test_without_a_name_it_lies_in_the_data_folder_and_not_in_the_next_backup(
        self, folder
    ):
        for _ in range(2):
            assert weft("backup", "--data-dir", folder).returncode == 0
        kept = sorted((folder / "backups").iterdir())
        assert len(kept) == 2
        with zipfile.ZipFile(kept[1]) as opened:
            assert not [n for n in opened.namelist() if "backups" in n]


class TestOverAnother:
    def test_something_that_is_there_is_never_overwritten_unasked(self, folder):
        before = all_rows(folder)
        done = weft("restore", backed_up(folder), "--data-dir", folder)

        assert done.returncode == 2
        assert "--replace" in done.stderr
        assert all_rows(folder) == before

    def test_when_asked_it_is_backed_up_first(self, folder):
        safe, before = backed_up(folder), all_rows(folder)
        make_data(deeds=3, WEFT_DATA_DIR=str(folder))
        later = all_rows(folder)
        done = weft("restore", safe, "--data-dir", folder, "--replace")

        assert done.returncode == 0, done.stderr
        assert all_rows(folder) == before
        (kept,) = (folder / "backups").glob("*-before-restoring.zip")
        weft("restore", kept, "--data-dir", folder, "--replace")
        assert all_rows(folder) == later

    def test_a_folder_that_is_being_served_is_left_alone(self, folder):
        safe = backed_up(folder)
        with served(folder):
            done = weft("restore", safe, "--data-dir", folder, "--replace")
        assert done.returncode == 2
        assert "being served" in done.stderr


class TestFaults:
    """Whatever is wrong with a backup, nothing that is there is touched."""

    @pytest.fixture
    def damaged(self, folder, request):
        safe = backed_up(folder)
        target = folder.parent / "damaged.zip"
        getattr(self, f"_{request.param}")(safe, target)
        return target

    @pytest.mark.parametrize(
        "damaged",
        ["cut_short", "empty", "a_page", "one_bit", "evil_path"],
        indirect=True,
    )
    def test_a_damaged_backup_is_refused(self, folder, damaged, tmp_path):
        before = all_rows(folder)
        for target in (folder, tmp_path / "again"):
            done = weft("restore", damaged, "--data-dir", target, "--replace")
            assert done.returncode == 1, done.stdout
            assert "Traceback" not in done.stderr
            assert "Take another backup file" in done.stderr
        assert all_rows(folder) == before
        assert not (tmp_path / "evil").exists()

    def test_a_backup_of_a_changed_record_is_refused(self, folder, tmp_path):
        with closing(sqlite3.connect(folder / "weft.sqlite3")) as opened, opened:
            opened.execute("DROP TRIGGER the_record_refuses_update")
            opened.execute("UPDATE accounts_entry SET deed = 'x' WHERE number = 5")
        done = weft("restore", backed_up(folder), "--data-dir", tmp_path / "again")

        assert done.returncode == 2
        assert "entry 5" in done.stderr
        assert not (tmp_path / "again").exists()

    def test_no_such_file(self, tmp_path):
        done = weft("restore", tmp_path / "no.zip", "--data-dir", tmp_path / "again")
        assert done.returncode == 1
        assert "cannot be opened" in done.stderr

    @staticmethod
    def _cut_short(safe, target):
        target.write_bytes(safe.read_bytes()[:-200])

    @staticmethod
    def _empty(_safe, target):
        target.touch()

    @staticmethod
    def _a_page(_safe, target):
        target.write_text("<!doctype html><title>Log in</title>")

    @staticmethod
    def _one_bit(safe, target):
        """Change a file, and let the zip file's own sums agree with it."""
        with zipfile.ZipFile(safe) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                kept = bytearray(old.read(name))
                if name.endswith(".parquet"):
                    kept[2_500] ^= 1
                new.writestr(name, bytes(kept))

    @staticmethod
    def _evil_path(safe, target):
        with zipfile.ZipFile(safe) as old, zipfile.ZipFile(target, "w") as new:
            told = json.loads(old.read("manifest.json"))
            told["files"]["../evil"] = hashlib.sha256(b"evil").hexdigest()
            new.writestr("../evil", b"evil")
            new.writestr("manifest.json", json.dumps(told))


def make_older(folder: Path) -> None:
    """Take a data folder back to before the record was append-only."""
    python(
        "from django.core.management import call_command\n"
        "call_command('migrate', 'accounts', '0001_first', verbosity=0)",
        WEFT_DATA_DIR=str(folder),
    )


class TestNewerAndOlder:
    def test_an_older_data_base_is_backed_up_before_it_is_migrated(self, folder):
        make_older(folder)
        make_data(deeds=0, WEFT_DATA_DIR=str(folder))

        (kept,) = (folder / "backups").glob("*-before-migrating.zip")
        with zipfile.ZipFile(kept) as opened:
            told = json.loads(opened.read("manifest.json"))
        assert "0002_append_only" not in told["migrations"]["accounts"]
        triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
        with closing(sqlite3.connect(folder / "weft.sqlite3")) as opened:
            assert opened.execute(triggers).fetchone()[0] >= 2

    def test_an_older_backup_is_migrated_when_it_is_restored(self, folder, tmp_path):
        make_older(folder)
        again = tmp_path / "again"
        done = weft("restore", backed_up(folder), "--data-dir", again)
        assert done.returncode == 0, done.stderr
        assert "the_record_refuses" in python(
            "from django.db import connection as c\n"
            "print(c.cursor().execute("
            "\"SELECT group_concat(name) FROM sqlite_master WHERE type='trigger'\""
            ").fetchone()[0])",
            WEFT_DATA_DIR=str(again),
        )

    def test_a_data_base_of_a_newer_version_is_refused(self, folder):
        with closing(sqlite3.connect(folder / "weft.sqlite3")) as opened, opened:
            opened.execute(
                "INSERT INTO django_migrations (app, name, applied)"
                " VALUES ('accounts', '0099_of_the_future', '2030-01-01')"
            )
        done = weft("serve", "--data-dir", folder)
        assert done.returncode == 2
        assert "newer Weft" in done.stderr


def test_the_drill_on_postgresql(postgresql, tmp_path):
    """The same from one PostgreSQL data base into another, without its programs."""
    names = [f"weft_drill_{os.getpid()}_{n}" for n in range(2)]
    with psycopg.connect(postgresql, autocommit=True) as server:
        for name in names:
            server.execute(f'CREATE DATABASE "{name}"')
        try:
            addresses = [postgresql.replace("/postgres?", f"/{n}?") for n in names]
            _drill_on_postgresql(addresses, tmp_path)
        finally:
            for name in names:
                server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _drill_on_postgresql(addresses, tmp_path):
    first, second = (
        {"WEFT_DATABASE_URL": address, "WEFT_DATA_DIR": str(tmp_path / f"{n}")}
        for n, address in enumerate(addresses)
    )
    make_data(**first)
    safe = tmp_path / "safe.zip"
    assert weft("backup", safe, **first).returncode == 0
    done = weft("restore", safe, **second)
    assert done.returncode == 0, done.stderr
    assert python(TOLD, **second) == python(TOLD, **first)
    make_data(deeds=2, **second)  # numbers go on after the last
    assert "entries=9" in python(TOLD, **second)

    again = weft("restore", safe, **second)
    assert again.returncode == 2
    assert "--replace" in again.stderr
    assert weft("restore", safe, "--replace", **second).returncode == 0
    assert "entries=7" in python(TOLD, **second)
    wrong = weft("restore", safe, "--data-dir", tmp_path / "folder")
    assert wrong.returncode == 2
    assert "WEFT_DATABASE_URL" in wrong.stderr
    shutil.rmtree(tmp_path)


class TestNothingAndDamage:
    @pytest.mark.parametrize("command", ["backup", "export", "replies"])
    def test_a_slip_of_the_pen_begins_no_new_folder(self, tmp_path, command):
        slip = tmp_path / "slip-of-the-pen"
        more = [tmp_path / "out"] if command == "export" else []
        done = weft(command, *more, "--data-dir", slip)

        assert done.returncode == 2
        assert "nothing in" in done.stderr
        assert "--data-dir" in done.stderr
        assert not slip.exists()

    def test_a_folder_in_which_nothing_is_kept_is_not_backed_up(self, tmp_path):
        done = weft("backup", "--data-dir", tmp_path)

        assert done.returncode == 2
        assert "nothing in" in done.stderr
        assert not (tmp_path / "backups").exists()

    @pytest.fixture
    def damaged(self, folder):
        """A backup, and a folder whose data base broke after it was made."""
        safe = backed_up(folder)
        with (folder / "weft.sqlite3").open("r+b") as file:
            file.seek(4_096 * 3)
            file.write(os.urandom(4_096 * 8))
        return safe

    def test_a_damaged_data_base_is_not_backed_up_as_if_it_were_whole(
        self, folder, damaged
    ):
        before = damaged.read_bytes()
        done = weft("backup", damaged, "--data-dir", folder)

        assert done.returncode == 2
        assert "./weft restore FILE --replace" in done.stderr
        assert damaged.read_bytes() == before, "the good backup is not written over"
        assert not damaged.with_name("safe.zip.part").exists()

    def test_it_is_brought_back_and_the_damaged_folder_is_kept(self, folder, damaged):
        broken = (folder / "weft.sqlite3").read_bytes()
        done = weft("restore", damaged, "--data-dir", folder, "--replace")

        assert done.returncode == 0, done.stderr
        assert len(all_rows(folder)["accounts_entry"]) == 64
        (kept,) = folder.parent.glob("weft.damaged-*")
        assert (kept / "weft.sqlite3").read_bytes() == broken
        assert str(kept) in done.stdout

    def test_a_file_that_is_no_data_base_is_told_by_every_command(self, folder):
        (folder / "weft.sqlite3").write_text("not a data base " * 99)
        for typed in (("serve",), ("backup",), ("region", "list"), ("worker",)):
            done = weft(*typed, "--data-dir", folder)
            assert done.returncode == 2, done.stdout
            assert "./weft restore FILE --replace" in done.stderr
            assert "Traceback" not in done.stderr
