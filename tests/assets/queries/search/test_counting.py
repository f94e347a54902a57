import random
from datetime import date, timedelta

import pytest

from tests.assets.queries.search import by_hand
from tests.assets.queries.search.listings import a_crowd, asks
from weft.assets.models import Listing, Session
from weft.assets.queries import search
from weft.commons.times import Week

WEEK = Week(date(2026, 11, 23))


def sessions_for(listings, seed):
    """A few sessions each for those whose hours are known; kept, and as plain times."""
    from tests.assets.queries.search.listings import a_schedule

    dice = random.Random(seed)
    schedule = a_schedule()
    kept, plain = [], {}
    for listing in listings:
        if not listing.hours_known:
            continue
        for _ in range(2):
            starts = WEEK.window.start + timedelta(minutes=15 * dice.randrange(670))
            ends = starts + timedelta(minutes=15 * dice.randrange(1, 9))
            kept.append(
                Session(listing=listing, schedule=schedule, starts=starts, ends=ends)
            )
            plain.setdefault(listing.pk, []).append((starts, ends))
    Session.objects.bulk_create(kept)
    return plain


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(3))
def test_totals_facets_and_order_equal_looking_at_everything(seed):
    a_crowd(250, seed=seed)
    listings = list(Listing.objects.order_by("pk"))
    sessions = sessions_for(listings, seed)
    search.reindex("tenterdale")

    for ask in asks(120, seed=seed + 100, week=WEEK):
        found, twin = search.find(ask), by_hand.find(ask, listings, sessions)
        assert found.understood == twin.understood, ask
        assert found.total == twin.total, ask
        assert found.certain == twin.certain, ask
        assert found.hours_unknown == twin.hours_unknown, ask
        assert tuple(hit.listing for hit in found.hits) == twin.ids, ask
        kinds = {count.kind: count.count for count in found.facets.kinds}
        assert kinds == twin.kinds, ask
        facts = {count.field: (count.yes, count.no) for count in found.facets.facts}
        assert facts == twin.facts, ask
        for count in found.facets.facts:
            assert count.yes + count.no + count.unknown == found.total
