"""Streets and timetables are put in place whole, and the old ones go."""

from datetime import UTC, date, datetime

import numpy as np
import pytest
from django.db import transaction
from django.test import override_settings

from tests.need.building import an_asked
from weft.access.domain.arrays import Arrays, What
from weft.access.queries.kept import arrays_of, kept
from weft.access.services.loading import load
from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.commons.provenance import Tally
from weft.commons.times import Week
from weft.ground.domain.asked import Reading
from weft.ground.models import Region

pytestmark = pytest.mark.django_db
SLUG = "somewhere"
BY = Actor.command("region build")
WEEK = Week(date(2026, 11, 23))


@pytest.fixture(autouse=True)
def data(tmp_path):
    Region.objects.create(
        slug=SLUG, name="Somewhere", built_at=datetime(2026, 11, 23, tzinfo=UTC)
    )
    with override_settings(DATA_DIR=tmp_path):
        yield tmp_path


def put(*metres):
    arrays = {"metres": np.array(metres, dtype=np.int32)}
    told = Arrays(what=What.STREETS, arrays=arrays, about={"ways": len(metres)})
    reading = Reading(asked=an_asked("a.pbf"), content=told, tally=Tally())
    load(region=SLUG, readings=[reading], by=BY, week=WEEK)


def test_what_was_loaded_comes_back():
    put(3, 4)
    (one,) = kept(SLUG, What.STREETS)
    again = arrays_of(one)
    assert again.arrays["metres"].tolist() == [3, 4]
    assert again.about == {"ways": 2}
    assert kept(SLUG, What.TIMETABLE) == ()
    assert latest_deeds(most=1)[0].deed == "access.load"


def test_the_files_before_go_once_the_new_ones_stand(
    data, django_capture_on_commit_callbacks
):
    put(1)
    with django_capture_on_commit_callbacks(execute=True):
        put(2)
    (one,) = kept(SLUG, What.STREETS)
    assert [path.name for path in data.rglob("access-*")] == [one.path.name]
    assert arrays_of(one).arrays["metres"].tolist() == [2]


def test_a_build_that_is_given_up_leaves_what_was_there():
    put(1)
    with transaction.atomic():
        put(2)
        transaction.set_rollback(True)
    (one,) = kept(SLUG, What.STREETS)
    assert arrays_of(one).arrays["metres"].tolist() == [1]
