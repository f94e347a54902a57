"""What may be shown of one asset, one group, one offer?"""

from dataclasses import fields
from datetime import date, time

import pytest

from tests.assets.register import HERE, TOLD_ON, an_asset, an_offer, on, told
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.told import (
    FactTold,
    NameTold,
    ScheduleTold,
    TieTold,
    in_words,
    yes_or_no,
)
from weft.assets.domain.visibility import Showing
from weft.assets.models import Asset, Fact, Offer, Tie
from weft.assets.queries import (
    asset_page,
    assets_in,
    calendar_of,
    group_page,
    lost_assets,
    offer_page,
    region_week,
)
from weft.commons.errors import NotFound
from weft.commons.times import Week

pytestmark = pytest.mark.django_db
KEPT = "moss-green-ash"


def key(reference):
    return Asset.objects.get(reference=reference).pk


def page(reference):
    return asset_page(key(reference))


def offer(reference):
    return offer_page(Offer.objects.get(reference=reference).pk)


def test_each_fact_is_said_with_whose_word_it_is_and_how_old():
    words = yes_or_no(FactField.STEP_FREE, value=True, by="a walker", on=TOLD_ON)
    told(an_asset("hall", facts=words))

    known = page("hall").fact(FactField.STEP_FREE)

    assert (known.value, known.told_by, known.told_on) == (True, "a walker", TOLD_ON)
    assert page("hall").fact(FactField.TEA).value is None


def test_a_disputed_fact_is_not_known():
    told(an_asset("hall", facts=yes_or_no(FactField.TEA, value=True)))
    Fact.objects.update(disputed=True)

    known = page("hall").fact(FactField.TEA)

    assert known.value is None
    assert known.disputed


@pytest.mark.shows("A6")
def test_a_hairdresser_that_residents_use_as_theirs_says_who_said_so():
    said = yes_or_no(FactField.COMMUNITY_USE, value=True, by="residents", on=TOLD_ON)
    told(an_asset("snips", place_kind="hairdresser", facts=said))

    shown = page("snips")

    assert shown.kind_words == "Hairdresser"
    assert shown.fact(FactField.COMMUNITY_USE).value is True
    assert shown.fact(FactField.COMMUNITY_USE).told_by == "residents"


@pytest.mark.shows("A1")
def test_an_idea_that_two_groups_hold_is_shown_by_both_and_has_no_pin():
    ties = tuple(TieTold(kind=TieKind.HOLDS, to=one) for one in ("clay", "sewing"))
    told(
        an_asset("clay", kind=AssetKind.GROUP),
        an_asset("sewing", kind=AssetKind.GROUP),
        an_asset("the way", kind=AssetKind.METHOD, ties=ties),
    )

    for group in ("clay", "sewing"):
        assert [brief.name for brief in page(group).holds] == ["The Way"]
    assert page("the way").point is None


def test_who_decides_is_told_and_not_told_is_empty():
    decides = TieTold(kind=TieKind.DECIDES, to_name="whoever comes", told_by="us")
    told(an_asset("hall", ties=(decides,)), an_asset("park"))

    assert [tie.name for tie in page("hall").who_decides] == ["whoever comes"]
    assert page("park").who_decides == ()


