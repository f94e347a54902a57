"""Whoever checks the list sees what waits, decides in one click, and may slip once."""

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from tests.web.stewards import signed_in
from weft.accounts.actors import Actor
from weft.accounts.queries import latest_deeds
from weft.accounts.things import Thing
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.models import Door, Listing
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.services.holding import disown_group, keep_hidden
from weft.assets.services.proposals import leave_out, propose_change
from weft.need.domain.replies import ReplyTold
from weft.need.queries import replies_of, replies_waiting
from weft.need.services.replying import propose_reply

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
WORDS = ("We are many.", "We are not.", "Ask the baker.")


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def said(region):
    """Three replies that nobody has read, said on three days."""
    assert region
    for number, words in enumerate(WORDS, start=1):
        told = ReplyTold(area_code=valley.MSOA, key="lonely", words=words)
        propose_reply(by=Actor.somebody(), told=told, today=date(2026, 11, number))
    return [one.reply for one in replies_waiting()]


@pytest.fixture
def steward(client, region):
    assert region
    return signed_in(client, proved=True)


def text_of(response):
    return unescape(response.content.decode())


def decide(client, reply, **fields):
    return client.post(
        f"/steward/replies/{reply}", {"seen": "proposed", **fields}, follow=True
    )


def standing():
    return [one.words for one in replies_of(valley.MSOA).get("lonely", ())]


def test_nothing_waits_is_said(steward):
    assert "Nothing is waiting for you." in text_of(steward.get("/steward"))


def test_whoever_waits_longest_stands_first_with_all_that_is_needed(steward, said):
    assert said
    page = text_of(steward.get("/steward"))
    assert "Three things are waiting" in page
    places = [page.index(words) for words in WORDS]
    assert places == sorted(places)


def test_a_click_lets_it_stand_and_goes_on_to_the_next(steward, said):
    page = text_of(decide(steward, said[0]))

    assert standing() == [WORDS[0]]
    assert "It stands beside its number now." in page
    assert "Two things are waiting" in page
    assert latest_deeds(most=1)[0].by.startswith("steward:")


def test_a_click_with_its_reason_keeps_it_away(steward, said):
    page = text_of(decide(steward, said[0], why="It names somebody."))

    assert standing() == []
    assert "It does not stand beside its number." in page


@pytest.mark.parametrize(
    ("why", "done", "left"),
    [("", "accepted", []), ("It names somebody.", "declined", [WORDS[0]])],
)
def test_a_slip_is_put_right_from_the_page_that_follows(steward, said, why, done, left):
    page = text_of(decide(steward, said[0], why=why))
    form = re.search(r'<div class="w-panel.*?</form>', page, re.DOTALL)[0]
    fields = dict(re.findall(r'name="(seen|why)" value="([^"]*)"', form))
    assert fields["seen"] == done

    steward.post(f"/steward/replies/{said[0]}", fields)

    assert standing() == left


def test_of_two_who_decide_at_once_the_second_is_told(steward, said):
    decide(steward, said[0])
    answer = decide(steward, said[0], why="It names somebody.")

    assert answer.status_code == 409
    assert "Somebody else has decided meanwhile: it is accepted." in text_of(answer)
    assert standing() == [WORDS[0]]


def test_nobody_decides_who_is_not_signed_in_or_only_by_a_password(client, said):
    assert client.get("/steward").status_code in {302, 403}
    assert client.post(f"/steward/replies/{said[0]}").status_code in {302, 403}

    signed_in(client, proved=False)
    assert client.post(f"/steward/replies/{said[0]}").status_code in {302, 403}
    assert len(replies_waiting()) == len(WORDS)


# --- what people tell us, in the same list ------------------------------------


@pytest.fixture
def clay(region):
    made = valley.offer(region, place=valley.place(region))
    valley.derive(region)
    return made


def tell(kind, thing, *, today):
    told = ProposalTold(kind=ProposalKind(kind), thing=thing.pk, words="It has gone.")
    propose_change(by=Actor.somebody(), region=valley.SLUG, told=told, today=today)
    return [one.proposal for one in proposals_waiting()][-1]


def decide_told(client, proposal, **fields):
    address = f"/steward/proposals/{proposal}"
    return client.post(address, {"seen": "proposed", **fields}, follow=True)


def test_replies_and_proposals_stand_in_one_list_by_their_days(steward, said, clay):
    assert said
    told = tell("closed", clay, today=date(2026, 11, 2))
    page = text_of(steward.get("/steward"))
    assert "Four things are waiting" in page
    ids = re.findall(r'<li class="w-stack-s" id="([a-z]+)-', page)
    assert ids == ["reply", "reply", "proposal", "reply"]
    assert f"proposal-{told}" in page


def test_a_click_closes_it_the_next_has_focus_and_a_slip_is_put_right(steward, clay):
    told = tell("closed", clay, today=date(2026, 11, 1))
    tell("wrong", clay, today=date(2026, 11, 2))

    page = text_of(decide_told(steward, told))

    assert "What follows from it is done" in page
    assert page.count("autofocus") == 1
    assert Listing.objects.filter(offer=clay).count() == 0
    form = re.search(r'<div class="w-panel.*?</form>', page, re.DOTALL)[0]
    fields = dict(re.findall(r'name="(seen|why)" value="([^"]*)"', form))
    steward.post(f"/steward/proposals/{told}", fields)
    assert Listing.objects.filter(offer=clay).count() == 1


