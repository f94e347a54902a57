"""Each language has its own script, goes along, and says when nobody has checked it."""

from datetime import UTC, datetime, time

import pytest
from django.test import RequestFactory

from tests.web import valley
from tests.web.plain_words import plain_words
from weft.access.domain.journeys.telling import Leg, WayTold
from weft.access.domain.travel import Way
from weft.access.queries.ways_told import ThereAndBack
from weft.commons.tongues import tongues
from weft.ground.models import Region
from weft.web.pages.presenters.way_said import buses_in, ways_in
from weft.web.whose import whose

pytestmark = pytest.mark.django_db
NOT_CHECKED = "Not yet checked by a speaker"


@pytest.fixture
def town():
    """A region that speaks Urdu, Panjabi and Farsi, with a clay group on Tuesday."""
    region = valley.region()
    region.settings["languages"] = ["en", "ur", "pa", "fa"]
    region.save()
    hall = valley.place(region)
    valley.offer(
        region,
        "Clay at Aldermill",
        place=hall,
        group=valley.group(region),
        facts={"step_free": "yes"},
        joining_rule="turn_up",
        price_pence_least=0,
        price_pence_most=0,
        on=([1], time(13, 15), time(14, 15)),
    )
    valley.derive(region)
    return region


def ask(client, **fields):
    told = {"near": valley.POSTCODE, "week": valley.next_week().monday.isoformat()}
    return client.post("/choices", {**told, **fields}).content.decode()


@pytest.mark.usefixtures("town")
def test_each_language_is_named_in_its_own_script_and_one_tap_away(client):
    page = client.get("/").content.decode()

    assert '<a href="/?in=ur" lang="ur" dir="rtl" hreflang="ur">اردو</a>' in page
    assert '<a href="/?in=pa" lang="pa" dir="ltr" hreflang="pa">ਪੰਜਾਬੀ</a>' in page
    assert 'href="/?in=pa-Arab" lang="pa-Arab" dir="rtl"' in page
    # no words in it yet: a telephone
    assert '<a href="/languages/fa" lang="fa" dir="rtl" hreflang="fa">فارسی</a>' in page


@pytest.mark.usefixtures("town")
def test_finder_choices_and_offer_speak_it_and_it_goes_along_with_no_cookie(client):
    first = client.get("/?in=ur").content.decode()
    assert (
        '<span class="w-said" lang="ur" dir="rtl">آپ کہاں سے نکلیں گے؟</span>' in first
    )
    assert '<input type="hidden" name="in" value="ur">' in first
    assert 'hreflang="ur" aria-current="true">اردو</a>' in first

    page = ask(client, **{"in": "ur"})
    assert '<span class="w-said" lang="ur" dir="rtl">مفت</span>' in page
    assert '<span class="w-beside" lang="en" dir="ltr">Free</span>' in page
    assert "<bdi>13:15</bdi> سے <bdi>14:15</bdi> تک" in page
    assert "Clay at Aldermill" in page  # a name stays as it is
    assert NOT_CHECKED in page
    assert valley.TELEPHONE in page
    assert 'name="in" value="pa-Arab"' in page  # one tap to another

    offer = page.partition('href="/offers/')[2].partition('"')[0]
    assert offer.endswith("?in=ur")
    shown = client.get(f"/offers/{offer}").content.decode()
    assert "بس آ جائیں، بکنگ کی ضرورت نہیں" in shown
    assert "Just turn up, no need to book" in shown
    assert not client.cookies


@pytest.mark.usefixtures("town")
def test_every_word_of_the_way_there_is_in_the_language(client):
    offer = ask(client).partition('href="/offers/')[2].partition('"')[0]
    told = {"near": valley.POSTCODE, "week": valley.next_week().monday.isoformat()}

    for tongue in tongues().values():
        if tongue.is_english:
            continue
        asked = {**told, "way": "bus", "in": tongue.code}
        shown = client.post(f"/way-there/{offer}", asked).content.decode()
        assert plain_words(shown) == [], tongue.code
        for key in ("how_there", "what_it_takes", "time_in_all", "easier", "guess"):
            assert tongue.say(key).text in shown
        assert "What does it take?" in shown  # beside it, as nobody has checked it
    plain = client.post(f"/way-there/{offer}", told).content.decode()
    assert plain_words(plain)
    assert "w-said" not in plain
    assert "What does it take?" in plain


@pytest.mark.usefixtures("town")
def test_english_pages_are_spared_all_of_it(client):
    for page in (client.get("/").content.decode(), ask(client, **{"in": "xx"})):
        assert "w-said" not in page
        assert NOT_CHECKED not in page


@pytest.mark.usefixtures("town")
def test_a_deployment_may_hide_what_nobody_has_checked(client, settings):
    settings.UNCHECKED_LANGUAGES = False

    page = client.get("/?in=ur").content.decode()

    assert "w-said" not in page
    assert "?in=ur" not in page
    assert "/languages/ur" in page  # a telephone, as before
    assert (
        "We have no words in Urdu yet" in client.get("/languages/ur").content.decode()
    )


