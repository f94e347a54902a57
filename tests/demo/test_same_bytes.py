"""Same seed and same Monday: same bytes. Another Monday: the dates move with it."""

import re
import time
from datetime import date, timedelta

import pytest

from demo import recipe
from demo.__main__ import monday
from demo.setting import Setting, bank_holidays, easter

FOUR_WEEKS = timedelta(weeks=4)


def test_the_same_seed_and_monday_give_the_same_bytes(valley, same_again):
    assert valley.files == same_again.files
    for path in valley.files:
        one, other = valley.root / path, same_again.root / path
        assert one.read_bytes() == other.read_bytes(), path


def test_another_seed_gives_another_valley(valley, another_seed):
    assert valley.files == another_seed.files
    path = "boundaries/Output_Areas_2021_EW_BGC_V2.geojson"
    assert (valley.root / path).read_bytes() != (another_seed.root / path).read_bytes()


def test_nothing_on_the_ground_moves_with_the_week(valley, four_weeks_on):
    for folder in ("boundaries", "census", "lookups", "postcodes", "deprivation"):
        for path in sorted((valley.root / folder).iterdir()):
            later = four_weeks_on.root / folder / path.name
            assert path.read_bytes() == later.read_bytes(), path.name


def test_the_timetable_moves_with_the_week(valley, four_weeks_on):
    (now,), (later,) = valley.gtfs("feed_info"), four_weeks_on.gtfs("feed_info")

    def day(text):
        return date.fromisoformat(text)

    for key in ("feed_start_date", "feed_end_date"):
        assert day(later[key]) - day(now[key]) == FOUR_WEEKS
    assert day(now["feed_start_date"]) <= date(2026, 11, 23)
    assert day(now["feed_end_date"]) > date(2026, 11, 29)


@pytest.mark.parametrize("column", ["told_on", "valid_from", "valid_to"])
def test_every_date_of_our_own_offers_moves_with_the_week(
    valley, four_weeks_on, column
):
    rows = zip(
        valley.csv("own/weft-offers.csv"),
        four_weeks_on.csv("own/weft-offers.csv"),
        strict=True,
    )
    pairs = [(a[column], b[column]) for a, b in rows]
    told = [pair for pair in pairs if pair[0]]
    assert told
    for now, later in told:
        assert date.fromisoformat(later) - date.fromisoformat(now) == FOUR_WEEKS


def test_services_and_lost_assets_move_with_the_week(valley, four_weeks_on):
    for name in ("services/page-1.json", "own/weft-assets.csv"):
        now, later = (
            re.findall(r"20\d\d-\d\d-\d\d", (v.root / name).read_text("utf-8"))
            for v in (valley, four_weeks_on)
        )
        assert len(now) == len(later) > 30
        moved = {
            date.fromisoformat(b) - date.fromisoformat(a)
            for a, b in zip(now, later, strict=True)
        }
        assert moved == {FOUR_WEEKS}


def test_nobody_has_told_us_anything_after_the_monday(valley):
    for name in ("own/weft-offers.csv", "own/weft-assets.csv"):
        days = [row["told_on"] for row in valley.csv(name)]
        assert max(days) < "2026-11-23"
        assert min(days) < "2026-01-01"  # some so long ago that we are not sure


def test_terms_fall_as_in_an_ordinary_autumn():
    terms = Setting(week=date(2026, 11, 23)).terms()
    assert terms[0] == (date(2026, 8, 31), date(2026, 10, 23))
    assert terms[1] == (date(2026, 11, 2), date(2026, 12, 18))


def test_a_week_starts_on_a_monday():
    assert monday("2026-11-29") == date(2026, 11, 23)
    with pytest.raises(ValueError, match="not a Monday"):
        Setting(week=date(2026, 11, 24))


def test_bank_holidays_agree_with_the_official_calendar():
    holidays = pytest.importorskip("holidays")
    for year in range(2024, 2036):
        # where a holiday falls on a weekend the package lists its substitute too
        official = set(holidays.UK(subdiv="ENG", years=year))
        assert {d for d in official if d.weekday() < 5} == {*bank_holidays(year)}
        assert easter(year).weekday() == 6


@pytest.mark.slow
def test_the_whole_valley_takes_less_than_20_seconds(tmp_path):
    before = time.process_time()
    recipe.write(tmp_path, week=date(2026, 11, 23))
    assert time.process_time() - before < 20
