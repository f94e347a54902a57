"""What the workshop asked of each entry of the register, shown in the whole valley."""

import re
from html import unescape

import pytest

from tests.rows.asking import next_week, text_of
from weft.assets.domain.facts import OF_A_ROOM, WORDS, FactField
from weft.assets.domain.kinds import AssetKind, JoiningRule, Manner, Spectrum
from weft.assets.models import Asset, Fact, Listing, Offer
from weft.assets.pages.presenters.joining import FUNDING, JOINING
from weft.assets.pages.presenters.sort import MANNERS, NOBODY_SAID, SPECTRUM
from weft.assets.queries.search import Ask, find
from weft.commons.saying import dated

pytestmark = pytest.mark.usefixtures("valley")
EVERYTHING = 5_000


def found(**ask):
    return find(Ask(**{"week": next_week(), "most": EVERYTHING, **ask})).hits


def page_of(client, asset):
    return unescape(text_of(client.get(f"/assets/{asset.pk}", follow=True)))


def offer_page(client, offer):
    return unescape(text_of(client.get(f"/offers/{offer.pk}")))


@pytest.mark.shows("A3")
@pytest.mark.parametrize("kind", [AssetKind.TRAINING, AssetKind.RESEARCH])
def test_courses_and_studies_are_found_in_the_same_list_as_things_to_do(client, kind):
    every = Asset.objects.filter(kind=kind, visibility="public")
    assert every.count() >= 2

    for one in every:
        beside = found(words=one.name.split()[0])
        assert one.pk in {hit.asset for hit in found(words=one.name)}
        assert {hit.asset for hit in beside} >= {one.pk}
        assert one.summary in page_of(client, one)
    everything = found()
    assert {one.pk for one in every} <= {hit.asset for hit in everything}
    assert any(hit.offer for hit in everything)


@pytest.mark.shows("A10")
def test_one_thing_is_creative_and_cultural_at_once_and_both_words_find_it():
    both = set(
        Asset.objects.filter(
            creative=True, cultural=True, visibility="public", listing__isnull=False
        ).values_list("pk", flat=True)
    )
    assert len(both) >= 2

    for word in ("creative", "cultural"):
        assert both <= {hit.asset for hit in found(words=word)}


@pytest.mark.shows("A11")
def test_somebody_who_joins_others_up_is_listed_only_if_they_agreed(client):
    people = Asset.objects.filter(kind=AssetKind.PERSON)
    agreed = [one for one in people if one.visibility == "public"]
    assert agreed

    hits = {hit.asset for hit in found()}
    for one in people:
        assert (one.pk in hits) is (one in agreed)
    for one in agreed:
        assert one.summary in page_of(client, one)


@pytest.mark.shows("A20", "H9", "S2")
def test_tea_toilets_and_the_way_in_are_told_of_a_room_and_can_be_asked_for(client):
    wishes = {
        FactField.TEA: "Tea",
        FactField.TOILETS: "Toilets",
        FactField.PARKING: "parking",
    }
    for field, word in wishes.items():
        yes = [hit for hit in found(wishes=frozenset({field})) if hit.certain]
        assert len(yes) >= 20
        rooms = [hit for hit in yes if hit.asset]
        for hit in rooms[:5]:
            asset = Asset.objects.get(pk=hit.asset)
            assert word.lower() in page_of(client, asset).lower()


@pytest.mark.shows("H8")
@pytest.mark.parametrize("field", OF_A_ROOM)
def test_a_room_can_be_looked_for_by_what_it_is_right_for(client, field):
    hits = found(wishes=frozenset({field}))
    yes = [hit for hit in hits if hit.certain and hit.asset]
    no = {row.asset_id for row in Fact.objects.filter(field=field, value="no")}

    assert len(yes) >= 2
    assert not no & {hit.asset for hit in hits}
    for hit in yes:
        page = page_of(client, Asset.objects.get(pk=hit.asset))
        room = page.split("What is it right for?")[1].split("</section>")[0]
        assert WORDS[field].yes in room
    silent = next(one for one in hits if not one.certain and one.offer)
    assert field not in {fact.field for fact in silent.facts}


