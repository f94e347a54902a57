"""Whoever may do what stands in one table, and so does whoever may open which page.

A deed that is recorded without a row, a row that nobody needs, a deed on some fields
that does not ask first, and a route without a door are each seen here.
"""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.urls import include, path

from tests.house_rules.source import PACKAGE, functions, modules, planted
from weft.accounts.doors import DOORS
from weft.accounts.policy import RULES
from weft.accounts.routes import Route, routes

NOT_TOLD = "(not told in plain letters)"


def called(function: ast.AST, name: str) -> Iterator[str]:
    """Give the deeds that a piece of code hands to a service of this name."""
    for node in ast.walk(function):
        if not isinstance(node, ast.Call):
            continue
        callee = node.func
        if name not in {getattr(callee, "id", ""), getattr(callee, "attr", "")}:
            continue
        for one in node.keywords:
            if one.arg == "deed":
                told = one.value
                plain = isinstance(told, ast.Constant) and isinstance(told.value, str)
                yield str(told.value) if plain else NOT_TOLD


def recorded(package: Path) -> set[str]:
    return {deed for one in modules(package) for deed in called(one.tree, "record")}


def known() -> set[str]:
    return {rule.deed for rule in RULES if not rule.deed.startswith("test.")}


def not_asking_first(package: Path, limited: set[str]) -> list[str]:
    """Find deeds that only some fields are open to, done without asking which."""
    return [
        f"{module.path}:{function.name}"
        for module in modules(package)
        for function in functions(module)
        if set(called(function, "record")) & limited - set(called(function, "require"))
    ]


def named_twice(text: str) -> list[str]:
    """Find routes that a table of routes names in two of its rows.

    The rows become one table, in which the second word stands and nobody sees two.
    """
    rows = [
        [one.value for one in node.args if isinstance(one, ast.Constant)]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"_to", "_by"}
    ]
    told = Counter(f"{part}{name}" for part, names in rows for name in names.split())
    return sorted(name for name, times in told.items() if times > 1)


def routes_twice(found: Iterator[Route]) -> list[str]:
    """Find routes of one name and one address: the second is never reached."""
    told = Counter((one.name, one.pattern) for one in found)
    return sorted(name for (name, _), times in told.items() if times > 1)


def without_a_door(found: Iterator[Route]) -> list[str]:
    return [f"{one.name} /{one.pattern}" for one in found if one.name not in DOORS]


def test_every_deed_that_is_recorded_has_its_row():
    assert recorded(PACKAGE) - known() == set()


def test_every_row_is_of_a_deed_that_somebody_records():
    assert known() - recorded(PACKAGE) == set()


def test_a_deed_on_some_fields_asks_before_it_is_done():
    limited = {rule.deed for rule in RULES if rule.fields is not None}
    assert not_asking_first(PACKAGE, limited) == []


def test_no_row_stands_twice():
    # also not with other fields: the wider of two rows would make the other's void
    rows = [(rule.deed, rule.thing) for rule in RULES]
    assert len(rows) == len(set(rows))


def test_every_route_has_its_door():
    assert without_a_door(routes()) == []


def test_every_door_has_its_route():
    assert set(DOORS) - {one.name for one in routes()} == set()


def test_no_route_stands_twice():
    assert routes_twice(routes()) == []


@pytest.mark.parametrize("table", ["accounts/doors.py", "web/channels.py"])
def test_no_door_and_no_way_stands_twice(table):
    assert named_twice((PACKAGE / table).read_text()) == []


def test_it_bites_what_stands_twice():
    rows = '_to(A, "web:", "map tiles"), _by(B, "web:", "open map"), _to(C, "", "map")'
    assert named_twice(rows) == ["web:map"]
    twice = [path("x", HttpResponse, name="x"), path("x", HttpResponse, name="x")]
    assert routes_twice(routes(twice)) == ["x"]


def test_it_bites_a_deed_without_a_row(tmp_path):
    code = "def close(*, by):\n    record(by=by, deed='assets.close', subject='a:1')\n"
    package = planted(tmp_path, "assets/services.py", code)
    assert recorded(package) - known() == {"assets.close"}


def test_it_bites_a_deed_whose_name_is_put_together(tmp_path):
    code = "def close(*, by, how):\n    record(by=by, deed=f'a.{how}', subject='a:1')\n"
    package = planted(tmp_path, "assets/services.py", code)
    assert recorded(package) - known() == {NOT_TOLD}


def test_it_bites_a_change_of_fields_that_never_asks(tmp_path):
    code = "def name(*, by):\n    record(by=by, deed='assets.name', subject='a:1')\n"
    package = planted(tmp_path, "assets/services.py", code)
    assert not_asking_first(package, {"assets.name"}) == [
        "weft/assets/services.py:name"
    ]


def test_it_bites_a_route_without_a_door_however_deep():
    def view(_request):
        return HttpResponse()

    deep = [path("x/", include(([path("y", view, name="y")], "part"), "inner"))]
    assert without_a_door(routes([*deep, path("z", view)])) == [
        "inner:y /x/y",
        " /z",
    ]
