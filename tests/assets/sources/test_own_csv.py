"""What do people tell in Weft's own two tables, and how forgivingly is it read?"""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.assets.asking import an_asked, written
from weft.assets.domain.facts import FactField, WordField
from weft.assets.domain.kinds import AssetKind, TieKind, Visibility
from weft.assets.domain.prices import pence
from weft.assets.sources import own_cells as cell
from weft.assets.sources import own_csv
from weft.assets.sources.own_offers import frequency
from weft.commons.errors import FileNotUnderstood

ASSETS = (
    "id,kind,name,other_names,holder,decides,place,latitude,longitude,visibility,"
    "terms,tags,told_by,told_on"
)
OFFERS = (
    "id,name,group,place,kinds,price_pence_least,price_pence_most,days,starts,ends,"
    "frequency,bank_holidays,step_free,valid_from,told_by,told_on"
)
A_HALL = (
    "hall,place,Nab Hall,,,,,53.73,-1.98,public,,step free;no parking,us,2026-10-01"
)
A_CHOIR = (
    "choir,Everybody Sings,group-x,hall,singing;company,0,500,Thu,19:30,21:00,weekly,,"
    "yes,2026-09-03,Everybody Sings,2026-10-20"
)


A_STUDIO = (
    "studio,place,The Weigh,,,,,53.73,-1.98,public,,running water;no daylight;"
    "may be loud;too noisy to record;sprung floor;water,us,2026-10-01"
)


def read(folder, *, assets=(), offers=()):
    files = []
    if assets:
        files.append(written(folder, "weft-assets.csv", [ASSETS, *assets]))
    if offers:
        files.append(written(folder, "weft-offers.csv", [OFFERS, *offers]))
    return own_csv.read(an_asked(*files))


def one_asset(folder, row):
    [asset] = read(folder, assets=[row]).content.assets
    return asset


def test_a_hall_is_read_with_what_is_known_of_it(tmp_path):
    hall = one_asset(tmp_path, A_HALL)

    assert hall.kind is AssetKind.PLACE
    assert hall.told_on == date(2026, 10, 1)
    assert {fact.field: fact.value for fact in hall.facts} == {
        FactField.STEP_FREE: "yes",
        FactField.PARKING: "no",
    }
    assert hall.tags == ()


@pytest.mark.shows("A18")
def test_a_group_without_any_number_or_form_is_a_whole_group(tmp_path):
    reading = read(tmp_path, assets=["g,group,Friday people,,,,,,,,,,,"])

    [group] = reading.content.assets
    assert group.name == "Friday people"
    assert group.constituted is None
    assert reading.tally.used == 1
    assert reading.tally.not_understood == {}


def test_two_communities_names_for_one_place_are_both_kept(tmp_path):
    hall = one_asset(tmp_path, "h,place,Old Dye House,ਰੰਗ ਘਰ; The Dyers,,,,,,,,,,")

    assert [(name.name, name.language) for name in hall.names] == [
        ("ਰੰਗ ਘਰ", "pa"),
        ("The Dyers", ""),
    ]


def test_what_is_lost_keeps_the_day_it_closed_and_its_story(tmp_path):
    baths = one_asset(tmp_path, "b,place,The Baths,,,,,,,,,closed:2020-12-14,,")

    assert baths.closed_on == date(2020, 12, 14)


def test_deadlines_and_leases_are_kept(tmp_path):
    fund = one_asset(tmp_path, "f,fund,Small grants,,,,,,,,,deadline:2026-12-28,,")

    [fact] = fund.facts
    assert (fact.field, fact.value) == (WordField.DEADLINE, "2026-12-28")


@pytest.mark.parametrize(
    ("told", "read_as"),
    [
        ("public", Visibility.PUBLIC),
        ("", Visibility.PUBLIC),
        ("known to exist", Visibility.KNOWN),
        ("Members", Visibility.MEMBERS),
        ("hidden", Visibility.HIDDEN),
        ("our lot only", Visibility.HIDDEN),
    ],
)
def test_a_word_nobody_understands_never_shows_what_was_meant_to_be_kept(
    tmp_path, told, read_as
):
    assert one_asset(tmp_path, f"x,group,X,,,,,,,{told},,,,").visibility is read_as