@pytest.mark.shows("H8")
@pytest.mark.parametrize(
    ("words", "field"),
    [
        ("a room for dancing", FactField.SPRUNG_FLOOR),
        ("somewhere for band practice", FactField.LOUD),
        ("somewhere with a sink", FactField.WATER),
        ("north light", FactField.DAYLIGHT),
    ],
)
def test_a_room_is_found_by_what_one_wants_to_do_in_it(words, field):
    rooms = {row.asset_id for row in Fact.objects.filter(field=field, value="yes")}

    assert rooms <= {hit.asset for hit in found(words=words)}


@pytest.mark.shows("B5")
def test_what_ends_with_its_project_says_until_when_and_what_lasts_says_so(client):
    ends = Offer.objects.filter(funding="project", listing__isnull=False)
    lasts = Offer.objects.filter(funding="core", listing__isnull=False)
    silent = Offer.objects.filter(funding="", listing__isnull=False)
    assert min(ends.count(), lasts.count(), silent.count()) >= 10

    for one in ends.order_by("pk")[:6]:
        assert f"Until {dated(one.funded_until)}." in _money(offer_page(client, one))
    for one in lasts.order_by("pk")[:6]:
        assert FUNDING["core"] in _money(offer_page(client, one))
        assert "Until" not in _money(offer_page(client, one))
    for one in silent.order_by("pk")[:6]:
        assert "Nobody has told us" in _money(offer_page(client, one))


def _money(page):
    """Give what a page says of who pays for it, and until when."""
    return page.split("Money")[1].split("</dd>")[0]


@pytest.mark.shows("C8")
@pytest.mark.parametrize("manner", list(Manner))
def test_making_watching_joining_learning_and_playing_are_told_apart(client, manner):
    told = [one for one in Offer.objects.filter(listing__isnull=False) if one.manner]
    mine = [one for one in told if manner in one.manner]
    others = [one for one in told if manner not in one.manner]

    assert len(mine) >= 5
    assert all(MANNERS[manner] in offer_page(client, one) for one in mine[:5])
    assert not any(MANNERS[manner] in offer_page(client, one) for one in others[:10])


@pytest.mark.shows("C11")
def test_each_offer_says_where_it_lies_between_everyday_and_therapy(client):
    listed = Offer.objects.filter(listing__isnull=False).order_by("pk")
    for spectrum in ("everyday", "led", "health", "therapy"):
        [*some] = listed.filter(spectrum=spectrum)[:3]
        assert some
        for one in some:
            said = {
                words for words in SPECTRUM.values() if words in offer_page(client, one)
            }
            assert said == {SPECTRUM[Spectrum(spectrum)]}
    for one in listed.filter(spectrum="", manner=[])[:3]:
        assert NOBODY_SAID in offer_page(client, one)
    for therapy in listed.filter(spectrum="therapy"):
        assert therapy.safeguards
        assert therapy.safeguards in offer_page(client, therapy)


@pytest.mark.shows("E25")
def test_noise_light_and_crowds_are_told_beforehand(client):
    told = Offer.objects.exclude(sensory="").filter(listing__isnull=False)
    assert told.count() >= 25

    for one in told.order_by("pk"):
        assert one.sensory in offer_page(client, one)


@pytest.mark.shows("E26")
def test_whom_by_age_an_offer_is_for_is_plain(client):
    listed = Offer.objects.filter(listing__isnull=False).order_by("pk")
    told = listed.filter(least_age__gt=0)
    silent = listed.filter(least_age=None, greatest_age=None)
    assert told.count() >= 20

    for one in told[:10]:
        assert _ages(offer_page(client, one)) == _told_ages(one)
    for one in silent[:10]:
        assert _ages(offer_page(client, one)) == []


def _ages(page):
    """List the ages that a page speaks of."""
    return re.findall(r"(?:From \d+|\d+ to \d+) years", page)


def _told_ages(offer):
    if offer.greatest_age is None:
        return [f"From {offer.least_age} years"]
    return [f"{offer.least_age} to {offer.greatest_age} years"]


@pytest.mark.shows("H5")
def test_a_partnership_is_an_entry_with_members_and_a_purpose(client):
    every = Asset.objects.filter(kind=AssetKind.PARTNERSHIP, visibility="public")
    assert every.count() >= 3

    for one in every:
        page = page_of(client, one)
        assert one.summary in page
    assert Listing.objects.filter(asset__in=every).count() == every.count()


