"""A week's real choices are reckoned, published, shown, and reckoned again the same."""

from datetime import date, time
from html import unescape

import numpy as np
import pytest
from django.test import override_settings
from django.utils import timezone

from tests.access.domain.weeks_published import a_week
from tests.web import valley
from weft.access.domain.choice.values import Condition
from weft.access.domain.gates import Gate
from weft.access.domain.going import Basis
from weft.access.domain.published import with_three_by_tenth
from weft.access.domain.spans import FAR
from weft.access.pages.presenters.front import FrontPage
from weft.access.queries.everybody import reckoning
from weft.access.queries.lives import HeadCounted, lives
from weft.access.queries.weeks import published, published_weeks, reckon_week
from weft.access.services.publishing import publish_week
from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.assets.domain.kinds import AssetKind
from weft.assets.models import Asset, Offer
from weft.commons.errors import NotFound
from weft.commons.times import Week
from weft.jobs.registry import Weekly, job_named

pytestmark = pytest.mark.django_db
BY = Actor.command("choice")
AT_NOON = "caring-two-free-hours"
AT_SCHOOL = "school-run-no-car"


@pytest.fixture(autouse=True)
def data(tmp_path):
    with override_settings(DATA_DIR=tmp_path):
        yield tmp_path


@pytest.fixture
def here(monkeypatch):
    """A valley where 40 people live each life in its first small area."""
    made = valley.region()
    hours = ([1], time(11), time(12))
    valley.offer(made, place=valley.place(made), on=hours)
    valley.derive(made)
    monkeypatch.setattr(reckoning, "head_counts", forty_in_the_first)
    return made


def forty_in_the_first(_region):
    people = {valley.LSOA: 40.0, valley.OTHER_LSOA: None}
    return tuple(
        HeadCounted(life=one, people=people, tables=(), missing=()) for one in lives()
    )


def publish(week):
    return publish_week(
        region=valley.SLUG,
        week=week,
        reckoned=reckon_week(valley.SLUG, week),
        clock=timezone.now,
        by=BY,
    )


@pytest.mark.usefixtures("here")
def test_a_week_is_published_and_reckoned_again_to_the_last_digit(data):
    week = valley.next_week()
    first = publish(week)
    (about,) = published_weeks(valley.SLUG)
    told = published(about)

    assert about.digest == first == publish(week)
    assert set(about.inputs) == {"sources", "offers", "lives"}
    assert told.basis == Basis.STRAIGHT_LINE.value
    assert told.offers == 1
    assert told.people.sum() == 40_000 * len(lives())
    assert told.unknown.tolist() == [1] * len(lives())
    assert len(list(data.rglob("*.npz"))) == 1  # the one before went
    assert latest_deeds(most=1)[0].deed == "access.publish"


def test_another_offer_is_another_hash_of_inputs(here):
    week = valley.next_week()
    before = reckon_week(valley.SLUG, week)
    Offer.objects.update(price_pence_least=100, price_pence_most=100)
    valley.derive(here)
    after = reckon_week(valley.SLUG, week)
    assert before.inputs["offers"] != after.inputs["offers"]
    assert before.inputs["lives"] == after.inputs["lives"]


@pytest.mark.usefixtures("here")
def test_one_offer_is_never_three_real_choices():
    told = reckon_week(valley.SLUG, valley.next_week()).told
    assert told.choice.counts[..., 0].max() <= 1
    assert not told.choice.has_three.any()
    certain, possible = told.choice.counts[:, :, 0], told.choice.counts[:, :, 1]
    assert (certain <= possible).all()
    assert np.isnan(with_three_by_tenth(told, 0, 0)[1:]).all()  # no index is loaded


def test_a_region_without_areas_is_told_so():
    valley.Region.objects.create(slug="empty", name="Empty", built_at=timezone.now())
    with pytest.raises(NotFound, match="No area"):
        reckon_week("empty", Week(date(2026, 11, 23)))


def test_the_job_comes_round_every_monday():
    assert job_named("access.week").every == Weekly(weekday=0, hour=5)


