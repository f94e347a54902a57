"""What the workshop asked of the search and the pages, shown in the whole valley."""

import csv
import re
import tomllib
from dataclasses import replace
from datetime import time, timedelta
from html import unescape
from pathlib import Path

import pytest
from django.utils import timezone

from tests.house_rules.reading import reading, sentences
from tests.rows.asking import (
    CENTRE,
    asked,
    free,
    neighbourhoods,
    next_week,
    on_monday_morning,
    text_of,
    wanted,
)
from tests.web import valley as small_town
from weft.access.domain.fit import Cause, Plane
from weft.access.domain.going import Basis
from weft.access.domain.travel import USUAL, Way, minutes_by
from weft.access.queries import choices
from weft.assets.domain.facts import FactField
from weft.assets.models import Asset, Listing, Offer
from weft.assets.queries import region_week
from weft.assets.queries.search import Ask, find
from weft.commons.places import Point
from weft.commons.times import Week
from weft.ground import queries as ground

pytestmark = pytest.mark.usefixtures("valley")
WORDS = Path(__file__).parents[2] / "docs" / "guides" / "words.toml"


def fact(choice, field):
    return {one.field: one.value for one in choice.facts}.get(field)


def cards(page):
    """List the names on the cards of a page of choices, with what each says."""
    listed = page.split('<ol class="w-cards">')[1].split('<section id="week">')[0]
    return [unescape(part) for part in re.split(r'<li class="w-card', listed)[1:]]


# --- where it is -------------------------------------------------------------------


@pytest.mark.shows("A15")
def test_the_way_to_the_canal_is_reckoned_to_its_nearest_way_in():
    canal = Asset.objects.get(name="Rushby Cut", kind="line")
    gates = [Point(latitude, longitude) for longitude, latitude in canal.gates]
    middle = Point(canal.latitude, canal.longitude)
    near = [one for one in gates if middle.metres_to(one) < 3_000]
    gate = max(near, key=middle.metres_to)
    start = Point(gate.latitude + 0.001, gate.longitude)
    there = start.metres_to(gate)
    assert there < start.metres_to(middle) / 5

    found = choices(wanted(start=start, words="Rushby Cut", minutes_each_way=60))

    [canal_found] = [one for one in found.fits if one.asset == canal.pk]
    nearest = min(start.metres_to(one) for one in gates)
    assert canal_found.metres == round(nearest)
    to_the_middle = minutes_by(Way.FOOT, start.metres_to(middle), estimate=USUAL)
    assert canal_found.trip.basis is Basis.STREETS
    assert canal_found.minutes_there < to_the_middle / 2


@pytest.mark.shows("C9")
def test_what_is_online_is_within_reach_of_every_neighbourhood(valley):
    reached = set()
    for area in neighbourhoods(valley):
        fits = choices(wanted(area.code, minutes_each_way=15)).fits
        online = [one for one in fits if one.online]
        for one in online:
            assert (one.minutes_there, one.way, one.metres) == (0, None, 0)
            assert one.why.endswith("You need not leave home.")
            assert fact(one, FactField.ONLINE) is True  # so it asks for the means
        reached.add(tuple(sorted(one.name for one in online)))

    [everywhere] = reached
    assert len(everywhere) >= 5


@pytest.mark.shows("G8", "S18")
def test_each_neighbourhood_has_a_sheet_to_print_with_a_number_to_ring(
    client, valley, monkeypatch
):
    on_monday_morning(monkeypatch)
    telephone = ground.region(valley).telephone

    for area in neighbourhoods(valley):
        sheet = text_of(client.get(f"/places/{area.code}/sheet"))

        assert f'href="tel:{telephone.replace(" ", "")}"' in sheet
        assert telephone in sheet.replace("\u00a0", " ")
        things = sheet.split('<ul class="w-sheet__things">')[1].split("</ul>")[0]
        assert 3 <= things.count("<li><b") <= 6, area.title

    place = text_of(client.get(f"/places/{CENTRE}"))
    assert f"/places/{CENTRE}/sheet" in place


# --- when it is, and how ------------------------------------------------------------


@pytest.mark.shows("H2")
def test_what_takes_under_half_an_hour_can_be_looked_for(client):
    wishes = frozenset({FactField.HALF_HOUR})

    fits = choices(wanted(wishes=wishes)).certain
    page = asked(client, wish="half_hour")

    assert len(fits) >= 2
    for one in fits:
        assert fact(one, FactField.HALF_HOUR) is True
        if not one.any_time:
            assert one.window.minutes <= 30
    assert any(one.name in unescape(page) for one in fits)
    assert len(fits) < len(choices(wanted()).certain)


@pytest.mark.shows("H69")
def test_a_friday_night_of_dancing_is_found(client):
    name = "Friday night dancing at the Imaginarium"
    night = free(4, 19, 28)

    found = choices(
        wanted(windows=(night,), words="dancing", wishes=frozenset({FactField.LATE}))
    )
    page = asked(client, free=["fri-evening", "fri-late"], wish="late", what="dancing")

    [dance] = [one for one in found.fits if one.name == name]
    assert dance.window.end.date() == dance.window.start.date() + timedelta(days=1)
    assert dance.window.within(night)
    assert any(name in card for card in cards(page))


