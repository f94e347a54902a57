"""Are files fetched politely, gone on with, looked at, and never half kept?"""

import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.ground.sources.fetching.publisher import Answer, at_home, ranged
from weft.commons.errors import FileNotUnderstood, NotFetched
from weft.ground.domain.region_file import Getting, SourceEntry
from weft.ground.sources.fetching import Addresses, Publishers, fetch_source
from weft.ground.sources.remembered import fetched_files

TODAY = date(2026, 11, 23)
TABLE = b"LSOA code (2021),Rank\n" + b"E01000101,1\n" * 5_000


class Clock:
    """A clock that waiting moves on, so that no test waits."""

    def __init__(self):
        self.at = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self.waited = []

    def __call__(self):
        return self.at

    def pause(self, seconds):
        self.waited.append(seconds)
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def publisher():
    with at_home() as one:
        yield one


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def fetch(publisher, clock, tmp_path):
    asked = Publishers(clock=clock, pause=clock.pause, contact="hello@example.org")
    where = Addresses(
        portal=f"{publisher.address}/sharing/rest", services=f"{publisher.address}/svc"
    )

    def fetched(*, dated=None, **getting):
        entry = SourceEntry(
            key="table",
            importer="iod",
            files=("deprivation/File_7_*.csv",),
            publisher="MHCLG",
            licence="OGL v3",
            dated=dated,
            getting=Getting(**{"save_as": "deprivation/File_7.csv", **getting}),
        )
        return fetch_source(asked, entry, into=tmp_path, today=TODAY, where=where)

    yield fetched
    asked.close()


def saved(tmp_path):
    return {
        path.relative_to(tmp_path).as_posix()
        for path in tmp_path.rglob("*")
        if path.is_file()
    }


# --- a file arrives ------------------------------------------------------------------


def test_a_file_is_saved_where_the_build_looks_for_it(fetch, publisher, tmp_path):
    told = fetch(address=publisher.on("/t.csv", ranged(TABLE)))

    assert told.path.read_bytes() == TABLE
    assert told.is_new
    assert saved(tmp_path) == {"deprivation/File_7.csv", "fetched.json"}


def test_whoever_asks_says_their_name_and_how_to_reach_them(fetch, publisher):
    fetch(address=publisher.on("/t.csv", ranged(TABLE)))

    name = publisher.asked[0].headers["user-agent"]
    assert re.match(r"Weft/\d", name)
    assert "hello@example.org" in name


def test_where_from_and_how_old_is_remembered(fetch, publisher, tmp_path):
    address = publisher.on("/t.csv", ranged(TABLE))
    fetch(address=address)

    file = fetched_files(tmp_path)["deprivation/File_7.csv"]
    assert (file.address, file.etag) == (address, '"one"')
    assert file.dated == date(2025, 11, 17)


def test_a_file_without_a_date_is_as_old_as_its_fetching(fetch, publisher, tmp_path):
    fetch(address=publisher.on("/t.csv", Answer(TABLE)))

    assert fetched_files(tmp_path)["deprivation/File_7.csv"].dated == TODAY


def test_what_has_not_changed_is_not_sent_again(fetch, publisher):
    address = publisher.on("/t.csv", ranged(TABLE))
    fetch(address=address)

    assert not fetch(address=address).is_new
    assert publisher.asked[1].headers["if-none-match"] == '"one"'


def test_what_has_changed_is_fetched_anew(fetch, publisher):
    address = publisher.on(
        "/t.csv", ranged(TABLE), ranged(TABLE + b"E1,2\n", etag='"2"')
    )
    fetch(address=address)

    told = fetch(address=address)

    assert told.is_new
    assert told.path.read_bytes().endswith(b"E1,2\n")


def test_a_source_without_an_address_is_passed_over(fetch):
    assert fetch(page="https://www.example.org/") is None


def test_nothing_is_asked_by_head(fetch, publisher):
    fetch(address=publisher.on("/t.csv", ranged(TABLE)))

    assert len(publisher.asked) == 1


