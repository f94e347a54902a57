"""A timetable is read, says what is not known in it, and is kept until the next."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import override_settings

from tests.need.building import an_asked
from tests.standards.gtfs.making import a_feed
from weft.access.domain.timetable import day_of
from weft.access.queries.timetables import timetable_of
from weft.access.services.loading import load
from weft.access.sources.timetable import read
from weft.accounts.actors import Actor
from weft.commons.errors import FileNotUnderstood
from weft.commons.times import Week
from weft.ground.models import Region

WEDNESDAY = date(2026, 11, 25)


def asked_for(*paths, week=date(2026, 11, 23)):
    return replace(an_asked("timetable.zip"), files=paths, week=Week(week))


def test_it_is_read_and_says_how_much_nobody_knows(tmp_path):
    reading = read(asked_for(a_feed(tmp_path)))

    assert reading.content.about["version"] == "20261127_115702"
    assert reading.tally.not_understood == {}
    assert reading.tally.joins == {
        "vehicles that say whether they take a wheelchair": "0 of 1",
        "stops that say whether a wheelchair can board": "2 of 3",
    }


def test_a_week_it_does_not_speak_of_is_told_in_words(tmp_path):
    reading = read(asked_for(a_feed(tmp_path), week=date(2027, 4, 5)))

    assert list(reading.tally.not_understood) == [
        "the week of the build: this timetable ends on 28 March 2027"
    ]


def test_of_two_timetables_nobody_knows_which_holds(tmp_path):
    with pytest.raises(FileNotUnderstood, match="2 timetables"):
        read(asked_for(a_feed(tmp_path), a_feed(tmp_path, name="old_gtfs.zip")))


@pytest.mark.django_db
def test_what_was_loaded_is_asked_for_until_the_next_one(tmp_path):
    region = Region.objects.create(
        slug="somewhere", name="Somewhere", built_at=datetime(2026, 11, 23, tzinfo=UTC)
    ).slug

    def put(**changed):
        load(
            region=region,
            readings=[read(asked_for(a_feed(tmp_path, **changed)))],
            by=Actor.command("region build"),
            week=Week(date(2026, 11, 23)),
        )

    with override_settings(DATA_DIR=tmp_path):
        assert timetable_of(region) is None
        put()
        assert timetable_of(region) is timetable_of(region)
        assert day_of(timetable_of(region), WEDNESDAY).runs > 0
        put(calendar_dates=[f"100,{WEDNESDAY:%Y%m%d},2"])
        day = day_of(timetable_of(region), WEDNESDAY)
        leaves = day.onwards.leaves
        assert not ((leaves >= day.begins) & (leaves < day.ends)).any()