@pytest.mark.shows("H17")
def test_somebody_who_is_not_creative_finds_something_to_try_once_and_something_silly(
    client,
):
    both = frozenset({FactField.TRY_ONCE, FactField.PLAYFUL})

    tasters = choices(wanted(wishes=frozenset({FactField.TRY_ONCE}))).certain
    silly = choices(wanted(wishes=both)).certain

    assert len(tasters) > len(silly) >= 3
    assert all(fact(one, FactField.TRY_ONCE) is True for one in tasters)
    page = asked(client, wish=["try_once", "playful"])
    assert {one.name for one in silly[:10]} <= {
        one.name for one in silly if any(one.name in card for card in cards(page))
    }
    home = text_of(client.get("/"))
    assert 'value="try_once"' in home
    assert 'value="playful"' in home


@pytest.mark.shows("H20")
def test_grown_ups_find_where_they_may_play(client):
    fits = choices(wanted(wishes=frozenset({FactField.PLAYFUL}))).certain

    for_grown_ups = [
        one
        for one in fits
        if one.offer and (Offer.objects.get(pk=one.offer).greatest_age or 99) >= 18
    ]
    assert len(for_grown_ups) >= 3
    assert all(fact(one, FactField.PLAYFUL) is True for one in fits)
    assert any(
        one.name in card
        for one in for_grown_ups
        for card in cards(asked(client, wish="playful"))
    )


# --- how many, and in which order ---------------------------------------------------


@pytest.mark.shows("H65", "S10")
def test_never_one_answer_where_there_are_more_and_each_says_why(client, valley):
    for area in neighbourhoods(valley)[::3]:
        for told in ({}, {"free": "tue-afternoon"}, {"what": "music"}):
            page = asked(client, near=area.code, **told)
            windows = (free(1, 12, 17),) if "free" in told else ()
            fits = choices(
                wanted(area.code, windows=windows, words=told.get("what", ""))
            ).fits
            shown = cards(page) if fits else []
            assert len(shown) == min(10, len(fits))
            assert len(shown) != 1 or len(fits) == 1
            for one, card in zip(fits, shown, strict=False):
                assert one.name in card
                assert one.why
                assert one.why in card

    usual = [one.listing for one in choices(wanted()).fits]
    theirs = [
        one.listing
        for one in choices(wanted(wishes=frozenset({FactField.PLAYFUL}))).fits
    ]
    assert usual[:10] != theirs[:10]  # what somebody needs decides what comes first


@pytest.mark.shows("H27")
def test_nothing_stands_higher_for_being_large():
    """The same two things, once with the small one nearer and once with the large."""
    made = small_town.region("elsewhere")
    hall = small_town.group(made, "A hall of great renown", told_on=None)
    small = small_town.offer(made, "Music for two and a saw", newcomers_per_week=1)
    large = small_town.offer(
        made,
        "Music for all, music for ever, music music",
        group=hall,
        newcomers_per_week=900,
        free_places=5_000,
        funding="core",
        on=([0, 1, 2, 3, 4, 5, 6], time(13, 15), time(14, 15)),
        tags=["music", "famous"],
    )

    for nearer, further in ((small, large), (large, small)):
        for offer, metres in ((nearer, 300), (further, 600)):
            offer.place = small_town.place(made, point=small_town.north_of_home(metres))
            offer.save()
        small_town.derive(made)
        theirs = {"start": small_town.HOME, "regions": ("elsewhere",)}
        for words in ("", "music"):
            fits = choices(wanted(**theirs, words=words)).fits
            offers = [one.offer for one in fits if one.offer]
            assert offers == [nearer.pk, further.pk]
        hits = find(
            Ask(
                week=next_week(),
                words="music",
                near=small_town.HOME,
                regions=("elsewhere",),
            )
        ).hits
        assert [hit.offer for hit in hits] == [nearer.pk, further.pk]


# --- whose week it is ---------------------------------------------------------------


@pytest.mark.shows("E17")
def test_what_fits_somebody_who_speaks_polish_differs_and_is_counted():
    sets = {}
    for language in ("pl", "pa"):
        found = choices(wanted(languages=frozenset({language})))
        sets[language] = {one.listing for one in found.certain}
        assert all(language in one.languages for one in found.certain)
        [shut] = [one for one in found.others if one.cause is Cause.LANGUAGE]
        assert shut.count > 0
        asking = [one for one in found.fits if not one.languages]
        assert all(one.plane is Plane.POSSIBLE for one in asking)

    assert sets["pl"]
    assert sets["pa"]
    assert sets["pl"] != sets["pa"]


