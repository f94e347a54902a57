"""Run every test: units, laws, oracles, journeys, and both data bases.

What is typed after it goes to pytest: ./weft test tests/jobs -k killed. Without
anything, all tests run on SQLite, then those that use the data base on PostgreSQL.
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator

from weft.cli import compiling
from weft.cli.line import ROOT
from weft.cli.postgresql_for_tests import ADDRESS, binaries, throw_away_cluster
from weft.cli.validators_for_tests import bring
from weft.commons.errors import WronglyConfigured

PASSES_ON = True
SHOWN = ROOT / ".cache" / "shows.json"
WHOLE = ["--numprocesses=auto"]
"""On every processor; how many and who runs what stands in tests/conftest.py."""

NO_TESTS = 5  # pytest's exit code when a choice left none
BROWSERS = ("chromium", "google-chrome")
MISSING = {
    "browser": "there is no chromium: journeys in a browser are not run "
    "(Debian: apt-get install chromium)",
    "validators": "OpenActive's validators could not be fetched: our feeds are not "
    "held against them (they need npm's registry once)",
    "postgres": "there is no PostgreSQL: its half of the data base tests is not run "
    "(Debian: apt-get install postgresql)",
}


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Everything goes to pytest."""


def run(args: argparse.Namespace) -> int:
    """Test on SQLite, then on PostgreSQL where there is one.

    Raises
    ------
    WronglyConfigured
        Something is missing that WEFT_REQUIRE asks for, or nobody knows what it is.
    """
    required = set(filter(None, os.environ.get("WEFT_REQUIRE", "").split(",")))
    if strange := required - MISSING.keys():
        raise WronglyConfigured(
            f"WEFT_REQUIRE asks for «{', '.join(sorted(strange))}»; it takes "
            f"{' and '.join(MISSING)}, with a comma between."
        )
    for what in _missing():
        if what in required:
            raise WronglyConfigured(f"WEFT_REQUIRE asks for it, and {MISSING[what]}")
        print(f"not here: {MISSING[what]}")
    if not args.others:
        SHOWN.unlink(missing_ok=True)
    # In a fresh checkout each process of the tests would compile the same kernels
    # (26 s of a processor each); this one is through before most have read their tests.
    compiling.begin()
    with _postgresql() as address:
        typed = args.others or WHOLE
        codes = [_pytest("SQLite", typed, address)]
        if address:
            again = ["--only-data-base", *typed]
            codes.append(
                _pytest("PostgreSQL", again, address, WEFT_DATABASE_URL=address)
            )
    told_apart = [code for code in codes if code != NO_TESTS]
    return max(told_apart, default=NO_TESTS)


def _missing() -> list[str]:
    """Name what the whole of the tests would need and is not here."""
    missing = []
    if not any(map(shutil.which, BROWSERS)):
        missing.append("browser")
    if not os.environ.get(ADDRESS) and binaries() is None:
        missing.append("postgres")
    if not bring():
        missing.append("validators")
    return missing


@contextlib.contextmanager
def _postgresql() -> Iterator[str]:
    """Give the address of a PostgreSQL for this run, or nothing."""
    told, programs = os.environ.get(ADDRESS, ""), binaries()
    if told or programs is None:
        yield told
        return
    with throw_away_cluster(programs) as address:
        yield address


def _pytest(name: str, typed: list[str], address: str, **settings: str) -> int:
    """Run pytest once, with one data base."""
    began = time.monotonic()
    print(f"\n--- tests on {name} ---", flush=True)
    told = {k: v for k, v in os.environ.items() if k not in UNTOLD}
    if address:
        told[ADDRESS] = address
    code = subprocess.run(  # noqa: S603 pytest, with what was typed
        [sys.executable, "-m", "pytest", *typed],
        cwd=ROOT,
        check=False,
        env={**told, **settings},
    ).returncode
    print(f"--- tests on {name}: {time.monotonic() - began:.0f} s ---", flush=True)
    return code


UNTOLD = frozenset({"WEFT_DATA_DIR", "WEFT_DATABASE_URL"})
