"""Errors come from one tree, and nobody catches everything."""

import ast
from pathlib import Path

from tests.house_rules.source import PACKAGE, modules, planted

BROAD = {"Exception", "BaseException"}


def caught(handler: ast.ExceptHandler) -> set[str]:
    if handler.type is None:
        return {"BaseException"}
    return {n.id for n in ast.walk(handler.type) if isinstance(n, ast.Name)}


def broad_catches(package: Path) -> list[str]:
    return [
        f"{module.path}:{node.lineno}"
        for module in modules(package)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ExceptHandler) and caught(node) & BROAD
    ]


def own_errors(package: Path) -> list[str]:
    """Find exceptions defined anywhere but in the one tree."""
    return [
        f"{module.path}:{node.name}"
        for module in modules(package)
        if module.path.parts[1:] != ("commons", "errors.py")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
        and any(getattr(b, "id", "") in {*BROAD, "ValueError"} for b in node.bases)
    ]


# The worker must outlive any job that breaks; what broke is kept and shown.
MAY_CATCH_ALL = {"weft/jobs/"}


def test_nobody_catches_everything():
    found = broad_catches(PACKAGE)
    assert [f for f in found if not f.startswith(tuple(MAY_CATCH_ALL))] == []


def test_errors_live_in_one_tree():
    assert own_errors(PACKAGE) == []


def test_it_bites_a_broad_catch(tmp_path):
    code = "try:\n    a = 1\nexcept Exception:\n    a = 2\n"
    package = planted(tmp_path, "need/queries.py", code)
    assert broad_catches(package) == ["weft/need/queries.py:3"]


def test_it_bites_a_bare_catch(tmp_path):
    package = planted(
        tmp_path, "need/queries.py", "try:\n    a = 1\nexcept:\n    a = 2\n"
    )
    assert broad_catches(package) == ["weft/need/queries.py:3"]


def test_it_bites_an_error_of_ones_own(tmp_path):
    package = planted(tmp_path, "need/q.py", "class Bad(Exception):\n    pass\n")
    assert own_errors(package) == ["weft/need/q.py:Bad"]
