"""Somebody who checks the list: invited by the true command, in as they would be."""

import os
import re
import subprocess
import sys

from tests.accounts.codes import code
from tests.journeys.conftest import ROOT

PASSWORD = "three odd words here"  # noqa: S105 a made-up one
ADDRESS = re.compile(r"^http://localhost:\d+(/join/\S+)$", flags=re.MULTILINE)


def invited(valley, email, role="steward") -> str:
    """Invite somebody while the valley is being served; give the link's path."""
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
    return ADDRESS.search(done.stdout).group(1)


def come_in(page) -> None:
    """Go from the invitation to one's work, with a password and an app."""
    page.fill("#password", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("text=Go on")
    page.fill("#code", code(page.inner_text(".w-secret").replace(" ", "")))
    page.click("text=Keep this app")
    page.click("text=Go to your work")
