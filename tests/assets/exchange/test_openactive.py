"""Is a service a session only where OpenActive's list has its activity?"""

import json
import tomllib
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.assets.exchange.openactive import Addresses, activity_of, session_series
from weft.assets.exchange.openactive.activities import FILE, LIST
from weft.assets.exchange.openreferral.terms import OWN_WORDS, term_of
from weft.commons.words import surfaces
from weft.standards.openreferral import (
    AtLocation,
    CostOption,
    Location,
    Organization,
    Service,
)

AT = Addresses(page="https://x/o", group="https://x/g", place="https://x/p")
HALL = Location(id="h", name="Hall", latitude=53.7, longitude=-1.9)
WHOLE = Service(
    id="s",
    name="Singing for joy",
    organization=Organization(id="g", name="Singers"),
    at_locations=(AtLocation(id="a", location=HALL),),
    cost_options=(CostOption(amount=Decimal(0)),),
)


@pytest.mark.parametrize(
    ("terms", "name", "label"),
    [
        (["singing"], "Friday", "Singing"),
        ([], "Aldermill Choir", "Singing"),
        ([], "Chair yoga", "Chair Yoga"),
        ([], "Yoga", "Yoga"),
        (["felt", "line dancing"], "Felt", "Line Dancing"),
        (["gardening"], "Singing gardeners", "Gardening"),
        ([], "Towpath walk", "Canal and River Walking"),
        (["pottery"], "Clay", None),
        (["painting"], "Watercolours", None),
        (["drama"], "Writing", None),
        ([], "Swimmingly", None),
        ([], "", None),
    ],
)
def test_words_mean_an_activity_or_none(terms, name, label):
    found = activity_of(terms, name)
    assert (found and found.label) == label


def test_our_words_point_into_the_list_itself(shared):
    folder = shared / "standards" / "openactive-activity-list"
    read = json.loads((folder / "activity-list.jsonld").read_text())
    known = {one["identifier"]: one["prefLabel"] for one in read["concept"]}
    ours = tomllib.loads(FILE.read_text())

    assert {one["id"]: label for label, one in ours.items()}.items() <= known.items()


def test_no_words_mean_two_activities():
    ours = tomllib.loads(FILE.read_text())
    words = [surfaces(word) for one in ours.values() for word in one["words"]]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    "missing",
    [
        {"organization": None},
        {"at_locations": ()},
        {"at_locations": (AtLocation(id="a", location=replace(HALL, latitude=None)),)},
        {"cost_options": ()},
        {"name": "Clay"},
        {"status": "defunct"},
    ],
    ids=["group", "place", "where", "price", "activity", "closed"],
)
def test_what_is_demanded_and_not_told_makes_it_no_session(missing):
    assert session_series(WHOLE, AT) is not None
    assert session_series(replace(WHOLE, **missing), AT) is None


def test_it_is_told_in_openactives_words():
    told = session_series(replace(WHOLE, minimum_age=16), AT)

    assert told["@type"] == "SessionSeries"
    assert told["activity"][0]["inScheme"] == LIST
    assert told["organizer"]["@id"] == "https://x/g"
    assert told["offers"][0]["priceCurrency"] == "GBP"
    assert told["isAccessibleForFree"] is True
    assert told["ageRange"] == {"@type": "QuantitativeValue", "minValue": 16}
    assert "description" not in told


@given(
    words=st.lists(
        st.sampled_from(["singing", "yoga", "clay", "a", "walk"]), max_size=6
    )
)
def test_an_activity_is_found_exactly_where_one_of_its_words_stands(words):
    found = activity_of([], " ".join(words))
    assert (found is not None) == bool({"singing", "yoga", "walk"} & set(words))


def test_own_words_alone_decide_and_not_our_kinds():
    kinds = replace(WHOLE, name="Friday", classed=(term_of(OWN_WORDS, "singing"),))
    assert session_series(kinds, AT) is not None