@pytest.mark.shows("A4")
def test_a_tradition_that_is_only_known_to_exist_shows_its_holder_and_terms_alone():
    told(
        an_asset("singers", kind=AssetKind.GROUP),
        an_asset(
            KEPT,
            kind=AssetKind.TRADITION,
            visibility=Visibility.KNOWN,
            summary=KEPT,
            story=KEPT,
            address=KEPT,
            postcode="ZD1 1AA",
            point=HERE,
            languages=("pa",),
            tags=(KEPT,),
            names=(NameTold(name=KEPT),),
            facts=in_words(WordField.ACCESS, KEPT),
            schedules=(ScheduleTold(opening_hours="24/7", said=KEPT),),
            terms="Ask us first.",
            how_to_join="You will be asked in",
            ties=(
                TieTold(kind=TieKind.HOLDS, to="singers"),
                TieTold(kind=TieKind.MEETS_AT, to_name=KEPT),
            ),
        ),
    )

    shown = page(KEPT)

    assert shown.showing is Showing.EXISTENCE
    assert shown.terms == "Ask us first."
    assert [tie.name for tie in shown.ties] == ["Singers"]
    assert shown.ties[0].other.point is None
    assert KEPT not in repr(shown).lower()
    told_of = {
        field.name
        for field in fields(shown)
        if getattr(shown, field.name) not in ("", (), None, {})
    }
    assert told_of <= {
        "id",
        "for_search_engines",
        "region",
        "showing",
        "kind",
        "kind_words",
        "how_to_join",
        "visibility",
        "terms",
        "in_latest",
        "ties",
        "times",
        "tracks",
    }


@pytest.mark.parametrize("visibility", [Visibility.MEMBERS, Visibility.HIDDEN])
def test_what_is_kept_looks_as_if_it_were_not_there(visibility):
    told(
        an_asset("hall", visibility=visibility),
        an_offer("choir", visibility=visibility),
    )

    with pytest.raises(NotFound):
        page("hall")
    with pytest.raises(NotFound):
        offer("choir")


def test_a_public_page_never_names_what_is_kept():
    told(
        an_asset(KEPT, visibility=Visibility.KNOWN),
        an_asset(
            "hall",
            ties=(TieTold(kind=TieKind.MEETS_AT, to=KEPT),),
            part_of=KEPT,
        ),
        an_asset("room", visibility=Visibility.HIDDEN, part_of="hall"),
        an_offer("front room", place=KEPT),
    )

    shown = page("hall")

    assert shown.part_of == ()
    assert shown.parts == ()
    assert KEPT not in repr(shown).lower()
    assert offer("front room").place is None
    assert KEPT not in repr(offer("front room")).lower()


def test_an_offer_of_a_group_that_is_kept_has_no_page():
    told(
        an_asset("circle", kind=AssetKind.GROUP, visibility=Visibility.MEMBERS),
        an_offer("evening", group="circle"),
    )

    with pytest.raises(NotFound):
        offer("evening")


def test_an_offer_says_when_where_and_by_whom():
    told(
        an_asset("hall", address="Nab Lane", postcode="ZD1 1AA"),
        an_asset("group", kind=AssetKind.GROUP),
        an_offer("choir", group="group", place="hall", schedules=(on(3),)),
    )

    shown = offer("choir")

    assert shown.group.name == "Group"
    assert shown.place.address == "Nab Lane"
    assert len(shown.times.sessions) == 4
    assert shown.times.hours_known


def test_what_is_so_of_the_hall_is_said_of_the_offer_by_the_halls_teller():
    facts = yes_or_no(FactField.STEP_FREE, value=True, by="the hall", on=TOLD_ON)
    told(an_asset("hall", facts=facts), an_offer("choir", place="hall"))

    assert offer("choir").fact(FactField.STEP_FREE).told_by == "the hall"


def test_what_follows_from_the_hours_is_said_too():
    late = on(4, starts=time(21), ends=time(1, 30))
    told(an_offer("dance", schedules=(late,)))

    assert offer("dance").fact(FactField.LATE).value is True


def test_a_group_shows_what_it_offers_with_the_next_time():
    told(
        an_asset("group", kind=AssetKind.GROUP),
        an_offer("choir", group="group", schedules=(on(3),)),
        an_offer("sometimes", group="group"),
    )

    choir, sometimes = group_page(key("group")).offers

    assert choir.next_session.window.start.date() == date(2026, 11, 26)
    assert sometimes.next_session is None
    assert not sometimes.hours_known


def test_a_hall_is_no_group():
    told(an_asset("hall"))

    with pytest.raises(NotFound):
        group_page(key("hall"))


