"""How is a data folder with an SQLite file in it copied while it is in use?

Nothing here needs Django, so that a folder of any version can be backed up before
it is replaced.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from weft.cli.keeping.archive import Manifest, Pack
from weft.commons.errors import Damaged, WronglyConfigured

FILE = "weft.sqlite3"
INSIDE = "data-base/weft.sqlite3"
NOT_KEPT = ("backups", "serving.lock", FILE)  # WAL and shared memory begin with FILE
PATIENCE = 60


def pack(pack: Pack, folder: Path, told: Manifest) -> Manifest:
    """Put the data base and every other file of the folder into a backup.

    The write lock is held meanwhile, so that files and tables belong together;
    readers go on reading.
    """
    copy = folder / f"{FILE}.copy"
    with _damage_told(folder / FILE), _holding_still(folder / FILE):
        _copy(folder / FILE, copy)
        for file in kept_files(folder):
            pack.add(file, f"files/{file.relative_to(folder).as_posix()}")
    try:
        complain_of(copy)
        pack.add(copy, INSIDE)
        return _described(copy, told)
    finally:
        copy.unlink()


def kept_files(folder: Path) -> Iterator[Path]:
    """List what a backup keeps besides the data base."""
    for file in sorted(folder.rglob("*")):
        first = file.relative_to(folder).parts[0]
        if file.is_file() and not first.startswith(NOT_KEPT):
            yield file


def refuse_nothing(folder: Path) -> None:
    """Refuse a folder in which nothing is kept yet: its backup would save nobody.

    Raises
    ------
    WronglyConfigured
        There is no data base, or it has no tables.
    """
    file = folder / FILE
    tables = "SELECT count(*) FROM sqlite_master WHERE name = 'django_migrations'"
    if file.exists():
        with _damage_told(file), closing(sqlite3.connect(file)) as opened:
            if opened.execute(tables).fetchone()[0]:
                return
    raise WronglyConfigured(
        f"There is nothing in {folder} to back up. Was another folder meant? "
        "./weft backup --data-dir FOLDER"
    )


def complain_of(file: Path) -> None:
    """Refuse a data base that SQLite itself finds damaged.

    Raises
    ------
    Damaged
        With what SQLite says.
    """
    with _damage_told(file), closing(sqlite3.connect(file)) as opened:
        said = opened.execute("PRAGMA integrity_check").fetchone()[0]
    if said != "ok":
        raise _damaged(file, said)


@contextmanager
def _damage_told(file: Path) -> Iterator[None]:
    """Tell a damaged file from one that is busy or out of reach."""
    try:
        yield
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as problem:
        raise _damaged(file, str(problem)) from problem


def _damaged(file: Path, said: str) -> Damaged:
    return Damaged(
        f"SQLite finds {file} damaged ({said}). Bring back the last backup: "
        "./weft restore FILE --replace"
    )


@contextmanager
def _holding_still(file: Path) -> Iterator[None]:
    """Keep everybody from writing for as long as it takes."""
    with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as held:
        held.execute("BEGIN IMMEDIATE")
        yield
        held.execute("ROLLBACK")


def _copy(file: Path, to: Path) -> None:
    to.unlink(missing_ok=True)
    with (
        closing(sqlite3.connect(file, timeout=PATIENCE)) as source,
        closing(sqlite3.connect(to)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")


def _described(file: Path, told: Manifest) -> Manifest:
    """Say which migrations and how much of the record the copy holds."""
    with closing(sqlite3.connect(file)) as opened:
        migrations: dict[str, list[str]] = {}
        for app, name in opened.execute(
            "SELECT app, name FROM django_migrations ORDER BY id"
        ):
            migrations.setdefault(app, []).append(name)
        entries, last = opened.execute(
            "SELECT count(*), coalesce((SELECT hash FROM accounts_entry"
            " ORDER BY number DESC LIMIT 1), '') FROM accounts_entry"
        ).fetchone()
    return Manifest(
        weft=told.weft,
        made_at=told.made_at,
        reason=told.reason,
        kind="sqlite",
        migrations=migrations,
        entries=entries,
        last_hash=last,
        files=told.files,
    )
