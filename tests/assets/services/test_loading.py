"""How does what a source told become what the register holds?"""

from datetime import date

import pytest

from tests.assets.asking import A_REGION
from tests.assets.register import (
    a_reading,
    an_asset,
    an_offer,
    load_all,
    on,
    told,
)
from weft.accounts.queries import latest_deeds
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind, TieKind
from weft.assets.domain.told import (
    FactTold,
    LaterFact,
    NameTold,
    TieTold,
    yes_or_no,
)
from weft.assets.models import (
    Asset,
    Fact,
    Listing,
    Offer,
    OtherName,
    Schedule,
    Session,
    Tie,
)

pytestmark = pytest.mark.django_db
TABLES = (Asset, Offer, OtherName, Fact, Tie, Schedule, Listing, Session)


def rows():
    """Every row of every table, without the numbers that a data base gives."""
    return {
        table.__name__: sorted(
            str(
                {
                    name: value
                    for name, value in row.items()
                    if name not in {"id", "listing_id", "schedule_id"}
                    or table in {Asset, Offer}
                }
            )
            for row in table.objects.values()
        )
        for table in TABLES
    }


def a_whole_register():
    return (
        an_asset(
            "hall",
            facts=yes_or_no(FactField.STEP_FREE, value=True),
            names=(NameTold(name="Zion"),),
            schedules=(on(0, 2),),
        ),
        an_asset(
            "group",
            kind=AssetKind.GROUP,
            ties=(
                TieTold(kind=TieKind.MEETS_AT, to="hall"),
                TieTold(kind=TieKind.DECIDES, to_name="whoever comes"),
            ),
        ),
        an_asset("room", part_of="hall"),
        an_offer("choir", group="group", place="hall", schedules=(on(3),)),
    )


def test_the_same_telling_twice_leaves_the_same_rows():
    told(*a_whole_register())
    before = rows()

    told(*a_whole_register())

    assert rows() == before
    assert all(before.values())


def test_a_thing_keeps_its_address_when_it_is_told_anew():
    told(an_asset("hall", name="Old name"))
    [key] = Asset.objects.values_list("pk", flat=True)

    told(an_asset("hall", name="New name"))

    [asset] = Asset.objects.all()
    assert (asset.pk, asset.name) == (key, "New name")


def test_what_its_source_no_longer_tells_stays_and_is_marked():
    told(an_asset("hall"), an_asset("baths"), an_offer("choir"))

    told(an_asset("hall"))

    assert Asset.objects.get(reference="hall").in_latest
    assert not Asset.objects.get(reference="baths").in_latest
    assert Asset.objects.get(reference="baths").closed_on is None
    assert not Offer.objects.get(reference="choir").in_latest


def test_one_source_leaves_what_another_told_alone():
    told(an_asset("hall", facts=yes_or_no(FactField.TEA, value=True)), source="them")

    told(an_asset("hall", facts=yes_or_no(FactField.TEA, value=False)), source="us")

    assert sorted(Fact.objects.values_list("source", "value")) == [
        ("them", "yes"),
        ("us", "no"),
    ]
    assert Asset.objects.filter(in_latest=True).count() == 2


def test_regions_do_not_touch_each_other():
    told(an_asset("hall"), region="one")
    told(an_asset("hall"), region="two")
    told(region="two")

    assert Asset.objects.get(region="one").in_latest
    assert not Asset.objects.get(region="two").in_latest
    assert Listing.objects.filter(region="one").count() == 1


def test_parts_and_ties_find_each_other_in_any_order():
    told(
        an_asset("room", part_of="hall"),
        an_asset("hall", ties=(TieTold(kind=TieKind.RUNS, to="group"),)),
        an_asset("group", kind=AssetKind.GROUP),
    )

    assert Asset.objects.get(reference="room").part_of.reference == "hall"
    assert Tie.objects.get().to.reference == "group"


def test_whoever_is_pointed_at_and_not_there_stays_in_words():
    told(
        an_asset(
            "hall",
            part_of="nowhere",
            ties=(TieTold(kind=TieKind.HOLDS, to="nobody here"),),
        )
    )

    assert Asset.objects.get().part_of is None
    assert Tie.objects.get().to_name == "nobody here"


def test_offers_that_find_no_place_are_counted_for_the_ledger():
    reading = told(
        an_asset("hall"),
        an_offer("choir", place="hall"),
        an_offer("walk", place="nowhere"),
    )

    assert reading.tally.joins["places of offers"] == "1 of 2"


def test_a_list_of_patients_finds_the_surgery_that_another_list_told():
    fact = FactTold(field=WordField.PATIENTS, value="6939", told_on=date(2026, 7, 1))
    practices = a_reading(an_asset("B85010", place_kind="doctors"), source="practices")
    patients = a_reading(
        source="patients",
        later=(LaterFact(of="B85010", fact=fact), LaterFact(of="B99999", fact=fact)),
    )

    load_all([practices, patients])

    assert Fact.objects.get().value == "6939"
    assert Fact.objects.get().asset.reference == "B85010"
    assert patients.tally.joins["things of other sources"] == "1 of 2"


def test_a_place_knows_the_small_area_it_lies_in():
    told(an_asset("hall"), an_asset("group", kind=AssetKind.GROUP))

    assert Asset.objects.get(reference="hall").lsoa21 == "E01000001"
    assert Asset.objects.get(reference="group").lsoa21 == ""


def test_loading_is_on_record():
    told(an_asset("hall"))

    deeds = [(deed.deed, deed.by, deed.subject) for deed in latest_deeds()]
    assert ("assets.load", "command:test", f"region {A_REGION.slug}") in deeds


def test_enums_are_written_as_their_words_on_either_data_base():
    told(an_asset("g", kind=AssetKind.GROUP), an_offer("o", spectrum="everyday"))

    assert Asset.objects.filter(kind="group", visibility="public").count() == 1


@pytest.mark.parametrize("more", [10, 1_000])
def test_the_number_of_statements_does_not_grow_with_the_rows(
    django_assert_max_num_queries, more
):
    places = [an_asset(f"hall-{n}", schedules=(on(n % 7),)) for n in range(more)]

    # One prepared statement may count once for each batch of 2,000 rows.
    with django_assert_max_num_queries(90):
        told(*places)
