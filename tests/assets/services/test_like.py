"""Does a group's word on what it is like reach everything, and leave no trace?"""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.assets.asking import A_REGION, MONDAY
from tests.assets.register import an_asset, an_offer, told
from tests.assets.services.holding import by, choir, listing, load_choir, of
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.things import Thing
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.keys import key_of
from weft.assets.domain.kinds import AssetKind, Visibility
from weft.assets.domain.like import LikeSaid, Part
from weft.assets.domain.like_read import like_read
from weft.assets.domain.sureness import Aspect
from weft.assets.models import (
    Asset,
    Fact,
    FactEvent,
    Listing,
    Offer,
    OwnWord,
    Published,
)
from weft.assets.queries import offer_page
from weft.assets.queries.feeds import services_of
from weft.assets.queries.like import like_in_hand
from weft.assets.services.like import say_like, take_like_back
from weft.commons.errors import NotAllowed, NotFound

__all__ = ["by", "choir"]
TODAY = MONDAY.monday
TOLD = {
    Part.MINUTES: {"first_ten_minutes": "Ann waves. You sit where you like."},
    Part.PRICE: {"price": "£2 to £5, what you can", "free_places": "3"},
    Part.DOOR: {"step_free": "yes", "toilets": "no"},
    Part.MANNER: {
        "manner": ("make", "join"),
        "spectrum": "led",
        "safeguards": "Two of us are trained.",
    },
    Part.JOINING: {
        "joining_rule": "ring",
        "how_to_join": "Bring a letter.",
        "joining_hours": "Mondays, 8am to 9am",
        "telephone": "01632 960001",
    },
    Part.COMPANY: {"go_with": "yes", "mixed_abilities": "yes"},
    Part.WHO_FOR: {"who_for": "For people who stammer. Three of us do."},
    Part.LANGUAGES: {"languages": "English and Urdu"},
    Part.SENSES: {"sensory": "Drums at the end."},
    Part.NEWCOMERS: {"newcomers_per_week": "2"},
    Part.FUNDING: {"funding": "project", "funded_until": "2027-03-31"},
}


def read(part, typed=None):
    typed = TOLD[part] if typed is None else typed
    sent = {name: [v] if isinstance(v, str) else v for name, v in typed.items()}
    return like_read(part, sent, today=TODAY)


def say(choir, by, part, typed=None, today=TODAY):
    said = read(part, typed)
    say_like(by=by, group=choir, offer=of("choir"), said=said, today=today)


def take_back(choir, by, part):
    take_like_back(by=by, group=choir, offer=of("choir"), part=part, today=TODAY)


def everything():
    """All that anything is made from: rows, facts, what was heard, lists and feeds."""
    return [
        list(table.objects.order_by("pk").values_list(*columns))
        for table, columns in (
            (Offer, ()),
            (Fact, ("offer", "asset", "field", "value", "told_on")),
            (FactEvent, ("offer", "asset", "aspect", "event", "heard_on")),
            (OwnWord, ("offer", "column", "value", "before")),
            (Published, ("pk", "live", "digest")),
        )
    ] + [list(Listing.objects.order_by("name").values_list("name", "facts", "words"))]


@pytest.mark.shows("C11")
@pytest.mark.django_db
def test_every_part_stands_on_its_page_by_the_group_s_word_and_is_taken_back(choir, by):
    before = everything()
    for part in TOLD:
        say(choir, by, part)

    page = offer_page(of("choir"))
    assert page.first_ten_minutes == "Ann waves. You sit where you like."
    assert (page.price_pence_least, page.price_pence_most) == (200, 500)
    assert page.free_places == 3
    assert (page.manner, page.spectrum) == (("make", "join"), "led")
    assert page.joining_hours == "Monday, 08:00 to 09:00"
    assert page.languages == ("en", "ur")
    assert (page.funding, page.funded_until) == ("project", date(2027, 3, 31))
    assert page.facts[FactField.GO_WITH].told_by == "Singers"
    assert {one.field: one.told_by for one in page.words} == {
        WordField.WHO_FOR: "Singers"
    }
    assert listing("choir").price_pence == 500
    assert listing("choir").languages == ["en", "ur"]
    service = services_of([Offer.objects.get(pk=of("choir"))])[0]
    assert "£2 to £5, what you can" in str(service)
    assert Published.objects.get(pk=of("choir")).digest not in str(before)
    since = like_in_hand(choir, of("choir")).since
    assert since == dict.fromkeys(TOLD, TODAY)

    for part in reversed(TOLD):
        take_back(choir, by, part)
    assert everything() == before


