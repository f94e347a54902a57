"""The whole made-up valley, built once for all rows and taken out again after them."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="package")
def valley_files(tmp_path_factory):
    """The valley's files, as their publishers would write them, for this week."""
    from demo import recipe
    from weft.commons.times import Week

    folder = tmp_path_factory.mktemp("valley")
    recipe.write(folder, week=Week.of(timezone.localdate()).monday)
    return folder


@pytest.fixture(scope="package")
def built(valley_files, tmp_path_factory, django_db_setup, django_db_blocker):  # noqa: ARG001 the data base must be there first
    """The valley in the data base, built as the command builds it."""
    from weft.accounts.actors import Actor
    from weft.cli.region import build
    from weft.commons.times import Week

    with (
        django_db_blocker.unblock(),
        override_settings(DATA_DIR=tmp_path_factory.mktemp("data")),
        transaction.atomic(),
    ):
        build(
            region_file=ROOT / "regions" / "tenterdale.toml",
            folder=valley_files,
            week=Week.of(timezone.localdate()),
            by=Actor.command("test"),
        )
        yield "tenterdale"
        transaction.set_rollback(True)


@pytest.fixture
def valley(built, db):  # noqa: ARG001 each test gives back what it does
    """The slug of the built valley."""
    return built
