"""The clock and chance are handed in, so that the same inputs give the same answer."""

import ast
from pathlib import Path

from tests.house_rules.source import PACKAGE, modules, planted

MAY_ASK = {"web", "jobs", "cli", "config", "accounts"}  # the record says when
DOORS = {"pages", "api"}  # a page is where today comes in; below it, it is handed on
CLOCKS = {"now", "today", "utcnow", "localtime", "monotonic", "perf_counter", "time"}
CLOCK_OWNERS = {"datetime", "date", "timezone", "time"}
CHANCE = {"random", "secrets"}


def asking(package: Path) -> list[str]:
    found = []
    for module in modules(package):
        parts = module.path.with_suffix("").parts
        if parts[1] in MAY_ASK or DOORS & set(parts):
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                names = [a.name for a in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                names = []
            found += [f"{module.path}:{node.lineno} {n}" for n in names if n in CHANCE]
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in CLOCKS
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id in CLOCK_OWNERS
            ):
                found.append(
                    f"{module.path}:{node.lineno} "
                    f"{node.func.value.id}.{node.func.attr}()"
                )
    return found


def test_nobody_asks_the_clock_or_throws_dice_below_the_pages():
    assert asking(PACKAGE) == []


def test_it_bites_a_clock(tmp_path):
    code = "from datetime import date\nTODAY = date.today()\n"
    package = planted(tmp_path, "assets/domain/when.py", code)
    assert asking(package) == ["weft/assets/domain/when.py:2 date.today()"]


def test_it_bites_dice(tmp_path):
    package = planted(tmp_path, "access/domain/draw.py", "import random\n")
    assert asking(package) == ["weft/access/domain/draw.py:1 random"]
