"""Everything can leave, and what has left can be read back without us, row for row."""

import csv
import hashlib
import json
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.cli.reading_back import in_json, rows_of, value
from weft.accounts.actors import Actor
from weft.accounts.roles import Role
from weft.accounts.secret import hash_of
from weft.accounts.services import invite, make_link
from weft.accounts.things import Thing
from weft.cli.exporting import export
from weft.cli.exporting.columns import tables, written
from weft.cli.region import build
from weft.commons.errors import NotPossible
from weft.commons.times import Week

ROOT = Path(__file__).parents[2]
MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def valley_files(tmp_path_factory):
    from demo import recipe

    folder = tmp_path_factory.mktemp("valley")
    recipe.write(folder, week=MONDAY)
    return folder


@pytest.fixture
def valley(
    db,  # noqa: ARG001 the build needs it
    valley_files,
    settings,
    tmp_path,
):
    """The made-up valley, built into the test's data base."""
    settings.DATA_DIR = tmp_path / "data"
    settings.DATA_DIR.mkdir()
    build(
        region_file=ROOT / "regions" / "tenterdale.toml",
        folder=valley_files,
        week=Week(MONDAY),
        by=Actor.command("test"),
    )


def quiet(_words):
    """Say nothing."""


def sums(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (folder / "tables").iterdir()
    }


@pytest.mark.slow
@pytest.mark.usefixtures("valley")
def test_what_has_left_is_as_told_and_comes_back_row_for_row(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"

    done = export(first, at=NOW, saying=quiet)
    assert sum(one.rows for one in done) > 5_000
    assert {one.name for one in done if one.rows} >= {
        "accounts_entry", "assets_asset", "assets_offer", "assets_session",
        "ground_area", "ground_postcode", "ground_dataset", "need_areatable",
    }  # fmt: skip
    assert rows_as_the_schema_says(first) > 1_000
    files = [row["file"] for row in rows_of(first, "need_areatable")]
    assert files
    assert [file for file in files if not (first / "arrays" / file).exists()] == []
    _empty_every_table()
    with transaction.atomic():
        for table in tables():
            table.model._base_manager.bulk_create(  # noqa: SLF001 every row there is
                [table.model(**row) for row in rows_of(first, table.name)],
                batch_size=500,
            )
    export(second, at=NOW, saying=quiet)

    assert sums(second) == sums(first)


def _empty_every_table():
    """Undo everything, as nobody but a test may: the record itself refuses it."""
    from django.db import connection

    from tests.accounts.test_record import lift_the_trigger

    lift_the_trigger("delete")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    for table in tables():
        table.model._base_manager.all()._raw_delete("default")  # noqa: SLF001 every row there is
        assert not table.model._base_manager.exists()  # noqa: SLF001 every row there is


def rows_as_the_schema_says(folder):
    """Hold some rows of each table against its schema, and count them."""
    held = 0
    for table in tables():
        schema = json.loads((folder / "schema" / f"{table.name}.json").read_text())
        check = Draft202012Validator(schema)
        for row in islice(rows_of(folder, table.name), 200):
            check.validate({name: in_json(cell) for name, cell in row.items()})
            held += 1
    return held


@pytest.mark.django_db
class TestTheFolder:
    def test_one_with_something_in_it_is_refused(self, tmp_path):
        (tmp_path / "mine.txt").touch()
        with pytest.raises(NotPossible, match="not empty"):
            export(tmp_path, at=NOW, saying=quiet)

    def test_every_column_of_every_table_is_in_the_dictionary(self, tmp_path):
        export(tmp_path / "all", at=NOW, saying=quiet)
        with (tmp_path / "all" / "dictionary.csv").open(newline="") as file:
            told = {(row["table"], row["column"]) for row in csv.DictReader(file)}
        assert told >= {
            (table.name, column.name) for table in tables() for column in table.columns
        }

    def test_no_key_to_the_house_leaves(self, tmp_path):
        made = make_link(thing=Thing("asset", "1"), by=Actor.command("test"))
        invite(email="bo@example.org", role=Role.STEWARD, by=Actor.command("test"))
        export(tmp_path / "all", at=NOW, saying=quiet)
        files = [one for one in (tmp_path / "all").rglob("*") if one.is_file()]
        said = b"".join(one.read_bytes() for one in files)

        assert str(made.link.key).encode() in said  # the record: there is one
        assert hash_of(made.secret).encode() not in said
        assert b"accounts_link" not in said
        assert b"accounts.invite" in said
        assert b"bo@example.org" not in said

    def test_every_table_says_what_it_is(self):
        assert [table.name for table in tables() if len(table.meaning) < 20] == []

    def test_a_column_of_words_is_never_empty_in_two_ways(self):
        """Else an empty cell could mean an empty text or not known."""
        two_ways = [
            f"{table.name}.{column.name}"
            for table in tables()
            for column in table.columns
            if column.kind == "text" and column.may_be_empty and not column.refers_to
        ]
        assert two_ways == []


@given(st.text())
def test_any_text_comes_back_and_none_is_a_formula(words):
    cell = written(words, "text")

    assert value(cell, "text", may_be_empty=False) == words
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.floats(allow_nan=False), st.binary(), st.datetimes(timezones=st.just(UTC)))
def test_numbers_bytes_and_instants_come_back(number, piece, instant):
    for kind, told in (("number", number), ("bytes", piece), ("instant", instant)):
        assert value(written(told, kind), kind, may_be_empty=False) == told
