"""A group says who decides, pays, owns it and works with it; a load leaves it so."""

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import an_asset, told
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.told import TieTold
from weft.assets.models import Asset, Tie
from weft.assets.queries import asset_page
from weft.assets.queries.hands_in_hand import hands_in_hand
from weft.assets.services import hands_in_hand as saying
from weft.commons.errors import NotAllowed, NotFound, NotPossible

pytestmark = pytest.mark.django_db
TODAY = MONDAY.monday


def load():
    group = AssetKind.GROUP
    council = TieTold(kind=TieKind.DECIDES, to_name="The council", told_by="a list")
    told(
        an_asset("choir", kind=group, ties=(council,), part_of="band"),
        an_asset("band", kind=group, part_of="union"),
        an_asset("union", kind=group, name="The Union"),
        an_asset("hut", kind=AssetKind.PLACE),
    )


def key(name):
    return key_of(A_REGION.slug, "us", name)


@pytest.fixture
def by():
    load()
    return Actor.holder("k", of=Thing("asset", str(key("choir"))))


def say(by, kind, who):
    saying.say_hands(by=by, group=key("choir"), kind=kind, who=who, today=TODAY)


def names(kind):
    return [tie.name for tie in asset_page(key("choir")).tied(kind)]


@pytest.mark.shows("A21")
def test_what_it_says_stands_beside_what_others_told_and_after_a_load(by):
    say(by, TieKind.DECIDES, " Our own  meeting ")
    say(by, TieKind.WORKS_WITH, "the union")
    say(by, TieKind.FUNDS, f"https://weft.example/assets/{key('hut')}")
    saying.say_owned(by=by, group=key("choir"), words="By its members.", today=TODAY)
    saying.say_part_of(by=by, group=key("choir"), whole="The Union", today=TODAY)

    for _ in range(2):
        assert names(TieKind.DECIDES) == ["Our own meeting", "The council"]
        page = asset_page(key("choir"))
        assert [tie.other.id for tie in page.tied(TieKind.WORKS_WITH)] == [key("union")]
        assert [tie.other.id for tie in page.tied(TieKind.FUNDS)] == [key("hut")]
        assert page.ownership_form == "By its members."
        assert [one.name for one in page.part_of] == ["The Union"]
        assert "Choir" in [one.name for one in asset_page(key("union")).shared]
        load()

    for one in hands_in_hand(key("choir")).hands:
        if one.number:
            about = {"by": by, "group": key("choir"), "today": TODAY}
            saying.take_hands_back(**about, number=one.number)
    saying.say_part_of(by=by, group=key("choir"), whole="", today=TODAY)
    load()
    assert names(TieKind.DECIDES) == ["The council"]
    assert not asset_page(key("choir")).part_of


def test_nothing_becomes_a_part_of_its_own_part(by):
    Asset.objects.filter(pk=key("union")).update(part_of=key("choir"))
    for whole in ("The Union", "Band", "Choir"):
        with pytest.raises(NotPossible):
            saying.say_part_of(by=by, group=key("choir"), whole=whole, today=TODAY)


@pytest.mark.parametrize(
    ("kind", "who"),
    [
        (TieKind.HOLDS, "Band"),
        (TieKind.RUNS, "Band"),
        (TieKind.DECIDES, "  "),
        (TieKind.DECIDES, "x" * 121),
        (TieKind.WORKS_WITH, "Choir"),
    ],
)
def test_what_opens_things_to_others_is_empty_or_itself_is_refused(by, kind, who):
    before = Tie.objects.count()
    with pytest.raises(NotPossible):
        say(by, kind, who)
    assert Tie.objects.count() == before


def test_what_others_told_is_not_theirs_to_take_away_nor_others_to_speak_for_them(by):
    theirs = Tie.objects.get(to_name="The council").pk
    with pytest.raises(NotFound):
        saying.take_hands_back(by=by, group=key("choir"), number=theirs, today=TODAY)
    stranger = Actor.holder("h", of=Thing("asset", str(key("band"))))
    for whoever in (stranger, Actor.somebody(), Actor.steward("s")):
        with pytest.raises(NotAllowed):
            say(whoever, TieKind.DECIDES, "The band")


def test_by_its_link_it_says_so_reads_what_could_not_be_taken_and_takes_it_back(
    client, by
):
    assert by
    made = make_link(thing=Thing("asset", str(key("choir"))), by=Actor.steward("s"))
    page = f"/g/{made.secret}/hands"
    no = client.post(page, {"answer": "part", "whole": "Nobody knows"})
    assert no.status_code == 400
    assert "Copy the address" in no.content.decode()

    told = {"answer": "told", "kind": "decides", "who": "All who come."}
    shown = client.post(page, told, follow=True).content.decode()
    assert "It stands on your page now." in shown
    public = client.get(f"/groups/{key('choir')}").content.decode()
    assert "All who come." in public
    assert "The council" in public
    assert "told by a list" in public
    number = Tie.objects.get(to_name="All who come.").pk
    client.post(page, {"answer": "back", "number": number})
    assert "All who come." not in client.get(page).content.decode()
