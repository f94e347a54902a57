"""Is the house in order?

What somebody who runs Weft, or a monitor, wants to know at a glance. Nothing here is
about a person.
"""

import platform
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from weft import __version__
from weft.accounts.queries import record_state
from weft.jobs.queries import Standing, WorkAbout, latest_work, standings

RECORD_LOOKED_AT = 1_000
"""Entries whose hashes are reckoned at each look; all of them are every night."""

LEAST_ROOM = 0.05
WAL_RESET_MENDED = (3, 51, 3)
WAL_RESET = (
    "This SQLite can, very rarely, damage a data base that two processes write at once "
    "(the WAL-reset fault, mended in 3.51.3). Weft serves a folder with one process "
    "only, so it is not met here; for more than one, use PostgreSQL."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Disk:
    """How much room the data folder has, in bytes."""

    free: int
    total: int

    @property
    def is_nearly_full(self) -> bool:
        """Tell whether somebody should make room."""
        return self.free < LEAST_ROOM * self.total


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseState:
    """How everything stands, at one look."""

    weft: str
    python: str
    data_base: str
    sqlite: str
    caution: str  # about this SQLite; "" where there is none
    entries: int
    first_broken: int | None
    disk: Disk
    work: dict[Standing, int]
    latest: tuple[WorkAbout, ...]

    @property
    def is_in_order(self) -> bool:
        """Tell whether nobody needs to do anything."""
        return (
            self.first_broken is None
            and not self.disk.is_nearly_full
            and not self.work[Standing.GIVEN_UP]
        )


def house_state() -> HouseState:
    """Look at everything once; the number of questions does not grow with the data."""
    record = record_state(latest=RECORD_LOOKED_AT)
    on_sqlite = connection.vendor == "sqlite"
    old = sqlite3.sqlite_version_info < WAL_RESET_MENDED
    return HouseState(
        weft=__version__,
        python=platform.python_version(),
        data_base="SQLite" if on_sqlite else f"PostgreSQL {_postgresql_version()}",
        sqlite=sqlite3.sqlite_version,
        caution=WAL_RESET if on_sqlite and old else "",
        entries=record.entries,
        first_broken=record.first_broken,
        disk=_disk(settings.DATA_DIR),
        work=standings(),
        latest=tuple(latest_work()),
    )


def _disk(folder: Path) -> Disk:
    used = shutil.disk_usage(folder)
    return Disk(free=used.free, total=used.total)


def _postgresql_version() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        row = cursor.fetchone()
    return str(row[0]) if row else ""
