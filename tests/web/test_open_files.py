"""Do the open files say the same in every form, all that may go out, and no more?"""

import csv
import io
import json
import zipfile
from datetime import UTC, date, datetime, time

import openpyxl
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets.api.feed import a_register, ask, everything_kept_back
from tests.leaks.doing import do_what_waits
from tests.web import valley
from weft.assets.domain.visibility import Channel
from weft.assets.models import Asset, Listing, Offer, Session
from weft.assets.queries.open_files import SESSIONS, THINGS
from weft.assets.queries.seen import is_whole
from weft.shell import flat
from weft.web.open_files import made_files, make_files

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 30, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _a_folder_of_its_own(settings, tmp_path):
    settings.DATA_DIR = tmp_path


@pytest.fixture
def region():
    made = a_register()
    valley.offer(made, '=HYPERLINK("http://x")', place=None, summary="Two\nlines, «»")
    valley.derive(made)
    make_files(made.slug, at=AT)
    return made


def path_of(region, name):
    return made_files(region.slug).file(name)


def read_csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def plain(cell):
    """Say a cell of Excel or Parquet as CSV does."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.astimezone(UTC).isoformat() if cell.tzinfo else str(cell.date())
    return str(cell)


def unquoted(text):
    """Take away what keeps a spreadsheet from running a cell."""
    return text.removeprefix("'") if text.startswith("'=") else text


def alike(row, fields):
    """Say a row so that forms can be compared: Excel keeps 15 digits of a number."""
    kinds = {one.name: one.kind for one in fields}
    return {name: _alike(cell, kinds[name]) for name, cell in row.items()}


def _alike(cell, kind):
    if cell and kind is flat.Kind.MOMENT:
        return datetime.fromisoformat(cell).astimezone(UTC).isoformat()
    if cell and kind in {flat.Kind.NUMBER, flat.Kind.WHOLE}:
        return f"{float(cell):.14g}"
    return unquoted(cell)


def may_go_out():
    """Go through all that is listed, one by one, by the rule itself."""
    for one in Listing.objects.select_related("asset", "offer__group"):
        about = one.asset or one.offer.group
        whole = about is None or is_whole(about, Channel.BULK)
        if whole and (one.asset is None or one.asset.kind != "person"):
            yield one


@pytest.mark.parametrize(
    ("name", "fields"), [("things", THINGS), ("sessions", SESSIONS)]
)
def test_csv_excel_and_parquet_say_the_same(region, name, fields):
    told = [alike(one, fields) for one in read_csv(path_of(region, f"{name}.csv"))]
    assert told

    book = openpyxl.load_workbook(path_of(region, f"{name}.xlsx"))
    heading, *rows = book["Rows"].iter_rows(values_only=True)
    excel = [dict(zip(heading, map(plain, row), strict=True)) for row in rows]
    assert [alike(one, fields) for one in excel] == told

    parquet = pl.read_parquet(path_of(region, f"{name}.parquet")).to_dicts()
    rows = [{k: plain(v) for k, v in row.items()} for row in parquet]
    assert [alike(row, fields) for row in rows] == told


def test_the_map_file_has_what_has_a_place_and_says_the_rest_alike(region):
    placed = [r for r in read_csv(path_of(region, "things.csv")) if r["latitude"]]
    read = json.loads(path_of(region, "things.geojson").read_text())

    assert read["type"] == "FeatureCollection"
    for feature, row in zip(read["features"], placed, strict=True):
        assert feature["id"] == row["id"]
        east, north = feature["geometry"]["coordinates"]
        assert (str(north), str(east)) == (row["latitude"], row["longitude"])
        assert feature["properties"]["name"] == unquoted(row["name"])
        assert None not in feature["properties"].values()


def test_everything_listed_is_there_once_and_nothing_that_is_kept_back(region):
    rows = read_csv(path_of(region, "things.csv"))
    numbers = [row["id"] for row in rows]
    listed = {str(one.asset_id or one.offer_id) for one in may_go_out()}
    said = path_of(region, "things.csv").read_text()

    assert len(numbers) == len(set(numbers))
    assert set(numbers) == listed
    assert [word in said for word in everything_kept_back()] == [False] * 3


def test_no_person_is_in_any_file(region):
    nowhere = {"latitude": None, "longitude": None}
    ann = valley.place(region, "Zann Holroyd", kind="person", **nowhere)
    hall = Asset.objects.get(name="Far Barn")
    hall.ties.create(kind="runs", to=ann, source="us")
    hall.ties.create(kind="holds", to_name="Zbob Smith", source="us")
    valley.derive(region)
    make_files(region.slug, at=AT)
    assert Listing.objects.filter(asset=ann).exists()

    for name in ("things.csv", "sessions.csv", "things.geojson"):
        said = path_of(region, name).read_text().lower()
        assert "zann" not in said
        assert "zbob" not in said


def test_a_session_is_a_row_and_an_offer_of_unknown_hours_is_one_too(region):
    rows = read_csv(path_of(region, "sessions.csv"))
    of_sessions = [row for row in rows if row["starts_at"]]
    without = {row["name"] for row in rows if not row["starts_at"]}

    known = Session.objects.filter(listing__in=[one.pk for one in may_go_out()])
    assert len(of_sessions) == known.filter(listing__offer__isnull=False).count()
    assert {"Talking online"} <= without
    dancing = next(row for row in of_sessions if row["name"] == "Dancing")
    begins = datetime.fromisoformat(dancing["starts_at"])
    assert (begins.time(), dancing["from_clock"]) == (time(19), "19:00")
    assert dancing["weekday"] == f"{begins:%A}"
    assert (dancing["minutes"], dancing["certain"]) == ("120", "true")


def test_what_nobody_told_us_is_empty_and_never_no(region):
    rows = {row["name"]: row for row in read_csv(path_of(region, "things.csv"))}

    assert rows["Dancing"]["step_free"] == ""
    assert rows["Dancing"]["price_pence_least"] == "0"
    assert rows["Talking online"]["place"] == ""
    frame = pl.read_parquet(path_of(region, "things.parquet"))
    assert frame.filter(pl.col("name") == "Dancing")["step_free"].to_list() == [None]


def test_the_same_register_gives_the_same_bytes(region):
    before = {
        one.name: path_of(region, one.name).read_bytes()
        for one in made_files(region.slug).files
    }
    make_files(region.slug, at=datetime(2027, 1, 1, tzinfo=UTC))

    assert before == {
        one.name: path_of(region, one.name).read_bytes()
        for one in made_files(region.slug).files
    }
    assert len(list(path_of(region, "things.csv").parent.parent.iterdir())) == 2


def test_the_dictionary_tells_every_column(region):
    told = read_csv(path_of(region, "dictionary.csv"))
    for table, fields in (("things", THINGS), ("sessions", SESSIONS)):
        of_table = [row for row in told if row["table"] == table]
        assert [row["column"] for row in of_table] == [one.name for one in fields]
        assert all(row["meaning"] and row["where from"] for row in of_table)
        names = [one.name for one in fields]
        assert len(names) == len(set(names))


# --- the standard's own tables -------------------------------------------------------


@pytest.fixture
def package(region, tmp_path):
    into = tmp_path / "package"
    with zipfile.ZipFile(path_of(region, "hsds.zip")) as inside:
        inside.extractall(into)
    return into


def report_of(package):
    """Let frictionless read the package, as others will."""
    # It raises the one limit that Python keeps for everybody's cells: give it back.
    limit = csv.field_size_limit()
    try:
        from frictionless import Package  # it raises it when imported

        return Package(str(package / "datapackage.json")).validate()
    finally:
        csv.field_size_limit(limit)


def test_frictionless_finds_nothing_wrong(package):
    report = report_of(package)

    assert report.flatten(["rowNumber", "fieldName", "type", "message"]) == []
    assert report.stats["tasks"] == 13


def test_the_standards_own_example_is_no_valid_package(shared):
    """So its tables are no data for anybody: ours are held against its description."""
    example = shared / "standards" / "hsds-3.2.3-examples" / "csv"
    if not example.exists():
        pytest.skip("not run: the standard's own example is not beside the project")

    assert not report_of(example).valid


def test_it_bites_a_key_that_leads_nowhere(package):
    services = (package / "services.csv").read_text().splitlines()
    (package / "services.csv").write_text("\r\n".join(services[:-1]) + "\r\n")

    assert not report_of(package).valid


def test_the_tables_tell_the_services_of_the_feed(client, package):
    rows = read_csv(package / "services.csv")
    feed = ask(client, full="true")["contents"]

    assert {row["id"] for row in rows} == {one["id"] for one in feed}
    by_id = {row["id"]: row for row in rows}
    for one in feed:
        row = by_id[one["id"]]
        assert row["name"] == one["name"]
        assert row["description"] == one.get("description", "")
        assert row["last_modified"] == one["last_modified"]
        known = one.get("organization_id")
        assert not known or row["organization_id"] == known
    told = {row["service_id"] for row in read_csv(package / "schedules.csv")}
    assert told == {one["id"] for one in feed if one.get("schedules")}


def test_a_service_of_nobody_we_know_points_to_one_that_says_so(package):
    names = {row["id"]: row["name"] for row in read_csv(package / "organizations.csv")}
    rows = {row["name"]: row for row in read_csv(package / "services.csv")}

    assert names[rows["Singing"]["organization_id"]] == "Not known"


# --- served --------------------------------------------------------------------------


def test_the_page_says_what_there_is(client, region):
    page = client.get("/open/data").content.decode()

    for one in made_files(region.slug).files:
        assert f"/open/data/{region.slug}/{one.name}" in page
    assert "Made on 30 November 2026." in page
    assert "It never means no." in page


def test_before_the_first_time_the_page_says_that_they_are_being_made(client):
    valley.region()
    assert "The files are being made." in client.get("/open/data").content.decode()
    assert client.get("/open/data/tenterdale/things.csv").status_code == 404


def test_a_file_is_a_download_for_any_page_and_read_in_pieces(client, region):
    address = f"/open/data/{region.slug}/things.parquet"
    whole = client.get(address)
    part = client.get(address, headers={"Range": "bytes=0-3"})

    assert whole["Content-Disposition"].endswith('"weft-tenterdale-things.parquet"')
    assert whole["Access-Control-Allow-Origin"] == "*"
    assert whole["Content-Type"] == "application/vnd.apache.parquet"
    assert whole["X-Robots-Tag"] == "noindex"
    assert b"".join(part.streaming_content) == b"PAR1"
    assert (
        client.get(address, headers={"If-None-Match": whole["ETag"]}).status_code == 304
    )


@pytest.mark.parametrize(
    "name", ["made.json", "..", "things", "things.csv.new", "x.csv"]
)
def test_nothing_else_is_given_out(client, region, name):
    assert client.get(f"/open/data/{region.slug}/{name}").status_code == 404


def test_they_are_made_when_something_is_listed_and_after_every_night(region):
    Offer.objects.filter(name="Dancing").update(name="Clog dancing")
    valley.derive(region)
    assert "web.open_files" in do_what_waits()

    names = {row["name"] for row in read_csv(path_of(region, "things.csv"))}
    assert "Clog dancing" in names


# --- laws ----------------------------------------------------------------------------

CELLS = {
    flat.Kind.TEXT: st.text(max_size=20).filter(lambda t: t.strip() != ""),
    flat.Kind.WHOLE: st.integers(-(2**53), 2**53),
    flat.Kind.NUMBER: st.floats(allow_nan=False, allow_infinity=False, width=32),
    flat.Kind.YES_NO: st.booleans(),
    flat.Kind.DAY: st.dates(date(1900, 3, 1), date(2100, 1, 1)).map(date.isoformat),
}
FIELDS = tuple(
    flat.Field(name=kind.name.lower(), kind=kind, meaning="x") for kind in CELLS
)


@given(rows=st.lists(st.tuples(*(st.none() | cell for cell in CELLS.values()))))
def test_parquet_reads_back_what_was_written(tmp_path_factory, rows):
    into = tmp_path_factory.mktemp("flat") / "x.parquet"
    flat.write_parquet(into, FIELDS, lambda: rows)
    read = pl.read_parquet(into)

    assert [
        tuple(c.isoformat() if isinstance(c, date) else c for c in row)
        for row in read.iter_rows()
    ] == rows


@given(text=st.text(max_size=30))
def test_no_cell_of_a_csv_file_is_run_by_a_spreadsheet(tmp_path_factory, text):
    into = tmp_path_factory.mktemp("flat") / "x.csv"
    flat.write_csv(into, FIELDS[:1], lambda: [(text,)])
    told = list(csv.reader(io.StringIO(into.read_text(encoding="utf-8-sig"))))
    cell = told[1][0] if len(told) > 1 and told[1] else ""
    number = cell.strip("+-%").replace(".", "").replace(",", "").isdigit()

    assert number or cell[:1] not in {"=", "+", "-", "@", "\t", "|", "%"}
