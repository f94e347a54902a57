"""Is somebody serving this data folder already?

An SQLite file is served by one process only: with two, a checkpoint may meet a write
(the WAL-reset fault of SQLite before 3.51.3, docs/decisions/0003-sqlite.md). The
lock is the operating system's, so a killed server leaves none behind.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weft.commons.errors import WronglyConfigured

FILE = "serving.lock"


@contextmanager
def serving(folder: Path, *, at: str) -> Iterator[None]:
    """Hold the folder while it is served.

    Raises
    ------
    WronglyConfigured
        Another process serves it.
    """
    with (folder / FILE).open("a+", encoding="utf-8") as file:
        if not _taken(file.fileno()):
            raise served_already(folder, whoever_serves(folder))
        file.truncate(0)
        file.write(at)
        file.flush()
        yield
        file.truncate(0)


def served_already(folder: Path, at: str) -> WronglyConfigured:
    """Say where it is served, and what to do."""
    return WronglyConfigured(
        f"{folder} is being served already ({at}). "
        "Use that, stop it, or choose another folder with --data-dir."
    )


def whoever_serves(folder: Path) -> str:
    """Name the address at which a folder is being served, or nothing."""
    if not (folder / FILE).exists():
        return ""
    with (folder / FILE).open("r+", encoding="utf-8") as file:
        return "" if _taken(file.fileno()) else file.read() or "starting"


def _taken(descriptor: int) -> bool:
    """Try to take the lock; closing the file gives it back."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
