"""Compile what reckons ways and choices, in a process of its own.

    python -m weft.cli.compiling

Compiling holds up a whole process; this one holds up nobody. What it leaves beside the
modules is found by every other from then on.
"""

import subprocess
import sys
from functools import cache
from pathlib import Path

from weft.cli.line import ROOT

KERNELS = ROOT / "src" / "weft" / "access" / "domain"


@cache
def begin() -> "subprocess.Popen[bytes] | None":
    """Begin to compile, once; None where everything is compiled already.

    Returns
    -------
    subprocess.Popen or None
        The process; whoever needs it may wait for it. It says nothing, and where it
        fails the kernels are compiled when they are first asked.
    """
    if not any(map(_is_stale, KERNELS.rglob("*.py"))):
        return None
    return subprocess.Popen(
        [sys.executable, "-m", "weft.cli.compiling"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _is_stale(module: Path) -> bool:
    """Tell whether a module has kernels that were not compiled since it was written."""
    if "@compiled" not in module.read_text(encoding="utf-8"):
        return False
    kept = [*module.parent.glob(f"__pycache__/{module.stem}.*.nbi")]
    written = module.stat().st_mtime
    return not kept or max(file.stat().st_mtime for file in kept) < written


if __name__ == "__main__":
    from weft.access.domain.warming import warm

    warm()
