"""Are two listings the same thing, by which words for and against?"""

import pytest
from hypothesis import given

from tests.assets.domain.linking.entries import (
    TUESDAY_AT_TEN,
    a_listing,
    entries,
    judged,
)
from weft.assets.domain.linking import Ages, Slot, Verdict


@given(one=entries, other=entries)
def test_whoever_is_named_first_changes_nothing(one, other):
    assert judged(one, other) == judged(other, one)


@given(one=entries, other=entries)
def test_what_is_vetoed_is_apart_however_much_speaks_for_it(one, other):
    judgement = judged(one, other)

    assert not judgement.vetoes or judgement.verdict is Verdict.APART


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Rushby Men's Shed", "Rushby Mens Shed"),
        ("Rushby Men's Shed", "Men's Shed, Rushby"),
        ("Rushby Men's Shed", "Rushby Men's Shde"),
        ("Coldbeck Food Bank", "Coldbeck Foodbank"),
        ("Rushby WI", "Rushby Women's Institute"),
        ("1st Rushby Scouts", "First Rushby Scout Group"),
        ("Karate Kids", "Karate (children)"),
        ("Stay & Play (under fives)", "Under 5's Stay and Play"),
        ("Reading Group", "Book Club"),
    ],
)
def test_one_name_is_written_in_many_ways(name, other):
    judgement = judged(
        a_listing("a", name=name, slots=(TUESDAY_AT_TEN,)),
        a_listing("b", name=other, slots=(TUESDAY_AT_TEN,)),
    )

    assert judgement.verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("name", "other", "why"),
    [
        ("Rushby Men's Shed", "Rushby Womens Shed", "for different people"),
        ("Under 5s Stay and Play", "Over 50s Stay and Play", "different ages"),
        ("1st Rushby Scouts", "2nd Rushby Scouts", "different numbers"),
        ("ESOL Beginners", "ESOL Improvers", "further on"),
        ("Rushby Junior Netball", "Rushby Senior Netball", "juniors'"),
        ("AA Monday", "AA (Thu)", "different days"),
        ("Reading Group (afternoon)", "Evening Reading Group", "parts of the day"),
        ("Polish Women's Group", "Somali Women's Group", "languages or communities"),
    ],
)
def test_a_word_that_parts_two_groups_forbids_a_link(name, other, why):
    same = {"telephone": "01632 960102", "slots": (TUESDAY_AT_TEN,)}

    judgement = judged(
        a_listing("a", name=name, **same), a_listing("b", name=other, **same)
    )

    assert judgement.verdict is Verdict.APART
    assert any(why in veto for veto in judgement.vetoes)
    assert judgement.speaks_for  # and yet much spoke for it


def test_other_names_at_other_times_in_one_hall_are_never_one():
    judgement = judged(
        a_listing("a", name="Pilates", slots=(Slot(1, 570),), telephone="960173"),
        a_listing("b", name="Pilates for Backs", slots=(Slot(1, 645),)),
    )

    assert judgement.vetoes == (
        "they have different names and are at different times in one hall",
    )


def test_one_name_in_two_villages_is_two_groups():
    judgement = judged(
        a_listing("a", name="Knit and Natter"),
        a_listing("b", name="Knit and Natter", locality="Haxley", postcode="ZH1 4ST"),
    )

    assert "they meet in different villages" in judgement.vetoes


def test_told_ages_that_do_not_meet_forbid_a_link():
    judgement = judged(
        a_listing("a", name="Dance", ages=Ages(0, 5)),
        a_listing("b", name="Dance", ages=Ages(50)),
    )

    assert judgement.vetoes == ("they are for different ages",)


def test_what_nobody_told_speaks_neither_for_nor_against():
    bare = {"place": "", "locality": "", "postcode": "", "name": "Shed"}

    judgement = judged(a_listing("a", **bare), a_listing("b", **bare))

    assert judgement.speaks_for == ("the names say the same",)
    assert judgement.speaks_against == ()
    assert judgement.verdict is Verdict.ASK


def test_a_name_alone_links_nothing_where_the_place_is_not_known_to_be_one():
    judgement = judged(
        a_listing("a", name="Toddler Group", place="The Memo"),
        a_listing("b", name="Toddlers", place="Primary School", postcode=""),
    )

    assert judgement.verdict is Verdict.ASK


def test_a_halls_number_says_less_than_ones_own():
    number = {"telephone": "01632 960101", "name": "Shed"}
    one, other = a_listing("a", **number), a_listing("b", **number)
    hall = a_listing("h", sort="place", name="Memorial Hall", telephone="01632 960101")

    own, halls = judged(one, other), judged(one, other, hall)

    assert own.bits > halls.bits
    assert "both give the hall's telephone number" in halls.speaks_for


def test_a_number_that_one_list_gives_to_two_groups_says_less():
    players = a_listing("a", name="Rushby Players", telephone="960109")
    others = a_listing("b", name="Rushby Players", telephone="960109")
    youth = a_listing("c", source="a", name="Young Bell Ringers", telephone="960109")

    assert judged(players, others, youth).bits < judged(players, others).bits


def test_two_names_at_one_hour_in_a_hall_are_one_only_if_no_list_tells_of_two():
    same = {"telephone": "960101", "slots": (TUESDAY_AT_TEN,)}
    one = a_listing("a", name="Elders' Tea", **same)
    other = a_listing("b", name="Buzurgon ki Chai", **same)
    hall = a_listing("h", sort="place", name="Memorial Hall", telephone="960101")
    beside = a_listing("c", source="a", name="Boxing", **same)

    assert judged(one, other, hall).verdict is Verdict.SAME
    assert judged(one, other, hall, beside).verdict is Verdict.ASK


def test_evidence_is_in_words_the_strongest_first():
    judgement = judged(
        a_listing("a", slots=(TUESDAY_AT_TEN,), telephone="960102"),
        a_listing("b", slots=(TUESDAY_AT_TEN,), telephone="960199"),
    )

    assert judgement.speaks_for[0] == "the names say the same"
    assert judgement.speaks_against == ("they give different telephone numbers",)


def test_a_hall_is_never_a_group_that_meets_in_it():
    judgement = judged(
        a_listing("a", sort="place", name="Rushby Memorial Hall"),
        a_listing("b", name="Rushby Memorial Hall"),
    )

    assert judgement.vetoes == ("they are different sorts of things",)


def test_a_name_of_years_alone_is_a_name():
    same = {"telephone": "960102", "slots": (TUESDAY_AT_TEN,)}
    ones = [a_listing(key, name="Over 50s", **same) for key in "ab"]

    assert judged(*ones).verdict is Verdict.SAME


def test_no_name_is_no_likeness():
    judgement = judged(a_listing("a", name="…"), a_listing("b", name="!"))

    assert "the names say the same" not in judgement.speaks_for


def test_two_places_of_one_list_are_two_places():
    """A map has many a «Recreation Ground»; a list of places seldom tells one twice."""
    ground = {"sort": "place", "name": "Recreation Ground", "source": "map"}

    judgement = judged(a_listing("a", **ground), a_listing("b", **ground))

    assert judgement.vetoes == ("one list tells of both, as two places",)
