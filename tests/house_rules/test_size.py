"""A function is one idea, and a file says one thing."""

from pathlib import Path

from tests.house_rules.source import PACKAGE, functions, modules, planted

LONGEST_FUNCTION = 50
LONGEST_FILE = 400
MOST_ARGUMENTS = 6

# Each exception with its reason.
MAY_BE_LONGER: dict[str, str] = {
    "weft/access/domain/choice/passing.py": "one kernel: numba keeps what it compiled "
    "and sees no change in another file (access/domain/compiled.py)",
}


def too_large(package: Path) -> list[str]:
    found = []
    for module in modules(package):
        if module.lines > LONGEST_FILE and str(module.path) not in MAY_BE_LONGER:
            found.append(f"{module.path}: {module.lines} lines")
        for function in functions(module):
            name = f"{module.path}:{function.name}"
            if name in MAY_BE_LONGER:
                continue
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            arguments = function.args
            many = len(arguments.args + arguments.posonlyargs + arguments.kwonlyargs)
            if length > LONGEST_FUNCTION:
                found.append(f"{name}: {length} lines")
            if many > MOST_ARGUMENTS:
                found.append(f"{name}: {many} arguments")
    return found


def test_nothing_is_too_large_to_read():
    assert too_large(PACKAGE) == []


def test_every_exception_is_still_needed():
    for name in MAY_BE_LONGER:
        path, _, function = name.partition(":")
        text = (PACKAGE.parent / path).read_text()
        assert not function or f"def {function}(" in text


def test_it_bites_a_long_function(tmp_path):
    body = "\n".join(f"    a = {n}" for n in range(60))
    package = planted(tmp_path, "assets/queries.py", f"def long():\n{body}\n")
    assert too_large(package) == ["weft/assets/queries.py:long: 61 lines"]


def test_it_bites_a_long_file(tmp_path):
    package = planted(tmp_path, "assets/queries.py", "A = 1\n" * 401)
    assert too_large(package) == ["weft/assets/queries.py: 401 lines"]


def test_it_bites_many_arguments(tmp_path):
    code = "def many(a, b, c, d, *, e, f, g):\n    return a\n"
    package = planted(tmp_path, "assets/queries.py", code)
    assert too_large(package) == ["weft/assets/queries.py:many: 7 arguments"]