@pytest.mark.django_db
def test_it_outlives_the_next_load_and_gives_way_to_what_is_told_then(choir, by):
    say(choir, by, Part.SENSES)
    say(choir, by, Part.FUNDING)
    load_choir(summary="We sing.")
    assert offer_page(of("choir")).sensory == "Drums at the end."
    assert offer_page(of("choir")).funded_until == date(2027, 3, 31)

    told(
        an_asset("singers", kind=AssetKind.GROUP),
        an_offer("choir", group="singers", sensory="Quiet."),
    )
    assert offer_page(of("choir")).sensory == "Drums at the end."
    assert "sensory" in set(OwnWord.objects.values_list("column", flat=True))
    take_back(choir, by, Part.SENSES)
    assert offer_page(of("choir")).sensory == "Quiet."
    assert offer_page(of("choir")).summary == ""


@pytest.mark.django_db
def test_we_are_as_sure_of_that_side_as_the_group_is_and_of_no_other(choir, by):
    before = {side: sure_of(side) for side in Aspect}
    say(choir, by, Part.PRICE)

    assert sure_of(Aspect.PRICE) > before[Aspect.PRICE]
    others = {side for side in Aspect if sure_of(side) != before[side]}
    assert others == {Aspect.PRICE}
    take_back(choir, by, Part.PRICE)
    assert {side: sure_of(side) for side in Aspect} == before


def sure_of(side):
    row = Offer.objects.get(pk=of("choir"))
    return offer_page(row.pk).tracks.of(side, row.told_on).sureness(TODAY)


@pytest.mark.django_db
def test_it_moves_to_another_place_that_everybody_may_see_and_to_no_other(choir, by):
    told(
        an_asset("barn", name="Barn", postcode="HX7 6EZ"),
        an_asset("safe house", visibility=Visibility.HIDDEN),
        source="them",
    )
    barn, hidden = (
        key_of(A_REGION.slug, "them", one) for one in ("barn", "safe house")
    )
    say(choir, by, Part.PLACE, {"place": str(barn)})
    assert offer_page(of("choir")).place.brief.name == "Barn"
    assert listing("choir").latitude is not None
    load_choir()
    assert offer_page(of("choir")).place.brief.name == "Barn"

    for wrong in (hidden, uuid4()):
        with pytest.raises(NotFound):
            say(choir, by, Part.PLACE, {"place": str(wrong)})
    take_back(choir, by, Part.PLACE)
    assert offer_page(of("choir")).place is None


@pytest.mark.django_db
def test_what_was_sent_back_untouched_is_no_word_of_theirs(choir, by):
    Offer.objects.filter(pk=of("choir")).update(
        price_pence_least=200, price_pence_most=500, joining_hours="Mo 08:00-08:15"
    )
    shown = {"price": "£2 to £5", "was-price": "£2 to £5"}
    say(choir, by, Part.PRICE, shown)
    hours = "Mo 08:00-08:15"
    say(choir, by, Part.JOINING, {"joining_hours": hours, "was-joining_hours": hours})

    assert not OwnWord.objects.exists()
    assert Offer.objects.get(pk=of("choir")).joining_hours == hours


@pytest.mark.django_db
@pytest.mark.parametrize(
    "whoever", [Actor.somebody(), Actor.holder("x", of=Thing("asset", "another"))]
)
def test_nobody_else_and_nothing_else_is_spoken_of(choir, by, whoever):
    before = everything()
    said = read(Part.SENSES)
    with pytest.raises(NotAllowed):
        say_like(by=whoever, group=choir, offer=of("choir"), said=said, today=TODAY)
    with pytest.raises(NotFound):
        say_like(by=by, group=choir, offer=of("others"), said=said, today=TODAY)
    say(choir, by, Part.NEWCOMERS, {"newcomers_per_week": "3"})  # as it was told
    assert everything() == before
    last = Entry.objects.latest("number")
    assert last.details == {"offer": str(of("choir")), "part": "newcomers"}


class TestWhateverIsSaidInAnyOrder(TestCase):
    """Said and taken back, it is as if nothing had been said."""

    def setUp(self):
        load_choir()
        self.choir = key_of(A_REGION.slug, "us", "singers")
        self.by = Actor.holder("k", of=Thing("asset", str(self.choir)))

    @given(
        said=st.lists(
            st.tuples(
                st.sampled_from([one for one in TOLD if one is not Part.PLACE]),
                st.booleans(),
                st.integers(min_value=0, max_value=2),
            ),
            max_size=4,
        )
    )
    @settings(max_examples=12)
    def test_leaves_no_trace(self, said):
        before = everything()
        for part, full, later in said:
            typed = TOLD[part] if full else {}
            say(self.choir, self.by, part, typed, TODAY + timedelta(later))
        for part in {part for part, *_ in said}:
            take_back(self.choir, self.by, part)
        assert everything() == before


def test_a_part_that_is_not_meant_is_not_read():
    said = read(Part.SENSES, {"sensory": "Loud.", "funding": "core", "step_free": "no"})
    assert said == LikeSaid(part=Part.SENSES, columns={"sensory": "Loud."})


@pytest.mark.django_db
def test_a_group_that_has_gone_is_not_spoken_of(choir, by):
    Asset.objects.filter(pk=choir).update(closed_on=TODAY)
    with pytest.raises(NotFound):
        say(choir, by, Part.SENSES)
