"""Along which streets does one go in a region?"""

from datetime import UTC, date, datetime

import pytest
from django.test import override_settings

from tests.access.an_extract import LANE, PATH, written
from tests.need.building import an_asked
from weft.access.domain.fit import Plane
from weft.access.domain.streets import FAR
from weft.access.domain.travel import Way
from weft.access.queries.streets import streets
from weft.access.services.loading import load
from weft.access.sources import streets as source
from weft.accounts.actors import Actor
from weft.commons.places import Point
from weft.commons.times import Week
from weft.ground.models import Region

pytestmark = pytest.mark.django_db


@pytest.fixture
def somewhere(tmp_path):
    for slug in ("somewhere", "elsewhere"):
        Region.objects.create(
            slug=slug, name=slug, built_at=datetime(2026, 11, 23, tzinfo=UTC)
        )
    reading = source.read(an_asked(written(tmp_path / "a.osm.pbf", LANE, PATH)))
    with override_settings(DATA_DIR=tmp_path):
        load(
            region="somewhere",
            readings=[reading],
            by=Actor.command("region build"),
            week=Week(date(2026, 11, 23)),
        )
        yield "somewhere"


def test_a_regions_streets_are_read_once_and_reckoned_along(somewhere):
    here = streets(somewhere)
    home, hall = Point(53.7301, -1.9878), Point(53.7301, -1.9802)

    planes = {
        way: here.both_planes(way, limit=18_000, areas=[home], places=[hall])
        for way in (Way.FOOT, Way.WHEELS, Way.CAR)
    }

    assert streets(somewhere) is here
    on_foot = planes[Way.FOOT][Plane.CERTAIN]
    assert 3_900 < on_foot.there[0, 0] == on_foot.back[0, 0] < 4_400
    # nobody has said what the path is like: certainly no way for wheels
    assert planes[Way.WHEELS][Plane.CERTAIN].there[0, 0] == FAR
    assert planes[Way.WHEELS][Plane.POSSIBLE].there[0, 0] < 5_000
    # the car is parked at the end of the lane, and the rest is walked
    assert 3_000 + 1_500 < planes[Way.CAR][Plane.CERTAIN].there[0, 0] < 6_500


def test_a_region_without_streets_has_none(somewhere):  # noqa: ARG001 another has
    assert streets("elsewhere") is None
