"""What the workshop asked of the register, shown in the whole valley."""

import json
from contextlib import redirect_stdout
from datetime import date
from html import unescape
from io import StringIO

import pytest

from tests.rows.asking import CENTRE, next_week, text_of
from weft.accounts.actors import Actor
from weft.assets.domain.facts import FactField
from weft.assets.domain.kinds import INTANGIBLE, AssetKind, TieKind
from weft.assets.models import Asset, Listing, Offer
from weft.assets.queries import asset_page
from weft.assets.queries.linking import doubles_of
from weft.assets.queries.search import Ask, find
from weft.assets.services.linking import link
from weft.cli import region as region_command
from weft.commons.saying import dated
from weft.ground import queries as ground

pytestmark = pytest.mark.usefixtures("valley")
EVERYTHING = 5_000


def found(**ask):
    return find(Ask(**{"week": next_week(), "most": EVERYTHING, **ask}))


def listed_assets(**which):
    return set(Listing.objects.filter(asset__in=Asset.objects.filter(**which)))


def page_of(client, asset):
    return text_of(client.get(f"/assets/{asset}", follow=True))


def test_the_valley_has_about_500_different_things(valley):
    link(region=valley, by=Actor.command("test"))

    listed = set(Asset.objects.values_list("pk", flat=True))
    told_again = listed & doubles_of(valley).behind

    assert 480 <= len(listed - told_again) <= 550
    assert told_again


@pytest.mark.shows("A5")
@pytest.mark.parametrize(
    ("words", "what"),
    [("food", "food"), ("heritage", "heritage"), ("cultural", "cultural")],
)
def test_food_heritage_and_culture_can_each_be_looked_for(words, what):
    told_so = {row.pk for row in listed_assets(**{what: True})}

    hits = {hit.listing for hit in found(words=words).hits}

    assert len(told_so) >= 10
    assert told_so <= hits
    told_otherwise = Listing.objects.filter(pk__in=hits, asset__place_kind="pharmacy")
    assert not told_otherwise.exists()
    assert len(hits) < Listing.objects.count() / 2


@pytest.mark.shows("A2")
def test_a_kiln_and_a_pa_can_be_found_asked_for_and_counted(client):
    kind = "Something to borrow or book"

    for words in ("kiln", "PA", "minibus"):
        [thing, *_] = [one for one in found(words=words).hits if one.kind == kind]
        page = page_of(client, thing.asset)
        about = asset_page(thing.asset)
        assert about.kind is AssetKind.INFRASTRUCTURE
        assert about.how_to_join
        assert "How do I join, or ask?" in page
        assert "Who looks after it?" in page

    counted = {one.kind: one.count for one in found().facets.kinds}
    assert counted[kind] == len(listed_assets(kind=AssetKind.INFRASTRUCTURE)) > 5


@pytest.mark.shows("A7")
def test_news_in_polish_can_go_round_near_here_and_each_way_says_whom_it_reaches(
    client,
):
    near = ground.area(CENTRE).point
    kind = frozenset({"Where news goes round"})

    of = {
        language: found(
            near=near, within_metres=5_000, kinds=kind, languages=frozenset({language})
        ).hits
        for language in ("pl", "ur", "bfi")
    }

    assert len({tuple(hit.name for hit in hits) for hits in of.values()}) == 3
    for language, hits in of.items():
        assert hits
        for hit in hits:
            about, page = asset_page(hit.asset), page_of(client, hit.asset)
            assert language in hit.languages
            assert hit.metres <= 5_000
            assert about.reach
            assert about.reach in page
            assert about.how_to_join
            assert about.how_to_join.split("’")[0] in page


@pytest.mark.shows("A8")
def test_what_is_free_what_is_shared_and_what_money_there_is_can_be_looked_for(client):
    free = found(wishes=frozenset({FactField.FREE}))
    sure = [hit for hit in free.hits if hit.certain]
    assert len(sure) == free.certain > 100
    assert {FactField.FREE: True}.items() <= _facts(sure[0]).items()
    assert all(hit.price_pence in {0, None} for hit in sure)
    assert all(_facts(hit).get(FactField.FREE) is not False for hit in free.hits)

    for form in ("community owned", "cooperative"):
        shared = listed_assets(ownership_form=form)
        assert shared
        assert {row.pk for row in shared} <= {
            hit.listing for hit in found(words=form).hits
        }

    funds = found(kinds=frozenset({"Money to apply for"})).hits
    deadlines = {
        hit.name: word.words
        for hit in funds
        for word in asset_page(hit.asset).words
        if word.field == "deadline"
    }
    assert len(deadlines) >= 3
    for hit in funds:
        if hit.name in deadlines:
            last = date.fromisoformat(deadlines[hit.name])
            assert dated(last) in page_of(client, hit.asset)


