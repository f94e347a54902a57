"""The tree is the table of contents, and tables are tied by strings."""

import ast
import re
from pathlib import Path

from tests.house_rules.source import PACKAGE, ROOT, modules, planted

ALLOWED_IN_A_PART = {
    "domain", "models", "queries", "services", "exchange", "sources", "jobs", "api",
    "pages", "templates", "static", "migrations", "apps", "__init__", "__pycache__",
}  # fmt: skip
PARTS = ("ground", "assets", "need", "access", "pathways", "success", "voices")


def strangers(package: Path) -> list[str]:
    """Find what stands in a part under a name that is not one of the house's."""
    return sorted(
        str(path.relative_to(package))
        for part in PARTS
        for path in (package / part).glob("*")
        if path.stem not in ALLOWED_IN_A_PART
    )


def ties_by_import(package: Path) -> list[str]:
    """Find foreign keys across parts that are not strings."""
    found = []
    for module in modules(package):
        if module.path.stem != "models":
            continue
        part = module.path.parts[1]
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                other = node.module.split(".")
                if other[0] == "weft" and other[1] != part and other[-1] == "models":
                    found.append(f"{module.path}:{node.lineno} {node.module}")
    return found


def test_each_part_uses_the_same_names():
    assert strangers(PACKAGE) == []


def test_it_bites_a_drawer(tmp_path):
    package = planted(tmp_path, "assets/helpers.py", "A = 1\n")
    assert strangers(package) == ["assets/helpers.py"]


def test_tables_of_other_parts_are_named_by_strings():
    assert ties_by_import(PACKAGE) == []


def test_it_bites_a_tie_by_import(tmp_path):
    package = planted(
        tmp_path, "need/models.py", "from weft.ground.models import Area\n"
    )
    assert ties_by_import(package) == ["weft/need/models.py:1 weft.ground.models"]


PRIVATE = re.compile(
    r"/work/|/root/|/home/\w+/|registry\.npmjs|pypi\.org/simple|127\.0\.0\.1:\d{4,5}/simple"
)


def machine_words(root: Path) -> list[str]:
    """Find paths of a machine and registry hosts in what we hand to others."""
    found = []
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root).parts
        if (
            not path.is_file()
            or (inside[0] != ".ci" and inside[0].startswith("."))
            or inside[0] in {"node_modules", "data", "screens"}
            or "vendor" in inside
            or path.suffix
            not in {
                ".py",
                ".md",
                ".toml",
                ".txt",
                ".in",
                ".json",
                ".jinja",
                ".js",
                ".css",
                "",
            }
            or path.name == "test_tree.py"
        ):
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if PRIVATE.search(line):
                found.append(f"{path.relative_to(root)}:{number}")
    return found


def test_no_path_of_a_machine_is_told():
    assert machine_words(ROOT) == []


def test_it_bites_a_path_of_a_machine(tmp_path):
    (tmp_path / "a.md").write_text("see /home/somebody/notes\n")
    assert machine_words(tmp_path) == ["a.md:1"]
