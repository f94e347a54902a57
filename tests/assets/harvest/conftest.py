"""A data folder of its own for each test, and a publisher on this machine."""

import pytest

from tests.assets.harvest.publishing import a_reader
from tests.ground.sources.fetching.publisher import at_home


@pytest.fixture
def publisher():
    with at_home() as one:
        yield one


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    return settings.DATA_DIR


@pytest.fixture
def reader():
    """Ask without waiting between two questions."""
    one = a_reader()
    yield one
    one.publishers.close()
