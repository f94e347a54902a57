"""Is a number of new faces the group's own, undone without a trace, and never small?"""

import csv
import io
from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.models import FactEvent, NewFaces
from weft.assets.pages.presenters.month import NO_TIMES, MonthPicture
from weft.assets.queries.month import MonthOfGroup, WeekOfGroup, month_of_group
from weft.assets.services.holding import confirm_group, pause_group
from weft.assets.services.new_faces import say_new_faces, take_faces_back
from weft.cli.exporting.columns import tables
from weft.commons.errors import NotAllowed, NotPossible
from weft.commons.times import Week

TODAY = timezone.localdate()


@pytest.fixture
def circle(db):
    assert db is None
    region = valley.region()
    made = valley.group(region)
    valley.offer(region, place=valley.place(region), group=made)
    valley.derive(region)
    return made


@pytest.fixture
def by(circle):
    return Actor.holder("k", of=Thing("asset", str(circle.pk)))


def month_of(circle):
    return month_of_group(circle.pk, today=TODAY)


def test_the_last_word_of_a_week_counts_and_is_taken_back_without_a_trace(circle, by):
    for number in (3, 4):
        say_new_faces(by=by, group=circle.pk, number=number, today=TODAY)
    assert month_of(circle).this_week.faces == 4
    take_faces_back(by=by, group=circle.pk, today=TODAY)

    assert month_of(circle).this_week.faces is None
    assert not NewFaces.objects.exists()
    assert "4" not in repr([*Entry.objects.values_list("details", flat=True)])


@pytest.mark.parametrize("number", [-1, 201])
def test_no_week_has_so_many(circle, by, number):
    with pytest.raises(NotPossible):
        say_new_faces(by=by, group=circle.pk, number=number, today=TODAY)


def test_only_the_group_itself_says_so(circle):
    for other in (Actor.steward("s"), Actor.holder("k", of=Thing("asset", "x"))):
        with pytest.raises(NotAllowed):
            say_new_faces(by=other, group=circle.pk, number=1, today=TODAY)


def test_a_month_has_what_the_list_said_was_on_and_a_break_is_a_break(circle, by):
    months = month_of(circle)
    assert [len(week.on) for week in months.weeks] == [1] * 5
    assert {one.day.weekday() for week in months.weeks for one in week.on} == {1}
    confirm_group(by=by, group=circle.pk, today=TODAY)
    assert month_of(circle).this_week.confirmed == (TODAY,)

    later = TODAY + timedelta(days=21)
    pause_group(by=by, group=circle.pk, back_on=later, today=Week.of(TODAY).monday)
    assert [len(week.on) for week in month_of(circle).weeks] == [1, 1, 1, 1, 0]
    assert FactEvent.objects.exists()


def test_where_nobody_told_the_times_nought_is_not_said(circle):
    circle.offers.all().delete()
    picture = MonthPicture(month=month_of(circle), fewest=5)

    assert picture.answer.startswith(NO_TIMES)
    assert {row[1:3] for row in picture.file.rows} == {(None, None)}


@given(numbers=st.lists(st.none() | st.integers(0, 200), min_size=5, max_size=5))
def test_no_small_number_leaves_in_the_file_and_none_that_is_large_is_hidden(numbers):
    first = Week.of(TODAY).later(-4)
    weeks = tuple(
        WeekOfGroup(week=first.later(n), on=(), faces=number, confirmed=())
        for n, number in enumerate(numbers)
    )
    month = MonthPicture(month=MonthOfGroup(weeks=weeks, when_known=True), fewest=5)
    told = [row[3] for row in month.file.rows]

    for number, cell in zip(numbers, told, strict=True):
        few = number is not None and 0 < number < 5
        assert cell == ("fewer than 5" if few else number)


def test_no_number_leaves_in_an_export():
    [told] = [one for one in tables() if one.name == "assets_newfaces"]
    assert "number" not in {column.name for column in told.columns}


def test_a_group_tells_its_number_and_takes_its_month_along(client, circle):
    made = make_link(thing=Thing("asset", str(circle.pk)), by=Actor.steward("s"))
    at = f"/g/{made.secret}"
    assert client.post(at, {"answer": "faces", "number": "x"}).status_code == 400
    page = client.post(at, {"answer": "faces", "number": "3"}, follow=True)
    assert 'value="3"' in page.content.decode()

    told = client.get(f"{at}/month.csv")
    assert told["Cache-Control"] == "no-store"
    rows = list(csv.reader(io.StringIO(told.content.decode("utf-8-sig"))))
    assert rows[5][3] == "fewer than 5"
    client.post(at, {"answer": "no-faces"})
    assert not NewFaces.objects.exists()
    assert client.get("/g/nothing/month.csv").status_code == 404
