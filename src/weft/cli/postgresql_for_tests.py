"""Where does a PostgreSQL come from that only a test run needs?

From the system's own binaries: a cluster in a folder of its own, reached through a
socket in that folder, kept by an unprivileged user, and gone when the run ends.
Standard library only: ``python -m weft.cli.postgresql_for_tests COMMAND …`` runs any
command with ``WEFT_TEST_DATABASE_URL`` set.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ADDRESS = "WEFT_TEST_DATABASE_URL"
PLACES = ("/usr/lib/postgresql", "/usr/local/opt", "/opt/homebrew/opt")
UNPRIVILEGED = ("postgres", "nobody")
QUICK = {
    "fsync": "off",  # it is thrown away: nothing in it need survive
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "timezone": "UTC",
}


def binaries() -> Path | None:
    """Find the folder of the newest PostgreSQL's programs on this machine."""
    found = [
        path.parent
        for place in PLACES
        for path in Path(place).glob("*/bin/initdb")
        if (path.parent / "pg_ctl").exists()
    ]
    on_path = shutil.which("initdb")
    if not found and on_path:
        return Path(on_path).parent
    return max(found, key=_version) if found else None


@contextmanager
def throw_away_cluster(programs: Path) -> Iterator[str]:
    """Start a cluster, give its address, and leave nothing behind."""
    folder = Path(tempfile.mkdtemp(prefix="weft-postgresql-", dir="/tmp"))
    # (in /tmp, since a socket's path must be short)
    user = _unprivileged()
    try:
        if user:
            shutil.chown(folder, user)
            folder.chmod(0o755)
        data = folder / "data"
        made = ["--auth=trust", "--username=weft", "--encoding=UTF8", "--locale=C"]
        _as(user, [programs / "initdb", "-D", data, "--no-sync", *made])
        told = [f"-c {key}='{value}'" for key, value in QUICK.items()]
        options = " ".join((f"-k {folder}", *told))
        start = ["start", "--wait", "-l", str(folder / "log"), "-o", options]
        _as(user, [programs / "pg_ctl", "-D", data, *start])
        try:
            yield f"postgresql://weft@/postgres?host={folder}"
        finally:
            _as(user, [programs / "pg_ctl", "-D", data, "stop", "-m", "immediate"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _version(folder: Path) -> tuple[int, ...]:
    numbers = "".join(c if c.isdigit() else " " for c in folder.parent.name).split()
    return tuple(int(number) for number in numbers)


def _unprivileged() -> str | None:
    """Name a user to run it as: PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def _as(user: str | None, command: Sequence[str | Path]) -> None:
    done = subprocess.run(  # noqa: S603 the system's own programs
        command, user=user, cwd="/", check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr.strip() or done.stdout.strip()}")


def main(typed: Sequence[str]) -> int:
    """Run a command with a throw-away data base beside it."""
    programs = binaries()
    if programs is None:
        sys.exit("There is no PostgreSQL here. On Debian: apt-get install postgresql")
    with throw_away_cluster(programs) as address:
        print(f"PostgreSQL from {programs} for this run", flush=True)
        return subprocess.run(  # noqa: S603 what was typed
            typed, check=False, env={**os.environ, ADDRESS: address}
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
