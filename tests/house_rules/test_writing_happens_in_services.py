"""Import rules cannot see a ``.save()``, so this reads the code instead."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house_rules.source import PACKAGE, Module, modules, planted

WRITING = {
    "save",
    "bulk_create",
    "bulk_update",
    "update_or_create",
    "get_or_create",
    "delete",
}
WRITING_ON_OBJECTS = WRITING | {"create", "update"}
MAY_WRITE = ("services", "jobs", "accounts")


def is_a_deed(module: Module) -> bool:
    parts = module.path.with_suffix("").parts
    return any(part in MAY_WRITE for part in parts)


def told_by_manager(call: ast.Attribute) -> bool:
    """Tell ``Thing.objects….create()`` from a dict's ``update``."""
    return any(
        isinstance(node, ast.Attribute) and node.attr == "objects"
        for node in ast.walk(call.value)
    )


def writing(package: Path) -> list[str]:
    found = []
    for module in modules(package):
        if is_a_deed(module):
            continue
        for node in ast.walk(module.tree):
            if not (
                isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
            ):
                continue
            name = node.func.attr
            to_a_file = name == "save" and node.args  # a picture, a book of sheets
            if (name in WRITING and not to_a_file) or (
                name in WRITING_ON_OBJECTS and told_by_manager(node.func)
            ):
                found.append(f"{module.path}:{node.lineno} .{name}()")
    return found


def test_only_services_jobs_and_the_record_write():
    assert writing(PACKAGE) == [], "Move these into services"


def test_it_bites_a_page_that_saves(tmp_path):
    code = "def view(thing):\n    thing.save()\n"
    package = planted(tmp_path, "assets/pages/views.py", code)
    assert writing(package) == ["weft/assets/pages/views.py:2 .save()"]


def test_it_bites_an_api_that_creates(tmp_path):
    code = "def view():\n    return Thing.objects.filter(a=1).update(a=2)\n"
    package = planted(tmp_path, "assets/api.py", code)
    assert writing(package) == ["weft/assets/api.py:2 .update()"]


def test_it_leaves_a_dictionary_alone(tmp_path):
    package = planted(tmp_path, "assets/api.py", "def view(d):\n    d.update(a=1)\n")
    assert writing(package) == []


def deeds(package: Path) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Find the public deeds: of services.py, or what a package of services names."""
    for module in modules(package):
        parts = module.path.with_suffix("").parts
        if "services" not in parts or parts[1] in {"accounts", "jobs", "shell"}:
            continue
        if parts[-1] in {"services", "__init__"}:
            named = public_names(module.tree)
            for other in modules(package):
                if other.path.parent == module.path.parent:
                    for node in other.tree.body:
                        if isinstance(node, ast.FunctionDef) and node.name in named:
                            yield f"{other.path}:{node.name}", node


def public_names(tree: ast.Module) -> set[str]:
    """Give what a module offers: its functions, and what it names in ``__all__``."""
    own = {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}
    told = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(getattr(target, "id", "") == "__all__" for target in node.targets)
    ]
    names = own.union(*told)
    return {name for name in names if not name.startswith("_")}


def services_without_a_name(package: Path) -> list[str]:
    """Find deeds that do not say who did them, keyword by keyword."""
    return [
        where
        for where, deed in deeds(package)
        if deed.args.args or "by" not in {a.arg for a in deed.args.kwonlyargs}
    ]


def test_every_deed_says_who_did_it():
    assert services_without_a_name(PACKAGE) == []


def test_it_bites_a_deed_without_a_name(tmp_path):
    code = "def close(*, asset):\n    return asset\n"
    package = planted(tmp_path, "assets/services.py", code)
    assert services_without_a_name(package) == ["weft/assets/services.py:close"]


def test_it_bites_a_deed_behind_a_package(tmp_path):
    code = "def close(asset, *, by):\n    return asset\n"
    planted(tmp_path, "assets/services/closing.py", code)
    named = 'from weft.assets.services.closing import close\n\n__all__ = ["close"]\n'
    package = planted(tmp_path, "assets/services/__init__.py", named)
    assert services_without_a_name(package) == ["weft/assets/services/closing.py:close"]
