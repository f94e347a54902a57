"""A choir that has its own link, for tests of what it says by it."""

from datetime import timedelta

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import an_asset, an_offer, on, told
from weft.accounts.actors import Actor
from weft.accounts.things import Thing
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind
from weft.assets.models import Fact, Listing, Published, Session

LONG_AGO = MONDAY.monday - timedelta(days=500)


def load_choir(*, summary=""):
    singers = an_asset("singers", kind=AssetKind.GROUP, told_on=LONG_AGO)
    usual = {"group": "singers", "told_on": LONG_AGO, "newcomers_per_week": 3}
    told(
        singers,
        an_offer("choir", summary=summary, schedules=(on(1),), **usual),
        an_offer("tea", schedules=(on(3, every_weeks=2),), **usual),
        an_offer("others", schedules=(on(1),)),
    )


@pytest.fixture
def choir():
    load_choir()
    return key_of(A_REGION.slug, "us", "singers")


@pytest.fixture
def by(choir):
    return Actor.holder("k", of=Thing("asset", str(choir)))


def of(name):
    return key_of(A_REGION.slug, "us", name, what="offer")


def listing(name):
    return Listing.objects.filter(offer=of(name)).first()


def days_of(name):
    found = Session.objects.filter(listing__offer=of(name)).order_by("starts")
    return [one.starts.date() for one in found]


def everything():
    """All that finder, pages and feeds are made from, without what a number is."""
    said = Fact.objects.order_by("pk").values_list("offer", "asset", "field", "value")
    listings = Listing.objects.order_by("name").values_list("name", "facts")
    times = [days_of(name) for name in ("choir", "tea", "others")]
    feeds = Published.objects.order_by("pk").values_list("pk", "live", "digest")
    return list(said), list(listings), times, list(feeds)
