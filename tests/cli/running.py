"""Our commands as a person types them, in a process of their own."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx

ROOT = Path(__file__).parents[2]


def environment(**settings: str) -> dict[str, str]:
    """What a person's terminal would hold, and no setting of ours unless told."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("WEFT_")}
    return {**plain, "PYTHONPATH": str(ROOT / "src"), **settings}


def weft(
    *typed: str | Path, cwd: Path = ROOT, **settings: str
) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end."""
    return subprocess.run(  # noqa: S603 our own command
        [sys.executable, "-m", "weft", *map(str, typed)],
        env=environment(**settings),
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def python(words: str, **settings: str) -> str:
    """Run a few words of Python with Django awake."""
    done = subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-c", f"import django; django.setup()\n{words}"],
        env=environment(DJANGO_SETTINGS_MODULE="weft.config.settings", **settings),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout


TABLES = """
from weft.cli.migrating import bring_up_to_date
bring_up_to_date(saying=lambda _: None)
"""


@cache
def _tables() -> Path:
    """Make a data base of this version with nothing in it, once for a process."""
    folder = tempfile.mkdtemp(prefix="weft-tables-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    python(TABLES, WEFT_DATA_DIR=folder)
    return Path(folder) / "weft.sqlite3"


def with_tables(folder: Path) -> Path:
    """Give a data folder that has its tables, as after any first command.

    Making them takes 4 s of a processor. That a command makes them where there are none
    is shown by ``test_account.py`` and ``test_backup.py``, which begin with nothing.
    """
    folder.mkdir(exist_ok=True)
    shutil.copyfile(_tables(), folder / "weft.sqlite3")
    return folder


MADE = """
from weft.cli.migrating import bring_up_to_date
bring_up_to_date(saying=lambda _: None)
from weft.accounts.actors import Actor
from weft.accounts.services import record
for number in range({deeds}):
    record(
        by=Actor.command("test"),
        deed="jobs.try_once_more",
        subject=f"work:{{number}}",
    )
"""


def make_data(deeds: int = 7, **settings: str) -> None:
    """Make the tables, and do a few deeds."""
    python(MADE.format(deeds=deeds), **settings)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@dataclass
class Served:
    """A house that is being served, and all that it said."""

    address: str
    port: int
    process: "subprocess.Popen[str]"
    log: Path

    @property
    def said(self) -> str:
        return self.log.read_text()


@contextmanager
def served(folder: Path, *, seconds: float = 60, **settings: str) -> Iterator[Served]:
    """Serve a folder, and hand it over once it answers."""
    port, log = free_port(), folder.parent / f"{folder.name}.log"
    told = ["serve", "--data-dir", str(folder), "--port", str(port)]
    with log.open("w") as out:
        server = subprocess.Popen(  # noqa: S603 our own command
            [sys.executable, "-m", "weft", *told],
            env=environment(**settings),
            cwd=ROOT,
            stdout=out,
            stderr=subprocess.STDOUT,
            text=True,
        )
    house = Served(f"http://localhost:{port}", port, server, log)
    try:
        _wait_for(house, seconds)
        yield house
    finally:
        server.terminate()
        server.wait(timeout=seconds)


def _wait_for(house: Served, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and house.process.poll() is None:
        try:
            httpx.get(f"{house.address}/health.json", timeout=10)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"it does not answer: {house.said[-2000:]}")
