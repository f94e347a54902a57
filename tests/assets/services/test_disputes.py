"""Communities of a disputed tradition are asked; their answers alone settle it."""

import re
from datetime import date
from html import unescape

import pytest

from tests.web import valley
from tests.web.stewards import signed_in
from weft.accounts.actors import Actor
from weft.accounts.codes import hash_of
from weft.accounts.models import Entry
from weft.accounts.services import make_link
from weft.accounts.things import Thing
from weft.assets.domain.disputes import Answer
from weft.assets.domain.proposals import ProposalKind, ProposalTold, ToldField
from weft.assets.models import Asking, Asset, Listing, Proposal, Tie
from weft.assets.queries.disputes import asked_of, disputes
from weft.assets.services.proposals import propose_change, take_back_change
from weft.assets.services.proposals.asking import (
    AnswerTold,
    answer_dispute,
    ask_community,
)
from weft.commons.errors import NotAllowed, NotFound, NotPossible

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 30)
STEWARD = Actor.steward("s")


@pytest.fixture
def region():
    return valley.region()


@pytest.fixture
def eggers(region):
    return valley.group(region, "The pace-eggers")


@pytest.fixture
def school(region):
    return valley.group(region, "The school")


@pytest.fixture
def play(region, eggers):
    """A tradition that we say the pace-eggers hold."""
    told = {"kind": "tradition", "place_kind": "", "channels_allowed": ["search"]}
    made = valley.place(region, "The spring play", **told)
    Tie.objects.create(asset=made, kind="holds", to=eggers, source="own_csv")
    valley.derive(region)
    return made


@pytest.fixture
def dispute(play, school):
    """Somebody says that the school holds it."""
    assert school
    return say_it_is_held_by(play, "the School")


def say_it_is_held_by(play, whom):
    told = ProposalTold(
        kind=ProposalKind.HOLDER,
        thing=play.pk,
        words="Our grandmothers taught it.",
        told={ToldField.HELD_BY: whom},
    )
    args = {"region": valley.SLUG, "told": told, "today": TODAY}
    code = propose_change(by=Actor.somebody(), **args)
    return Proposal.objects.get(code_hash=hash_of(code)), code


def answer(group, dispute, said, **told):
    answer_dispute(
        by=Actor.holder("k", of=Thing("asset", str(group.pk))),
        group=group.pk,
        proposal=dispute[0].pk,
        told=AnswerTold(answer=Answer(said), **told),
        today=TODAY,
    )


def holders(play):
    ties = Tie.objects.filter(asset=play, kind="holds", until=None)
    return sorted(ties.values_list("to__name", flat=True).distinct())


def shown(play):
    return Asset.objects.get(pk=play.pk).visibility


def test_those_whom_we_name_and_whom_they_name_are_asked(play, dispute, eggers, school):
    assert dispute
    asked = set(Asking.objects.values_list("community_id", flat=True))
    assert asked == {eggers.pk, school.pk}
    assert shown(play) == "known"
    assert [one.name for one in asked_of(school.pk)] == ["The spring play"]


def test_until_all_have_answered_it_is_only_known_to_exist(play, dispute, eggers):
    answer(eggers, dispute, "shared")
    assert shown(play) == "known"
    assert not Listing.objects.filter(asset=play).exists()
    assert disputes()[0].is_open


def test_shared_by_both_it_is_shown_again_at_once_by_their_word(
    play, dispute, eggers, school
):
    answer(eggers, dispute, "shared")
    answer(school, dispute, "shared", said_as="our May assembly")

    assert shown(play) == "public"
    assert Listing.objects.filter(asset=play).exists()
    assert holders(play) == ["The pace-eggers", "The school"]
    told = Tie.objects.get(asset=play, to=school)
    assert (told.told_by, told.source) == ("The school", "holder")
    (one,) = disputes()
    assert not one.is_open
    assert {asked.said_as for asked in one.asked} == {"", "our May assembly"}


def test_it_is_not_theirs_whom_we_named_and_stays_so_when_told_again(
    play, dispute, eggers, school
):
    answer(eggers, dispute, "not_ours")
    answer(school, dispute, "ours")
    assert holders(play) == ["The school"]

    Tie.objects.filter(asset=play, source="own_csv").delete()
    Tie.objects.create(asset=play, kind="holds", to=eggers, source="own_csv")
    valley.derive(play.region)

    assert holders(play) == ["The school"]
    assert shown(play) == "public"


def test_kept_by_its_holder_it_stays_known_to_exist_whatever_a_source_tells(
    play, dispute, eggers, school
):
    answer(eggers, dispute, "keep")
    answer(school, dispute, "not_ours")
    assert shown(play) == "known"
    Asset.objects.filter(pk=play.pk).update(visibility="public")
    valley.derive(play.region)
    assert shown(play) == "known"
    assert not Listing.objects.filter(asset=play).exists()


