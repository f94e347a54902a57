"""A week of one's own is reckoned as any life is, and only as far as it was told."""

from dataclasses import replace
from datetime import time

import pytest

from tests.web import valley
from weft.access.domain.lives import Going, Life
from weft.access.domain.travel import Way
from weft.access.queries.everybody import own
from weft.access.queries.everybody.own import own_week
from weft.access.queries.lives import lives
from weft.access.queries.weeks import reckon_week
from weft.assets.models import Offer

pytestmark = pytest.mark.django_db
ANY_TIME = Life(slug="own", title="Mine", free=((0, 672),), goes=(Going(Way.FOOT, 30),))


@pytest.fixture
def here():
    made = valley.region()
    valley.offer(made, place=valley.place(made), on=([1], time(18), time(20)))
    valley.derive(made)
    return made


def counts(life, **said):
    found = own_week(valley.SLUG, valley.next_week(), life, **said)
    return found.choice.counts[0, :, :, 0].tolist()


@pytest.mark.usefixtures("here")
def test_a_week_like_a_life_of_ours_is_reckoned_as_that_life_is():
    told = reckon_week(valley.SLUG, valley.next_week()).told
    for n, slug in enumerate(told.lives):
        life = next(one for one in lives() if one.slug == slug)
        own = own_week(valley.SLUG, valley.next_week(), life).choice
        assert (own.counts[0] == told.choice.counts[n]).all(), slug
        assert (own.three[0] == told.choice.three[n]).all(), slug


def test_what_is_listed_anew_is_reckoned_anew(here):
    assert counts(ANY_TIME)[0][1] == 1
    Offer.objects.update(greatest_age=15)
    valley.derive(here)
    grown_up = replace(ANY_TIME, ages=(18, 59))
    assert counts(grown_up)[0][1] == 0
    valley.offer(here, "A walk", place=valley.place(here, "A gate"))
    valley.derive(here)
    assert counts(ANY_TIME)[0][1] == 2


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("nights", "left"), [("none", 1), ("all", 0)])
def test_home_by_dark_leaves_out_what_is_on_in_the_dark(monkeypatch, nights, left):
    told = {"none": lambda _window, _point: (), "all": lambda window, _: (window,)}
    monkeypatch.setattr(own, "dark", told[nights])
    assert counts(ANY_TIME, only_by_light=True)[0][1] == left
    assert counts(ANY_TIME)[0][1] == 1