def _facts(hit):
    return {fact.field: fact.value for fact in hit.facts}


@pytest.mark.shows("A4")
def test_a_tradition_is_found_only_where_its_holder_said_yes(client):
    kept = Asset.objects.filter(kind__in=INTANGIBLE).exclude(visibility="public")
    public = Asset.objects.filter(kind__in=INTANGIBLE, visibility="public")
    allowed = {one.pk for one in public if "search" in one.channels_allowed}

    hits = {hit.asset for hit in found().hits}
    bulk = json.dumps(
        [
            client.get(f"/api/v1/assets?size=100&page={page}").json()["items"]
            for page in range(1, 11)
        ]
    )

    assert hits & {one.pk for one in public} == allowed != set()
    assert kept.count() >= 5
    for one in kept:
        assert one.pk not in hits
        assert str(one.pk) not in bulk
        response = client.get(f"/assets/{one.pk}", follow=True)
        assert one.name not in response.content.decode()
        assert response.status_code == (200 if one.visibility == "known" else 404)


@pytest.mark.shows("A19")
def test_a_hall_with_five_groups_is_one_pin_and_an_online_group_has_none(client):
    halls = {}
    for row in Listing.objects.filter(offer__place__isnull=False, online=None):
        halls.setdefault(row.offer.place_id, []).append(row)
    hall, offers = max(halls.items(), key=lambda item: len(item[1]))

    assert len(offers) >= 5
    assert len({row.offer.group_id for row in offers}) >= 2
    assert len({(row.latitude, row.longitude) for row in offers}) == 1
    page = page_of(client, hall)
    assert all(str(row.offer_id) in page for row in offers)

    online = Listing.objects.filter(online=True, offer__place=None)
    assert len(online) >= 5
    for row in online:
        assert row.latitude is None
        page = text_of(client.get(f"/offers/{row.offer_id}"))
        assert "Nobody has told us where" not in page


@pytest.mark.shows("A21")
def test_each_page_says_who_decides_or_that_nobody_has_told_us(client):
    public = Asset.objects.filter(visibility="public", closed_on=None)
    told = public.filter(ties__kind=TieKind.DECIDES).distinct()
    silent = public.exclude(pk__in=told)
    assert told.exists()
    assert silent.exists()

    for some, says_nothing in ((told, False), (silent, True)):
        for asset in some.order_by("pk")[:15]:
            row = page_of(client, asset.pk).split("Who decides")[1].split("</dd>")[0]
            assert ("Not known. Nobody has told us." in row) is says_nothing


@pytest.mark.shows("A21")
def test_how_much_we_do_not_know_of_who_decides_is_said(client, valley):
    public = Asset.objects.filter(visibility="public", closed_on=None)
    told = {one.pk for one in public if one.ties.filter(kind=TieKind.DECIDES).exists()}
    unknown = public.count() - len(told)

    page = text_of(client.get("/open"))
    out = StringIO()
    with redirect_stdout(out):
        region_command.run(_typed("report", valley, "--json"))

    assert f"Of {unknown:,}, or {round(100 * unknown / public.count())} in 100" in page
    assert json.loads(out.getvalue())["who_decides"] == {
        "things": public.count(),
        "told": len(told),
    }


def _typed(*words):
    import argparse

    parser = argparse.ArgumentParser()
    region_command.add_arguments(parser)
    return parser.parse_args(words)


@pytest.mark.shows("H19")
def test_what_young_people_hold_is_listed_as_theirs(client):
    theirs = Listing.objects.filter(offer__run_by_young_people=True)
    others = Offer.objects.filter(run_by_young_people=None, visibility="public")

    assert len(theirs) >= 5
    said_by_them = 0
    for row in theirs:
        page = unescape(text_of(client.get(f"/offers/{row.offer_id}")))
        theirs_to_say = row.offer.told_by == row.offer.group.name
        assert ("It is run by young people. They say so." in page) is theirs_to_say
        assert ("They have not told us themselves." in page) is not theirs_to_say
        said_by_them += theirs_to_say
    assert 0 < said_by_them < len(theirs)
    for one in others.filter(listing__isnull=False)[:5]:
        assert "young people" not in text_of(client.get(f"/offers/{one.pk}"))
