"""Is a region's file read rightly, and a slip in it named?"""

from datetime import date
from pathlib import Path

import pytest

from tests.ground import squares
from weft.commons.errors import FileNotUnderstood, NotFound
from weft.commons.provenance import Geography, Vintage
from weft.commons.times import Week
from weft.ground.domain.region_file import file_of, known_regions, read_region_file

REGIONS = Path(__file__).parents[3] / "regions"
MONDAY = Week(date(2026, 11, 23))


def refusal(folder, more):
    with pytest.raises(FileNotUnderstood) as told:
        read_region_file(squares.region_file(folder, more=more))
    return told.value


def test_a_region_says_what_it_is_made_of(tmp_path):
    region = read_region_file(squares.region_file(tmp_path))

    assert (region.slug, region.made_up) == ("squares", True)
    assert region.districts == ("E08000091", "E08000092")
    assert region.source("points").vintage == Vintage(Geography.LSOA, 2021)
    assert region.source("points").dated == date(2026, 1, 31)


def test_a_source_that_is_not_there_is_named(tmp_path):
    region = read_region_file(squares.region_file(tmp_path))

    with pytest.raises(NotFound, match="«stars»"):
        region.source("stars")


@pytest.mark.parametrize(
    ("more", "column"),
    [
        ("vintag = 2021\n", "sources.postcodes.vintag"),
        ('[sources.x]\nfile = "x"\nlicence = "CC0"\n', "sources.x.publisher"),
        ('geography = "lsoa"\n', "sources.postcodes.geography"),
        ('geography = "planet"\nvintage = 2021\n', "sources.postcodes.geography"),
        ('vintage = "2021"\n', "sources.postcodes.vintage"),
        ("[other]\nx = 1\n", "other"),
        ("options = 3\n", "sources.postcodes.options"),
    ],
)
def test_a_slip_is_refused_by_the_name_of_its_key(tmp_path, more, column):
    problem = refusal(tmp_path, more)

    assert problem.column == column
    assert "README" in problem.remedy


def test_a_day_that_is_none_is_refused(tmp_path):
    more = '[sources.x]\nfile = "x"\npublisher = "P"\nlicence = "L"\ndate = "May"\n'

    assert "«May»" in refusal(tmp_path, more).problem


def test_what_is_not_toml_is_refused(tmp_path):
    path = tmp_path / "spoilt.toml"
    path.write_text('name = "Squares')

    with pytest.raises(FileNotUnderstood, match="not TOML"):
        read_region_file(path)


def test_terms_told_in_weeks_run_from_the_monday(tmp_path):
    calendar = read_region_file(squares.region_file(tmp_path)).calendar.calendar(MONDAY)

    assert calendar.is_term_time(date(2026, 11, 2))  # three weeks before
    assert calendar.is_term_time(date(2026, 12, 18))  # the last Friday
    assert calendar.is_term_time(date(2026, 12, 19)) is False
    assert calendar.is_term_time(date(2026, 11, 1)) is None
    assert calendar.is_term_time(date(2027, 3, 1)) is None


@pytest.mark.parametrize("slug", known_regions(REGIONS))
def test_every_region_that_is_shipped_can_be_read(slug):
    region = read_region_file(file_of(slug, REGIONS))

    assert region.slug == slug
    assert all(entry.files for entry in region.sources)


@pytest.mark.parametrize("slug", known_regions(REGIONS))
def test_every_source_of_a_shipped_region_has_an_importer(slug):
    from weft.cli.region.reading import part_of

    region = read_region_file(file_of(slug, REGIONS))

    assert {part_of(entry.importer) for entry in region.sources} >= {"ground"}


def test_a_real_region_says_where_each_table_comes_from():
    region = read_region_file(file_of("west-yorkshire", REGIONS))

    for entry in region.sources:
        assert entry.getting.page or entry.importer == "own_csv", entry.key
        if entry.getting.address or entry.getting.resolve:
            assert entry.getting.save_as, entry.key
            assert any(
                Path(entry.getting.save_as).match(pattern) for pattern in entry.files
            ), f"{entry.key}: what fetch saves, build must find"


def test_a_region_nobody_knows_is_answered_with_those_there_are():
    with pytest.raises(NotFound, match="tenterdale"):
        file_of("atlantis", REGIONS)
