"""What is new: since when, near whom, in which channel; is who hears it forgotten?"""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.assets.services.post.mailing import LINKS, a_mail_server
from tests.web import valley
from weft.accounts.actors import Actor
from weft.accounts.models import Entry
from weft.assets.domain.campaigns import CampaignTold
from weft.assets.domain.kinds import OfferKind
from weft.assets.domain.post import mark_of_address
from weft.assets.domain.visibility import Channel
from weft.assets.models import Arrival, Campaign, Reader, StoppedAddress
from weft.assets.queries.news import Near, campaigns, new_since, new_things
from weft.assets.services import readers as service
from weft.assets.services.campaigning import (
    publish_campaign,
    put_campaign_back,
    take_campaign_down,
)
from weft.assets.services.listings.deriving import derive_some
from weft.assets.services.readers import (
    Wish,
    ask_to_hear,
    forget_who_never_said_yes,
    hear_no_more,
    say_yes,
)
from weft.assets.services.telling_news import ask_reader, tell_readers
from weft.commons.errors import NotFound, NotPossible
from weft.jobs.models import Work

pytestmark = pytest.mark.django_db
JOB, STEWARD, SOMEBODY = Actor.job("j"), Actor.steward("s"), Actor.somebody()
ADDRESS = "reader@example.org"
NOW = timezone.now()
HERE = Near(point=valley.HOME, metres=5_000)


@pytest.fixture
def region():
    made = valley.region()
    valley.offer(made, place=valley.place(made))
    valley.derive(made)
    return made


def come(region, name="New choir", **told):
    """Let something come onto the list after the beginning."""
    made = valley.offer(region, name, **told)
    relist(region, offers=[made.pk])
    return made


def relist(region, assets=(), offers=()):
    derive_some(
        region=region.slug,
        assets=assets,
        offers=offers,
        weeks=[valley.this_week()],
        by=Actor.command("test"),
    )


def told(region, channel=Channel.SEARCH, **asked):
    asked = {"after": new_since(NOW), **asked}
    found = new_things(region.slug, channel=channel, **asked)
    return [one.name for one in found.things]


# --- when something came


def test_what_a_region_begins_with_is_not_new_and_what_comes_later_is(region):
    assert told(region) == []
    come(region)
    valley.offer(region, "Newer choir")
    valley.derive(region)

    assert sorted(told(region)) == ["New choir", "Newer choir"]
    assert Arrival.objects.filter(since=None).count() == 2


def test_what_is_listed_anew_keeps_its_day_and_what_comes_back_is_not_new(region):
    made = come(region)
    Arrival.objects.filter(thing=made.pk).update(since=NOW - timedelta(days=30))
    made.visibility = "hidden"
    made.save()
    relist(region, offers=[made.pk])
    assert told(region) == []
    made.visibility = "public"
    made.save()
    relist(region, offers=[made.pk])
    valley.derive(region)

    assert told(region) == ["New choir"]
    assert told(region, after=NOW - timedelta(days=20)) == []


def test_after_eight_weeks_nothing_is_new_any_more(region):
    made = come(region)
    Arrival.objects.filter(thing=made.pk).update(since=NOW - timedelta(days=57))
    assert told(region) == []


def test_near_is_near_and_what_is_online_is_near_to_all(region):
    far = valley.place(region, "Far hall", point=valley.north_of_home(9_000))
    come(region, "Far choir", place=far)
    come(region, "Near choir", place=valley.place(region))
    come(region, "Online choir", online=True)

    assert sorted(told(region, near=HERE)) == ["Near choir", "Online choir"]
    come(region, "Choir somewhere")
    found = new_things(
        region.slug, after=new_since(NOW), channel=Channel.SEARCH, near=HERE
    )
    assert found.unplaced == 1  # told, and neither said to be near nor dropped
    wide = Near(point=valley.HOME, metres=10_000)
    assert "Far choir" in told(region, near=wide)


