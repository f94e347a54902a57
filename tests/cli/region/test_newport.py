"""Does it hold on a true map: Newport's streets and places, end to end?"""

from datetime import date
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from weft.access.domain.arrays import What
from weft.access.domain.fit import Plane
from weft.access.domain.journeys.means import Means
from weft.access.domain.spans import FAR
from weft.access.domain.streets import told_path
from weft.access.domain.travel import Way
from weft.access.queries.going import surroundings
from weft.access.queries.kept import kept
from weft.accounts.actors import Actor
from weft.assets.models import Asset
from weft.cli.region import build
from weft.commons.places import Point
from weft.commons.times import Week
from weft.ground import queries
from weft.ground.models import Area

REGION_FILE = Path(__file__).parents[3] / "regions" / "newport.toml"
HALF_AN_HOUR = 18_000

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


def test_newport_is_built_and_reckoned_along_its_own_streets(shared, tmp_path):
    folder = shared / "data" / "other-regions" / "newport"
    if not folder.is_dir():
        pytest.skip("not run: no extract of Newport")
    with override_settings(DATA_DIR=tmp_path), transaction.atomic():
        build(
            region_file=REGION_FILE,
            folder=folder,
            week=Week(date(2023, 6, 12)),
            by=Actor.command("test"),
        )
        told = queries.report_as_json(queries.report("newport"))
        assert told["made_up"] is True
        squares = Area.objects.filter(region="newport")
        assert squares.count() == 355
        assert set(squares.values_list("people", flat=True)) == {100}
        assert len(kept("newport", What.TIMETABLE)) == 1
        _reckoned(squares)
        around = surroundings("newport")
        assert around.day(date(2023, 6, 14)).runs > 100  # its buses
        transaction.set_rollback(True)


def _reckoned(squares):
    """From every square to every park, at its gates, there and back."""
    parks = list(Asset.objects.filter(place_kind="park").exclude(gates=[]))
    assert len(parks) > 10
    here = surroundings("newport")
    between = here.between(
        here.homes([Point(one.latitude, one.longitude) for one in squares]),
        here.doors(
            [Point(one.latitude, one.longitude) for one in parks],
            [[Point(lat, lon) for lon, lat in one.gates] for one in parks],
        ),
        Means(Way.FOOT, Plane.CERTAIN),
    )
    both = between.times(HALF_AN_HOUR)
    reached = (both.there != FAR).any(axis=1)
    assert 0.3 < reached.mean() < 1.0
    area, park = next(zip(*(both.there != FAR).nonzero(), strict=True))
    way = told_path(between, int(area), int(park), limit=HALF_AN_HOUR)
    assert way.deciseconds == both.there[area, park]
    assert way.stretches
