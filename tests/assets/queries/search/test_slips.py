import json
import random
from datetime import date

import pytest

from tests.assets.queries.search.listings import a_region, slipped
from weft.assets.models import Listing
from weft.assets.queries import search
from weft.commons.times import Week
from weft.commons.words import surfaces, token, tokens

WEEK = Week(date(2026, 11, 23))
ASKED, GOAL = 300, 0.99


@pytest.fixture
def named_places(shared, db):  # noqa: ARG001 the names are kept in it
    """The names of West Yorkshire's places, each listed."""
    names = sorted(
        name[:300]
        for file in (shared / "data" / "west-yorkshire" / "osm").glob("*.geojson")
        for feature in json.loads(file.read_text())["features"]
        if (name := feature["properties"].get("name"))
    )
    region = a_region()
    Listing.objects.bulk_create(
        Listing(region=region, name=name, kind="place", words=name) for name in names
    )
    search.reindex(region.slug)
    return names


def first_page(words):
    hits = search.find(search.Ask(words=words, week=WEEK, most=10)).hits
    return [hit.name for hit in hits]


@pytest.mark.slow
def test_names_and_words_are_found_after_one_slip(named_places):
    dice = random.Random(20)
    assert len(set(named_places)) > 10_000

    asked = dice.sample(sorted(set(named_places)), ASKED)
    by_name = sum(
        any(
            surfaces(hit) == surfaces(name)
            for hit in first_page(slipped(name.lower(), dice))
        )
        for name in asked
    )
    words = sorted({w for n in named_places for w in surfaces(n) if len(w) >= 4})
    by_word = sum(
        any(token(word) in tokens(hit) for hit in first_page(slipped(word, dice)))
        for word in dice.sample(words, ASKED)
    )

    assert by_name / ASKED >= GOAL
    assert by_word / ASKED >= GOAL
