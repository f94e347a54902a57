"""A group names, shows, withdraws what it holds; nobody speaks over it afterwards."""

from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets.asking import A_REGION
from tests.assets.register import an_asset, an_offer, on, told
from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.accounts.things import Thing
from weft.assets.domain.holding import (
    MAY_BE_CARRIED,
    names_money,
    run_by_young_people_says_who,
)
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.proposals import ProposalKind, ProposalTold
from weft.assets.domain.told import TieTold
from weft.assets.domain.visibility import Channel, shown_to_funders
from weft.assets.models import (
    AdultContact,
    Asset,
    CameBack,
    Listing,
    Offer,
    Published,
    Tie,
)
from weft.assets.pages.presenters.hands import young_in_words
from weft.assets.queries import asset_page
from weft.assets.queries.bulk import taken
from weft.assets.queries.seen import held as row_held
from weft.assets.queries.seen import is_whole
from weft.assets.queries.young import needs_an_adult
from weft.assets.services import held
from weft.assets.services.proposals import propose_change
from weft.assets.services.young import name_adult, say_young
from weft.commons.errors import NotAllowed, NotFound, NotPossible

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 5)
NIGHTS = "Sixth Form Nights"


def load(**nights):
    """A group of young people that holds a story and gives an evening."""
    group = {"name": NIGHTS, "told_by": NIGHTS, "run_by_young_people": True}
    told(
        an_asset("nights", kind=AssetKind.GROUP, **(group | nights)),
        an_asset(
            "story",
            kind=AssetKind.STORY,
            name="The night bus",
            channels_allowed=("search", "bulk"),
            ties=(TieTold(kind=TieKind.HOLDS, to="nights"),),
        ),
        an_asset("bus", kind=AssetKind.INFRASTRUCTURE, name="The bus"),
        an_offer("evening", name="An evening", group="nights", schedules=(on(1),)),
    )


def key(name, what="asset"):
    return key_of(A_REGION.slug, "us", name, what=what)


@pytest.fixture
def nights():
    load()
    return key("nights")


@pytest.fixture
def by(nights):
    return Actor.holder("k", of=Thing("asset", str(nights)))


def show(by, visibility, what="story"):
    held.show_held(
        by=by,
        group=key("nights"),
        held=key(what),
        visibility=visibility,
        today=TODAY,
    )


def cards():
    return sorted(Listing.objects.values_list("name", flat=True))


@pytest.mark.shows("H19")
def test_young_people_name_what_is_theirs_and_it_stays_so_when_told_again(nights, by):
    held.name_held(
        by=by, group=nights, held=key("story"), name=" The  last bus ", today=TODAY
    )
    assert "The last bus" in cards()
    assert latest_deeds(most=1)[0].deed == "assets.name_held"

    load()

    assert "The last bus" in cards()
    assert asset_page(key("story")).name == "The last bus"


@pytest.mark.shows("H19")
def test_young_people_withdraw_what_is_theirs_from_everywhere_and_for_good(nights, by):
    assert "The night bus" in cards()
    assert nights
    show(by, Visibility.HIDDEN)

    def is_nowhere():
        assert "The night bus" not in cards()
        assert [one.name for one in taken().items if "bus" in one.name] == ["The bus"]
        with pytest.raises(NotFound):
            asset_page(key("story"))

    is_nowhere()
    load()
    is_nowhere()
    show(by, Visibility.PUBLIC)
    assert "The night bus" in cards()


def test_a_group_that_withdraws_itself_takes_its_evenings_out_of_the_feed(nights, by):
    evening = key("evening", what="offer")
    assert Published.objects.get(pk=evening).live
    show(by, Visibility.HIDDEN, what="nights")

    assert not Published.objects.get(pk=evening).live
    assert "An evening" not in cards()
    load()
    assert not Published.objects.get(pk=evening).live
    assert nights


def test_their_terms_travel_with_it_to_its_page_and_into_bulk_files(nights, by):
    held.set_terms(
        by=by, group=nights, held=key("story"), terms="Ask us first.", today=TODAY
    )
    held.set_terms(
        by=by, group=nights, held=nights, terms="Come as you are.", today=TODAY
    )

    assert asset_page(key("story")).terms == "Ask us first."
    terms = {one.name: one.terms for one in taken().items}
    assert terms["The night bus"] == "Ask us first."
    assert terms["An evening"] == "Come as you are."
    load()
    assert asset_page(key("story")).terms == "Ask us first."


def test_what_closed_this_week_is_not_listed_again_by_a_word_on_its_group(nights, by):
    assert "An evening" in cards()
    Offer.objects.update(closed_on=TODAY + timedelta(days=2))
    thursday = TODAY + timedelta(days=3)
    held.set_terms(by=by, group=nights, held=nights, terms="Come.", today=thursday)

    assert "An evening" not in cards()


def test_what_came_back_is_on_record_in_words_and_never_in_money(nights, by):
    about = {"by": by, "group": nights, "held": key("story")}
    number = held.note_came_back(**about, words="Two visits to our night.", on=TODAY)
    assert [one.words for one in asset_page(key("story")).back] == [
        "Two visits to our night."
    ]
    with pytest.raises(NotPossible, match="without an amount"):
        held.note_came_back(**about, words="They gave us £40.", on=TODAY)

    held.forget_came_back(by=by, group=nights, number=number, today=TODAY)
    assert not CameBack.objects.exists()


def ways():
    """By which of the ways that are asked about the story may be told."""
    row = Asset.objects.get(pk=key("story"))
    return {one for one in MAY_BE_CARRIED if is_whole(row, one)}


