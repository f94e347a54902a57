"""Listings for tests of linking: what the usual case is, and listings of every sort."""

from hypothesis import strategies as st

from weft.assets.domain.linking import Ages, Entry, Slot, judge, read_all
from weft.commons.places import Point

TUESDAY_AT_TEN = Slot(1, 600, 720)


def a_listing(key="a", **told):
    usual = {
        "source": key,
        "sort": "group",
        "name": "Rushby Men's Shed",
        "place": "Rushby Memorial Hall",
        "locality": "Rushby",
        "postcode": "ZH1 2AB",
    }
    return Entry(key=key, **(usual | told))


def judged(one, other, *beside):
    """Judge two listings, on a shelf where others may stand."""
    shelf = read_all([one, other, *beside])
    return judge(shelf.readings[one.key], shelf.readings[other.key], shelf.shared)


slots = st.builds(
    Slot,
    day=st.integers(0, 2),
    starts=st.sampled_from([None, 600, 630, 1140]),
    ends=st.sampled_from([None, 720]),
    week=st.sampled_from([0, 0, 1, 3]),
)
WORDS = (
    "Rushby", "Men's", "Women's", "Shed", "Under", "5s", "Over", "50s", "Choir",
    "Chior", "Junior", "Senior", "1st", "2nd", "Knit", "and", "Natter", "Monday",
    "Evening", "Beginners", "Yoga", "Polish", "School", "پہلا", "WI", "Food", "Bank",
    "Foodbank",
)  # fmt: skip
entries = st.builds(
    Entry,
    key=st.uuids().map(str),
    source=st.sampled_from(["council", "alliance", "surgery"]),
    sort=st.sampled_from(["group", "group", "group", "place"]),
    nearer=st.sampled_from(["", "library"]),
    name=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    place=st.sampled_from(["", "Memorial Hall", "The Memo", "Zion Chapel"]),
    address=st.sampled_from(["", "12 Mill Street"]),
    locality=st.sampled_from(["", "Rushby", "Haxley"]),
    postcode=st.sampled_from(["", "ZH1 2AB", "ZH1 4CD", "ZH2 1EF"]),
    point=st.sampled_from([None, Point(53.73, -1.98), Point(53.74, -1.96)]),
    telephone=st.sampled_from(["", "01632 960101", "+44 1632 960102"]),
    website=st.sampled_from(["", "https://rushby.example/"]),
    slots=st.lists(slots, max_size=2).map(tuple),
    ages=st.builds(
        Ages, st.sampled_from([None, 0, 50]), st.sampled_from([None, 5, 99])
    ),
)
several = st.lists(entries, max_size=14, unique_by=lambda one: one.key)