def test_a_moment_is_left_between_two_requests(fetch, publisher, clock):
    for name in ("/a.csv", "/b.csv"):
        fetch(address=publisher.on(name, ranged(TABLE)), save_as=name[1:])

    assert clock.waited == [pytest.approx(1.0)]


# --- later ---------------------------------------------------------------------------


def test_a_publisher_who_says_later_is_asked_later(fetch, publisher, clock):
    busy = Answer(status=429, headers={"Retry-After": "17"})
    told = fetch(address=publisher.on("/t.csv", busy, ranged(TABLE)))

    assert told.path.read_bytes() == TABLE
    assert 17 in clock.waited


def test_later_may_be_told_by_the_clock(fetch, publisher, clock):
    busy = Answer(status=503, headers={"Retry-After": "Mon, 23 Nov 2026 12:01:30 GMT"})

    fetch(address=publisher.on("/t.csv", busy, ranged(TABLE)))

    assert 90 in clock.waited


def test_without_a_time_each_wait_is_twice_as_long(fetch, publisher, clock):
    sick = [Answer(status=500)] * 3

    fetch(address=publisher.on("/t.csv", *sick, ranged(TABLE)))

    assert [wait for wait in clock.waited if wait > 1] == [2, 4]


def test_hours_are_not_waited_for(fetch, publisher, clock):
    busy = Answer(status=429, headers={"Retry-After": "7200"})

    with pytest.raises(NotFetched, match="120 minutes"):
        fetch(address=publisher.on("/t.csv", busy))

    assert sum(clock.waited) < 1


def test_a_publisher_who_never_answers_is_given_up(fetch, publisher):
    with pytest.raises(NotFetched, match="after 5 tries"):
        fetch(address=publisher.on("/t.csv", Answer(status=503)))


def test_a_publisher_who_is_not_there_is_named(fetch):
    with pytest.raises(NotFetched, match="cannot be reached"):
        fetch(address="http://127.0.0.1:9/t.csv")


# --- no ------------------------------------------------------------------------------


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_of_this_network_says_what_a_person_can_do(
    fetch, publisher, tmp_path, status
):
    with pytest.raises(NotFetched) as told:
        fetch(
            address=publisher.on("/t.csv", Answer(status=status)),
            page="https://www.example.org/page",
        )

    assert "refuses this network" in str(told.value)
    assert "open https://www.example.org/page" in str(told.value)
    assert str(tmp_path / "by-hand") in str(told.value)


def test_a_file_that_is_gone_is_not_called_refused(fetch, publisher):
    with pytest.raises(NotFetched, match="not there any more"):
        fetch(address=publisher.address + "/gone.csv")


# --- broken off ----------------------------------------------------------------------


def test_a_file_that_breaks_off_is_gone_on_with(fetch, publisher):
    whole = ranged(TABLE)

    def breaks(asked):
        answer = whole(asked)
        answer.cut = 20_000
        return answer

    told = fetch(address=publisher.on("/t.csv", breaks, breaks, whole))

    assert told.path.read_bytes() == TABLE
    ranges = [asked.headers.get("range") for asked in publisher.asked]
    assert ranges == [None, "bytes=20000-", "bytes=40000-"]


def test_what_was_begun_yesterday_is_gone_on_with_today(fetch, publisher, tmp_path):
    part = tmp_path / "deprivation/File_7.csv.part"
    part.parent.mkdir()
    part.write_bytes(TABLE[:30_000])
    part.with_name(part.name + ".etag").write_text('"one"')

    told = fetch(address=publisher.on("/t.csv", ranged(TABLE)))

    assert publisher.asked[0].headers["range"] == "bytes=30000-"
    assert told.path.read_bytes() == TABLE


def test_another_file_by_now_is_begun_anew(fetch, publisher, tmp_path):
    part = tmp_path / "deprivation/File_7.csv.part"
    part.parent.mkdir()
    part.write_bytes(b"something of last year")
    part.with_name(part.name + ".etag").write_text('"old"')

    assert (
        fetch(address=publisher.on("/t.csv", ranged(TABLE))).path.read_bytes() == TABLE
    )


