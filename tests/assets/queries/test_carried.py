"""Do the conditions on rows decide as the rule decides about one thing?"""

import pytest

from tests.web import valley
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.visibility import Channel, Showing, offer_is_shown, showing
from weft.assets.models import Asset, Offer
from weft.assets.queries.carried import carried_offers, may_be_named
from weft.assets.queries.feeds import Taxa, groups_page
from weft.assets.queries.seen import held

pytestmark = pytest.mark.django_db


@pytest.fixture
def every_case():
    """An offer of each visibility by a group of every kind, visibility and consent."""
    region = valley.region()
    for kind in (*AssetKind, None):
        for seen in Visibility:
            for allowed, quiet in (
                ([], False),
                (["feed"], False),
                (["bulk", "feed"], False),
                (["bulk", "feed"], True),
            ):
                group = kind and valley.group(
                    region,
                    kind=kind,
                    visibility=seen,
                    channels_allowed=allowed,
                    hidden_from_funders=quiet,
                )
                offered = Visibility.PUBLIC if kind else seen
                valley.offer(region, group=group, visibility=offered, on=(None,) * 3)
    return region


def by_the_rule(offer, channel):
    group = held(offer.group) if offer.group else None
    shown = offer_is_shown(Visibility(offer.visibility), group=group)
    return shown and (group is None or showing(group, channel) is Showing.WHOLE)


@pytest.mark.usefixtures("every_case")
@pytest.mark.parametrize("channel", [Channel.FEED, Channel.BULK])
def test_an_offer_is_carried_exactly_where_the_rule_says_so(channel):
    every = Offer.objects.select_related("group")
    expected = {offer.pk for offer in every if by_the_rule(offer, channel)}

    assert {offer.pk for offer in carried_offers(channel)} == expected
    assert 0 < len(expected) < every.count()


def test_no_group_that_is_a_person_is_ever_named(every_case):
    valley.derive(every_case)
    page = groups_page(search="", taxa=Taxa(), first=0, most=500)
    named = Asset.objects.filter(pk__in=[o.organization.id for o in page.items])

    assert {one.kind for one in named} == {str(k) for k in AssetKind} - {"person"}
    assert page.total == len(named)
    assert all(may_be_named(one, Channel.FEED) for one in named)
