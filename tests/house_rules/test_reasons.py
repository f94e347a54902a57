"""Every exception to a rule carries its reason on its line."""

import re
from pathlib import Path

from tests.house_rules.source import ROOT

FOLDERS = ("src", "tests", "demo", "benchmarks")
EXCEPTION = re.compile(
    r"#\s*(?:noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?|type:\s*ignore(?:\[[\w,\s-]+\])?"
    r"|pragma:\s*no cover)(?P<reason>.*)$"
)
LEAST_REASON = 8


def exceptions_without_reason(root: Path) -> list[str]:
    found = []
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            if "migrations" in path.parts or path.name == "test_reasons.py":
                continue
            for number, line in enumerate(path.read_text().splitlines(), start=1):
                match = EXCEPTION.search(line)
                if match and len(match["reason"].strip(" #:-")) < LEAST_REASON:
                    found.append(f"{path.relative_to(root)}:{number}")
    return found


def ignores_without_reason(pyproject: str) -> list[str]:
    """Find rules switched off in pyproject.toml with no word why."""
    listed = re.findall(
        r"^ignore = \[\n(.*?)^\]", pyproject, flags=re.DOTALL | re.MULTILINE
    )
    return [
        line.strip()
        for block in listed
        for line in block.splitlines()
        if line.strip() and "#" not in line
    ]


def test_every_exception_has_its_reason():
    assert exceptions_without_reason(ROOT) == []


def test_every_rule_switched_off_says_why():
    assert ignores_without_reason((ROOT / "pyproject.toml").read_text()) == []


def test_it_bites_a_bare_exception(tmp_path):
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("x = 1  # noqa: E501\n")
    assert exceptions_without_reason(tmp_path) == ["src/a.py:1"]


def test_it_lets_a_reason_pass(tmp_path):
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.py").write_text("x = 1  # noqa: E501 a published address\n")
    assert exceptions_without_reason(tmp_path) == []


def test_it_bites_a_rule_switched_off_silently():
    assert ignores_without_reason('ignore = [\n    "D203",\n]\n') == ['"D203",']
