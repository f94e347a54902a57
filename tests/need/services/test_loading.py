from datetime import UTC, datetime

import numpy as np
import pytest
from django.db import transaction
from django.test import override_settings

from tests.need.building import HERE, NEW, PEOPLE, WEEK, a_frame, an_asked
from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.commons.errors import NotPossible
from weft.commons.provenance import Tally
from weft.ground.domain.asked import Reading
from weft.ground.models import Region
from weft.need.models import AreaTable
from weft.need.queries import frame, tables
from weft.need.services import load

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("data")]
SLUG = "somewhere"
BY = Actor.command("region build")


@pytest.fixture
def data(tmp_path):
    Region.objects.create(
        slug=SLUG, name="Somewhere", built_at=datetime(2026, 11, 23, tzinfo=UTC)
    )
    with override_settings(DATA_DIR=tmp_path):
        yield tmp_path


def a_reading(*people, year=2021, table="A table"):
    rows = {code: [n] for code, n in zip(HERE, people, strict=False)}
    told = a_frame(rows, columns=(PEOPLE,), vintage=NEW, year=year, table=table)
    return Reading(asked=an_asked("a.csv"), content=[told], tally=Tally())


def put(*readings):
    load(region=SLUG, readings=readings, by=BY, week=WEEK)


def files(data):
    return sorted(path.name for path in (data / "arrays" / SLUG).iterdir())


def test_a_table_that_was_loaded_comes_back_as_it_was_read():
    put(a_reading(10, 20, float("nan")))

    (about,) = tables(SLUG)
    again = frame(about)
    assert again.codes == HERE
    np.testing.assert_array_equal(again.column("people"), [10, 20, np.nan])
    assert about.source == "a_source"


def test_the_same_readings_make_the_same_files(data):
    put(a_reading(10, 20, 30))
    first = {p.name: p.read_bytes() for p in (data / "arrays" / SLUG).iterdir()}
    put(a_reading(10, 20, 30))

    assert {p.name: p.read_bytes() for p in (data / "arrays" / SLUG).iterdir()} == first


def test_old_files_go_only_after_the_new_tables_are_there(
    data, django_capture_on_commit_callbacks
):
    put(a_reading(1, 2, 3))
    before = files(data)
    with django_capture_on_commit_callbacks(execute=False) as waiting:
        put(a_reading(4, 5, 6))
        assert set(before) < set(files(data))

    for told in waiting:
        told()

    assert len(files(data)) == 1
    assert files(data) != before


def test_a_build_that_fails_leaves_the_old_tables_served():
    put(a_reading(1, 2, 3))

    with transaction.atomic():
        put(a_reading(4, 5, 6))
        transaction.set_rollback(True)

    (about,) = tables(SLUG)
    assert frame(about).column("people").tolist() == [1, 2, 3]


def test_a_file_left_by_a_killed_build_is_swept_away_by_the_next(
    data, django_capture_on_commit_callbacks
):
    folder = data / "arrays" / SLUG
    folder.mkdir(parents=True)
    (folder / "need-left-behind.parquet").write_bytes(b"half")
    (folder / "need-left-behind.123.part").write_bytes(b"half")
    (folder / "travel.npy").write_bytes(b"another part's")

    with django_capture_on_commit_callbacks(execute=True):
        put(a_reading(1, 2, 3))

    assert [name for name in files(data) if "left" in name] == []
    assert "travel.npy" in files(data)


def test_a_table_that_one_source_tells_twice_is_refused():
    with pytest.raises(NotPossible, match=r"tells A table .* twice"):
        put(a_reading(1, 2, 3), a_reading(4, 5, 6))
    assert not AreaTable.objects.exists()


def test_years_and_tables_of_one_source_stand_beside_each_other():
    put(a_reading(1, year=2021), a_reading(2, year=2022), a_reading(3, table="Other"))

    assert [(t.table, t.year) for t in tables(SLUG)] == [
        ("A table", 2022),
        ("A table", 2021),
        ("Other", 2021),
    ]


def test_an_empty_table_is_not_loaded():
    put(a_reading())

    assert tables(SLUG) == ()


def test_what_was_done_is_on_record():
    put(a_reading(1, 2, 3))

    deed = latest_deeds(most=1)[0]
    assert (deed.deed, deed.subject) == ("need.load", "region somewhere")
    assert deed.by == "command:region build"


def test_a_reader_that_comes_between_two_builds_reads_the_new_table(
    django_capture_on_commit_callbacks,
):
    put(a_reading(1, 2, 3))
    (stale,) = tables(SLUG)
    with django_capture_on_commit_callbacks(execute=True):
        put(a_reading(4, 5, 6))

    assert frame(stale).column("people").tolist() == [4, 5, 6]
