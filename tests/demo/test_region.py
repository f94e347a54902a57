"""The region file names every file of the valley, and the true importers read them."""

import importlib
import json
from datetime import date
from pathlib import Path

import pytest

from tests.demo.conftest import MONDAY
from weft.assets.sources import gathered
from weft.cli.played import DEEDS
from weft.commons.times import Week
from weft.ground.domain.asked import Asked
from weft.ground.domain.region_file import read_region_file
from weft.need.sources import replies
from weft.voices.domain.checking import what_is_wrong
from weft.voices.exchange.own import from_json

FILE = Path(__file__).parents[2] / "regions" / "tenterdale.toml"
REGION = read_region_file(FILE)
REPLIES, GATHERED = "own/replies.csv", "own/gathered.csv"
VOICES, VOTES = "own/voices.json", "own/votes.csv"
TAKEN_BY_A_COMMAND = {REPLIES, GATHERED, VOICES, VOTES}
PLAYED = {  # weft.cli.played
    "own/deeds.csv",
    "own/door-dyehouse.png",
    "own/door-tearoom.png",
    "feeds/hill-parishes-1.csv",
    "feeds/hill-parishes-2.csv",
}


def importer_of(name):
    for part in ("ground", "need", "assets", "access"):
        path = FILE.parents[1] / "src" / "weft" / part / "sources"
        if (path / f"{name}.py").is_file() or (path / name).is_dir():
            return importlib.import_module(f"weft.{part}.sources.{name}")
    return None


def test_it_says_that_it_is_made_up():
    assert REGION.made_up
    assert REGION.telephone == "01632 960 114"
    assert all("made up" in source.publisher for source in REGION.sources)


def test_every_file_belongs_to_exactly_one_source_of_a_part(valley):
    """The map is read twice: for its places by assets, for its streets by access."""
    found = [
        path.relative_to(valley.root)
        for source in REGION.sources
        if source.importer != "streets"
        for pattern in source.files
        for path in valley.root.glob(pattern)
    ]
    assert len(found) == len(set(found))
    others = {str(file) for file in set(valley.files) - set(found)}
    (twice,) = (one for one in REGION.sources if one.importer == "streets")
    assert twice.files == REGION.source("osm_pbf").files
    assert others == TAKEN_BY_A_COMMAND | PLAYED


def test_what_was_said_in_rooms_holds_together(valley):
    told = from_json((valley.root / VOICES).read_bytes(), file=VOICES)
    assert what_is_wrong(told) == []
    assert [room.held_on < MONDAY for room in told.workshops] == [True] * 6


def test_what_neighbours_say_can_be_taken(valley):
    file = REPLIES
    told = replies.read(valley.root / file)
    assert len(told) == 5
    assert all(reply.said_on < MONDAY for reply in told)


def test_each_thing_that_its_people_did_is_a_deed_that_weft_knows(valley):
    told = valley.csv("own/deeds.csv")
    assert {one["deed"] for one in told} == set(DEEDS)
    assert all(date.fromisoformat(one["on"]) <= MONDAY for one in told)
    assert all(isinstance(json.loads(one["told"]), dict) for one in told)


def test_terms_of_the_region_file_are_those_of_the_recipe():
    from demo.setting import TERM_WEEKS

    assert REGION.calendar.offsets == TERM_WEEKS


def asked(valley, source, areas):
    files = sorted(
        path for pattern in source.files for path in valley.root.glob(pattern)
    )
    assert files
    return Asked(
        source=source.key,
        importer=source.importer,
        files=tuple(files),
        origin=source.origin(files[0].name),
        region=REGION,
        week=Week(date(2026, 11, 23)),
        areas=areas,
    )


@pytest.fixture(scope="module")
def areas(valley):
    """The codes that the ground's own importers find, as a build gathers them."""
    found = {}
    for source in REGION.sources:
        if source.key.startswith(("lookup", "boundaries")):
            content = (
                importer_of(source.importer).read(asked(valley, source, found)).content
            )
            for area in content.areas:
                known = found.get(area.vintage, frozenset())
                found[area.vintage] = known | {area.code}
    return found


@pytest.mark.parametrize("source", REGION.sources, ids=lambda source: source.key)
def test_the_true_importer_reads_it(valley, areas, source):
    importer = importer_of(source.importer)
    if importer is None:
        pytest.skip(f"not run: there is no importer «{source.importer}» yet")
    tally = importer.read(asked(valley, source, areas)).tally
    assert tally.used > 0
    strange = sum(tally.not_understood.values())
    assert strange <= 0.02 * tally.rows_read, tally.examples
    for join, hits in tally.joins.items():
        joined, of = (int(number) for number in hits.split(" of "))
        if join.startswith(("OA", "LSOA", "MSOA", "LAD")):
            assert joined == of, join


def test_what_visitors_and_neighbours_say_can_be_taken(valley):
    told = gathered.read(valley.root / GATHERED)

    assert {one.told.kind for one in told} == {"visit", "gift", "offer"}
    offers = (valley.root / "own/weft-offers.csv").read_text()
    assert all(f"{one.about}," in offers for one in told if one.about)
