"""Do a holder's own terms go wherever its name goes, by every way out?"""

import pytest

from tests.leaks.doing import do_what_waits
from tests.leaks.walks import walked
from tests.leaks.world import World
from tests.web import valley
from weft.assets.domain.visibility import Channel
from weft.web.channels import WAYS

pytestmark = pytest.mark.django_db
TERMS = "Zask us before you film."
CARRYING = {Channel.PAGE, Channel.FEED, Channel.BULK, Channel.EMBED}
IN_BRIEF = {
    # fields of which there is one at most: each leads to the whole, which tells them
    "openreferral:services",
    "openreferral:service_at_locations",
    "openreferral:organizations",
}
TELLING = {
    "assets:offer",
    "assets:group",
    "assets_api:assets",
    "openactive:services",
    "openactive:sessions",
    "openreferral:organization",
    "openreferral:service",
    "web:embed_group",
    "web:new_atom",
    "web:open_file",
}


@pytest.fixture
def world(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    region = valley.region()
    hall = valley.place(region, address="1 Mill Lane, Aldermill, Tenterdale")
    group = valley.group(region, "Zclub", summary="We meet.", terms=TERMS)
    told = {"group": group, "place": hall, "tags": ["yoga"], "price_pence_most": 0}
    offer = valley.offer(region, "Chair yoga", **told)
    valley.derive(region)
    do_what_waits()
    return World(
        slug=region.slug, known=hall, holder=group, group=group, offer=offer, kept=()
    )


def names_it(route, said):
    """Tell whether an answer names the group itself, whole, and not as asked for."""
    if route in IN_BRIEF and "full=true" not in said.ask.path:
        return False
    return said.status == 200 and "zclub" in said.words


def test_whatever_names_a_group_carries_its_terms(client, world):
    telling = set()
    for route in (route for route, way in WAYS.items() if way in CARRYING):
        for said in walked(client, world, route):
            if names_it(route, said):
                assert TERMS.lower() in said.words, said.ask
                telling.add(route)

    assert telling >= TELLING


def test_a_page_tells_them_to_search_engines_too(client, world):
    for path in (f"/offers/{world.offer.pk}", f"/groups/{world.group.pk}"):
        page = client.get(path).content.decode()
        assert '"usageInfo"' in page
        assert page.count(TERMS) == 2  # to people, and in schema.org's words


def test_terms_that_are_taken_back_are_told_by_no_file_made_since(client, world):
    world.group.terms = ""
    world.group.save()
    valley.derive(world.group.region)
    do_what_waits()

    for route in TELLING:
        for said in walked(client, world, route):
            assert "zask" not in said.words, said.ask
