"""A week leaves as a package that others can read, follow, reckon again and compare."""

import argparse
import csv
import io
import json
import zipfile
from datetime import time
from xml.etree import ElementTree as ET

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.web import valley
from weft.access.domain.choice.values import Condition
from weft.access.domain.choice.varying import Change
from weft.access.exchange.package import RESULTS
from weft.access.queries.everybody import reckoning
from weft.access.queries.lives import HeadCounted, lives
from weft.access.queries.weeks import published, published_weeks, reckon_week
from weft.access.services.publishing import publish_week
from weft.accounts.actors import Actor
from weft.assets.models import Offer
from weft.cli import choice as command
from weft.commons.errors import FileNotUnderstood, WronglyConfigured

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
LIFE = "caring-two-free-hours"


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    monkeypatch.setattr(command, "open_data_base", lambda: None)
    with override_settings(DATA_DIR=tmp_path / "data"):
        yield tmp_path


@pytest.fixture
def here(monkeypatch):
    """A valley where 41 people live each life in its first small area."""
    made = valley.region()
    hours = ([1], time(11), time(12))
    valley.offer(made, "Zingers", place=valley.place(made), on=hours)
    valley.derive(made)

    def heads(_region):
        people = {valley.LSOA: 41.0, valley.OTHER_LSOA: None}
        return tuple(
            HeadCounted(life=one, people=people, tables=(), missing=())
            for one in lives()
        )

    monkeypatch.setattr(reckoning, "head_counts", heads)
    return made


def publish(week):
    told = reckon_week(valley.SLUG, week)
    return publish_week(
        region=valley.SLUG,
        week=week,
        reckoned=told,
        clock=timezone.now,
        by=Actor.command("choice"),
    )


@pytest.fixture
def package(here, data):
    """The package of the next week, as somebody took it away."""
    assert here.slug == valley.SLUG
    publish(valley.next_week())
    (about,) = published_weeks(valley.SLUG)
    kept = data / "kept.zip"
    kept.write_bytes(about.package.read_bytes())
    return kept


def rows(package, table):
    with zipfile.ZipFile(package) as inside:
        text = inside.read(f"{table}.csv").decode()
    return list(csv.DictReader(io.StringIO(text)))


def problems_of(package, into):
    """Let frictionless read the package, as others will."""
    with zipfile.ZipFile(package) as inside:
        inside.extractall(into)
    limit = csv.field_size_limit()
    try:
        from frictionless import Package  # it raises a limit of all when imported

        report = Package(str(into / "datapackage.json")).validate()
        return report.stats["tasks"], report.flatten(
            ["rowNumber", "fieldName", "message"]
        )
    finally:
        csv.field_size_limit(limit)


def tells_what_the_pages_add(package, told):
    changed = {(one["area"], one["life"]): one for one in rows(package, "changed")}
    assert len(changed) == len(told.areas) * len(told.lives)
    for (area, life), row in changed.items():
        at = told.lives.index(life), told.areas.index(area)
        for change in Change:
            for plane, name in enumerate(("certain", "possible")):
                said = row[f"three_if_{change.name.lower()}_{name}"] == "true"
                assert said == bool(told.changed[*at, plane] >> change & 1)
    assert len(rows(package, "changes")) == len(told.lives) * len(Change) * 2
    hours = rows(package, "hours")
    assert len(hours) == len(told.lives) * len({one["number"] for one in hours})
    assert any(int(one["areas_possible"]) for one in hours)
    assert len(rows(package, "gates")) == len(told.gates) * 2 * len(told.areas)
    many = [int(one["known"]) for one in rows(package, "gates_known")]
    assert tuple(many) == told.gates_known
    new = rows(package, "newcomers")
    assert sum(int(one["offers"]) for one in new) == len(told.newcomers)
    ranks = [int(one["rank"] or 0) for one in rows(package, "areas")]
    assert ranks == told.rank.tolist()


def test_the_package_is_whole_says_from_what_and_holds_what_was_published(
    package, data
):
    assert problems_of(package, data / "apart") == (15, [])
    about = json.loads((data / "apart" / "datapackage.json").read_text())
    (week,) = published_weeks(valley.SLUG)
    told = published(week)
    assert about["weft"]["result"] == week.digest
    assert about["weft"]["inputs"] == week.inputs
    assert about["licenses"][0]["name"] == "CC-BY-4.0"
    assert about["weft"]["method"] == "docs/methods/real-choice.md"

    choices = {(one["area"], one["life"]): one for one in rows(package, "choices")}
    assert len(choices) == len(told.areas) * len(told.lives)
    for (area, life), row in choices.items():
        at = told.lives.index(life), told.areas.index(area)
        assert int(row["offers_certain"]) == told.choice.counts[*at, 0, 0]
        assert (
            int(row["more_if_room_possible"])
            == (told.choice.more[*at, 1, Condition.ROOM])
        )
        assert (row["three_possible"] == "true") == told.choice.has_three[*at, 1]
        hours = bytes.fromhex(row["hours_possible"])
        assert hours == told.choice.hours[*at, 1].tobytes()
    tells_what_the_pages_add(package, told)
    (kind,) = {one["kind"] for one in rows(package, "offers") if one["offers"] == "1"}
    counted = sum(int(one[f"{kind}_possible"]) for one in rows(package, "kinds"))
    assert counted == told.choice.counts[:, :, 1, 0].sum() > 0


