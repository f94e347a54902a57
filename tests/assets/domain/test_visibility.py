"""Who may see an asset, in which channel, and how much of it?"""

from hypothesis import given
from hypothesis import strategies as st

from weft.assets.domain.kinds import INTANGIBLE, AssetKind, Visibility
from weft.assets.domain.visibility import (
    ON_ITS_OWN_PAGE,
    Channel,
    Held,
    Showing,
    is_listed,
    offer_is_shown,
    showing,
    shown_to_funders,
)

HELD = st.builds(
    Held,
    kind=st.sampled_from(AssetKind),
    visibility=st.sampled_from(Visibility),
    channels_allowed=st.sets(st.sampled_from([str(one) for one in Channel])),
    hidden_from_funders=st.booleans(),
)
CHANNELS = st.sampled_from(Channel)


def a_hall(**told):
    return Held(**({"kind": AssetKind.PLACE, "visibility": Visibility.PUBLIC} | told))


def a_recipe(**told):
    return Held(**({"kind": AssetKind.RECIPE, "visibility": Visibility.PUBLIC} | told))


def test_a_public_hall_is_seen_everywhere():
    assert {showing(a_hall(), channel) for channel in Channel} == {Showing.WHOLE}


def test_a_recipe_leaves_its_page_only_by_the_channels_its_holder_said_yes_to():
    in_the_feed = a_recipe(channels_allowed={"feed"})

    seen = {c for c in Channel if showing(in_the_feed, c) is Showing.WHOLE}

    assert seen == {Channel.FEED, *ON_ITS_OWN_PAGE}
    assert not is_listed(in_the_feed)
    assert is_listed(a_recipe(channels_allowed={"search"}))


def test_what_is_known_to_exist_shows_that_it_is_and_nothing_in_any_list():
    kept = a_recipe(visibility=Visibility.KNOWN, channels_allowed=set(Channel))

    assert showing(kept, Channel.PAGE) is Showing.EXISTENCE
    others = set(Channel) - ON_ITS_OWN_PAGE
    assert {showing(kept, channel) for channel in others} == {Showing.NOTHING}


def test_a_recipe_never_gets_a_pin():
    everywhere = a_recipe(channels_allowed={str(one) for one in Channel})

    assert showing(everywhere, Channel.MAP) is Showing.NOTHING
    assert showing(everywhere, Channel.TILES) is Showing.NOTHING


@given(held=HELD, channel=CHANNELS)
def test_nothing_hidden_is_seen_by_an_outsider(held, channel):
    if held.visibility in {Visibility.HIDDEN, Visibility.MEMBERS}:
        assert showing(held, channel) is Showing.NOTHING


@given(held=HELD, channel=CHANNELS)
def test_what_nobody_may_see_no_member_sees_and_the_rest_on_its_own_page(held, channel):
    seen = showing(held, channel, member=True)
    if held.visibility is Visibility.HIDDEN:
        assert seen is Showing.NOTHING
    elif held.visibility is Visibility.MEMBERS:
        assert (seen is Showing.WHOLE) == (channel in ON_ITS_OWN_PAGE)


@given(held=HELD, channel=CHANNELS)
def test_a_member_never_sees_less_than_an_outsider(held, channel):
    assert showing(held, channel, member=True) >= showing(held, channel)


@given(held=HELD, channel=CHANNELS)
def test_no_channel_shows_more_than_the_things_own_page(held, channel):
    assert showing(held, channel) <= showing(held, Channel.PAGE)


@given(held=HELD, channel=CHANNELS)
def test_only_what_is_public_is_ever_whole_to_an_outsider(held, channel):
    if showing(held, channel) is Showing.WHOLE:
        assert held.visibility is Visibility.PUBLIC


@given(held=HELD)
def test_what_has_no_address_is_listed_only_by_its_holders_yes(held):
    if is_listed(held) and held.kind in INTANGIBLE:
        assert "search" in held.channels_allowed


@given(held=HELD)
def test_hidden_from_funders_is_never_named_to_a_funder(held):
    if shown_to_funders(held):
        assert not held.hidden_from_funders
        assert held.visibility is Visibility.PUBLIC


@given(offer=st.sampled_from(Visibility), group=st.none() | HELD)
def test_an_offer_is_never_seen_more_openly_than_its_group(offer, group):
    if offer_is_shown(offer, group=group):
        assert offer is Visibility.PUBLIC
        assert group is None or group.visibility is Visibility.PUBLIC
