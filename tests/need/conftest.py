"""The made-up valley's areas and people, built once for the questions and the pages."""

from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from demo.files import Folder
from demo.ground import areas
from demo.people import profile
from demo.recipe import write_people
from demo.setting import Setting
from tests.need.building import WEEK

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def valley_files(tmp_path_factory):
    """The files about areas and people, as their publishers would write them."""
    folder = tmp_path_factory.mktemp("valley")
    setting = Setting(week=WEEK.monday)
    ground = areas.divide(setting)
    write_people(setting, ground, profile.profiles(setting, ground), Folder(folder))
    return folder


@pytest.fixture(scope="module")
def valley(valley_files, tmp_path_factory, django_db_setup, django_db_blocker):  # noqa: ARG001 the data base must be there first
    """The valley in the data base, taken out again when the module is through."""
    from weft.accounts.actors import Actor
    from weft.cli.region.building import build

    data = tmp_path_factory.mktemp("data")
    with (
        django_db_blocker.unblock(),
        override_settings(DATA_DIR=data),
        transaction.atomic(),
    ):
        build(
            region_file=ROOT / "regions" / "tenterdale.toml",
            folder=valley_files,
            week=WEEK,
            by=Actor.command("region build"),
        )
        yield "tenterdale"
        transaction.set_rollback(True)