def test_a_part_longer_than_the_file_is_thrown_away(fetch, publisher, tmp_path):
    part = tmp_path / "deprivation/File_7.csv.part"
    part.parent.mkdir()
    part.write_bytes(TABLE + b"and more")
    part.with_name(part.name + ".etag").write_text('"one"')

    assert (
        fetch(address=publisher.on("/t.csv", ranged(TABLE))).path.read_bytes() == TABLE
    )


def test_a_part_without_a_mark_is_begun_anew(fetch, publisher, tmp_path):
    part = tmp_path / "deprivation/File_7.csv.part"
    part.parent.mkdir()
    part.write_bytes(b"who knows what")

    told = fetch(address=publisher.on("/t.csv", ranged(TABLE)))

    assert "range" not in publisher.asked[0].headers
    assert told.path.read_bytes() == TABLE


def test_a_file_that_always_breaks_off_leaves_what_was_there(
    fetch, publisher, tmp_path
):
    address = publisher.on("/t.csv", ranged(TABLE))
    fetch(address=address)
    publisher.on("/t.csv", Answer(TABLE + TABLE, headers={"ETag": '"2"'}, cut=100))

    with pytest.raises(NotFetched, match="broke off"):
        fetch(address=address)

    assert (tmp_path / "deprivation/File_7.csv").read_bytes() == TABLE


# --- something else ------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        Answer(b"<html>Error", kind="text/html; charset=utf-8"),
        Answer(b"<!DOCTYPE html><html>Error"),
        Answer(b""),
        Answer(b"Name,Sum\nA,1\n"),
    ],
    ids=["called a web page", "a web page", "empty", "another table"],
)
def test_what_is_not_the_file_is_refused_and_what_was_there_stays(
    fetch, publisher, tmp_path, wrong
):
    address = publisher.on("/t.csv", ranged(TABLE))
    fetch(address=address, expect=("LSOA code (2021)",))
    publisher.on("/t.csv", wrong)

    with pytest.raises(NotFetched):
        fetch(address=address, expect=("LSOA code (2021)",))

    assert saved(tmp_path) >= {"deprivation/File_7.csv"}
    assert (tmp_path / "deprivation/File_7.csv").read_bytes() == TABLE
    assert not any(name.endswith(".part") for name in saved(tmp_path))


def test_a_zip_is_looked_into(fetch, publisher, tmp_path):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as held:
        held.writestr("a.csv", "1")
    whole = publisher.on("/z.zip", Answer(box.getvalue(), kind="application/zip"))
    short = publisher.on("/s.zip", Answer(box.getvalue()[:-9], kind="application/zip"))

    fetch(address=whole, save_as="whole.zip")
    with pytest.raises(NotFetched, match="cut short"):
        fetch(address=short, save_as="short.zip")

    assert saved(tmp_path) == {"whole.zip", "fetched.json"}


def test_an_address_that_is_none_is_refused(fetch):
    with pytest.raises(NotFetched, match="not an address"):
        fetch(address="file:///etc/passwd")


def test_a_spoilt_memory_says_what_to_do(fetch, publisher, tmp_path):
    (tmp_path / "fetched.json").write_text("[1, 2]")

    with pytest.raises(FileNotUnderstood, match="Remove it"):
        fetch(address=publisher.on("/t.csv", ranged(TABLE)))


# --- where is it today ---------------------------------------------------------------

FILE_7 = r"File_7_IoD2025_.*\.csv$"


def page_of(publisher, *files):
    attachments = [{"url": f"{publisher.address}/media/{f}"} for f in files]
    told = {"details": {"attachments": attachments, "body": "<a href='/x'>x</a>"}}
    return Answer(json.dumps(told).encode(), kind="application/json")


def test_a_file_of_gov_uk_is_found_by_its_page(fetch, publisher):
    content = page_of(publisher, "a1/File_1.xlsx", "b2/File_7_IoD2025_All.csv")
    publisher.on("/api/content/government/statistics/iod", content)
    publisher.on("/media/b2/File_7_IoD2025_All.csv", ranged(TABLE))

    told = fetch(
        resolve="govuk",
        page=f"{publisher.address}/government/statistics/iod",
        pattern=FILE_7,
    )

    assert told.path.read_bytes() == TABLE