@pytest.mark.shows("F5")
def test_who_works_at_night_finds_other_things_than_who_works_by_day():
    by_day = wanted(windows=tuple(free(day, 18, 22) for day in range(5)))
    by_night = wanted(windows=tuple(free(day, 14, 18) for day in range(5)))

    days, nights = choices(by_day), choices(by_night)

    one, other = ({c.listing for c in found.certain} for found in (days, nights))
    assert one - other
    assert other - one
    for found, who in ((days, by_day), (nights, by_night)):
        for choice in found.fits:
            if choice.leave is not None:
                assert any(
                    window.start <= choice.leave and choice.home_by <= window.end
                    for window in who.windows
                )


@pytest.mark.shows("G13")
def test_what_fits_between_this_hour_and_that_is_counted(client):
    hour = wanted(windows=(free(1, 13, 15),), minutes_each_way=15)
    day = replace(hour, windows=(free(1, 9, 21),))

    short, long = choices(hour), choices(day)

    told = client.post(
        "/api/v1/choices",
        {
            "near": CENTRE,
            "week": next_week().monday.isoformat(),
            "hours": "Tue 13:00 to 15:00",
            "far": 15,
        },
        "application/json",
    ).json()
    assert told["total"] == len(short.fits) > 0
    assert told["certain"] == len(short.certain)
    assert {one.listing for one in short.fits} < {one.listing for one in long.fits}
    hours = [one for one in short.others if one.cause is Cause.HOURS]
    assert hours[0].count > 0


# --- in which words -----------------------------------------------------------------


PAGES = ("/", "/places", f"/places/{CENTRE}", f"/places/{CENTRE}/sheet", "/privacy")


@pytest.mark.shows("B3")
def test_a_first_time_visitor_reads_with_ease_and_reaches_an_offer_in_three_steps(
    client,
):
    home = text_of(client.get("/"))  # 1: the first page, whose form is filled in
    assert 'action="/choices"' in home
    listed = asked(client, free=["tue-afternoon"])  # 2: sent, and the list read
    [first, *_] = re.findall(r'href="(/offers/[0-9a-f-]+)"', listed)
    offer = text_of(client.get(first))  # 3: one of them opened
    assert "How do I join?" in offer

    said = [one for page in (home, listed, offer) for one in sentences(page)]
    assert len(said) > 30
    assert reading(said).grade <= 6  # a child of about eleven
    for page in PAGES:
        assert reading(sentences(text_of(client.get(page)))).grade <= 6


@pytest.mark.shows("B7")
def test_no_page_message_or_file_finds_fault_with_a_person(client, valley):
    unsaid = [
        re.compile(rf"(?<![\w-])(?:{entry['word']})(?![\w-])", re.IGNORECASE)
        for entry in tomllib.loads(WORDS.read_text())["words"]
        if not entry.get("except")
    ]
    offer = Offer.objects.exclude(group=None).order_by("name")[0]
    shown = [text_of(client.get(page)) for page in PAGES]
    shown += [
        text_of(client.get(path))
        for path in (
            f"/offers/{offer.pk}",
            f"/offers/{offer.pk}/calendar.ics",
            "/map",
            "/open",
            "/accessibility",
            "/need",
            f"/need/areas/{CENTRE}",
            f"/need/areas/{CENTRE}.json",
            f"/places/{CENTRE}/week.csv",
            f"/regions/{valley}/report.csv",
            "/api/v1/assets?size=100",
        )
    ]
    shown.append(client.post("/choices", {"near": "nowhere at all"}).content.decode())
    shown.append(client.post("/choices", {}).content.decode())
    shown.append(asked(client, what="something that nobody does", wish="quiet"))
    shown.append(client.get("/offers/nothing").content.decode())

    found = {
        hit[0]
        for page in shown
        for word in unsaid
        for hit in word.finditer(_ours(page))
    }

    assert len(shown) > 15
    assert found == set()


def _ours(page):
    """Leave out what other people said: it stays as they said it."""
    return re.sub(r"<[^>]*data-said[^>]*>[^<]*<", "<", page)


# --- the whole field ---------------------------------------------------------------


@pytest.mark.shows("H28")
def test_the_whole_field_is_seen_at_once_by_kind_day_and_hour(
    client, valley, monkeypatch
):
    on_monday_morning(monkeypatch)
    week = Week.of(timezone.localdate())
    told = region_week(valley, week)
    home = unescape(text_of(client.get("/")))
    rows = list(csv.DictReader(text_of(client.get("/week.csv")).splitlines()))

    assert len(told.threads) >= 5  # creative, cultural, community … side by side
    assert told.sessions == sum(thread.sessions for thread in told.threads) > 100
    assert {hour.day for thread in told.threads for hour in thread.hours} == set(
        range(7)
    )
    assert (told.places > 0, told.always_open > 0, told.hours_unknown > 0) == (
        True,
    ) * 3
    assert "week thick, and where is it bare?" in home
    assert "<svg" in home.partition("week thick, and where")[2]
    assert rows
    shown = unescape(text_of(client.get("/map")))
    listed = Listing.objects.filter(region=valley, latitude__isnull=False)
    assert f"There are {listed.count():,} things here." in shown
    for kind in {row.kind for row in listed}:
        assert kind in shown
