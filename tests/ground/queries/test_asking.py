"""Is every question about the ground answered, and nothing made up?"""

from datetime import date

import pytest

from tests.ground import squares
from weft.accounts.actors import Actor
from weft.cli.region import build
from weft.commons.errors import NotFound
from weft.commons.places import Point
from weft.commons.provenance import Geography, Vintage
from weft.commons.times import Week
from weft.ground import queries, services
from weft.ground.domain.named import NamedPlaceKind, NamedPlaceTold
from weft.ground.domain.region_file import read_region_file
from weft.ground.models import NamedPlace
from weft.ground.queries import NotKnown, StartFound, StartKind, StartsFound

pytestmark = pytest.mark.django_db

WEEK = Week(date(2026, 11, 23))
LSOA21 = Vintage(Geography.LSOA, 2021)
LSOA11 = Vintage(Geography.LSOA, 2011)


@pytest.fixture
def region(tmp_path):
    folder = squares.write(tmp_path / "files")
    path = squares.region_file(folder)
    build(region_file=path, folder=folder, week=WEEK, by=Actor.command("test"))
    return read_region_file(path)


@pytest.fixture
def names(region):
    """Name a few places in the squares, as a map would."""
    told = [
        ("town", "Sluice", "", -1.99),
        ("street", "Station Road", "Sluice", -1.99),
        ("street", "Station Road", "Weir", -1.87),
        ("village", "Weir", "", -1.87),
        ("stop", "Weir", "", -1.95),
        ("street", "Old Mill Lane", "Weir", -1.87),
    ]
    for kind, name, within, longitude in told:
        place = NamedPlaceTold(
            kind=NamedPlaceKind(kind),
            name=name,
            within=within,
            point=Point(53.71, longitude),
        )
        NamedPlace.objects.create(
            region_id=region.slug,
            kind=place.kind,
            name=name,
            folded=name.lower(),
            within=within,
            latitude=place.point.latitude,
            longitude=longitude,
        )


# --- where somebody starts -----------------------------------------------------------


@pytest.mark.parametrize("typed", ["ZD1 1AA", "zd11aa", " zD1  1 aa ", "ZD11AA"])
def test_a_postcode_is_known_however_it_is_written(region, typed):
    start = queries.find_start(typed)

    assert (start.kind, start.name) == (StartKind.POSTCODE, "ZD1 1AA")
    assert (start.area, start.region) == ("E01000101", region.slug)
    assert not start.ended


def test_an_ended_postcode_is_still_somewhere(region):
    assert region
    start = queries.find_start("ZD1 1DA")

    assert start.ended
    assert start.area == "E01000101"


def test_a_postcode_nobody_knows_gets_a_way_on(region):
    assert region
    start = queries.find_start("ZD1 7XX")

    assert isinstance(start, NotKnown)
    assert start.looks_like_postcode
    assert [other.name for other in start.instead] == ["ZD1"]


def test_a_postcode_of_elsewhere_is_not_known(region):
    assert region
    assert queries.find_start("SW1A 1AA") == NotKnown(looks_like_postcode=True)


@pytest.mark.parametrize(
    ("typed", "name", "kind"),
    [
        ("ZD1", "ZD1", StartKind.OUTWARD),
        ("zd2", "ZD2", StartKind.OUTWARD),
        ("ZD1 2", "ZD1 2", StartKind.SECTOR),
        ("zd12", "ZD1 2", StartKind.SECTOR),
        ("ZD1 2B", "ZD1 2", StartKind.SECTOR),
        ("ZD1 9", "ZD1", StartKind.OUTWARD),
    ],
)
def test_the_beginning_of_a_postcode_will_do(region, typed, name, kind):
    assert region
    start = queries.find_start(typed)

    assert (start.name, start.kind) == (name, kind)
    assert start.area.startswith("E01")


def test_an_outward_code_of_elsewhere_is_known_for_what_it_is(region):
    assert region
    assert queries.find_start("LS9") == NotKnown(looks_like_postcode=True)


def test_a_whole_postcode_is_never_passed_on(region):
    assert region
    start = queries.find_start("ZD1 1AA")

    assert queries.forgotten(start).name == "ZD1"
    assert start.coarse == "E01000101"


@pytest.mark.parametrize("typed", ["Sluice", "sluice", "  SLUICE ", "Sluise", "Sluic"])
def test_a_town_is_found_through_a_slip_of_the_finger(names, typed):
    assert names is None
    start = queries.find_start(typed)

    assert isinstance(start, StartFound)
    assert start.name == "Sluice"
    assert start.corrected == (typed == "Sluise")


def test_a_village_is_meant_before_a_stop_of_its_name(names):
    assert names is None
    start = queries.find_start("weir")

    assert start.point.longitude == -1.87


def test_two_streets_of_one_name_have_to_be_chosen_between(names):
    assert names is None
    start = queries.find_start("station road")

    assert isinstance(start, StartsFound)
    assert {option.within for option in start.options} == {"Sluice", "Weir"}


@pytest.mark.parametrize("typed", ["Station Road, Weir", "station road weir"])
def test_a_street_may_be_told_with_its_town(names, typed):
    assert names is None
    start = queries.find_start(typed)

    assert (start.name, start.within) == ("Station Road", "Weir")


def test_the_beginning_of_a_name_will_do(names):
    assert names is None
    assert queries.find_start("old mill").name == "Old Mill Lane"


