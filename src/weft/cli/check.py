"""Hold every static rule: style, types, who imports whom, house rules."""

import argparse
import subprocess
import sys
import time

from weft.cli.line import ROOT

RULES = {
    "style": ("ruff", "check", "--quiet", ".", "weft"),
    "layout": ("ruff", "format", "--check", "--quiet", ".", "weft"),
    "types": ("mypy", "--no-error-summary"),
    "who imports whom": ("importlinter",),
    "house rules": ("pytest", "--quiet", "--no-header", "tests/house_rules"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may follow."""
    parser.add_argument(
        "only", nargs="*", help=f"some of: {', '.join(RULES)} (default: all)"
    )


def run(args: argparse.Namespace) -> int:
    """Run each rule's tool, say how long it took, and fail if any failed."""
    wanted = [name for name in RULES if not args.only or name in args.only]
    failed = [name for name in wanted if not _holds(name)]
    failed += [f"«{name}» (no such rule)" for name in set(args.only) - set(RULES)]
    print(f"\n{len(wanted) - len(failed)} of {len(wanted)} rules hold")
    if failed:
        print(f"broken: {', '.join(failed)}")
    return 1 if failed else 0


def _holds(name: str) -> bool:
    """Run one tool, with everything it says."""
    began = time.monotonic()
    print(f"{name} …", flush=True)
    code = subprocess.run(_command(name), cwd=ROOT, check=False).returncode  # noqa: S603 a tool of ours
    took = time.monotonic() - began
    print(f"{name}: {'holds' if code == 0 else 'BROKEN'} ({took:.1f} s)", flush=True)
    return code == 0


def _command(name: str) -> list[str]:
    tool, *rest = RULES[name]
    if tool == "importlinter":  # which has no «python -m» of its own
        said = (
            "from importlinter.cli import lint_imports_command; lint_imports_command()"
        )
        return [sys.executable, "-c", said]
    return [sys.executable, "-m", tool, *rest]
