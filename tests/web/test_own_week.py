"""A reader makes a week of their own: from its link alone, and nothing else is kept."""

from datetime import date, time
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from tests.web import valley
from tests.web.plain_words import plain_words
from weft.access.domain.travel import Way
from weft.access.queries.everybody import own
from weft.assets.domain.facts import FactField
from weft.commons.times import Week
from weft.commons.tongues import tongues
from weft.web.free_time import BLOCKS
from weft.web.own_week import AGES, NEEDS, SPOKEN, WITHOUT, OwnWeek, own_week

TODAY = date(2026, 11, 30)
SOME = st.sampled_from
WEEKS = st.builds(
    OwnWeek,
    week=st.just(Week(TODAY)),
    blocks=st.frozensets(SOME(list(BLOCKS.values()))),
    way=SOME(["foot", "bus", "wheels", "bike", "car"]),
    far=SOME(range(5, 95, 5)),
    fare=SOME(range(16)),
    spare=SOME([0, 5, 30]),
    needs=st.sets(SOME(NEEDS)).map(lambda some: tuple(n for n in NEEDS if n in some)),
    language=SOME(["", *SPOKEN]),
    age=SOME(["", *AGES]),
    without=st.sets(SOME(WITHOUT)).map(lambda s: tuple(w for w in WITHOUT if w in s)),
    by_light=st.booleans(),
)


@given(WEEKS)
def test_a_link_carries_all_of_a_week_and_nothing_more(week):
    address = urlencode(week.fields())
    assert own_week(QueryDict(address), today=TODAY) == week


@given(st.text(max_size=60))
def test_whatever_stands_in_an_address_makes_a_week_that_can_be_reckoned(said):
    names = ("far", "pay", "fare", "spare", "way", "age", "language", "week", "any")
    asked = own_week(QueryDict(urlencode(dict.fromkeys(names, said))), today=TODAY)
    life = asked.life
    assert all(5 <= one.minutes <= 90 for one in life.goes)
    assert life.most_pence is None or 0 <= life.most_pence <= 3_000


def test_a_week_says_no_more_than_was_ticked():
    asked = own_week(
        QueryDict("free=mon-late&way=bus&far=40&pay=3&fare=2&need=step_free"),
        today=TODAY,
    )
    life = asked.life
    assert life.free == ((88, 112),)  # Monday 22:00 to Tuesday 4:00
    assert {one.by: one.fare_pence for one in life.goes} == {Way.FOOT: 0, Way.BUS: 200}
    assert life.most_pence == 300
    assert life.needs == {FactField.STEP_FREE}
    assert own_week(QueryDict(""), today=TODAY).life.free == ((0, 672),)


@pytest.mark.django_db
def test_the_page_says_where_three_are_and_what_would_help(client):
    assert "Nothing is loaded yet" in client.get("/choice/own").content.decode()
    made = valley.region()
    place = valley.place(made)
    for n, kind in enumerate(("creative", "food", "nature")):
        group = valley.group(made, f"Group {n}")
        told = {"group": group, "kinds": [kind], "newcomers_per_week": 5}
        hours = ([1], time(14), time(15))
        valley.offer(made, f"Thing {n}", place=place, on=hours, **told)
    valley.derive(made)
    week = valley.next_week().monday.isoformat()

    page = client.get(f"/choice/own?week={week}&age=18-59")
    words = page.content.decode()
    assert "small areas we know of three things or more" in words
    assert not page.cookies
    closed = client.get(f"/choice/own?week={week}&free=sun-morning").content.decode()
    assert "In 0 of 2 small areas" in closed
    assert "it is not on when you are free" in closed

    table = client.get(f"/choice/own.csv?week={week}&free=sun-morning")
    assert valley.LSOA in table.content.decode()
    assert "free=sun-morning" in table.content.decode()
    assert client.get("/choice/own.xlsx").status_code == 200
    assert client.get("/choice/own.exe").status_code == 404

    def answer(asked):
        whole = client.get(f"/choice/own?week={week}&{asked}").content.decode()
        part = whole.partition('aria-labelledby="answer"')[2].partition("</section>")[0]
        return f"<main><section{part}</section></main>"

    for tongue in tongues().values():
        said = answer(f"free=sun-morning&in={tongue.code}")
        assert bool(plain_words(said)) is tongue.is_english, tongue.code
        assert tongue.say("how_many_places").text in said
        if not tongue.is_english:
            assert tongue.say("lacks_hours").text in said
    rest = "pay=3&age=60-120&without=quiet&light=yes&need=step_free&language=ur"
    assert plain_words(answer(f"free=sun-late&{rest}&in=pl")) == []

    # Whole pages: form, hints, map and tables. Names and days stay as they are.
    names = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "CSV", "Excel"}
    for code in ("ur", "pl"):
        whole = client.get(f"/choice/own?week={week}&free=sun-morning&in={code}")
        left = set(plain_words(whole.content.decode())) - names
        assert left <= {valley.LSOA, valley.OTHER_LSOA, "Hollin Bridge"}, code
    file = client.get(f"/choice/own.csv?week={week}&free=sun-morning&in=pl")
    first, *rows = file.content.decode("utf-8-sig").splitlines()
    assert first.startswith("Mały obszar · Small area,Kod · Code,")
    assert rows[0].endswith("nie · no,nie · no")
    assert "free=sun-morning" in file.content.decode()

    part = client.get(f"/choice/own?week={week}", headers={"HX-Request": "true"})
    assert "<form" not in part.content.decode()
    assert client.get("/choice/own?near=ZD3 8EH").status_code == 400


@pytest.mark.django_db
def test_who_would_wait_too_long_is_told_and_nothing_they_ticked_is_lost(
    client, monkeypatch
):
    valley.region()
    monkeypatch.setattr(own, "own_week_soon", lambda *_told, **_said: None)
    page = client.get("/choice/own?free=sun-morning&way=bus").content.decode()
    assert "We are still reckoning" in page
    assert "free=sun-morning&amp;way=bus" in page