@pytest.mark.parametrize(
    ("holder", "told_by", "allowed"),
    [("Clay Circle", "Clay Circle", ("search",)), ("Clay Circle", "a walker", ())],
)
def test_only_its_holders_own_word_lets_a_recipe_be_found(
    tmp_path, holder, told_by, allowed
):
    row = f"r,recipe,Tenter green,,{holder},,,,,public,Ask us first,,{told_by},"

    recipe = one_asset(tmp_path, row)

    assert recipe.channels_allowed == allowed
    assert recipe.terms == "Ask us first"


def test_an_idea_held_by_two_groups_has_no_pin_and_is_tied_to_both(tmp_path):
    rows = [
        A_HALL,
        "g1,group,Clay Circle,,,,hall,,,,,,,",
        "g2,group,Sewing Room,,,,,,,,,,,",
        "m,method,The first ten minutes,,Clay Circle;Sewing Room,,hall,,,,,,,",
    ]

    found = {
        asset.reference: asset for asset in read(tmp_path, assets=rows).content.assets
    }

    method = found["m"]
    holders = [tie.to for tie in method.ties if tie.kind is TieKind.HOLDS]
    assert holders == ["g1", "g2"]
    assert method.point is None
    assert found["g1"].point == found["hall"].point


def test_whoever_is_no_row_here_stays_in_words(tmp_path):
    asset = one_asset(tmp_path, "g,group,X,,,whoever comes,,,,,,,,")

    [tie] = asset.ties
    assert (tie.kind, tie.to, tie.to_name) == (TieKind.DECIDES, "", "whoever comes")


def test_an_offer_is_read_with_its_times_and_price(tmp_path):
    [choir] = read(tmp_path, offers=[A_CHOIR]).content.offers

    [rule] = choir.schedules
    assert (rule.days, rule.starts, rule.ends) == ((3,), time(19, 30), time(21))
    assert rule.bank_holidays is None
    assert (choir.price_pence_least, choir.price_pence_most) == (0, 500)
    assert choir.kinds == ("creative", "community")


@pytest.mark.shows("H58")
def test_door_open_kettle_on_is_a_whole_offer(tmp_path):
    row = "k,Door open kettle on,,,,,,,,,,,,,,"

    reading = read(tmp_path, offers=[row])

    assert reading.tally.used == 1
    assert reading.tally.not_understood == {}
    assert reading.content.offers[0].schedules == ()


def test_a_cell_that_cannot_be_read_leaves_only_that_unknown_and_is_counted(tmp_path):
    row = A_CHOIR.replace("Thu", "whenever").replace(",yes,", ",maybe,")

    reading = read(tmp_path, offers=[row])

    [choir] = reading.content.offers
    assert choir.schedules == ()
    assert choir.facts == ()
    assert reading.tally.used == 1
    assert reading.tally.joins["cells of days"] == "0 of 1"
    assert reading.tally.joins["cells of step_free"] == "0 of 1"
    assert any("whenever" in example for example in reading.tally.examples)


def test_a_row_without_a_name_or_of_an_unknown_kind_is_counted_with_its_line(tmp_path):
    rows = [A_HALL, "x,place,,,,,,,,,,,,", "y,wibble,Y,,,,,,,,,,,", A_HALL]

    tally = read(tmp_path, assets=rows).tally

    assert tally.used == 1
    assert tally.not_understood == {
        "no name": 1,
        "a kind nobody knows: wibble": 1,
        "the same id twice": 1,
    }
    assert "line 3" in tally.examples[0]


def test_headings_as_people_write_them_are_understood(tmp_path):
    path = written(
        tmp_path,
        "our list.csv",
        [
            "Title,Day,Start time,Finish,Venue,Cost",
            "Chess,Tuesdays,7pm,9.30pm,Hall,£2.50",
        ],
    )

    [chess] = own_csv.read(an_asked(path)).content.offers

    [rule] = chess.schedules
    assert (rule.days, rule.starts, rule.ends) == ((1,), time(19), time(21, 30))
    assert chess.price_pence_most == 250


