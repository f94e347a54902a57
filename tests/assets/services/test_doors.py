"""A picture of a door is shown once somebody has looked, and taken back for good."""

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import an_asset, an_offer, told
from tests.commons.files.test_pictures import a_picture, as_file
from weft.accounts.actors import Actor
from weft.accounts.things import Thing
from weft.assets.domain.doors import WIDTHS
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.models import Asset, Door
from weft.assets.queries import asset_page, offer_page
from weft.assets.queries.doors import picture, places_in_hand, shown_picture
from weft.assets.services.doors import (
    give_door,
    hide_door,
    refuse_door,
    show_door,
    take_door_back,
)
from weft.commons.errors import NotAllowed, NotFound, NotPossible
from weft.commons.files import pictures_from

pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday
STEWARD = Actor.steward("s")
WORDS = "A blue door by the canal, with a bell at hip height."
RAW = as_file(a_picture((600, 450)))


def key(name, what="asset"):
    return key_of(A_REGION.slug, "us", name, what=what)


@pytest.fixture
def choir():
    told(
        an_asset("singers", kind=AssetKind.GROUP),
        an_asset("hall"),
        an_asset("baths"),
        an_offer("choir", group="singers", place="hall"),
    )
    return key("singers")


@pytest.fixture
def by(choir):
    return Actor.holder("k", of=Thing("asset", str(choir)))


@pytest.fixture
def give(choir, by):
    def given(place="hall", raw=RAW, described=WORDS, by=by):
        return give_door(
            by=by,
            group=choir,
            place=key(place),
            pictures=pictures_from(raw, WIDTHS),
            described=described,
            today=TODAY,
        )

    return given


def doors():
    """What everybody sees of it: on the place's page, and on the offer's."""
    place = offer_page(key("choir", "offer")).place
    return asset_page(key("hall")).door, place.door


def test_it_is_shown_on_both_pages_once_somebody_has_looked(give):
    door = give()
    assert doors() == (None, None)
    with pytest.raises(NotFound):
        shown_picture(door, 480)
    assert picture(door, 480)[:2] == b"\xff\xd8"

    show_door(by=STEWARD, door=door)
    for about in doors():
        assert (about.described, about.given_by) == (WORDS, "Singers")
        assert (about.width, about.height) == (600, 450)
    assert shown_picture(door, 960)[:2] == b"\xff\xd8"
    with pytest.raises(NotFound):
        shown_picture(door, 700)


@pytest.mark.parametrize("shown", [True, False])
def test_taken_back_it_is_gone_at_once_and_for_good(give, choir, by, shown):
    door = give()
    if shown:
        show_door(by=STEWARD, door=door)
    take_door_back(by=by, group=choir, door=door)

    assert doors() == (None, None)
    assert not Door.objects.exists()
    for ask in (picture, shown_picture):
        with pytest.raises(NotFound):
            ask(door, 480)
    with pytest.raises(NotFound):
        take_door_back(by=by, group=choir, door=door)


def test_a_place_that_is_kept_shows_no_door(give):
    door = give()
    show_door(by=STEWARD, door=door)
    Asset.objects.filter(pk=key("hall")).update(visibility=Visibility.KNOWN)

    with pytest.raises(NotFound):
        shown_picture(door, 480)
    assert asset_page(key("hall")).door is None


def test_a_new_one_replaces_the_old_only_once_it_is_shown(give):
    first = give()
    show_door(by=STEWARD, door=first)
    second = give(described="The same door, painted red last week.")
    assert doors()[0].id == first

    show_door(by=STEWARD, door=second)
    assert doors()[0].id == second
    assert [row.pk for row in Door.objects.all()] == [second]


def test_a_slip_of_whoever_looked_is_undone(give):
    door = give()
    show_door(by=STEWARD, door=door)
    hide_door(by=STEWARD, door=door)
    assert doors() == (None, None)
    show_door(by=STEWARD, door=door)
    assert doors()[0].id == door
    for twice in (show_door, hide_door):
        if twice is hide_door:
            hide_door(by=STEWARD, door=door)
        with pytest.raises(NotPossible):
            twice(by=STEWARD, door=door)


def test_one_with_somebody_in_it_is_deleted(give):
    door = give()
    refuse_door(by=STEWARD, door=door)

    assert not Door.objects.exists()
    with pytest.raises(NotFound):
        show_door(by=STEWARD, door=door)


@pytest.mark.parametrize("described", ["", "   ", "a door", "x" * 201])
def test_without_a_line_for_who_does_not_see_it_it_is_not_taken(give, described):
    with pytest.raises(NotPossible):
        give(described=described)
    assert not Door.objects.exists()


def test_at_no_place_but_theirs_it_is_taken(give):
    with pytest.raises(NotFound):
        give(place="baths")
    with pytest.raises(NotAllowed):
        give(by=Actor.somebody())
    assert not Door.objects.exists()


def test_who_holds_the_link_decides_nothing_about_what_is_shown(give, by):
    door = give()
    for deed in (show_door, hide_door, refuse_door):
        with pytest.raises((NotAllowed, NotPossible)):
            deed(by=by, door=door)
    assert doors() == (None, None)
    assert Door.objects.count() == 1


def test_a_group_sees_the_places_where_it_is_and_what_it_gave(give, choir):
    give()

    [hall] = places_in_hand(choir)
    assert hall.name == "Hall"
    assert [one.shown for one in hall.given] == [False]
