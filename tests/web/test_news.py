"""What do the pages and the feed say of what is new, and what stands in no address?"""

from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from tests.assets.services.post.mailing import a_mail_server
from tests.web import stewards, valley
from weft.accounts.actors import Actor
from weft.accounts.secret import hash_of
from weft.assets.domain.campaigns import CampaignTold
from weft.assets.models import Campaign, Reader, StoppedAddress
from weft.assets.services.campaigning import publish_campaign
from weft.assets.services.listings.deriving import derive_some
from weft.assets.services.post.locking import locked
from weft.jobs.models import Work

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
TODAY = timezone.localdate()


@pytest.fixture
def region():
    made = valley.region()
    hall = valley.place(made)
    valley.derive(made)
    choir = valley.offer(made, "New choir", place=hall)
    derive_some(
        region=made.slug,
        assets=[],
        offers=[choir.pk],
        weeks=[valley.this_week()],
        by=Actor.command("test"),
    )
    return made


@pytest.fixture
def week(region):
    told = CampaignTold(
        name="Creative Health Week",
        words="Seven days of making.",
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=6),
        website="https://example.org/week",
    )
    steward = Actor.steward("s")
    return publish_campaign(
        by=steward, region=region.slug, told=told, now=timezone.now()
    )


def text_of(response):
    return unescape(response.content.decode())


def test_a_place_that_was_typed_stands_in_the_address_only_coarsely(client, region):
    answer = client.post("/new", {"near": valley.POSTCODE, "far": "10"})
    told = parse_qs(urlsplit(answer["Location"]).query)

    assert told == {"near": [valley.LSOA], "far": ["10"]}
    page = text_of(client.get(answer["Location"]))
    assert "New choir" in page
    assert valley.POSTCODE not in page
    assert region.name


def test_a_whole_postcode_in_the_address_is_refused(client, region):
    for path in ("/new", "/new.atom"):
        answer = client.get(path, {"near": valley.POSTCODE})
        assert answer.status_code == 400
        assert valley.POSTCODE not in text_of(answer)
    assert region.slug


def test_the_page_says_what_is_new_and_what_is_on_and_leaves_no_cookie(client, week):
    page = client.get("/new")
    said = text_of(page)
    for words in ("New choir", "Creative Health Week", "On now:", "One thing has come"):
        assert words in said
    assert page.cookies == {}
    assert "Write to me" not in said  # this site sends no mail
    assert week


def test_a_kind_and_a_distance_choose(client, region):
    kind = "Making, music and art"
    assert "New choir" in text_of(client.get("/new", {"kind": kind}))
    page = text_of(client.get("/new", {"kind": "nonsense", "far": "-1"}))
    assert "Nothing has come onto the list" in page
    assert region.slug


def test_a_name_that_two_places_bear_is_asked_about(client, region):
    page = text_of(client.post("/new", {"near": "Mill Lane"}))
    assert "Which one do you mean?" in page
    assert 'action="/new"' in page
    assert region.slug


