"""For whom it felt welcoming, by how many voices, in their words; and the answer."""

import re
from html import unescape

import pytest
from django.utils import timezone

from tests.web import valley
from tests.web.stewards import signed_in
from weft.accounts.actors import Actor
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.models import Answer, Asset, Proposal
from weft.assets.queries.proposals import proposals_waiting
from weft.assets.services.proposals import accept_change, propose_change

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@pytest.fixture
def clay():
    region = valley.region()
    made = valley.offer(region, place=valley.place(region), group=valley.group(region))
    valley.derive(region)
    return made


def voice(clay, words, *, whom="", **felt):
    told = ProposalTold(
        kind=ProposalKind.VISIT,
        thing=clay.pk,
        words=words,
        said_as=whom,
        told={ToldField(name): value for name, value in felt.items()},
    )
    today = timezone.localdate()
    propose_change(by=Actor.somebody(), region=valley.SLUG, told=told, today=today)
    [one] = proposals_waiting()
    accept_change(
        by=Actor.steward("s"),
        proposal=one.proposal,
        today=today,
        fields={ToldField.SHOWN_AS: whom},
    )


def text_of(answer, status=200):
    assert answer.status_code == status
    return " ".join(unescape(answer.content.decode()).split())


def visits_of(client, clay):
    page = text_of(client.get(f"/offers/{clay.pk}"))
    return page.split('id="visits"', 1)[1].split("</section>", 1)[0]


@pytest.mark.shows("D28")
def test_where_nobody_has_said_it_says_so(client, clay):
    said = visits_of(client, clay)

    assert "Nobody has said yet." in said
    assert f'href="/tell-us/{clay.pk}/visit"' in said


@pytest.mark.shows("D28", "F15")
def test_it_says_by_whom_and_by_how_many_voices_it_felt_welcoming_and_safe(
    client, clay
):
    voice(clay, "They wave.", whom="a dad with a pram", welcome="yes", safe="yes")
    voice(clay, "I could read the sign.", whom="a deaf woman", welcome="yes")
    voice(clay, "It was full.", welcome="no", safe="yes")
    voice(clay, "I went twice.")

    said = visits_of(client, clay)

    assert "Four visitors have said what it was like." in said
    assert re.search(
        r"Two visitors felt welcome: (a dad with a pram|a deaf woman) and "
        r"(a dad with a pram|a deaf woman)\.",
        said,
    )
    assert "One visitor did not feel welcome." in said
    assert (
        "Two visitors felt safe: a dad with a pram and one did not say as whom." in said
    )
    for words in (
        "They wave.",
        "I could read the sign.",
        "It was full.",
        "I went twice.",
    ):
        assert words in said


def test_there_are_no_stars_and_no_average(client, clay):
    voice(clay, "They wave.", welcome="yes")
    voice(clay, "It was full.", welcome="no")

    said = visits_of(client, clay)

    words = re.sub(r"<[^>]*>", " ", said)
    assert not re.search(r"★|star|average|%|out of|\d\.\d", words)


@pytest.mark.parametrize("kind", ["offers", "assets", "groups"])
def test_every_thing_asks_what_it_was_like(client, clay, kind):
    key = {"offers": clay.pk, "assets": clay.place_id, "groups": clay.group_id}[kind]
    page = text_of(client.get(f"/{kind}/{key}"))

    assert f'href="/tell-us/{key}/visit"' in page
    form = text_of(client.get(f"/tell-us/{key}/visit"))
    assert "What was it like to walk into" in form


def test_a_line_waits_and_leaves_no_cookie(client, clay):
    asked = {"words": "They wave.", "welcome": "yes", "said_as": "a dad"}
    answer = client.post(f"/tell-us/{clay.pk}/visit", asked)

    assert "We have it" in text_of(answer)
    assert not answer.cookies
    assert "Nobody has said yet." in visits_of(client, clay)


