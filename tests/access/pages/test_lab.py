"""A change is tried, shared, taken out and weighed; nothing of it is kept."""

import csv
import re
from datetime import time
from html import unescape
from itertools import takewhile
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from tests.web import valley
from weft.access.domain.whatif import (
    Counts,
    Drop,
    Meets,
    New,
    Price,
    as_text,
    from_text,
)
from weft.access.pages.lab.sorts import SORTS
from weft.access.queries import scenarios
from weft.access.queries.everybody import reckoning
from weft.access.queries.lives import HeadCounted, lives
from weft.accounts.models import Entry
from weft.assets.models import Offer

pytestmark = pytest.mark.django_db
UNKNOWN = "retired-bus-pass"


@pytest.fixture
def here(monkeypatch):
    """Forty people live each life but one in the first small area."""
    made = valley.region()
    place = valley.place(made)
    valley.offer(made, place=place, on=([1], time(11), time(12)))
    dear = {"price_pence_least": 5_000, "price_pence_most": 5_000}
    valley.offer(made, "Dear dance", place=place, on=([2], time(11), time(12)), **dear)
    Offer.objects.update(newcomers_per_week=5)
    valley.derive(made)
    told = tuple(
        HeadCounted(
            life=one,
            people={valley.LSOA: None if one.slug == UNKNOWN else 40.0},
            tables=(),
            missing=(),
        )
        for one in lives()
    )
    monkeypatch.setattr(reckoning, "head_counts", lambda _region: told)
    return made


@pytest.fixture
def lab(client, here):  # noqa: ARG001 the world
    """Ask the lab; by a scenario and more of the address."""
    week = valley.next_week().monday.isoformat()

    def asked(what="", path="/choice/lab", **more):
        told = {"week": week, "what": what, **more}
        return client.get(path, {name: value for name, value in told.items() if value})

    return asked


def named(title):
    ready = scenarios.ready(valley.SLUG, valley.next_week(), clock=timezone.now)
    return next(one for one in ready.named.offers if one.title == title)


def words(answer):
    return unescape(
        re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", answer.content.decode()))
    )


def rows_of(answer):
    """The rows of a CSV, without its heading and what stands below."""
    told = csv.reader(answer.content.decode("utf-8-sig").splitlines())
    return list(takewhile(bool, told))[1:]


def test_a_change_is_filled_in_and_the_link_holds_all_of_it(lab, client):
    before = Entry.objects.count()
    assert "Nothing yet." in words(lab())
    for sort in SORTS:
        assert sort.by_bus or sort.words in words(lab())
    assert "Let a bus run" not in words(lab())  # no timetable is loaded

    form = words(lab(add="price", find="dance"))
    assert "Which one?" in form
    assert "Dear dance (Old Dye House)" in form
    dance = named("Dear dance")
    filled = {"add": "price", "find": "dance", "offer": dance.name, "pounds": "0"}
    gone_on = lab(**filled, go="1")
    assert gone_on.status_code == 302
    told = parse_qs(urlsplit(gone_on["Location"]).query)
    assert from_text(told["what"][0]) == (Price(dance.name, 0),)

    page = client.get(gone_on["Location"])
    assert "«Dear dance» costs: free" in words(page)
    assert re.search(r"About \d+ people have more to choose from", words(page))
    undo = re.search(r'<a href="([^"]+)">Undo the last step', page.content.decode())
    assert "Nothing yet." in words(client.get(unescape(undo[1])))
    out = re.search(r'href="([^"]+)#changes">Take out', page.content.decode())
    without = client.get(unescape(out[1]))
    assert "Nothing yet." in words(without)
    assert "Undo the last step" in words(without)
    assert Entry.objects.count() == before


def test_figures_are_those_of_the_week_reckoned_anew(lab, here):
    dance = named("Dear dance")
    text = as_text((Price(dance.name, 0),))
    found = {
        (code, life): tuple(map(int, counts[:4]))
        for _, code, life, *counts in rows_of(lab(text, "/choice/lab/areas.csv"))
    }
    before = reckoning.reckon(valley.SLUG, valley.next_week())
    Offer.objects.filter(name="Dear dance").update(price_pence_least=0)
    Offer.objects.filter(name="Dear dance").update(price_pence_most=0)
    valley.derive(here)
    after = reckoning.reckon(valley.SLUG, valley.next_week())
    wanted = {}
    for at, area in enumerate(before.around.areas):
        for n, life in enumerate(before.lives):
            counts = [
                tuple(one.choice.counts[n, at, :, 0].tolist())
                for one in (before, after)
            ]
            if counts[0] != counts[1]:
                wanted[area.code, life.title] = counts[0] + counts[1]
    assert wanted
    assert found == wanted