def test_of_two_who_decide_what_was_told_the_second_is_told(steward, clay):
    told = tell("closed", clay, today=date(2026, 11, 1))
    decide_told(steward, told, why="We asked.")
    answer = decide_told(steward, told)

    assert answer.status_code == 409
    assert "Somebody else has decided meanwhile: it is declined." in text_of(answer)
    assert Listing.objects.filter(offer=clay).count() == 1


def test_whose_a_tradition_is_has_no_button(steward, region):
    song = valley.place(region, "The Wool Song", kind="tradition", place_kind="")
    told = tell("holder", song, today=date(2026, 11, 1))
    page = text_of(steward.get("/steward"))
    assert "See what is in dispute, and who was asked" in page
    assert "Nothing is waiting here." in page
    assert "One waits. It came" in page
    assert "The Wool Song" not in page
    assert f"/steward/proposals/{told}" not in page
    assert decide_told(steward, told).status_code == 409


def test_nobody_decides_what_was_told_who_is_not_signed_in(client, clay):
    told = tell("closed", clay, today=date(2026, 11, 1))
    assert client.post(f"/steward/proposals/{told}").status_code in {302, 403}
    assert len(proposals_waiting()) == 1


@pytest.mark.parametrize(
    "address", ["?sort=reply&just=x&done=accepted", "?sort=a&just=0&done=b"]
)
def test_an_address_that_we_did_not_write_tells_nothing(steward, address):
    assert 'role="status"' not in text_of(steward.get(f"/steward{address}"))


class TestAGroupThatIsNotTheirs:
    @pytest.fixture
    def circle(self, region):
        circle = valley.group(region)
        valley.offer(region, group=circle)
        valley.derive(region)
        holder = Actor.holder("k", of=Thing("asset", str(circle.pk)))
        disown_group(by=holder, group=circle.pk, today=timezone.localdate())
        return circle

    def decide(self, steward, circle, **fields):
        token = TOKEN.search(text_of(steward.get("/steward"))).group(1)
        fields["csrfmiddlewaretoken"] = token
        return steward.post(f"/steward/groups/{circle.pk}", fields, follow=True)

    def test_waits_to_be_looked_at(self, steward, circle):
        page = text_of(steward.get("/steward"))

        assert circle.name in page
        assert "One thing is waiting." in page

    def test_is_shown_again_in_one_click(self, client, steward, circle):
        page = self.decide(steward, circle)

        assert "Nothing is waiting for you." in text_of(page)
        assert client.get(f"/groups/{circle.pk}").status_code == 200

    def test_stays_hidden_in_one_click(self, client, steward, circle):
        page = self.decide(steward, circle, keep="yes")

        assert "Nothing is waiting for you." in text_of(page)
        assert client.get(f"/groups/{circle.pk}").status_code == 404

    def test_decided_by_another_meanwhile_it_is_told_and_stays(self, steward, circle):
        keep_hidden(by=Actor.steward("other"), group=circle.pk)
        page = self.decide(steward, circle)

        assert page.status_code == 409
        assert "Somebody has decided about this before." in text_of(page)


def test_who_asks_not_to_be_listed_is_found_taken_off_and_put_back(
    client, steward, clay
):
    def press(**fields):
        return text_of(steward.post("/steward/listed", fields, follow=True))

    there = f"/offers/{clay.pk}"
    assert "Clay" in press(deed="find", what="clay")
    assert "off the list" in press(deed="unlist", thing=clay.pk)
    assert client.get(there).status_code == 404
    assert "Nothing on the list has this name" in press(what="clay")
    assert "on the list again" in press(deed="back", thing=clay.pk)
    assert client.get(there).status_code == 200
    assert "put it back before" in press(deed="back", thing=clay.pk)


def test_who_asked_before_they_were_listed_may_be_listed_again(steward, region):
    told = {"name": "Mill Girls", "place": "Rushby"}
    leave_out(
        by=Actor.steward("bo"), region=region.slug, today=date(2026, 11, 1), **told
    )

    def press():
        fields = {"deed": "forget", **told}
        return text_of(steward.post("/steward/listed", fields, follow=True))

    assert "They may be listed again." in press()
    assert "Nobody of this name and place" in press()


def test_each_other_list_says_how_much_waits_and_since_when(steward, region):
    assert "What waits in other lists?" not in text_of(steward.get("/steward"))
    hall, today = valley.place(region), timezone.localdate()
    about = {"place": hall, "width": 480, "height": 360, "small": b"s", "large": b"l"}
    for days, shown in ((15, False), (3, False), (40, True)):
        on = today - timedelta(days=days)
        Door.objects.create(**about, given_on=on, shown=shown)
        about["place"] = valley.place(region, name=f"Hall {days}")
    page = text_of(steward.get("/steward"))
    assert "The lists below have something for you." in page
    assert "Two wait. The first came 2 weeks ago." in page


@pytest.mark.parametrize(("told", "stands"), [("Yes", "Yes"), ("One low step", "")])
def test_what_is_not_yes_or_no_is_shown_and_not_filled_in(steward, clay, told, stands):
    said = ProposalTold(
        kind=ProposalKind.WRONG, thing=clay.pk, told={ToldField.STEP_FREE: told}
    )
    propose_change(
        by=Actor.somebody(), region=valley.SLUG, told=said, today=date(2026, 11, 1)
    )
    page = text_of(steward.get("/steward"))
    assert told in page
    field = re.search(r'<input[^>]*name="step_free"[^>]*>', page)[0]
    assert f'value="{stands}"' in field
    [one] = proposals_waiting()
    decide_told(steward, one.proposal, step_free="no", name="Clay at ten")
    assert Listing.objects.get(offer=clay).name == "Clay at ten"