@pytest.mark.shows("A4")
@pytest.mark.parametrize("yes", [*map(set, combinations(MAY_BE_CARRIED, 1)), set()])
def test_each_way_has_a_yes_of_its_own_and_keeps_it_when_told_again(nights, by, yes):
    about = {"by": by, "group": nights, "held": key("story"), "today": TODAY}
    assert ways() == {Channel.SEARCH, Channel.BULK}
    held.allow_channels(**about, channels=MAY_BE_CARRIED)
    assert ways() == set(MAY_BE_CARRIED)

    held.allow_channels(**about, channels=yes)

    assert ways() == yes
    assert ("The night bus" in cards()) == (Channel.SEARCH in yes)
    assert not any("night bus" in one.name for one in taken().items)  # needs both
    load()
    assert ways() == yes
    with pytest.raises(NotPossible):
        held.allow_channels(**(about | {"held": nights}), channels=yes)


@pytest.mark.shows("H71")
def test_a_group_is_named_to_funders_only_as_it_says_and_when_told_again(nights, by):
    def may_be():
        return shown_to_funders(row_held(Asset.objects.get(pk=nights)))

    held.name_to_funders(by=by, group=nights, named=False, today=TODAY)
    load()
    assert not may_be()
    held.name_to_funders(by=by, group=nights, named=True, today=TODAY)
    load(hidden_from_funders=True)
    assert may_be()


@pytest.mark.shows("H19")
def test_that_young_people_run_it_is_theirs_to_say_and_a_steward_may_be_told(
    nights, by
):
    load(told_by="the council", run_by_young_people=None)
    steward = Actor.steward("s")

    def says():
        about = asset_page(nights)
        return young_in_words(
            about.run_by_young_people, told_by=about.young_told_by, name=about.name
        )

    assert says() == ""
    say_young(by=steward, group=nights, young=True, today=TODAY)
    load(told_by="the council", run_by_young_people=None)
    assert says().startswith("Whoever checks this list says")
    assert needs_an_adult(nights)
    name_adult(by=steward, group=nights, words="Mrs Quill", today=TODAY)

    say_young(by=by, group=nights, young=True, today=TODAY)
    held.name_held(by=by, group=nights, held=nights, name="Late Nights", today=TODAY)
    load(told_by="the council", run_by_young_people=None)
    assert says() == "It is run by young people. They say so."
    with pytest.raises(NotPossible):
        say_young(by=steward, group=nights, young=False, today=TODAY)

    say_young(by=by, group=nights, young=False, today=TODAY)
    load()
    assert says() == ""
    assert not AdultContact.objects.exists()


@pytest.mark.parametrize("what", ["bus", "nowhere"])
def test_nobody_speaks_of_what_they_do_not_hold(nights, by, what):
    assert nights
    with pytest.raises(NotFound):
        show(by, Visibility.HIDDEN, what=what)


@pytest.mark.parametrize("ended", [{"until": TODAY}, {"disputed": True}])
def test_whose_holding_ended_or_is_disputed_does_not_decide(nights, by, ended):
    assert nights
    Tie.objects.filter(kind=TieKind.HOLDS).update(**ended)
    with pytest.raises(NotFound):
        show(by, Visibility.PUBLIC)


@pytest.mark.parametrize(
    "whoever",
    [
        Actor.somebody(),
        Actor.steward("s"),
        Actor.member("m", of=Thing("asset", "x")),
        Actor.holder("h", of=Thing("asset", "x")),
    ],
    ids=str,
)
def test_neither_a_steward_nor_a_stranger_does_it_for_them(nights, whoever):
    assert nights
    with pytest.raises(NotAllowed):
        show(whoever, Visibility.HIDDEN)
    assert asset_page(key("story")).name


def test_what_is_disputed_is_raised_by_no_holder_and_by_no_load(nights, by):
    assert nights
    told_us = ProposalTold(kind=ProposalKind.HOLDER, thing=key("story"))
    propose_change(by=Actor.somebody(), region=A_REGION.slug, told=told_us, today=TODAY)
    assert Asset.objects.get(pk=key("story")).visibility == "known"

    load()

    assert Asset.objects.get(pk=key("story")).visibility == "known"
    assert "The night bus" not in cards()
    with pytest.raises(NotPossible, match="others hold this"):
        show(by, Visibility.PUBLIC)
    show(by, Visibility.HIDDEN)


@pytest.mark.parametrize("terms", ["x" * 301])
def test_what_is_too_long_or_empty_is_refused(nights, by, terms):
    about = {"by": by, "group": nights, "held": nights, "today": TODAY}
    with pytest.raises(NotPossible):
        held.set_terms(**about, terms=terms)
    with pytest.raises(NotPossible):
        held.name_held(**about, name="  ")


@pytest.mark.parametrize(
    ("flag", "told_by", "says"),
    [
        (True, NIGHTS, NIGHTS),
        (True, "the council", "the council"),
        (True, "", "Somebody"),
        (False, NIGHTS, ""),
        (None, NIGHTS, ""),
    ],
)
def test_only_a_group_itself_says_that_young_people_run_it(flag, told_by, says):
    assert run_by_young_people_says_who(flag, told_by=told_by, name=NIGHTS) == says


@given(
    st.integers(1, 9_999), st.sampled_from(["£{}", "{} pounds", "{}p", "${}", "{}k"])
)
def test_no_amount_of_money_is_ever_taken_as_what_came_back(many, written):
    assert names_money(f"They gave us {written.format(many)} for it.")
    assert not names_money(f"{many} people came to our night.")