def test_nothing_of_the_register_is_named_and_no_areas_people_leave(package):
    with zipfile.ZipFile(package) as inside:
        everything = b"".join(map(inside.read, inside.namelist())).decode()
    assert "Zingers" not in everything
    assert str(Offer.objects.get().pk) not in everything
    people = {one["life"]: one["people"] for one in rows(package, "lives")}
    assert set(people.values()) == {"40"}  # of 41, to the nearest five
    assert "41" not in {v for one in rows(package, "ledger") for v in one.values()}


def choose(*typed, region=valley.SLUG):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args([region, *typed]))


def test_anybody_reckons_the_package_again_and_hears_which_rows_differ(
    package, here, capsys
):
    assert choose("--against", str(package)) == 0
    said = capsys.readouterr().out
    assert "choices: the same, 26 rows" in said
    assert "The same as kept.zip, to the last digit." in said
    again = published_weeks(valley.SLUG)[0]
    publish(valley.next_week())
    assert again.package.read_bytes() == package.read_bytes()

    Offer.objects.update(price_pence_least=100_000, price_pence_most=100_000)
    valley.derive(here)
    assert choose("--against", str(package)) == 1
    said = capsys.readouterr().out
    assert f"{valley.LSOA} {LIFE}: " in said
    assert "more_if_hours_possible 1 there, 0 here" in said
    assert "creative_certain 1 there, 0 here" in said
    assert "choices: 18 differ, of 26 rows here" in said
    assert "and 13 more" in said
    assert "Not the same as kept.zip." in said
    assert "areas: the same, 2 rows" in said


def test_what_is_no_package_or_of_elsewhere_is_refused(package, data):
    with pytest.raises(WronglyConfigured, match="is of tenterdale"):
        choose("--against", str(package), region="elsewhere")
    for name, inside in {
        "bare.zip": "{}",
        "odd.zip": '{"weft": {"region": "tenterdale", "week": "2026-12-01"}}',
    }.items():
        with zipfile.ZipFile(data / name, "w") as out:
            out.writestr("datapackage.json", inside)
        with pytest.raises(FileNotUnderstood, match="no package"):
            choose("--against", str(data / name))
    with (
        zipfile.ZipFile(package) as whole,
        zipfile.ZipFile(data / "cut.zip", "w") as out,
    ):
        for name in set(whole.namelist()) - {"kinds.csv"}:
            out.writestr(name, whole.read(name))
    with pytest.raises(FileNotUnderstood, match="kinds"):
        choose("--against", str(data / "cut.zip"))


@pytest.mark.usefixtures("here")
def test_every_week_is_listed_followed_and_taken_away(client):
    assert "No week is reckoned yet" in client.get("/choice/weeks").content.decode()
    empty = [client.get("/choice/feed.atom").content for _ in range(2)]
    assert empty[0] == empty[1]
    publish(valley.this_week())
    publish(valley.next_week())
    method = "/open/methods/real-choice-package"
    assert client.get(method).status_code == 200

    page = client.get("/choice/weeks").content.decode()
    weeks = [valley.next_week().monday, valley.this_week().monday]
    addresses = [f"/choice/weeks/{one}/package.zip" for one in weeks]
    assert page.index(addresses[0]) < page.index(addresses[1])
    assert method in page
    assert addresses[0] in client.get("/open/data").content.decode()
    feed = ET.fromstring(client.get("/choice/feed.atom").content)  # noqa: S314 our own markup
    entries = feed.findall(f"{ATOM}entry")
    links = [
        link.get("href")
        for one in entries
        for link in one.findall(f"{ATOM}link")
        if link.get("rel") == "enclosure"
    ]
    assert links == [f"http://testserver{one}" for one in addresses]
    assert len({one.findtext(f"{ATOM}id") for one in entries}) == 2

    answer = client.get(addresses[1])
    assert answer["Content-Type"] == "application/zip"
    assert answer["Access-Control-Allow-Origin"] == "*"
    kept = {one.week.monday: one for one in published_weeks(valley.SLUG)}
    assert b"".join(answer.streaming_content) == kept[weeks[1]].package.read_bytes()
    for other in ("2020-01-06", "2026-99-99", "x"):
        assert client.get(f"/choice/weeks/{other}/package.zip").status_code == 404

    kept[weeks[1]].package.unlink()  # as of a week that was published before
    assert addresses[1] not in client.get("/choice/weeks").content.decode()
    assert client.get(addresses[1]).status_code == 404


def test_all_results_of_the_package_are_compared(package):
    with zipfile.ZipFile(package) as inside:
        names = {one.removesuffix(".csv") for one in inside.namelist()}
    assert names == {*RESULTS, "inputs", "sources", "datapackage.json"}
