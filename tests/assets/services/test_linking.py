"""How is it decided that two listings are one thing, and how is that taken back?"""

from datetime import date, time

import pytest

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import (
    BY,
    a_reading,
    an_asset,
    an_offer,
    load_all,
    on,
)
from weft.accounts.queries import latest_deeds
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.told import TieTold
from weft.assets.models import Asset, Link, Listing, Offer
from weft.assets.queries import asset_page, offer_page
from weft.assets.queries.linking import (
    doubles_of,
    linking_audit,
    overlaps,
    review_band,
)
from weft.assets.queries.search import Ask, find
from weft.assets.services.linking import judge, link, take_back, unlink
from weft.assets.services.listings import derive, derive_some
from weft.commons.errors import NotFound, NotPossible
from weft.ground.domain.calendar import Calendar

pytestmark = pytest.mark.django_db
REGION = A_REGION.slug
UNSURE = {
    "name": "Rushby Shed and Mending",
    "schedules": (on(1, starts=time(10, 30)),),
}


def key(source, reference="shed", what="asset"):
    return key_of(REGION, source, reference, what=what)


def a_group(reference="shed", **told):
    usual = {
        "kind": AssetKind.GROUP,
        "name": "Rushby Men's Shed",
        "ties": (TieTold(kind=TieKind.MEETS_AT, to=f"{reference}-hall"),),
        "schedules": (on(1),),
    }
    return an_asset(reference, **(usual | told))


def a_hall(reference="shed-hall", **told):
    usual = {
        "name": "Rushby Memorial Hall",
        "address": "12 Station Road, Rushby",
        "postcode": "ZH1 2AB",
    }
    return an_asset(reference, **(usual | told))


def told_by(**lists):
    """Load what several lists tell."""
    load_all([a_reading(*things, source=source) for source, things in lists.items()])


def told_twice(**of_the_alliance):
    """The usual case: a council and an alliance tell of one shed in one hall."""
    told_by(
        council=[a_hall(), a_group()],
        alliance=[
            a_hall(),
            a_group(**({"name": "Mens Shed (Rushby)"} | of_the_alliance)),
        ],
    )
    link(region=REGION, by=BY)
    listed_anew()


def listed_anew():
    calendar = Calendar(bank_holidays=frozenset(), terms=())
    derive(region=REGION, weeks=[MONDAY], by=BY, calendar=calendar)


def cards():
    return sorted(row.name for row in Listing.objects.all())


def rows():
    return sorted(
        (str(row.asset_id), str(row.other_asset_id), row.found, row.decided, row.bits)
        for row in Link.objects.all()
    )


def test_what_is_told_twice_has_one_card_and_loses_no_telling():
    told_twice()

    assert len(cards()) == 2  # one hall, one shed
    assert Asset.objects.count() == 4


def test_either_name_finds_the_one_card():
    told_twice(name="Mens Shed (Rushby) Whittlers")
    judge(one=key("council"), other=key("alliance"), same=True, by=BY)
    listed_anew()

    found = find(Ask(week=MONDAY, words="whittlers")).hits
    assert [hit.asset for hit in found] == [
        hit.asset for hit in find(Ask(week=MONDAY, words="men's shed")).hits
    ]
    assert len(found) == 1


def test_the_page_says_who_else_lists_it_and_leads_there(client):
    told_twice()

    about = asset_page(key("council"))
    assert [one.brief.id for one in about.beside] == [key("alliance")]
    page = client.get(f"/groups/{key('council')}").content.decode()
    assert "Also listed by us, 1 October 2026" in page
    assert f"{key('alliance')}" in page


def test_the_telling_that_says_when_has_the_card():
    told_twice(schedules=())

    assert Listing.objects.filter(asset=key("council")).exists()
    assert not Listing.objects.filter(asset=key("alliance")).exists()


@pytest.mark.parametrize("again", ["council", "alliance"])
def test_the_card_goes_to_the_newer_telling_when_either_is_listed_anew(again):
    told_twice()
    older, newer = key("council"), key("alliance")
    Asset.objects.filter(pk=newer).update(told_on=date(2026, 11, 1))

    derive_some(region=REGION, assets=[key(again)], offers=[], weeks=[MONDAY], by=BY)

    assert Listing.objects.filter(asset=newer).count() == 1
    assert not Listing.objects.filter(asset=older).exists()
    assert len(find(Ask(week=MONDAY, words="shed")).hits) == 1


def test_what_is_told_twice_of_a_few_things_is_what_is_so_of_all():
    told_by(
        **{
            source: [a_hall(), a_group(), a_hall("b-hall", postcode="ZH9 9ZZ")]
            for source in ("council", "alliance", "grid")
        }
    )
    link(region=REGION, by=BY)
    whole = doubles_of(REGION)
    assert len(whole.together) >= 6

    for asset in Asset.objects.all():
        some = doubles_of(REGION, {asset.pk})
        assert (asset.pk in some.together) is (asset.pk in whole.together)
        assert some.behind == whole.behind & some.together
        assert some.names == {
            one: names for one, names in whole.names.items() if one in some.together
        }


def test_running_it_again_changes_nothing():
    told_twice()
    before = rows()

    link(region=REGION, by=BY)

    assert rows() == before
    assert before


def test_a_link_is_taken_apart_by_a_person_and_stays_so():
    told_twice()
    unlink(one=key("alliance"), other=key("council"), by=BY)
    listed_anew()
    assert "Mens Shed (Rushby)" in cards()

    link(region=REGION, by=BY)
    listed_anew()

    assert "Mens Shed (Rushby)" in cards()
    assert asset_page(key("council")).beside == ()