@pytest.mark.shows("S11")
def test_a_community_inside_another_is_shown_by_both_and_found_by_either(client):
    inside = Asset.objects.filter(part_of__isnull=False, visibility="public")
    deepest = [one for one in inside if one.part_of.part_of]
    assert inside.count() >= 10
    assert deepest

    for one in inside:
        whole = one.part_of
        assert f'It is part of <a href="/assets/{whole.pk}"' in page_of(client, one)
        assert f'href="/assets/{one.pk}"' in page_of(client, whole)
        assert {one.pk, whole.pk} <= {hit.asset for hit in found(words=one.name)}
        assert one.pk in {hit.asset for hit in found(words=whole.name)}
    for one in deepest:
        assert f'href="/assets/{one.pk}"' in page_of(client, one.part_of.part_of)


@pytest.mark.shows("A17")
def test_a_practitioner_of_three_groups_is_one_entry_that_leads_to_all(client):
    [potter] = Asset.objects.filter(name="A potter with a suitcase")
    groups = [tie.to for tie in potter.ties.filter(kind="works_with")]
    assert len(groups) == 3

    page = page_of(client, potter)
    for group in groups:
        assert f'href="/assets/{group.pk}"' in page
        assert f'href="/assets/{potter.pk}"' in page_of(client, group)
    shared = Asset.objects.filter(kind__in=("skill", "method"), ties__kind="works_with")
    for one in shared.distinct():
        for tie in one.ties.filter(kind="works_with"):
            assert f'href="/assets/{one.pk}"' in page_of(client, tie.to)


@pytest.mark.shows("G5")
def test_who_says_that_it_is_for_people_like_them_is_said_and_found(client):
    told = Fact.objects.filter(field="who_for", offer__visibility="public")
    assert told.count() >= 4

    for one in told.select_related("offer"):
        page = offer_page(client, one.offer)
        assert "Who is it for, and who says so?" in page
        assert one.value in page
        if one.told_by:
            assert one.told_by in page
        if one.offer.group.visibility == "public":
            word = max(one.value.split(), key=len).strip(",.:’")
            assert one.offer.pk in {hit.offer for hit in found(words=word)}


@pytest.mark.shows("H33")
def test_what_was_lost_stands_on_a_list_and_where_it_was_with_its_story(client):
    lost = Asset.objects.filter(closed_on__isnull=False, visibility="public")
    assert lost.count() >= 6

    page = unescape(text_of(client.get("/places/lost")))
    days = [page.index(dated(one.closed_on)) for one in lost.order_by("-closed_on")]
    assert days == sorted(days), "the latest first"
    for one in lost:
        assert one.name in page
        assert (one.story or one.summary) in page
    there = lost.exclude(lsoa21="").first()
    beside = unescape(text_of(client.get(f"/places/{there.lsoa21}")))
    assert "What was here?" in beside
    assert there.name in beside


def test_belonging_is_held_in_its_peoples_words_and_leaves_its_page_by_their_yes(
    client,
):
    held = Asset.objects.filter(kind=AssetKind.BELONGING)
    assert {one.visibility for one in held} == {"public", "known"}

    for one in held:
        page = page_of(client, one)
        assert (one.name in page) is (one.visibility == "public")
        assert one.terms in page
        assert "Not known. Nobody has told us." in page or one.ties.exists()


@pytest.mark.parametrize("rule", JoiningRule)
def test_each_way_in_has_its_words(client, rule):
    some = Offer.objects.filter(joining_rule=rule, visibility="public", group=None)
    for one in some[:2]:
        assert JOINING[rule] in offer_page(client, one)
    assert JOINING[rule]


def test_hours_of_a_line_money_and_free_places_are_said_in_words(client):
    offers = Offer.objects.filter(visibility="public", listing__isnull=False)
    line = offers.filter(joining_hours="Mo-Fr 08:00-08:15").first()
    assert "They answer Monday to Friday, 08:00 to 08:15." in offer_page(client, line)
    paid = set(offers.exclude(funding="").values_list("funding", flat=True))
    assert paid <= set(FUNDING)
    for word in paid:
        page = offer_page(client, offers.filter(funding=word).first())
        assert FUNDING[word] in _money(page)
    kept = offers.filter(free_places=3).first()
    assert "Three free places" in offer_page(client, kept)