@pytest.mark.shows("C13")
def test_the_feed_is_atom_as_rfc_4287_says_and_tells_nobody(client, week):
    answer = client.get("/new.atom", {"near": valley.MSOA})
    assert answer["Content-Type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)  # noqa: S314 our own markup
    assert feed.tag == f"{ATOM}feed"
    # 4.1.1: exactly one id, title and updated; an author, as no entry has its own
    for name in ("id", "title", "updated", "author"):
        assert len(feed.findall(f"{ATOM}{name}")) == 1, name
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links["self"] == f"http://testserver/new.atom?near={valley.MSOA}"
    entries = feed.findall(f"{ATOM}entry")
    assert {one.findtext(f"{ATOM}title") for one in entries} == {
        "New choir",
        "Creative Health Week",
    }
    ids = [one.findtext(f"{ATOM}id") for one in entries]
    assert len(set(ids)) == 2
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert f"urn:uuid:{week}" in ids
    for one in entries:
        assert one.findtext(f"{ATOM}updated")
        page = one.find(f"{ATOM}link").get("href").removeprefix("http://testserver")
        assert client.get(page).status_code == 200


def test_the_same_feed_is_the_same_bytes(client):
    valley.region()
    told = [client.get("/new.atom").content for _ in range(2)]
    assert told[0] == told[1]


def test_where_no_region_is_built_there_is_nothing(client):
    assert client.get("/new").status_code == 404


# --- by mail


@pytest.fixture
def server(settings):
    with a_mail_server(settings) as took:
        yield took


def test_to_ask_for_mail_says_the_same_to_whoever_asks(client, server, region):
    StoppedAddress.objects.create(mark="m", stopped_on=TODAY)
    told = [
        text_of(client.post("/new/mail", {"email": typed, "near": valley.POSTCODE}))
        for typed in ("a@example.org", "a@example.org", "b@example.org")
    ]
    assert told[0] == told[1] == told[2]
    assert "Look into your mail." in told[0]
    assert Work.objects.filter(job="assets.ask_reader").count() == 2
    assert {one.near for one in Reader.objects.all()} == {valley.LSOA}
    wrong = client.post("/new/mail", {"email": "nonsense"})
    assert wrong.status_code == 400
    assert "That is no e-mail address." in text_of(wrong)
    assert region.slug
    assert server.mails == []  # a worker sends them


def test_without_a_mail_server_nobody_can_ask(client, region):
    assert client.post("/new/mail", {"email": "a@example.org"}).status_code == 404
    assert region.slug


@pytest.fixture
def reader(region):
    made = Reader.objects.create(
        region=region,
        locked=locked("a@example.org"),
        mark="m",
        near=valley.MSOA,
        asked_at=timezone.now(),
        secret_hash=hash_of("abc"),
    )
    return made, "/new/mail/abc"


def test_to_open_the_link_does_nothing_and_one_tap_says_yes(client, reader):
    made, path = reader
    for ask in (client.get, client.head):
        page = ask(path)
        assert (page.status_code, page["Referrer-Policy"]) == (200, "no-referrer")
    made.refresh_from_db()
    assert made.confirmed_on is None
    assert "You will hear from us" in text_of(client.post(path, {"answer": "yes"}))
    made.refresh_from_db()
    assert made.confirmed_on == TODAY
    assert "Stop this mail?" in text_of(client.get(path))


def test_a_mail_program_stops_it_in_one_click(client, reader):
    _, path = reader
    client.post(path, {"answer": "yes"})
    client.post(
        path,
        "List-Unsubscribe=One-Click",
        content_type="application/x-www-form-urlencoded",
    )
    assert not Reader.objects.exists()
    assert client.get(path).status_code == 404


def test_never_leaves_a_mark(client, reader):
    _, path = reader
    page = text_of(client.post(path, {"answer": "never"}))
    assert "We never write to you again" in page
    assert StoppedAddress.objects.get().mark == "m"


# --- publishing


def test_a_steward_publishes_and_takes_down(client, region):
    steward = stewards.signed_in(client, proved=True)
    form = {"name": "Creative Health Week", "words": "Seven days.", "kinds": "creative"}
    wrong = steward.post("/steward/campaigns", form)
    assert wrong.status_code == 400
    assert "Choose the first and the last day." in text_of(wrong)
    days = {"starts_on": str(TODAY), "ends_on": str(TODAY), "area": valley.DISTRICT}
    steward.post("/steward/campaigns", {**form, **days})
    made = Campaign.objects.get()
    assert (made.area, made.kinds) == (valley.DISTRICT, ["creative"])
    assert "Creative Health Week" in text_of(client.get("/new"))

    steward.post(f"/steward/campaigns/{made.pk}")
    assert "Creative Health Week" not in text_of(client.get("/new"))
    assert "Taken down." in text_of(steward.get("/steward/campaigns"))
    steward.post(f"/steward/campaigns/{made.pk}", {"back": "yes"})
    assert "Creative Health Week" in text_of(client.get("/new"))
    assert region.slug


def test_nobody_else_publishes(client, region):
    assert client.post("/steward/campaigns", {"name": "x"}).status_code == 403
    assert not Campaign.objects.exists()
    assert region.slug
