"""The reader beside others that read the same words: a grammar, and a plain pattern."""

import csv
import json
import re
from datetime import date, time

import pytest

from weft.assets.domain.hours import read_hours
from weft.assets.domain.hours.rules import schedules_of
from weft.assets.domain.opening import is_understood, opening_windows
from weft.assets.domain.schedules import occurrences
from weft.commons.times import Week, merged
from weft.ground.domain.calendar import Calendar

TODAY = date(2026, 9, 1)
CALENDAR = Calendar()
WEEKS = [Week(date(2026, 9, 7)).later(n) for n in range(4)]
DAYS = [day for week in WEEKS for day in week]
MAPPED = re.compile(r'"opening_hours"=>"([^"]*)"')
# «Mo, Tu 10:00-12:00» opens all of Monday in OpenStreetMap's grammar, and for people
# both mornings.
ANOTHER_MEANING = re.compile(r"[a-z], [A-Z]|off$|24/7")
SIMPLE = re.compile(
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days? "
    r"(\d+)[.:]?(\d\d)?(am|pm) ?[-–] ?(\d+)[.:]?(\d\d)?(am|pm)"
)
NAMES = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")


@pytest.fixture(scope="module")
def mapped(shared):
    """Every opening_hours of the region's map that the grammar understands."""
    found = {
        hours[1]
        for path in (shared / "data/west-yorkshire/osm").glob("*.geojson")
        for feature in json.loads(path.read_text())["features"]
        if (hours := MAPPED.search(feature["properties"].get("other_tags") or ""))
    }
    return sorted(one for one in found if is_understood(one))


def by_the_reader(text):
    return merged(
        one.window
        for rule in schedules_of(read_hours(text, today=TODAY), told_on=None)
        for one in occurrences(rule, calendar=CALENDAR, weeks=WEEKS)
    )


def by_the_grammar(text):
    return merged(one.window for one in opening_windows(text, CALENDAR, DAYS))


def test_mapped_hours_fall_on_the_dates_that_their_grammar_says(mapped):
    texts = [one for one in mapped if not ANOTHER_MEANING.search(one)]
    whole = [one for one in texts if read_hours(one, today=TODAY).whole]
    different = [one for one in whole if by_the_reader(one) != by_the_grammar(one)]

    assert len(texts) > 600
    assert len(whole) > 0.9 * len(texts)
    assert len(different) <= 0.01 * len(whole), "\n".join(different)


def test_food_banks_hours_are_read_as_a_plain_pattern_reads_them(shared):
    path = shared / "data/other-regions/trafford/gm_food_banks.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        told = {row["Opening times"].strip() for row in csv.DictReader(file)}
    simple = [found for one in told if (found := SIMPLE.fullmatch(one))]

    assert len(simple) > 30
    for found in simple:
        (session,) = read_hours(found[0], today=TODAY).sessions
        assert session.days == (NAMES.index(found[1]),)
        assert session.starts == clock(found[2], found[3], found[4])
        assert session.ends == clock(found[5], found[6], found[7])


def clock(hour, minute, half):
    return time(int(hour) % 12 + (12 if half == "pm" else 0), int(minute or 0))


@pytest.mark.parametrize(
    ("said", "hours"),
    [
        ("9 - 4 weekdays except Wed 9 - 2", {0: "09-16", 2: "09-14"}),
        ("Mon-Fri 9-5, Wed 9-1", {0: "09-17", 2: "09-13"}),
        ("Mon-Fri 9-5 (closed 12-1)", {0: "09-12,13-17"}),
        ("Mon-Fri 10-2, hot meal Weds 12-1", {0: "10-14", 2: "10-14,12-13"}),
        ("Sat, Sun off; Mon-Fri 10-4", {0: "10-16", 5: ""}),
    ],
)
def test_one_day_that_is_not_like_the_others(said, hours):
    for day, wanted in hours.items():
        told = sorted(
            f"{one.starts:%H}-{one.ends:%H}"
            for one in read_hours(said, today=TODAY).sessions
            if day in one.days
        )
        assert ",".join(told) == wanted


def test_what_was_once_and_how_often_are_kept_and_no_rule():
    for said in ("Closed during August 2017", "5 days and 5 evenings per week"):
        found = read_hours(said, today=TODAY)
        assert (found.sessions, len(found.kept)) == ((), 1)
