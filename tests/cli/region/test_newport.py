"""Does it hold on a true map: Newport's streets and places, end to end?"""

from datetime import date, time
from pathlib import Path

import pytest
from django.db import transaction
from django.test import override_settings

from tests.web import valley
from weft.access.domain.arrays import What
from weft.access.domain.fit import Plane
from weft.access.domain.going import Basis
from weft.access.domain.journeys.means import Means
from weft.access.domain.spans import FAR
from weft.access.domain.streets import told_path
from weft.access.domain.tiles import one_by_one
from weft.access.domain.travel import Way
from weft.access.queries.everybody.reckoning import reckon
from weft.access.queries.everybody.tiles import InTiles
from weft.access.queries.going import surroundings
from weft.access.queries.kept import kept
from weft.accounts.actors import Actor
from weft.assets.models import Asset
from weft.assets.services import listings
from weft.cli.region import build
from weft.commons.places import Point
from weft.commons.times import Week
from weft.ground import queries
from weft.ground.models import Area, Region

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
        _a_week_of_real_choice(list(Asset.objects.filter(place_kind="park")))
        around = surroundings("newport")
        assert around.day(date(2023, 6, 14)).runs > 100  # its buses
        transaction.set_rollback(True)


def _a_week_of_real_choice(parks):
    """Whole and in tiles, by the true buses of that week, to things that are made up.

    The map knows places and no sessions: what is on is ours.
    """
    made, week = Region.objects.get(slug="newport"), Week(date(2023, 6, 12))
    for n, park in enumerate(parks[:6]):
        hours = ([1, 3], time(10 + n), time(11 + n))
        told = date(2023, 6, 1)
        kinds = ["creative"] if n % 2 else ["nature"]
        valley.offer(made, f"Walk {n}", place=park, on=hours, told_on=told, kinds=kinds)
    listings.derive(
        region=made.slug,
        weeks=[week],
        by=Actor.command("test"),
        calendar=queries.calendar(made.slug),
    )
    whole = reckon("newport", week)
    assert whole.around.basis is Basis.TIMETABLE
    offers = whole.choice.counts[..., 0]
    slugs = [life.slug for life in whole.lives]
    reached = offers[slugs.index("retired-bus-pass"), :, 1]
    assert len(reached) == 355
    assert 0 < reached.max() <= 6
    assert reached.min() == 0  # and some squares lie too far out
    parted = reckon("newport", week, tiles=InTiles(across=one_by_one, most=60))
    for name in ("counts", "more", "three", "kinds", "hours", "takers"):
        one, other = getattr(whole.choice, name), getattr(parted.choice, name)
        assert one.tobytes() == other.tobytes()


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
