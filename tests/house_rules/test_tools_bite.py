"""Style, layout and types are held by tools; this shows that ours are set to bite."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.house_rules.source import ROOT

FAULTS = {
    "no docstring": ("def told():\n    return 1\n", "D103"),
    "no types": ('def told(of):\n    """Tell."""\n    return of\n', "ANN001"),
    "a drawer of asserts": ('"""?"""\n\nassert 1\n', "S101"),
    "a line too long": (f'"""{"long " * 20}."""\n', "E501"),
    "a broad catch": ("try:\n    a = 1\nexcept Exception:\n    a = 2\n", "BLE001"),
    "a naive time": ("import datetime\n\ndatetime.datetime.now()\n", "DTZ005"),
}


def said_by(tool: str, *typed: str, given: str = "") -> str:
    done = subprocess.run(  # noqa: S603 one of our tools
        [sys.executable, "-m", tool, *typed],
        cwd=ROOT,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_style_bites(fault):
    code, rule = FAULTS[fault]
    where = ["--stdin-filename", "src/weft/assets/domain/planted.py", "-"]
    assert rule in said_by("ruff", "check", *where, given=code)


def test_layout_bites():
    where = ["--stdin-filename", "src/weft/assets/domain/planted.py", "-"]
    said_by("ruff", "format", "--check", *where, given="a = {  'b':1 }\n")


def test_types_bite(tmp_path: Path):
    """With the project's own strictness; Django's plugin apart, which takes 20 s."""
    own = (ROOT / "pyproject.toml").read_text()
    plugin = 'plugins = ["mypy_django_plugin.main"]\n'
    packages = 'packages = ["weft"]\n'
    assert plugin in own
    assert packages in own
    told = tmp_path / "pyproject.toml"
    told.write_text(own.replace(plugin, "").replace(packages, ""))
    planted = tmp_path / "planted.py"
    planted.write_text("def told(of):\n    return of\n\n\nnumber: int = 'one'\n")

    said = said_by("mypy", "--config-file", str(told), str(planted))

    assert "[no-untyped-def]" in said
    assert "[assignment]" in said


def test_a_warning_is_an_error():
    with pytest.raises(UserWarning, match="careful"):
        __import__("warnings").warn("careful", stacklevel=1)
