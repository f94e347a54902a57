"""A browser, and the made-up valley served to it by the same commands as anybody's.

The valley is built once and served by one process of its own, so that a journey sees
what a person sees: the true commands, the true headers, the true files. Set
``WEFT_JOURNEYS_DATA`` to a folder to keep the build between runs.
"""

import os
import re
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from tests.journeys.arriving import clicks_arrive
from tests.journeys.looking import DESK

ROOT = Path(__file__).parents[2]
JOIN = re.compile(r"^http://localhost:\d+(/join/\S+)$", flags=re.MULTILINE)
BUILD_SECONDS, START_SECONDS = 600, 300


def _weft(*words: str, data: Path) -> list[str]:
    return [sys.executable, "-m", "weft", *words, "--data-dir", str(data)]


def _environment() -> dict[str, str]:
    ours = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("WEFT_")
    }
    return {**ours, "PYTHONPATH": str(ROOT / "src")}


@pytest.fixture(scope="session")
def valley(tmp_path_factory) -> Path:
    """A data folder with the made-up valley in it, built as ./weft demo builds it."""
    kept = os.environ.get("WEFT_JOURNEYS_DATA")
    data = Path(kept) if kept else tmp_path_factory.mktemp("valley")
    if not (data / "weft.sqlite3").exists():
        subprocess.run(  # noqa: S603 our own command
            _weft("demo", "--no-serve", data=data),
            cwd=ROOT,
            env=_environment(),
            check=True,
            timeout=BUILD_SECONDS,
            capture_output=True,
        )
    return data


@pytest.fixture(scope="session")
def site(valley, tmp_path_factory):
    """The address of a served valley."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("log") / "serve.log"
    with log.open("wb") as out:
        server = subprocess.Popen(  # noqa: S603 our own command
            _weft("serve", "--port", str(port), data=valley),
            cwd=ROOT,
            env=_environment(),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield _once_it_answers(f"http://localhost:{port}", server, log)
        finally:
            server.terminate()
            server.wait(timeout=START_SECONDS)


def _once_it_answers(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and server.poll() is None:
        try:
            httpx.get(f"{address}/privacy", timeout=5)
        except httpx.TransportError:
            time.sleep(0.2)
        else:
            return address
    pytest.fail(f"the valley was not served: {log.read_text()[-2000:]}")


@dataclass
class Visitor:
    """Somebody with a browser: opens pages, and notices what should never be."""

    browser: object
    site: str
    outside: list[str] = field(default_factory=list)
    mishaps: list[str] = field(default_factory=list)

    @contextmanager
    def at(self, path: str = "/", *, size: dict[str, int] = DESK, **options):
        """Open one page in a fresh browser with nothing kept in it."""
        context = self.browser.new_context(viewport=size, **options)
        try:
            page = context.new_page()
            page.on("request", self._asked)
            page.on("pageerror", lambda error: self.mishaps.append(str(error)))
            page.on("console", self._said)
            page.goto(f"{self.site}{path}")
            yield page
        finally:
            context.close()

    def _said(self, said) -> None:
        # A page that is meant to be a refusal is no mishap of a script.
        if said.type == "error" and "with a status of 4" not in said.text:
            self.mishaps.append(said.text)

    def _asked(self, request) -> None:
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.outside.append(request.url)


@pytest.fixture
def visitor(chromium, site, monkeypatch):
    """Somebody with a browser; whatever they do, nobody else hears of it."""
    clicks_arrive(monkeypatch)
    someone = Visitor(chromium, site)
    yield someone
    assert someone.outside == [], "a page asked somebody else for something"
    assert someone.mishaps == [], "a script failed or was refused"


@pytest.fixture
def invitation(valley):
    """Invite somebody with the true command, while the valley is being served."""

    def invited(email, role="steward"):
        typed = ("account", "invite", email, "--role", role, "--data-dir", valley)
        done = subprocess.run(  # noqa: S603 our own command
            [sys.executable, "-m", "weft", *map(str, typed)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return JOIN.search(done.stdout).group(1)

    return invited
