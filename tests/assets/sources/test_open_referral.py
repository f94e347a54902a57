"""Which services do feeds of Open Referral UK tell of, read from their pages?"""

import json

import pytest

from tests.assets.asking import an_asked
from weft.assets.sources import open_referral
from weft.commons.errors import FileNotUnderstood
from weft.commons.places import Point

HALL = {
    "id": "hall",
    "name": "Nab Hall",
    "addresses": [{"address_1": "Nab Lane", "postal_code": "ZD1 1AA"}],
}


def a_service(number, **more):
    return {
        "id": f"s{number}",
        "name": f"Service {number}",
        "status": "active",
        "organization": {"id": "o1", "name": "Clay Circle"},
        "service_at_locations": [{"id": f"at{number}", "location": HALL}],
    } | more


def pages(folder, *pages_of_services):
    paths = []
    for number, contents in enumerate(pages_of_services, start=1):
        path = folder / f"page-{number}.json"
        path.write_text(json.dumps({"contents": contents}), "utf-8")
        paths.append(path)
    return paths


def test_groups_and_places_that_many_services_share_come_once(tmp_path):
    files = pages(tmp_path, [a_service(1), a_service(2)], [a_service(3)])

    reading = open_referral.read(an_asked(*files))

    assert len(reading.content.offers) == 3
    assert sorted(asset.reference for asset in reading.content.assets) == ["hall", "o1"]


def test_a_service_on_two_pages_is_taken_once(tmp_path):
    files = pages(tmp_path, [a_service(1)], [a_service(1)])

    tally = open_referral.read(an_asked(*files)).tally

    assert tally.used == 1
    assert sum(tally.left_out.values()) == 1


def test_a_place_without_coordinates_is_put_where_its_postcode_is(tmp_path):
    here = Point(53.73, -1.98)
    asked = an_asked(*pages(tmp_path, [a_service(1)]), postcodes={"ZD11AA": here})

    reading = open_referral.read(asked)

    places = {asset.reference: asset for asset in reading.content.assets}
    assert places["hall"].point == here
    assert reading.tally.joins["postcodes"] == "1 of 1"


def test_what_could_not_be_read_is_counted_and_the_rest_is_kept(tmp_path):
    broken = a_service(2, schedules=[{"freq": "YEARLY"}])
    files = pages(tmp_path, [a_service(1), {"id": "x"}, broken])

    reading = open_referral.read(an_asked(*files))

    assert len(reading.content.offers) == 2
    assert reading.tally.not_understood == {"no name": 1}
    assert any("YEARLY" in name for name in reading.tally.joins)


def test_peoples_own_data_is_counted_and_never_taken(tmp_path):
    person = a_service(1, contacts=[{"name": "A Person", "email": "a@example.com"}])

    reading = open_referral.read(an_asked(*pages(tmp_path, [person])))

    assert reading.tally.joins["never taken: contacts"] == "1 of 1"
    assert "A Person" not in repr(reading.content)


@pytest.mark.parametrize(
    "text", ['{"wibble": 1}', "<html></html>", '{"contents": [', "", "12"]
)
def test_a_file_that_is_no_page_is_refused_by_name(tmp_path, text):
    path = tmp_path / "page-1.json"
    path.write_text(text, "utf-8")

    with pytest.raises(FileNotUnderstood, match=r"page-1\.json"):
        open_referral.read(an_asked(path))