def test_taking_a_decision_back_restores_all_as_it_was():
    told_twice()
    before, shown = rows(), cards()
    unlink(one=key("council"), other=key("alliance"), by=BY)
    listed_anew()

    take_back(one=key("council"), other=key("alliance"), by=BY)
    listed_anew()

    assert rows() == before
    assert cards() == shown


def test_a_person_may_join_what_a_veto_parts_and_every_deed_is_on_record():
    told_twice(name="Rushby Womens Shed", schedules=(on(3),))
    assert len(cards()) == 3

    judge(one=key("council"), other=key("alliance"), same=True, by=BY)
    listed_anew()

    assert len(cards()) == 2
    assert [deed.deed for deed in latest_deeds(most=2)] == [
        "assets.derive",
        "assets.judge",
    ]


def test_what_is_not_sure_waits_for_people_with_words_for_and_against():
    told_twice(**UNSURE)

    (question,) = review_band(REGION)

    assert {question.first.source, question.second.source} == {"council", "alliance"}
    assert "they are at the same place" in question.speaks_for
    judge(one=question.first.id, other=question.second.id, same=False, by=BY)
    assert review_band(REGION) == ()


@pytest.mark.parametrize("kept", [Visibility.HIDDEN, Visibility.MEMBERS])
def test_what_is_hidden_is_neither_compared_nor_told_of(kept):
    told_twice()
    Asset.objects.filter(pk=key("alliance")).update(visibility=kept)
    listed_anew()

    assert asset_page(key("council")).beside == ()
    assert "Mens Shed (Rushby)" not in cards()
    link(region=REGION, by=BY)
    alliance = Link.objects.filter(other_asset=key("alliance"))
    assert not alliance.exists()


def test_what_was_to_be_asked_is_not_asked_of_what_is_hidden_since():
    told_twice(**UNSURE)
    Asset.objects.filter(pk=key("alliance")).update(visibility=Visibility.HIDDEN)

    assert review_band(REGION) == ()


def test_people_and_stories_are_never_matched():
    told_by(
        council=[an_asset("a", kind=AssetKind.PERSON, name="Sam Weaver")],
        alliance=[an_asset("b", kind=AssetKind.PERSON, name="Sam Weaver")],
    )

    assert link(region=REGION, by=BY).compared == 0


def test_offers_told_twice_are_one_card_too():
    told_by(
        council=[a_hall(), an_offer("choir", place="shed-hall", schedules=(on(3),))],
        alliance=[a_hall(), an_offer("choir", place="shed-hall", schedules=(on(3),))],
    )
    link(region=REGION, by=BY)
    listed_anew()

    assert Listing.objects.filter(offer__isnull=False).count() == 1
    assert Offer.objects.count() == 2
    assert len(offer_page(key("council", "choir", what="offer")).beside) == 1


def test_one_listing_is_not_two():
    told_twice()

    with pytest.raises(NotPossible):
        judge(one=key("council"), other=key("council"), same=True, by=BY)


def test_a_thing_is_never_something_to_do():
    told_by(council=[a_hall(), an_offer("choir")])

    with pytest.raises(NotPossible):
        judge(
            one=key("council", "shed-hall"),
            other=key("council", "choir", what="offer"),
            same=True,
            by=BY,
        )


def test_nothing_is_decided_of_what_is_not_there():
    told_twice()

    with pytest.raises(NotFound):
        judge(one=key("nobody"), other=key("nowhere"), same=True, by=BY)
    with pytest.raises(NotFound):
        take_back(one=key("council"), other=key("alliance"), by=BY)


def test_the_audit_says_how_the_informal_fare_beside_the_others():
    told_twice()
    Asset.objects.filter(kind=AssetKind.GROUP).update(constituted=False)
    unlink(one=key("council"), other=key("alliance"), by=BY)

    audit = linking_audit(REGION)

    informal = audit.taken_back["not constituted"]
    assert (informal.count, informal.of, informal.share) == (2, 2, 1.0)
    assert audit.taken_back["constituted"].share is None
    assert audit.linked["not constituted"].count == 0


def a_lunch(reference, group, **told):
    usual = {
        "name": reference.title(),
        "group": group,
        "place": "shed-hall",
        "art_forms": ("lunch",),
        "schedules": (on(3, starts=time(12), ends=time(14)),),
    }
    return an_offer(reference, **(usual | told))


@pytest.mark.shows("H39")
def test_offers_that_overlap_are_listed_for_people_and_never_linked():
    groups = [an_asset(g, kind=AssetKind.GROUP) for g in ("zion", "ings", "hay")]
    told_by(
        council=[
            a_hall(),
            *groups,
            a_lunch("Zion Lunch", "zion", funding="project"),
            a_lunch("Elders Eat", "ings", funding="core"),
            a_lunch("Evening Lunch", "hay", schedules=(on(3, starts=time(18)),)),
        ]
    )

    (overlap,) = overlaps(REGION)

    one, other = overlap.first, overlap.second
    assert {one.brief.name, other.brief.name} == {"Zion Lunch", "Elders Eat"}
    assert sorted((one.funding, other.funding)) == ["core", "project"]
    assert overlap.doing == ("lunch",)
    judge(one=one.brief.id, other=other.brief.id, same=False, by=BY)
    assert overlaps(REGION) == ()


def test_two_offers_of_one_group_do_not_overlap():
    told_by(
        council=[
            a_hall(),
            an_asset("zion", kind=AssetKind.GROUP),
            a_lunch("First Lunch", "zion"),
            a_lunch("Second Lunch", "zion"),
        ]
    )

    assert overlaps(REGION) == ()


def test_what_has_closed_is_not_linked():
    told_twice()
    Asset.objects.filter(pk=key("alliance")).update(closed_on=date(2026, 1, 1))

    link(region=REGION, by=BY)

    assert all(row.asset_id != key("alliance") for row in Link.objects.all())
