"""How do the house rules read the code?"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "weft"


@dataclass(frozen=True, slots=True)
class Module:
    """One file of ours, read."""

    path: Path  # below the folder that was asked for, as weft/assets/queries.py
    text: str

    @property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return self.text.count("\n")


Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules(package: Path = PACKAGE) -> Iterator[Module]:
    """Read every module of a package, migrations apart: Django writes those."""
    for path in sorted(package.rglob("*.py")):
        if "migrations" not in path.parts and "__pycache__" not in path.parts:
            yield Module(path.relative_to(package.parent), path.read_text())


def functions(module: Module) -> Iterator[Function]:
    for node in ast.walk(module.tree):
        if isinstance(node, Function):
            yield node


def planted(tmp_path: Path, where: str, code: str) -> Path:
    """Make a package with one faulty module in it, and give the package."""
    path = tmp_path / "weft" / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(code)
    return tmp_path / "weft"
