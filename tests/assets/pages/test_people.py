"""Whom a group lets in reads what is for its members, and nobody else ever does."""

import re
from datetime import date

import pytest

from tests.assets.asking import A_REGION
from tests.assets.register import an_asset, told
from weft.accounts.actors import Actor
from weft.accounts.queries import links_of
from weft.accounts.services import make_link, revoke_link
from weft.accounts.things import Thing
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.proposals import ProposalKind, ProposalTold
from weft.assets.domain.told import TieTold
from weft.assets.services import held
from weft.assets.services.proposals import propose_change

pytestmark = pytest.mark.django_db
TODAY = date(2026, 10, 5)
STEWARD = Actor.steward("s")
A_LINK = re.compile(r"https?://[^/<]+(/g/[\w-]+)<")


def key(name):
    return key_of(A_REGION.slug, "us", name)


def a_link(name):
    made = make_link(thing=Thing("asset", str(key(name))), by=STEWARD)
    return f"/g/{made.secret}"


@pytest.fixture
def choir():
    """A choir that keeps a song for its own people; and a band beside it."""
    told(
        an_asset("choir", kind=AssetKind.GROUP),
        an_asset("band", kind=AssetKind.GROUP),
        an_asset(
            "song",
            kind=AssetKind.TRADITION,
            name="The mill song",
            story="Sung low, by the water.",
            visibility=Visibility.MEMBERS,
            ties=(TieTold(kind=TieKind.HOLDS, to="choir"),),
        ),
    )
    return a_link("choir")


def let_in(client, holder):
    answer = client.post(f"{holder}/people", {"answer": "let-in"})
    return A_LINK.search(answer.content.decode()).group(1)


def song_at(client, link):
    """What a link answers of the song, or the number by which it refuses."""
    answer = client.get(f"{link}/things/{key('song')}")
    return answer.content.decode() if answer.status_code == 200 else answer.status_code


@pytest.mark.shows("A4")
def test_whom_they_let_in_reads_what_is_for_members_whole_and_nobody_else(
    client, choir
):
    member = let_in(client, choir)

    assert "The mill song" in client.get(f"{member}/things").content.decode()
    assert "Sung low, by the water." in song_at(client, member)
    assert "Sung low" in song_at(client, choir)
    assert song_at(client, a_link("band")) == 404
    assert client.get(f"/assets/{key('song')}").status_code == 404


@pytest.mark.parametrize(
    ("seen", "reads"),
    [("known", True), ("hidden", False), ("public", False)],
)
def test_they_read_no_more_than_its_holder_leaves_to_them(client, choir, seen, reads):
    member = let_in(client, choir)
    by = Actor.holder("k", of=Thing("asset", str(key("choir"))))
    held.show_held(
        by=by,
        group=key("choir"),
        held=key("song"),
        visibility=Visibility(seen),
        today=TODAY,
    )
    # what everybody may read stands on its own page
    assert (song_at(client, member) != 404) == reads


def test_what_others_are_said_to_hold_opens_to_no_member(client, choir):
    member = let_in(client, choir)
    by = Actor.holder("k", of=Thing("asset", str(key("choir"))))
    about = {"by": by, "group": key("choir"), "held": key("song"), "today": TODAY}
    held.show_held(**about, visibility=Visibility.KNOWN)
    ours = ProposalTold(kind=ProposalKind.HOLDER, thing=key("song"))
    propose_change(by=Actor.somebody(), region=A_REGION.slug, told=ours, today=TODAY)

    assert song_at(client, member) == 404
    assert "mill song" not in client.get(f"{member}/things").content.decode()


def test_a_link_is_switched_off_renewed_and_ends_with_whose_it_is_within(client, choir):
    one, other = let_in(client, choir), let_in(client, choir)
    keys = [str(link.key) for link in links_of(Thing("asset", str(key("choir"))))]
    latest, own = keys[0], keys[-1]  # the newest stands first
    assert client.post(f"{one}/people", {"answer": "let-in"}).status_code == 403

    client.post(f"{choir}/people", {"answer": "off", "link": latest})
    assert {client.get(link).status_code for link in (one, other)} == {200, 404}
    still = one if client.get(one).status_code == 200 else other

    fresh = client.post(f"{choir}/people", {"answer": "fresh", "link": own}).url
    assert client.get(choir).status_code == 404
    assert client.get(fresh).status_code == 200
    assert client.get(still).status_code == 200
    assert "Switch it off" in client.get(fresh).content.decode()

    gone = client.post(f"{still}/people", {"answer": "off", "link": keys[1]})
    assert "switched off" in gone.content.decode()
    assert client.get(still).status_code == 404

    last = let_in(client, fresh.partition("/people")[0])
    revoke_link(key=links_of(Thing("asset", str(key("choir"))))[-1].key, by=STEWARD)
    assert client.get(last).status_code == 404


def test_nobody_switches_off_the_link_of_another_group(client, choir):
    band = a_link("band")
    (theirs,) = links_of(Thing("asset", str(key("choir"))))

    for answer in ("off", "fresh"):
        refused = client.post(
            f"{band}/people", {"answer": answer, "link": str(theirs.key)}
        )
        assert refused.status_code in {403, 404}
    assert client.get(choir).status_code == 200
