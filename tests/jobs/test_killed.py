"""What is asked for happens exactly once, however often workers are killed."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MARKS, KILLS = 60, 8
FEW_MARKS, FEW_KILLS = 20, 3
"""Enough for a fault that does not hang on chance: every kill falls where it bites."""

ASK = """
import os, sys
sys.path.insert(0, "src")
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from weft.accounts.actors import Actor
from weft.jobs.registry import job
from weft.jobs.services import ask_for
job("{job}")(lambda turn: None)
for mark in range({marks}):
    ask_for(job="{job}", by=Actor.command("test"), told={{"mark": mark}})
"""


def environment(folder: Path, address: str) -> dict[str, str]:
    told = {k: v for k, v in os.environ.items() if not k.startswith("WEFT_")}
    told |= {
        "DJANGO_SETTINGS_MODULE": "weft.config.settings",
        "WEFT_DATA_DIR": str(folder),
    }
    if address:
        told["WEFT_DATABASE_URL"] = address
    return told


def worker(told: dict[str, str], *, seconds: float = 120) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 our own file
        [sys.executable, str(HERE / "killed_worker.py"), str(seconds)],
        env=told,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )


def wait_until(victim: subprocess.Popen[str], says: str) -> None:
    for line in victim.stdout:
        if line.strip() == says:
            return
    pytest.fail(f"the worker ended before it said «{says}»")


def asked(question: str, folder: Path, address: str) -> list[tuple[object, ...]]:
    if address:
        with psycopg.connect(address) as opened:
            return opened.execute(question).fetchall()
    with closing(sqlite3.connect(folder / "weft.sqlite3", timeout=60)) as opened:
        return opened.execute(question).fetchall()


def all_marks(folder: Path, address: str) -> list[int]:
    question = "SELECT subject FROM accounts_entry WHERE deed = 'test.once'"
    return sorted(int(row[0]) for row in asked(question, folder, address))


def all_done(folder: Path, address: str, marks: int) -> bool:
    """Tell whether every piece of work is done, and not only every mark made."""
    question = (
        "SELECT count(*) FROM jobs_work JOIN django_tasks_database_dbtaskresult "
        "ON jobs_work.id = django_tasks_database_dbtaskresult.id "
        "WHERE job LIKE 'test.%' AND status = 'SUCCESSFUL'"
    )
    return asked(question, folder, address) == [(marks,)]


@pytest.fixture
def a_data_base_of_its_own(request, tmp_path):
    """A fresh data base of either kind."""
    if request.param == "sqlite":
        yield tmp_path, ""
        return
    address = request.getfixturevalue("postgresql")
    name = f"weft_killed_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"')
        yield tmp_path, address.replace("/postgres?", f"/{name}?")
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.mark.slow
@pytest.mark.parametrize(
    "a_data_base_of_its_own", ["sqlite", "postgresql"], indirect=True
)
def test_killed_at_any_moment_every_deed_is_done_exactly_once(a_data_base_of_its_own):
    marks = marks_after_killing("test.once", *a_data_base_of_its_own)
    assert marks == list(range(MARKS))


@pytest.mark.slow
def test_it_bites_a_deed_done_outside_its_transaction(tmp_path):
    # Each is killed just after its deed, so that this does not hang on chance.
    at = Killing(FEW_MARKS, FEW_KILLS, once_said="marked")
    marks = marks_after_killing("test.careless", tmp_path, "", at)
    assert set(marks) == set(range(FEW_MARKS))
    assert len(marks) > FEW_MARKS


@dataclass(frozen=True)
class Killing:
    """How much is asked for, how often a worker is killed, and at which word of its."""

    marks: int = MARKS
    kills: int = KILLS
    once_said: str = "working"


def marks_after_killing(
    job: str, folder: Path, address: str, at: Killing = Killing()
) -> list[int]:
    """Have marks made by workers that are killed again and again."""
    told = environment(folder, address)
    asking = ASK.format(job=job, marks=at.marks)
    subprocess.run(  # noqa: S603 our own words
        [sys.executable, "-c", asking], env=told, cwd=ROOT, check=True
    )
    chance = random.Random(2026)
    alive = [worker(told), worker(told)]
    try:
        for _ in range(at.kills):
            victim = alive.pop(0)
            wait_until(victim, at.once_said)
            if at.once_said == "working":
                time.sleep(chance.uniform(0.02, 0.3))
            victim.send_signal(signal.SIGKILL)
            victim.communicate()
            alive.append(worker(told))
        end = time.monotonic() + 90
        while time.monotonic() < end and not all_done(folder, address, at.marks):
            time.sleep(0.2)
        time.sleep(1.5)  # time enough for a second deed that should not be
    finally:
        for each in alive:
            each.kill()
            each.communicate()
    return all_marks(folder, address)
