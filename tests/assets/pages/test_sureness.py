"""Do pages say in words how sure we are, and how often we were right?"""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.web import valley
from weft.accounts.actors import Actor
from weft.assets.domain.facts import FactField
from weft.assets.domain.sureness import Aspect, Event, last_measured
from weft.assets.services.hearing import hear

pytestmark = pytest.mark.django_db
WEEKS_AGO = timedelta(days=22)


@pytest.fixture
def region():
    return valley.region()


def text_of(response):
    plain = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(plain.split())


def heard(thing, event, *, ago=WEEKS_AGO, field=None):
    hear(
        by=Actor.command("test"),
        thing=thing.pk,
        event=event,
        told_on=timezone.localdate() - ago,
        field=field,
    )


def an_old_offer(region, **told):
    old = timezone.localdate() - timedelta(days=700)
    made = valley.offer(
        region,
        place=valley.place(region),
        group=valley.group(region),
        told_on=old,
        facts={"step_free": "yes"},
        **told,
    )
    valley.derive(region)
    return made


def cards(client):
    week = valley.next_week().monday.isoformat()
    asked = {"near": valley.POSTCODE, "week": week, "words": "clay"}
    return text_of(client.post("/choices", asked))


def test_an_offer_that_its_group_confirmed_says_so_on_page_and_card(client, region):
    clay = an_old_offer(region)
    assert "We are not sure any more: told" in cards(client)

    heard(clay, Event.CONFIRMED)

    page = text_of(client.get(f"/offers/{clay.pk}"))
    assert "confirmed by the group 3 weeks ago" in page
    assert "not sure any more" not in page.partition("How sure are we")[2]
    assert "Confirmed by the group 3 weeks ago" in cards(client)


def test_what_somebody_reported_is_not_sure_any_more(client, region):
    clay = valley.offer(region, place=valley.place(region), facts={"step_free": "yes"})
    valley.derive(region)
    assert "not sure any more" not in text_of(client.get(f"/offers/{clay.pk}"))

    heard(clay, Event.SAID_WRONG, ago=timedelta(days=1))

    assert "we are not sure any more: told" in text_of(client.get(f"/offers/{clay.pk}"))
    assert "We are not sure any more: told 3 weeks ago" in cards(client)


def test_a_report_about_steps_leaves_the_hours_alone(client, region):
    clay = valley.offer(region, place=valley.place(region), facts={"step_free": "yes"})
    valley.derive(region)

    heard(clay, Event.SAID_WRONG, ago=timedelta(days=1), field=FactField.STEP_FREE)

    page = text_of(client.get(f"/offers/{clay.pk}"))
    assert page.count("we are not sure any more") == 1
    assert "not sure any more" not in cards(client)


def test_a_door_is_believed_for_longer_than_hours(client, region):
    hall = an_old_offer(region)

    page = text_of(client.get(f"/offers/{hall.pk}"))

    rows = page.partition("How sure are we")[2]
    assert re.search(r"Step-free told by Hollin Bridge Clay Circle", rows)
    assert "we are not sure any more: told by Hollin Bridge" in rows


def test_a_place_says_who_looks_after_it_and_not_the_group(client, region):
    hall = valley.place(region)
    valley.derive(region)
    valley_page = f"/assets/{hall.pk}"
    assert "confirmed by" not in text_of(client.get(valley_page))

    heard(hall, Event.FOUND_SO)

    assert client.get(valley_page).status_code == 200


def rows_of(client, address):
    page = client.get(address, follow=True).content.decode()
    table = page.partition("How sure are we?")[2].partition("</dl>")[0]
    cells = re.findall(r"<d[td][^>]*>(.*?)</d[td]>", table, re.DOTALL)
    plain = [" ".join(re.sub(r"<[^>]+>", " ", one).split()) for one in cells]
    return dict(
        zip(plain[::3], zip(plain[1::3], plain[2::3], strict=True), strict=True)
    )


def test_where_it_is_and_how_to_reach_them_say_how_old_they_are(client, region):
    hall = valley.place(region, address="1 Mill Lane", telephone="01632 960 100")
    clay = valley.offer(region, place=hall, website="https://clay.example.org/")
    bare = valley.offer(region, "Somewhere", telephone="")
    bench = valley.place(region, "A bench", told_on=None)
    valley.derive(region)

    told = "told by Hollin Bridge Clay Circle 3 weeks ago"
    rows = rows_of(client, f"/offers/{clay.pk}")
    assert rows["Where"] == ("Old Dye House, 1 Mill Lane", told)
    assert rows["How to reach them"] == ("By telephone and by their own page", told)
    assert rows_of(client, f"/assets/{hall.pk}")["Where"] == ("1 Mill Lane", told)
    unknown = rows_of(client, f"/offers/{bare.pk}")
    assert unknown["Where"] == (
        "Nobody has told us. Ask: “Where is it?”",
        "never known",
    )
    assert unknown["How to reach them"][1] == "never known"
    assert "How to reach them" not in rows_of(client, f"/assets/{bench.pk}")
    heard(clay, Event.SAID_WRONG, ago=timedelta(days=1), field=Aspect.ADDRESS)
    assert "not sure" in rows_of(client, f"/offers/{clay.pk}")["Where"][1]


@pytest.mark.usefixtures("region")
def test_the_page_of_sureness_says_what_was_said_and_what_came(client):
    page = client.get("/open/sureness")
    text, told = text_of(page), last_measured()

    assert page.status_code == 200
    assert f"We took {told.things:,} libraries" in text
    assert f"{told.all.brier:.4f}" in text
    assert f"{told.all.error:.4f}" in text
    assert f"{told.alike:.4f}" in text
    assert page.content.count(b'class="w-dot"') == 2 * len(told.all.bins)
    assert "/open/methods/sureness" in page.content.decode()
    assert client.get("/open/methods/sureness").status_code == 200
    assert "/open/sureness" in client.get("/open").content.decode()


@pytest.mark.parametrize("name", ["said-and-came", "fields", "paces", "heard"])
@pytest.mark.usefixtures("region")
def test_every_table_of_it_can_be_kept(client, name):
    page = client.get("/open/sureness").content.decode()
    for kind in ("csv", "xlsx"):
        address = f"/open/sureness/{name}.{kind}"
        assert address in page
        assert client.get(address).status_code == 200


@pytest.mark.usefixtures("region")
def test_the_picture_and_its_file_have_the_same_numbers(client):
    file = client.get("/open/sureness/said-and-came.csv").content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file)))[1:]
    bins = last_measured().all.bins

    for row, one in zip(rows, bins, strict=False):
        assert float(row[0]) == pytest.approx(100 * one.said)
        assert float(row[1]) == pytest.approx(100 * one.came)
        assert int(row[4]) == one.facts


@pytest.mark.usefixtures("region")
def test_there_is_no_other_table(client):
    assert client.get("/open/sureness/people.csv").status_code == 404
    assert client.get("/open/sureness/fields.pdf").status_code == 404
