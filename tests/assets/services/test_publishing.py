"""Does «last modified» change when what is told changes, and never otherwise?"""

from datetime import UTC, datetime, timedelta

import pytest

from tests.web import valley
from weft.assets.models import Asset, Fact, Offer, Published, Schedule
from weft.assets.services.listings.publishing import publish

pytestmark = pytest.mark.django_db
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def region():
    made = valley.region()
    valley.offer(made, place=valley.place(made), group=valley.group(made))
    valley.offer(made, "Dancing", place=valley.place(made, "Far Barn"))
    valley.derive(made)
    Published.objects.update(modified_at=LONG_AGO)
    return made


def changed():
    rows = Published.objects.exclude(modified_at=LONG_AGO).select_related("offer")
    return {row.offer.name: row.live for row in rows}


def test_a_rebuilding_that_tells_the_same_changes_nothing(region):
    valley.derive(region)

    assert publish(region.slug) == 0
    assert changed() == {}


@pytest.mark.parametrize(
    "deed",
    [
        lambda: Offer.objects.filter(name="Dancing").update(summary="All ages."),
        lambda: Offer.objects.filter(name="Dancing").update(kinds=["play"]),
        lambda: Asset.objects.filter(name="Far Barn").update(name="Near Barn"),
        lambda: Schedule.objects.filter(offer__name="Dancing").update(days=[2]),
        lambda: Fact.objects.create(
            asset=Asset.objects.get(name="Far Barn"), field="access", value="Ramp"
        ),
    ],
    ids=["offer", "term", "place", "times", "access"],
)
def test_what_is_told_anew_is_the_only_thing_that_changed(region, deed):
    deed()

    assert publish(region.slug) == 1
    assert changed() == {"Dancing": True}
    now = Published.objects.get(offer__name="Dancing").modified_at
    assert abs(datetime.now(UTC) - now) < timedelta(minutes=5)


def test_what_is_not_told_changes_nothing(region):
    Offer.objects.filter(name="Dancing").update(told_by="Ann", funding="core")

    assert publish(region.slug) == 0


def test_what_was_withdrawn_is_kept_as_gone_and_may_come_back(region):
    Offer.objects.filter(name="Dancing").update(visibility="members")
    assert publish(region.slug) == 1
    assert changed() == {"Dancing": False}

    Offer.objects.filter(name="Dancing").update(visibility="public")
    assert publish(region.slug) == 1
    assert changed() == {"Dancing": True}


def test_an_offer_that_is_deleted_leaves_its_number_behind(region):
    key = Offer.objects.get(name="Dancing").pk
    Offer.objects.filter(pk=key).delete()
    publish(region.slug)

    assert not Published.objects.get(pk=key).live


def test_changes_are_numbered_and_the_later_has_the_higher(region):
    before = max(Published.objects.values_list("change", flat=True))
    Offer.objects.filter(name="Dancing").update(summary="New")
    publish(region.slug)

    assert Published.objects.get(offer__name="Dancing").change == before + 1


def test_one_offer_alone_may_be_published(region):
    Offer.objects.update(summary="Everything is new")
    one = Offer.objects.get(name="Dancing")

    assert publish(region.slug, only=[one.pk]) == 1
    assert changed() == {"Dancing": True}
