"""Who may import whom is held by import-linter; this shows that it bites."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house_rules.source import ROOT

LINTER = Path(sys.executable).with_name("lint-imports")


def linted(folder: Path) -> str:
    done = subprocess.run(  # noqa: S603 our own linter on our own copy
        [LINTER, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


@pytest.fixture
def house(tmp_path):
    """A copy of the house in which a fault may be planted."""
    shutil.copytree(
        ROOT / "src" / "weft",
        tmp_path / "src" / "weft",
        ignore=shutil.ignore_patterns("__pycache__", "static", "templates"),
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


FAULTS = {
    "a domain that knows Django": (
        "assets/domain/kinds.py",
        "from django.db import models\n",
        "Domain, standards and commons are plain Python",
    ),
    "an earlier part that uses a later one": (
        "ground/models.py",
        "from weft.assets import domain\n",
        "Later parts may use earlier ones, never the reverse",
    ),
    "a query that does a deed": (
        "assets/domain/facts.py",
        "from weft.assets import models\n",
        "Inside each part, imports go down only",
    ),
    "another part's tables": (
        "cli/borrowed.py",
        '"""Borrow?"""\nfrom weft.assets.models import Asset\n',
        "Only assets touches its own tables",
    ),
    "another part's areas": (
        "cli/borrowed.py",
        '"""Borrow?"""\nfrom weft.ground.models import Area\n',
        "Only ground touches its own tables",
    ),
    "another part's figures": (
        "cli/borrowed.py",
        '"""Borrow?"""\nfrom weft.need.models import AreaTable\n',
        "Only need touches its own tables",
    ),
    "a page that sees tables": (
        "assets/pages/urls.py",
        "from weft.assets.models import Asset\n",
        "Pages and APIs see values, not tables",
    ),
    "a drawer nobody listed": (
        "utils/__init__.py",
        '"""A drawer."""\n',
        "Later parts may use earlier ones, never the reverse",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_it_bites(house, fault):
    where, code, contract = FAULTS[fault]
    path = house / "src" / "weft" / where
    path.parent.mkdir(exist_ok=True)
    path.write_text(code + (path.read_text() if path.exists() else ""))

    said = linted(house)

    assert f"{contract} BROKEN" in said or "not listed" in said, said


def test_every_contract_is_kept():
    said = linted(ROOT)

    assert "0 broken" in said, said
