"""How soon do the pages of a county answer, and how large does the server grow?"""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from urllib.parse import quote

ROOT = Path(__file__).parents[1]
A_LIFE = "/choice/school-run-no-car"
PAGES = (
    *("/choice", "/choice/gates", "/choice/weeks", A_LIFE, f"{A_LIFE}/hours"),
    *(f"{A_LIFE}/fair", f"{A_LIFE}/neighbourhoods"),
)
FILES = tuple(
    f"{A_LIFE}/{name}.csv"
    for name in ("areas", "hours", "way", "in-the-way", "changes", "neighbourhoods")
)
OWN = (
    "/choice/own?way=foot&far=30",
    "/choice/own?way=foot&far=20&free=tue-morning",
    "/choice/own?way=bike&far=45",
    "/choice/own?way=car&far=60",
)
NEXT = (
    *("/choice/next", "/choice/next?most=5", "/choice/next?weights=need"),
    *("/choice/next?weights=need&budget=2000", "/choice/next?unknown_is_yes=yes"),
)
GUESSED = "guessed from a straight line"
PATIENCE = 600  # seconds that a server may take to begin, or a week to be made ready
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """One that answers, and what it has used; Linux tells that in /proc."""

    def __init__(self, at: int, number: int) -> None:
        self.at, self.about = f"http://127.0.0.1:{at}", Path(f"/proc/{number}")
        self.guessed = True

    def used(self) -> float:
        """Give the seconds of a processor that it has taken so far."""
        told = (self.about / "stat").read_text().rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / TICKS

    def peak(self) -> int:
        """Give the most memory that it has had, in MB."""
        found = re.search(r"VmHWM:\s+(\d+)", (self.about / "status").read_text())
        return int(found[1]) // 1024 if found else 0

    def ask(self, path: str) -> tuple[int, float, float]:
        """Ask for a page: its status, seconds by the clock, seconds of a processor."""
        used, began = self.used(), time.perf_counter()
        with urllib.request.urlopen(f"{self.at}{path}", timeout=PATIENCE) as told:  # noqa: S310 a server of ours
            status, text = told.status, told.read().decode()
        clock, took = time.perf_counter() - began, self.used() - used
        if status == 200 and GUESSED not in text:
            print(f"{path} does not say that its ways are guessed")
            self.guessed = False
        return status, clock, took

    def wait_for(self, path: str) -> tuple[float, float]:
        """Ask until it is made: seconds by the clock, seconds of a processor."""
        used, began = self.used(), time.perf_counter()
        while self.ask(path)[0] == 202:
            time.sleep(1)
        return time.perf_counter() - began, self.used() - used


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a data folder, without its jobs, at a port of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    typed = ["serve", "--data-dir", str(folder), "--port", str(port)]
    with subprocess.Popen(  # noqa: S603 one of ours
        [sys.executable, "-m", "weft", *typed],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={**os.environ, "WEFT_WORKER": "no"},
    ) as run:
        try:
            server, began = Server(port, run.pid), time.monotonic()
            while run.poll() is None and time.monotonic() - began < PATIENCE:
                try:
                    server.ask("/choice/weeks")
                    break
                except OSError:
                    time.sleep(0.5)
            yield server
        finally:
            run.terminate()


def told(folder: Path, scenarios: Sequence[str]) -> bool:
    """Ask every page twice and each scenario once, and tell; False if a mark lacks."""
    print(
        "\n| page | cold: seconds | of a processor | warm: seconds | of a processor |"
    )
    print("|---|---|---|---|---|")
    with served(folder) as server:
        clock, used = server.wait_for("/choice/lab")
        _row(
            "a week made ready for the lab",
            (clock, used),
            server.ask("/choice/lab")[1:],
        )
        for path in (*PAGES, *OWN, *NEXT):
            _row(f"`{path}`", server.wait_for(path), server.ask(path)[1:])
        for path in FILES:
            server.ask(path)
        asked = [server.ask(f"/choice/lab?what={quote(one)}")[1:] for one in scenarios]
        print(f"\nPeak of the server: {server.peak():,} MB.\n")
        for n, what in enumerate(("seconds", "of a processor")):
            took = [one[n] for one in asked]
            print(
                f"{len(asked)} scenarios, {what}: {median(took):.2f} at the median, "
                f"{max(took):.2f} at worst"
            )
        return server.guessed


def _row(name: str, *twice: tuple[float, float]) -> None:
    cells = " | ".join(f"{one:.2f}" for both in twice for one in both)
    print(f"| {name} | {cells} |", flush=True)
