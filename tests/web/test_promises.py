"""Is the search page light, and does it ask no more where there is more?"""

import gzip
import re
from datetime import time
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.web import valley

pytestmark = pytest.mark.django_db
HEAVIEST = 60_000  # bytes, with style and script, as they travel


def fill(region, count):
    hall = valley.place(region, f"Hall {count}")
    kinds = ("creative", "food", "community")
    for number in range(count):
        valley.offer(
            region,
            f"Thing {number}",
            kinds=[kinds[number % 3]],
            place=hall,
            on=([number % 7], time(9 + number % 9), time(10 + number % 9)),
        )
    valley.derive(region)


def told(client, path, fields):
    return client.post(path, fields) if fields else client.get(path)


def statements(client, path, fields=None):
    told(client, path, fields)  # the map's land is kept at hand after the first time
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert told(client, path, fields).status_code == 200
    return len(asked)


def weight_of(page: bytes) -> int:
    """Add up what travels: the page and its own style and scripts, compressed."""
    files = re.findall(r'(?:href|src)="/static/([^"?]+\.(?:css|js))', page.decode())
    whole = len(gzip.compress(page, 6))
    for name in files:
        plain = re.sub(r"\.[0-9a-f]{8,}(?=\.\w+$)", "", name)
        found = finders.find(name) or finders.find(plain)
        assert found, name
        whole += len(gzip.compress(Path(found).read_bytes(), 6))
    return whole


SEARCH = {"near": valley.POSTCODE, "free": ["tue-afternoon", "thu-evening"]}


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/", None),
        ("/choices", {"near": valley.POSTCODE}),
        ("/surprise", {"near": valley.POSTCODE}),
        (f"/places/{valley.MSOA}", None),
        (f"/places/{valley.MSOA}/sheet", None),
        ("/places", None),
        ("/map", None),
        ("/open", None),
        ("/open/who-may", None),
        ("/api/v1/assets", None),
        (f"/api/v1/areas/{valley.MSOA}", None),
    ],
)
def test_the_number_of_statements_does_not_grow_with_the_rows(client, path, fields):
    region = valley.region()
    week = {"week": valley.next_week().monday.isoformat()}
    asked = {**fields, **week} if fields else None
    fill(region, 10)
    few = statements(client, path, asked)
    fill(region, 990)

    assert statements(client, path, asked) == few


def test_the_first_page_and_the_list_are_light(client):
    region = valley.region()
    fill(region, 200)
    week = {"week": valley.next_week().monday.isoformat()}

    assert weight_of(client.get("/").content) <= HEAVIEST
    assert weight_of(client.post("/choices", {**SEARCH, **week}).content) <= HEAVIEST
