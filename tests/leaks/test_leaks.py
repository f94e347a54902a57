"""What is only known to exist shows neither content nor place, by any way out.

And what was withdrawn is gone from all of them: at once where tables are asked, within
a minute where files are made, and never given out from a file in between.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests.leaks import world as worlds
from tests.leaks.doing import do_what_waits
from tests.leaks.walks import WALKS, walked
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.doors import DOORS, Door
from weft.accounts.routes import routes
from weft.accounts.services import let_in, make_link
from weft.accounts.things import Thing
from weft.assets.domain import visibility
from weft.assets.domain.proposals import ProposalKind, ProposalTold
from weft.assets.domain.visibility import Channel, Showing
from weft.assets.models import Asset, Tie
from weft.assets.queries import seen as seen_rows
from weft.assets.services.held import name_to_funders
from weft.assets.services.holding import keep_hidden
from weft.assets.services.listings import LISTED, of_assets
from weft.assets.services.proposals import propose_change
from weft.cli.exporting import export
from weft.ground import queries as ground
from weft.jobs.lease import Pace
from weft.jobs.models import Work
from weft.jobs.registry import jobs
from weft.jobs.services import GATHERED_FOR
from weft.jobs.turns import Turn
from weft.shell.ranges import FRESH
from weft.web.atlas import map_of
from weft.web.channels import WAYS, Apart
from weft.web.jobs import tiles_of_what_is_listed
from weft.web.tiles_kept import tiles_file

pytestmark = pytest.mark.django_db
OWN_PAGE = {"assets:asset", "assets:group", "assets:code", "assets:tell_us_of"}


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def world():
    made = worlds.a_world()
    do_what_waits()
    return made


def to_walk():
    return sorted(route for route, way in WAYS.items() if way is not Apart.WITH_A_KEY)


# --- nothing is left out of the list -------------------------------------------------


def test_every_route_says_by_which_rule_it_carries_things():
    known = {one.name for one in routes()}
    assert known - set(WAYS) == set()
    assert set(WAYS) - known == set()


def test_every_route_that_opens_to_anybody_is_walked():
    assert set(to_walk()) == set(WALKS)
    with_a_key = {route for route, way in WAYS.items() if way is Apart.WITH_A_KEY}
    signing_in = {"account_login", "account_logout"}
    signing_in |= {"mfa_login_webauthn", "mfa_authenticate"}
    open_to_all = {route for route, door in DOORS.items() if door is Door.ANYBODY}
    assert with_a_key & open_to_all == signing_in


def test_every_channel_of_the_rule_has_a_way():
    assert set(Channel) - set(WAYS.values()) == set()


# --- known to exist ------------------------------------------------------------------


def shown(client, world, words, *, by=None):
    """Say by route which words stand in its answers that nobody asked for.

    All are walked unless some are named: a test that something is said walks those that
    should say it, and a test that nothing is said walks every way there is.
    """
    found = {}
    for route in sorted(by or to_walk()):
        hidden = [
            word for word in words if word in worlds.WORDS or route not in OWN_PAGE
        ]
        answers = walked(client, world, route)
        assert not answers or any(one.arrived for one in answers), route
        for one in answers:
            assert one.status != 500, one.ask
            # what somebody asked for may be said back to them, and to nobody else
            asked = f"{one.ask.path} {one.ask.told}".lower()
            said = {word for word in hidden if word in one.words and word not in asked}
            if said:
                found.setdefault(route, set()).update(said)
    return found


@pytest.mark.shows("A4")
@pytest.mark.parametrize("seen", ["known", "members", "hidden"])
def test_what_is_known_to_exist_shows_neither_content_nor_place(client, seen):
    made = worlds.a_world(visibility=seen)
    do_what_waits()

    assert shown(client, made, made.nowhere) == {}
    files = walked(client, made, "web:open_file")
    assert {one.status for one in files} == {200}


def test_it_bites_a_rule_that_shows_what_is_known_to_exist(client, monkeypatch):
    """With the rule planted wrong, every way that carries things is caught."""
    monkeypatch.setattr(visibility, "showing", lambda *_a, **_k: Showing.WHOLE)
    monkeypatch.setattr(seen_rows, "showing", lambda *_a, **_k: Showing.WHOLE)
    monkeypatch.setattr(of_assets, "showing", lambda *_a, **_k: Showing.WHOLE)
    made = worlds.a_world()
    do_what_waits()

    carrying = {
        "web:choices",
        "web:map",
        "web:tiles",
        "web:sitemap_part",
        "assets_api:assets",
        "openreferral:services",
        "openactive:services",
    }
    assert set(shown(client, made, made.nowhere, by=carrying)) == carrying


def test_its_own_page_says_that_it_is_and_how_to_ask(client, world):
    page = client.get(f"/assets/{world.known.pk}")

    said = page.content.decode()
    assert "Ask us first, over tea." in said
    assert "Ring the Elders." in said
    assert page["X-Robots-Tag"] == "noindex"


def test_the_map_has_as_many_knots_as_without_it(client, world):
    before = client.get("/map").content.decode()
    Tie.objects.all().delete()
    Asset.objects.filter(part_of=world.known).update(part_of=None)
    Asset.objects.filter(pk=world.known.pk).delete()

    assert client.get("/map").content.decode() == before


def test_the_export_of_everything_says_that_it_holds_it(world, tmp_path):
    into = tmp_path / "export"
    export(into, at=timezone.now(), saying=lambda _line: None)

    readme = (into / "README.md").read_text()
    assert "It holds what is not public too" in readme
    assert not list(into.rglob("things.*"))
    tiles = list(into.rglob("*.pmtiles"))
    assert tiles
    assert all(b"quillemoot" not in one.read_bytes() for one in tiles)
    assert world.known.name in (into / "tables" / "assets_asset.csv").read_text()


# --- withdrawn -----------------------------------------------------------------------

SPOKEN_OF = ("zclub", "zclubnight", "zsong")


@pytest.fixture
def public(client):
    """A public group with an evening, and a song whose holder said yes to all."""
    region = valley.region()
    club = valley.group(region, "Zclub", summary="We meet.")
    hall = valley.place(region, address="1 Mill Lane, Aldermill")
    valley.offer(region, "Zclubnight", group=club, place=hall)
    valley.offer(region, "Zclubnight again", group=club, place=hall, on=(None,) * 3)
    song = valley.place(
        region,
        "Zsong",
        kind="tradition",
        place_kind="",
        latitude=None,
        longitude=None,
        channels_allowed=worlds.EVERY_CHANNEL,
        terms="Sing it with us.",
    )
    valley.offer(region, "Another thing", place=hall)
    valley.derive(region)
    do_what_waits()
    del client
    return worlds.World(
        slug=region.slug,
        known=song,
        holder=club,
        group=club,
        offer=club.offers.get(name="Zclubnight"),
        kept=(),
    )


def speaking(client, world, *, by=None):
    """List the routes that still say any of it."""
    return speaking_of(SPOKEN_OF, client, world, by=by)


def speaking_of(words, client, world, *, by=None):
    """List the routes that say any of some words, of all or of those that are named."""
    found = set()
    for route in sorted(by or to_walk()):
        for one in walked(client, world, route):
            asked = f"{one.ask.path} {one.ask.told}".lower()
            if any(w in one.words and w not in asked for w in words):
                found.add(route)
    return found


def by_the_holders_link(client, asset):
    made = make_link(thing=Thing("asset", str(asset.pk)), by=Actor.steward("s"))
    assert client.post(f"/g/{made.secret}", {"answer": "not-ours"}).status_code == 302


@pytest.mark.shows("A4")
def test_what_its_holder_takes_back_is_gone_from_every_way(client, public):
    carrying = {
        "assets:asset",
        "assets:group",
        "assets:offer",
        "web:choices",
        "web:choices_file",
        "web:tiles",
        "web:open_file",
        "api:choices",
        "assets_api:assets",
        "openactive:services",
        "openreferral:services",
        "openreferral:service",
        "openreferral:service_at_locations",
        "openreferral:organizations",
    }
    assert speaking(client, public, by=carrying) == carrying
    for asset in (public.group, public.known):
        by_the_holders_link(client, asset)

    # also while a worker is busy with something long: no file waits for it
    assert speaking(client, public) == set()
    assert set(do_what_waits()) == {"web.open_files", "web.tiles"}
    assert speaking(client, public) == set()
    page = client.get("/openactive/services").json()
    gone = [one for one in page["items"] if one["state"] == "deleted"]
    assert {one["id"] for one in gone} == {str(o.pk) for o in public.group.offers.all()}
    assert all("data" not in one for one in gone)


def test_it_stays_gone_when_a_steward_keeps_it_and_all_is_listed_anew(client, public):
    for asset in (public.group, public.known):
        by_the_holders_link(client, asset)
        keep_hidden(by=Actor.steward("s"), group=asset.pk)
    valley.derive(public.group.region)
    do_what_waits()

    assert speaking(client, public) == set()


def test_a_song_that_others_hold_too_is_out_of_every_way_but_its_page(client, public):
    told = ProposalTold(
        kind=ProposalKind.HOLDER, thing=public.known.pk, words="It is ours as well."
    )
    today = timezone.localdate()
    propose_change(by=Actor.somebody(), region=public.slug, told=told, today=today)
    do_what_waits()

    for route in to_walk():
        for one in walked(client, public, route):
            assert "zsong" not in one.words, one.ask
    page = client.get(f"/assets/{public.known.pk}")
    assert "Sing it with us." in page.content.decode()


def test_a_file_with_something_withdrawn_is_not_given_out_until_it_is_made_anew(
    client, public
):
    address = f"/open/data/{public.slug}/things.csv"
    assert client.get(address).status_code == 200
    by_the_holders_link(client, public.group)

    answer = client.get(address)
    assert (answer.status_code, answer["Retry-After"]) == (503, "60")
    do_what_waits()
    assert client.get(address).status_code == 200


def test_tiles_with_something_withdrawn_give_way_until_they_are_drawn_anew(
    client, public
):
    address = f"/map/{public.slug}.pmtiles"
    piece = {"HTTP_RANGE": "bytes=0-511"}
    assert client.get(address, **piece).status_code == 206
    assert map_of(ground.region(public.slug)).tiles == address
    by_the_holders_link(client, public.group)

    answer = client.get(address, **piece)
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert map_of(ground.region(public.slug)).tiles == ""
    assert "<svg" in client.get("/map").content.decode()  # the drawn map stands
    do_what_waits()
    assert client.get(address, **piece).status_code == 206


def test_tiles_of_which_nobody_noted_what_they_hold_do_not_go_out(client, public):
    address = f"/map/{public.slug}.pmtiles"
    (tiles_file(public.slug).with_suffix(".json")).unlink()
    assert client.get(address).status_code == 503
    tiles_of_what_is_listed(by_night())
    assert client.get(address).status_code == 200


def test_what_is_hidden_by_hand_is_not_given_out_either(client, public):
    for name in ("things.csv", "sessions.parquet", "hsds.zip"):
        assert client.get(f"/open/data/{public.slug}/{name}").status_code == 200
    Asset.objects.filter(pk=public.group.pk).update(visibility="hidden")

    for name in ("things.csv", "sessions.parquet", "hsds.zip"):
        assert client.get(f"/open/data/{public.slug}/{name}").status_code == 503


def test_a_hall_that_is_hidden_is_hidden_in_what_happens_there(client, public):
    hall = Asset.objects.get(name="Old Dye House")
    link = make_link(thing=Thing("asset", str(hall.pk)), by=Actor.steward("s"))
    client.post(f"/g/{link.secret}", {"answer": "not-ours"})
    do_what_waits()

    for route in ("web:choices", "web:map", "assets_api:assets", "web:open_file"):
        for one in walked(client, public, route):
            assert "old dye house" not in one.words, one.ask
            assert "1 mill lane" not in one.words, one.ask


def by_night():
    by = Actor.job("web.tiles")
    return Turn(work=uuid4(), worker="", by=by, told={})


def test_a_group_that_is_not_to_be_named_to_funders_is_in_no_table_taken_whole(
    client, public
):
    by = Actor.holder("k", of=Thing("asset", str(public.group.pk)))
    today, key = timezone.localdate(), public.group.pk
    name_to_funders(by=by, group=key, named=False, today=today)
    whole = {"web:open_file", "assets_api:assets"}

    one_by_one = {"web:choices", "openreferral:services", "web:tiles"}

    def naming_it():
        return speaking_of(("zclub",), client, public, by=whole | one_by_one)

    # nor while the files are not made anew yet
    assert not naming_it() & whole
    do_what_waits()
    assert naming_it() == one_by_one
    name_to_funders(by=by, group=key, named=True, today=today)
    do_what_waits()
    assert naming_it() >= whole


def test_all_of_it_is_over_within_a_minute():
    listening = [one for one in jobs().values() if one.after == LISTED]
    assert {one.name for one in listening} == {"web.open_files", "web.tiles"}
    kept = timedelta(seconds=int(FRESH.rpartition("=")[2]))
    waiting = GATHERED_FOR + timedelta(seconds=Pace().look)

    assert waiting + kept <= timedelta(seconds=50)  # ten are left for the drawing


def test_ten_changes_in_a_row_are_one_piece_of_work(client, public):
    for _ in range(5):
        by_the_holders_link(client, public.group)
        Asset.objects.filter(pk=public.group.pk).update(visibility="public")
    waiting = Work.objects.filter(key__startswith=f"{public.slug} ")

    assert waiting.filter(job="web.tiles").count() == 2  # one was done before


# --- by a link -----------------------------------------------------------------------


def by_link(client, group, *things):
    """Say all that whoever a group let in reads behind their link."""
    thing = Thing("asset", str(group.pk))
    holder = make_link(thing=thing, by=Actor.steward("s")).link.actor
    stub = f"/g/{let_in(thing=thing, by=holder).secret}"
    pages = sorted(
        route.pattern
        for route in routes()
        if DOORS.get(route.name) is Door.LINK and "<" not in route.pattern[14:]
    )
    asked = [stub, *(f"{stub}{one.removeprefix('g/<str:secret>')}" for one in pages)]
    asked += [f"{stub}/things/{one.pk}" for one in things]
    return "".join(client.get(one).content.decode().lower() for one in asked)


@pytest.mark.shows("A4")
@pytest.mark.parametrize("seen", ["members", "hidden"])
def test_behind_links_only_those_let_in_read_it_and_what_is_hidden_nobody(client, seen):
    made = worlds.a_world(visibility=seen)

    ours = by_link(client, made.holder, made.known)
    theirs = by_link(client, made.group, made.known, made.holder)

    assert [word for word in worlds.WORDS if word in theirs] == []
    assert ("zquillemoot" in ours) == (seen == "members")
    assert ("zstory" in ours) == (seen == "members")