def test_whom_nobody_counted_is_told_by_areas_and_never_as_nobody(lab):
    dance = named("Dear dance")
    text = as_text((Price(dance.name, 0),))
    told = {row[0]: row[1:] for row in rows_of(lab(text, "/choice/lab/lives.csv"))}
    title = next(one.title for one in lives() if one.slug == UNKNOWN)
    assert told[title][0] == ""
    assert int(told[title][-2]) > 0  # areas with more
    assert f"Nobody knows how many live so: {title}" in words(lab(text))


def test_nothing_changes_for_anybody_is_an_answer(lab):
    clay = named("Clay at the Old Dye House")
    answer = lab(as_text((Meets(clay.name, "quiet", yes=True),)))
    assert "Nothing changes for anybody." in words(answer)
    assert answer.status_code == 200


def test_a_new_thing_is_added_with_all_that_is_said_of_it(lab):
    answer = lab(
        add="new",
        find="dye",
        place=named("Dear dance").place,
        kind="food",
        day="1",
        at="13:00",
        minutes="45",
        pounds="1.50",
        needs="step_free",
        go="1",
    )
    told = from_text(parse_qs(urlsplit(answer["Location"]).query)["what"][0])
    assert isinstance(told[0], New)
    assert (told[0].pence, told[0].minutes, told[0].start) == (150, 45, 1440 + 780)
    assert Meets(told[0].name, "step_free", yes=True) in told
    assert "Something new (food): Tuesday 13:00, 45 min" in words(lab(as_text(told)))


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("1~zz", "cut short or changed"),
        ("7~c.a.1", "not of an edition"),
        ("1~c.gone.1", "no offer «gone»"),
        ("1~d.{dance}.5", "no session then"),
        ("1~l.594.6.5", "needs a timetable"),
    ],
)
def test_a_bad_link_says_so_and_what_can_be_read_is_kept(lab, what, said):
    dance = named("Dear dance").name
    answer = lab(f"{what.format(dance=dance)}~c.{dance}.0")
    assert answer.status_code == 400
    assert said in words(answer)
    assert "«Dear dance» costs: free" in words(answer)
    assert "Nothing is lost" in words(answer)


def test_what_is_filled_in_wrongly_stays_filled_in(lab):
    dance = named("Dear dance").name
    asked = {"add": "move", "find": "dance", "session": f"{dance}.{2 * 1440 + 660}"}
    answer = lab(**asked, day="6", at="half past", go="1")
    assert answer.status_code == 400
    assert "Write the time like 10:30." in words(answer)
    assert 'value="half past"' in answer.content.decode()


@pytest.mark.usefixtures("here")
def test_a_link_of_a_week_that_is_over_leads_to_this_week(client):
    text = f"1~c.{named('Dear dance').name}.0"
    page = words(client.get("/choice/lab", {"week": "2020-01-06", "what": text}))
    assert "a week that is over" in page
    assert "«Dear dance» costs: free" in page


def test_two_changes_stand_beside_each_other_and_two_people_weigh_them(lab):
    clay, dance = named("Clay at the Old Dye House"), named("Dear dance")
    cheaper = as_text((Price(dance.name, 0),))
    gone = as_text((Drop(clay.name, clay.sessions[0][0]),))
    page = words(lab(path="/choice/lab/beside", a=cheaper, b=gone, mine_need="10"))
    assert "«Dear dance» costs: free" in page
    assert "not on Tuesday 11:00" in page
    assert page.count("It does not matter") == len(Counts)
    whole = "http://testserver/choice/lab?week=2026-11-30&what=" + cheaper
    same = words(lab(path="/choice/lab/beside", a=whole, b=cheaper))
    assert same.count("both find A and B alike") == len(Counts)


def test_without_a_region_it_is_said(client):
    assert "nothing can be tried" in words(client.get("/choice/lab"))
    assert "nothing can be tried" in words(client.get("/choice/lab/beside"))
    assert client.get("/choice/lab/lives.csv").status_code == 404