@pytest.mark.parametrize("said", ["ours", "not_ours"])
def test_where_they_do_not_agree_it_stays_open_until_they_do(
    play, dispute, eggers, school, said
):
    answer(eggers, dispute, said)
    answer(school, dispute, said)
    assert shown(play) == "known"
    assert disputes()[0].is_open
    answer(eggers, dispute, "shared" if said == "not_ours" else "not_ours")
    assert shown(play) == "public"


def test_of_two_disputes_the_second_keeps_it_low(play, dispute, eggers, school):
    other = say_it_is_held_by(play, "nobody on the list")
    for group in (eggers, school):
        answer(group, dispute, "shared")
    assert shown(play) == "known"
    answer(eggers, other, "ours")
    assert shown(play) == "public"


def test_what_was_kept_before_is_not_named_to_those_who_are_asked(play, eggers, school):
    Asset.objects.filter(pk=play.pk).update(visibility="known")
    say_it_is_held_by(play, "The school")
    assert [one.name for one in asked_of(school.pk)] == [""]
    assert [one.name for one in asked_of(eggers.pk)] == ["The spring play"]


@pytest.mark.parametrize(
    "whoever", [STEWARD, Actor.somebody(), Actor.member("m", of=Thing("asset", "x"))]
)
def test_nobody_answers_for_them_least_of_all_a_steward(dispute, eggers, whoever):
    told = AnswerTold(answer=Answer.OURS)
    args = {"group": eggers.pk, "proposal": dispute[0].pk, "told": told}
    with pytest.raises(NotAllowed):
        answer_dispute(by=whoever, **args, today=TODAY)
    assert disputes()[0].is_open


def test_who_was_not_asked_does_not_answer_and_who_is_settled_is_not_asked(
    region, play, dispute, eggers, school
):
    other = valley.group(region, "Others")
    with pytest.raises(NotFound):
        answer(other, dispute, "ours")
    ask_community(by=STEWARD, proposal=dispute[0].pk, community=other.pk, today=TODAY)
    with pytest.raises(NotPossible, match="have been asked"):
        ask_community(
            by=STEWARD, proposal=dispute[0].pk, community=other.pk, today=TODAY
        )
    for group, said in ((eggers, "not_ours"), (school, "not_ours"), (other, "ours")):
        answer(group, dispute, said)
    assert holders(play) == ["Others"]
    with pytest.raises(NotFound):
        answer(eggers, dispute, "ours")


def test_taken_back_it_is_asked_no_more(dispute, eggers):
    take_back_change(by=Actor.somebody(), code=dispute[1], today=TODAY)
    assert asked_of(eggers.pk) == ()
    assert disputes() == ()


# --- behind the link, and for whoever checks the list


def text_of(response):
    return unescape(response.content.decode())


def test_a_community_answers_by_its_link_and_the_record_keeps_no_words(
    client, play, dispute, eggers, school
):
    link = make_link(thing=Thing("asset", str(eggers.pk)), by=Actor.command("test"))
    page = text_of(client.get(f"/g/{link.secret}"))
    assert "Whose is The spring play?" in page.replace("<span data-said>", "").replace(
        "</span>", ""
    )
    fields = {
        "answer": "whose",
        "proposal": str(dispute[0].pk),
        "whose": "shared",
        "words": "Everybody’s who learns it.",
        "said_as": "the spring meeting",
    }
    answered = client.post(f"/g/{link.secret}", fields, follow=True)
    assert "Your answer stands, with your name." in text_of(answered)
    answer(school, dispute, "shared")
    assert "The spring play" in text_of(client.get(f"/assets/{play.pk}"))
    assert "Everybody" not in str(list(Entry.objects.values("details", "subject")))
    bent = client.post(f"/g/{link.secret}", {**fields, "whose": "mine"})
    assert bent.status_code == 400


def test_a_steward_sees_the_history_names_whom_to_ask_and_has_no_say(
    client, region, play, dispute, eggers
):
    assert play
    other = valley.group(region, "Others")
    steward = signed_in(client, proved=True)
    answer(eggers, dispute, "shared", said_as="the spring meeting")
    page = text_of(steward.get("/steward/disputes"))
    assert "One answer is still to come." in page
    assert "it is ours, and others’ too”" in page
    assert "the spring meeting" in page
    assert "The spring play" not in page

    ask = f"/steward/disputes/{dispute[0].pk}/ask"
    there = f"https://weft.example/groups/{other.pk}"
    assert "Others" in text_of(steward.post(ask, {"group": there}, follow=True))
    assert steward.post(ask, {"group": "x"}).status_code == 409
    made = text_of(steward.post(f"/steward/disputes/link/{other.pk}"))
    assert "/g/" in made
    secret = re.search(r"/g/([\w-]+)", made)[1]
    assert client.get(f"/g/{secret}").status_code == 200
    nobody = valley.group(region, "Nobody asked")
    assert steward.post(f"/steward/disputes/link/{nobody.pk}").status_code == 404
