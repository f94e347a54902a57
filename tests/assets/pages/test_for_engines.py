"""Is what search engines read in schema.org's terms, true, and only where it may be?"""

import json
import re
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets.pages.schema_terms import TYPES
from tests.web import valley
from weft.assets.models import Asset, Fact, Offer, Schedule, Tie
from weft.assets.queries.engines import pages_for_engines
from weft.standards import schemaorg

pytestmark = pytest.mark.django_db
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
READ = {
    "Date": date.fromisoformat,
    "Time": time.fromisoformat,
    "DateTime": datetime.fromisoformat,
}


@pytest.fixture
def region():
    made = valley.region()
    library = valley.place(
        made,
        "Aldermill Library",
        place_kind="library",
        address="1 Mill Lane",
        postcode="ZD3 8EH",
        telephone="01632 960 100",
        website="https://example.org/library",
    )
    Fact.objects.create(asset=library, field="step_free", value="yes", source="us")
    Fact.objects.create(asset=library, field="parking", value="no", source="us")
    Schedule.objects.create(
        asset=library, days=[0, 1], starts=time(9), ends=time(17), source="us"
    )
    group = valley.group(
        made, summary="People with </script> clay & tea.", terms="Ask before filming."
    )
    valley.offer(made, group=group, place=library, least_age=18)
    monthly = valley.offer(made, "Monthly", online=True, group=group)
    monthly.schedules.update(of_month=[1, -1])
    valley.derive(made)
    return made


def told(client, address):
    """Read what a page tells search engines, or None."""
    page = client.get(address, follow=True).content.decode()
    found = SCRIPT.findall(page)
    assert len(found) <= 1
    return json.loads(found[0]) if found else None


def of(name):
    asset = Asset.objects.filter(name=name).first()
    if asset is not None:
        return f"/assets/{asset.pk}"
    return f"/offers/{Offer.objects.get(name=name).pk}"


def faults(document):
    """List what schema.org does not know, or would read otherwise."""
    kind = document.get("@type")
    if kind not in TYPES:
        yield f"no type {kind}"
        return
    for name, value in document.items():
        if name in {"@type", "@id", "@context"}:
            continue
        if name not in TYPES[kind]:
            yield f"{kind} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from faults(one)
                bears = TYPES.get(one["@type"])
                if not any(bears is TYPES.get(t) for t in TYPES[kind][name]):
                    yield f"{kind}.{name} is no {one['@type']}"
            elif not any(_reads(one, of_kind) for of_kind in TYPES[kind][name]):
                yield f"{kind}.{name} is not {one!r}"


LOOKS = {
    "Boolean": lambda value: isinstance(value, bool),
    "Number": lambda value: type(value) in {int, float},
    "URL": lambda value: str(value).startswith("http"),
    "Duration": lambda value: re.fullmatch(r"P(\d+[WDMY]|T\d+M)", str(value)),
    "Text": lambda value: isinstance(value, str) and value != "",
}


def _reads(value, kind):
    if kind in LOOKS:
        return bool(LOOKS[kind](value))
    try:
        READ[kind](value)
    except (TypeError, ValueError):
        return False
    return True


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize(
    "name",
    [
        "Aldermill Library",
        "Hollin Bridge Clay Circle",
        "Clay at the Old Dye House",
        "Monthly",
    ],
)
def test_every_term_is_schema_orgs(client, name):
    document = told(client, of(name))

    assert document["@context"] == "https://schema.org"
    assert document["name"] == name
    assert list(faults(document)) == []


def test_it_bites_what_schema_org_does_not_know():
    assert list(faults({"@type": "Choir"})) == ["no type Choir"]
    assert list(faults({"@type": "Place", "mood": "x"})) == ["Place has no mood"]
    assert list(faults({"@type": "Event", "startDate": "soon"})) != []
    wrong = {"@type": "Event", "location": {"@type": "Offer", "price": "1"}}
    assert list(faults(wrong)) == ["Event.location is no Offer"]


@pytest.mark.usefixtures("region")
def test_a_library_tells_what_is_known_and_leaves_out_the_rest(client):
    library = told(client, of("Aldermill Library"))

    assert library["@type"] == "Library"
    features = {one["name"]: one["value"] for one in library["amenityFeature"]}
    assert features == {"Step-free": True, "Parking": False}
    (hours,) = library["openingHoursSpecification"]
    assert (hours["opens"], hours["closes"]) == ("09:00", "17:00")
    assert hours["dayOfWeek"] == [
        "https://schema.org/Monday",
        "https://schema.org/Tuesday",
    ]
    assert "isAccessibleForFree" not in library


