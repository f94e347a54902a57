"""Who works with whom: what may be told of it, and what stays untold."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web import valley
from weft.assets.domain.ties import Reach
from weft.assets.models import Tie
from weft.assets.queries.ties import OFFERS_AT, ties_of
from weft.commons.disclosure import FLOOR, Hidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def hall(region):
    return valley.place(region)


def tie(one, other, kind="works_with", **told):
    return Tie.objects.create(asset=one, kind=kind, to=other, source="us", **told)


def found(region):
    return ties_of(region.slug, today=timezone.localdate())


def names(ties):
    return [(one.one.brief.name, one.how, one.other.brief.name) for one in ties.ties]


def joined(ties, name):
    return next(one for one in ties.joins if one.knot.brief.name == name)


@pytest.mark.shows("A20", "H56")
def test_a_hall_joins_the_groups_that_meet_or_do_something_there(region, hall):
    choir, clay = valley.group(region, "Choir"), valley.group(region, "Clay")
    tie(choir, hall, "meets_at")
    valley.offer(region, group=clay, place=hall)
    tie(clay, hall, "meets_at", told_by="the hall")

    ties = found(region)

    assert names(ties) == [
        ("Choir", ("meets_at",), hall.name),
        ("Clay", ("meets_at", OFFERS_AT), hall.name),
    ]
    assert [one.brief.name for one in joined(ties, hall.name).groups] == [
        "Choir",
        "Clay",
    ]


@pytest.mark.shows("A11")
def test_it_is_said_who_would_lose_their_only_link(region, hall):
    counter = valley.place(region, "The counter", kind="person", place_kind="")
    choir, clay = valley.group(region, "Choir"), valley.group(region, "Clay")
    tie(counter, choir)
    tie(counter, clay)
    tie(clay, hall, "meets_at")

    one = joined(found(region), "The counter")

    assert [group.brief.name for group in one.only_link_of] == ["Choir"]
    assert one.would_part == 2
    assert joined(found(region), hall.name).would_part == 0


@pytest.mark.parametrize(
    "kept",
    [
        {"visibility": "hidden"},
        {"visibility": "members"},
        {"visibility": "known"},
        {"hidden_from_funders": True},
        {"closed_on": timezone.localdate() - timedelta(days=1)},
    ],
    ids=lambda kept: next(iter(kept)),
)
def test_what_is_kept_back_is_no_knot_and_counts_nowhere(region, hall, kept):
    secret, choir = (
        valley.group(region, "Secret", **kept),
        valley.group(region, "Choir"),
    )
    tie(secret, hall, "meets_at")
    tie(choir, secret)
    valley.offer(region, group=secret, place=hall)

    ties = found(region)

    assert ties.ties == ()
    assert [one.brief.name for one in ties.loose] == ["Choir"]


@pytest.mark.shows("H71")
def test_those_kept_from_funders_are_counted_only_where_they_are_many(region):
    valley.group(region, "Quiet 0", hidden_from_funders=True)
    assert found(region).kept == Hidden(FLOOR)
    for number in range(1, FLOOR):
        valley.group(region, f"Quiet {number}", hidden_from_funders=True)
    assert found(region).kept == FLOOR


def test_what_ended_or_is_not_agreed_on_is_no_tie(region, hall):
    today = timezone.localdate()
    choir, clay = valley.group(region, "Choir"), valley.group(region, "Clay")
    tie(choir, hall, until=today)
    tie(clay, hall, disputed=True)
    tie(choir, None, to_name="somebody’s aunt")

    ties = found(region)

    assert (ties.ties, ties.disputed, ties.in_words) == ((), 1, 1)


def test_how_far_a_tie_goes_is_told_or_not_known(region, hall):
    far = valley.place(region, "Far hall", point=valley.north_of_home(4000))
    no = {"latitude": None, "longitude": None}
    near, away = valley.group(region, "Near"), valley.group(region, "Nowhere", **no)
    for one, other in ((near, hall), (near, far), (away, hall)):
        tie(one, other, "meets_at")

    assert [one.reach for one in found(region).ties] == [
        Reach.FAR,
        Reach.NEAR,
        Reach.NOT_KNOWN,
    ]


def test_two_words_for_one_tie_are_one_and_the_newest_tells(region, hall):
    choir = valley.group(region, "Choir")
    tie(choir, hall, "meets_at", told_by="a list")
    tie(choir, hall, "works_with", told_by="the choir", told_on=timezone.localdate())

    (one,) = found(region).ties

    assert one.how == ("meets_at", "works_with")
    assert one.told_by == "the choir"