def test_the_address_last_known_serves_where_the_page_has_none(fetch, publisher):
    publisher.on("/api/content/government/statistics/iod", page_of(publisher))

    told = fetch(
        resolve="govuk",
        page=f"{publisher.address}/government/statistics/iod",
        pattern=FILE_7,
        address=publisher.on("/old.csv", ranged(TABLE)),
    )

    assert told.is_new


def test_without_a_link_and_an_address_a_person_is_asked(fetch, publisher):
    publisher.on("/api/content/statistics", page_of(publisher))

    with pytest.raises(NotFetched, match="no link"):
        fetch(resolve="govuk", page=f"{publisher.address}/statistics", pattern=FILE_7)


def test_the_newest_file_of_a_page_is_taken(fetch, publisher):
    links = "".join(
        f'<a href="/file?uri=/x/mid{year}/sapelsoasyoa{year}.xlsx">'
        for year in (2022, 2024)
    )
    publisher.on("/page", Answer(links.encode(), kind="text/html"))
    publisher.on("/file", Answer(TABLE))

    fetch(
        resolve="page",
        page=f"{publisher.address}/page",
        pattern=r"/file\?uri=[^\"]*mid\d{4}[^\"]*\.xlsx",
    )

    assert publisher.asked[-1].query == {"uri": "/x/mid2024/sapelsoasyoa2024.xlsx"}


def items(*titles):
    results = [
        {"id": f"id{n}", "title": title, "modified": n}
        for n, title in enumerate(titles)
    ]
    return Answer(json.dumps({"results": results}).encode(), kind="application/json")


def test_a_portal_item_is_found_by_its_title_the_newest_first(fetch, publisher):
    publisher.on(
        "/sharing/rest/search",
        items(
            "ONS Postcode Directory (May 2026)",
            "ONS Postcode Directory (August 2026) for the UK",
            "ONS Postcode Directory (August 2026)",
            "A story map",
        ),
    )
    publisher.on("/sharing/rest/content/items/id2/data", Answer(TABLE))

    told = fetch(
        resolve="item",
        title=r"ONS Postcode Directory \([A-Z][a-z]+ \d{4}\)",
        item="old",
    )

    assert told.is_new
    assert 'title:"ONS Postcode Directory"' in publisher.asked[0].query["q"]


def test_the_item_last_known_serves_where_none_is_found(fetch, publisher):
    publisher.on("/sharing/rest/search", items("A story map"))
    publisher.on("/sharing/rest/content/items/old/data", Answer(TABLE))

    assert fetch(resolve="item", title="ONS Postcode Directory", item="old").is_new


# --- layers of the portal ------------------------------------------------------------


class Layer:
    """A layer of the portal that gives two rows a page."""

    def __init__(self, rows=5, page=2, **quirks):
        self.rows = [
            {"LSOA21CD": f"E0100010{n}", "LSOA21NM": f"F {n}"} for n in range(rows)
        ]
        self.page = page
        self.quirks = quirks

    def __call__(self, asked):
        return Answer(
            json.dumps(self.told(asked.query)).encode(), kind="application/json"
        )

    def about(self, _asked):
        return Answer(json.dumps({"maxRecordCount": self.page}).encode())

    def told(self, query):
        if "error" in self.quirks:
            return {"error": {"code": 400, "message": self.quirks["error"]}}
        if query.get("returnCountOnly"):
            return {"count": self.quirks.get("count", len(self.rows))}
        start = int(query["resultOffset"])
        size = min(int(query["resultRecordCount"]), self.page)
        rows = self.rows[start : start + size]
        more = start + size < len(self.rows) and not self.quirks.get("mute")
        if query["f"] == "geojson":
            features = [
                {"type": "Feature", "properties": r, "geometry": None} for r in rows
            ]
            flags = {"properties": {"exceededTransferLimit": True}} if more else {}
            return {"features": features, **flags}
        flags = {"exceededTransferLimit": True} if more else {}
        return {"features": [{"attributes": r} for r in rows], **flags}