def test_what_a_holder_keeps_from_feeds_is_in_no_feed_and_no_mail(region):
    held = valley.group(region, "A rush dance", kind="tradition")
    relist(region, assets=[held.pk])
    held.channels_allowed = ["search"]
    held.save()
    relist(region, assets=[held.pk])

    assert told(region) == ["A rush dance"]
    assert told(region, Channel.FEED) == []
    held.channels_allowed = ["search", "feed"]
    held.save()
    assert told(region, Channel.FEED) == ["A rush dance"]


@pytest.mark.parametrize("visibility", ["hidden", "members", "known"])
def test_what_is_not_public_is_never_new(region, visibility):
    made = valley.group(region, "Kept", visibility=visibility)
    relist(region, assets=[made.pk])
    assert told(region) == told(region, Channel.FEED) == []


# --- what is on for a while


def a_campaign(region, *, now=NOW, **more):
    usual = {
        "name": "Creative Health Week",
        "words": "Seven days of making.",
        "starts_on": now.date() - timedelta(days=1),
        "ends_on": now.date() + timedelta(days=3),
        "kinds": (OfferKind.CREATIVE,),
    }
    told = CampaignTold(**{**usual, **more})
    return publish_campaign(by=STEWARD, region=region.slug, told=told, now=now)


def names(region, today, **asked):
    return [one.name for one in campaigns(region.slug, today=today, **asked)]


@pytest.mark.shows("H53")
def test_a_campaign_is_told_for_its_area_and_ends_by_itself(region):
    a_campaign(region, area=valley.DISTRICT)
    a_campaign(region, name="Elsewhere", area="E08000099")
    today = NOW.date()

    assert (
        names(region, today, area=valley.LSOA)
        == names(region, today, area=valley.MSOA)
        == ["Creative Health Week"]
    )
    assert len(names(region, today)) == 2
    assert names(region, today + timedelta(days=3)) != []
    assert names(region, today + timedelta(days=4)) == []
    assert names(region, today - timedelta(days=30)) == []


def test_a_campaign_is_taken_down_and_put_back(region):
    key = a_campaign(region)
    take_campaign_down(by=STEWARD, campaign=key)
    with pytest.raises(NotFound):
        take_campaign_down(by=STEWARD, campaign=key)
    assert names(region, NOW.date()) == []
    put_campaign_back(by=STEWARD, campaign=key)
    assert names(region, NOW.date()) != []


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"words": ""},
        {"words": "x" * 601},
        {"website": "javascript:alert(1)"},
        {"website": 'https://a.example/"x'},
        {"ends_on": NOW.date() - timedelta(days=2)},
        {"ends_on": NOW.date() + timedelta(days=400)},
        {
            "starts_on": NOW.date() - timedelta(days=9),
            "ends_on": NOW.date() - timedelta(days=8),
        },
    ],
)
def test_what_would_not_stand_well_is_refused(region, wrong):
    with pytest.raises(NotPossible):
        a_campaign(region, **wrong)
    assert not Campaign.objects.exists()


# --- who wants to hear


@pytest.fixture
def server(settings):
    with a_mail_server(settings) as took:
        yield took


def ask(region, address=ADDRESS, *, now=NOW, near=valley.MSOA):
    wish = Wish(region=region.slug, near=near)
    ask_to_hear(by=SOMEBODY, address=address, wish=wish, now=now)


def asked_by_mail(*, now=NOW):
    """Do the work that asking asked for."""
    for reader in Reader.objects.filter(confirmed_on=None):
        ask_reader(by=JOB, reader=reader.pk, now=now, links=LINKS)


def secret_in(mail):
    return re.search(rf"{LINKS}/new/mail/(\S+)", mail.get_content())[1]


@pytest.fixture
def hears(region, server):
    """Somebody who asked and said yes; the secret of their link."""
    ask(region)
    asked_by_mail()
    secret = secret_in(server.mails.pop())
    say_yes(by=SOMEBODY, secret=secret, now=NOW)
    return secret


def tell(*, days=7):
    return tell_readers(by=JOB, now=NOW + timedelta(days=days), links=LINKS)


def test_nobody_hears_before_they_say_yes_and_they_are_asked_once(region, server):
    ask(region)
    assert Work.objects.filter(job="assets.ask_reader").count() == 1
    for _ in range(2):
        asked_by_mail(now=NOW + timedelta(minutes=1))
    [mail] = server.mails
    assert "Was it you?" in mail.get_content()
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    come(region, place=valley.place(region))

    assert tell() == {}
    assert len(server.mails) == 1


