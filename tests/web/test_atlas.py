"""Is the ring on the map whole where we are sure, and broken where we are not?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web import valley
from weft.web.atlas import scene_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("days_old", "fresh"), [(21, True), (9 * 365, False), (None, None)]
)
def test_a_ring_breaks_when_we_are_not_sure_any_more(days_old, fresh):
    region = valley.region()
    today = timezone.localdate()
    told_on = None if days_old is None else today - timedelta(days=days_old)
    valley.offer(
        region, "Clay", told_on=told_on, place=valley.place(region, told_on=told_on)
    )
    valley.derive(region)

    rings = {one.name: one.fresh for one in scene_of(region.slug).knots}

    assert rings == {"Clay": fresh, "Old Dye House": fresh}