def test_a_neighbourhood_is_known_by_what_people_call_it(region):
    assert region
    start = queries.find_start("st annes")

    assert start.name == "St Anne's"
    assert start.area in squares.LSOAS[6:]


@pytest.mark.parametrize("typed", ["", "  ", "qq", "Timbuktu", "!!!", "x" * 999, "\0"])
def test_what_nobody_knows_is_not_known(names, typed):
    assert names is None
    assert isinstance(queries.find_start(typed), NotKnown)


def test_an_area_may_be_told_by_its_code(region):
    assert region
    start = queries.find_start("e01000103")

    assert (start.kind, start.area) == (StartKind.AREA_CODE, "E01000103")
    assert start.name == "Weir & Sluice"


def test_a_square_of_the_map_may_be_told_by_its_word(region):
    assert region
    square = Point(53.71, -1.99).square

    start = queries.find_start(square.token)

    assert (start.kind, start.point.square) == (StartKind.SQUARE, square)
    assert start.region == region.slug  # so that its land is drawn


@pytest.mark.parametrize("typed", ["s9x999999", "E99999999"])
def test_codes_of_nowhere_are_not_known(region, typed):
    assert region
    assert isinstance(queries.find_start(typed), NotKnown)


# --- areas ---------------------------------------------------------------------------


def test_an_area_says_what_it_lies_in_smallest_first(region):
    area = queries.area("E01000101")

    assert area.region == region.slug
    assert area.title == "Mill End"
    kinds = [around.vintage.geography for around in area.within]
    assert kinds == sorted(kinds, key=["msoa", "ward", "icb_place", "lad", "icb"].index)
    assert area.inside(Geography.DISTRICT).name == "Fulling"
    assert area.inside(Geography.OA) is None


def test_an_area_nobody_knows_is_none(region):
    assert region
    assert queries.area("E01999999") is None


def test_edges_are_given_when_asked_for(region):
    assert queries.area("E01000101").boundary is None
    assert queries.area("E01000101", boundary=True).boundary
    with_edges = queries.areas(region.slug, Geography.LSOA, 2021, boundaries=True)
    assert all(area.boundary for area in with_edges)


def test_areas_are_listed_in_a_fixed_number_of_statements(
    region, django_assert_num_queries
):
    with django_assert_num_queries(3):
        eight = queries.areas(region.slug, Geography.LSOA, 2021)
    with django_assert_num_queries(3):
        four = queries.areas(region.slug, Geography.MSOA, 2021)

    assert [len(eight), len(four)] == [8, 4]


def test_links_say_what_became_of_what(region):
    links = queries.links(region.slug, LSOA11, LSOA21)

    told = {(link.code, link.to_code, link.change) for link in links}
    assert told == set(squares.changes())


def test_neighbours_are_named(region):
    assert region
    assert [n.code for n in queries.neighbours("E01000102")] == [
        "E01000101",
        "E01000103",
    ]
    assert queries.neighbours("E99") == []


def test_the_areas_inside_a_larger_one(region):
    assert region
    assert queries.areas_inside("E02000101") == ["E01000101", "E01000102"]
    assert queries.areas_inside("E08000092") == squares.LSOAS[4:]


def test_a_point_lies_in_its_area_or_in_none(region):
    assert region
    longitude, latitude = squares.middle_of("E01000104")

    assert queries.lsoa_at(Point(latitude, longitude)) == "E01000104"
    assert queries.lsoa_at(Point(51.5, -0.1)) == ""


def test_without_any_region_a_point_lies_nowhere():
    assert queries.lsoa_at(Point(53.7, -2.0)) == ""
    assert queries.regions() == []


def test_the_newest_year_with_edges(region):
    assert queries.newest_vintage(region.slug, Geography.LSOA) == 2021
    assert queries.newest_vintage(region.slug, Geography.WARD) is None


# --- regions -------------------------------------------------------------------------


def test_a_region_says_its_name_and_telephone(region):
    about = queries.region(region.slug)

    assert (about.name, about.telephone) == ("Squares", "01632 960 000")
    assert about.languages == ("en", "ur")
    assert about.week == WEEK.monday


@pytest.mark.parametrize("ask", [queries.region, queries.calendar, queries.report])
def test_a_region_that_is_not_here_is_not_found(ask):
    with pytest.raises(NotFound, match="«atlantis»"):
        ask("atlantis")


def test_the_calendar_is_that_of_the_week_it_was_built_for(region):
    calendar = queries.calendar(region.slug)

    assert calendar == region.calendar.calendar(WEEK)
    assert calendar.is_bank_holiday(date(2026, 12, 25))
    assert calendar.is_term_time(date(2026, 12, 18))


def test_the_ledger_lists_the_sources_in_the_order_they_were_read(region):
    sources = [line.source for line in queries.ledger(region.slug)]

    assert sources[:4] == ["lookup_oa", "lookup_change", "lookup_wards", "lookup_icb"]
    assert sources[-1] == "postcodes"
    assert len(sources) == len(squares.SOURCES)


# --- people --------------------------------------------------------------------------


def test_people_are_counted_where_they_are_told_and_unknown_elsewhere(region):
    services.count_people(
        region=region.slug, people={LSOA21: {"E01000101": 1650}}, by=Actor.job("test")
    )

    assert queries.area("E01000101").people == 1650
    assert queries.area("E01000102").people is None