@pytest.mark.usefixtures("here")
def test_the_page_says_who_has_fewer_than_three_and_that_nobody_was_asked(client):
    empty = client.get("/choice").content.decode()
    assert "not reckoned yet" in empty
    publish(valley.next_week())

    page = client.get("/choice").content.decode()
    assert "About 40 of 40 people have fewer than three." in page
    assert "Nobody here has been asked yet" in page
    assert "guessed from a straight line" in page
    table = client.get("/choice.csv").content.decode()
    assert published_weeks(valley.SLUG)[0].digest in table

    one = client.get(f"/choice/{AT_NOON}")
    assert one.status_code == 200
    assert "Nobody who lives this has checked it yet." in one.content.decode()
    areas = client.get(f"/choice/{AT_NOON}/areas.csv").content.decode()
    assert valley.LSOA in areas
    assert ",40," not in areas  # an area's people never leave
    assert client.get("/choice/no-such-life").status_code == 404


@pytest.mark.usefixtures("here")
def test_every_page_and_file_says_that_its_ways_are_guessed(client):
    publish(valley.next_week())
    of_a_life = ("", "/hours", "/fair", "/neighbourhoods")
    of_a_file = ("areas", "hours", "way", "in-the-way", "changes", "neighbourhoods")
    for end in (
        *("", ".csv", "/own?way=foot&far=30", "/own.csv?way=foot&far=30", "/lab"),
        *(f"/{AT_SCHOOL}{end}" for end in of_a_life),
        *(f"/{AT_SCHOOL}/{name}.csv" for name in of_a_file),
    ):
        told = client.get(f"/choice{end}")
        assert (told.status_code, end) == (200, end)
        assert "guessed from a straight line" in told.content.decode(), end


@pytest.mark.usefixtures("here")
def test_the_week_is_told_hour_by_hour_and_stepped_without_a_script(client):
    publish(valley.next_week())
    page = client.get(f"/choice/{AT_SCHOOL}/hours").content.decode()
    assert (
        'id="which-hour">Tuesday, 11:00 to 12:00' in page
    )  # the fullest: the only one with anything
    before, after = ((34, "Tuesday, 10:00"), (36, "Tuesday, 12:00"))
    for number, said in (before, after):
        assert f"/choice/{AT_SCHOOL}/hours?hour={number}" in page
        other = client.get(f"/choice/{AT_SCHOOL}/hours?hour={number}").content.decode()
        assert f'id="which-hour">{said}' in other
    for odd in ("", "999", "1234567", "-1", "³", "noon"):
        asked = client.get(f"/choice/{AT_SCHOOL}/hours", {"hour": odd})
        assert asked.status_code == 200
    told = client.get(f"/choice/{AT_SCHOOL}/hours.csv").content.decode()
    assert "Tuesday,11:00,40,40" in told
    assert "Tuesday,10:00,0,0" in told
    assert client.get("/choice/no-such-life/hours").status_code == 404


@pytest.mark.shows("C20", "D16", "E20")
@pytest.mark.usefixtures("here")
def test_who_lives_where_stands_beside_what_is_on_offer_and_small_numbers_are_hidden(
    client,
):
    publish(valley.next_week())
    page = client.get(f"/choice/{AT_SCHOOL}/neighbourhoods").content.decode()
    assert "we know of nothing at all" in page or "at least one thing" in page
    assert "in no order of merit" in page
    assert "Nobody here has been asked yet" in page
    told = client.get(f"/choice/{AT_SCHOOL}/neighbourhoods.csv").content.decode()
    assert "All of them,40,40,40" in told
    assert published_weeks(valley.SLUG)[0].digest in told
    way = client.get(f"/choice/{AT_SCHOOL}/in-the-way.csv").content.decode()
    assert "All of them,0,0,0,0,0,0,0" in way  # one thing alone never makes three
    changes = client.get(f"/choice/{AT_SCHOOL}/changes.csv").content.decode()
    assert "As published,40" in changes
    ledger = client.get(f"/choice/{AT_SCHOOL}/way.csv").content.decode()
    assert ledger.count(",0,0,") == len(Condition)


@pytest.mark.usefixtures("here")
def test_of_few_areas_and_one_week_nothing_is_said_of_a_gap(client):
    publish(valley.next_week())
    page = client.get(f"/choice/{AT_SCHOOL}/fair").content.decode()
    assert "No index of what is missing is loaded here" in page
    assert "One week is no trend" in page
    assert "not known here" in page
    assert client.get(f"/choice/{AT_SCHOOL}/fair/dots.csv").status_code == 404
    assert client.get(f"/choice/{AT_SCHOOL}/fair/no-such.csv").status_code == 404
    assert client.get("/choice/no-such-life/fair").status_code == 404