@pytest.mark.usefixtures("region")
def test_something_to_do_tells_its_rule_its_dates_and_its_price(client):
    clay = told(client, of("Clay at the Old Dye House"))

    assert clay["@type"] == "EventSeries"
    assert clay["offers"] == [{"@type": "Offer", "price": "0", "priceCurrency": "GBP"}]
    assert clay["isAccessibleForFree"] is True
    assert clay["typicalAgeRange"] == "18-"
    assert clay["location"]["name"] == "Aldermill Library"
    assert clay["eventAttendanceMode"].endswith("/OfflineEventAttendanceMode")
    (rule,) = clay["eventSchedule"]
    assert (rule["byDay"], rule["repeatFrequency"]) == (
        ["https://schema.org/Tuesday"],
        "P1W",
    )
    first = datetime.fromisoformat(clay["subEvent"][0]["startDate"])
    assert (first.weekday(), first.time()) == (1, time(13, 15))
    monthly = told(client, of("Monthly"))["eventSchedule"][0]
    assert (monthly["byDay"], monthly["repeatFrequency"]) == (["1TU", "-1TU"], "P1M")


@pytest.mark.usefixtures("region")
def test_nobodys_words_can_end_the_element(client):
    page = client.get(of("Hollin Bridge Clay Circle"), follow=True).content.decode()
    (inside,) = SCRIPT.findall(page)

    assert json.loads(inside)["description"] == "People with </script> clay & tea."


@given(words=st.text())
def test_any_text_reads_back_and_ends_nothing(words):
    said = schemaorg.in_a_page({"name": words})

    assert json.loads(said) == {"name": words}
    assert not {"<", ">", "&"} & set(said)


# --- only where it may be ------------------------------------------------------------


def sitemap(client):
    parts = client.get("/sitemap.xml").content.decode()
    assert "/sitemap/1.xml</loc>" in parts
    return client.get("/sitemap/1.xml").content.decode()


def may_be_kept(client, address):
    answer = client.get(address, follow=True)
    page = answer.content.decode()
    kept = "X-Robots-Tag" not in answer.headers
    assert kept or "application/ld+json" not in page
    return kept


def test_what_has_no_address_is_kept_only_where_its_holder_said_yes(client, region):
    nowhere = {"latitude": None, "longitude": None, "place_kind": ""}
    for name, allowed in (("Shy", ["search"]), ("Bold", ["search", "search_engine"])):
        valley.place(
            region, name, kind="tradition", channels_allowed=allowed, **nowhere
        )
    valley.derive(region)

    assert not may_be_kept(client, of("Shy"))
    assert may_be_kept(client, of("Bold"))
    assert of("Shy") not in sitemap(client)
    assert of("Bold") in sitemap(client)


def test_the_page_of_who_holds_it_is_not_kept_either(client, region):
    song = valley.place(
        region, "Shy", kind="tradition", latitude=None, longitude=None, place_kind=""
    )
    group = Asset.objects.get(name="Hollin Bridge Clay Circle")
    assert may_be_kept(client, f"/groups/{group.pk}")
    Tie.objects.create(asset=song, kind="holds", to=group, source="us")

    assert not may_be_kept(client, f"/groups/{group.pk}")


def test_no_person_is_kept_by_a_search_engine(client, region):
    nowhere = {"latitude": None, "longitude": None, "place_kind": ""}
    ann = valley.group(region, "Ann", kind="person", **nowhere)
    offer = valley.offer(region, "Sewing with a neighbour", group=ann)
    valley.derive(region)

    assert not may_be_kept(client, f"/assets/{ann.pk}")
    assert not may_be_kept(client, f"/offers/{offer.pk}")
    assert str(ann.pk) not in sitemap(client)


def test_searches_feeds_and_files_are_not_pages_to_keep(client, region):
    assert region
    for address in (
        "/choices?near=Aldermill",
        "/openactive/services",
        "/api/v1/assets",
    ):
        assert client.get(address)["X-Robots-Tag"] == "noindex"
    for address in ("/", "/places", "/map", "/open"):
        assert "X-Robots-Tag" not in client.get(address).headers


def test_the_sitemap_has_every_page_in_stretches(client, region, monkeypatch):
    whole = sitemap(client)
    listed = {str(one.key) for one in pages_for_engines(0)}
    assert listed
    assert all(key in whole for key in listed)
    monkeypatch.setattr("weft.assets.queries.engines.IN_A_STRETCH", 1)
    parts = client.get("/sitemap.xml").content.decode().count("<sitemap>")
    assert parts == len(listed)
    assert client.get(f"/sitemap/{parts + 1}.xml").status_code == 404
    assert (
        "Sitemap: http://testserver/sitemap.xml"
        in client.get("/robots.txt").content.decode()
    )
    assert region