@pytest.mark.shows("C13")
def test_who_said_yes_hears_what_came_near_them_since_and_nothing_twice(
    region, server, hears
):
    far = valley.place(region, "Far hall", point=valley.north_of_home(9_000))
    come(region, "Far choir", place=far)
    near = come(region, "Near choir", place=valley.place(region))
    later = NOW + timedelta(days=2)
    a_campaign(region, now=later, ends_on=later.date() + timedelta(days=20))
    assert tell() == {"taken": 1}
    words = server.mails[0].get_content()
    assert f"{LINKS}/offers/{near.pk}" in words
    assert "Creative Health Week" in words
    assert "Far choir" not in words
    assert secret_in(server.mails[0]) == hears

    assert tell(days=8) == {}  # not within the week
    assert tell(days=15) == {"nothing_new": 1}
    assert len(server.mails) == 1


def test_of_who_stops_nothing_is_kept(region, hears):
    hear_no_more(by=SOMEBODY, secret=hears, today=NOW.date())

    assert not Reader.objects.exists()
    assert not StoppedAddress.objects.exists()
    come(region, place=valley.place(region))
    assert tell() == {}
    with pytest.raises(NotFound):
        say_yes(by=SOMEBODY, secret=hears, now=NOW)


def test_who_wants_none_ever_is_never_asked_again(region, server):
    ask(region)
    asked_by_mail()
    secret = secret_in(server.mails[0])
    hear_no_more(by=SOMEBODY, secret=secret, today=NOW.date(), never=True)
    ask(region, now=NOW + timedelta(days=9))
    asked_by_mail(now=NOW + timedelta(days=9))

    assert StoppedAddress.objects.get().mark == mark_of_address(ADDRESS)
    assert len(server.mails) == 1
    assert not Reader.objects.exists()


def test_the_same_address_is_asked_once_a_day_and_many_addresses_come_to_an_end(
    region, monkeypatch
):
    for _ in range(3):
        ask(region)
    assert Reader.objects.count() == 1
    monkeypatch.setattr(service, "MOST_IN_A_DAY", 3)
    for number in range(2):
        ask(region, f"reader{number}@example.org")
    with pytest.raises(NotPossible, match="tomorrow"):
        ask(region, "one-more@example.org")


def test_who_never_says_yes_is_forgotten_in_a_week(region):
    ask(region)
    assert forget_who_never_said_yes(by=JOB, now=NOW + timedelta(days=6)) == 0
    assert forget_who_never_said_yes(by=JOB, now=NOW + timedelta(days=8)) == 1
    assert not Reader.objects.exists()


def test_a_new_wish_takes_the_old_ones_place_once_they_say_yes(region, server, hears):
    ask(region, now=NOW + timedelta(days=2), near=valley.LSOA)
    asked_by_mail(now=NOW + timedelta(days=2))
    secret = secret_in(server.mails[-1])
    assert Reader.objects.count() == 2
    say_yes(by=SOMEBODY, secret=secret, now=NOW + timedelta(days=2))

    assert Reader.objects.get().near == valley.LSOA
    assert secret != hears


def test_who_cannot_be_reached_is_forgotten_and_later_is_tried_again(
    region, server, hears
):
    come(region, place=valley.place(region))
    server.answers[ADDRESS] = "451 4.3.0 Later"
    assert tell() == {"later": 1}
    server.answers[ADDRESS] = "550 5.1.1 Nobody"
    assert tell() == {"no_such_address": 1}
    assert not Reader.objects.exists()
    assert hears


def test_nothing_of_an_address_or_a_home_is_kept_in_the_open(region, hears):
    kept = [*Entry.objects.values_list("by", "subject", "details")]
    kept += Reader.objects.values_list("locked", "mark", "near", "secret_locked")
    kept += Work.objects.values_list("key", "asked_by", "problem")
    assert ADDRESS not in repr(kept)
    assert hears not in repr(kept)
    assert valley.POSTCODE not in repr(kept)
    assert region.slug
