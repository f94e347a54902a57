"""What every test may ask for."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared():
    """The real open data and standards beside the project, where they are."""
    folder = Path(os.environ.get("WEFT_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"not run: no shared data at {folder}")
    return folder