@pytest.mark.usefixtures("town")
def test_every_string_of_a_language_is_shown_with_who_checked_it(client):
    page = client.get("/languages/pa-Arab").content.decode()

    assert '<h1 lang="pa-Arab" dir="rtl">پنجابی</h1>' in page
    assert "Nobody yet" in page
    assert "strings are not yet checked by a speaker" in page
    assert valley.TELEPHONE in page
    assert client.get("/languages/fr").status_code == 404


@pytest.mark.usefixtures("town")
def test_recorded_speech_is_offered_where_somebody_laid_it_and_nothing_else_is(
    client, settings, tmp_path
):
    settings.DATA_DIR = tmp_path
    folder = tmp_path / "speech" / "ur"
    folder.mkdir(parents=True)
    (folder / "nothing_kept.mp3").write_bytes(b"ID3 said aloud")
    (folder / "elvish.mp3").write_bytes(b"of no string")
    (folder / "free.exe").write_bytes(b"of no speech")

    page = client.get("/?in=ur").content.decode()
    played = client.get("/languages/ur/speech/nothing_kept.mp3")

    assert 'src="/languages/ur/speech/nothing_kept.mp3"' in page
    assert page.count("<audio") == 1
    assert played["Content-Type"] == "audio/mpeg"
    assert b"".join(played.streaming_content) == b"ID3 said aloud"
    for name in ("elvish.mp3", "free.exe", "free.mp3", "..%2F..%2Fsecret.mp3"):
        assert client.get(f"/languages/ur/speech/{name}").status_code == 404


def test_other_pages_are_spared_the_row():
    Region.objects.create(slug="t", name="T", settings={"languages": ["en", "ur"]})

    assert whose(RequestFactory().get("/open")).languages == ()


def test_a_bus_is_told_in_the_language_with_its_stops_as_they_are_written():
    def at(minute, second=0):
        return datetime(2026, 12, 1, 13, minute, second, tzinfo=UTC)

    walk = Leg(way=Way.FOOT, leaves=at(5), arrives=at(9), ends="Mill Lane")
    bus = Leg(
        way=Way.BUS,
        leaves=at(12),
        arrives=at(20, 30),
        begins="Mill Lane",
        ends="Town Hall",
        route="594",
    )
    way = WayTold(legs=(walk, bus), near=valley.HOME)

    there, back = ways_in(tongues()["ur"], ThereAndBack(there=way, back=way))

    assert there.heading.text == "جانا: 13:05 پر نکلیں"
    assert back.heading.beside == "Back: home by 13:21"  # the full minute after
    assert [leg.beside for leg in there.legs] == [
        "On foot: 4 minutes, to Mill Lane",
        "Bus or train 594 at 13:12 from Mill Lane, at Town Hall by 13:21",
    ]
    apart = [part.words for part in there.legs[1].parts if part.apart]
    assert {"594", "13:12", "Mill Lane", "Town Hall"} <= set(apart)
    unknown = "Nobody has told us whether all of the way is step-free"
    fare = "Nobody has told us what the bus or train there costs"
    assert [fact.beside for fact in there.facts] == [unknown, fare]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("code", ["ur", "pa-Arab", "pl"])
def test_why_not_the_others_is_said_in_the_language_with_english_beside(client, code):
    tongue = tongues()[code]
    short = ask(client, **{"in": code, "hours": "Tue 13:10 to 14:30"})

    assert tongue.say("why_not").text in short
    lacks = tongue.say("too_short_there", minutes=tongue.minutes(4))
    assert lacks.english == "Your time is 4 minutes too short for the way there"
    assert lacks.english in short
    assert tongue.say("why_hour").text in short
    assert "At another hour: 1" in short


def test_a_sheet_names_the_first_bus_there_and_home_in_every_language():
    def at(hour, minute):
        return datetime(2026, 11, 24, hour, minute, tzinfo=UTC)

    def by_bus(leaves, begins, ends):
        walk = Leg(way=Way.FOOT, leaves=leaves, arrives=leaves, ends=begins)
        ride = Leg(
            way=Way.BUS,
            leaves=leaves,
            arrives=at(20, 0),
            begins=begins,
            ends=ends,
            route="594",
        )
        return WayTold(legs=(walk, ride), near=valley.HOME)

    told = ThereAndBack(
        there=by_bus(at(13, 12), "Mill Lane", "Clothmarket"),
        back=by_bus(at(15, 20), "Clothmarket", "Mill Lane"),
    )
    for tongue in tongues().values():
        there, home = buses_in(tongue, told)
        assert there.english == "There: bus 594 at 13:12 from Mill Lane"
        assert home.english == "Home: bus 594 at 15:20 from Clothmarket"
        assert "594" in there.text
        assert "Clothmarket" in home.text
        facts = [one.english for one in ways_in(tongue, told)[0].facts]
        assert "Nobody has told us what the bus or train there costs" in facts