@pytest.mark.shows("E9", "E11")
def test_the_way_to_a_park_a_college_and_work_is_told_or_not_known(client, here):
    of_a_life = (f"{AT_SCHOOL}/{one}" for one in ("hours", "fair", "neighbourhoods"))
    for path in ("gates", *of_a_life):  # a link that was sent on is no dead end
        early = client.get(f"/choice/{path}")
        assert early.status_code == 200
        assert "published yet, so we cannot say" in early.content.decode()
    park = valley.place(here, name="The Park")
    Asset.objects.filter(pk=park.pk).update(kind=AssetKind.AREA, place_kind="park")
    valley.derive(here)
    publish(valley.next_week())
    told = published(published_weeks(valley.SLUG)[0])
    assert told.gates_known == (1, 0, 0)
    on_foot, by_bus = told.gates[Gate.GREEN]
    assert (on_foot < FAR).any()
    assert (by_bus == FAR).all()  # no timetable is loaded: no bus is guessed at

    page = client.get("/choice/gates").content.decode()
    assert "Half of people live within" in page
    assert page.count("None is known here, so we cannot say.") == 2
    table = client.get("/choice/gates.csv").content.decode()
    head, first = table.splitlines()[:2]
    assert "Minutes to something green, on foot" in head
    assert "by bus" not in head
    assert first.endswith(",,")  # what is not known is no number


@pytest.mark.usefixtures("here")
def test_a_life_without_its_page_fails(client):
    """In plain words, with no week published of it, and with one."""
    for published_yet in (False, True):
        if published_yet:
            publish(valley.next_week())
        for life in lives():
            page = unescape(client.get(f"/choice/{life.slug}").content.decode())
            how_many = life.head_count.assumes if life.head_count else ""
            told = how_many or life.people_unknown
            assert told, f"{life.slug} does not say how many, nor why nobody knows"
            assert life.describes, life.slug
            assert life.leaves_out, life.slug
            says = (life.title, *life.describes, *life.leaves_out, life.checked, told)
            assert [words for words in says if words not in page] == []
            assert ("No week like this is published" in page) is not published_yet
            assert "Nobody here has been asked yet" in page


def certain(told, slug, area=0):
    """How many offers a life has for certain in the first small area."""
    return int(told.choice.counts[told.lives.index(slug), area, 0, 0])


@pytest.mark.shows("G14")
def test_a_line_that_opens_on_the_school_run_shuts_out_who_is_on_it(here):
    told = {"joining_rule": "ring", "newcomers_per_week": 3}
    Offer.objects.update(**told, joining_hours="Mon-Fri 08:00-08:15")
    valley.derive(here)
    at_eight = reckon_week(valley.SLUG, valley.next_week()).told
    Offer.objects.update(joining_hours="Mon-Fri 10:00-12:00")
    valley.derive(here)
    at_ten = reckon_week(valley.SLUG, valley.next_week()).told

    life = at_eight.lives.index("school-run-no-car")
    assert certain(at_eight, "school-run-no-car") == 0
    assert int(at_eight.choice.more[life, 0, 0, Condition.WAY_IN]) == 1
    assert certain(at_ten, "school-run-no-car") == 1


@pytest.mark.shows("C9")
def test_what_is_online_is_within_reach_of_every_area_for_who_has_a_device(here):
    Offer.objects.update(online=True, place=None)
    valley.derive(here)
    told = reckon_week(valley.SLUG, valley.next_week()).told

    here, elsewhere = (certain(told, "school-run-no-car", area) for area in (0, 1))
    assert here == elsewhere == 1
    assert certain(told, "reads-urdu-no-internet") == 0


@pytest.mark.parametrize(
    ("guessed", "said"),
    [
        ((0, 0), ""),
        ((), ""),  # a week of the first form
        ((1, 0), "No street on the map leads to one small area: that way is guessed."),
        (
            (2, 3),
            (
                "No street on the map leads to two small areas and three places: "
                "that way is guessed."
            ),
        ),
    ],
)
def test_what_no_street_leads_to_is_counted_and_said(guessed, said):
    page = FrontPage(region=None, weeks=(), published=a_week(guessed=guessed), lives=())
    assert page.unknown == said