def test_a_table_of_neither_kind_is_refused_with_a_remedy(tmp_path):
    path = written(tmp_path, "prices.csv", ["name,colour", "Tea,brown"])

    with pytest.raises(FileNotUnderstood, match=r"own-csv\.md"):
        own_csv.read(an_asked(path))


# --- cells --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Mon;Wed", (0, 2)),
        ("Mondays and Wednesdays", (0, 2)),
        ("Mon-Fri", (0, 1, 2, 3, 4)),
        ("Fri to Mon", (0, 4, 5, 6)),
        ("Tu, Th", (1, 3)),
        ("daily", (0, 1, 2, 3, 4, 5, 6)),
        ("whenever", None),
        ("Mon or so", None),
    ],
)
def test_weekdays(told, expected):
    assert cell.weekdays(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("13:15", time(13, 15)),
        ("9.30", time(9, 30)),
        ("7pm", time(19)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("24:00", time(0)),
        ("25:00", None),
        ("13pm", None),
        ("half nine", None),
    ],
)
def test_clocks(told, expected):
    assert cell.clock(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [("£2.50", 250), ("2", 200), ("50p", 50), ("free", 0), ("£1,200", 120_000)],
)
def test_prices(told, expected):
    assert pence(told) == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("weekly", (1, ())),
        ("every 3 weeks", (3, ())),
        ("monthly-last", (1, (-1,))),
        ("monthly-9", None),
        ("now and then", None),
    ],
)
def test_how_often(told, expected):
    assert frequency(told) == expected


@given(day=st.dates(), clock=st.times())
def test_days_and_clocks_are_read_as_they_are_written(day, clock):
    plain = clock.replace(second=0, microsecond=0, tzinfo=None)

    assert cell.day(day.isoformat()) == day
    assert cell.day(f"{day:%d/%m}/{day.year:04}") == day
    assert cell.clock(f"{plain:%H:%M}") == plain


@given(told=st.text(max_size=12))
def test_whatever_is_typed_is_read_or_not_and_never_breaks(told):
    for read_cell in (
        cell.yes_no,
        cell.whole,
        pence,
        cell.degrees,
        cell.day,
        cell.days,
        cell.weekdays,
        cell.clock,
        frequency,
    ):
        read_cell(told)
    cell.language_of(told)


def test_what_a_room_is_right_for_is_told_by_its_tags(tmp_path):
    [studio] = read(tmp_path, assets=[A_STUDIO]).content.assets

    assert {fact.field: fact.value for fact in studio.facts} == {
        FactField.WATER: "yes",
        FactField.DAYLIGHT: "no",
        FactField.LOUD: "yes",
        FactField.RECORDING: "no",
        FactField.SPRUNG_FLOOR: "yes",
    }
    assert studio.tags == ("water",)  # which may be a canal's, and says nothing of taps


@pytest.mark.parametrize(
    ("told", "read"),
    [
        ("2026-12-23", "2026-12-21/2026-12-27"),
        ("21/12/2026 to 03/01/2027", "2026-12-21/2027-01-03"),
        ("2026-12-21 to soon", None),
        ("2027-01-03 to 2026-12-21", None),
    ],
)
def test_weeks_off_are_read_or_counted(told, read):
    found = cell.rests(told)

    assert (str(found[0]) if found else None) == read


def test_an_offer_tells_its_weeks_off(tmp_path):
    line = "choir,Sings,,,,,,Thu,19:30,21:00,weekly,,,,us,2026-10-01"
    path = written(
        tmp_path,
        "weft-offers.csv",
        [f"{OFFERS},rest_weeks", f"{line},2026-12-21; 2027-02-15 to 2027-02-19"],
    )
    [offer] = own_csv.read(an_asked(path)).content.offers

    assert [(fact.field, fact.value) for fact in offer.facts] == [
        (WordField.REST, "2026-12-21/2026-12-27"),
        (WordField.REST, "2027-02-15/2027-02-19"),
    ]
