"""Draw the README's picture from the made-up valley, in a real browser."""

import argparse
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from weft.cli.line import ROOT
from weft.cli.ports import free_port
from weft.commons.errors import WronglyConfigured

PICTURE = ROOT / "docs" / "pictures" / "choices.png"
BROWSERS = ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
WIDE, TALL = 1366, 1100
PATIENCE = 30.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "--into", type=Path, default=PICTURE, help="the file (a PNG) to draw into"
    )
    parser.add_argument(
        "--from",
        dest="start",
        default="Aldermill",
        help="where the one who is looking starts from",
    )


def run(args: argparse.Namespace) -> int:
    """Serve what is in the data folder, ask it what a visitor asks, keep the page."""
    browser = next((path for path in BROWSERS if Path(path).exists()), None)
    if browser is None:
        raise WronglyConfigured(
            "No Chromium was found to draw with. "
            "Debian, Ubuntu: apt-get install chromium"
        )
    args.into.parent.mkdir(parents=True, exist_ok=True)
    with served(args.data_dir, free_port(args.port, bind="127.0.0.1")) as address:
        draw(address, browser=browser, start=args.start, into=args.into)
    print(f"{args.into} is drawn")
    return 0


@contextmanager
def served(folder: Path, port: int) -> Iterator[str]:
    """Serve a data folder for as long as it is looked at."""
    typed = ["serve", "--data-dir", str(folder), "--port", str(port)]
    server = subprocess.Popen(  # noqa: S603 ourselves
        [sys.executable, "-m", "weft", *typed], stdout=subprocess.DEVNULL
    )
    try:
        address = f"http://localhost:{port}"
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(PATIENCE)


def draw(address: str, *, browser: str, start: str, into: Path) -> None:
    """Do what somebody does who has two afternoons, and photograph the answer."""
    from playwright.sync_api import (  # noqa: PLC0415 comes with the tests' packages
        sync_playwright,
    )

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=["--no-sandbox"]
        )
        page = chromium.new_page(viewport={"width": WIDE, "height": TALL})
        page.goto(address)
        page.get_by_label("Where do you start from?").fill(start)
        for block in ("tue-afternoon", "thu-afternoon"):
            page.locator(f"input[name=free][value={block}]").check(force=True)
        page.get_by_role("button", name="Show me what fits").click()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=into)
        chromium.close()


def _wait_for(address: str) -> None:
    """Wait until the house is open."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5):  # noqa: S310 our own house
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise WronglyConfigured("The house did not open in half a minute.")
