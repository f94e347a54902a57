"""Along which streets does one go in a region?"""

from datetime import UTC, date, datetime

import pytest
from django.test import override_settings

from tests.access.an_extract import LANE, PATH, written
from tests.need.building import an_asked
from weft.access.domain.fit import Plane
from weft.access.domain.journeys.means import Means
from weft.access.domain.spans import FAR
from weft.access.domain.travel import Way
from weft.access.queries.going import surroundings
from weft.access.queries.streets import network_of
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
    here = surroundings(somewhere)
    home, hall = Point(53.7301, -1.9878), Point(53.7301, -1.9802)

    def span(way, plane=Plane.CERTAIN):
        doors = here.homes([home]), here.doors([hall])
        both = here.between(*doors, Means(way, plane)).times(18_000)
        return both.there[0, 0], both.back[0, 0]

    assert network_of(somewhere) is here.network
    there, back = span(Way.FOOT)
    assert 3_900 < there == back < 4_400
    # nobody has said what the path is like: certainly no way for wheels
    assert span(Way.WHEELS)[0] == FAR
    assert span(Way.WHEELS, Plane.POSSIBLE)[0] < 5_000
    # the car is parked at the end of the lane, and the rest is walked
    assert 3_000 + 1_500 < span(Way.CAR)[0] < 6_500


def test_a_region_without_streets_has_none(somewhere):  # noqa: ARG001 another has
    assert network_of("elsewhere") is None
    assert surroundings("elsewhere") is None