def test_a_calendar_has_the_dates_and_the_place():
    told(
        an_asset("hall", postcode="ZD1 1AA"),
        an_offer("choir", place="hall", schedules=(on(3),)),
    )

    calendar = calendar_of(Offer.objects.get().pk)

    assert calendar.where == "Hall, ZD1 1AA"
    assert len(calendar.sessions) == 4


def test_a_patients_list_is_a_fact_in_words():
    fact = FactTold(field=WordField.PATIENTS, value="6939", told_by="NHS")
    told(an_asset("surgery", facts=(fact,)))

    [words] = page("surgery").words
    assert (words.field, words.words, words.told_by) == (
        WordField.PATIENTS,
        "6939",
        "NHS",
    )


def test_what_was_lost_is_listed_with_its_day_and_its_story():
    told(
        an_asset("baths", closed_on=date(2020, 12, 14), story="Half of us learnt here"),
        an_asset("ritz", closed_on=date(2015, 1, 5)),
        an_asset(KEPT, closed_on=date(2016, 1, 1), visibility=Visibility.HIDDEN),
        an_asset("hall"),
    )

    lost = lost_assets("somewhere")

    assert [(one.brief.name, one.closed_on.year) for one in lost] == [
        ("Baths", 2020),
        ("Ritz", 2015),
    ]
    assert lost[0].story == "Half of us learnt here"
    assert page("baths").closed_on == date(2020, 12, 14)


def test_what_is_in_an_area_is_listed_offers_by_their_place():
    told(
        an_asset("hall"),
        an_offer("choir", place="hall"),
        an_asset("group", kind=AssetKind.GROUP),
    )

    found = assets_in("E01000001")

    assert [one.name for one in found.places] == ["Hall"]
    assert [one.name for one in found.offers] == ["Choir"]
    assert assets_in("E01000009").listed == ()


def test_the_regions_week_is_counted_by_kind_day_and_hour():
    told(
        an_offer("choir", kinds=("creative",), schedules=(on(3),)),
        an_offer("clay", kinds=("creative",), schedules=(on(3, starts=time(11)),)),
        an_asset("library", place_kind="library", schedules=(on(0),)),
        an_asset("moor", schedules=(ScheduleTold(opening_hours="24/7"),)),
        an_asset("hall"),
    )

    cloth = region_week("somewhere", Week(date(2026, 11, 23)))

    [thread] = cloth.threads
    assert (thread.kind, thread.sessions) == ("Making, music and art", 2)
    assert {(hour.day, hour.hour): hour.count for hour in thread.hours} == {
        (3, 10): 1,
        (3, 11): 2,
    }
    assert [door.kind for door in cloth.doors] == ["Library"]
    assert (cloth.sessions, cloth.offers, cloth.places) == (2, 2, 3)
    assert (cloth.always_open, cloth.hours_unknown) == (1, 1)


@pytest.mark.parametrize("more", [10, 500])
def test_a_page_asks_as_many_questions_however_much_hangs_on_it(
    django_assert_max_num_queries, more
):
    told(
        an_asset("group", kind=AssetKind.GROUP),
        *[an_asset(f"room {n}", part_of="group") for n in range(more)],
        *[
            an_offer(f"offer {n}", group="group", schedules=(on(3),))
            for n in range(more)
        ],
    )
    [group] = Asset.objects.filter(reference="group")

    with django_assert_max_num_queries(26):
        group_page(group.pk)
    with django_assert_max_num_queries(19):
        offer_page(Offer.objects.first().pk)


def test_ties_are_told_with_their_teller():
    tie = TieTold(kind=TieKind.FUNDS, to_name="a tin", told_by="us", told_on=TOLD_ON)
    told(an_asset("hall", ties=(tie,)))
    Tie.objects.update(disputed=True)

    [shown] = page("hall").ties
    assert (shown.name, shown.told_by, shown.disputed) == ("a tin", "us", True)