@pytest.fixture
def layer(publisher):
    def opened(**quirks):
        one = Layer(**quirks)
        publisher.on("/svc/LSOA_V5/FeatureServer/0", one.about)
        publisher.on("/svc/LSOA_V5/FeatureServer/0/query", one)
        return one

    return opened


def fetch_layer(fetch, name="edges.geojson", **more):
    return fetch(resolve="arcgis", service="LSOA_V5", save_as=name, **more)


def test_a_layer_is_read_in_pages_until_all_is_there(fetch, layer):
    layer()

    told = fetch_layer(fetch, expect=("LSOA21CD",))

    features = json.loads(told.path.read_text())["features"]
    assert [f["properties"]["LSOA21CD"][-1] for f in features] == list("01234")


def test_a_lookup_is_saved_as_a_table(fetch, layer):
    layer(rows=3)

    told = fetch_layer(fetch, "lookup.csv", expect=("LSOA21CD",))

    assert told.path.read_text("utf-8-sig").splitlines() == [
        "LSOA21CD,LSOA21NM",
        "E01000100,F 0",
        "E01000101,F 1",
        "E01000102,F 2",
    ]


def test_pages_are_asked_for_in_order_of_the_code(fetch, layer, publisher):
    layer()

    fetch_layer(fetch, expect=("LSOA21CD",), where="LSOA21NM LIKE 'F %'")

    pages = [a.query for a in publisher.asked if "resultOffset" in a.query]
    assert [page["resultOffset"] for page in pages] == ["0", "2", "4"]
    assert {page["orderByFields"] for page in pages} == {"LSOA21CD"}
    assert {page["where"] for page in pages} == {"LSOA21NM LIKE 'F %'"}


def test_a_layer_that_gives_fewer_rows_than_it_says_is_refused(fetch, layer, tmp_path):
    layer(rows=3, count=9)

    with pytest.raises(NotFetched, match="has 9 rows and gave 3"):
        fetch_layer(fetch)

    assert saved(tmp_path) == set()


def test_an_error_told_with_status_200_is_an_error(fetch, layer):
    layer(error="Invalid query parameters")

    with pytest.raises(NotFetched, match="Invalid query parameters"):
        fetch_layer(fetch)


def test_a_layer_that_is_another_one_by_now_is_refused(fetch, layer):
    layer()

    with pytest.raises(NotFetched, match="lacks «LSOA31CD»"):
        fetch_layer(fetch, expect=("LSOA31CD",))


def test_a_layer_that_broke_off_is_gone_on_with(fetch, layer, publisher):
    one = layer(rows=6)
    failing = iter([False, False, True])

    def breaks(asked):
        return Answer(status=404) if next(failing, False) else one(asked)

    publisher.on("/svc/LSOA_V5/FeatureServer/0/query", breaks)
    with pytest.raises(NotFetched):
        fetch_layer(fetch)
    before = len(publisher.asked)

    told = fetch_layer(fetch)

    offsets = [a.query.get("resultOffset") for a in publisher.asked[before:]]
    assert "0" not in offsets, "the first page was there already"
    assert len(json.loads(told.path.read_text())["features"]) == 6


def test_a_long_question_is_posted(fetch, layer, publisher):
    layer()
    codes = ",".join(f"'E{n:08}'" for n in range(300))

    fetch_layer(fetch, where=f"LSOA21CD IN ({codes})")

    assert any(asked.body for asked in publisher.asked)


def test_a_box_is_asked_for_in_degrees(fetch, layer, publisher):
    layer()

    fetch_layer(fetch, box=(-2.1, 53.5, -1.2, 54.0))

    query = publisher.asked[-1].query
    assert query["geometry"] == "-2.1,53.5,-1.2,54.0"
    assert (query["inSR"], query["outSR"]) == ("4326", "4326")


def test_a_layer_that_is_there_is_not_asked_for_again(fetch, layer, publisher):
    layer()
    fetch_layer(fetch, dated=date(2021, 12, 1))
    before = len(publisher.asked)

    assert not fetch_layer(fetch).is_new
    assert len(publisher.asked) == before