def test_what_cannot_be_taken_is_given_back_with_every_word(client, clay):
    asked = {"words": "Ring 01632 960 142", "welcome": "no", "said_as": "a dad"}
    page = text_of(client.post(f"/tell-us/{clay.pk}/visit", asked), 400)

    assert "leave out telephone numbers" in page
    assert "Ring 01632 960 142" in page
    assert 'value="a dad"' in page
    assert re.search(r'value="no"\s+checked', page)


@pytest.mark.parametrize("visibility", ["members", "known", "hidden"])
def test_what_may_not_be_seen_has_no_form(client, clay, visibility):
    Asset.objects.filter(pk=clay.place_id).update(visibility=visibility)

    assert client.get(f"/tell-us/{clay.place_id}/visit").status_code == 404


def test_a_steward_lets_it_stand_as_whom_or_without(client, clay):
    for words in ("They wave.", "It was full."):
        asked = {"words": words, "said_as": "a dad"}
        client.post(f"/tell-us/{clay.pk}/visit", asked)
    steward = signed_in(client, proved=True)
    page = text_of(steward.get("/steward"))
    assert "May this stand on its page?" in page
    assert "Yes, as «a dad»" in page
    assert "Can anybody tell who that is?" in page

    first, second = proposals_waiting()
    for one, more in ((first, {"shown_as": "a dad"}), (second, {})):
        asked = {"seen": "proposed", **more}
        text_of(steward.post(f"/steward/proposals/{one.proposal}", asked, follow=True))

    said = visits_of(client, clay)
    assert said.count("A dad, today") == 1
    assert said.count("Somebody, today") == 1


def test_a_worry_stands_in_the_queue_and_is_seen_to(client, clay):
    assert clay
    client.post("/help-out/note", {"kind": "worry", "words": "Her curtains are shut"})
    steward = signed_in(client, proved=True)
    page = text_of(steward.get("/steward"))
    assert "Who can see to this worry?" in page
    assert "Her curtains are shut" in page

    [one] = proposals_waiting()
    text_of(
        steward.post(
            f"/steward/proposals/{one.proposal}", {"seen": "proposed"}, follow=True
        )
    )
    assert Proposal.objects.get().standing == "accepted"
    assert "curtains" not in text_of(client.get("/help-out"))


def test_the_group_answers_behind_its_own_link(client, clay):
    voice(clay, "They wave.")
    link = make_link(thing=Thing("asset", str(clay.group_id)), by=Actor.command("test"))
    address = f"/g/{link.secret}"
    visit = Proposal.objects.get().pk
    page = text_of(client.get(address))
    assert "What did visitors say?" in page
    assert "They wave." in page

    nothing = {"answer": "answer-visitor", "visit": visit, "reply": " "}
    assert "Write your answer first." in text_of(client.post(address, nothing), 400)
    asked = {"answer": "answer-visitor", "visit": visit, "reply": "We do."}
    told = text_of(client.post(address, asked, follow=True))
    assert "Your answer stands beside the visitor’s words now." in told
    assert "We do." in visits_of(client, clay)

    text_of(client.post(address, {"answer": "unanswer", "visit": visit}, follow=True))
    assert "We do." not in visits_of(client, clay)
    assert not Answer.objects.exists()


@pytest.mark.parametrize(
    "visit", ["", "nonsense", "00000000-0000-0000-0000-000000000000"]
)
def test_nobodys_line_is_answered(client, clay, visit):
    link = make_link(thing=Thing("asset", str(clay.group_id)), by=Actor.command("test"))
    asked = {"answer": "answer-visitor", "visit": visit, "reply": "We do."}

    page = text_of(client.post(f"/g/{link.secret}", asked), 400)
    assert "There is no such line of a visitor." in page
    assert not Answer.objects.exists()


def test_a_group_without_visitors_is_not_asked_anything(client, clay):
    link = make_link(thing=Thing("asset", str(clay.group_id)), by=Actor.command("test"))

    assert "What did visitors say?" not in text_of(client.get(f"/g/{link.secret}"))
