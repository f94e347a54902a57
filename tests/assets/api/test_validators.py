"""Do OpenActive's own validators find nothing wrong with our feeds?

They run in node, apart (``weft.cli.validators_for_tests``), against a server on this
machine; the activity list is the one that lies beside the project, or that of our own
words where it does not.
"""

import hashlib
import json
import os
import subprocess
import time
import tomllib
from pathlib import Path

import pytest

from tests.web import valley
from weft.assets.exchange.openactive.activities import FILE, LIST
from weft.assets.models import Asset, Offer
from weft.cli.validators_for_tests import ASKED, FOLDER, bring, node

pytestmark = pytest.mark.django_db(transaction=True)
SERIES = "/openactive/session-series"


@pytest.fixture(scope="session")
def check():
    """Run one of the validators; give what it found."""
    if not bring():
        if "validators" in os.environ.get("WEFT_REQUIRE", ""):
            pytest.fail("WEFT_REQUIRE asks for OpenActive's validators")
        pytest.skip("not run: OpenActive's validators could not be fetched")

    def run(*told):
        ran = subprocess.run(  # noqa: S603 our own command
            [node(), str(ASKED / "check.js"), *map(str, told)],
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
            env={**os.environ, "WEFT_VALIDATORS": str(FOLDER)},
        )
        return json.loads(ran.stdout)

    return run


@pytest.fixture(scope="session")
def remembered(tmp_path_factory):
    """Keep the activity list where the validator looks before it asks anybody."""
    shared = Path(os.environ.get("WEFT_SHARED", ASKED.parents[2] / "shared"))
    there = shared / "standards" / "openactive-activity-list" / "activity-list.jsonld"
    data = json.loads(there.read_text()) if there.exists() else our_list()
    cache = tmp_path_factory.mktemp("remembered")
    for url in (LIST, f"{LIST}/activity-list.jsonld"):
        told = {
            "errorCode": "error_none",
            "data": data,
            "statusCode": 200,
            "url": url,
            "exception": None,
            "contentType": "application/ld+json",
            "fetchTime": time.time() * 1_000,
        }
        name = hashlib.sha256(url.encode()).hexdigest()
        (cache / f"{name}.json").write_text(json.dumps(told))
    return cache


def our_list():
    read = tomllib.loads(FILE.read_text())
    concepts = [
        {
            "id": f"{LIST}#{one['id']}",
            "identifier": one["id"],
            "type": "Concept",
            "prefLabel": label,
        }
        for label, one in read.items()
    ]
    return {
        "@context": "https://openactive.io/",
        "id": LIST,
        "type": "ConceptScheme",
        "concept": concepts,
    }


@pytest.fixture
def region(settings):
    settings.ALLOWED_HOSTS = ["*"]
    made = valley.region()
    hall = valley.place(
        made, address="1 Mill Lane, Aldermill, Tenterdale", postcode="ZD3 8EH"
    )
    group = valley.group(made, "Aldermill Singers", telephone="01632 960 101")
    Asset.objects.filter(pk=group.pk).update(terms="Ask us before you film.")
    valley.offer(made, "Singing for joy", group=group, place=hall, least_age=16)
    valley.offer(made, "Chair yoga", group=group, place=hall, tags=["yoga"])
    valley.offer(made, "A walk", group=group, place=hall, price_pence_most=300)
    valley.offer(made, "Clay", group=group, place=hall, tags=["pottery"])
    gone = valley.offer(made, "Clog dancing", group=group, place=hall)
    for number in range(30):
        valley.offer(made, f"Morris dancing {number}", group=group, place=hall)
    valley.derive(made)
    Offer.objects.filter(pk=gone.pk).update(visibility="members")
    valley.derive(made)
    return made


def items(client):
    """Ask as by a name that may stand on the web: the validator knows no other."""
    answer = client.get(SERIES, headers={"host": "weft.example.org"})
    return answer.json()["items"]


def serious(found):
    return [one for one in found if one["severity"] in {"failure", "error"}]


@pytest.mark.shows("C12")
@pytest.mark.usefixtures("region")
@pytest.mark.parametrize("feed", [SERIES, "/openactive/services"])
def test_the_paging_is_openactives(check, live_server, feed, monkeypatch):
    monkeypatch.setattr("weft.assets.api.openactive.ON_A_PAGE", 10)

    assert serious(check("rpde", live_server.url + feed)) == []


@pytest.mark.usefixtures("region")
def test_every_session_is_openactives(client, check, remembered, tmp_path):
    told = [one["data"] for one in items(client) if one["state"] == "updated"]
    assert len(told) == 33
    (tmp_path / "items.json").write_text(json.dumps(told))

    found = check("model", tmp_path / "items.json", remembered)
    assert serious(found) == []


@pytest.mark.usefixtures("region")
def test_it_bites_what_is_not_openactives(client, check, remembered, tmp_path):
    told = next(one["data"] for one in items(client) if one["state"] == "updated")
    broken = [
        {name: value for name, value in told.items() if name != "organizer"},
        {**told, "activity": [{**told["activity"][0], "@id": f"{LIST}#nothing"}]},
        {**told, "activity": "singing"},
    ]
    for one in broken:
        (tmp_path / "items.json").write_text(json.dumps([one]))
        assert serious(check("model", tmp_path / "items.json", remembered))


@pytest.mark.usefixtures("region")
def test_what_left_is_told_as_deleted_and_what_never_fitted_is_not_there(client):
    told = {one["id"]: one for one in items(client)}
    names = {str(one.pk): one.name for one in Offer.objects.all()}

    gone = [names[key] for key, one in told.items() if one["state"] == "deleted"]
    assert gone == ["Clog dancing"]
    assert "Clay" not in {names[key] for key in told}
    singing = next(
        one["data"] for key, one in told.items() if names[key] == "Singing for joy"
    )
    assert singing["activity"][0]["prefLabel"] == "Singing"
    assert singing["location"]["address"]["addressLocality"] == "Aldermill"
    assert singing["offers"][0]["price"] == 0
    assert singing["ageRange"]["minValue"] == 16
